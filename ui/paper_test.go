package ui

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

// paper is a dossier written by hand, so that what the screens show does not depend on what the finders find.
// It keeps a log, and knows the effect of two decisions: confirm and not-a-quote.
type paper struct {
	statements map[dossier.StatementID]dossier.Statement
	order      []dossier.StatementID
	pages      map[dossier.ArticleID]dossier.ArticlePage
	library    []dossier.ArticleInfo
	speakers   []dossier.SpeakerInfo
	proposals  []dossier.Proposal
	entering   sync.Mutex // the log is read while the next decision is entered
	log        []decision.Decision
	faults     []dossier.FaultRow
	notes      []string
	joining    chan struct{}    // for whose end Analyse waits after reading, unless it is nil
	older      int              // articles read under other rules
	unread     []articles.Fault // of those read again, see Analyse
	careful    bool
	saved      []dossier.SavedSearch
	looked     time.Time
	broken     error // why statements cannot be read
	add        func(context.Context, func(dossier.Progress)) (dossier.Balance, error)
}

func (p *paper) Notes() []string                        { return p.notes }
func (p *paper) Backup(context.Context) (string, error) { return "/desk/flood.dossier-backup-now", nil }

func (p *paper) SavedSearches() ([]dossier.SavedSearch, error) { return p.saved, nil }
func (p *paper) LastLook(string) (time.Time, error)            { return p.looked, nil }
func (p *paper) Find(dossier.Search) ([]dossier.Hit, error) {
	return []dossier.Hit{{Statement: "s-dam"}, {Statement: "s-dam"}}, nil
}

func (p *paper) SaveSearch(name string, s dossier.Search) error {
	p.saved = append(p.saved, dossier.SavedSearch{Name: name, Search: s, Who: p.Who()})
	return nil
}

func (p *paper) ForgetSearch(string) error {
	p.saved = nil
	return nil
}

func (p *paper) Look(string) error {
	p.looked = floodDay
	return nil
}

func (p *paper) Path() string   { return "/desk/flood.dossier" }
func (p *paper) Who() string    { return "Ana" }
func (p *paper) Writable() bool { return true }
func (p *paper) Held() bool     { return false }
func (p *paper) Refused() error { return nil }

func (p *paper) Version() (int64, bool, error) { return int64(len(p.entered())), true, nil }

func (p *paper) Counts() (dossier.Counts, error) {
	return dossier.Counts{
		Articles: len(p.library), Outlets: min(5, len(p.library)), Statements: len(p.rows()), Speakers: len(p.speakers),
		Proposals: len(p.proposals), Decisions: len(p.entered()), Faults: len(p.faults),
	}, nil
}

func (p *paper) rows() []dossier.StatementRow {
	rows := make([]dossier.StatementRow, 0, len(p.order))
	gone, confirmed := map[string]bool{}, map[string]bool{}
	for _, d := range decision.Fold(p.entered()).Active {
		for _, t := range d.Targets {
			gone[t] = gone[t] || d.Kind == decision.NotAQuote
			confirmed[t] = confirmed[t] || d.Kind == decision.Confirm
		}
	}
	for _, id := range p.order {
		s := p.statements[id]
		if len(s.Appearances) > 0 && gone[string(s.Appearances[0].Quote)] {
			continue
		}
		if confirmed[string(id)] {
			s.Status = "confirmed"
		}
		rows = append(rows, s.StatementRow)
	}
	return rows
}

func (p *paper) Statements(f dossier.Filter) ([]dossier.StatementRow, error) {
	var out []dossier.StatementRow
	for _, r := range p.rows() {
		hay := strings.ToLower(r.Text + r.SpeakerName)
		for _, w := range p.statements[r.ID].Wordings {
			hay += strings.ToLower(w.Text)
		}
		if strings.Contains(hay, strings.ToLower(f.Search)) {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b dossier.StatementRow) int { return b.First.Time.Compare(a.First.Time) }) // as dossiers do
	return out, p.broken
}

func (p *paper) Page(f dossier.Filter, limit int) ([]dossier.StatementRow, int, error) {
	rows, err := p.Statements(f)
	return rows[:min(limit, len(rows))], len(rows), err
}

