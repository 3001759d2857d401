package say

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestGermanIsComplete reads every text of the window from its source.
func TestGermanIsComplete(t *testing.T) {
	german, err := read("de.json")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for text, place := range spoken(t) {
		seen++
		translated, ok := german[text]
		if !ok {
			t.Errorf("%s: de.json lacks %q", place, text)
			continue
		}
		if s, ok := translated.(string); ok && verbs(s) != verbs(text) {
			t.Errorf("%s: %q and %q take other arguments", place, text, s)
		}
	}
	if seen < 200 {
		t.Errorf("only %d texts were found: the reading of the source is broken", seen)
	}
}

var verb = regexp.MustCompile(`%[.0-9]*[a-z%]`)

func verbs(s string) string { return strings.Join(verb.FindAllString(s, -1), " ") }

// spoken gives every text that the sources of the window hand to this package, with the place of one use: what T and
// N are called with, titles of columns, titles and menus of commands, descriptions of keys.
func spoken(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			for _, text := range textsIn(n) {
				if _, known := out[text]; !known && text != "" {
					out[text] = files.Position(n.Pos()).String()
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func textsIn(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.CallExpr:
		return calledWith(n)
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && (key.Name == "Title" || key.Name == "Menu") {
			return literals(n.Value)
		}
	case *ast.ValueSpec:
		if n.Names[0].Name == "Keys" || n.Names[0].Name == "screenKeys" {
			return keyTexts(n)
		}
	}
	return nil
}

func calledWith(call *ast.CallExpr) []string {
	switch fun := call.Fun.(type) {
	case *ast.SelectorExpr:
		x, ok := fun.X.(*ast.Ident)
		switch {
		case !ok || x.Name != "say":
		case fun.Sel.Name == "T":
			return literals(call.Args[0])
		case fun.Sel.Name == "N":
			return literals(call.Args[1])
		}
	case *ast.Ident:
		if fun.Name == "T" {
			return literals(call.Args[0])
		}
	}
	return nil
}

// keyTexts gives the second of every pair of strings: the first are the keys themselves.
func keyTexts(v *ast.ValueSpec) []string {
	var out []string
	ast.Inspect(v, func(n ast.Node) bool {
		if pair, ok := n.(*ast.CompositeLit); ok && len(pair.Elts) == 2 {
			out = append(out, literals(pair.Elts[1])...)
		}
		return true
	})
	return out
}

func literals(e ast.Expr) []string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return nil
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return nil
	}
	return []string{s}
}
