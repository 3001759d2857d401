package dossier

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/matching/variant"
)

// decidedPairs gives for every decision that says of two speakers whether they are one what the machine had said of
// them: of the likeliest pair of their names, where they have several.
func (v *views) decidedPairs() []variant.Decided {
	var out []variant.Decided
	for _, d := range v.o.paired {
		pairs := d.Joins()
		if d.Kind == decision.Never {
			pairs = d.Parts()
		}
		p := -1.0
		for _, refs := range pairs {
			a, b := v.cast.items(refs[0]), v.cast.items(refs[1])
			if len(a) > 0 && len(b) > 0 {
				p = max(p, v.machineSays(a, b))
			}
		}
		if p >= 0 {
			out = append(out, variant.Decided{P: p, Same: d.Kind == decision.Same})
		}
	}
	return out
}

// machineSays gives the score of the best link between two sets of mentions, or what their names say where none is.
func (v *views) machineSays(as, bs []int) float64 {
	best := -1.0
	for _, a := range as {
		id := v.cast.mention(a).id
		for _, l := range slices.Concat(v.m.open[id], v.m.linked[id]) {
			for _, b := range bs {
				if other := v.cast.mention(b).id; other == l.A && id == l.B || other == l.B && id == l.A {
					best = max(best, l.Score)
				}
			}
		}
	}
	if best < 0 {
		best = v.memo.likeNames(v.cast.mention(as[0]), v.cast.mention(bs[0]))
	}
	return best
}

// leftOpen gives the pairs of speakers and of statements that a person looked at and left open, and who did.
func (v *views) leftOpen() map[[2]string]string {
	out := map[[2]string]string{}
	for _, d := range v.o.paired {
		if d.Kind != decision.Unsure {
			continue
		}
		for _, a := range v.homes(d.Targets[:1]) {
			for _, b := range v.homes(d.Targets[1:]) {
				out[[2]string{min(a, b), max(a, b)}] = d.Who
			}
		}
	}
	return out
}

// ofNames offers every open pair of names.
func (p *offers) ofNames() {
	for _, l := range p.v.m.links {
		if l.Kind == nameOpen {
			p.offerNames(l)
		}
	}
}

// ofKind gives the rows of a kind.
func (p *proposals) ofKind(kind string) map[string]store.Proposal {
	out := map[string]store.Proposal{}
	for key, row := range p.rows {
		if row.Kind == kind {
			out[key] = row
		}
	}
	return out
}

// noticed is the least change of a score that a person is told of.
const noticed = 0.01

// learning begins what an entry of the log says of pairs that its decision scored anew, see [delta.tuned].
const learning = "; scored anew by what was learnt: "

// Learnt gives how many these are: some leave the queue by it, of which nobody decided.
func Learnt(d *decision.Decision) (pairs int) {
	if _, told, ok := strings.Cut(d.After, learning); ok {
		number, _, _ := strings.Cut(told, " ")
		pairs, _ = strconv.Atoi(number)
	}
	return pairs
}

// tuned says how many open pairs the decision changed besides those of the speakers it is about, "" when none.
func (d *delta) tuned(c store.Change, open *proposals) string {
	n := 0
	about := func(row store.Proposal) bool { return row.Kind != "speaker" || d.speakers[row.A] || d.speakers[row.B] }
	for _, row := range c.GoneProposals {
		if !about(row) {
			n++
		}
	}
	for _, row := range c.Proposals {
		old, ok := open.rows[proposalKey(row)]
		if !about(row) && (!ok || math.Abs(old.Score-row.Score) >= noticed) {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return "; scored anew by what was learnt: 1 pair that waits"
	}
	return fmt.Sprintf("; scored anew by what was learnt: %d pairs that wait", n)
}