func (p *paper) Warm(context.Context) error { return nil }

func (p *paper) Missed(id dossier.ArticleID, at articles.Span) (ref string, err error) {
	return decision.Passage(string(id), []articles.Span{at}), nil
}

func (p *paper) Statement(id dossier.StatementID) (dossier.Statement, error) {
	s, ok := p.statements[id]
	if !ok {
		return s, store.ErrNone
	}
	for _, r := range p.rows() {
		if r.ID == id {
			s.StatementRow = r
			return s, nil
		}
	}
	return dossier.Statement{}, store.ErrNone
}

func (p *paper) Articles() ([]dossier.ArticleInfo, error) { return p.library, nil }
func (p *paper) Among(s dossier.Search) (map[dossier.ArticleID]bool, error) {
	among := map[dossier.ArticleID]bool{}
	for id := range p.pages {
		among[id] = strings.Contains(p.pages[id].Text, s.Words)
	}
	return among, nil
}

func (p *paper) Extract(a *articles.Article) ([]attribution.Quote, error) {
	return attribution.Extract(a), nil
}

func (p *paper) EachArticle() iter.Seq2[dossier.ArticlePage, error] {
	return func(yield func(dossier.ArticlePage, error) bool) {
		for i := range p.library {
			if !yield(p.pages[p.library[i].ID], nil) {
				return
			}
		}
	}
}

func (p *paper) Faults() ([]dossier.FaultRow, error) { return p.faults, nil }
func (p *paper) Editions() ([][]dossier.Edition, error) {
	return [][]dossier.Edition{{{Article: p.library[0]}, {Article: p.library[3], Appeared: []string{"“We leave tonight.”"}}}}, nil
}
func (p *paper) SettleFaults([]dossier.FaultRow) error { return nil }

func (p *paper) Speakers() ([]dossier.SpeakerInfo, error) { return p.speakers, nil }

func (p *paper) Mentions(dossier.SpeakerID) ([]dossier.Mention, error) { return nil, nil }

func (p *paper) Proposals() ([]dossier.Proposal, error) { return p.proposals, nil }

// Samples gives every speaker the sentence of the first quote.
func (p *paper) Samples(most int, speakers ...dossier.SpeakerID) (map[dossier.SpeakerID][]dossier.Sample, error) {
	found := map[dossier.SpeakerID][]dossier.Sample{}
	a := p.pages["a0"]
	for _, id := range speakers {
		found[id] = []dossier.Sample{{Article: a.ArticleInfo, Quote: a.Appearances[0].Quote, Before: "It holds, ", Name: a.Appearances[0].SpeakerAs, After: " said."}}
	}
	return found, nil
}

func (p *paper) Outdated() (int, error) { return p.older, nil }
func (p *paper) Careful() (bool, error) { return p.careful, nil }

func (p *paper) OutdatedAs(careful bool) (int, error) {
	if careful != p.careful {
		return len(p.library) - p.older, nil
	}
	return p.older, nil
}

func (p *paper) SetCareful(careful bool) error {
	p.careful, p.older = careful, len(p.library)
	return nil
}

func (p *paper) Analyse(_ context.Context, _ bool, progress func(done, of int)) (dossier.Analysis, error) {
	r := dossier.Analysis{Articles: p.older, Appeared: []string{"we stay"}, Failed: p.unread}
	for p.older > 0 {
		p.older--
		progress(r.Articles-p.older, r.Articles)
	}
	if p.joining != nil {
		<-p.joining
	}
	return r, nil
}

func (p *paper) Log() ([]decision.Decision, error) { return p.entered(), nil }

// entered is the log as it stands.
func (p *paper) entered() []decision.Decision {
	p.entering.Lock()
	defer p.entering.Unlock()
	return slices.Clone(p.log)
}

func (p *paper) Subjects([]decision.Decision) (map[string]dossier.Subject, error) { return nil, nil }

func (p *paper) Article(id dossier.ArticleID) (dossier.ArticlePage, error) {
	if a, ok := p.pages[id]; ok {
		return a, nil
	}
	return dossier.ArticlePage{}, store.ErrNone
}

