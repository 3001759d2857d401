package draft

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/matching/wording/canon"
	"quotidian/quotes"
)

// witness is a printed quote with what is known of it beside its words.
type witness struct {
	Printed
	speaker dossier.SpeakerID
	parts   int
	denied  bool   // by the verb that attributes it
	near    string // the sentence before and its own
}

// verbatim is a place where a source prints all stretches of a subject.
type verbatim struct {
	witness
	run     run // the worst of its stretches
	quoted  bool
	framing framing
}

// candidate is a printed quote that shares words with a subject.
type candidate struct {
	witness
	// covers is the share, by weight, of the draft's words that the source has; common counts the telling ones.
	covers float64
	common int
}

// mostCandidates are kept for each quote of the draft. The right one is the first or second nearly always; the
// others serve where the likest words are an indirect report of the same statement.
const mostCandidates = 24

// leastCover is the share of the draft's words that a source must have to be looked at.
const leastCover = 0.2

// gatherer goes through articles, one at a time, and keeps of each only what concerns the draft: time grows with
// what was read, memory with the draft.
type gatherer struct {
	subjects []*subject
	cast     *cast
	meant    map[dossier.SpeakerID]bool // those whom the draft names
	holders  map[uint64][]int           // canonical word to the subjects that have it
	scanner  canon.Scanner
	words    []canon.Word
	covered  []float64 // by subject, of the quote being looked at
	common   []int
	touched  []int
}

func newGatherer(subjects []*subject, c *cast) *gatherer {
	g := &gatherer{
		subjects: subjects, cast: c, meant: map[dossier.SpeakerID]bool{}, holders: map[uint64][]int{},
		covered: make([]float64, len(subjects)), common: make([]int, len(subjects)),
	}
	for i, s := range subjects {
		for _, id := range c.meant(s) {
			g.meant[id] = true
		}
		for key := range s.keys {
			g.holders[key] = append(g.holders[key], i)
		}
	}
	return g
}

// article looks through one article: first its quotes, then its text for words that no quote of it has.
func (g *gatherer) article(page *dossier.ArticlePage) {
	g.cast.meet(page, g.meant)
	found := map[*subject]bool{}
	for i := range page.Appearances {
		a := &page.Appearances[i]
		g.liken(page, a)
		g.verbatim(page, a, found)
	}
	g.plain(page, found)
}

// liken keeps a printed quote for the subjects that it shares words with.
func (g *gatherer) liken(page *dossier.ArticlePage, a *dossier.Appearance) {
	g.words = g.scanner.Scan(g.words[:0], a.Text, nil)
	used := map[uint64]int{}
	for _, w := range g.words {
		used[w.Key]++
		for _, i := range g.holders[w.Key] {
			k := g.subjects[i].keys[w.Key]
			if used[w.Key] > k.count {
				continue
			}
			if g.covered[i] == 0 {
				g.touched = append(g.touched, i)
			}
			g.covered[i] += k.each
			if k.each >= tellingWeight {
				g.common[i]++
			}
		}
	}
	for _, i := range g.touched {
		s := g.subjects[i]
		if covers := g.covered[i] / s.total; covers >= leastCover && g.common[i] > 0 {
			s.keep(candidate{witness: newWitness(page, a), covers: covers, common: g.common[i]})
		}
		g.covered[i], g.common[i] = 0, 0
	}
	g.touched = g.touched[:0]
}

// keep puts a candidate in its place, and lets the last one go when there are too many. Of equal ones the first that was printed
// comes first; other ties are broken by content, so that the order of articles does not matter.
func (s *subject) keep(c candidate) {
	i, _ := slices.BinarySearchFunc(s.alike, c, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.covers, a.covers), cmp.Compare(len(a.Text), len(b.Text)), earlier(&a.Printed, &b.Printed))
	})
	if i < mostCandidates {
		s.alike = slices.Insert(s.alike, i, c)
		s.alike = s.alike[:min(len(s.alike), mostCandidates)]
	}
}

// verbatim keeps a printed quote for the subjects whose very words it has between its quotation marks.
func (g *gatherer) verbatim(page *dossier.ArticlePage, a *dossier.Appearance, found map[*subject]bool) {
	if a.Kind == quotes.Indirect {
		return
	}
	var sources [][]word
	var around []*setting // of a quote its words, and the sentences in which they stand
	for _, s := range g.subjects {
		if len(s.stretches) == 0 {
			continue
		}
		if sources == nil {
			sources = printedStretches(page, a)
		}
		if r, ok := findAll(s.stretches, sources); ok {
			v := verbatim{witness: newWitness(page, a), run: r, quoted: true}
			if s.frame != nil {
				if around == nil {
					around = []*setting{newSetting(&g.scanner, a.Text, page.Text, a.CueText), newSetting(&g.scanner, a.Sentence, page.Text, a.CueText)}
				}
				v.framing = s.frame.best(around)
				if !v.framing.same() && v.framing.worth == 0 && s.frame.slight() {
					continue
				}
			}
			s.verbatim = append(s.verbatim, v)
			found[s] = true
		}
	}
}

