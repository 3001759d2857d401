// Package storetest is the conformance suite of [store.Store]: whatever keeps dossiers passes it.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/quotes"
)

// Opener opens the store under test: the same one again within one test, an empty one in the next.
type Opener func(t *testing.T) store.Store

// Run runs the whole suite. fresh gives an Opener with an empty store behind it, at opens a backup by its name.
func Run(t *testing.T, fresh func(t *testing.T) Opener, at func(t *testing.T, name string) store.Store) {
	for name, check := range map[string]func(*testing.T, Opener){
		"articles come back":              articlesComeBack,
		"an article replaces another":     replaces,
		"faults are kept once":            faultsOnce,
		"the log grows and comes back":    logComesBack,
		"views come back":                 viewsComeBack,
		"the newest come first":           newestFirst,
		"pieces come back in order":       piecesComeBack,
		"a failed write leaves nothing":   failureLeavesNothing,
		"no row without its parent":       noOrphans,
		"views know whether they follow":  knowsFolded,
		"a snapshot stays as it was":      snapshotStays,
		"hostile text comes back":         hostileText,
		"what is not there is ErrNone":    missing,
		"a sound file has nothing to say": sound,
		"saved searches come back":        savedComeBack,
		"words are found":                 wordsFound,
	} {
		t.Run(name, func(t *testing.T) { check(t, fresh(t)) })
	}
	t.Run("a backup is the store as it was", func(t *testing.T) { backedUp(t, fresh(t), at) })
}

var ctx = context.Background()

// Article makes a whole article with n quotes, for the suite and for the tests of stores.
func Article(id string, n int) (store.Article, []store.Quote) {
	text := "“Words of " + id + ",” said Mara Lind."
	a := store.Article{
		ID: id, Content: "c" + id, Added: time.Date(2031, 1, 2, 3, 4, 5, 6000, time.UTC), Words: 7, Rules: "1",
		Quotes: n, Read: articles.Article{
			ID: "given-" + id, Path: id + ".txt", Hash: "h", Format: "text", Title: "T",
			Byline: "B", Dateline: "D", URL: "https://x.example/", Language: "en", Text: text,
			Outlet:    articles.Outlet{Name: "Post", Origin: "Wire", From: "metadata"},
			Published: articles.Date{Time: time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC), From: "metadata"},
		},
	}
	var qs []store.Quote
	for i := range n {
		qs = append(qs, store.Quote{
			ID: fmt.Sprintf("%s%d", id, i), Article: id, Place: i, Words: "words",
			Quote: attribution.Quote{
				Quote: quotes.Quote{
					Kind: quotes.Mixed, Medium: quotes.Writing, Content: []articles.Span{{Start: 0, End: 4}, {Start: 5, End: 9}},
					Cue: articles.Span{Start: 10, End: 14}, Source: articles.Span{Start: 15, End: 16},
					Relay: []articles.Span{{Start: 1, End: 2}}, Reason: "r", Confidence: 0.5,
				},
				Speaker: &attribution.Speaker{Name: "Mara Lind", Kind: attribution.Group, Role: "mayor", Printed: []string{"Mara Lind", "Lind"}},
				Via:     []string{"Wire"}, Why: "w",
			},
		})
	}
	return a, qs
}

func articlesComeBack(t *testing.T, open Opener) {
	s := open(t)
	a, qs := Article("a", 3)
	qs[1].Speaker = nil
	qs[2].Cue, qs[2].Relay, qs[2].Via = articles.Span{}, nil, nil
	must(t, s.Add(ctx, store.Entry{Article: &a, Quotes: qs}))
	s = reopened(t, s, open)
	got, err := s.Article(ctx, "a")
	same(t, "article", got, a, err)
	list, err := s.Articles(ctx)
	listed := a
	listed.Read.Text = ""
	same(t, "list", list, []store.Article{listed}, err)
	carriers, err := s.Carriers(ctx)
	same(t, "carriers", carriers, map[string]string{"a": a.Read.Outlet.Name}, err)
	same(t, "quotes", collect(t, s.Quotes(ctx, "a")), qs, nil)
	same(t, "all quotes", collect(t, s.Quotes(ctx, "")), qs, nil)
}

