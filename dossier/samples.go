package dossier

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode"

	"quotidian/dossier/store"
)

// Sample is a place where a speaker is quoted: the sentence that prints the name, so that a person sees who is meant, and
// what is said there.
type Sample struct {
	Article ArticleInfo
	Quote   QuoteID
	// Before, Name and After are the words, in one line; Name is the spelling as printed there. Where none is, because a person said who
	// speaks, all of it is After.
	Before, Name, After string
}

// samplesTried bounds the articles of a speaker that are looked through for samples, the earliest first.
const samplesTried = 6

// Samples gives for each speaker at most so many samples, of different articles: those that print the name as the speaker is
// listed come first, then those of an outlet not shown yet, then the earliest. A speaker who is not there any more has none.
func (d *Dossier) Samples(most int, speakers ...SpeakerID) (map[SpeakerID][]Sample, error) {
	found := make(map[SpeakerID][]Sample, len(speakers))
	err := d.load(func(l *loader) error {
		for _, id := range speakers {
			if _, done := found[id]; done {
				continue
			}
			some, err := l.samples(string(id), most)
			if err != nil && !errors.Is(err, store.ErrNone) {
				return err
			}
			found[id] = some
		}
		return nil
	})
	return found, err
}

// ranked is a sample with what speaks against showing it.
type ranked struct {
	Sample
	spelling int  // 0 the name as listed, 1 another spelling, 2 none
	again    bool // the outlet is shown already
}

func (l *loader) samples(speaker string, most int) ([]Sample, error) {
	who, err := l.speaker(speaker)
	if err != nil {
		return nil, err
	}
	said, infos, err := l.quotedIn(speaker)
	if err != nil {
		return nil, err
	}
	var found []ranked
	fine := 0 // samples that nothing speaks against
	for i := 0; i < min(len(infos), samplesTried) && fine < most; i++ {
		p, err := l.page(string(infos[i].ID))
		if err != nil {
			return nil, err
		}
		s := p.sample(said[string(infos[i].ID)], who.name)
		if slices.ContainsFunc(found, s.sameWords) {
			continue
		}
		s.again = slices.ContainsFunc(found, func(x ranked) bool { return x.Article.Outlet.Name == s.Article.Outlet.Name })
		if s.spelling == 0 && !s.again {
			fine++
		}
		found = append(found, s)
	}
	slices.SortStableFunc(found, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.spelling, b.spelling), compareBools(a.again, b.again))
	})
	var out []Sample
	for _, s := range found[:min(len(found), most)] {
		out = append(out, s.Sample)
	}
	return out, nil
}

// sameWords tells of two articles that print one text.
func (s *ranked) sameWords(x ranked) bool {
	return x.Before == s.Before && x.Name == s.Name && x.After == s.After
}

// compareBools puts false first.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// quotedIn gives the quotes of a speaker by article and quote, and these articles, the earliest first.
func (l *loader) quotedIn(speaker string) (said map[string]map[string]store.Appearance, infos []ArticleInfo, err error) {
	said = map[string]map[string]store.Appearance{}
	for a, err := range l.store.Appearances(l.ctx, store.AppearanceFilter{Speaker: speaker}) {
		if err != nil {
			return nil, nil, err
		}
		if said[a.Article] == nil {
			said[a.Article] = map[string]store.Appearance{}
		}
		said[a.Article][a.Quote] = a
	}
	list, err := l.store.ArticlesOf(l.ctx, speaker)
	for i := range list {
		infos = append(infos, toInfo(&list[i], l.overlay))
	}
	slices.SortFunc(infos, func(a, b ArticleInfo) int {
		return cmp.Or(comparePublished(a.Published, b.Published), cmp.Compare(a.Outlet.Name, b.Outlet.Name), cmp.Compare(a.ID, b.ID))
	})
	return said, infos, err
}

// sample is the first of some quotes of the page, with the sentence that prints the name of who says it.
func (p *page) sample(said map[string]store.Appearance, name string) (s ranked) {
	i := slices.IndexFunc(p.quotes, func(q store.Quote) bool { _, ok := said[q.ID]; return ok })
	q := &p.quotes[i]
	s.Article, s.Quote, s.spelling = p.info, QuoteID(q.ID), 2
	for _, spelling := range spellingsOf(q, name) {
		if at := p.standing(spelling, q); at >= 0 {
			if s.Name, s.spelling = spelling, 1; spelling == name {
				s.spelling = 0
			}
			s.Before, s.After = p.beside(q, at, at+len(spelling))
			return s
		}
	}
	_, in, _ := p.around(q)
	s.After = inLine(in)
	return s
}

