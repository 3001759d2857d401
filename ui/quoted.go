package ui

import (
	"cmp"
	"slices"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/say"
)

// quotedIn gives the names of those whom an article quotes, the most quoted first.
func (w *Window) quotedIn(id dossier.ArticleID) []string {
	count := map[string]int{}
	var names []string
	for _, name := range w.speakersIn(id) {
		if count[name]++; count[name] == 1 && name != "" {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	return names
}

// speakersIn gives the speaker's name of each quote of an article; nothing where it cannot be read, which whoever asked meets anyway.
func (w *Window) speakersIn(id dossier.ArticleID) map[dossier.QuoteID]string {
	page, err := w.dossier.Article(id)
	if err != nil {
		return nil
	}
	out := map[dossier.QuoteID]string{}
	for i := range page.Appearances {
		out[page.Appearances[i].Quote] = page.Appearances[i].SpeakerAs
	}
	return out
}

// DecideIn is Decide for what is settled in an article: it also says which other quotes there have another speaker now, for a
// full name that a person gives settles whom the surname alone means.
func (w *Window) DecideIn(id dossier.ArticleID, d decision.Decision, said string) {
	w.settle(func() (string, error) {
		before := w.speakersIn(id)
		if _, err := w.dossier.Decide(d); err != nil {
			return said, err
		}
		return said + renamed(before, w.speakersIn(id), d.Targets), nil
	}, "Undo")
}

// renamed says which quotes that a decision did not name have another speaker after it, the most frequent change of name by example.
func renamed(before, after map[dossier.QuoteID]string, targets []string) string {
	count := map[[2]string]int{}
	var most [2]string
	n := 0
	for id, was := range before {
		is, stands := after[id]
		if !stands || is == was || slices.Contains(targets, string(id)) {
			continue
		}
		change := [2]string{was, is}
		n++
		if count[change]++; count[change] > count[most] || count[change] == count[most] && slices.Compare(change[:], most[:]) < 0 {
			most = change
		}
	}
	if n == 0 {
		return ""
	}
	for i := range most {
		if most[i] == "" {
			most[i] = say.T("nobody named")
		}
	}
	return say.T(". %s more in this article: %s became %s", say.N(n, "quote"), most[0], most[1])
}