func replaces(t *testing.T, open Opener) {
	s := open(t)
	a, qs := Article("a", 2)
	must(t, s.Add(ctx, store.Entry{Article: &a, Quotes: qs}))
	in, err := s.QuotesIn(ctx, []string{"a0", "a1", "b0"})
	same(t, "quotes counted", in, map[string]int{"a": 2}, err)
	in, err = s.QuotesIn(ctx, nil)
	same(t, "no quotes counted", in, map[string]int{}, err)
	b, bs := Article("b", 1)
	must(t, s.ReplaceArticle(ctx, "a", b, bs, map[string]string{"a0": "b0", "a": "b"}))
	_, err = s.Article(ctx, "a")
	gone(t, "replaced article", err)
	same(t, "quotes", collect(t, s.Quotes(ctx, "")), bs, nil)
	aliases, err := s.Aliases(ctx)
	same(t, "aliases", aliases, map[string]string{"a0": "b0", "a": "b"}, err)
	a, qs = Article("b", 1)
	qs[0].ID = "a0" // the old id is there again, under another article
	must(t, s.ReplaceArticle(ctx, "b", a, qs, map[string]string{"b0": "a0"}))
	aliases, err = s.Aliases(ctx)
	same(t, "aliases led on", aliases, map[string]string{"a": "b", "b0": "a0"}, err)
	must(t, s.Alias(ctx, map[string]string{"b0": "x", "y": "z"}))
	aliases, err = s.Aliases(ctx)
	same(t, "aliases added", aliases, map[string]string{"a": "b", "b0": "a0", "y": "z"}, err)
	must(t, s.Ruled(ctx, "b", "9"))
	behind, err := s.CountOutdated(ctx, "9")
	same(t, "articles under other rules than 9", behind, 0, err)
	behind, err = s.CountOutdated(ctx, "10")
	same(t, "articles under other rules than 10", behind, 1, err)
	now, err := s.Article(ctx, "b")
	same(t, "rules", now.Rules, "9", err)
}

func faultsOnce(t *testing.T, open Opener) {
	s := open(t)
	f := store.Fault{Fault: articles.Fault{Path: "a.txt", Reason: "empty"}, At: time.Unix(1, 0).UTC()}
	must(t, s.Add(ctx, store.Entry{Fault: f}))
	f.At = time.Unix(2, 0).UTC()
	must(t, s.Add(ctx, store.Entry{Fault: f}))
	got, err := s.Faults(ctx)
	same(t, "faults", got, []store.Fault{f}, err)
	a, qs := Article("a", 1) // its path is a.txt
	must(t, s.Add(ctx, store.Entry{Article: &a, Quotes: qs}))
	got, err = s.Faults(ctx)
	same(t, "faults after the file was read", got, []store.Fault(nil), err)
}

func logComesBack(t *testing.T, open Opener) {
	s := open(t)
	d := decision.Decision{
		Kind: decision.Never, Targets: []string{"quote:a", "quote:b"}, Against: []string{"quote:c"},
		Value: "v", Who: "ana", When: time.Unix(5, 7).UTC(), Why: "y", Before: "b", After: "c",
	}
	seq, err := s.Append(ctx, d, store.Change{})
	same(t, "number", seq, int64(1), err)
	seq, err = s.Append(ctx, decision.Decision{Kind: decision.Undo, Of: 1, Who: "bo", When: time.Unix(6, 0).UTC()}, store.Change{})
	same(t, "number", seq, int64(2), err)
	s = reopened(t, s, open)
	d.Seq = 1
	log, err := s.Log(ctx, 0)
	want := []decision.Decision{d, {Seq: 2, Kind: decision.Undo, Of: 1, Who: "bo", When: time.Unix(6, 0).UTC()}}
	same(t, "log", log, want, err)
	log, err = s.Log(ctx, 1)
	same(t, "log since", log, want[1:], err)
}

