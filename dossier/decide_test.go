package dossier

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

func appearances(t *testing.T, d *Dossier, id StatementID) []Appearance {
	t.Helper()
	s, err := d.Statement(id)
	if err != nil {
		t.Fatal(err)
	}
	return s.Appearances
}

func speakerNamed(t *testing.T, d *Dossier, name string) SpeakerInfo {
	t.Helper()
	all, err := d.Speakers()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no speaker %q among %+v", name, all)
	return SpeakerInfo{}
}

// TestContradictionRefused: what was settled is not silently overturned, and the refusal names how it follows.
func TestContradictionRefused(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, pool()...)
	a, b, c := find(t, d, "harbour"), find(t, d, "wages"), find(t, d, "tired")
	decide(t, d, decision.Decision{Kind: decision.Never, Targets: []string{string(a.ID), string(b.ID)}})
	decide(t, d, decision.Decision{Kind: decision.Same, Targets: []string{string(a.ID), string(c.ID)}})
	before := snapshot(t, d)
	_, err := d.Decide(decision.Decision{Kind: decision.Same, Targets: []string{string(c.ID), string(b.ID)}})
	var contradiction *decision.Contradiction
	if !errors.As(err, &contradiction) {
		t.Fatalf("taken: %v", err)
	}
	for _, want := range []string{"decision 1 by ana", "decision 2 by ana", "never the same"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not name %q", err, want)
		}
	}
	if snapshot(t, d) != before {
		t.Error("a refused decision left a trace")
	}
	if _, err := d.Withdraw(1); err != nil {
		t.Fatal(err)
	}
	decide(t, d, decision.Decision{Kind: decision.Same, Targets: []string{string(c.ID), string(b.ID)}})
	if row := find(t, d, "wages"); row.Appearances != 5 {
		t.Errorf("%+v", row)
	}
}

// TestNeverChangesWhatItParts: who keeps two statements apart that nobody joined changed neither; a quote that leaves its
// statement thereby is changed, and so are those that stay.
func TestNeverChangesWhatItParts(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, pool()...)
	a, b := find(t, d, "harbour"), find(t, d, "wages")
	decide(t, d, decision.Decision{Kind: decision.Never, Targets: []string{string(a.ID), string(b.ID)}})
	for _, words := range []string{"harbour", "wages"} {
		if row := find(t, d, words); row.Status != byMachine {
			t.Errorf("%s: %s", words, row.Status)
		}
	}
	if by := appearances(t, d, a.ID)[0].DecidedBy; by != "ana" {
		t.Errorf("decided by %q", by)
	}
	quotes := appearances(t, d, a.ID)
	decide(t, d, decision.Decision{Kind: decision.Never, Targets: []string{string(quotes[0].Quote)}, Against: []string{string(quotes[1].Quote)}})
	for _, row := range rowsOf(t, d, Filter{Search: "harbour"}) {
		if row.Status != changed {
			t.Errorf("parted: %+v", row)
		}
	}
}

// TestSplit: the quote leaves, the rest stays, and tomorrow's copy goes with what it is likest to.
func TestSplit(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	row := find(t, d, "harbour")
	leaves := appearances(t, d, row.ID)[1]
	decide(t, d, decision.Decision{Kind: decision.Split, Targets: []string{string(leaves.Quote)}})
	rows := rowsOf(t, d, Filter{Search: "harbour"})
	if len(rows) != 2 || rows[0].Appearances+rows[1].Appearances != 3 {
		t.Fatalf("%+v", rows)
	}
	if got := appearances(t, d, StatementID("s-"+string(leaves.Quote))); len(got) != 1 || got[0].Status != changed || got[0].DecidedBy != "ana" {
		t.Errorf("%+v", got)
	}
	if _, err := d.Decide(decision.Decision{Kind: decision.Split, Targets: []string{string(leaves.Quote)}}); err == nil {
		t.Error("a statement of one quote was split")
	}
}

// TestReattribute: the quote goes to the speaker of that name, or to nobody, and what the article printed stays in
// sight.
func TestReattribute(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	tired := find(t, d, "tired")
	decide(t, d, decision.Decision{Kind: decision.Reattribute, Targets: []string{string(tired.ID)}, Value: "Dana Orlova"})
	if row := find(t, d, "tired"); row.SpeakerName != "Dana Orlova" || row.Status != changed {
		t.Errorf("%+v", row)
	}
	if a := appearances(t, d, tired.ID)[0]; a.Printed != "Ivo Brandt" || a.SpeakerAs != "Dana Orlova" || a.Why != speakerSettled {
		t.Errorf("%+v", a)
	}
	if s := speakerNamed(t, d, "Dana Orlova"); s.Quotes != 5 {
		t.Errorf("%+v", s)
	}
	all, err := d.Speakers()
	if err != nil || len(all) != 1 {
		t.Errorf("the speaker without a quote stays: %+v %v", all, err)
	}
	decide(t, d, decision.Decision{Kind: decision.Reattribute, Targets: []string{string(tired.ID)}, Value: ""})
	if row := find(t, d, "tired"); row.SpeakerName != "" {
		t.Errorf("%+v", row)
	}
}

