package export

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

// memory is a Source of statements made up for tests.
type memory struct {
	articles   []dossier.ArticleInfo
	statements []dossier.Statement
	speakers   []dossier.SpeakerInfo
	faults     []dossier.FaultRow
	log        []decision.Decision
	broken     error // ends EachStatement half way
}

func (m *memory) Articles() ([]dossier.ArticleInfo, error) { return m.articles, nil }
func (m *memory) Speakers() ([]dossier.SpeakerInfo, error) { return m.speakers, nil }
func (m *memory) Faults() ([]dossier.FaultRow, error)      { return m.faults, nil }
func (m *memory) Log() ([]decision.Decision, error)        { return m.log, nil }
func (m *memory) Statements(dossier.Filter) ([]dossier.StatementRow, error) {
	var rows []dossier.StatementRow
	for i := range m.statements {
		rows = append(rows, m.statements[i].StatementRow)
	}
	return rows, nil
}

func (m *memory) EachStatement(rows []dossier.StatementRow) iter.Seq2[dossier.Statement, error] {
	wanted := map[dossier.StatementID]bool{}
	for i := range rows {
		wanted[rows[i].ID] = true
	}
	return func(yield func(dossier.Statement, error) bool) {
		for i := range m.statements {
			if !wanted[m.statements[i].ID] {
				continue
			}
			if m.broken != nil && i == len(m.statements)/2 {
				yield(dossier.Statement{}, m.broken)
				return
			}
			if !yield(m.statements[i], nil) {
				return
			}
		}
	}
}

var (
	outletNames = []string{"Harbour Post", "The Lantern", "Selk Courier", "Taurin Times", "Marovia Today"}
	wordList    = strings.Fields("the gates of upper dam were opened at noon said operator nobody was hurt and villages below had been warned in time “we” – naïve 港 😀 log")
	changeKinds = []wording.ChangeKind{wording.Actor, wording.Number, wording.Unquoted, wording.Trimmed, wording.Reworded}
	made        = time.Date(2024, 6, 1, 9, 30, 0, 0, time.UTC)
)

// makeUp gives a source of n statements with three appearances each, the same for the same seed.
func makeUp(n int, seed uint64) *memory {
	r := rand.New(rand.NewPCG(seed, 1))
	say := func(words int) string {
		var b strings.Builder
		for i := range words {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(wordList[r.IntN(len(wordList))])
		}
		return b.String()
	}
	m := &memory{}
	for i := range max(n/10, 5) {
		m.articles = append(m.articles, dossier.ArticleInfo{
			ID: dossier.ArticleID(fmt.Sprintf("%016x", r.Uint64())), Path: fmt.Sprintf("in/%05d.txt", i), Hash: fmt.Sprintf("%064x", r.Uint64()),
			Format: "text", Title: "About " + say(6), URL: fmt.Sprintf("https://post.example/%d", i), Language: "en",
			Outlet:    articles.Outlet{Name: outletNames[i%len(outletNames)], Origin: []string{"", "", "AFP"}[r.IntN(3)], From: "metadata"},
			Published: articles.Date{Time: made.Add(-time.Duration(r.IntN(10000)) * time.Minute), Clock: i%2 == 0, From: "metadata"},
			Added:     made, Words: 300 + r.IntN(100), Quotes: 3,
		})
	}
	for i := range n {
		m.statements = append(m.statements, statementOf(m, r, i, say))
	}
	m.speakers = []dossier.SpeakerInfo{{
		ID: "p-1", Name: "Ilka Sorensdotter", Kind: attribution.Person, Roles: []string{"chief engineer"}, Quotes: 3 * n, Statements: n,
		Spellings: []dossier.Spelling{{Text: "Sorensdotter", Count: 2 * n, Outlets: outletNames[:2]}, {Text: "Sörensdotter", Count: n, Outlets: outletNames[2:3]}},
		Joins:     []dossier.Join{{A: "Sorensdotter", B: "Sörensdotter", Score: 0.97, By: "machine", Reasons: []dossier.Reason{{Text: "the same letters without marks", For: true}}}}, Outlets: outletNames[:3],
	}}
	m.faults = []dossier.FaultRow{{Fault: articles.Fault{Path: "in/broken.pdf", Reason: "a PDF document, which cannot be read yet"}, At: made}}
	m.log = []decision.Decision{{Seq: 1, Kind: decision.Confirm, Targets: []string{"quote:a"}, Who: "Ansel", When: made, Why: "heard it myself"}}
	return m
}

