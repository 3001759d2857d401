package variant

import (
	"fmt"
	"strings"

	"quotidian/attribution"
	"quotidian/attribution/name"
	"quotidian/matching/variant/organisation"
)

// reading is what a name says by itself, in whatever article it stands.
//
// Prints of one node can be read differently, though they fold alike: "Ivan SIDOROV" tells which word is the surname,
// "Kim Jong-un" what belongs together. The node is compared as that print is read whose look is the least, not as the first
// that came, or the order of import would matter. The look is part of what the index knows a name by, so that a new one is
// compared anew.
type reading struct {
	folded      string
	bare, local bool
	ofAnyState  bool // see [ofAnyState]
	look        uint64
}

// called is a name and whose it is.
type called struct {
	kind attribution.SpeakerKind
	name string
}

// read gives the reading of a mention's name, from memory where it was read before.
func (x *index) read(m Mention) reading {
	c := called{m.Kind, m.Name}
	r, ok := x.readings[c]
	if !ok {
		r = readingOf(m)
		x.readings[c] = r
	}
	return r
}

func readingOf(m Mention) reading {
	r := reading{folded: name.Fold(m.Name), local: Local(m.Kind, m.Name)}
	switch {
	case m.Kind == attribution.Person:
		r.readPerson(m.Name)
	case isBody(m.Kind):
		n := organisation.Parse(m.Name)
		n.Raw = ""
		r.ofAnyState = ofAnyState(n)
		r.look = hashed(fmt.Sprintf("%v", n))
	}
	return r
}

func (r *reading) readPerson(s string) {
	parsed, script, hidden := readPerson(s)
	r.bare = len(parsed.Words) < 2 && !regnal(parsed)
	if script == name.Latin && hidden == nil { // what only looks or sounds the same is no one node
		r.folded = strings.TrimSpace(parsed.Folded() + " " + strings.Join(parsed.Suffixes, " "))
	}
	r.look = hashed(lookOf(parsed))
	if hidden != nil {
		r.look = hashed(s) // a veto shows it
	}
}

// regnal reports whether a name of one word has a number, as those of kings have. Among all names that tells who is meant.
func regnal(n name.Name) bool {
	return strings.Trim(n.Generation(), "ivx") == "" && n.Generation() != ""
}

// lookOf writes all that comparing asks of a name: equal for names that compare alike.
func lookOf(n name.Name) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.2f %s", n.SurnameFirst, strings.Join(n.Titles, " "))
	for _, w := range n.Words {
		fmt.Fprintf(&b, "|%s %s %s %v %v %v", strings.ToLower(w.Text), w.Fold, w.Particle, w.Part, w.Initial, w.Hyphen)
	}
	return b.String()
}