// TestListedUnderAnother: a statement that most outlets give to somebody else is not one of a speaker's, here as in the
// list; a decision that turns the majority round moves it.
func TestListedUnderAnother(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	speakersAgree(t, d)
	harbour := appearances(t, d, find(t, d, "harbour monday").ID)
	for i, want := range []int{0, 1} {
		decide(t, d, decision.Decision{Kind: decision.Reattribute, Targets: []string{string(harbour[i].Quote)}, Value: "Kesh Varga"})
		if s := speakerNamed(t, d, "Kesh Varga"); s.Quotes != i+1 || s.Statements != want {
			t.Errorf("%d of 3 given to Varga: %d quotes, %d statements, want %d", i+1, s.Quotes, s.Statements, want)
		}
		sameFromNothing(t, d)
	}
}

// TestLogTellsHowMany: a decision about one of three appearances does not read as if it were about all.
func TestLogTellsHowMany(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	row := find(t, d, "harbour monday")
	one := []string{string(appearances(t, d, row.ID)[0].Quote)}
	got := decide(t, d, decision.Decision{Kind: decision.Reattribute, Targets: one, Value: "Kesh Varga"})
	before, after := string(row.ID)+": Dana Orlova, 1 of 3 appearances, as found", string(row.ID)+": Kesh Varga, 1 of 3 appearances, changed"
	if got.Before != before || got.After != after {
		t.Errorf("%s -> %s", got.Before, got.After)
	}
	got = decide(t, d, decision.Decision{Kind: decision.Confirm, Targets: []string{string(row.ID)}})
	if !strings.Contains(got.After, "Kesh Varga, 1 of 3 appearances, confirmed") || !strings.Contains(got.After, "Dana Orlova, 2 of 3") {
		t.Errorf("%s", got.After)
	}
	got = decide(t, d, decision.Decision{Kind: decision.Same, Targets: []string{string(row.ID), string(find(t, d, "wages").ID)}})
	if !strings.Contains(got.After, ", 4 appearances, ") {
		t.Errorf("statements joined as a whole: %s", got.After)
	}
}

// TestSettledOnce: what holds already is not written again; what was taken back, or overruled since, is.
func TestSettledOnce(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	row := string(find(t, d, "harbour monday").ID)
	confirm := decision.Decision{Kind: decision.Confirm, Targets: []string{row}}
	decide(t, d, confirm)
	decide(t, d, decision.Decision{Kind: decision.Note, Targets: []string{row}, Value: "asked the office"})
	if _, err := d.Decide(confirm); !errors.Is(err, ErrSettled) || !strings.Contains(err.Error(), "decision 1 by ") {
		t.Errorf("confirmed twice: %v", err)
	}
	decide(t, d, decision.Decision{Kind: decision.Reject, Targets: []string{row}})
	decide(t, d, confirm)
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	decide(t, d, confirm)
	if log, err := d.Log(); err != nil || len(log) != 6 {
		t.Errorf("%d entries, %v", len(log), err)
	}
}

// TestSubjects: an entry of the log is told with the words it is about and where they stand, also once they are no quote any
// more; names come as they are printed.
func TestSubjects(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	quote := appearances(t, d, find(t, d, "harbour monday").ID)[0]
	no := decide(t, d, decision.Decision{Kind: decision.NotAQuote, Targets: []string{string(quote.Quote)}})
	never := decide(t, d, decision.Decision{Kind: decision.Rename, Targets: []string{string(speakerNamed(t, d, "Dana Orlova").ID)}, Value: "D. Orlova"})
	found, err := d.Subjects([]decision.Decision{no, never})
	if err != nil {
		t.Fatal(err)
	}
	about := About(&no, found)
	if len(about) != 1 || about[0].Text != quote.Text || about[0].Article.ID != quote.Article.ID || !strings.Contains(about[0].String(), quote.Article.Outlet.Name+", 2") {
		t.Errorf("%+v", about)
	}
	if about = About(&never, found); len(about) != 1 || about[0].Text != "Dana Orlova" {
		t.Errorf("%+v", about)
	}
}

