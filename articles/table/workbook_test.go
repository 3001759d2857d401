package table

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// workbook makes a workbook of sheets, each a list of lines.
func workbook(t testing.TB, sheets ...[][]any) io.Reader {
	t.Helper()
	f := excelize.NewFile()
	for i, lines := range sheets {
		name := "Sheet" + string(rune('1'+i))
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for n, cells := range lines {
			cell, err := excelize.CoordinatesToCellName(1, n+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetSheetRow(name, cell, &cells); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return &b
}

func TestWorkbook(t *testing.T) {
	sheets, err := Workbook(workbook(t,
		[][]any{{"Clippings"}, {}, {"Date", "Title", "Source", "Text"}, {45426.5, "Gates open", "Selk Courier", "The gates\nwere open."}, {}, {2024, "Shut", "X", ""}, {"20240515", "=1+1", "Y", "They shut."}},
		[][]any{{"Outlet", "Count"}, {"X", 1}},
		[][]any{{"URL", "Title"}, {"https://a.example/1", "Gates"}},
	))
	if err != nil || len(sheets) != 2 || sheets[0].IsList() || !sheets[1].IsList() {
		t.Fatalf("%+v, %v", sheets, err)
	}
	var got []Row
	for r := range sheets[0].Rows() {
		got = append(got, r)
	}
	if len(got) != 3 || got[1].Err == nil || got[1].Line != 6 {
		t.Fatalf("%+v", got)
	}
	for i, want := range map[int]string{0: "2024-05-14 Gates open Selk Courier The gates\nwere open.", 2: "2024-05-15 =1+1 Y They shut."} {
		a := got[i].Article
		if said := a.Published.String() + " " + a.Title + " " + a.Outlet.Name + " " + a.Text; said != want {
			t.Errorf("%q, want %q", said, want)
		}
	}
}

func TestWorkbookRefuses(t *testing.T) {
	if _, err := Workbook(workbook(t, [][]any{{"Outlet", "Count"}, {"X", 1}})); !errors.Is(err, ErrNoTable) {
		t.Error(err)
	}
	if _, err := Workbook(workbook(t, [][]any{{"Title", "Link"}, {"x", "https://a.example"}}, [][]any{{"Wording as printed", "Article", "Outlet", "Appearance"}})); !errors.Is(err, ErrOurs) {
		t.Error(err)
	}
	if _, err := Open(strings.NewReader("Statement,Outlet,Wording as printed,Article\ns-1,X,y,z\n")); !errors.Is(err, ErrOurs) {
		t.Error(err)
	}
	if _, err := Workbook(strings.NewReader("PK\x03\x04")); err == nil || !strings.HasPrefix(err.Error(), "the workbook is damaged: ") {
		t.Error(err)
	}
}

func FuzzWorkbook(f *testing.F) {
	raw, err := os.ReadFile("../intake/testdata/formats/table.xlsx")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		sheets, err := Workbook(bytes.NewReader(raw))
		if (len(sheets) == 0) == (err == nil) {
			t.Fatal("neither sheets nor a reason, or both")
		}
		for _, s := range sheets {
			for r := range s.Rows() {
				if (r.Article == nil) == (r.Err == nil) {
					t.Fatalf("%+v", r)
				}
				if a := r.Article; a != nil && !utf8.ValidString(a.Text+a.Title+a.Outlet.Name+a.URL) {
					t.Fatalf("%+q", a.Text)
				}
			}
		}
	})
}
