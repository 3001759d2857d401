package say

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// collector reads out of the sources of the engine what sentences it can make. A sentence is an expression of
// literals, formats and other values: the literals are kept, whatever is filled in becomes a gap. Which of them a
// person gets to see cannot be told from the source, so all are taken that read like a clause of English, wherever
// they stand, save where nobody is spoken to: words that are listed, looked up, compared or searched for, and panics.
type collector struct {
	found map[string]string   // sentence, to the place of its first use
	local map[string]ast.Expr // what the names of the function at hand stand for
	files *token.FileSet
	read  int // how many were read, those said twice included
}

// rooms are the folders whose sentences the window shows. Of articles these are the ones that read inputs and may say
// why they cannot.
var rooms = []string{
	"matching/variant", "matching/variant/likeness", "matching/variant/organisation", "matching/wording", "quotes", "quotes/tagger",
	"attribution", "draft", "draft/manuscript", "dossier", "dossier/decision", "dossier/store", "export/atomic.go", "export/export.go",
	"articles", "articles/archive", "articles/charset", "articles/clippings", "articles/epub", "articles/feed", "articles/fetch", "articles/html",
	"articles/intake", "articles/jsonl", "articles/mail", "articles/office", "articles/pdf", "articles/rtf", "articles/table",
	"articles/text", "articles/warc",
}

// engineSentences gives every sentence of the rooms with the place of its first use.
func engineSentences(t *testing.T) map[string]string {
	t.Helper()
	c := &collector{found: map[string]string{}, files: token.NewFileSet()}
	for _, room := range rooms {
		pattern := filepath.Join("../..", room)
		if !strings.HasSuffix(room, ".go") {
			pattern = filepath.Join(pattern, "*.go")
		}
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		before := c.read
		for _, name := range names {
			if !strings.HasSuffix(name, "_test.go") {
				c.file(t, name, nil)
			}
		}
		if c.read == before {
			t.Errorf("%s says nothing: it is gone, or the reading of its source is broken", room)
		}
	}
	return c.found
}

// file reads one source, from the disk when it is nil.
func (c *collector) file(t *testing.T, name string, source any) {
	t.Helper()
	f, err := parser.ParseFile(c.files, name, source, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		c.local = map[string]ast.Expr{}
		ast.Inspect(d, c.visit)
	}
}

// silent are functions whose arguments are no sentences of ours.
var silent = regexp.MustCompile(`^(panic|strings\.|slices\.|bytes\.|regexp\.|lexicon\.|sql\.|name\.|phraseSet|wordSet|pairs|folded|keySet|log\.)`)

func (c *collector) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec, *ast.IndexExpr:
		return false
	case *ast.CaseClause:
		for _, s := range n.Body {
			ast.Inspect(s, c.visit)
		}
		return false
	case *ast.AssignStmt:
		c.remember(n)
	case *ast.CompositeLit:
		switch kind := n.Type.(type) {
		case *ast.MapType:
			return false
		case *ast.ArrayType:
			if id, ok := kind.Elt.(*ast.Ident); ok && id.Name == "string" {
				c.composed(n.Elts)
				return false
			}
		}
	case *ast.BinaryExpr:
		if n.Op != token.ADD {
			return n.Op == token.LAND || n.Op == token.LOR
		}
	case *ast.CallExpr:
		if silent.MatchString(called(n)) {
			return false
		}
	}
	e, ok := n.(ast.Expr)
	if !ok {
		return true
	}
	s, whole := c.sentence(e)
	if whole && clause(s) {
		if strings.HasPrefix(s, "; ") || strings.HasPrefix(s, ", ") {
			s = "%s" + s // is added to a sentence
		}
		s = plain(s)
		c.read++
		if _, known := c.found[s]; !known {
			c.found[s] = c.files.Position(n.Pos()).String()
		}
	}
	return !whole
}

// composed reads the entries of a list of strings that are more than a literal: a list of literals holds words.
func (c *collector) composed(list []ast.Expr) {
	for _, e := range list {
		if len(literals(e)) == 0 {
			ast.Inspect(e, c.visit)
		}
	}
}

