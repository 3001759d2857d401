package ui

import (
	"errors"

	"quotidian/dossier"
	"quotidian/dossier/store"
	"quotidian/ui/say"
	"quotidian/ui/statements"
)

// OpenStatement shows a statement's page.
func (w *Window) OpenStatement(id dossier.StatementID) {
	delete(w.stale, w.Statement)
	w.Statement.Open(id)
	w.Show(w.Statement)
}

// Step goes from one statement to a neighbour in the list, whose cursor goes along. Rows that a decision has taken away
// since the list was read are passed over.
func (w *Window) Step(from dossier.StatementID, by int) {
	for {
		id, ok := w.Statements.Neighbour(from, by)
		if !ok {
			w.Say(say.T("No other statement this way"))
			return
		}
		if s, err := w.dossier.Statement(id); !errors.Is(err, store.ErrNone) && (err != nil || len(s.Appearances) > 0) {
			w.Statements.Point(id)
			w.OpenStatement(id)
			return
		}
		from = id
	}
}

// OpenArticle shows an article, at a quote when one is given.
func (w *Window) OpenArticle(id dossier.ArticleID, quote dossier.QuoteID) {
	delete(w.stale, w.Reader)
	w.Reader.Open(id, quote)
	w.Show(w.Reader)
}

// ShowArticles shows the list of articles.
func (w *Window) ShowArticles() { w.Show(w.Library) }

// ShowStatementsOf lists the statements of a speaker, given by id; where only a name is known, of all who have it.
func (w *Window) ShowStatementsOf(speaker string) {
	w.Show(w.Statements)
	w.Statements.Only(statements.BySpeaker, speaker)
	w.search.follow(w.Statements)
}

// ShowOutlet lists the statements that an outlet carried.
func (w *Window) ShowOutlet(outlet string) {
	w.Show(w.Statements)
	w.Statements.Only(statements.ByOutlet, outlet)
	w.search.follow(w.Statements)
}