// views is one row of each view, on top of article a.
func views() store.Change {
	return store.Change{
		Speakers: []store.Speaker{{
			ID: "p", Name: "Mara Lind", Kind: attribution.Organisation, Quotes: 2, Statements: 1,
			Spellings: "[1]", Roles: "[2]", Outlets: "[3]", Joins: "[4]",
		}},
		Statements: []store.Statement{{
			ID: "s", Text: "T", Speaker: "p", SpeakerName: "Mara Lind", Outlets: []string{"Post", "Star"},
			Origins: []string{"Wire"}, First: articles.Date{Time: time.Date(2031, 1, 1, 5, 0, 0, 0, time.UTC), Clock: true, From: "given"},
			FirstOutlet: "Post", Appearances: 2, Wordings: 1, Changes: []string{"number", "trimmed"}, Confidence: 0.25,
			Status: "changed", Thought: true, NeedsReview: true, Newest: 3, Search: "t\npost",
		}},
		Appearances: []store.Appearance{
			{Quote: "a0", Statement: "s", Article: "a", Speaker: "p", Status: "changed", DecidedBy: "ana", DecidedAt: time.Unix(9, 0).UTC(), Note: "n", SaidBy: "x"},
			{Quote: "a1", Statement: "s", Article: "a", Status: "machine"},
		},
		Joined:    []store.Joined{{Item: "a0", Cluster: "a0", Score: 1}, {Item: "a1", Cluster: "a0", Score: 0.75}},
		Links:     []store.Link{{Kind: "k", A: "a0", B: "a1", Score: 0.75, Payload: "{}"}},
		Proposals: []store.Proposal{{Kind: "speaker", A: "p", B: "q", Score: 0.5, Payload: "{}"}},
		Marks:     map[string]string{"m": "1"},
	}
}

func viewsComeBack(t *testing.T, open Opener) {
	s := open(t)
	a, qs := Article("a", 2)
	must(t, s.Add(ctx, store.Entry{Article: &a, Quotes: qs}))
	want := views()
	must(t, s.Apply(ctx, want))
	must(t, s.SetMark(ctx, "own", "2"))
	s = reopened(t, s, open)
	compareViews(t, s, want)
	own, err := s.Mark(ctx, "own")
	same(t, "a mark by itself", own, "2", err)
	must(t, s.Apply(ctx, store.Change{
		GoneStatements: []string{"s"}, GoneSpeakers: []string{"p"},
		GoneAppearances: []string{"a0", "a1"}, GoneProposals: want.Proposals,
		GoneJoined: []string{"a0", "a1"}, GoneLinks: want.Links,
	}))
	compareViews(t, s, store.Change{Marks: want.Marks})
}

func newestFirst(t *testing.T, open Opener) {
	s := open(t)
	var c store.Change
	for id, newest := range map[string]int64{"a": 5, "b": 1 << 60, "c": 5, "d": 0, "hidden": 7} {
		c.Statements = append(c.Statements, store.Statement{ID: id, Newest: newest, Thought: id == "hidden"})
	}
	must(t, s.Apply(ctx, c))
	var got []string
	for _, x := range collect(t, s.Newest(ctx, 3)) {
		got = append(got, x.ID)
	}
	same(t, "the first three", got, []string{"b", "a", "c"}, nil)
	n, err := s.CountStatements(ctx)
	same(t, "all but the attitude", n, 4, err)
}

func piecesComeBack(t *testing.T, open Opener) {
	s := open(t)
	piece := func(name, text string, anew bool) {
		t.Helper()
		must(t, s.Apply(ctx, store.Change{Kept: []store.Kept{{Name: name, Piece: []byte(text), Anew: anew}}}))
	}
	want := func(name string, texts ...string) {
		t.Helper()
		var all []string
		pieces, err := s.Kept(ctx, name)
		for _, p := range pieces {
			all = append(all, string(p))
		}
		same(t, name, all, texts, err)
	}
	want("x")
	piece("x", "one", false)
	piece("x", "two\x00", false)
	piece("y", "other", true)
	s = reopened(t, s, open)
	want("x", "one", "two\x00")
	piece("x", "anew", true)
	piece("x", "more", false)
	want("x", "anew", "more")
	want("y", "other")
}

