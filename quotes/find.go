package quotes

import (
	"cmp"
	"slices"
	"sync"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/articles/token"
	"quotidian/quotes/tagger"
)

// reader is a way of reading articles.
type reader struct {
	taggers sync.Pool // keeps their buffers between articles; a tagger has no memory beyond them
	curves  func() *Curves
}

var (
	quick = reader{
		taggers: sync.Pool{New: func() any { return tagger.New() }},
		curves:  sync.OnceValue(func() *Curves { return builtIn("confidence.tsv") }),
	}
	careful = reader{
		taggers: sync.Pool{New: func() any { return tagger.NewCareful() }},
		curves:  sync.OnceValue(func() *Curves { return builtIn("confidence-careful.tsv") }),
	}
)

// Find finds the quotes of a text, in the order of their content.
//
// One pass over the tokens pairs the quotation marks, another cuts the text into units (sentences in which a
// quoted stretch counts as one word), and each unit is read once for its cues. The cost is linear in the text,
// whatever the text holds.
func Find(text sentence.Cut) []Quote { return quick.find(text) }

// FindCarefully does what [Find] does with a second, much slower reader beside the tagger (package encoder), which finds more and cuts
// better. A text of more than [MostCareful] bytes is no article, and is read as Find reads it: else one text could take an hour.
func FindCarefully(text sentence.Cut) []Quote {
	if len(text.Text) > MostCareful {
		return quick.find(text)
	}
	return careful.find(text)
}

// MostCareful is how long a text is that is read carefully at most, in bytes: some 20,000 words, and twenty seconds; a hundred where each byte
// is a word by itself.
const MostCareful = 1 << 17

func (r *reader) find(text sentence.Cut) []Quote {
	t := r.taggers.Get().(*tagger.Tagger)
	defer r.taggers.Put(t)
	weighed := Weigh(text, t)
	out := make([]Quote, len(weighed))
	for i := range weighed {
		out[i] = weighed[i].Quote
		out[i].Confidence = weighed[i].probability(r.curves())
	}
	return out
}

// Weigh finds the quotes of a text with a tagger of the caller's, and gives what speaks for each instead of how
// probable that makes it. Training fits the curves between the two on it.
func Weigh(text sentence.Cut, t *tagger.Tagger) []Weighed {
	r := read(text)
	for i := 0; i < len(r.units); {
		r.unit(i)
		r.posted(i)
		i = r.below(i)
	}
	r.takeTurns()
	return r.withoutDatelines(r.fuse(r.quotes(), t))
}

// rng is a range of token indices [first, last); the zero value means none.
type rng struct{ first, last int }

func (g rng) empty() bool { return g.last <= g.first }

// found is a quote in terms of tokens.
type found struct {
	kind    Kind
	medium  Medium
	content []rng
	cue     rng
	source  rng
	relay   rng
	reason  string
	sure    float64
}

// reading is one article cut up for the frames, and what they have found so far.
type reading struct {
	cut       sentence.Cut // as the tagger reads it, with typewriters' marks as two tokens each
	text      string
	lang      *language
	toks      []token.Token
	blocks    []int32 // see tokenAt
	words     []entry
	start     []bool // token begins a paragraph
	stretches []stretch
	within    []int32 // index of the stretch a token lies in, marks included; -1 outside
	sents     []sentence.Sentence
	units     []rng
	out       []found
	// claimed[i] is set when stretch i belongs to a quote.
	claimed []bool
	// used marks the cue verbs that a quote has taken.
	used []bool
	// barred marks the cue verbs that attribute nothing, however they look to the tagger.
	barred []bool
	// last is the source that an orphan quote or a participle inherits, with the unit it stood in.
	last     rng
	lastUnit int
	// open is the index in out of a direct quote that a following stretch may continue, -1 for none.
	open int
}

