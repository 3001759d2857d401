package dossier

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier/decision"
	"quotidian/quotes"
)

// overlooked holds a quote that the rules of these tests do not find, because of its cue.
const overlooked = `Rain fell all day. “The harbour will open on Monday,” repeated Dana Orlova at noon. Nobody cheered.`

// markIn gives the decision that marks the words in the article of an outlet.
func markIn(t *testing.T, d *Dossier, outlet, words, name string) decision.Decision {
	t.Helper()
	page, err := d.Article(ArticleID(articleOf(t, d, outlet)[0]))
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(page.Text, words)
	ref, err := d.Missed(page.ID, articles.Span{Start: at, End: at + len(words)})
	if err != nil {
		t.Fatal(err)
	}
	return decision.Decision{Kind: decision.MissedQuote, Targets: []string{ref}, Value: name}
}

// TestMissedQuote: a quote that a person marked joins the statement that others printed, and goes with its decision;
// nothing that was decided about it before or since is in the way.
func TestMissedQuote(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, append(port(), art("Night Desk", "2031-05-04", overlooked))...)
	before := snapshot(t, d)
	mark := markIn(t, d, "Night Desk", "The harbour will open on Monday,", "Dana Orlova")
	got := decide(t, d, mark)
	if got.Before != noQuote || !strings.Contains(got.After, "direct quote") || !strings.Contains(got.After, "Dana Orlova") {
		t.Errorf("%+v", got)
	}
	s, err := d.Statement(find(t, d, "harbour monday").ID)
	if err != nil || s.Appearances[len(s.Appearances)-2].Article.Outlet.Name != "Night Desk" || s.StatementRow.Appearances != 4 {
		t.Fatalf("%+v %v", s.StatementRow, err)
	}
	a := s.Appearances[len(s.Appearances)-2]
	if a.Text != "“The harbour will open on Monday,”" || a.Kind != quotes.Direct || a.Status != confirmed || a.SpeakerAs != "Dana Orlova" || a.DecidedBy != "ana" || a.Reason != quotes.ByHand {
		t.Errorf("%+v", a)
	}
	sameFromNothing(t, d)
	after := snapshot(t, d)
	if _, err := d.Decide(mark); err == nil || !strings.Contains(err.Error(), "stands there already") {
		t.Errorf("marked twice: %v", err)
	}
	decide(t, d, decision.Decision{Kind: decision.NotAQuote, Targets: []string{string(a.Quote)}})
	if got := find(t, d, "harbour monday"); got.Appearances != 3 {
		t.Errorf("%d appearances of what is no quote", got.Appearances)
	}
	for i, want := range []string{after, before} {
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
		if now := snapshot(t, d); now != want {
			t.Errorf("undo %d: %s", i, difference(now, want))
		}
		sameFromNothing(t, d)
	}
	if _, err := d.Redo(); err != nil {
		t.Fatal(err)
	}
	if now := snapshot(t, d); now != after {
		t.Errorf("redo: %s", difference(now, after))
	}
}

// TestMarkOverAPiece: what the machine found inside of marked words gives way to them and is counted nowhere, however the dossier is
// read; without the mark, or when that is no quote, it stands as before.
func TestMarkOverAPiece(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.dossier")
	d := reopen(t, path)
	const long = `Dana Orlova told it all, from the first of the long nights when the water rose to the roofs: "We are tired," said Dana Orlova. "Nobody helped us for three days, and nobody ever came to ask."`
	mustAdd(t, d, append(port(), art("Night Desk", "2031-05-04", long))...)
	before := snapshot(t, d)
	pieces := func() []Appearance {
		t.Helper()
		page, err := d.Article(ArticleID(articleOf(t, d, "Night Desk")[0]))
		if err != nil || len(page.Struck) > 0 || page.Quotes != len(page.Appearances) {
			t.Fatalf("%+v %d quotes %v", page.Struck, page.Quotes, err)
		}
		return page.Appearances
	}
	if got := pieces(); len(got) != 1 || got[0].Text != `"We are tired,"` {
		t.Fatalf("%+v", got)
	}
	dana := speakerNamed(t, d, "Dana Orlova").Quotes
	decide(t, d, markIn(t, d, "Night Desk", long[strings.Index(long, "from"):], "Dana Orlova"))
	after := snapshot(t, d)
	holds := func(when string) {
		t.Helper()
		if got := pieces(); len(got) != 1 || got[0].Reason != quotes.ByHand || speakerNamed(t, d, "Dana Orlova").Quotes != dana {
			t.Errorf("%s: %+v", when, got)
		}
		hits, err := d.Find(Search{Words: "tired", Quotes: true})
		if err != nil || len(hits) != 2 {
			t.Errorf("%s: %d hits, %v", when, len(hits), err)
		}
		if row := find(t, d, "nights roofs"); row.Appearances != 1 {
			t.Errorf("%s: %+v", when, row)
		}
		sameFromNothing(t, d)
	}
	holds("marked")
	d.quickly.rules = "next"
	if _, err := d.Analyse(t.Context(), true, nil); err != nil {
		t.Fatal(err)
	}
	holds("analysed again")
	d.Close()
	d = reopen(t, path)
	holds("opened again")
	decide(t, d, decision.Decision{Kind: decision.NotAQuote, Targets: []string{string(pieces()[0].Quote)}})
	page, err := d.Article(ArticleID(articleOf(t, d, "Night Desk")[0]))
	if err != nil || len(page.Struck) != 1 || page.Quotes != 1 || page.Appearances[0].Text != `"We are tired,"` {
		t.Errorf("%+v %v", page, err)
	}
	sameFromNothing(t, d)
	for _, want := range []string{after, before} {
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
		if now := snapshot(t, d); now != want {
			t.Error(difference(now, want))
		}
		sameFromNothing(t, d)
	}
}

