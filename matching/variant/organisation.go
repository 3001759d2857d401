package variant

import (
	"slices"
	"strings"
	"unicode/utf8"

	"quotidian/attribution"
	"quotidian/matching/variant/likeness"
	"quotidian/matching/variant/organisation"
)

// judgeBodies takes a verdict over; doubts of the strings cap what they may reach.
func judgeBodies(v organisation.Verdict) judgement {
	g := judgement{v.P, v.Doubt.Text, v.Doubt.Hard}
	if g.veto != "" {
		g.p = likeness.HoldBack(g.p)
	}
	return g
}

// weightPrevalence corrects what the forest of organisations says for how rare a true pair is: one in four of the
// labelled pairs it learned from are the same, of the pairs that share a word in a dossier hardly one in fifty.
const weightPrevalence = -2.5

// judgeBodiesAmong judges two bodies that stand among many. Of groups only rules say anything: "many supporters" and
// "some supporters" are alike and nobody, and the officials of no country may be any country's.
func judgeBodiesAmong(v organisation.Verdict, kind attribution.SpeakerKind) judgement {
	g := judgeBodies(v)
	switch {
	case kind == attribution.Group && (v.Weighed || v.Open):
		g.p = 0
	case v.Weighed:
		g.p = update(g.p, []Reason{{Weight: weightPrevalence}})
	}
	return g
}

// sameOffice reports whether two bodies are called the same but for a country that only one of them names.
func (n *node) sameOffice(o *node) bool {
	return n.body != nil && o.body != nil && organisation.SameButCountry(n.body, o.body)
}

func bodyReasons(v organisation.Verdict) []Reason {
	var out []Reason
	for _, r := range v.Reasons {
		out = append(out, Reason(r))
	}
	return out
}

// organisationKeys are what two bodies must share one of to be compared: a canonical word, a country, initials or
// letters.
func organisationKeys(n organisation.Name) []uint64 {
	keys := slices.Concat(n.Words, n.Countries)
	if n.Seat != "" {
		keys = append(keys, n.Seat)
	}
	if len(n.Words) > 0 {
		keys = append(keys, "words "+strings.Join(n.Words, ""))
	}
	for _, letters := range append(n.Initials[:], n.Letters) {
		if utf8.RuneCountInString(letters) > 1 {
			keys = append(keys, "letters "+letters)
		}
	}
	out := make([]uint64, len(keys))
	for i, k := range keys {
		out[i] = hashed(k)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isBody reports whether a kind is compared as organisations are.
func isBody(k attribution.SpeakerKind) bool {
	return k == attribution.Organisation || k == attribution.Group
}
