package edits_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/export"
	"quotidian/export/edits"
)

var clock = time.Date(2024, 6, 1, 9, 0, 0, 0, time.UTC)

// newDossier reads n articles of three quotes each by speakers of their own.
func newDossier(t testing.TB, n int) *dossier.Dossier {
	t.Helper()
	d, err := dossier.Open(filepath.Join(t.TempDir(), "d.dossier"), dossier.Options{Create: true, Who: "Mirela", Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	family := []string{"Orlo", "Vasc", "Quist", "Venn", "Halmos", "Brodie", "Zenda", "Kost", "Lind", "Marek"}
	given := []string{"Ada", "Bruno", "Clara", "Dario", "Edda", "Felix", "Greta", "Hugo", "Ines", "Jonas"}
	things := []string{"bridge", "harbour", "school", "orchard", "market", "library", "tunnel", "ferry", "museum", "mill"}
	items := func(yield func(articles.Item) bool) {
		for i := range n {
			thing, name := things[i%10], given[i/10%10]+" "+family[i%10]
			text := fmt.Sprintf("“We opened the %s in year %d of our plan,” %s said on Friday.\n\n%s said the %s number %d would stay open all winter.\n\n“Nobody will close %s %d while I live,” %s added.\n",
				thing, 100+7*i, name, strings.Fields(name)[1], thing, 3*i+2, thing, 11*i+5, name)
			a := &articles.Article{ID: fmt.Sprintf("a%015x", i), Path: fmt.Sprintf("in/%d.txt", i), Hash: fmt.Sprintf("%064x", i), Format: "text", Title: thing, Text: text, Outlet: articles.Outlet{Name: "Harbour Post", From: "given"}}
			if !yield(articles.Item{Article: a}) {
				return
			}
		}
	}
	if _, err := d.Add(context.Background(), items, nil); err != nil {
		t.Fatal(err)
	}
	return d
}

func exported(t testing.TB, d *dossier.Dossier) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "case.xlsx")
	if err := export.XLSX(context.Background(), d, path, export.Options{Version: "1.2", Made: clock}); err != nil {
		t.Fatal(err)
	}
	return path
}

// sheet is a sheet of a workbook that a test edits.
type sheet struct {
	t    testing.TB
	file *excelize.File
	name string
	rows [][]string
}

func edit(t testing.TB, path, name string) *sheet {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	rows, err := f.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	return &sheet{t, f, name, rows}
}

func (s *sheet) column(head string) int { return slices.Index(s.rows[0], head) }

// get gives a cell; row 1 is the first below the heading.
func (s *sheet) get(row int, head string) string {
	if i := s.column(head); i < len(s.rows[row]) {
		return s.rows[row][i]
	}
	return ""
}

