package variant

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"quotidian/attribution"
	"quotidian/attribution/name"
)

// bindBare joins a bare name to the one full name of its article it can refer to. One with an office stands in many
// articles; those that print a full name must agree on whose it is.
func (j *joiner) bindBare() {
	byArticle := map[string][]int32{}
	for k, n := range j.nodes {
		for _, a := range n.articles {
			byArticle[a] = append(byArticle[a], int32(k))
		}
	}
	for k, n := range j.nodes {
		if !n.bare || n.person == nil {
			continue
		}
		var fits []int32
		for _, a := range n.articles {
			for _, o := range byArticle[a] {
				f := j.nodes[o]
				if !f.bare && f.kind == attribution.Person && !slices.Contains(fits, o) && standsFor(n.person.form.Name, f.person.form.Name) {
					fits = append(fits, o)
				}
			}
		}
		if len(fits) == 1 && !j.forbidden(j.cluster[k], j.cluster[fits[0]]) {
			p := makePair(int32(k), fits[0])
			j.settled[p] = Reason{"the only full name of this article it can stand for", true, 0}
			j.merge(edge{p, judgement{p: 1}}, "machine")
		}
	}
}

// bindTold joins a bare name that no full name of its article explains to the one person it can stand for whom another article
// names with a statement that this one gives to the bare name: short reports print a surname alone. Two such people leave it open.
// Two reports that both print no more than the surname name one person by the same token.
func (j *joiner) bindTold(edges []edge) {
	told := map[int32][]pair{}
	var alike []pair
	for _, e := range edges {
		if _, shared := j.evidence[e.pair][SameStatement]; !shared {
			continue
		}
		if j.sameBare(e.a, e.b) {
			alike = append(alike, e.pair)
		}
		for _, q := range [2]pair{{e.a, e.b}, {e.b, e.a}} {
			if j.mayStandFor(q.a, q.b) && !slices.ContainsFunc(told[q.a], func(o pair) bool { return j.likelyOne(o.b, q.b) }) {
				told[q.a] = append(told[q.a], q)
			}
		}
	}
	for _, bare := range slices.Sorted(maps.Keys(told)) {
		if len(told[bare]) == 1 {
			j.mergeTold(told[bare][0], "nobody else named with it is called so")
		}
	}
	for _, p := range alike {
		j.mergeTold(p, "neither article prints more of the name")
	}
}

// sameBare reports whether two nodes are one surname, which no full name of their articles explains.
func (j *joiner) sameBare(a, b int32) bool {
	x, y := j.nodes[a], j.nodes[b]
	return x.person != nil && y.person != nil && x.bare && y.bare && x.folded == y.folded && len(j.members[j.cluster[a]]) == 1 && len(j.members[j.cluster[b]]) == 1
}

func (j *joiner) mergeTold(q pair, why string) {
	if e := j.single(q, why); e.p >= AutoJoin {
		j.tryMerge(e)
	}
}

// single judges a bare name and a full one anew, with why there is no other that it can stand for.
func (j *joiner) single(q pair, why string) edge {
	p := makePair(q.a, q.b)
	j.only[p] = why
	delete(j.judged, p)
	return edge{p, j.judge(p)}
}

