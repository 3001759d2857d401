package wording

import (
	"cmp"
	"maps"
	"slices"
)

// attachment is a group of pieces with the group they may have been cut from.
type attachment struct {
	score        float64
	piece, whole int32
	spoken       bool // both are quoted as a whole by somebody
}

// compare orders attachments, the best first. What is quoted was cut from what is quoted, rather than from a report that tells other
// things in the same breath.
func (a attachment) compare(b attachment) int {
	if a.spoken != b.spoken {
		if a.spoken {
			return -1
		}
		return 1
	}
	return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.piece, b.piece), cmp.Compare(a.whole, b.whole))
}

// attach hangs groups of pieces under the statements they were cut from, the best first. A piece hangs under one statement only: two
// halves of one quotation meet in their whole, but never join two wholes. What was cut from a piece goes where that goes.
func (g *grouping) attach(places []int32) {
	var all []attachment
	for _, x := range places {
		if g.groups[x] == nil {
			continue
		}
		said := slices.ContainsFunc(g.groups[x], g.direct)
		for y, score := range g.wholes(x, func(link) bool { return true }) {
			if score >= g.leastPart(x, y) {
				all = append(all, attachment{score, x, y, said && slices.ContainsFunc(g.groups[y], g.direct)})
			}
		}
	}
	slices.SortFunc(all, attachment.compare)
	trees := map[int32][]int32{} // the groups that hang together, by the one that hangs under none
	tree := func(x int32) []int32 {
		if trees[x] == nil {
			trees[x] = []int32{x}
		}
		return trees[x]
	}
	for _, a := range all {
		top := g.root(a.whole)
		if g.parent[a.piece] >= 0 || top == a.piece || g.parallel(a.piece, a.whole) || g.toldApart(a.piece, a.whole) || g.anyBarred(tree(a.piece), tree(top)) {
			continue
		}
		g.parent[a.piece] = a.whole
		trees[top] = append(tree(top), tree(a.piece)...)
	}
}

// leastPassedPiece is the mass from which on two people do not hit on the words of a piece, some ten telling ones.
const leastPassedPiece = 60

// cutAndPassedOn reports whether one of two wordings is cut from the other word for word, too long for two people to hit on, and two
// articles give them to two speakers: a spokesman's words that another outlet gives to his principal. What one article gives to two is
// told apart by it.
func (g *grouping) cutAndPassedOn(p, q int32, again bool) bool {
	x, y := g.speakerOf(p), g.speakerOf(q)
	if !again || x == 0 || y == 0 || x == y {
		return false
	}
	ofP, ofQ := g.articles(p), g.articles(q)
	if len(ofP) == 0 || len(ofQ) == 0 || common(ofP, ofQ) > 0 {
		return false
	}
	a, b := g.j.form(&g.forms[0], g.order[p]), g.j.form(&g.forms[1], g.order[q])
	return min(a.text.Mass, b.text.Mass) >= leastPassedPiece
}

// articles lists the known articles that printed the wording at a place, in order.
func (g *grouping) articles(p int32) []int32 {
	x := g.printings(p)
	out := append(x.direct, x.other...)
	slices.Sort(out)
	return slices.Compact(out)
}

// toldApart reports whether one article gives two groups to two speakers: where somebody repeats another's words, the article that
// prints both mistakes nobody.
func (g *grouping) toldApart(x, y int32) bool {
	if g.speaker[x] == 0 || g.speaker[y] == 0 || g.speaker[x] == g.speaker[y] {
		return false
	}
	in := map[int32]bool{}
	for _, p := range g.groups[x] {
		for _, m := range g.members[p] {
			in[g.j.quotes[m].article] = true
		}
	}
	delete(in, 0) // unknown
	return slices.ContainsFunc(g.groups[y], func(p int32) bool {
		return slices.ContainsFunc(g.members[p], func(m int32) bool { return in[g.j.quotes[m].article] })
	})
}

// root gives the group under which a group hangs in the end, itself where it hangs under none.
func (g *grouping) root(x int32) int32 {
	for g.parent[x] >= 0 {
		x = g.parent[x]
	}
	return x
}

// anyBarred is barred of any two groups.
func (g *grouping) anyBarred(xs, ys []int32) bool {
	return len(g.never) > 0 && slices.ContainsFunc(xs, func(x int32) bool {
		return slices.ContainsFunc(ys, func(y int32) bool { return g.barred(x, y) })
	})
}

// wholes gives, for a group of pieces, the groups they may have been cut from: the mean over the pieces of the best score with any longer
// member, of the links that count. Pieces too pale to count go where the others go, and of the same words the surest speak: an
// article that names no speaker makes them no less his.
func (g *grouping) wholes(x int32, counts func(link) bool) map[int32]float64 {
	counted := slices.DeleteFunc(slices.Clone(g.groups[x]), g.pale)
	if len(counted) == 0 {
		counted = slices.DeleteFunc(slices.Clone(g.groups[x]), func(p int32) bool { return !g.ownCut(p) })
	}
	best := make(map[int32]map[int32]float64, len(counted))
	for _, p := range counted {
		best[p] = map[int32]float64{}
		for _, l := range g.links[p] {
			if y := g.of[l.to]; y != x && g.longer(l.to, p, l.quoted) && counts(l) {
				best[p][y] = max(best[p][y], l.sure.Part)
			}
		}
	}
	out, mean := g.quotedIn(x, counts), map[int32]float64{}
	for _, p := range counted {
		surest := maps.Clone(best[p])
		for _, l := range g.links[p] {
			if l.again && g.words(l.to) == g.words(p) {
				for y, s := range best[l.to] {
					surest[y] = max(surest[y], s)
				}
			}
		}
		for y, s := range surest {
			mean[y] += s / float64(len(counted))
		}
	}
	for y, s := range mean {
		out[y] = max(out[y], s)
	}
	return out
}

// quotedIn gives, for a group of pieces, the longer groups of other articles that quote the very words which one of the pieces quotes: the
// others are its wordings, and go with it.
func (g *grouping) quotedIn(x int32, counts func(link) bool) map[int32]float64 {
	out := map[int32]float64{}
	for _, p := range g.groups[x] {
		for _, l := range g.links[p] {
			y := g.of[l.to]
			if y != x && l.quoted && counts(l) && g.longer(l.to, p, true) && common(g.articles(p), g.articles(l.to)) == 0 {
				out[y] = max(out[y], l.sure.Part)
			}
		}
	}
	return out
}

// longer reports whether place p may be what q was cut from: it has more words, or, where it is what both quote that they share, more
// between its marks. A report puts as many words as it likes around three that it quotes.
func (g *grouping) longer(p, q int32, quoted bool) bool {
	if quoted {
		if x, y := g.marked(p), g.marked(q); x != y {
			return x > y
		}
		if g.words(p) == g.words(q) {
			return p < q
		}
	}
	return g.words(p) > g.words(q)
}

// marked counts the words of a wording that stand between quotation marks.
func (g *grouping) marked(p int32) (n int) {
	f := g.j.form(&g.forms[0], g.order[p])
	for i := range f.text.Words {
		if f.inQuotes(i) {
			n++
		}
	}
	return n
}

// mayQuote reports whether what two wordings quote alike tells of one utterance: of one speaker, or in two articles. What one article
// gives to two people is told apart by it.
func (g *grouping) mayQuote(p, q int32) bool {
	if s := g.speakerOf(p); s != 0 && s == g.speakerOf(q) {
		return true
	}
	return common(g.articles(p), g.articles(q)) == 0
}

func (g *grouping) words(p int32) uint16 { return g.j.nodes[g.order[p]].words }
