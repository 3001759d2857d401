package quotes

import (
	"strings"
	"testing"

	"quotidian/articles"
)

// TestMarked: what a person marks is taken with the marks around it; [ ] stand for the edges of the mark.
func TestMarked(t *testing.T) {
	for _, c := range []struct {
		text, want string
		kind       Kind
	}{
		{`[“We are tired,”] Orla Venn said.`, `“We are tired,”`, Direct},
		{`“[We are tired],” Orla Venn said.`, `“We are tired,”`, Direct},
		{`"[We are tired,]" Orla Venn said.`, `"We are tired,"`, Direct},
		{` “We are [tired of it], really,” Orla Venn said.`, `tired of it`, Direct},
		{`[“We are tired,” Orla Venn said. “Go home.”]`, `“We are tired,” “Go home.”`, Direct},
		{`“[We are tired,” Orla Venn said. “Go home].”`, `“We are tired,” “Go home.”`, Direct},
		{`Orla Venn said [ the plan “can take time” because of rain ].`, `the plan “can take time” because of rain`, Mixed},
		{`Orla Venn said [the ferry doesn't run].`, `the ferry doesn't run`, Indirect},
		{`« [Oui] », dit Orla Venn.`, `« Oui »`, Direct},
		{`Orla Venn said[ … ]nothing.`, ``, 0},
		{`Orla Venn said[ ]nothing.`, ``, 0},
	} {
		start := strings.Index(c.text, "[")
		end := strings.Index(c.text, "]") - 1
		text := strings.NewReplacer("[", "", "]", "").Replace(c.text)
		q, ok := Marked(text, articles.Span{Start: start, End: end})
		if ok != (c.want != "") {
			t.Errorf("%s: %v", c.text, ok)
			continue
		}
		if ok && (q.Text(text) != c.want || q.Kind != c.kind) {
			t.Errorf("%s: %s %q", c.text, q.Kind, q.Text(text))
		}
	}
}

// FuzzMarked: whatever is marked, the content lies in the text in order, and marking it once more marks the same.
func FuzzMarked(f *testing.F) {
	f.Add(`“A,” she said. “B.” They said the “plan” was off.`, 4, 30)
	f.Add(`'No,' he said, 'don't' — "and 'so' on"`, 1, 20)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		text = strings.ToValidUTF8(text, "�") // as every text of an article is
		q, ok := Marked(text, articles.Span{Start: start, End: end})
		if !ok {
			return
		}
		last := 0
		for _, s := range q.Content {
			if s.Start < last || s.Empty() || s.End > len(text) || !onEdge(text, s.Start) || !onEdge(text, s.End) {
				t.Fatalf("%q: %v", text, q.Content)
			}
			last = s.End
		}
		again, ok := Marked(text, articles.Span{Start: q.Content[0].Start, End: last})
		if !ok || again.Text(text) != q.Text(text) || again.Kind != q.Kind {
			t.Fatalf("%q: %q, then %q", text, q.Text(text), again.Text(text))
		}
	})
}
