package html

import (
	"fmt"
	"strings"
	"testing"
)

// TestMoments: the date of an article is that at its headline, not that of the page, of a comment or of another story.
func TestMoments(t *testing.T) {
	const (
		printed = "<div class=date>14 May 2031</div>"
		ticker  = "<ul><li><time datetime=2031-06-18T09:00:00Z>09:00</time><a href=/1>Bank holds rate</a></ul>"
		related = "<div class=more><a href=/2>Bank holds rate</a><time datetime=2031-05-02>2 May</time></div>"
		comment = "<div id=comments><time datetime=2031-06-18T10:00:00Z>June 18</time><p>Nonsense all.</div>"
		own     = "<time datetime=2031-05-14T12:20:00Z>14 May</time>"
	)
	long := strings.Repeat(story, 5)
	menu := strings.Repeat("<a href=/>Section</a> ", 12)
	for _, c := range []struct{ name, page, want string }{
		{"a related story below", "<article><h1>Gates open</h1>" + printed + long + "</article>" + related, "2031-05-14"},
		{"a comment", "<article><h1>Gates open</h1>" + printed + long + "</article>" + comment, "2031-05-14"},
		{"a ticker above", ticker + menu + "<article><h1>Gates open</h1>" + printed + long + "</article>", "2031-05-14"},
		{"a ticker just above", ticker + "<article><h1>Gates open</h1>" + printed + long + "</article>", "2031-05-14"},
		{"a ticker above and its own", ticker + "<article><h1>Gates open</h1>" + own + long + "</article>", "2031-05-14T12:20:00Z"},
		{"marked, and another marked above", "<time class=published datetime=2031-06-18>today</time>" + menu + "<h1>Gates open</h1><time class=published datetime=2031-05-14T12:20:00Z>14 May</time>" + long, "2031-05-14T12:20:00Z"},
		{"the page's own day", "<time datetime=2031-06-18>18 June</time>" + menu + "<article><h1>Gates open</h1>" + printed + long + "</article>", "2031-05-14"},
		{"nothing but a related story", "<article><h1>Gates open</h1>" + long + "</article>" + related, ""},
		{"nothing but a ticker far above", ticker + menu + "<article><h1>Gates open</h1>" + long + "</article>", ""},
		{"nothing but a ticker just above", ticker + "<article><h1>Gates open</h1>" + long + "</article>", ""},
		{"above the article, with its year and hour", menu + "<aside><time datetime=2031-05-14T12:20>12:20, 14 May 2031</time><a href=/w>World</a></aside><article><h1>Gates open</h1>" + long + "</article>", "2031-05-14"},
		{"nothing but the page's own day", menu + "<div><time datetime=2031-06-18>18 June 2031</time></div><article><h1>Gates open</h1>" + long + "</article>", ""},
		{"an update before it", "<h1>Gates open</h1><div>Updated: <time datetime=2031-05-19T09:00:00Z>19 May</time></div><div>Published: " + own + "</div>" + long, "2031-05-14T12:20:00Z"},
		{"an update before it, in one line", "<h1>Gates open</h1><div>Updated <time datetime=2031-05-19T09:00:00Z>19 May</time> Published " + own + "</div>" + long, "2031-05-14T12:20:00Z"},
		{"nothing but an update", "<h1>Gates open</h1><div>Updated " + own + "</div>" + long, "2031-05-14T12:20:00Z"},
		{"above the headline", menu + "<article>" + own + "<h1>Gates open</h1>" + long + "</article>", "2031-05-14T12:20:00Z"},
		{"at the end of the article", menu + "<article><h1>Gates open</h1>" + long + "<footer>" + own + "</footer></article>", "2031-05-14T12:20:00Z"},
		{"below a headline that the menu names as well", "<div>Gates open</div>" + menu + strings.Repeat(menu, 9) + "<h2>Gates open</h2>" + own + long, "2031-05-14T12:20:00Z"},
		{"a page without a headline", "<div>" + own + long + "</div>", "2031-05-14T12:20:00Z"},
	} {
		a, err := Read([]byte("<!DOCTYPE html><title>Gates open - Selk Courier</title><body>" + c.page))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := fmt.Sprint(a.Published); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if !a.Published.Known() && a.Published.From != "" {
			t.Errorf("%s: no date is from %q", c.name, a.Published.From)
		}
	}
}