func (s *sheet) set(row int, head, value string) {
	s.t.Helper()
	cell, err := excelize.CoordinatesToCellName(s.column(head)+1, row+1)
	if err == nil {
		err = s.file.SetCellStr(s.name, cell, value)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// save writes the workbook as another program would, in the name of an editor.
func (s *sheet) save(path, editor string) {
	s.t.Helper()
	if err := errors.Join(s.file.SetDocProps(&excelize.DocProperties{LastModifiedBy: editor}), s.file.SaveAs(path)); err != nil {
		s.t.Fatal(err)
	}
}

func planned(t testing.TB, d *dossier.Dossier, path, who string) *edits.Plan {
	t.Helper()
	w, err := edits.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := w.Plan(d, who)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

type look struct{ Status, Speaker, Note, By string }

// looks tells how every appearance stands; what is no quote any more is missing.
func looks(t testing.TB, d *dossier.Dossier) map[string]look {
	t.Helper()
	all := map[string]look{}
	for p, err := range d.EachArticle() {
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range p.Appearances {
			all[string(a.Quote)] = look{a.Status, a.SpeakerAs, a.Note, a.DecidedBy}
		}
	}
	return all
}

// TestRoundTrip: 500 random edits in a workbook that another program saved come back as the same decisions, in the
// editor's name, and nothing else does.
func TestRoundTrip(t *testing.T) {
	d := newDossier(t, 100)
	path := exported(t, d)
	s, r := edit(t, path, edits.Appearances), rand.New(rand.NewPCG(5, 8))
	want, edited := looks(t, d), map[string]bool{}
	places := make([]int, 0, len(s.rows))
	for row := 1; row < len(s.rows); row++ {
		places = append(places, row)
	}
	r.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
	n := 0
	for _, row := range places {
		id := s.get(row, edits.Appearance)
		l := want[id]
		if n < 500 {
			l.Note, l.By, n = fmt.Sprintf("remark %d = “so” \n+ more", row), "Ansel", n+1
			s.set(row, edits.Note, "  "+l.Note)
			edited[id] = true
		}
		if n < 500 && r.IntN(4) > 0 {
			l.Speaker, l.Status, n = []string{"Tobias Venn", "Oda Lindmaren", ""}[r.IntN(3)], "changed", n+1
			s.set(row, edits.Speaker, l.Speaker)
		}
		if n < 500 && r.IntN(2) > 0 {
			l.Status, n = []string{"confirmed", "rejected"}[r.IntN(2)], n+1
			s.set(row, edits.Status, strings.ToUpper(l.Status))
		}
		want[id] = l
	}
	if n < 500 {
		t.Fatalf("only %d edits", n)
	}
	s.save(path, "Ansel")
	p := planned(t, d, path, "")
	if len(p.Decisions) != 500 || len(p.Problems) != 0 || p.Edited != len(edited) {
		t.Fatalf("%d decisions, %d rows, problems %v", len(p.Decisions), p.Edited, p.Problems)
	}
	for _, x := range p.Decisions {
		if _, err := d.Decide(x.Decision); err != nil {
			t.Fatalf("%s: %v", x.Place, err)
		}
	}
	if diff := cmp.Diff(want, looks(t, d)); diff != "" {
		t.Error(diff)
	}
	if again := planned(t, d, path, ""); len(again.Decisions) != 0 || len(again.Problems) != 0 {
		t.Errorf("read once more: %d decisions, %v", len(again.Decisions), again.Problems)
	}
}

// TestSortedAndCut: rows may be sorted, left out, and columns moved or left out.
func TestSortedAndCut(t *testing.T) {
	d := newDossier(t, 5)
	path := exported(t, d)
	s := edit(t, path, edits.Appearances)
	s.set(4, edits.Status, "not a quote")
	if err := errors.Join(s.file.RemoveRow(edits.Appearances, 2), s.file.RemoveRow(edits.Appearances, 2), s.file.RemoveCol(edits.Appearances, "B"), s.file.InsertCols(edits.Appearances, "A", 2), s.file.DeleteSheet(edits.Statements)); err != nil {
		t.Fatal(err)
	}
	s.save(path, "")
	p := planned(t, d, path, "Ilka")
	if len(p.Decisions) != 1 || len(p.Problems) != 0 {
		t.Fatalf("%+v", p)
	}
	got := p.Decisions[0].Decision
	if got.Kind != decision.NotAQuote || got.Targets[0] != s.get(4, edits.Appearance) || got.Who != "Ilka" {
		t.Errorf("%+v", got)
	}
	if _, err := d.Decide(got); err != nil {
		t.Fatal(err)
	}
	if again := planned(t, d, path, "Ilka"); len(again.Decisions) != 0 || len(again.Problems) != 0 {
		t.Errorf("read once more: %+v", again)
	}
}

// TestWho: the name that signs is the one given, else that in the row, else that of who saved the file.
func TestWho(t *testing.T) {
	d := newDossier(t, 3)
	path := exported(t, d)
	s := edit(t, path, edits.Appearances)
	s.set(1, edits.Note, "a")
	s.set(2, edits.Note, "b")
	s.set(2, edits.DecidedBy, "Greta")
	for _, c := range []struct {
		given, editor string
		want          []string
	}{{"", "Ansel", []string{"Ansel", "Greta"}}, {"Ilka", "Ansel", []string{"Ilka", "Ilka"}}, {"", "Quotidian 1.2", []string{"", "Greta"}}} {
		s.save(path, c.editor)
		var got []string
		for _, x := range planned(t, d, path, c.given).Decisions {
			got = append(got, x.Decision.Who)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%+v: %s", c, diff)
		}
	}
}

// TestStatements: the sheet of statements decides about all appearances at once.
func TestStatements(t *testing.T) {
	d := newDossier(t, 3)
	path := exported(t, d)
	s := edit(t, path, edits.Statements)
	s.set(1, edits.Status, "rejected")
	s.set(2, edits.Speaker, "Tobias Venn")
	s.save(path, "Ansel")
	p := planned(t, d, path, "")
	if len(p.Decisions) != 2 || p.Decisions[0].Decision.Kind != decision.Reattribute || p.Decisions[1].Decision.Kind != decision.Reject {
		t.Fatalf("%+v", p)
	}
	if got := p.Decisions[0].Decision.Targets; got[0] != s.get(2, edits.Statement) {
		t.Errorf("about %v", got)
	}
}

// TestProblems: what contradicts itself or the dossier is told and never decided.
func TestProblems(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(t *testing.T, d *dossier.Dossier, path string)
		want   string
		left   int // decisions that remain
	}{
		{"no such status", func(t *testing.T, _ *dossier.Dossier, path string) {
			s := edit(t, path, edits.Appearances)
			s.set(1, edits.Status, "fine")
			s.set(2, edits.Status, "confirmed")
			s.save(path, "")
		}, "“", 1},
		{"a decision taken back", func(t *testing.T, _ *dossier.Dossier, path string) {
			s := edit(t, path, edits.Appearances)
			s.set(1, edits.Status, "changed")
			s.save(path, "")
		}, "say what changed", 0},
		{"a row twice", func(t *testing.T, _ *dossier.Dossier, path string) {
			s := edit(t, path, edits.Appearances)
			if err := s.file.DuplicateRow(edits.Appearances, 2); err != nil {
				t.Fatal(err)
			}
			s.set(1, edits.Note, "one")
			s.set(2, edits.Note, "two")
			s.save(path, "")
		}, "stands twice", 0},
		{"statement against appearance", func(t *testing.T, d *dossier.Dossier, path string) {
			s := edit(t, path, edits.Statements)
			a := &sheet{t, s.file, edits.Appearances, nil}
			rows, err := s.file.GetRows(edits.Appearances)
			if err != nil {
				t.Fatal(err)
			}
			a.rows = rows
			s.set(1, edits.Status, "rejected")
			for row := 1; row < len(rows); row++ {
				if a.get(row, edits.Statement) == s.get(1, edits.Statement) {
					a.set(row, edits.Status, "confirmed")
				}
			}
			s.save(path, "")
		}, "whole statement", 0},
		{"no quote and a new speaker", func(t *testing.T, _ *dossier.Dossier, path string) {
			s := edit(t, path, edits.Appearances)
			s.set(1, edits.Status, "not a quote")
			s.set(1, edits.Speaker, "Tobias Venn")
			s.save(path, "")
		}, "no quote", 1},
		{"the dossier went on", func(t *testing.T, d *dossier.Dossier, path string) {
			s := edit(t, path, edits.Appearances)
			s.set(1, edits.Note, "mine")
			s.save(path, "")
			if _, err := d.Decide(decision.Decision{Kind: decision.Note, Targets: []string{s.get(1, edits.Appearance)}, Value: "theirs"}); err != nil {
				t.Fatal(err)
			}
		}, "both differ", 0},
		{"a broken seal", func(t *testing.T, _ *dossier.Dossier, path string) {
			s := edit(t, path, edits.Appearances)
			s.set(1, edits.Note, "mine")
			s.set(1, edits.SealColumn, "123456789abc")
			s.save(path, "")
		}, "seal", 0},
		{"another id", func(t *testing.T, _ *dossier.Dossier, path string) {
			s := edit(t, path, edits.Appearances)
			s.set(1, edits.Appearance, "000000000000")
			s.save(path, "")
		}, "knows no", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDossier(t, 3)
			path := exported(t, d)
			c.change(t, d, path)
			p := planned(t, d, path, "Ansel")
			var all []string
			for _, x := range p.Problems {
				all = append(all, x.Place+": "+x.Reason)
			}
			if told := strings.Join(all, "\n"); len(all) == 0 || !strings.Contains(told, c.want) && c.want != "“" || !strings.Contains(told, "row ") {
				t.Errorf("told %q, want %q", told, c.want)
			}
			if len(p.Decisions) != c.left {
				t.Errorf("decided %+v", p.Decisions)
			}
		})
	}
}

// TestRefused: what is no workbook of this dossier is refused with a reason.
func TestRefused(t *testing.T) {
	d := newDossier(t, 3)
	path := exported(t, d)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := slices.Clone(whole)
	for i := len(broken) / 3; i < len(broken)/2; i++ {
		broken[i] ^= 0x5a
	}
	other := excelize.NewFile()
	var foreign bytes.Buffer
	if err := other.Write(&foreign); err != nil {
		t.Fatal(err)
	}
	for name, raw := range map[string][]byte{"empty": nil, "text": []byte("a,b\n"), "cut": whole[:len(whole)/2], "broken": broken, "another program's": foreign.Bytes()} {
		if _, err := edits.ReadFrom(bytes.NewReader(raw)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	s := edit(t, path, edits.Appearances)
	s.set(0, edits.Status, "State")
	s.save(path, "")
	if _, err := edits.Read(path); err == nil || !strings.Contains(err.Error(), "no column Status") {
		t.Errorf("a renamed column: %v", err)
	}
	w, err := edits.ReadFrom(bytes.NewReader(whole))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Plan(newDossier(t, 0), ""); !errors.Is(err, edits.ErrForeign) {
		t.Errorf("another dossier's: %v", err)
	}
}

// TestLibreOffice: a workbook that LibreOffice saved says nothing that nobody edited.
func TestLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("skipped: no soffice on PATH")
	}
	if testing.Short() {
		t.Skip("skipped: slow")
	}
	d := newDossier(t, 10)
	if _, err := d.Decide(decision.Decision{Kind: decision.Note, Targets: []string{firstQuote(t, d)}, Value: "  =1+1 \x07 and\ttab \n and _x000D_ more"}); err != nil {
		t.Fatal(err)
	}
	path := exported(t, d)
	s := edit(t, path, edits.Appearances)
	s.set(3, edits.Status, "rejected")
	s.save(path, "Ansel")
	dir := t.TempDir()
	cmd := exec.Command(office, "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--convert-to", "xlsx", "--outdir", dir, path)
	cmd.Env = append(os.Environ(), "HOME="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	p := planned(t, d, filepath.Join(dir, "case.xlsx"), "Ansel")
	if len(p.Decisions) != 1 || p.Decisions[0].Decision.Kind != decision.Reject || len(p.Problems) != 0 {
		t.Errorf("%+v", p)
	}
}

func firstQuote(t testing.TB, d *dossier.Dossier) string {
	t.Helper()
	for id := range looks(t, d) {
		return id
	}
	t.Fatal("no quotes")
	return ""
}

// FuzzReadFrom: whatever the bytes, reading them ends with a workbook or a reason.
func FuzzReadFrom(f *testing.F) {
	d := newDossier(f, 2)
	raw, err := os.ReadFile(exported(f, d))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add(raw[:len(raw)/2])
	f.Fuzz(func(t *testing.T, raw []byte) {
		w, err := edits.ReadFrom(bytes.NewReader(raw))
		if (w == nil) == (err == nil) {
			t.Fatalf("%v and %v", w, err)
		}
	})
}