// TestRename: the name holds for the speaker wherever he speaks, the newest one counts, and undo gives back the
// one before.
func TestRename(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()[:2]...)
	id := string(speakerNamed(t, d, "Dana Orlova").ID)
	decide(t, d, decision.Decision{Kind: decision.Rename, Targets: []string{id}, Value: "D. Orlova"})
	decide(t, d, decision.Decision{Kind: decision.Rename, Targets: []string{id}, Value: "Dana M. Orlova"})
	if row := find(t, d, "wages"); row.SpeakerName != "Dana M. Orlova" {
		t.Errorf("%+v", row)
	}
	mustAdd(t, d, art("New Sheet", "2031-05-06", `"Nothing is settled," said Dana Orlova.`))
	if row := find(t, d, "settled"); row.SpeakerName != "Dana M. Orlova" {
		t.Errorf("tomorrow's article: %+v", row)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if row := find(t, d, "wages"); row.SpeakerName != "D. Orlova" {
		t.Errorf("%+v", row)
	}
}

// TestSpeakersApart: two people of one name can be told apart, article by article.
func TestSpeakersApart(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()[:2]...)
	s := speakerNamed(t, d, "Dana Orlova")
	infos, err := d.Articles()
	if err != nil {
		t.Fatal(err)
	}
	ref := decision.Ref(decision.ToMention, string(infos[0].ID)+"/dana orlova")
	decide(t, d, decision.Decision{Kind: decision.Split, Targets: []string{ref}})
	all, err := d.Speakers()
	if err != nil || len(all) != 3 {
		t.Fatalf("%+v %v", all, err)
	}
	got := decide(t, d, decision.Decision{Kind: decision.Never, Targets: []string{string(all[0].ID), string(all[1].ID)}})
	for _, ref := range got.Refs() {
		if all[0].Name == all[1].Name && !strings.HasPrefix(ref, "mention:") {
			t.Errorf("%s means both of two people of one name", ref)
		}
	}
	if s.Quotes != 3 {
		t.Errorf("%+v", s)
	}
}