// printedStretches gives the words of a printed quote that stand between quotation marks. Where a cue parts the quote
// and ends a sentence (“We go on,” she said. “It is late.”), the words after it begin one.
func printedStretches(page *dossier.ArticlePage, a *dossier.Appearance) [][]word {
	all := stretches(a.Kind, a.Text)
	if a.Kind != quotes.Direct || len(all) == 0 {
		return all
	}
	end, at := 0, 0 // of the pieces before, in a.Text; in words
	for i := range len(a.Content) - 1 {
		if i > 0 {
			end++ // the blank between pieces
		}
		end += a.Content[i].Len()
		for at+1 < len(all[0]) && all[0][at+1].span.End <= end {
			at++
		}
		gap := articles.Span{Start: a.Content[i].End, End: a.Content[i+1].Start}
		if all[0][at].span.End <= end && endsSentence(gap.In(page.Text)) {
			all[0][at].after += "."
		}
	}
	return all
}

// endsSentence reports whether what stands between two pieces of a quote ends a sentence, quotation marks aside.
func endsSentence(between string) bool {
	between = strings.TrimRightFunc(between, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\"“„«»'‘`", r) })
	return between != "" && strings.ContainsAny(between[len(between)-1:], ".?!")
}

// findAll finds every stretch of the draft in some stretch of a source. It gives the place of the first, and the
// worst of what is said of them.
func findAll(draft, sources [][]word) (worst run, found bool) {
	worst.begins, worst.ends = true, true
	for i, d := range draft {
		best, ok := run{}, false
		for _, s := range sources {
			if r, here := findRun(d, s); here && (!ok || !r.styled && best.styled || r.whole() && !best.whole()) {
				best, ok = r, true
			}
		}
		if !ok {
			return worst, false
		}
		if i == 0 {
			worst.from, worst.to = best.from, best.to
		}
		worst.begins, worst.ends = worst.begins && best.begins, worst.ends && best.ends
		if best.styled && !worst.styled {
			worst.styled, worst.note, worst.was, worst.is = true, best.note, best.was, best.is
		}
	}
	return worst, len(draft) > 0
}

// plain keeps articles that have a subject's words though in no quote that was found: the reader may have been
// missed there, and it is for a person to look.
func (g *gatherer) plain(page *dossier.ArticlePage, found map[*subject]bool) {
	var words []word
	lower := ""
	for _, s := range g.subjects {
		if len(s.stretches) == 0 || found[s] || len(s.stretches[0]) < fewestPlain {
			continue
		}
		if lower == "" {
			lower = strings.ToLower(page.Text)
		}
		if !strings.Contains(lower, longest(s.stretches[0])) {
			continue // most articles are done with here
		}
		if words == nil {
			words = scan(page.Text)
		}
		if r, ok := findAll(s.stretches, [][]word{words}); ok {
			v := verbatim{witness: witness{Printed: passage(page, words, r)}, run: r, quoted: allQuoted(words[r.from:r.to])}
			if s.frame != nil {
				v.framing = s.frame.in(newSetting(&g.scanner, paragraph(page.Text, words[r.from].span), page.Text, ""))
			}
			s.plain = append(s.plain, v)
		}
	}
}

// fewestPlain is how many words a stretch needs for its occurrence in running text to mean anything.
const fewestPlain = 3

// longest is the longest word without an apostrophe, for those are printed in several ways.
func longest(words []word) string {
	best := ""
	for i := range words {
		if f := words[i].fold; len(f) > len(best) && !strings.Contains(f, "'") {
			best = f
		}
	}
	return best
}

func allQuoted(words []word) bool {
	for i := range words {
		if words[i].quoted == 0 {
			return false
		}
	}
	return true
}

// passage is a place in the running text of an article.
func passage(page *dossier.ArticlePage, words []word, r run) Printed {
	span := articles.Span{Start: words[r.from].span.Start, End: words[r.to-1].span.End}
	return Printed{
		Article: page.ArticleInfo, Kind: quotes.Indirect, Text: span.In(page.Text),
		Position: [][2]int{articles.NewRunes(page.Text).Span(span)},
	}
}

// paragraph is the one in which a span stands.
func paragraph(text string, span articles.Span) string {
	begin, end := strings.LastIndexByte(text[:span.Start], '\n')+1, strings.IndexByte(text[span.End:], '\n')
	if end < 0 {
		return text[begin:]
	}
	return text[begin : span.End+end]
}

func newWitness(page *dossier.ArticlePage, a *dossier.Appearance) witness {
	return witness{
		Printed: Printed{
			Quote: a.Quote, Statement: a.Statement, Article: page.ArticleInfo, Kind: a.Kind, Text: a.Text,
			Position: a.Position, Speaker: a.SpeakerAs, Status: a.Status,
			Inferred: a.Speaker != "" && !touched(a) && !names(a.SourceText, a.SpeakerAs, a.Printed),
		},
		speaker: a.Speaker, parts: len(a.Content), denied: a.Kind != quotes.Direct && denies(a.CueText), near: a.Before + " " + a.Sentence,
	}
}

// touched reports whether a person has looked at who speaks.
func touched(a *dossier.Appearance) bool { return a.Status == "confirmed" || a.Status == "changed" }