func statementOf(m *memory, r *rand.Rand, i int, say func(int) string) dossier.Statement {
	s := dossier.Statement{StatementRow: dossier.StatementRow{
		ID: dossier.StatementID(fmt.Sprintf("s-%08x", r.Uint32())), Text: say(18), Speaker: "p-1", SpeakerName: "Ilka Sorensdotter",
		Confidence: 0.5 + r.Float64()/2, Status: "machine", Appearances: 3, WordingCount: 2, Changes: []wording.ChangeKind{changeKinds[i%len(changeKinds)]},
	}}
	change := wording.Change{Kind: changeKinds[i%len(changeKinds)], From: "opened", To: "shut", Note: "“opened” became “shut”"}
	s.Wordings = []dossier.Wording{
		{Text: s.Text, Kind: quotes.Direct, Diff: wording.Diff{{Op: wording.Same, A: s.Text, B: s.Text}}},
		{
			Text: say(12), Kind: quotes.Indirect, Changes: []wording.Change{change},
			Diff: wording.Diff{{Op: wording.Same, A: "the gates", B: "the gates"}, {Op: wording.Replaced, A: "opened", B: "shut"}, {Op: wording.Deleted, A: "at noon"}, {Op: wording.Inserted, B: say(3)}},
		},
	}
	for k := range 3 {
		art := m.articles[(i+k)%len(m.articles)]
		w := k % 2
		a := dossier.Appearance{
			Quote: dossier.QuoteID(fmt.Sprintf("q-%016x", r.Uint64())), Statement: s.ID, Article: art, Kind: s.Wordings[w].Kind,
			Position: [][2]int{{r.IntN(900), 1000}}, Text: s.Wordings[w].Text, Before: say(14), Sentence: say(24), After: say(14),
			CueText: "said", SourceText: "chief engineer Sorensdotter", Printed: "Sorensdotter", Role: "chief engineer", Speaker: "p-1", SpeakerAs: "Ilka Sorensdotter",
			Reason: "quotation marks and a cue", Why: "the only chief engineer", Confidence: r.Float64(), Wording: w, Changes: s.Wordings[w].Changes, Status: "machine",
		}
		a.RestsOn = art.Outlet.Name
		if k == 2 {
			a.RestsOn = "Reuters"
			a.Via, a.Status, a.DecidedBy, a.DecidedAt, a.Note = []string{"Reuters"}, "confirmed", "Ansel", made, "heard it"
		}
		s.Appearances = append(s.Appearances, a)
		s.Wordings[w].Outlets = append(s.Wordings[w].Outlets, art.Outlet.Name)
		if !strings.Contains(strings.Join(s.Outlets, "|"), art.Outlet.Name) {
			s.Outlets = append(s.Outlets, art.Outlet.Name)
		}
	}
	s.First, s.FirstOutlet = s.Appearances[0].Article.Published, s.Outlets[0]
	return s
}

// repeated is a Source of n statements that holds only a few: what it says is said again and again.
type repeated struct {
	*memory
	n int
}

func (r repeated) Statements(dossier.Filter) ([]dossier.StatementRow, error) {
	rows := make([]dossier.StatementRow, r.n)
	for i := range rows {
		rows[i] = r.statements[i%len(r.statements)].StatementRow
	}
	return rows, nil
}

func (r repeated) EachStatement(rows []dossier.StatementRow) iter.Seq2[dossier.Statement, error] {
	return func(yield func(dossier.Statement, error) bool) {
		for i := range rows {
			if !yield(r.statements[i%len(r.statements)], nil) {
				return
			}
		}
	}
}