// TestNotAQuote: it is gone from every view, and back after undo.
func TestNotAQuote(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	tired := find(t, d, "tired")
	decide(t, d, decision.Decision{Kind: decision.NotAQuote, Targets: []string{string(tired.ID)}})
	if rows := rowsOf(t, d, Filter{Search: "tired"}); len(rows) != 0 {
		t.Errorf("%+v", rows)
	}
	if _, err := d.Statement(tired.ID); !errors.Is(err, store.ErrNone) {
		t.Errorf("%v", err)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	find(t, d, "tired")
}

// TestStruckOutIsNotCounted: an article counts as many quotes as the statements hold of it, for whoever decided, for whoever
// opens the file next, and where the article stands beside an appearance.
func TestStruckOutIsNotCounted(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	before := countsAgree(t, d)
	tired, rejected := find(t, d, "tired"), find(t, d, "wages")
	decide(t, d, decision.Decision{Kind: decision.NotAQuote, Targets: []string{string(tired.ID)}})
	decide(t, d, decision.Decision{Kind: decision.Reject, Targets: []string{string(rejected.ID)}})
	if after := countsAgree(t, d); after != before-tired.Appearances {
		t.Errorf("%d quotes, %d before", after, before)
	}
	d.Close()
	d = reopen(t, d.Path())
	countsAgree(t, d)
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if after := countsAgree(t, d); after != before {
		t.Errorf("%d quotes, %d before", after, before)
	}
}

// countsAgree holds what articles count against the appearances, and gives their sum.
func countsAgree(t *testing.T, d *Dossier) (sum int) {
	t.Helper()
	printed := map[ArticleID]int{}
	for s, err := range d.EachStatement(rowsOf(t, d, Filter{Thought: true})) {
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range s.Appearances {
			printed[a.Article.ID]++
		}
	}
	infos, err := d.Articles()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range infos {
		p, err := d.Article(a.ID)
		if err != nil {
			t.Fatal(err)
		}
		if a.Quotes != printed[a.ID] || p.Quotes != a.Quotes {
			t.Errorf("%s: %d quotes counted, %d on its page, %d printed", a.ID, a.Quotes, p.Quotes, printed[a.ID])
		}
		sum += a.Quotes
	}
	return sum
}

// TestDateRanksFirst: a date or outlet that a person settles changes who was first, everywhere.
func TestDateRanksFirst(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	infos, err := d.Articles()
	if err != nil {
		t.Fatal(err)
	}
	radio := string(infos[len(infos)-1].ID) // the undated one
	for _, c := range []struct{ kind, value, first, day string }{
		{"date", "2031-05-01", "Coast Radio", "2031-05-01"},
		{"date", "2031-05-02", "Coast Radio or Morning Post", "2031-05-02"},
		{"date", "2031-05-02T06:00:00Z", "Coast Radio or Morning Post", "2031-05-02"},
		{"date", "", "Morning Post", "2031-05-02"},
		{"date", "2030-01-01", "Coast Radio", "2030-01-01"},
		{"outlet", "Coast FM", "Coast FM", "2030-01-01"},
	} {
		decide(t, d, decision.Decision{Kind: decision.Kind(c.kind), Targets: []string{radio}, Value: c.value})
		if row := find(t, d, "harbour"); row.FirstOutlet != c.first || row.First.String() != c.day {
			t.Errorf("%s %q: first %s on %s, want %s on %s", c.kind, c.value, row.FirstOutlet, row.First, c.first, c.day)
		}
	}
	decide(t, d, decision.Decision{Kind: decision.Origin, Targets: []string{radio}, Value: "North Wire"})
	if row := find(t, d, "harbour"); len(row.Origins) != 1 || row.Origins[0] != "North Wire" {
		t.Errorf("%+v", row)
	}
}

// TestConfirm: what is confirmed counts as sure, and as one statement even when a later decision would part it.
func TestConfirm(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	row := find(t, d, "harbour")
	decide(t, d, decision.Decision{Kind: decision.Confirm, Targets: []string{string(row.ID)}})
	if row = find(t, d, "harbour"); row.Status != confirmed || row.Confidence != 1 || row.NeedsReview {
		t.Errorf("%+v", row)
	}
	quote := appearances(t, d, row.ID)[1].Quote
	if _, err := d.Decide(decision.Decision{Kind: decision.Split, Targets: []string{string(quote)}}); err == nil {
		t.Error("a confirmed statement was split")
	}
	other := find(t, d, "tired")
	if _, err := d.Decide(decision.Decision{Kind: decision.Confirm, Targets: []string{string(row.ID), string(other.ID)}}); err == nil {
		t.Error("two statements were confirmed as one")
	}
}

// TestMakesNoSense: decisions that mean nothing are refused in words, and leave no entry.
func TestMakesNoSense(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	quote, person := string(find(t, d, "tired").ID), string(speakerNamed(t, d, "Dana Orlova").ID)
	for _, dec := range []decision.Decision{
		{Kind: "wish", Targets: []string{quote}},
		{Kind: decision.Same, Targets: []string{quote}},
		{Kind: decision.Same, Targets: []string{quote, quote}},
		{Kind: decision.Same, Targets: []string{quote, person}},
		{Kind: decision.Same, Targets: []string{quote, "s-000000000000"}},
		{Kind: decision.Never, Targets: []string{quote, quote}},
		{Kind: decision.Never, Targets: []string{person}},
		{Kind: decision.Rename, Targets: []string{person}, Value: "  "},
		{Kind: decision.Rename, Targets: []string{quote}, Value: "x"},
		{Kind: decision.Rename, Targets: []string{"p-000000000000"}, Value: "x"},
		{Kind: decision.Date, Targets: []string{"article:none"}, Value: "2031-01-01"},
		{Kind: decision.Date, Targets: []string{quote}, Value: "2031-01-01"},
		{Kind: decision.Note},
		{Kind: decision.Undo, Targets: []string{quote}},
	} {
		if got, err := d.Decide(dec); err == nil {
			t.Errorf("taken: %+v", got)
		}
	}
	infos, err := d.Articles()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Decide(decision.Decision{Kind: decision.Date, Targets: []string{string(infos[0].ID)}, Value: "yesterday"}); err == nil {
		t.Error("a date that is none was taken")
	}
	log, err := d.Log()
	if err != nil || len(log) != 0 {
		t.Errorf("entries: %+v %v", log, err)
	}
	if _, err := d.Undo(); !errors.Is(err, ErrNothingToUndo) {
		t.Error(err)
	}
	if _, err := d.Redo(); !errors.Is(err, ErrNothingToRedo) {
		t.Error(err)
	}
}

// TestUndoAcrossSessions: whoever opens the file next can undo and redo, and the log says who did what.
func TestUndoAcrossSessions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "u.dossier")
	d := reopen(t, path)
	mustAdd(t, d, port()...)
	decide(t, d, decision.Decision{Kind: decision.Note, Targets: []string{string(find(t, d, "tired").ID)}, Value: "ask him", Why: "call on Monday"})
	d.Close()
	d, err := open(path, Options{Who: "bo"}, handmade, directOnly)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if a := appearances(t, d, find(t, d, "tired").ID)[0]; a.Note != "" {
		t.Errorf("%+v", a)
	}
	if _, err := d.Redo(); err != nil {
		t.Fatal(err)
	}
	if a := appearances(t, d, find(t, d, "tired").ID)[0]; a.Note != "ask him" || a.DecidedBy != "ana" {
		t.Errorf("%+v", a)
	}
	log, err := d.Log()
	if err != nil || len(log) != 3 {
		t.Fatalf("%+v %v", log, err)
	}
	for i, want := range []struct {
		who  string
		kind decision.Kind
		of   int64
	}{{"ana", decision.Note, 0}, {"bo", decision.Undo, 1}, {"bo", decision.Redo, 1}} {
		if e := log[i]; e.Seq != int64(i+1) || e.Who != want.who || e.Kind != want.kind || e.Of != want.of {
			t.Errorf("entry %d: %+v", i, e)
		}
	}
}

