package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/matching/wording"
	"quotidian/quotes"
)

// judge chooses verdicts.
type judge struct {
	cast     *cast
	disputed disputed
	comparer *wording.Comparer
}

func newJudge(src Source) (*judge, error) {
	speakers, err := src.Speakers()
	if err != nil {
		return nil, err
	}
	open, err := src.Proposals()
	if err != nil {
		return nil, err
	}
	log, err := src.Log()
	return &judge{cast: newCast(speakers, open, log), disputed: newDisputed(open), comparer: wording.NewComparer()}, err
}

func (j *judge) judge(s *subject) Finding {
	f := Finding{Kind: s.quote.Kind, Text: s.text, Content: s.quote.Content, Position: s.spans}
	if sp := s.quote.Speaker; sp != nil {
		f.Speaker = sp.Name
	}
	if len(s.verbatim) > 0 {
		j.asPrinted(s, &f)
		j.rivals(s, &f)
		return f
	}
	slices.SortStableFunc(s.plain, func(a, b verbatim) int {
		return cmp.Or(-cmp.Compare(truth(a.quoted), truth(b.quoted)), earlier(&a.Printed, &b.Printed))
	})
	near, c := j.likest(s)
	switch {
	case len(s.plain) > 0 && s.plain[0].quoted:
		j.unclaimed(s, &f)
	case near != nil:
		j.otherwise(s, &f, near, c)
	case len(s.plain) > 0:
		f.Nearest, f.Verdict = &s.plain[0].Printed, IndirectOnly
		f.Why = outlet(f.Nearest) + " prints these words, but outside quotation marks"
	default:
		f.Verdict, f.Why = NotFound, "no article of the dossier prints these words or a statement like them"
	}
	j.rivals(s, &f)
	return f
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// earlier orders printings by publication, undated last, then by content.
func earlier(a, b *Printed) int {
	x, y := a.Article.Published, b.Article.Published
	return cmp.Or(cmp.Compare(truth(y.Known()), truth(x.Known())), x.Time.Compare(y.Time), cmp.Compare(a.Article.Outlet.Name, b.Article.Outlet.Name),
		cmp.Compare(a.Quote, b.Quote), cmp.Compare(a.Article.ID, b.Article.ID))
}

// What a printing of the draft's very words may have against it, each worse than all before it together. From cut on
// the draft's quote is not the printed one.
const (
	inferred = 1 << iota
	unnamed
	doubted
	cut
	framed
	restyled
	elsewhere
)

// faults adds up what a printing has against it.
func (j *judge) faults(s *subject, v *verbatim) int {
	n := 0
	switch j.accord(s, &v.witness) {
	case other:
		n += elsewhere
	case unknown:
		n += unnamed
	}
	if v.run.styled {
		n += restyled
	}
	if !v.framing.same() {
		n += framed
	}
	if !s.complete(v.run) {
		n += cut
	}
	if v.Status == "rejected" {
		n += doubted
	}
	if v.Inferred && n < cut { // of words that cannot stand it does not matter
		n += inferred
	}
	return n
}

// complete reports whether nothing was cut off without a sign. A small letter at its beginning shows that a quote is
// a fragment; that its end is missing too shows only while it is no more than a few words.
func (s *subject) complete(r run) bool {
	words := s.stretches[0]
	first, _ := utf8.DecodeRuneInString(words[0].text)
	fragment := unicode.IsLower(first)
	return s.quote.Kind == quotes.Mixed || (r.begins || fragment) && (r.ends || fragment && len(words) <= mostFragment)
}

// mostFragment is how many words a fragment has at most.
const mostFragment = 7

// asPrinted judges words that sources print between quotation marks.
func (j *judge) asPrinted(s *subject, f *Finding) {
	slices.SortFunc(s.verbatim, func(a, b verbatim) int {
		return cmp.Or(cmp.Compare(j.faults(s, &a), j.faults(s, &b)), cmp.Compare(b.framing.worth, a.framing.worth), earlier(&a.Printed, &b.Printed))
	})
	best := j.first(s)
	f.Nearest = &best.Printed
	for i := range s.verbatim {
		if v := &s.verbatim[i]; j.faults(s, v) < cut && !slices.Contains(f.Carriers, outlet(&v.Printed)) {
			f.Carriers = append(f.Carriers, outlet(&v.Printed))
		}
	}
	mixed := s.frame != nil || best.Kind == quotes.Mixed
	switch c := j.compare(&best.witness, s); {
	case j.accord(s, &best.witness) == other:
		f.Verdict = OtherSpeaker
		f.Changes = []wording.Change{speakerChange(f.Nearest, f)}
		givenTo(s, f, "%s gives these words to %s, the draft to %s")
	case best.run.styled:
		j.restyle(s, f, c, &best.run)
	case !s.complete(best.run):
		j.alter(f, c, wording.Change{Kind: wording.Trimmed, Note: "cut out of a longer sentence"})
	case s.frame != nil && !best.framing.same():
		j.reframe(f, c, &best.framing)
	case (mixed || !best.run.whole()) && turned(c.Changes, mixed):
		j.alter(f, c)
	default:
		f.Verdict, f.Why = Exact, "printed so by "+listed(f.Carriers)
		j.whoSpeaks(s, best, f)
	}
}

// first is the printing that counts of those in order. Where the program only read there that the draft's speaker
// says so many words, and no full name of his stands beside them, it is one that names somebody else, for two people
// hardly hit on the same words.
func (j *judge) first(s *subject) *verbatim {
	best := &s.verbatim[0]
	if !best.Inferred || len(s.stretches[0]) < fewestOrphan || j.cast.introduced(&best.witness) {
		return best
	}
	for i := range s.verbatim {
		if v := &s.verbatim[i]; !v.Inferred && j.faults(s, v)&^doubted == elsewhere {
			return v
		}
	}
	return best
}

// whoSpeaks adds to words that stand as printed what is open about their speaker.
func (j *judge) whoSpeaks(s *subject, v *verbatim, f *Finding) {
	switch who := j.accord(s, &v.witness); {
	case j.twoSpellings(s, &v.witness, f):
		f.Verdict = SpeakerOpen
	case who == unknown && v.Inferred:
		f.Why += fmt.Sprintf("; the words before name %s, whom the program did not read as the speaker: look there", f.Speaker)
	case who == unknown && (s.speaker() == "" || strings.EqualFold(f.Speaker, v.Speaker)): // "the police" of both
		f.Why += "; that the speaker is the same one is for a person to say"
	case who == unknown:
		f.Verdict = SpeakerOpen
		f.Why += "; whether the draft's speaker said it there the program cannot tell: look there"
	case !j.cast.spelled(s, v.speaker):
		f.Why += fmt.Sprintf("; the draft spells the name “%s”, the source “%s”", f.Speaker, v.Speaker)
	default:
		readHere(f)
	}
	if v.Status == "rejected" {
		f.Why += ", but rejected in the dossier by a person"
	}
}

// twoSpellings tells of two names that the dossier has as two speakers until a person says which it is.
func (j *judge) twoSpellings(s *subject, w *witness, f *Finding) bool {
	if !j.cast.undecided(s, w.speaker) {
		return false
	}
	f.Why += fmt.Sprintf("; whether “%s” and “%s” are one speaker waits for a decision", f.Speaker, w.Speaker)
	return true
}

// givenTo tells of words that a source gives to somebody else than the draft.
func givenTo(s *subject, f *Finding, format string) {
	f.Why = fmt.Sprintf(format, outlet(f.Nearest), f.Nearest.Speaker, f.Speaker)
	readHere(f)
	if !s.named {
		f.Why += "; whom the draft means is read here too"
	}
}

// readHere adds that a source does not name whom the program read ("he said").
func readHere(f *Finding) {
	if f.Nearest.Inferred {
		f.Why += "; who speaks there is read here, the sentence does not say so"
	}
}

// reframe judges words that are printed so in another frame than the draft's. What the comparison is sure of that this changed
// is named; else the words around the marks are.
func (j *judge) reframe(f *Finding, c wording.Comparison, g *framing) {
	switch {
	case g.negated != g.denied:
		note := "the draft has a negation around the marks, the source none"
		if g.denied {
			note = "the source has a negation around the marks, the draft none"
		}
		j.alter(f, c, wording.Change{Kind: wording.Negation, Note: note})
	case slices.ContainsFunc(c.Changes, func(x wording.Change) bool { return matters(x.Kind) }):
		j.alter(f, c)
	default:
		f.Verdict, f.Diff = OtherFrame, c.Diff
		f.Changes = []wording.Change{{Kind: wording.Reworded, To: g.missing, Note: fmt.Sprintf("“%s” does not stand so with the words in quotation marks", g.missing)}}
		f.Why = outlet(f.Nearest) + " prints the words in quotation marks, but no source those that the draft puts around them"
	}
}

// restyle judges words of which only capitals or punctuation are printed otherwise, and shows where.
func (j *judge) restyle(s *subject, f *Finding, c wording.Comparison, r *run) {
	j.alter(f, c, wording.Change{Kind: wording.Reworded, Note: r.note})
	if slices.ContainsFunc(f.Diff, func(x wording.Run) bool { return x.Op != wording.Same }) {
		return
	}
	before, behind := strings.TrimSpace(s.text[:r.is.span.Start]), strings.TrimSpace(strings.TrimPrefix(s.text[r.is.span.End:], r.is.after))
	f.Diff = slices.DeleteFunc(wording.Diff{
		{Op: wording.Same, A: before, B: before}, {Op: wording.Replaced, A: r.was.signed(), B: r.is.signed()}, {Op: wording.Same, A: behind, B: behind},
	}, func(x wording.Run) bool { return x.A == "" })
}

// turned reports changes that make a fragment say something else although its words are all there. Around the marks of a mixed
// quotation the words that may differ make a "may" of an "is" too.
func turned(changes []wording.Change, mixed bool) bool {
	return slices.ContainsFunc(changes, func(c wording.Change) bool {
		return c.Kind == wording.Negation || c.Kind == wording.Number || mixed && c.Kind == wording.Modality
	})
}

// unclaimed judges words that an article prints between quotation marks where the program found no quote.
func (j *judge) unclaimed(s *subject, f *Finding) {
	p := &s.plain[0]
	f.Nearest = &p.Printed
	switch {
	case p.run.styled:
		j.restyle(s, f, wording.Comparison{}, &p.run)
	case !s.complete(p.run):
		j.alter(f, wording.Comparison{}, wording.Change{Kind: wording.Trimmed, Note: "cut out of a longer sentence"})
	case s.frame != nil && !p.framing.same():
		j.reframe(f, wording.Comparison{}, &p.framing)
	default:
		f.Verdict, f.Carriers = SpeakerOpen, []string{outlet(&p.Printed)}
		f.Why = outlet(&p.Printed) + " prints these words between quotation marks; who said them there is for a person to read"
	}
}

// otherwise judges words that no source prints, held against the quote most like them.
func (j *judge) otherwise(s *subject, f *Finding, near *candidate, c wording.Comparison) {
	f.Nearest = &near.Printed
	switched := j.accord(s, &near.witness) == other
	switch {
	case s.quoted() && near.Kind == quotes.Indirect:
		f.Verdict, f.Changes, f.Diff = IndirectOnly, c.Changes, c.Diff
		f.Why = outlet(f.Nearest) + " reports this without quotation marks, and no article prints it as a quote"
	case s.quoted():
		j.alter(f, c)
	case slices.ContainsFunc(c.Changes, func(x wording.Change) bool { return matters(x.Kind) }):
		j.alter(f, c)
	case switched:
		f.Verdict, f.Diff = OtherSpeaker, c.Diff
		givenTo(s, f, "%s gives this to %s, the draft to %s")
	default:
		f.Verdict, f.Diff = Reported, c.Diff
		f.Why = outlet(f.Nearest) + " prints it in other words, with the same sense as far as the program can tell"
		if !slices.ContainsFunc(c.Diff, func(r wording.Run) bool { return r.Op != wording.Same }) {
			f.Why, f.Diff = outlet(f.Nearest)+" reports it in the same words", nil
		}
		j.twoSpellings(s, &near.witness, f)
	}
	if switched {
		f.Changes = append([]wording.Change{speakerChange(f.Nearest, f)}, f.Changes...)
		slices.SortStableFunc(f.Changes, byWeight)
	}
}

// matters reports changes of what a statement says; in the draft's own words all others are allowed.
func matters(k wording.ChangeKind) bool { return wording.ByWeight(k, wording.Speaker) < 0 }

// alter fills in what the draft changed: what the comparison names, and more where that does not name it already.
func (j *judge) alter(f *Finding, c wording.Comparison, more ...wording.Change) {
	f.Verdict, f.Changes, f.Diff = Altered, slices.Clone(c.Changes), c.Diff
	for _, m := range more {
		if !slices.ContainsFunc(f.Changes, func(x wording.Change) bool { return x.Kind == m.Kind }) {
			f.Changes = append(f.Changes, m)
		}
	}
	if len(f.Changes) == 0 {
		f.Changes = []wording.Change{{Kind: wording.Reworded, Note: "printed in another style or spelling"}}
	}
	slices.SortStableFunc(f.Changes, byWeight)
	f.Why = outlet(f.Nearest) + " prints it otherwise"
}

func byWeight(a, b wording.Change) int { return wording.ByWeight(a.Kind, b.Kind) }

// speakerChange is what the draft does to words that a source gives to somebody else.
func speakerChange(p *Printed, f *Finding) wording.Change {
	return wording.Change{Kind: wording.Speaker, From: p.Speaker, To: f.Speaker, Note: fmt.Sprintf("said by %s, the draft gives it to %s", p.Speaker, f.Speaker)}
}

// outlet names who printed it; where nobody knows, as of standard input, the headline or the file says which article.
func outlet(p *Printed) string { return cmp.Or(p.Article.Outlet.Name, p.Article.Title, p.Article.Path) }

// listed names up to three things and counts the rest.
func listed(names []string) string {
	if len(names) > 3 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:3], ", "), len(names)-3)
	}
	return strings.Join(names, ", ")
}
