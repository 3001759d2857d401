package decision

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// log makes entries, numbered, from "kind targets [| against]" or "undo n".
func log(lines ...string) []Decision {
	var all []Decision
	for i, line := range lines {
		left, right, _ := strings.Cut(line, "|")
		words := strings.Fields(left)
		d := Decision{Seq: int64(i + 1), Kind: Kind(words[0]), Who: "ana", When: time.Unix(0, 0).UTC(), Against: strings.Fields(right)}
		if d.Kind == Undo || d.Kind == Redo {
			fmt.Sscan(words[1], &d.Of)
		} else {
			d.Targets = words[1:]
		}
		all = append(all, d)
	}
	return all
}

func seqs(ds []Decision) (out []int64) {
	for _, d := range ds {
		out = append(out, d.Seq)
	}
	return out
}

func TestFold(t *testing.T) {
	for _, c := range []struct {
		title          string
		log            []Decision
		active, undone []int64
	}{
		{"nothing", nil, nil, nil},
		{"two", log("note a", "note b"), []int64{1, 2}, nil},
		{"undo", log("note a", "note b", "undo 2"), []int64{1}, []int64{2}},
		{"undo twice", log("note a", "note b", "undo 2", "undo 1"), nil, []int64{2, 1}},
		{"redo", log("note a", "note b", "undo 2", "undo 1", "redo 1"), []int64{1}, []int64{2}},
		{"a new decision forgets what could be redone", log("note a", "undo 1", "note b"), []int64{3}, nil},
		{"an older one is withdrawn", log("note a", "note b", "undo 1"), []int64{2}, []int64{1}},
		{"an undo of what does not hold changes nothing", log("note a", "undo 7"), []int64{1}, nil},
	} {
		h := Fold(c.log)
		if diff := cmp.Diff([][]int64{c.active, c.undone}, [][]int64{seqs(h.Active), seqs(h.Undone)}); diff != "" {
			t.Errorf("%s: %s", c.title, diff)
		}
	}
}

func TestContradictions(t *testing.T) {
	for _, c := range []struct {
		title string
		log   []Decision
		path  []string // words that the refusal of the last entry must name, none when it is fine
	}{
		{"same after never", log("never a | b", "same a b"), []string{"a is never the same as b", "decision 1"}},
		{"names as they are", log("never name:ana | name:eva", "same name:ana name:eva"), []string{"ana is never the same as eva (decision 1"}},
		{"same through a third", log("never a | b", "same a c", "same c b"), []string{"a is never the same as b", "a is the same as c (decision 2", "c would be the same as b"}},
		{"never after same", log("same a b", "never a | b"), []string{"a is the same as b (decision 1"}},
		{"never after same through two", log("same a b", "same b c", "never c | a"), []string{"c is the same as b (decision 2", "b is the same as a (decision 1"}},
		{"split after confirm", log("confirm a b c", "split a | b"), []string{"a is the same as b (decision 1"}},
		{"a chain that closes at once", log("never a | c", "same a b c"), []string{"a is never the same as c"}},
		{"itself", log("never a | a"), []string{"a cannot be kept apart from itself"}},
		{"others do not matter", log("never a | b", "same a c", "same b d", "never c | d"), nil},
		{"split keeps the leavers together", log("split a b | c", "same a b"), nil},
	} {
		last := len(c.log) - 1
		l, before := NewLinks(c.log[:last])
		if before != nil {
			t.Fatalf("%s: %v", c.title, before)
		}
		groups, apart := l.Groups(), l.Apart()
		got := l.Add(c.log[last])
		if (got == nil) != (c.path == nil) {
			t.Errorf("%s: refusal %v", c.title, got)
			continue
		}
		if got == nil {
			continue
		}
		for _, p := range c.path {
			if !strings.Contains(got.Error(), p) {
				t.Errorf("%s: %q does not name %q", c.title, got, p)
			}
		}
		if diff := cmp.Diff([]any{groups, apart}, []any{l.Groups(), l.Apart()}); diff != "" {
			t.Errorf("%s: a refused decision left a trace: %s", c.title, diff)
		}
	}
}

// TestMentionsLeave: a split of what single articles say takes it out of older joins; the others that these joined stay joined, and what
// was parted stays parted.
func TestMentionsLeave(t *testing.T) {
	for _, c := range []struct {
		title  string
		log    []Decision
		groups string
	}{
		{"a join of mentions", log("same mention:1/a mention:2/a mention:3/a", "split mention:2/a | mention:1/a mention:3/a"), "[[mention:1/a mention:3/a]]"},
		{"a join with a name", log("same mention:1/a name:b", "split mention:1/a | mention:2/b"), "[]"},
		{"a join with somebody else", log("same mention:1/a name:c", "split mention:1/a | mention:2/b"), "[[mention:1/a name:c]]"},
		{"a confirmed one", log("confirm mention:1/a mention:2/a", "split mention:1/a | mention:2/a"), "[]"},
		{"through a third", log("same mention:1/a name:c", "same name:c mention:2/b", "split mention:1/a | mention:2/b"), "[[mention:2/b name:c]]"},
		{"two that left together part", log("split mention:1/a mention:2/a | mention:3/a", "split mention:1/a | mention:2/a"), "[]"},
		{"two leave together", log("same mention:1/a mention:2/a mention:3/a", "split mention:1/a mention:2/a | mention:3/a"), "[[mention:1/a mention:2/a]]"},
	} {
		l, refused := NewLinks(c.log)
		if got := fmt.Sprint(l.Groups()); got != c.groups || refused != nil {
			t.Errorf("%s: %s, refused %v", c.title, got, refused)
		}
		if got := l.Add(log("same mention:1/a mention:3/a mention:2/a mention:2/b")[0]); got == nil {
			t.Errorf("%s: joined again against the split", c.title)
		}
	}
}