// remember keeps what a name of the function stands for from here on.
func (c *collector) remember(a *ast.AssignStmt) {
	for i, left := range a.Lhs {
		if id, ok := left.(*ast.Ident); ok && len(a.Rhs) == len(a.Lhs) && a.Tok == token.DEFINE {
			c.local[id.Name] = a.Rhs[i]
		}
	}
}

func called(call *ast.CallExpr) string {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		if x, ok := fun.X.(*ast.Ident); ok {
			return x.Name + "." + fun.Sel.Name
		}
		return "." + fun.Sel.Name
	}
	return ""
}

// sentence gives what an expression says, with %q, %d and %s for what is filled in; false for an expression that is
// none of a literal, a format and a sum of strings.
func (c *collector) sentence(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s := literals(e)
		return strings.Join(s, ""), len(s) == 1
	case *ast.ParenExpr:
		return c.sentence(e.X)
	case *ast.BinaryExpr:
		return c.gap(e.X) + c.gap(e.Y), e.Op == token.ADD
	case *ast.CallExpr:
		if name := called(e); (name == "fmt.Sprintf" || name == "fmt.Errorf" || strings.HasSuffix(name, ".fault") || strings.HasSuffix(name, ".add") || name == "reasons") && len(e.Args) > 0 {
			return c.format(e.Args)
		}
	}
	return "", false
}

// format gives the first argument that is a format.
func (c *collector) format(args []ast.Expr) (string, bool) {
	for _, a := range args {
		if lit := literals(a); len(lit) == 1 && clause(lit[0]) {
			return lit[0], true
		}
	}
	return "", false
}

// plain writes every gap in one way: %q for what stands in quotation marks, %d for a number, %s for all else.
func plain(s string) string {
	s = gaps.ReplaceAllStringFunc(s, func(v string) string {
		if k := v[len(v)-1]; k == 'q' || k == 'd' {
			return "%" + string(k)
		}
		return "%s"
	})
	return strings.ReplaceAll(s, `"%s"`, "%q")
}

func (c *collector) gap(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		if known, ok := c.local[e.Name]; ok {
			if s, ok := c.sentence(known); ok {
				return s
			}
		}
	case *ast.CallExpr:
		switch called(e) {
		case "quoted", "strconv.Quote":
			return "%q"
		case "strconv.Itoa":
			return "%d"
		}
	}
	if s, ok := c.sentence(e); ok {
		return s
	}
	return "%s"
}

var gaps = regexp.MustCompile(`%[.0-9]*[qdfsvw]`)

// clause reports whether a text reads like one: two words in small letters, side by side, or one beside a gap.
func clause(s string) bool { return english.MatchString(s) }

var english = regexp.MustCompile(`^an? [a-zA-Z]|[a-z]{2,},? (a )?[a-z]{2,}|%[a-z]["”)]? [a-z]{2,}|[a-z]{3,}:? ["“(]?%[a-z]`)

func TestCollector(t *testing.T) {
	c := &collector{found: map[string]string{}, files: token.NewFileSet()}
	c.file(t, "made.go", `package made

import "not a sentence"

var listed = []string{"prime minister", one + " is one of them"}

var table = map[string]string{"looked up": "found here"}

func made(a, b string) string {
	who := quoted(a) + " is " + b
	switch a {
	case "compared with":
		return who + ", who came first"
	}
	if a == "told apart" || strings.Contains(b, "searched for") || table["kept under"] != "" {
		panic("nobody hears this")
	}
	for _, x := range []struct{ is bool; text string }{{true, "a row of a table"}} {
		add(false, 1, "%q and %.2f %s differ", x.text, 1.5, a)
	}
	r := Reason{Text: fmt.Sprintf("%d of %v", 3, a), Note: "words of a field"}
	r.Text += "; but added"
	return "one"
}`)
	var got []string
	for s := range c.found {
		got = append(got, s)
	}
	slices.Sort(got)
	want := []string{"%d of %s", "%q and %s %s differ", "%q is %s", "%q is %s, who came first", "%s is one of them", "%s; but added", "a row of a table", "words of a field"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