// spellingsOf lists what to look for: the name as listed, then as the article prints it, the fullest first.
func spellingsOf(q *store.Quote, name string) []string {
	all := []string{name}
	if q.Speaker != nil {
		printed := slices.Clone(q.Speaker.Printed)
		slices.SortStableFunc(printed, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
		for _, s := range printed {
			all = appendNew(all, s)
		}
	}
	return all
}

// standing finds where a spelling stands as whole words: in what names the source of a quote, else in its sentences, in their
// neighbours, or first in the text. It gives -1 for nowhere.
func (p *page) standing(spelling string, q *store.Quote) int {
	if at := p.find(spelling, q.Source.Start, q.Source.End); at >= 0 {
		return at
	}
	if first, last := p.touched(q); first >= 0 {
		begin, end := p.reach(first, last)
		if at := p.find(spelling, begin, end); at >= 0 {
			return at
		}
		begin, end = p.reach(max(0, first-1), min(last+1, len(p.sentences)-1))
		if at := p.find(spelling, begin, end); at >= 0 {
			return at
		}
	}
	return p.find(spelling, 0, len(p.text))
}

// find gives the first place between two where a spelling stands as whole words, -1 for none.
func (p *page) find(spelling string, begin, end int) int {
	for from := begin; spelling != ""; {
		at := strings.Index(p.text[from:end], spelling)
		if at < 0 {
			break
		}
		if at += from; wholeWord(p.text, at, at+len(spelling)) {
			return at
		}
		from = at + len(spelling)
	}
	return -1
}

// beside gives the words before and behind a name: the sentence it stands in and those of the quote. What lies between the two
// is left out where it is more than nothing.
func (p *page) beside(q *store.Quote, at, end int) (before, after string) {
	named := p.sentenceAt(at)
	first, last := p.touched(q)
	if named < 0 || first < 0 {
		return "", inLine(p.text[end:max(end, q.Content[len(q.Content)-1].End)])
	}
	lo, _ := p.reach(named, named)
	_, hi := p.reach(named, max(named, p.sentenceAt(end-1)))
	switch {
	case named+1 < first:
		return inLine(p.text[lo:at]), inLine(p.text[end:hi]) + leftOut + inLine(p.cut(first, last))
	case named > last+1:
		return inLine(p.cut(first, last)) + leftOut + inLine(p.text[lo:at]), inLine(p.text[end:hi])
	}
	begin, done := p.reach(first, last)
	return inLine(p.text[min(lo, begin):at]), inLine(p.text[end:max(hi, done)])
}

// leftOut stands where words are left out.
const leftOut = " … "

// inLine puts a text in one line and keeps a blank at either end.
func inLine(s string) string {
	line := strings.Join(strings.Fields(s), " ")
	if line == "" {
		return line
	}
	if strings.TrimLeftFunc(s, unicode.IsSpace) != s {
		line = " " + line
	}
	if strings.TrimRightFunc(s, unicode.IsSpace) != s {
		line += " "
	}
	return line
}

// Cut gives the sample in at most so many characters, around the name, between words.
func (s *Sample) Cut(most int) (before, name, after string) {
	b, n, a := []rune(s.Before), []rune(s.Name), []rune(s.After)
	if len(n) > most {
		return "", string(n[:most]) + "…", ""
	}
	room := most - len(n)
	left := min(len(b), max(room/2, room-len(a)))
	return cutStart(b, left), s.Name, cutEnd(a, room-left)
}

// cutStart keeps the last n characters, from a whole word on; cutEnd the first n, up to one.
func cutStart(r []rune, n int) string {
	if len(r) <= n {
		return string(r)
	}
	kept := string(r[len(r)-n:])
	if at := strings.IndexByte(kept, ' '); at >= 0 && at < len(kept)-1 {
		kept = kept[at+1:]
	}
	return "… " + kept
}

func cutEnd(r []rune, n int) string {
	if len(r) <= n {
		return string(r)
	}
	kept := string(r[:n])
	if at := strings.LastIndexByte(kept, ' '); at > 0 {
		kept = kept[:at]
	}
	return kept + " …"
}