func (p *paper) Add(ctx context.Context, items iter.Seq[articles.Item], progress func(dossier.Progress)) (dossier.Balance, error) {
	if p.add != nil {
		return p.add(ctx, progress)
	}
	var b dossier.Balance
	for it := range items {
		b.Found++
		if it.Fault != nil {
			b.Faults = append(b.Faults, *it.Fault)
		} else {
			b.Added++
		}
	}
	return b, nil
}

func (p *paper) enter(d decision.Decision) (decision.Decision, error) {
	p.entering.Lock()
	defer p.entering.Unlock()
	d.Seq, d.Who, d.When = int64(len(p.log)+1), "Ana", time.Date(2026, 5, 20, 9, len(p.log), 0, 0, time.UTC)
	p.log = append(p.log, d)
	return d, nil
}

func (p *paper) Decide(d decision.Decision) (decision.Decision, error) {
	if d.Kind == decision.Same || d.Kind == decision.Never {
		for i, pr := range p.proposals {
			if pr.A == d.Targets[0] {
				p.proposals = append(p.proposals[:i:i], p.proposals[i+1:]...)
				break
			}
		}
	}
	d.Before, d.After = "as the machine had it", string(d.Kind)
	return p.enter(d)
}

func (p *paper) Undo() (decision.Decision, error) {
	h := decision.Fold(p.entered())
	of, ok := h.NextUndo()
	if !ok {
		return of, dossier.ErrNothingToUndo
	}
	return p.enter(decision.Decision{Kind: decision.Undo, Of: of.Seq})
}

func (p *paper) Redo() (decision.Decision, error) {
	h := decision.Fold(p.entered())
	of, ok := h.NextRedo()
	if !ok {
		return of, dossier.ErrNothingToRedo
	}
	return p.enter(decision.Decision{Kind: decision.Redo, Of: of.Seq})
}

func (p *paper) Withdraw(seq int64) (decision.Decision, error) {
	return p.enter(decision.Decision{Kind: decision.Undo, Of: seq})
}

// The people, outlets and events below are invented.
var (
	floodDay = time.Date(2026, 5, 12, 14, 5, 0, 0, time.UTC)
	outlets  = []articles.Outlet{
		{Name: "Selk Courier", From: "metadata"},
		{Name: "Marovia Today", Origin: "Norvald Press", From: "metadata"},
		{Name: "The Harbour Post", Origin: "Norvald Press", From: "footer"},
		{Name: "Taurin Times", From: "given"},
		{Name: "lantern-dam", From: "file name"},
	}
)

// told is how one outlet printed the statement about the dam.
type told struct {
	outlet               int
	hours                int // after the first; -1 for undated
	before, quote, after string
	cue, source, via     string
	kind                 quotes.Kind
	diff                 wording.Diff
	changes              []wording.Change
}

var dam = []told{
	{0, 0, "The water rose all night. ", "“The dam will not fail, and some 800 families can stay in their homes,”", " Water Minister Mirel Danko said on Tuesday. He spoke to reporters at the gates.", "said", "Water Minister Mirel Danko", "", quotes.Direct, nil, nil},
	{
		1, 2, "The minister was calm. ", "“The dam will not fail, and some 800 families can stay,”", " Danko told Norvald Press. The gates stay shut.", "told", "Danko", "Norvald Press", quotes.Direct,
		wording.Diff{{Op: wording.Same, A: "“The dam will not fail, and some 800 families can stay", B: "“The dam will not fail, and some 800 families can stay,”"}, {Op: wording.Deleted, A: "in their homes,”"}},
		[]wording.Change{{Kind: wording.Trimmed, From: "in their homes", Note: "words left out"}},
	},
	{
		2, 3, "", "the dam might not fail, and more than 800 families may stay in their homes", ". Officials gave no other figure.", "said", "Water Minister Mirel Danko", "Norvald Press", quotes.Indirect,
		wording.Diff{{Op: wording.Same, A: "The dam", B: "the dam"}, {Op: wording.Replaced, A: "will", B: "might"}, {Op: wording.Same, A: "not fail, and", B: "not fail, and"}, {Op: wording.Replaced, A: "some 800", B: "more than 800"}, {Op: wording.Same, A: "families", B: "families"}, {Op: wording.Replaced, A: "can", B: "may"}, {Op: wording.Same, A: "stay in their homes", B: "stay in their homes"}},
		[]wording.Change{{Kind: wording.Number, From: "some 800", To: "more than 800", Note: "the same number, but “some 800” became “more than 800”"}, {Kind: wording.Modality, From: "will", To: "might", Note: "“will not” became “might not”: another degree of certainty or duty"}, {Kind: wording.Unquoted, Note: "direct speech became reported speech"}},
	},
	{
		3, 26, "It was his first visit. ", "“The dam will fail, and some 800 families cannot stay in their homes,”", " Mirel Dankow warned. Residents were packing.", "warned", "Mirel Dankow", "", quotes.Direct,
		wording.Diff{{Op: wording.Same, A: "“The dam will", B: "“The dam will"}, {Op: wording.Deleted, A: "not"}, {Op: wording.Same, A: "fail, and some 800 families", B: "fail, and some 800 families"}, {Op: wording.Replaced, A: "can", B: "cannot"}, {Op: wording.Same, A: "stay in their homes,”", B: "stay in their homes,”"}},
		[]wording.Change{{Kind: wording.Negation, From: "will not fail", To: "will fail", Note: "“will not fail” lost its negation"}},
	},
	{4, -1, "", "“The dam will not fail, and some 800 families can stay in their homes,”", " the minister said.", "said", "the minister", "", quotes.Direct, nil, nil},
}

