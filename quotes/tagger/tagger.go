package tagger

import (
	"sync"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/articles/token"
	"quotidian/assets/model"
	"quotidian/quotes/encoder"
	"quotidian/quotes/tagger/internal/feature"
	"quotidian/quotes/tagger/internal/trained"
)

// Attribution is one statement or attitude as the model reads it.
//
// Invariants: Content is never empty; all spans are in order, without overlap, on the edges of tokens, and lie
// in one paragraph.
type Attribution struct {
	// Cue holds the words that attribute; empty when the paragraph has none for this content, as in a quotation
	// that runs on from the paragraph before.
	Cue articles.Span
	// Source holds the words that name who is attributed; empty when the model sees none.
	Source articles.Span
	// Content holds the words attributed, one span on each side of cue and source at most.
	Content []articles.Span
	Medium  Medium
	// Prob is the calibrated probability, 0 to 1, that a careful reader marks this attribution with this content,
	// give or take a word.
	Prob float64
	// Exact tells how sure each part is to the word.
	Exact Exact
	// Why says in words what decided: the cue and on which side of it source and content stand.
	Why string

	evidence [3]int32
}

// Exact holds the probabilities, 0 to 1, that just these words are the source, the cue and the content; of several spans
// of content the least probable counts. A part that is not there has 0.
type Exact struct{ Source, Cue, Content float64 }

// Evidence is what Prob was computed from: the log-odds, times chain.Unit, that cue, source and content lie about where
// they were found. Training calibrates on it.
func (a *Attribution) Evidence() [3]int32 { return a.evidence }

// Tagger finds attributions. It reuses its memory, so one Tagger must not be used by two goroutines at once;
// making another is cheap, since all share one model.
type Tagger struct {
	model  *trained.Model
	run    trained.Labeller
	linker linker
}

var load = sync.OnceValue(func() *trained.Model {
	parts, err := trained.Decode(model.Open("tagger.bin"))
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return parts.Build()
})

// New gives a tagger with the model that is built into the program, which is unpacked at the first call.
func New() *Tagger { return build(load()) }

// NewCareful gives a tagger that listens to an encoder as well.
func NewCareful() *Tagger {
	t := New()
	t.run.Encoder = encoder.New()
	return t
}

// Careful reports whether the tagger listens to an encoder.
func (t *Tagger) Careful() bool { return t.run.Encoder != nil }

func build(m *trained.Model) *Tagger {
	t := &Tagger{model: m}
	t.linker = linker{model: m, media: loadMedia(), unit: &t.run.Unit, lattice: &t.run.Lattice}
	return t
}

// FromFile gives a tagger with the model whose file's bytes are raw; training and its reports use it.
func FromFile(raw []byte) (*Tagger, error) {
	parts, err := trained.Decode(raw)
	if err != nil {
		return nil, err
	}
	return build(parts.Build()), nil
}

// Tag appends the attributions of a text to dst and returns it, in the order of their cues. toks must be the
// tokens of text and sents their sentences.
func (t *Tagger) Tag(dst []Attribution, text string, toks []token.Token, sents []sentence.Sentence) []Attribution {
	u := &t.run.Unit
	feature.Paragraphs(toks, sents, sentence.LayoutOf(toks).Begins, feature.MostSentences, func(first, last int, starts []int) {
		u.Fill(t.model.Lexicon, text, toks[first:last], starts)
		t.model.Run(&t.run, func(from int) {
			t.linker.first = from
			dst = t.linker.link(dst)
		})
	})
	return dst
}