// TestMarkInPlace: a mark with other bounds takes the place of what the machine found, and a newer one that of an older; both ways back
// lead to what stood there. It stands when the article is analysed again, whether the rules find the same or something like it, when the
// file is opened again, and in a dossier put together from two.
func TestMarkInPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.dossier")
	d := reopen(t, path)
	const text = `Rain fell. Dana Orlova said that the harbour will open on Monday at noon, which nobody believed for a moment. Nobody cheered.`
	mustAdd(t, d, append(port(), art("Night Desk", "2031-05-04", text))...)
	holds := func(when, want string) {
		t.Helper()
		page, err := d.Article(ArticleID(articleOf(t, d, "Night Desk")[0]))
		if err != nil || len(page.Appearances) != 1 || page.Appearances[0].Text != want || len(page.Struck) > 0 || page.Quotes != 1 {
			t.Errorf("%s: %+v, %d struck, %v", when, page.Appearances, len(page.Struck), err)
		}
		sameFromNothing(t, d)
	}
	const found, wide, narrow = "that the harbour will open on Monday at noon, which nobody believed for a moment", "harbour will open on Monday at noon, which nobody", "harbour will open on Monday at noon"
	holds("found", found)
	was := []string{snapshot(t, d)}
	first := decide(t, d, markIn(t, d, "Night Desk", wide, "Dana Orlova"))
	if want := "indirect quote of Dana Orlova: " + found; first.Before != want || first.After != "indirect quote of Dana Orlova" {
		t.Errorf("%q became %q", first.Before, first.After)
	}
	holds("marked", wide)
	was = append(was, snapshot(t, d))
	decide(t, d, markIn(t, d, "Night Desk", narrow, "Dana Orlova"))
	holds("marked otherwise", narrow)
	now := snapshot(t, d)
	for i, want := range []string{was[1], was[0]} {
		if back, err := d.Undo(); err != nil || snapshot(t, d) != want || i == 1 && !strings.HasSuffix(back.After, found) {
			t.Errorf("%+v %v\n%s", back, err, difference(snapshot(t, d), want))
		}
		sameFromNothing(t, d)
	}
	for range 2 {
		if _, err := d.Redo(); err != nil {
			t.Fatal(err)
		}
	}
	if again := snapshot(t, d); again != now {
		t.Error(difference(again, now))
	}
	other := filepath.Join(t.TempDir(), "u.dossier")
	d.Close()
	copyTo(t, path, other)
	if _, err := Merge(t.Context(), other, path, Options{Who: "bo"}); err != nil {
		t.Fatal(err)
	}
	d = reopen(t, other)
	holds("merged and opened again", narrow)
	d.quickly = reading{withoutThat, "next"}
	if r, err := d.Analyse(t.Context(), true, nil); err != nil || r.Changed == 0 {
		t.Errorf("%+v %v", r, err)
	}
	holds("found otherwise by newer rules", narrow)
	page, err := d.Article(ArticleID(articleOf(t, d, "Night Desk")[0]))
	if err != nil {
		t.Fatal(err)
	}
	decide(t, d, decision.Decision{Kind: decision.NotAQuote, Targets: []string{string(page.Appearances[0].Quote)}})
	page, err = d.Article(page.ID)
	if err != nil || len(page.Appearances) != 1 || page.Appearances[0].Text != wide || len(page.Struck) != 1 {
		t.Errorf("the newer mark is none: %+v %v", page.Appearances, err)
	}
	sameFromNothing(t, d)
}