// flood gives a dossier of five articles about a dam, with some small statements beside the big one.
func flood() *paper {
	p := &paper{statements: map[dossier.StatementID]dossier.Statement{}, pages: map[dossier.ArticleID]dossier.ArticlePage{}}
	var apps []dossier.Appearance
	for i, v := range dam {
		apps = append(apps, p.print(i, v))
	}
	row := dossier.StatementRow{
		ID: "s-dam", Text: dam[0].quote, Speaker: "p-danko", SpeakerName: "Mirel Danko", Origins: []string{"Norvald Press"},
		First: apps[0].Article.Published, FirstOutlet: outlets[0].Name, Appearances: len(apps), WordingCount: 4, Status: "machine", Confidence: 0.82, NeedsReview: true,
		Changes: []wording.ChangeKind{wording.Number, wording.Negation, wording.Modality, wording.Unquoted, wording.Trimmed},
	}
	s := dossier.Statement{StatementRow: row, Appearances: apps}
	for i, v := range dam[:4] {
		w := dossier.Wording{Text: v.quote, Kind: v.kind, Outlets: []string{outlets[v.outlet].Name}, Changes: v.changes, Diff: v.diff}
		if i == 0 {
			w.Outlets = append(w.Outlets, outlets[4].Name)
		}
		s.Wordings = append(s.Wordings, w)
	}
	for _, o := range outlets {
		s.Outlets = append(s.Outlets, o.Name)
	}
	p.put(s)
	p.small()
	p.people()
	return p
}

func (p *paper) put(s dossier.Statement) {
	p.statements[s.ID] = s
	p.order = append(p.order, s.ID)
}