func read(c sentence.Cut) *reading {
	r := &reading{cut: c, text: c.Text, lang: english(), open: -1, lastUnit: -1}
	r.toks, r.sents = typewritten(c)
	r.blocks = blocksOf(r.text, r.toks)
	r.words = make([]entry, len(r.toks))
	for i, t := range r.toks {
		r.words[i] = entry{verb: -1}
		if t.Kind == token.Word && !t.Has(token.Clitic) {
			r.words[i] = r.lang.lookup(t.In(r.text))
		}
	}
	r.start = paragraphs(r.toks)
	r.withoutAcronyms()
	p := pairer{text: r.text, toks: r.toks, start: r.start}
	r.stretches = p.pair()
	r.claimed = make([]bool, len(r.stretches))
	r.used, r.barred = make([]bool, len(r.toks)), make([]bool, len(r.toks))
	r.within = make([]int32, len(r.toks))
	for i := range r.within {
		r.within[i] = -1
	}
	for k := range r.stretches {
		if s := &r.stretches[k]; !s.closed {
			s.close = r.innerTail(*s)
		}
	}
	for k, s := range r.stretches {
		for i := s.open; i <= s.close; i++ {
			r.within[i] = int32(k)
		}
	}
	r.units = r.joinSentences(r.sents)
	return r
}

// withoutAcronyms leaves the class of a small word to nobody who is only called so: WHO, IT, US, IS, CAN. Lines in capitals have none,
// and an auxiliary in capitals behind other words than small ones may be stressed: "it IS safe".
func (r *reading) withoutAcronyms() {
	for i := range r.words {
		if r.has(i, token.Capital) && (r.numbersName(i) || r.acronym(i)) {
			r.words[i] = entry{verb: -1}
		}
		if r.is(i, modal|finite) && r.namedLikeVerb(i) {
			r.words[i].class &^= modal | finite | nonCue
		}
	}
}

// namedLikeVerb reports whether token i, a verb in a list, is the name of somebody or something: "said Will Orlo", "the Met Office", "Mrs May
// said", not the "Will" of a headline, between capitals, or of a question.
func (r *reading) namedLikeVerb(i int) bool {
	if i == 0 || !r.has(i, token.Capital) || r.has(i, token.Upper) || r.has(i, token.Line) || r.terminal(i-1) {
		return false
	}
	if prev := r.toks[i-1]; prev.Kind != token.Word && r.tok(i-1) != "," {
		return false
	}
	return !r.has(i-1, token.Capital) || !r.has(i+1, token.Capital)
}

// signpost reports whether token i is the verb with which a page points to another one: "READ MORE - Norland: 'We stay'".
func (r *reading) signpost(i int) bool {
	if !r.has(i, token.Upper) {
		return false
	}
	switch r.tok(i) {
	case "READ", "SEE", "WATCH", "LISTEN":
		next := r.tok(i + 1)
		return next == "MORE" || next == "ALSO" || next == "NOW" || next == ":"
	}
	return false
}

// numbersName reports whether token i is the numeral with which a name ends: "the Post's Page Nine".
func (r *reading) numbersName(i int) bool {
	return r.is(i, det) && i > 0 && r.has(i, token.Capital) && r.has(i-1, token.Capital) && !r.has(i, token.Upper) &&
		r.toks[i-1].Kind == token.Word && !r.start[i] && numerals[r.tok(i)]
}

// acronym reports whether token i, a small word in capitals between words that have none, is a name: "the WHO warned", "an IT firm",
// not "it IS safe".
func (r *reading) acronym(i int) bool {
	const small = aux | modal | pronoun | object | relative
	if !r.is(i, small) || r.is(i, negative) || !r.has(i, token.Upper) || len(r.tok(i)) < 2 || r.has(i-1, token.Upper) || r.has(i+1, token.Upper) {
		return false
	}
	return !r.is(i, aux|modal) || r.start[i] || r.toks[i-1].Kind != token.Word || r.is(i-1, det|prep|sub|coord)
}

// numerals are small numbers as names end in them.
var numerals = map[string]bool{"One": true, "Two": true, "Three": true, "Four": true, "Five": true, "Six": true, "Seven": true, "Eight": true, "Nine": true, "Ten": true}

