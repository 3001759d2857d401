package html

import (
	"fmt"
	"strings"
	"testing"
)

// TestTables: a story in the cell of a table that lays the page out is read in whole, and a table of figures stays one.
func TestTables(t *testing.T) {
	const (
		first  = "The council of Varn met again on Monday to debate the plan for the eastern wall."
		second = "“We waited for nine years,” said Ivo Orlo, whose house stands below it."
		third  = "Mayor Ana Varga said that the money had been there all along."
		last   = "The council will meet again before the autumn rain begins, its speaker said."
	)
	lines := first + "<br>" + second + "<br>" + third
	around := "<p>" + last + "</p><p>" + last + "</p>%s<p>" + last + "</p>"
	for name, cell := range map[string]string{
		"lines in a quote":       fmt.Sprintf(around, "<blockquote>"+lines+"</blockquote>"),
		"lines in a list":        fmt.Sprintf(around, "<ul><li>"+lines+"</li></ul>"),
		"paragraphs never ended": "<font size=5>Council weighs wall</font><p><font face=Arial>" + first + "<p>" + second + "<p>" + third + "<br><br>" + last + "<br>&nbsp;&nbsp;" + last,
		"a table in a table":     "<table><tr><td><p>" + first + "</p><p>" + second + "</p><p>" + third + "</p></td></tr></table><p>" + last,
	} {
		page := "<html><title>Council weighs wall</title><body><h1>Council weighs wall</h1><table><tr><td><a href=1>Home</a><br><a href=2>News</a></td><td>" + cell + "</td></tr></table>"
		a, err := Read([]byte(page))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range []string{first, second, third, last} {
			if !strings.Contains(a.Text, s) {
				t.Errorf("%s: %q is missing from %q", name, s, a.Text)
			}
		}
		if strings.Contains(a.Text, "Home") {
			t.Errorf("%s: the menu is read: %q", name, a.Text)
		}
	}
	figures := "<table><tr><th>Town</th><th>Height</th></tr><tr><td>Varn</td><td>4.10</td></tr><tr><td><p>Selk</p></td><td><p>3.20</p></td></tr></table>"
	a, err := Read([]byte("<title>Council weighs wall</title><body><article><h1>Council weighs wall</h1><p>" + strings.Repeat(first+" ", 5) + "</p>" + figures + "<p>" + last + "</p></article>"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Text, "Varn 4.10") {
		t.Errorf("a table of figures: %q", a.Text)
	}
}