// print makes article i and its appearance of the statement about the dam.
func (p *paper) print(i int, v told) dossier.Appearance {
	info := dossier.ArticleInfo{
		ID: dossier.ArticleID(fmt.Sprintf("a%d", i)), Path: fmt.Sprintf("desk/%02d.html", i), Title: "Dam above Selk holds as the water rises",
		Byline: "Petra Lindqvist", Outlet: outlets[v.outlet], Quotes: 2, Words: 412 + 31*i, Format: "html", Language: "en", Hash: strings.Repeat("0a1b2c3d", 8), Added: floodDay,
	}
	if v.hours >= 0 {
		info.Published = articles.Date{Time: floodDay.Add(time.Duration(v.hours) * time.Hour), Clock: v.hours < 20, From: "metadata"}
	}
	lead := info.Title + "\n\nSELK — Engineers watched the gauges through a second night as the river reached a mark that nobody in the valley had seen since the dam was built.\n\n"
	text := lead + v.before + v.quote + v.after + "\n\nThe mayor, Ilse Brandt, said she had “slept badly”. " + strings.Repeat("Further down the valley the fields were under water, and the road to the harbour was closed to lorries. ", 6)
	at := len(lead) + len(v.before)
	span := func(s string, from int) articles.Span {
		k := strings.Index(text[from:], s)
		if s == "" || k < 0 {
			return articles.Span{}
		}
		return articles.Span{Start: from + k, End: from + k + len(s)}
	}
	a := dossier.Appearance{
		Quote: dossier.QuoteID(fmt.Sprintf("q%d", i)), Statement: "s-dam", Article: info, Kind: v.kind, Medium: quotes.Speech,
		Content: []articles.Span{{Start: at, End: at + len(v.quote)}}, Cue: span(v.cue, at+len(v.quote)), Source: span(v.source, at+len(v.quote)),
		Text: v.quote, Before: strings.TrimSpace(v.before), Sentence: v.quote + v.after[:strings.Index(v.after, ".")+1], After: strings.TrimSpace(v.after[strings.Index(v.after, ".")+1:]),
		CueText: v.cue, SourceText: v.source, Printed: "Mirel Danko", Role: "Water Minister", Speaker: "p-danko", SpeakerAs: "Mirel Danko",
		Reason: "quotation marks, then the cue", Why: "\"Danko\" is short for Mirel Danko", Confidence: 0.97, Changes: v.changes, Status: "machine",
		RestsOn: cmp.Or(info.Outlet.Origin, info.Outlet.Name),
	}
	if v.via != "" {
		a.Via = []string{v.via}
	}
	mayor := a
	mayor.Quote, mayor.Statement, mayor.Kind, mayor.Text = dossier.QuoteID(fmt.Sprintf("m%d", i)), "s-slept", quotes.Mixed, "she had “slept badly”"
	mayor.Content, mayor.Source, mayor.Cue = []articles.Span{span(mayor.Text, at)}, span("The mayor, Ilse Brandt", at), span(" said she", at)
	mayor.Speaker, mayor.SpeakerAs, mayor.Printed, mayor.Role, mayor.SourceText, mayor.Changes, mayor.Via = "p-brandt", "Ilse Brandt", "Ilse Brandt", "mayor", "The mayor, Ilse Brandt", nil, nil
	p.library = append(p.library, info)
	p.pages[info.ID] = dossier.ArticlePage{ArticleInfo: info, Text: text, Appearances: []dossier.Appearance{mayor, a}}
	return a
}

// small adds statements that one outlet printed.
func (p *paper) small() {
	for i, v := range []struct{ who, id, text, status string }{
		{"Ilse Brandt", "p-brandt", "she had “slept badly”", "machine"},
		{"Norvald Water Authority", "p-nwa", "The gauges at both gates had been read every quarter of an hour since Sunday, and no reading had been higher than the one before it, according to a statement that the authority put on its site late in the evening.", "confirmed"},
		{"", "", "the road would be open by the weekend", "machine"},
		{"Maximilian-Alexander von und zu Hohenstein-Wallersdorf the Younger", "p-max", "“No.”", "rejected"},
		{"Şirin Ağayeva", "p-sirin", "“Kənd boşalıb, su evlərə çatıb,” dedi.", "machine"},
	} {
		page := p.pages[p.library[i].ID]
		a := page.Appearances[0]
		a.Quote, a.Text, a.Speaker, a.SpeakerAs, a.Status = dossier.QuoteID(fmt.Sprintf("small%d", i)), v.text, dossier.SpeakerID(v.id), v.who, v.status
		row := dossier.StatementRow{
			ID: dossier.StatementID(fmt.Sprintf("s-%d", i)), Text: v.text, Speaker: dossier.SpeakerID(v.id), SpeakerName: v.who,
			Outlets: []string{outlets[i].Name}, First: page.Published, FirstOutlet: outlets[i].Name, Appearances: 1, WordingCount: 1, Confidence: 0.9, Status: v.status,
		}
		if i == 1 {
			row.Changes = []wording.ChangeKind{wording.Trimmed}
		}
		p.put(dossier.Statement{StatementRow: row, Appearances: []dossier.Appearance{a}, Wordings: []dossier.Wording{{Text: v.text, Outlets: row.Outlets}}})
	}
}

