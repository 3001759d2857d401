package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/dossier"
	"quotidian/matching/wording"
)

var someColumns = Choice{
	Sheets:  []string{sheetAppearances, sheetLog},
	Columns: map[string][]string{sheetAppearances: {"Wording as printed", "Outlet", "Status"}},
}

func TestChoice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.xlsx")
	if err := XLSX(context.Background(), makeUp(20, 3), path, Options{Made: made, Choice: someColumns}); err != nil {
		t.Fatal(err)
	}
	f := opened(t, path)
	if diff := cmp.Diff([]string{sheetReadMe, sheetAppearances, sheetLog}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	want := []string{"Wording as printed", "Outlet", "Status", "Position", "File SHA-256", "Seal", "Appearance"}
	if diff := cmp.Diff(want, rowsOf(t, f, sheetAppearances)[0]); diff != "" {
		t.Error(diff)
	}
	if visible, err := f.GetColVisible(sheetAppearances, "F"); visible || err != nil {
		t.Errorf("the seal is visible (%v)", err)
	}
	if n := len(rowsOf(t, f, sheetAppearances)); n != 61 {
		t.Errorf("%d rows", n)
	}
	var b bytes.Buffer
	if err := writeCSV(context.Background(), makeUp(20, 3), &b, Options{Choice: someColumns, Plain: true}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if diff := cmp.Diff(slices.DeleteFunc(want, func(s string) bool { return s == "Seal" }), rows[0]); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestChoiceRefused(t *testing.T) {
	for _, c := range []Choice{
		{Sheets: []string{"Quotes"}},
		{Columns: map[string][]string{"Quotes": {"x"}}},
		{Columns: map[string][]string{sheetLog: {"Whom"}}},
	} {
		path := filepath.Join(t.TempDir(), "out.xlsx")
		if err := XLSX(context.Background(), makeUp(5, 3), path, Options{Choice: c}); err == nil {
			t.Errorf("%v is taken", c)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%v: a file was written", c)
		}
	}
}

func TestTemplates(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "templates")
	want := Template{Choice: someColumns, Filter: dossier.Filter{Speaker: "orsic", Since: made, Changed: wording.Number}}
	if err := SaveTemplate(folder, "desk copy", want); err != nil {
		t.Fatal(err)
	}
	got, err := LoadTemplate(folder, "desk copy")
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if _, err := LoadTemplate(folder, "other"); err == nil || !strings.Contains(err.Error(), "desk copy") {
		t.Errorf("a template that is not there: %v", err)
	}
	for _, name := range []string{"", "..", "../x", "a/b", `a\b`, ".x", "c:x"} {
		if err := SaveTemplate(folder, name, want); err == nil {
			t.Errorf("%q is taken for a name", name)
		}
	}
	if err := SaveTemplate(folder, "bad", Template{Choice: Choice{Sheets: []string{"Quotes"}}}); err == nil {
		t.Error("a choice of a sheet that is not there is kept")
	}
	if diff := cmp.Diff([]string{"desk copy"}, Templates(folder)); diff != "" {
		t.Error(diff)
	}
}