func compareViews(t *testing.T, s store.Store, want store.Change) {
	t.Helper()
	var hay [][2]string
	var rows []store.Statement
	for _, x := range want.Statements {
		hay = append(hay, [2]string{x.ID, x.Search})
		x.Search = ""
		rows = append(rows, x)
	}
	same(t, "statements", collect(t, s.Statements(ctx)), rows, nil)
	same(t, "haystacks", collect(t, s.Haystacks(ctx)), hay, nil)
	for _, by := range []store.AppearanceFilter{{}, {Statement: "s"}, {Article: "a"}} {
		same(t, "appearances", collect(t, s.Appearances(ctx, by)), want.Appearances, nil)
	}
	if len(want.Appearances) > 0 {
		same(t, "appearances of a speaker", collect(t, s.Appearances(ctx, store.AppearanceFilter{Speaker: "p"})), want.Appearances[:1], nil)
		of, err := s.ArticlesOf(ctx, "p")
		if err != nil || len(of) != 1 || of[0].ID != "a" {
			t.Errorf("a speaker is quoted in %+v, %v", of, err)
		}
		one, err := s.Appearance(ctx, "a1")
		same(t, "one appearance", one, want.Appearances[1], err)
		row, err := s.Statement(ctx, "s")
		same(t, "one statement", row, rows[0], err)
		who, err := s.Speaker(ctx, "p")
		same(t, "one speaker", who, want.Speakers[0], err)
		name, roles, err := s.SpeakerName(ctx, "p")
		same(t, "his name", [2]string{name, roles}, [2]string{want.Speakers[0].Name, want.Speakers[0].Roles}, err)
	}
	speakers, err := s.Speakers(ctx)
	same(t, "speakers", speakers, want.Speakers, err)
	proposals, err := s.Proposals(ctx)
	same(t, "proposals", proposals, want.Proposals, err)
	same(t, "joined", collect(t, s.Joined(ctx)), want.Joined, nil)
	same(t, "links", collect(t, s.Links(ctx)), want.Links, nil)
	mark, err := s.Mark(ctx, "m")
	same(t, "mark", mark, want.Marks["m"], err)
}

func failureLeavesNothing(t *testing.T, open Opener) {
	s := open(t)
	a, qs := Article("a", 2)
	qs[1].ID = qs[0].ID // the second quote cannot be kept
	if s.Add(ctx, store.Entry{Article: &a, Quotes: qs}) == nil {
		t.Fatal("two quotes of one id were taken")
	}
	list, err := s.Articles(ctx)
	same(t, "articles", list, []store.Article(nil), err)
	bad := store.Change{Appearances: []store.Appearance{{Quote: "none", Statement: "none", Status: "machine"}}}
	if _, err := s.Append(ctx, decision.Decision{Kind: decision.Note, Who: "ana"}, bad); err == nil {
		t.Fatal("a decision with impossible views was taken")
	}
	log, err := s.Log(ctx, 0)
	same(t, "log", log, []decision.Decision(nil), err)
	seq, err := s.Append(ctx, decision.Decision{Kind: decision.Note, Who: "ana"}, store.Change{})
	same(t, "number after a failed one", seq, int64(1), err)
}

func noOrphans(t *testing.T, open Opener) {
	s := open(t)
	a, qs := Article("a", 2)
	must(t, s.Add(ctx, store.Entry{Article: &a, Quotes: qs}))
	must(t, s.Apply(ctx, views()))
	if s.Apply(ctx, store.Change{GoneStatements: []string{"s"}}) == nil {
		t.Error("a statement went and left its appearances")
	}
	if s.Apply(ctx, store.Change{GoneSpeakers: []string{"p"}}) == nil {
		t.Error("a speaker went and left its statements")
	}
	b, bs := Article("b", 1)
	bs[0].Article = "nowhere"
	if s.Add(ctx, store.Entry{Article: &b, Quotes: bs}) == nil {
		t.Error("a quote of no article was taken")
	}
	compareViews(t, s, views())
}

func knowsFolded(t *testing.T, open Opener) {
	s := open(t)
	a, qs := Article("a", 1)
	decide := func() error {
		_, err := s.Append(ctx, decision.Decision{Kind: decision.Note}, store.Change{})
		return err
	}
	steps := []struct {
		do   func() error
		want bool
	}{
		{func() error { return s.Add(ctx, store.Entry{Article: &a, Quotes: qs}) }, false},
		{decide, false},
		{func() error { return s.SetMark(ctx, "own", "1") }, false},
		{func() error { return s.Apply(ctx, store.Change{}) }, true},
		{decide, true},
		{func() error { return s.Add(ctx, store.Entry{}) }, true},
		{func() error { return s.ReplaceArticle(ctx, "a", a, qs, nil) }, false},
	}
	last, err := s.Version(ctx)
	must(t, err)
	for i, step := range steps {
		must(t, step.do())
		got, err := s.Folded(ctx)
		same(t, fmt.Sprintf("folded after step %d", i), got, step.want, err)
		v, err := s.Version(ctx)
		must(t, err)
		if v == last {
			t.Errorf("step %d did not change the version", i)
		}
		last = v
	}
}