// offerBare proposes a bare name that no article explains to the one person among all that it can stand for. Where
// there are two such people nobody is asked: the article does not say, and a reviewer could only guess. One whom print names all the
// time in those days is no guess: a report that thinks a surname enough means whom everybody knows by it.
func (j *joiner) offerBare() []edge {
	var bare []int32 // in the order of pairs
	fits := map[int32][]pair{}
	for _, p := range j.cands {
		for _, q := range [2]pair{{p.a, p.b}, {p.b, p.a}} {
			if !j.mayStandFor(q.a, q.b) || !j.nodes[q.a].likeSurnameOf(j.nodes[q.b]) {
				continue
			}
			if fits[q.a] == nil {
				bare = append(bare, q.a)
			}
			if !slices.ContainsFunc(fits[q.a], func(o pair) bool { return j.likelyOne(o.b, q.b) }) {
				fits[q.a] = append(fits[q.a], q)
			}
		}
	}
	var out []edge
	for _, k := range bare {
		q, why, ok := j.onlyOne(fits[k])
		if !ok || j.judge(makePair(q.a, q.b)).p >= Review || !j.soon(q) {
			continue
		}
		if e := j.single(q, why); e.p >= Review {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(x, y edge) int { return cmp.Compare(y.p, x.p) })
	return out
}

// farMore is how many times as often as all others of a surname together a person is named whom it means where nothing else is said.
const farMore = 10

// onlyOne gives the one full name that a bare one can stand for: there is no other, or none that counts.
func (j *joiner) onlyOne(fits []pair) (q pair, why string, ok bool) {
	if len(fits) == 1 {
		return fits[0], "the only full name here that it can stand for", true
	}
	most, sum := 0, 0
	for _, f := range fits {
		n := len(j.mentionsOf(f.b))
		if sum += n; n > most {
			most, q = n, f
		}
	}
	return q, "of all here that it can stand for by far the most named", most >= farMore*(sum-most)
}

// soon reports whether print names the one that a bare name can stand for in the days of the bare name. Of articles without a date
// nobody knows.
func (j *joiner) soon(q pair) bool {
	who := &node{mentions: j.mentionsOf(q.b)}
	return j.printed(j.nodes[q.a], who, sameDays) || !j.printed(j.nodes[q.a], who, func(t, u time.Time) bool { return true })
}

// mentionsOf gives the mentions of a node's cluster.
func (j *joiner) mentionsOf(k int32) (out []int) {
	for _, m := range j.members[j.cluster[k]] {
		out = append(out, j.nodes[m].mentions...)
	}
	return out
}

// likelyOne reports whether two full names are one person's, or likelier so than not: "Bob Halmos", "Robert Halmos".
func (j *joiner) likelyOne(a, b int32) bool {
	return j.cluster[a] == j.cluster[b] || !j.forbidden(j.cluster[a], j.cluster[b]) && j.judge(makePair(a, b)).p >= Review
}

// mayStandFor reports whether a bare name that stands alone can mean the person of a full one.
func (j *joiner) mayStandFor(bare, full int32) bool {
	a, b := j.nodes[bare], j.nodes[full]
	return a.person != nil && b.person != nil && a.bare && !b.bare && len(j.members[j.cluster[bare]]) == 1 &&
		a.person.script == b.person.script && standsFor(a.person.form.Name, b.person.form.Name)
}

// standsFor reports whether a bare name can be printed for a full one: it is a word of it that is used alone, or a spelling of one.
func standsFor(bare, full name.Name) bool {
	return name.Refers(bare, full) && slices.ContainsFunc(full.Words, func(w name.Word) bool {
		return spelledAlike(bare.Words[0].Fold, w.Fold) && !syllable(w, full)
	})
}

// syllable reports whether a word of a full name is no more than a syllable of a Chinese or Korean given name, which nobody is called
// by: the Un of Kim Jong-un, the Mao of Zhang Mao.
func syllable(w name.Word, full name.Name) bool {
	if w.Part != name.Given {
		return false
	}
	if w.Hyphen {
		return true
	}
	r, ok := name.ReadingsOf(full)
	return ok && strings.Count(r.Pinyin, " ") == 1
}

// Two words that begin alike and have one skeleton are spellings of one name if they are long, rather than two short names, or if
// they differ in one letter.
const (
	longWord  = 7 // bytes
	shortWord = 4
)

func spelledAlike(a, b string) bool {
	if a == b || strings.TrimPrefix(b, "abd") == a { // Abdel Rahman
		return true
	}
	least := min(len(a), len(b))
	return least >= shortWord && a[0] == b[0] && (least >= longWord || oneLetter(a, b)) && name.SameSkeleton(a, b)
}

// oneLetter reports whether two words differ in one letter that is another, or missing.
func oneLetter(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i < len(b) && (a[i:] == b[i+1:] || i < len(a) && a[i+1:] == b[i+1:])
}

// likeSurnameOf reports whether a bare name is a word of a full one that it can stand for, or as like its surname as spellings of one
// are: the full name with the bare one in place of that word would be joined with it unasked.
func (n *node) likeSurnameOf(full *node) bool {
	bare := n.person.form.Name.Words[0]
	words := full.person.form.Name.Words
	at := slices.IndexFunc(words, func(w name.Word) bool { return spelledAlike(bare.Fold, w.Fold) })
	if words[at].Fold == bare.Fold {
		return true
	}
	if words[at].Part != name.Surname || len(bare.Fold) < longWord {
		return false
	}
	printed := make([]string, len(words))
	for i, w := range words {
		printed[i] = w.Text
	}
	printed[at] = bare.Text
	return ProbabilityAs(attribution.Person, strings.Join(printed, " "), full.person.form.Name.Raw) >= AutoJoin
}
