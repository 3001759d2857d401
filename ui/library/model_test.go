package library

import (
	"testing"
	"time"

	"quotidian/articles"
	"quotidian/dossier"
)

func TestOrderAndSearch(t *testing.T) {
	day := func(n int) articles.Date { return articles.Date{Time: time.Date(2026, 5, n, 0, 0, 0, 0, time.UTC)} }
	m := NewModel()
	m.Set([]dossier.ArticleInfo{
		{ID: "1", Title: "Dam holds", Published: day(1), Outlet: articles.Outlet{Name: "Post"}, Words: 10},
		{ID: "2", Title: "A flood", Outlet: articles.Outlet{Name: "courier", Origin: "Norvald Press"}, Words: 30},
		{ID: "3", Title: "Gates open", Published: day(3), Outlet: articles.Outlet{Name: "Courier"}, Words: 20},
	})
	shown := func() string {
		s := ""
		for i := range m.Len() {
			s += string(m.Row(i).ID)
		}
		return s
	}
	if shown() != "312" {
		t.Errorf("newest first, undated last: %s", shown())
	}
	for column, want := range map[int]string{byTitle: "213", byOutlet: "231", byWords: "231"} {
		m.Sort(byQuotes) // whatever the order was before
		m.Sort(column)
		if shown() != want {
			t.Errorf("column %d: %s, want %s", column, shown(), want)
		}
	}
	m.Search("norvald")
	if shown() != "2" {
		t.Errorf("search: %s", shown())
	}
}

func TestFactsSayWhatIsGuessed(t *testing.T) {
	facts := Facts(&dossier.ArticleInfo{Path: "desk/a.txt", Outlet: articles.Outlet{Name: "a", From: "file name"}})
	got := map[string]string{}
	for _, f := range facts {
		got[f[0]] = f[1]
	}
	if got["OUTLET"] != "a (guessed from the file name)" || got["PUBLISHED"] != "undated" {
		t.Errorf("%v", got)
	}
	if _, ok := got["BYLINE"]; ok {
		t.Error("a line without anything to say")
	}
}