func snapshotStays(t *testing.T, open Opener) {
	s := open(t)
	a, qs := Article("a", 1)
	must(t, s.Add(ctx, store.Entry{Article: &a, Quotes: qs}))
	before, err := s.Snapshot(ctx)
	must(t, err)
	b, bs := Article("b", 2)
	must(t, s.Add(ctx, store.Entry{Article: &b, Quotes: bs}))
	c, cs := Article("c", 1)
	must(t, s.ReplaceArticle(ctx, "a", c, cs, nil))
	same(t, "quotes of the snapshot", collect(t, before.Quotes(ctx, "")), qs, nil)
	must(t, before.Close())
	same(t, "quotes now", collect(t, s.Quotes(ctx, "")), append(bs, cs...), nil)
}

func hostileText(t *testing.T, open Opener) {
	s := open(t)
	a, qs := Article("a", 1)
	a.Read.Text = "nul \x00 in it, \u202e bidi, \ufeff mark, 'quote' -- \"; DROP TABLE article; 😀\r\n" + strings.Repeat("x", 1<<20)
	a.Read.Title, a.Read.Outlet.Name = "\x00", "a\x00b"
	qs[0].Words, qs[0].Via = "w\x00w", []string{"a\x00", "\n", "<>"}
	must(t, s.Add(ctx, store.Entry{Article: &a, Quotes: qs}))
	got, err := s.Article(ctx, "a")
	same(t, "article", got, a, err)
	same(t, "quotes", collect(t, s.Quotes(ctx, "a")), qs, nil)
	c := views()
	c.Statements[0].Outlets = []string{"two\nlines", "b"}
	c.Appearances = c.Appearances[:0]
	must(t, s.Apply(ctx, c))
	rows := collect(t, s.Statements(ctx))
	same(t, "outlets", rows[0].Outlets, []string{"two lines", "b"}, nil)
}

func missing(t *testing.T, open Opener) {
	s := open(t)
	_, err := s.Article(ctx, "none")
	gone(t, "article", err)
	_, err = s.Statement(ctx, "none")
	gone(t, "statement", err)
	_, _, err = s.SpeakerName(ctx, "none")
	gone(t, "name of a speaker", err)
	_, err = s.Speaker(ctx, "none")
	gone(t, "speaker", err)
	_, err = s.Appearance(ctx, "none")
	gone(t, "appearance", err)
	mark, err := s.Mark(ctx, "none")
	same(t, "mark", mark, "", err)
}

func sound(t *testing.T, open Opener) {
	s := open(t)
	a, qs := Article("a", 2)
	must(t, s.Add(ctx, store.Entry{Article: &a, Quotes: qs}))
	must(t, s.Apply(ctx, views()))
	found, err := s.Check(ctx)
	same(t, "findings", found, []string(nil), err)
}

func savedComeBack(t *testing.T, open Opener) {
	s := open(t)
	kept := store.Saved{Name: "n", Query: "{}", Who: "ana", At: time.Unix(3, 0).UTC()}
	must(t, s.Save(ctx, store.Saved{Name: "n", Query: "old"}))
	must(t, s.Save(ctx, kept))
	must(t, s.Look(ctx, "ana", "n", time.Unix(4, 0)))
	must(t, s.Look(ctx, "ana", "n", time.Unix(5, 0)))
	s = reopened(t, s, open)
	list, err := s.Saved(ctx)
	same(t, "saved", list, []store.Saved{kept}, err)
	at, err := s.Looked(ctx, "ana", "n")
	same(t, "looked", at, time.Unix(5, 0).UTC(), err)
	at, err = s.Looked(ctx, "bo", "n")
	same(t, "never looked", at, time.Time{}, err)
	must(t, s.Unsave(ctx, "n"))
	gone(t, "a search that was forgotten", s.Unsave(ctx, "n"))
}

