// Package draft checks the quotes of a draft against everything that a dossier has read.
//
// It takes a draft's article and a [Source], which *dossier.Dossier is, and gives a [Report]: one [Finding] for
// each quote of the draft, with a [Verdict], the printed words it was held against, and what the draft changed, the
// worst first. Nothing is decided and the dossier is not touched.
//
// The steps, each in a file of its own: words.go cuts texts into words as printed; subject.go makes ready what the
// draft says; gather.go goes once through all articles and keeps, for each quote of the draft, where its very words
// stand and the printed quotes most like it; frame.go holds the words around
// the marks of a mixed quotation against print; likest.go says which of these it is, speaker.go whether two names
// are one, rival.go who prints it otherwise or gives it to somebody else, judge.go what the verdict is; page.go writes the report.
//
// It is strict on purpose, for "exact" is a promise. Exact means: every word, number and inner sign of punctuation
// as some source prints it between quotation marks, from the beginning of a sentence to the end of one. What house
// style decides does not count: the shape of marks, dashes and apostrophes, the capital of a sentence's first word,
// and the punctuation where a cue parts the quote. Of a mixed quotation the words around the marks count too, but for
// function words: they stand on the same side of the same marks. Package [quotidian/draft/manuscript] reads drafts.
package draft

import (
	"context"
	"iter"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

// Source is what a draft is checked against.
type Source interface {
	// Extract finds the quotes of the draft as those of the articles were found.
	Extract(a *articles.Article) ([]attribution.Quote, error)
	EachArticle() iter.Seq2[dossier.ArticlePage, error]
	Speakers() ([]dossier.SpeakerInfo, error)
	Proposals() ([]dossier.Proposal, error)
	Log() ([]decision.Decision, error)
}

// Verdict is what came of checking one quote.
type Verdict string

// The verdicts, those that want an editor's eye first. Reported is for a statement that the draft gives in its own
// words without quotation marks, and that a source carries with the same sense. OtherFrame is for words between
// quotation marks that a source prints so, while none prints the words that the draft puts around them: what the
// speaker said of one thing may have become a statement about another. SpeakerOpen is for words that are printed so by a source of
// which the program cannot tell that they are the draft's speaker's there.
const (
	NotFound     Verdict = "not found"
	OtherSpeaker Verdict = "other speaker"
	Altered      Verdict = "altered"
	OtherFrame   Verdict = "other frame"
	IndirectOnly Verdict = "only in indirect speech"
	SpeakerOpen  Verdict = "exact, speaker unclear"
	Reported     Verdict = "reported"
	Exact        Verdict = "exact"
)

// Verdicts lists all verdicts, those that want an editor's eye first.
func Verdicts() []Verdict {
	return []Verdict{NotFound, OtherSpeaker, Altered, OtherFrame, IndirectOnly, SpeakerOpen, Reported, Exact}
}

// Fine reports whether a quote with this verdict can stand as it is.
func (v Verdict) Fine() bool { return v == Exact || v == Reported }

// Finding is what is known of one quote of the draft.
type Finding struct {
	Verdict Verdict
	Kind    quotes.Kind
	// Text is the quote as the draft prints it, Content its bytes in the draft's text, Position the same in code
	// points.
	Text     string
	Content  []articles.Span
	Position [][2]int
	// Speaker is whom the draft gives the words to, "" when nobody could be made out.
	Speaker string
	// Nearest is the printed quote that the draft's was held against; nil when none is like it.
	Nearest *Printed
	// Changes is what the draft did to it, worst first, and Diff shows that word by word; both are empty for
	// [Exact].
	Changes []wording.Change
	Diff    wording.Diff
	// Carriers lists the outlets that print the draft's very words, each once, in the order of [Nearest].
	Carriers []string
	// Rivals are other printings that contradict the draft although its words are printed so elsewhere: the very
	// words in another mouth, by time; then the statement with another number or a "not" more, each text once.
	Rivals []Rival
	// Why says in a sentence what the verdict rests on.
	Why string
}

// Printed is a quote, or words of an article's own, as a source printed them.
type Printed struct {
	// Quote and Statement are empty for words that the program took for no quote.
	Quote     dossier.QuoteID
	Statement dossier.StatementID
	Article   dossier.ArticleInfo
	Kind      quotes.Kind
	Text      string
	Position  [][2]int
	Speaker   string
	// Inferred says that the sentence does not name the speaker: the program read who is meant ("he said").
	Inferred bool
	// Status is "rejected" where a person found that the quote is not to be relied on.
	Status string
}

// Rival is a printing that contradicts the draft.
type Rival struct {
	Printed
	// Changes is what the draft's words do to it.
	Changes []wording.Change
}

// Report is a draft with the findings about its quotes, in the order of the text.
type Report struct {
	Text     string
	Findings []Finding
	// Articles is the number of articles it was held against.
	Articles int
}

// Counts tells how often each verdict was given.
func (r *Report) Counts() map[Verdict]int {
	n := map[Verdict]int{}
	for i := range r.Findings {
		n[r.Findings[i].Verdict]++
	}
	return n
}

// Fine reports whether every quote of the draft can stand as it is.
func (r *Report) Fine() bool {
	for i := range r.Findings {
		if !r.Findings[i].Verdict.Fine() {
			return false
		}
	}
	return true
}

// Check finds the quotes of a draft and holds each against all that src has read. Attitudes ("wants", "believes")
// are no statements and are not checked unless the draft puts them in quotation marks.
func Check(ctx context.Context, src Source, a *articles.Article) (*Report, error) {
	j, err := newJudge(src)
	if err != nil {
		return nil, err
	}
	quoted, err := src.Extract(a)
	if err != nil {
		return nil, err
	}
	r := &Report{Text: a.Text}
	g := newGatherer(subjects(a, quoted), j.cast)
	for page, err := range src.EachArticle() {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		r.Articles++
		g.article(&page)
	}
	for _, s := range g.subjects {
		r.Findings = append(r.Findings, j.judge(s))
	}
	return r, ctx.Err()
}
