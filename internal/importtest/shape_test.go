package importtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// The limits of size, from the measured best of the field: code that keeps to them can be read in one sitting.
// Tests may be longer, since a table is one idea.
const (
	maxFileLines     = 600
	maxFunctionLines = 80
	maxParameters    = 5
)

func TestShape(t *testing.T) {
	commented := map[string]bool{}
	walk(t, func(path string) {
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, filepath.Join(root, path), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Dir(path)
		commented[dir] = commented[dir] || f.Doc != nil
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		if n := set.Position(f.FileEnd).Line; n > maxFileLines {
			t.Errorf("%s has %d lines, more than %d: split it by idea", path, n, maxFileLines)
		}
		checkFunctions(t, set, f)
	})
	for dir, ok := range commented {
		if !ok {
			t.Errorf("package in %s has no package comment", dir)
		}
	}
}

func checkFunctions(t *testing.T, set *token.FileSet, f *ast.File) {
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		at := strings.TrimPrefix(set.Position(fn.Pos()).String(), root+"/")
		if n := set.Position(fn.End()).Line - set.Position(fn.Pos()).Line + 1; n > maxFunctionLines {
			t.Errorf("%s: %s has %d lines, more than %d", at, fn.Name.Name, n, maxFunctionLines)
		}
		if n := fn.Type.Params.NumFields(); n > maxParameters {
			t.Errorf("%s: %s has %d parameters, more than %d", at, fn.Name.Name, n, maxParameters)
		}
	}
}