func backedUp(t *testing.T, open Opener, at func(t *testing.T, name string) store.Store) {
	s := open(t)
	a, qs := Article("a", 2)
	must(t, s.Add(ctx, store.Entry{Article: &a, Quotes: qs}))
	must(t, s.Apply(ctx, views()))
	name := filepath.Join(t.TempDir(), "backup")
	must(t, s.Backup(ctx, name))
	b, bs := Article("b", 1)
	must(t, s.Add(ctx, store.Entry{Article: &b, Quotes: bs}))
	if err := s.Backup(ctx, name); err == nil {
		t.Error("a backup took the place of another")
	}
	kept := at(t, name)
	same(t, "quotes of the backup", collect(t, kept.Quotes(ctx, "")), qs, nil)
	found, err := kept.Check(ctx)
	same(t, "findings in the backup", found, []string(nil), err)
	same(t, "quotes of the store", collect(t, s.Quotes(ctx, "")), append(qs, bs...), nil)
}

func wordsFound(t *testing.T, open Opener) {
	s := open(t)
	for i, id := range []string{"a", "b"} {
		a, qs := Article(id, 2)
		qs[0].Words = "Über the harbour " + id
		qs[1].Kind = quotes.Direct
		must(t, s.Add(ctx, store.Entry{Article: &a, Quotes: qs}))
		if i == 0 {
			must(t, s.Apply(ctx, views()))
		}
	}
	find := func(f store.Find) (ids []string) {
		for _, h := range collect(t, s.FindQuotes(ctx, f)) {
			ids = append(ids, h.Quote)
		}
		return ids
	}
	direct := quotes.Direct
	for _, c := range []struct {
		f    store.Find
		want []string
	}{
		{store.Find{}, []string{"a1", "a0"}}, // those of b are in no statement yet
		{store.Find{Words: "uber HARB"}, []string{"a0"}},
		{store.Find{Words: `"the harbour a"`}, []string{"a0"}},
		{store.Find{Words: `"harbour the"`}, nil},
		{store.Find{Words: "words", Kind: &direct}, []string{"a1"}},
		{store.Find{Speakers: []string{"p"}}, []string{"a0"}},
		{store.Find{Speakers: []string{}}, nil},
		{store.Find{Among: of(t, s.QuoteNumbers(ctx), "a"), Words: "words"}, []string{"a1"}},
		{store.Find{Among: of(t, s.QuoteNumbers(ctx), "none")}, nil},
		{store.Find{Change: "trimmed"}, []string{"a1", "a0"}},
		{store.Find{Change: "trim"}, nil},
	} {
		same(t, fmt.Sprintf("found by %q, %v", c.f.Words, c.want), find(c.f), c.want, nil)
	}
	hits := collect(t, s.FindArticles(ctx, store.Find{Words: "lind"}))
	if len(hits) != 2 || hits[0].Article != "b" || !strings.Contains(hits[0].Text, "Mara Lind") {
		t.Errorf("articles: %+v", hits)
	}
	if only := collect(t, s.FindArticles(ctx, store.Find{Words: "lind", Among: of(t, s.ArticleNumbers(ctx), "a")})); len(only) != 1 || only[0].Article != "a" {
		t.Errorf("of article a alone: %+v", only)
	}
	c, cs := Article("c", 1)
	must(t, s.ReplaceArticle(ctx, "b", c, cs, nil))
	if hits := collect(t, s.FindArticles(ctx, store.Find{Words: `"words of b"`})); len(hits) != 0 {
		t.Errorf("found in an article that went: %+v", hits)
	}
	found, err := s.Check(ctx)
	same(t, "findings", found, []string(nil), err)
}

// of gives whether a number is one of an article's.
func of(t *testing.T, numbered iter.Seq2[store.Numbered, error], article string) func(n int64) bool {
	t.Helper()
	numbers := map[int64]bool{}
	for _, x := range collect(t, numbered) {
		numbers[x.N] = x.Article == article
	}
	return func(n int64) bool { return numbers[n] }
}

func reopened(t *testing.T, s store.Store, open Opener) store.Store {
	t.Helper()
	must(t, s.Close())
	return open(t)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func gone(t *testing.T, what string, err error) {
	t.Helper()
	if !errors.Is(err, store.ErrNone) {
		t.Errorf("%s: %v, want ErrNone", what, err)
	}
}

func same(t *testing.T, what string, got, want any, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

func collect[T any](t *testing.T, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var all []T
	for v, err := range seq {
		must(t, err)
		all = append(all, v)
	}
	return all
}