// TestLinksHold: whatever is taken in, no pair stands both together and apart, and the order of the decisions
// changes nothing as long as none is refused.
func TestLinksHold(t *testing.T) {
	ref := rapid.SampledFrom(strings.Split("abcdefgh", ""))
	rapid.Check(t, func(t *rapid.T) {
		var ds []Decision
		for range rapid.IntRange(1, 12).Draw(t, "n") {
			d := Decision{
				Kind:    rapid.SampledFrom([]Kind{Same, Never, Split, Confirm, Note}).Draw(t, "kind"),
				Targets: rapid.SliceOfNDistinct(ref, 1, 3, rapid.ID).Draw(t, "targets"),
			}
			if d.Kind == Never || d.Kind == Split {
				d.Against = rapid.SliceOfNDistinct(ref, 1, 2, rapid.ID).Draw(t, "against")
			}
			ds = append(ds, d)
		}
		l, refused := NewLinks(ds)
		group := map[string]int{}
		for i, g := range l.Groups() {
			for _, r := range g {
				group[r] = i + 1
			}
		}
		for _, p := range l.Apart() {
			if group[p[0]] != 0 && group[p[0]] == group[p[1]] {
				t.Fatalf("%s and %s are together and apart", p[0], p[1])
			}
		}
		if refused != nil {
			return
		}
		slices.Reverse(ds)
		m, again := NewLinks(ds)
		if again != nil || !cmp.Equal(l.Groups(), m.Groups()) || !cmp.Equal(l.Apart(), m.Apart()) {
			t.Fatalf("the order matters: %v", again)
		}
	})
}

// TestUndoRedo: any number of steps back, then as many forth, ends where it began.
func TestUndoRedo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var h History
		n := int64(0)
		enter := func(d Decision) {
			n++
			d.Seq = n
			h.Apply(d)
		}
		for range rapid.IntRange(0, 20).Draw(t, "n") {
			next, ok := h.NextUndo()
			if ok && rapid.Bool().Draw(t, "undo") {
				enter(Decision{Kind: Undo, Of: next.Seq})
			} else {
				enter(Decision{Kind: Note})
			}
		}
		before := seqs(h.Active)
		back := rapid.IntRange(0, len(before)).Draw(t, "back")
		for range back {
			d, _ := h.NextUndo()
			enter(Decision{Kind: Undo, Of: d.Seq})
		}
		if got := seqs(h.Active); !slices.Equal(got, before[:len(before)-back]) {
			t.Fatalf("%d back from %v: %v", back, before, got)
		}
		for range back {
			d, _ := h.NextRedo()
			enter(Decision{Kind: Redo, Of: d.Seq})
		}
		if got := seqs(h.Active); !slices.Equal(got, before) {
			t.Fatalf("there %v and back %v", before, got)
		}
	})
}

func TestRefs(t *testing.T) {
	for ref, want := range map[string]RefKind{
		"quote:ab": ToQuote, "name:anar eyvazov": ToName, "mention:a/b": ToMention,
		"article:x": ToArticle, "passage:x/1-2": ToPassage, "quote:": "", "ab": "", "nothing:ab": "", "": "",
	} {
		k, id, ok := ParseRef(ref)
		if k != want && ok || ok != (want != "") {
			t.Errorf("%q: %q %q %v", ref, k, id, ok)
		}
		if ok && Ref(k, id) != ref {
			t.Errorf("%q comes back as %q", ref, Ref(k, id))
		}
	}
	if got := Key("  Ana\u00a0 de  Sousa\n"); got != "ana de sousa" {
		t.Errorf("key %q", got)
	}
}

// FuzzParseRef: what is taken apart goes together again to the same bytes, and nothing else is taken.
func FuzzParseRef(f *testing.F) {
	for _, s := range []string{"quote:0a1b", "name:ana de sousa", "mention:00ff/an official", "article:x", "s-00", "", ":", "quote:"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k, id, ok := ParseRef(s)
		if ok != (Ref(k, id) == s && id != "" && k != "") {
			t.Errorf("%q: %q %q %v", s, k, id, ok)
		}
	})
}

// FuzzKey: a key is its own key, and no style of blanks or capitals makes another.
func FuzzKey(f *testing.F) {
	for _, s := range []string{"Ana  de\tSousa", "ƏLİYEV", " ", "a\u00a0b", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k := Key(s)
		if again := Key(" " + k + "\n"); again != k {
			t.Errorf("%q: %q, then %q", s, k, again)
		}
	})
}

// FuzzParsePassage: what is taken apart goes together again to the same bytes, its spans in order.
func FuzzParsePassage(f *testing.F) {
	for _, s := range []string{"00ff/120-180", "a/1-2,4-9", "a/1-2,1-3", "a/9-2", "a/", "/1-2", "a/01-2", "a/1-2 ", "a/-1-2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		article, content, ok := ParsePassage(s)
		if !ok {
			return
		}
		if Passage(article, content) != "passage:"+s {
			t.Errorf("%q comes back as %q", s, Passage(article, content))
		}
		end := 0
		for _, c := range content {
			if c.Empty() || c.Start < end {
				t.Errorf("%q: %v", s, content)
			}
			end = c.End
		}
	})
}

func TestParsePassage(t *testing.T) {
	for id, want := range map[string]bool{
		"00ff/120-180": true, "a/1-2,4-9": true, "a/1-2,1-3": false, "a/9-2": false, "a/": false, "/1-2": false,
		"a/01-2": false, "a/1-2 ": false, "a/-1-2": false, "a/2-2": false, "a": false,
	} {
		if _, _, ok := ParsePassage(id); ok != want {
			t.Errorf("%q: %v", id, ok)
		}
	}
}