func TestFilters(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, pool()...)
	for _, c := range []struct {
		filter Filter
		want   int
	}{
		{Filter{}, len(rowsOf(t, d, Filter{}))},
		{Filter{Search: "HARBOUR mon"}, 1},
		{Filter{Search: "morning harbour"}, 1},
		{Filter{Search: "tolnay tickets"}, 1},
		{Filter{Search: "harbour tickets"}, 0},
		{Filter{Speaker: "brandt"}, 1},
		{Filter{Speaker: "tolnay"}, 1},
		{Filter{Outlet: "evening"}, 2},
		{Filter{Since: someDay}, 2},
		{Filter{Until: someDay.AddDate(0, 0, -2)}, 2},
		{Filter{Changed: "unquoted"}, 2},
		{Filter{Changed: "number"}, 0},
		{Filter{Alone: true}, len(slices.DeleteFunc(rowsOf(t, d, Filter{}), func(r StatementRow) bool { return len(r.Outlets) > 1 }))},
		{Filter{Alone: true, Outlet: "evening"}, 1},
	} {
		if rows := rowsOf(t, d, c.filter); len(rows) != c.want {
			t.Errorf("%+v gives %d statements, want %d", c.filter, len(rows), c.want)
		}
	}
}

// TestUnheardOfName: two articles' quotes given to one name that no article prints are one speaker's.
func TestUnheardOfName(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	for _, a := range appearances(t, d, find(t, d, "harbour").ID) {
		decide(t, d, decision.Decision{Kind: decision.Reattribute, Targets: []string{string(a.Quote)}, Value: "The Harbour Master"})
		sameFromNothing(t, d)
	}
	if s := speakerNamed(t, d, "The Harbour Master"); s.Quotes != 3 || s.Statements != 1 {
		t.Errorf("%+v", s)
	}
}

// TestReattributeWithinSpeaker: a quote that goes to another spelling of the speaker it has is counted under that one.
func TestReattributeWithinSpeaker(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	decide(t, d, decision.Decision{Kind: decision.Same, Targets: []string{string(speakerNamed(t, d, "Dana Orlova").ID), string(speakerNamed(t, d, "Ivo Brandt").ID)}})
	decide(t, d, decision.Decision{Kind: decision.Reattribute, Targets: []string{string(find(t, d, "tired").ID)}, Value: "Dana Orlova"})
	sameFromNothing(t, d)
}

// TestReattributeToShownName: a quote is given to the speaker who is shown under a name, also where a person gave that name,
// and to the one with that id; not to another of the same name.
func TestReattributeToShownName(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	decide(t, d, decision.Decision{Kind: decision.Rename, Targets: []string{"name:ivo brandt"}, Value: "I. B. of the union"})
	quote := func(words string) string {
		hits, err := d.Find(Search{Words: words, Quotes: true})
		if err != nil || len(hits) == 0 {
			t.Fatalf("%d hits, %v", len(hits), err)
		}
		return string(hits[0].Quote)
	}
	var union SpeakerInfo
	for _, name := range []string{"i. b. of the Union", "nobody else", ""} {
		if name == "" {
			name = string(union.ID)
		}
		decide(t, d, decision.Decision{Kind: decision.Reattribute, Targets: []string{"quote:" + quote("wages")}, Value: name})
		speakers, err := d.Speakers()
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(speakers, func(s SpeakerInfo) bool { return s.Name == "I. B. of the union" })
		if union = speakers[i]; name != "nobody else" && union.Quotes != 2 || name == "nobody else" && union.Quotes != 1 {
			t.Errorf("given to %q: %d quotes of %s", name, union.Quotes, union.Name)
		}
	}
}
