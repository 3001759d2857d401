package html

import (
	"strings"
	"testing"
)

// TestBrief: of a story of one paragraph neither the page around it is read nor its text twice.
func TestBrief(t *testing.T) {
	const (
		said   = "“We opened the gates at dawn,” Water Minister Ilham Karev said."
		top    = "<header><div><a href=/>Home</a><a href=/p>Politics</a><span>USD 1.7</span></div></header>"
		latest = "<div class=latest><h3>Latest news</h3><ul><li><span>13:05</span><a href=/1>Oil price rises by one dollar in Tarn</a></li>" +
			"<li><span>12:55</span><a href=/2>Tram line closed for repairs until autumn, city says.</a></li></ul></div>"
		foot     = "<footer><p>© 2031 Selk Courier. All rights reserved.</p><p>Use of materials only with reference to the site.</p></footer>"
		headline = "<h1>Gates opened above Selk</h1><time datetime=2031-05-14T12:00:00Z>14 May</time>"
	)
	longer := said + strings.Repeat(" The reservoir above Selk rose by two metres on Tuesday after four days of rain.", 5)
	for name, c := range map[string]struct{ body, want string }{
		"a sentence":        {top + "<main><article>" + headline + "<div class=entry-content><p>" + said + "</p></div></article>" + latest + "</main>" + foot, said},
		"some sentences":    {top + "<main><article>" + headline + "<div class=entry-content><p>" + longer + "</p></div></article>" + latest + "</main>" + foot, longer},
		"in no paragraph":   {top + "<div>" + headline + "<div>" + said + "</div></div>" + latest + foot, said},
		"headline in a box": {top + "<div><div><h1>Gates opened above Selk</h1></div><div><div>" + said + "</div></div></div>" + latest + foot, said},
		"two paragraphs":    {top + "<article>" + headline + "<p>" + said + "</p><p>The mayor of Selk was not told.</p></article>" + foot, said + "\n\nThe mayor of Selk was not told."},
	} {
		a, err := Read([]byte("<!DOCTYPE html><title>Gates opened above Selk | Selk Courier</title><body>" + c.body))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if a.Text != c.want {
			t.Errorf("%s: %q", name, a.Text)
		}
	}
	a, err := Read([]byte("<!DOCTYPE html><title>" + strings.Repeat("Gates ", 100_000) + "</title><body><h1>Gates</h1>" + strings.Repeat("<div>Gates</div>", 20_000)))
	if err == nil && len(a.Text) < fewestBytes {
		t.Errorf("a long title: %q", a.Text)
	}
	for text, want := range map[string]bool{
		"塞尔克上游水库水位星期二上涨两米。": true, "Nobody was hurt there.": true, "Home": false, "Read more here": false, "© 2031 Selk Courier.": false, "大坝。": false,
	} {
		if endsSentence(text) != want {
			t.Errorf("%q: a sentence is %v", text, !want)
		}
	}
}
