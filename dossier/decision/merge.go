package decision

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
)

// Merge puts two logs together by time, renumbered from 1. Each keeps its own order; of two entries of one moment the
// smaller comes first, so that it does not matter which log is named first. Entries that both logs hold, because one
// file was once a copy of the other, are taken once.
func Merge(a, b []Decision) []Decision {
	m := &merging{seen: map[string]int64{}}
	as, bs := &side{log: a, seq: map[int64]int64{}}, &side{log: b, seq: map[int64]int64{}}
	for as.more() || bs.more() {
		if !bs.more() || as.more() && m.before(as, bs) {
			m.take(as)
		} else {
			m.take(bs)
		}
	}
	return m.log
}

// side is one of the two logs: what is left of it, and what numbers its entries got.
type side struct {
	log []Decision
	seq map[int64]int64
}

func (s *side) more() bool { return len(s.log) > 0 }

// next is the entry to come under the numbers of the merged log.
func (s *side) next() Decision {
	d := s.log[0]
	d.Of = s.seq[d.Of]
	return d
}

type merging struct {
	log  []Decision
	seen map[string]int64 // identity of an entry to its number
}

func (m *merging) before(a, b *side) bool {
	x, y := a.next(), b.next()
	return cmp.Or(x.When.Compare(y.When), cmp.Compare(identity(x), identity(y))) <= 0
}

func (m *merging) take(s *side) {
	d := s.next()
	old := s.log[0].Seq
	s.log = s.log[1:]
	id := identity(d)
	if have, ok := m.seen[id]; ok {
		s.seq[old] = have
		return
	}
	d.Seq = int64(len(m.log)) + 1
	m.seen[id], s.seq[old] = d.Seq, d.Seq
	m.log = append(m.log, d)
}

// identity is what makes an entry the same in two logs: all but its number and its account of before and after. A
// moment is kept to the nanosecond, so one person does not make two alike.
func identity(d Decision) string {
	d.Seq, d.Before, d.After, d.When = 0, "", "", d.When.UTC()
	b, err := json.Marshal(d)
	if err != nil {
		panic("internal error: a decision has no JSON: " + err.Error())
	}
	return string(b)
}

// Places says what references of two logs have in common. The logs may name one thing by different ones: a speaker by
// the spelling that each dossier knew.
type Places struct {
	// Resolve leads references to those that stand for them now.
	Resolve func([]string) []string
	// Now gives what holds the thing, by the decisions in force; Machine what would hold it without any.
	Now, Machine func(ref string) string
}

// Conflicts lists, one line each, where a merged log says different things of one matter: a decision that contradicts
// an older one, which is left out of force, two people's different answers to one question, of which the newer
// holds, and what one person joined and another kept apart by other spellings or quotes, where both hold as they stand.
func Conflicts(active []Decision, in Places) []string {
	resolved := make([]Decision, len(active))
	for i, d := range active {
		d.Targets, d.Against = in.Resolve(d.Targets), in.Resolve(d.Against)
		resolved[i] = d
	}
	_, refused := NewLinks(resolved)
	var all []string
	for _, c := range refused {
		all = append(all, fmt.Sprintf("%s: left out: %v", c.New.String(), c))
		resolved = without(resolved, c.New.Seq)
	}
	return slices.Concat(all, answers(resolved, in.Now), opposites(resolved, in.Machine))
}

// oneAnswer are the kinds of decision that answer a question, by the question.
var oneAnswer = map[Kind]string{
	Rename: "name", Role: "role", Reattribute: "speaker", Outlet: "outlet", Origin: "origin", Date: "date", Note: "note",
	Confirm: "status", Reject: "status", NotAQuote: "status", MissedQuote: "speaker of a missed quote",
}

// answers finds questions that two people answered differently. Who changes his own mind is no conflict.
func answers(active []Decision, now func(ref string) string) (all []string) {
	last := map[string]Decision{}
	for _, d := range active {
		question := oneAnswer[d.Kind]
		if question == "" {
			continue
		}
		var against, under []Decision
		for _, ref := range d.Targets {
			if d.Kind == Rename || d.Kind == Role { // that of all spellings
				ref = now(ref)
			}
			against = withAnother(against, last[question+" "+ref], d)
			last[question+" "+ref] = d
			if gone := last["status "+ref]; d.Kind == Reattribute && gone.Kind == NotAQuote {
				under = withAnother(under, gone, d)
			}
		}
		for _, old := range against {
			all = append(all, fmt.Sprintf("%s: holds, against %s", d.String(), old.String()))
		}
		for _, old := range under {
			all = append(all, fmt.Sprintf("%s: shows nowhere, because of %s", d.String(), old.String()))
		}
	}
	slices.Sort(all)
	return all
}

// withAnother adds old, once, where somebody else than d's said another thing in it.
func withAnother(list []Decision, old, d Decision) []Decision {
	if old.Kind == "" || old.Who == d.Who || old.Kind == d.Kind && old.Value == d.Value || index(list, old.Seq) >= 0 {
		return list
	}
	return append(list, old)
}

// opposites finds pairs of things that one person joined and another kept apart, where no reference stands in both
// decisions, so that neither refuses the other.
func opposites(active []Decision, machine func(ref string) string) (all []string) {
	joined := map[[2]string][]Decision{}
	for _, d := range active {
		if len(d.Joins()) > 0 {
			for _, p := range pairsOf(held(d.Targets, machine), held(d.Targets, machine)) {
				joined[p] = append(joined[p], d)
			}
		}
	}
	for _, d := range active {
		if len(d.Parts()) == 0 {
			continue
		}
		var against []Decision
		for _, p := range pairsOf(held(d.Targets, machine), held(d.Against, machine)) {
			for _, other := range joined[p] {
				if other.Who != d.Who && index(against, other.Seq) < 0 {
					against = append(against, other)
				}
			}
		}
		for _, other := range against {
			all = append(all, fmt.Sprintf("%s: holds beside %s, which joins other spellings or quotes of the same two", d.String(), other.String()))
		}
	}
	slices.Sort(all)
	return all
}

// held gives what holds the references, each once, sorted.
func held(refs []string, by func(ref string) string) []string {
	out := make([]string, len(refs))
	for i, ref := range refs {
		out[i] = by(ref)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// pairsOf gives each pair of one of as with another of bs, the smaller first.
func pairsOf(as, bs []string) (out [][2]string) {
	for _, a := range as {
		for _, b := range bs {
			if a != b {
				out = append(out, [2]string{min(a, b), max(a, b)})
			}
		}
	}
	slices.SortFunc(out, func(x, y [2]string) int { return slices.Compare(x[:], y[:]) })
	return slices.Compact(out)
}
