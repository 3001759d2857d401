// Package severity says how much a change of wording matters to an editor, and how a badge shows it.
package severity

import (
	"slices"

	"quotidian/matching/wording"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// order lists the kinds from the gravest to the slightest.
var order = wording.Kinds()

var (
	graveEnds   = slices.Index(order, wording.Unquoted) // the kinds before this place change what was said
	notableEnds = slices.Index(order, wording.Split)    // those before this one change how
)

// Rank is the place of a kind, 0 the gravest; an unknown kind comes last.
func Rank(k wording.ChangeKind) int {
	if i := slices.Index(order, k); i >= 0 {
		return i
	}
	return len(order)
}

// None is the rank of what did not change at all.
var None = len(order) + 1

// Grave reports whether the kind changes what was said.
func Grave(k wording.ChangeKind) bool { return Rank(k) < graveEnds }

// Tag gives the badge of a kind: its name on the ground of its weight.
func Tag(k wording.ChangeKind) widget.Tag {
	switch r := Rank(k); {
	case r < graveEnds:
		return widget.Tag{Text: say.T(string(k)), Ground: look.Grave, Ink: look.OnGrave}
	case r < notableEnds:
		return widget.Tag{Text: say.T(string(k)), Ground: look.Notable, Ink: look.OnNotable}
	default:
		return widget.Tag{Text: say.T(string(k)), Ground: look.Slight, Ink: look.OnSlight}
	}
}

// Meaning says what a kind of change is, in a sentence for an editor.
func Meaning(k wording.ChangeKind) string {
	switch k {
	case wording.Actor:
		return say.T("somebody else acts, or does something else")
	case wording.Number:
		return say.T("another number, date or hedge of a number (“some 800”, “more than 800”)")
	case wording.Negation:
		return say.T("a “not” came or went, or a word became its opposite")
	case wording.Modality:
		return say.T("more or less certain than it was: “may” for “will”, a condition dropped")
	case wording.Recipient:
		return say.T("done to or for somebody else")
	case wording.Speaker:
		return say.T("given to another speaker")
	case wording.Unquoted:
		return say.T("words that stood between quotation marks are reported without them")
	case wording.Reworded:
		return say.T("other words with much the same sense")
	case wording.Retranslated:
		return say.T("so many other words between the marks as two translations of one sentence have")
	case wording.Split:
		return say.T("one quotation printed in several parts")
	default:
		return say.T("words left out, or given that another wording leaves out")
	}
}

// Tags gives the badges of several kinds, the gravest first.
func Tags(kinds []wording.ChangeKind) []widget.Tag {
	sorted := slices.Clone(kinds)
	slices.SortStableFunc(sorted, func(a, b wording.ChangeKind) int { return Rank(a) - Rank(b) })
	out := make([]widget.Tag, len(sorted))
	for i, k := range sorted {
		out[i] = Tag(k)
	}
	return out
}

// Status gives the badge of what a person made of a statement; ok is false while nobody looked.
func Status(status string) (t widget.Tag, ok bool) {
	switch status {
	case "confirmed", "changed":
		return widget.Tag{Text: say.T(status), Ground: look.Settled, Ink: look.OnSettled}, true
	case "rejected":
		return widget.Tag{Text: say.T(status), Ground: look.Grave, Ink: look.OnGrave}, true
	default:
		return widget.Tag{}, false
	}
}