// TestMarkMadeAgain: bounds that were corrected are chosen again where newer ones took their place, be they those of a mark or what the
// machine found, and where they were struck out as no quote; the log says what stood there, not what had given way to it.
func TestMarkMadeAgain(t *testing.T) {
	d := newDossier(t)
	const text = `Rain fell. Dana Orlova said that the harbour will open on Monday at noon, which nobody believed for a moment. Nobody cheered.`
	mustAdd(t, d, append(port(), art("Night Desk", "2031-05-04", text))...)
	const found = "that the harbour will open on Monday at noon, which nobody believed for a moment"
	const wide, narrow = "the harbour will open on Monday at noon, which nobody believed", "the harbour will open on Monday at noon, which"
	was, states := found, []string{snapshot(t, d)}
	mark := func(words string) {
		t.Helper()
		got := decide(t, d, markIn(t, d, "Night Desk", words, "Dana Orlova"))
		if want := "indirect quote of Dana Orlova: " + was; got.Before != want || got.After != "indirect quote of Dana Orlova" {
			t.Errorf("%q became %q, want %q before", got.Before, got.After, want)
		}
		page, err := d.Article(ArticleID(articleOf(t, d, "Night Desk")[0]))
		if err != nil || len(page.Appearances) != 1 || page.Appearances[0].Text != words {
			t.Errorf("%q is marked: %+v %v", words, page.Appearances, err)
		}
		sameFromNothing(t, d)
		was, states = words, append(states, snapshot(t, d))
	}
	for _, words := range []string{wide, narrow, wide, found, narrow} {
		mark(words)
	}
	for _, want := range slices.Backward(states[:len(states)-1]) {
		if _, err := d.Undo(); err != nil || snapshot(t, d) != want {
			t.Errorf("%v %s", err, difference(snapshot(t, d), want))
		}
	}
	decide(t, d, markIn(t, d, "Night Desk", wide, "Dana Orlova"))
	page, err := d.Article(ArticleID(articleOf(t, d, "Night Desk")[0]))
	if err != nil {
		t.Fatal(err)
	}
	decide(t, d, decision.Decision{Kind: decision.NotAQuote, Targets: []string{string(page.Appearances[0].Quote)}})
	was = found
	mark(wide)
}

// withoutThat are newer rules that leave out the first word of what they find.
func withoutThat(a *articles.Article) []attribution.Quote {
	all := handmade(a)
	for i := range all {
		if s := &all[i].Content[0]; strings.HasPrefix(s.In(a.Text), "that ") {
			s.Start += len("that ")
		}
	}
	return all
}

// TestMissedQuoteOfNobody: a speaker can be left out, and named later.
func TestMissedQuoteOfNobody(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, art("Night Desk", "2031-05-04", overlooked))
	decide(t, d, markIn(t, d, "Night Desk", "Rain fell all day", ""))
	row := find(t, d, "rain")
	if row.SpeakerName != "" || row.Status != confirmed {
		t.Errorf("%+v", row)
	}
	decide(t, d, decision.Decision{Kind: decision.Reattribute, Targets: []string{string(row.ID)}, Value: "Ivo Brandt"})
	if row := find(t, d, "rain"); row.SpeakerName != "Ivo Brandt" {
		t.Errorf("%+v", row)
	}
	sameFromNothing(t, d)
}

// TestMissedQuoteStays: it stands after the file was opened again, after the articles were analysed again, when the
// article is read again with its outlet known, and in a dossier put together from two; where newer rules find the
// quote themselves, the person's speaker still holds.
func TestMissedQuoteStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.dossier")
	d := reopen(t, path)
	guessed := art("Night Desk", "2031-05-04", overlooked)
	guessed.Outlet.From = articles.Outlet{}.From
	mustAdd(t, d, append(port(), guessed)...)
	decide(t, d, markIn(t, d, "Night Desk", "“The harbour will open on Monday,”", "Ivo Brandt"))
	holds := func(when string, appearances int) {
		t.Helper()
		row := find(t, d, "harbour monday brandt")
		if row.Appearances != appearances {
			t.Errorf("%s: %+v", when, row)
		}
		sameFromNothing(t, d)
	}
	first := find(t, d, "harbour monday brandt").Appearances
	d.Close()
	d = reopen(t, path)
	holds("opened again", first)
	d.quickly.rules = "next"
	r, err := d.Analyse(t.Context(), true, nil)
	if err != nil || r.Changed != 0 || len(r.Kept)+len(r.Vanished) != 0 {
		t.Errorf("%+v %v", r, err)
	}
	holds("analysed again", first)

	other := filepath.Join(t.TempDir(), "u.dossier")
	d.Close()
	copyTo(t, path, other)
	if _, err := Merge(t.Context(), other, path, Options{Who: "bo"}); err != nil {
		t.Fatal(err)
	}
	d = reopen(t, other)
	holds("merged", first)

	d.quickly = reading{repeated, "later"}
	if r, err = d.Analyse(t.Context(), false, nil); err != nil || len(r.Altered) != 1 {
		t.Errorf("%+v %v", r, err)
	}
	holds("found by newer rules", first)
}

// repeated are newer rules that know one more cue, and leave the quotation marks out.
func repeated(a *articles.Article) []attribution.Quote {
	all := handmade(a)
	if at := strings.Index(a.Text, "The harbour will open on Monday,” repeated"); at >= 0 {
		all = append(all, attribution.Quote{Quote: quotes.Quote{Content: []articles.Span{{Start: at, End: at + 32}}, Reason: "repeated"}})
	}
	return all
}
