package attribution

import (
	"sort"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/articles/token"
	"quotidian/quotes"
)

// reading is one article cut up for attribution. Everything is indexed by token.
type reading struct {
	text    string
	byline  string
	words   *vocabulary
	toks    []token.Token
	class   []class
	sents   []sentence.Sentence
	sentOf  []int32
	paraOf  []int32
	partOf  []int32 // by sentence: the part of the article between lines like "___"
	quoted  []bool  // between quotation marks
	content []int32 // 1 + index of the quote whose content the token is part of, 0 for none
	heading []bool  // by sentence: printed in title case, so that capitals tell nothing
	// dateline is, by sentence, where its dateline ends, or its first token.
	dateline []int32

	seen      map[string]bool // words printed in lower case, or with a capital that no sentence asks for
	pairs     map[string]bool // words that open names of two words; nil for none
	trades    map[string]bool // trades that are surnames of the article: Cook; nil for none
	mentions  []named
	mentionAt []int32 // 1 + index of the mention the token is part of, 0 for none
	entities  []entity
}

func read(a *articles.Article, c sentence.Cut, qs []quotes.Quote) *reading {
	r := &reading{text: c.Text, byline: a.Byline, words: words(), toks: c.Tokens, sents: c.Sentences}
	n := len(r.toks)
	r.class = make([]class, n)
	r.sentOf, r.paraOf = make([]int32, n), make([]int32, n)
	r.quoted, r.content = make([]bool, n), make([]int32, n)
	r.mentionAt = make([]int32, n)
	r.heading, r.dateline = make([]bool, len(r.sents)), make([]int32, len(r.sents))
	for i, t := range r.toks {
		r.class[i] = r.words.classify(r.text, t)
	}
	r.partOf = make([]int32, len(r.sents))
	r.numberSentences()
	r.markQuoted()
	for i := range qs {
		for _, s := range qs[i].Content {
			first, last := r.tokens(s)
			single := qs[i].Kind == quotes.Direct && first < last && r.toks[first].Kind == token.Mark
			for k := first; k < last; k++ {
				r.content[k] = int32(i + 1)
				r.quoted[k] = r.quoted[k] || single // British papers print single marks
			}
		}
	}
	return r
}

// numberSentences notes for every token its sentence and its paragraph. A line break begins a paragraph only
// where it begins a sentence too: hard-wrapped text has one in mid-sentence.
func (r *reading) numberSentences() {
	para, part := int32(-1), int32(0)
	for s, x := range r.sents {
		if r.rule(x) {
			part++
		}
		r.partOf[s] = part
		if r.toks[x.First].Has(token.Line) {
			para++
		}
		for i := x.First; i < x.Last; i++ {
			r.sentOf[i], r.paraOf[i] = int32(s), para
		}
		r.heading[s] = r.titleCase(x)
		r.dateline[s] = int32(r.datelineEnd(x))
	}
}

// rule reports whether a sentence is a line without a word, which parts one item from the next.
func (r *reading) rule(x sentence.Sentence) bool {
	for i := x.First; i < x.Last; i++ {
		if k := r.toks[i].Kind; k == token.Word || k == token.Number {
			return false
		}
	}
	return r.toks[x.First].Has(token.Line)
}

// tokens gives the range of tokens that share a byte with a span: the span of a source may end within a token
// ("She" of "She'll").
func (r *reading) tokens(s articles.Span) (first, last int) {
	first = sort.Search(len(r.toks), func(i int) bool { return int(r.toks[i].End) > s.Start })
	last = first + sort.Search(len(r.toks)-first, func(i int) bool { return int(r.toks[first+i].Start) >= s.End })
	return first, last
}

// span gives the bytes of tokens [first, last).
func (r *reading) span(first, last int) articles.Span {
	return articles.Span{Start: int(r.toks[first].Start), End: int(r.toks[last-1].End)}
}

func (r *reading) word(i int) string { return r.toks[i].In(r.text) }

func (r *reading) is(i int, c class) bool { return i >= 0 && i < len(r.toks) && r.class[i]&c != 0 }

// punct reports whether token i is the punctuation s.
func (r *reading) punct(i int, s string) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].Kind == token.Punct && r.word(i) == s
}

// dash reports whether token i is a dash between words.
func (r *reading) dash(i int) bool {
	return r.punct(i, "—") || r.punct(i, "–") || r.punct(i, "--") || r.punct(i, "-")
}

// doubleMark reports whether token i is a double quotation mark.
func (r *reading) doubleMark(i int) bool {
	return r.toks[i].Kind == token.Mark && doubleMark(r.word(i))
}

func (r *reading) sentence(i int) sentence.Sentence { return r.sents[r.sentOf[i]] }

// sameSentence reports whether tokens i and j exist and stand in one sentence.
func (r *reading) sameSentence(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(r.toks) && j < len(r.toks) && r.sentOf[i] == r.sentOf[j]
}

// titleCase reports whether a sentence is a heading in title case: nearly every longer word has a capital, or
// every one where a full stop closes it.
func (r *reading) titleCase(x sentence.Sentence) bool {
	caps, long := 0, 0
	for i := x.First; i < x.Last; i++ {
		t := r.toks[i]
		if t.Kind != token.Word || t.End-t.Start < 4 || t.Has(token.Clitic) || !t.Has(token.Capital) && r.class[i]&function != 0 {
			continue
		}
		long++
		if t.Has(token.Capital) {
			caps++
		}
	}
	last := x.Last - 1
	if r.punct(last, ".") && (caps < long || long < 6) {
		return false
	}
	return long >= 4 && caps*10 >= long*8 && r.toks[x.First].Has(token.Line)
}

// markQuoted pairs double quotation marks paragraph by paragraph: an opening mark stands before a word without
// a blank, and a stretch that nothing closes ends with its paragraph.
func (r *reading) markQuoted() {
	open := false
	for i, t := range r.toks {
		if t.Has(token.Line) {
			open = false
		}
		if t.Kind == token.Mark && doubleMark(r.word(i)) {
			open = !open && i+1 < len(r.toks) && r.toks[i+1].Has(token.Glued)
			r.quoted[i] = true
			continue
		}
		r.quoted[i] = open
	}
}

func doubleMark(s string) bool {
	switch s {
	case "\"", "“", "”", "„", "‟", "«", "»", "＂":
		return true
	}
	return false
}
