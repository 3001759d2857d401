package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/matching/wording"
)

func workbook(t testing.TB, m *memory) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out.xlsx")
	if err := XLSX(context.Background(), m, path, Options{Name: "Dam", Version: "1.2", Made: made, Measured: []string{"Direct quotes: 99 % found."}}); err != nil {
		t.Fatal(err)
	}
	return path
}

// wordingCol is the column of the words as printed.
const wordingCol = 5

func opened(t testing.TB, path string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func rowsOf(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestXLSXReadsBack compares rows and 300 random cells with what went in.
func TestXLSXReadsBack(t *testing.T) {
	m := makeUp(200, 7)
	f := opened(t, workbook(t, m))
	if diff := cmp.Diff(sheetOrder, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	for sheet, want := range map[string]int{
		sheetStatements: 200, sheetAppearances: 600, sheetWordings: 400, sheetSpeakers: 1, sheetSpellings: 2,
		sheetOutlets: 5, sheetArticles: 20, sheetFaults: 1, sheetLog: 1,
	} {
		if got := len(rowsOf(t, f, sheet)) - 1; got != want {
			t.Errorf("%s has %d rows, want %d", sheet, got, want)
		}
	}
	for _, c := range []struct {
		sheet, column string
		want          int
	}{{sheetStatements, "Appearances", 600}, {sheetStatements, "Wordings", 400}, {sheetOutlets, "Quotes", 600}, {sheetOutlets, "Articles", 20}} {
		if got := sumOf(t, rowsOf(t, f, c.sheet), c.column); got != c.want {
			t.Errorf("%s, %s: sum %d, want %d", c.sheet, c.column, got, c.want)
		}
	}
	var all []entry
	for i := range m.statements {
		all = slices.AppendSeq(all, entries(&m.statements[i]))
	}
	rows, r := rowsOf(t, f, sheetAppearances), rand.New(rand.NewPCG(3, 4))
	for range 300 {
		row, col := r.IntN(len(all)), r.IntN(len(appearanceColumns))
		v := appearanceColumns[col].value(all[row])
		got := ""
		if col < len(rows[row+1]) {
			got = rows[row+1][col]
		}
		if !sameCell(t, got, v) {
			t.Errorf("row %d, %s: %q, want %q", row+2, appearanceColumns[col].head, got, plain(v))
		}
	}
}

// sumOf adds up a column of numbers.
func sumOf(t *testing.T, rows [][]string, column string) int {
	t.Helper()
	at, sum := slices.Index(rows[0], column), 0
	for _, row := range rows[1:] {
		n, err := strconv.Atoi(row[at])
		if err != nil {
			t.Fatal(err)
		}
		sum += n
	}
	return sum
}

// sameCell compares a raw cell with the value it was made from.
func sameCell(t *testing.T, got string, v any) bool {
	t.Helper()
	moment := func(want time.Time) bool {
		if want.IsZero() {
			return got == ""
		}
		var serial float64
		if _, err := fmt.Sscan(got, &serial); err != nil {
			return false
		}
		at, err := excelize.ExcelDateToTime(serial, false)
		return err == nil && at.Sub(want.UTC()).Abs() < time.Second
	}
	switch v := v.(type) {
	case articles.Date:
		return moment(v.Time)
	case time.Time:
		return moment(v)
	case float64:
		var x float64
		_, err := fmt.Sscan(got, &x)
		return err == nil && x == v
	case wording.Diff:
		return got == strings.NewReplacer("[-", "", "-]", "", "{+", "", "+}", "").Replace(marked(v))
	}
	return got == plain(v)
}

func TestXLSXDates(t *testing.T) {
	m := makeUp(5, 1)
	m.articles[0].Published = articles.Date{Time: time.Date(2024, 5, 14, 11, 20, 0, 0, time.FixedZone("", 3*3600)), Clock: true}
	m.articles[1].Published = articles.Date{Time: time.Date(2024, 5, 14, 0, 0, 0, 0, time.UTC)}
	m.articles[2].Published = articles.Date{Time: time.Date(1889, 5, 14, 0, 0, 0, 0, time.UTC)}
	m.articles[3].Published = articles.Date{}
	f := opened(t, workbook(t, m))
	for i, want := range []string{"2024-05-14 08:20", "2024-05-14", "1889-05-14", ""} {
		got, err := f.GetCellValue(sheetArticles, fmt.Sprintf("F%d", i+2))
		if err != nil || got != want {
			t.Errorf("article %d: %q (%v), want %q", i, got, err, want)
		}
	}
}

// hard texts are what spreadsheets cut, change or run.
var hard = map[string]string{
	"formula":       "=1+1",
	"command":       "=cmd|' /C calc'!A0",
	"plus":          "+1 (555) 010",
	"minus":         "-2+3 ships",
	"at":            "@SUM(A1)",
	"number":        "0012",
	"exponent":      "1E5",
	"blanks":        "  two before, two after  ",
	"line ends":     "first\nsecond\n",
	"code":          "a literal _x000D_ and _x0041_ here",
	"emoji":         "sailed 😀🚢 at noon",
	"right to left": "قال إن السفن أبحرت",
	"markup":        `<b>"bold" & 'more'</b>`,
}

func TestXLSXKeepsHardTexts(t *testing.T) {
	m := makeUp(len(hard), 2)
	want, i := map[string]string{}, 0
	for _, text := range hard {
		s := &m.statements[i]
		s.Appearances[0].Text = text
		s.Wordings[1].Diff = wording.Diff{{Op: wording.Inserted, B: text}}
		want[string(s.Appearances[0].Quote)] = text
		i++
	}
	f := opened(t, workbook(t, m))
	found := 0
	for i, row := range rowsOf(t, f, sheetAppearances) {
		text, ok := want[row[len(row)-1]]
		if !ok {
			continue
		}
		found++
		if row[wordingCol] != text {
			t.Errorf("%q became %q", text, row[wordingCol])
		}
		if formula, err := f.GetCellFormula(sheetAppearances, fmt.Sprintf("F%d", i+1)); formula != "" || err != nil {
			t.Errorf("%q became the formula %q (%v)", text, formula, err)
		}
	}
	if found != len(hard) {
		t.Errorf("%d of %d texts found", found, len(hard))
	}
	diffs := 0
	for _, row := range rowsOf(t, f, sheetWordings) {
		if len(row) >= 9 && slices.Contains(slices.Collect(maps.Values(hard)), row[8]) {
			diffs++
		}
	}
	if diffs != len(hard) {
		t.Errorf("%d of %d texts kept in rich text", diffs, len(hard))
	}
}

// TestXLSXKeepsCodesOnEverySheet: a name that looks like a code is a name, in a row as in a chart's table.
func TestXLSXKeepsCodesOnEverySheet(t *testing.T) {
	m := makeUp(3, 2)
	const name = "_x0041_ Post _x005F_x0041_"
	for i := range m.articles {
		m.articles[i].Outlet.Name = name
	}
	f := opened(t, workbook(t, m))
	for _, sheet := range []string{sheetOverview, sheetOutlets, sheetArticles} {
		if !slices.ContainsFunc(rowsOf(t, f, sheet), func(row []string) bool { return slices.Contains(row, name) }) {
			t.Errorf("%s: no cell holds %q", sheet, name)
		}
	}
}

// TestXLSXSaysWhatItCannotHold: whatever is cut or replaced is cut visibly and listed on Read me.
func TestXLSXSaysWhatItCannotHold(t *testing.T) {
	m := makeUp(3, 5)
	long := strings.Repeat("😀", 20_000)
	m.statements[0].Appearances[0].Text = long
	m.statements[1].Appearances[0].Text = "bell\a and nul\x00 and broken \xff"
	m.statements[2].Appearances[0].Text = "turned \u202e round"
	m.statements[2].Wordings[1].Diff = wording.Diff{{Op: wording.Deleted, A: strings.Repeat("word ", 10_000)}}
	f := opened(t, workbook(t, m))
	rows := rowsOf(t, f, sheetAppearances)
	if got := rows[1][wordingCol]; units(got) > cellLimit || !strings.HasSuffix(got, "[cut here: 20000 characters in all, whole in the JSON export]") || !strings.HasPrefix(got, strings.Repeat("😀", 16_000)) {
		t.Errorf("the long text ends with %q", got[max(0, len(got)-80):])
	}
	if got := rows[4][wordingCol]; got != "bell␇ and nul␀ and broken \ufffd" {
		t.Errorf("%q", got)
	}
	if got := rows[7][wordingCol]; got != "turned \u202e round" {
		t.Errorf("%q", got)
	}
	var readme strings.Builder
	for _, row := range rowsOf(t, f, sheetReadMe) {
		readme.WriteString(strings.Join(row, "|") + "\n")
	}
	for _, want := range []string{
		"Appearances!F2: the text has 20000 characters", "Appearances!F5: 3 characters that a spreadsheet cannot hold",
		"Appearances!F8: the text holds 1 invisible marks", "more than a cell holds; its end is missing here", "3, in 9 appearances and 6 wordings", "Direct quotes: 99 % found.",
	} {
		if !strings.Contains(readme.String(), want) {
			t.Errorf("Read me does not say %q:\n%s", want, readme.String())
		}
	}
}

func TestXLSXLinks(t *testing.T) {
	m := makeUp(5, 6)
	m.articles[0].URL = `https://post.example/a?q="x"&y=1`
	m.articles[1].URL = "https://post.example/" + strings.Repeat("a", 300)
	m.articles[2].URL = "javascript:alert(1)"
	m.articles[3].URL = ""
	f := opened(t, workbook(t, m))
	for i, want := range []string{`HYPERLINK("https://post.example/a?q=""x""&y=1")`, "", "", ""} {
		cell := fmt.Sprintf("H%d", i+2)
		formula, err := f.GetCellFormula(sheetArticles, cell)
		if err != nil || formula != want {
			t.Errorf("%s: %q, want %q (%v)", cell, formula, want, err)
		}
		if text, err := f.GetCellValue(sheetArticles, cell); err != nil || text != m.articles[i].URL {
			t.Errorf("%s shows %q (%v)", cell, text, err)
		}
	}
}

func TestXLSXLayout(t *testing.T) {
	f := opened(t, workbook(t, makeUp(5, 1)))
	for _, sheet := range sheetOrder[2:] {
		tables, err := f.GetTables(sheet)
		if err != nil || len(tables) != 1 {
			t.Errorf("%s: tables %v, %v", sheet, tables, err)
		}
		panes, err := f.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: panes %+v, %v", sheet, panes, err)
		}
		props, err := f.GetSheetProps(sheet)
		layout, err2 := f.GetPageLayout(sheet)
		if err != nil || err2 != nil || !*props.FitToPage || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 {
			t.Errorf("%s: print setup %+v %+v", sheet, props, layout)
		}
	}
}

func TestXLSXIsReproducible(t *testing.T) {
	m := makeUp(40, 9)
	a, err := os.ReadFile(workbook(t, m))
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		b, err := os.ReadFile(workbook(t, m))
		if err != nil || !bytes.Equal(a, b) {
			t.Fatalf("the same dossier gave other bytes (%v)", err)
		}
	}
}

func TestXLSXOfNothing(t *testing.T) {
	f := opened(t, workbook(t, &memory{}))
	for _, sheet := range sheetOrder[2:] {
		if n := len(rowsOf(t, f, sheet)); n != 1 {
			t.Errorf("%s has %d rows", sheet, n)
		}
	}
}

// office runs LibreOffice without a window on a file and gives the folder with what it made.
func office(t *testing.T, path, filter string) string {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("skipped: no soffice on PATH")
	}
	if testing.Short() {
		t.Skip("skipped: slow")
	}
	dir := t.TempDir()
	cmd := exec.Command(program, "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--convert-to", filter, "--outdir", dir, path)
	cmd.Env = append(os.Environ(), "HOME="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir
}

// TestXLSXInLibreOffice opens the workbook with another program and compares what it sees: rows, links, and every
// text that spreadsheets like to change or run.
func TestXLSXInLibreOffice(t *testing.T) {
	m := makeUp(30, 8)
	want, i := map[string]string{}, 0
	for _, text := range hard {
		m.statements[i].Appearances[0].Text = text
		want[string(m.statements[i].Appearances[0].Quote)] = text
		i++
	}
	// 44,34: comma, quote; 76: UTF-8; the last -1: every sheet into a file of its own.
	dir := office(t, workbook(t, m), `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1`)
	for sheet, n := range map[string]int{sheetStatements: 31, sheetAppearances: 91, sheetWordings: 61, sheetSpeakers: 2, sheetArticles: 6, sheetFaults: 2, sheetLog: 2} {
		raw, err := os.ReadFile(filepath.Join(dir, "out-"+sheet+".csv"))
		if err != nil {
			t.Error(err)
			continue
		}
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff")))).ReadAll()
		if err != nil || len(rows) != n {
			t.Errorf("LibreOffice sees %d rows in %s, want %d (%v)", len(rows), sheet, n, err)
			continue
		}
		if sheet == sheetArticles && rows[1][7] != m.articles[0].URL {
			t.Errorf("the link reads %q", rows[1][7])
		}
		for _, row := range rows {
			if text, ok := want[row[len(row)-1]]; ok && sheet == sheetAppearances && row[wordingCol] != text {
				t.Errorf("LibreOffice reads %q as %q", text, row[wordingCol])
			}
		}
	}
}

// TestCSVInLibreOffice: in the CSV no cell runs when a spreadsheet opens it, not even one that evaluates formulas.
func TestCSVInLibreOffice(t *testing.T) {
	m := makeUp(30, 8)
	want, i := map[string]string{}, 0
	for _, text := range hard {
		m.statements[i].Appearances[0].Text = text
		want[string(m.statements[i].Appearances[0].Quote)] = guarded(text)
		i++
	}
	path := filepath.Join(t.TempDir(), "out.csv")
	if err := CSV(context.Background(), m, path, Options{}); err != nil {
		t.Fatal(err)
	}
	f := opened(t, filepath.Join(office(t, path, "xlsx:Calc MS Excel 2007 XML"), "out.xlsx"))
	found := 0
	for line, row := range rowsOf(t, f, f.GetSheetName(0)) {
		text, ok := want[row[len(row)-1]]
		if !ok {
			continue
		}
		found++
		cell := fmt.Sprintf("F%d", line+1)
		if formula, err := f.GetCellFormula(f.GetSheetName(0), cell); formula != "" || err != nil {
			t.Errorf("%q runs as %q (%v)", text, formula, err)
		}
		if kind, err := f.GetCellType(f.GetSheetName(0), cell); strings.HasPrefix(text, "'") && (kind == excelize.CellTypeNumber || kind == excelize.CellTypeFormula || err != nil) {
			t.Errorf("%q became a number or a formula (%v)", text, err)
		}
	}
	if found < len(hard)-1 { // one of them may be read as part of another row: it holds line ends
		t.Errorf("%d of %d texts found", found, len(hard))
	}
}

// TestXLSXManyLinks: a sheet holds 65,530 native links at most and loses the file beyond; ours have no limit.
func TestXLSXManyLinks(t *testing.T) {
	m := makeUp(5, 6)
	one := m.articles[0]
	m.articles = make([]dossier.ArticleInfo, 70_000)
	for i := range m.articles {
		one.URL = fmt.Sprintf("https://post.example/%d", i)
		m.articles[i] = one
	}
	path := filepath.Join(t.TempDir(), "out.xlsx")
	if err := XLSX(context.Background(), m, path, Options{Made: made, Choice: Choice{Sheets: []string{sheetArticles}, Columns: map[string][]string{sheetArticles: {"Link"}}}}); err != nil {
		t.Fatal(err)
	}
	f := opened(t, path)
	if n := len(rowsOf(t, f, sheetArticles)); n != 70_001 {
		t.Errorf("%d rows", n)
	}
	if formula, err := f.GetCellFormula(sheetArticles, "A70001"); formula != `HYPERLINK("https://post.example/69999")` || err != nil {
		t.Errorf("the last link is %q (%v)", formula, err)
	}
}

func FuzzFit(f *testing.F) {
	for _, s := range hard {
		f.Add(s)
	}
	f.Add("\x00\u202e\ufffe\xff" + strings.Repeat("😀", 100))
	f.Fuzz(func(t *testing.T, s string) {
		got := fit(s)
		if units(got.text) > cellLimit {
			t.Fatalf("%d units", units(got.text))
		}
		if got.cut == 0 && got.symbols == 0 && got.text != s {
			t.Fatalf("%q silently became %q", s, got.text)
		}
		if again := fit(got.text); again.text != got.text || again.symbols > strings.Count(got.text, "\ufffd") {
			t.Fatalf("fitted twice: %q, %q", got.text, again.text)
		}
	})
}

var _ Source = (*dossier.Dossier)(nil)

// TestXLSXShowsRemarksOnArticles: what a person remarked about an article stands in its row.
func TestXLSXShowsRemarksOnArticles(t *testing.T) {
	m := makeUp(3, 2)
	m.articles[1].Note = "from the archive"
	row := rowsOf(t, opened(t, workbook(t, m)), sheetArticles)[2]
	if !slices.Contains(row, "from the archive") {
		t.Errorf("no remark in %q", row)
	}
}

// TestXLSXStatesNoFalseRange: a reader that goes by the stated range of used cells would see nothing else of a sheet.
func TestXLSXStatesNoFalseRange(t *testing.T) {
	f := opened(t, workbook(t, makeUp(3, 2)))
	for _, name := range f.GetSheetList() {
		if ref, err := f.GetSheetDimension(name); ref != "" || err != nil {
			t.Errorf("%s: the cells used are said to be %q (%v)", name, ref, err)
		}
	}
}