func (p *paper) people() {
	p.speakers = []dossier.SpeakerInfo{
		{
			ID: "p-danko", Name: "Mirel Danko", Kind: attribution.Person, Quotes: 5, Statements: 1, Roles: []string{"Water Minister", "minister"}, Outlets: []string{"Selk Courier", "Taurin Times"},
			Spellings: []dossier.Spelling{{Text: "Mirel Danko", Count: 4, Outlets: []string{"Selk Courier", "The Harbour Post"}}, {Text: "Mirel Dankow", Count: 1, Outlets: []string{"Taurin Times"}}},
			Joins:     []dossier.Join{{A: "Mirel Danko", B: "Mirel Dankow", Score: 0.93, By: "machine", Reasons: []dossier.Reason{{Text: "\"Danko\" and \"Dankow\" are spellings of one name", For: true}, {Text: "the same role: minister", For: true}}}},
		},
		{ID: "p-brandt", Name: "Ilse Brandt", Quotes: 5, Statements: 1, Roles: []string{"mayor"}, Outlets: []string{"Selk Courier"}, Spellings: []dossier.Spelling{{Text: "Ilse Brandt", Count: 5}}},
		{ID: "p-nwa", Name: "Norvald Water Authority", Kind: attribution.Organisation, Quotes: 1, Statements: 1, Spellings: []dossier.Spelling{{Text: "Norvald Water Authority", Count: 1}}},
		{ID: "p-max", Name: "Maximilian-Alexander von und zu Hohenstein-Wallersdorf the Younger", Quotes: 1, Statements: 1, Roles: []string{"Honorary Deputy Vice-Chairman of the Federal Commission for the Oversight of Inland Waterways"}, Spellings: []dossier.Spelling{{Text: "Maximilian-Alexander von und zu Hohenstein-Wallersdorf the Younger", Count: 1}}},
		{ID: "p-sirin", Name: "Şirin Ağayeva", Quotes: 1, Statements: 1, Spellings: []dossier.Spelling{{Text: "Şirin Ağayeva", Count: 1}}},
	}
	p.proposals = []dossier.Proposal{
		{Kind: "speaker", A: "p-brandt", B: "p-max", NameA: "Ilse Brandt", NameB: "Ilze Brant", Score: 0.71, Touches: 6, Reasons: []dossier.Reason{{Text: "\"Brandt\" and \"Brant\" are spellings of one name", For: true}, {Text: "one article prints both names in full", For: false}}},
		{Kind: "statement", A: "s-dam", B: "s-2", NameA: "“The dam will not fail”", NameB: "The dam was in no danger of failing", Score: 0.55, Touches: 2, Reasons: []dossier.Reason{{Text: "much the same words", For: true}, {Text: "the same speaker: Mirel Danko", For: true}}},
	}
	p.faults = []dossier.FaultRow{{Fault: articles.Fault{Path: "desk/scan.pdf", Reason: "a picture, which cannot be read"}}}
	p.log = []decision.Decision{{Seq: 1, Kind: decision.Confirm, Targets: []string{"s-1"}, Who: "Ana", When: floodDay, Before: "s-1: Ilse Brandt, 1 appearance, machine", After: "s-1: Ilse Brandt, 1 appearance, confirmed"}}
}

// many gives a dossier of n small statements, for measuring.
func many(n int) *paper {
	p := &paper{statements: map[dossier.StatementID]dossier.Statement{}, pages: map[dossier.ArticleID]dossier.ArticlePage{}}
	for i := range n {
		who := fmt.Sprintf("Speaker %d", i%500)
		id := dossier.StatementID(fmt.Sprintf("s-%06d", i))
		row := dossier.StatementRow{
			ID: id, Text: fmt.Sprintf("Statement %d says that the dam will hold through the spring floods, come what may", i), Speaker: dossier.SpeakerID(who), SpeakerName: who,
			Outlets: []string{outlets[i%5].Name, outlets[(i+1)%5].Name}, First: articles.Date{Time: floodDay.Add(time.Duration(i) * time.Minute)}, Appearances: 2, WordingCount: 2, Status: "machine",
			Changes: []wording.ChangeKind{wording.Trimmed},
		}
		p.put(dossier.Statement{StatementRow: row})
	}
	return p
}