// paragraphs marks the tokens that begin a paragraph.
func paragraphs(toks []token.Token) []bool {
	layout := sentence.LayoutOf(toks)
	start := make([]bool, len(toks))
	for i, t := range toks {
		start[i] = layout.Begins(t)
	}
	return start
}

// innerTail gives the end of a stretch whose closing mark is missing: the comma before its cue, `“We stay, Orlo
// said.`, where the paragraph has one. Where only the next opening mark shows that the paragraph ended, the cue must end a sentence, since the
// words may be quoted, too: “Next week, we will ask.
func (r *reading) innerTail(s stretch) int32 {
	for i := int(s.close) - 1; i > int(s.open)+1 && i > int(s.close)-maxTail; i-- {
		if r.tok(i) != "," {
			continue
		}
		if v := r.tailCue(i + 1); v >= 0 && (!s.lost || r.terminal(v+1)) {
			return int32(i)
		}
	}
	return s.close
}

// joinSentences joins those that a quoted stretch spans, so that every unit holds whole stretches.
func (r *reading) joinSentences(sents []sentence.Sentence) []rng {
	var units []rng
	for _, s := range sents {
		if n := len(units); n > 0 && r.joined(s.First) {
			units[n-1].last = s.Last
			continue
		}
		units = append(units, rng{s.First, s.Last})
	}
	return units
}

// joined reports whether a unit runs on over the sentence break before token i: inside a stretch, or between a
// quoted question and its asker.
func (r *reading) joined(i int) bool {
	if r.within[i] >= 0 && r.within[i] == r.within[i-1] {
		return true
	}
	if r.introduces(i-1) && r.opensStretch(i) {
		return true
	}
	if r.within[i-1] < 0 || r.start[i] || !asks(r.tok(i-2)) {
		return false
	}
	k := r.tailCue(i)
	return k >= 0
}

// introduces reports whether token i is a colon or comma outside quotation marks.
func (r *reading) introduces(i int) bool {
	return r.within[i] < 0 && (r.tok(i) == ":" || r.tok(i) == ",")
}

// opensStretch reports whether token i is the opening mark of a stretch.
func (r *reading) opensStretch(i int) bool {
	if i >= len(r.within) || r.within[i] < 0 {
		return false
	}
	return int(r.stretches[r.within[i]].open) == i
}

func asks(s string) bool { return s == "?" || s == "!" || s == "…" || s == "..." }

// tok gives the printed form of token i, "" outside the text.
func (r *reading) tok(i int) string {
	if i < 0 || i >= len(r.toks) {
		return ""
	}
	return r.toks[i].In(r.text)
}

func (r *reading) is(i int, c class) bool {
	return i >= 0 && i < len(r.words) && r.words[i].class&c != 0
}

func (r *reading) has(i int, f token.Flag) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].Has(f)
}

func (r *reading) span(g rng) articles.Span {
	if g.empty() {
		return articles.Span{}
	}
	return articles.Span{Start: int(r.toks[g.first].Start), End: int(r.toks[g.last-1].End)}
}

// quotes turns what was found into byte spans, in the order of the text.
func (r *reading) quotes() []Quote {
	slices.SortStableFunc(r.out, func(a, b found) int {
		return cmp.Compare(a.content[0].first, b.content[0].first)
	})
	out := make([]Quote, 0, len(r.out))
	for _, f := range r.out {
		q := Quote{Kind: f.kind, Medium: f.medium, Cue: r.span(f.cue), Source: r.span(r.closed(f.source)), Reason: f.reason, Confidence: f.sure}
		for _, g := range f.content {
			q.Content = append(q.Content, r.span(g))
		}
		if !f.relay.empty() {
			q.Relay = []articles.Span{r.span(f.relay)}
		}
		out = append(out, q)
	}
	return out
}

// closed adds the comma that closes an apposition to a source: "Orlo, a doctor,". The corpora and the tagger count it
// in, since the apposition stands between two commas.
func (r *reading) closed(g rng) rng {
	if !g.empty() && r.tok(g.last) == "," && r.holdsComma(g) {
		g.last++
	}
	return g
}
