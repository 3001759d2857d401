// Package importtest holds the walls of the house: a room imports only rooms above it, and outside modules
// come in through one door each. A new import is a reviewed line in the table below.
package importtest

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms in the order in which data flows. A room may import itself and every room before it.
var rooms = []string{"assets", "articles", "quotes", "attribution", "matching", "dossier", "draft", "export", "ui", "cmd"}

// doors lists, by path prefix inside the project, the outside modules that may be imported there. The longest
// matching prefix counts.
var doors = map[string][]string{
	"assets":                {},
	"articles":              {"golang.org/x/text", "golang.org/x/net", "github.com/gogs/chardet", "github.com/RadhiFadlillah/whatlanggo"},
	"articles/html":         {"golang.org/x/text", "golang.org/x/net", "github.com/markusmobius/go-trafilatura", "codeberg.org/readeck/go-readability"},
	"articles/archive":      {"github.com/klauspost/compress"},
	"articles/intake":       {"github.com/klauspost/compress"},
	"articles/mail":         {"github.com/jhillyerd/enmime/v2"},
	"articles/fetch":        {"github.com/temoto/robotstxt"},
	"articles/feed":         {"golang.org/x/text", "github.com/mmcdole/gofeed"},
	"articles/text":         {"golang.org/x/net", "github.com/yuin/goldmark"},
	"articles/table":        {"github.com/xuri/excelize/v2"},
	"quotes":                {"golang.org/x/text"},
	"quotes/encoder":        {"golang.org/x/text", "golang.org/x/sys"},
	"attribution":           {"golang.org/x/text"},
	"matching":              {"golang.org/x/text"},
	"dossier":               {},
	"dossier/store":         {"modernc.org/sqlite"},
	"draft":                 {"golang.org/x/net"},
	"export":                {"github.com/xuri/excelize/v2"},
	"ui":                    {"fyne.io/fyne/v2", "github.com/sahilm/fuzzy"},
	"cmd/quotidian":         {"github.com/spf13/cobra"},
	"cmd/quotidian-desktop": {"fyne.io/fyne/v2"},
	"cmd/quotidian-train":   {},
	"internal":              {},
}

// forTests may be imported by any test.
var forTests = []string{"golang.org/x/net/html", "github.com/google/go-cmp", "pgregory.net/rapid", "github.com/rogpeppe/go-internal"}

func TestWalls(t *testing.T) {
	seen := 0
	walk(t, func(path string) {
		for _, imp := range importsOf(t, path) {
			seen++
			checkImport(t, path, imp)
		}
	})
	if seen < 100 {
		t.Fatalf("only %d imports seen: the walk is broken", seen)
	}
}

func checkImport(t *testing.T, path, imp string) {
	t.Helper()
	dir, isTest := filepath.Dir(path), strings.HasSuffix(path, "_test.go")
	if inner, ok := strings.CutPrefix(imp, "quotidian/"); ok {
		if !mayImport(dir, inner, isTest) {
			t.Errorf("%s imports %s: a room imports only rooms above it", path, imp)
		}
		return
	}
	if !strings.Contains(strings.Split(imp, "/")[0], ".") {
		return // the standard library
	}
	allowed := doorsOf(dir)
	if isTest {
		allowed = append(slices.Clone(allowed), forTests...)
	}
	if !slices.ContainsFunc(allowed, func(m string) bool { return imp == m || strings.HasPrefix(imp, m+"/") }) {
		t.Errorf("%s imports %s: that module has no door here", path, imp)
	}
}

func mayImport(dir, inner string, isTest bool) bool {
	from, to := room(dir), room(inner)
	if to == "internal" {
		return isTest || from == "cmd" || from == "internal"
	}
	if from == "internal" {
		return true
	}
	return slices.Index(rooms, to) >= 0 && slices.Index(rooms, to) <= slices.Index(rooms, from)
}

func room(path string) string { return strings.Split(filepath.ToSlash(path), "/")[0] }

func doorsOf(dir string) []string {
	best, found := "", []string(nil)
	for prefix, mods := range doors {
		if (dir == prefix || strings.HasPrefix(dir, prefix+"/")) && len(prefix) > len(best) {
			best, found = prefix, mods
		}
	}
	return found
}

// TestCommandLineIsPure: the command line never links Fyne, so that it runs on servers without a display.
func TestCommandLineIsPure(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "./cmd/quotidian")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(out), "fyne.io/") {
		t.Error("cmd/quotidian depends on Fyne")
	}
}

const root = "../.."

// walk calls do with the path, relative to the root, of every Go file of the project.
func walk(t *testing.T, do func(path string)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != root || d.Name() == "testdata" || d.Name() == "build"):
			return filepath.SkipDir
		case strings.HasSuffix(path, ".go"):
			rel, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			do(filepath.ToSlash(rel))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func importsOf(t *testing.T, path string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, path), nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, imp := range f.Imports {
		p, err := strconv.Unquote(imp.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}
