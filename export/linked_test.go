package export

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"quotidian/matching/wording"
)

// terms are those of schema.org (release 28) that the linked data may use, by type, inherited ones included. Thing:
// identifier, name, url. CreativeWork: author, creativeWorkStatus, creditText, datePublished, exampleOfWork, headline,
// inLanguage, isPartOf, position, publisher, sourceOrganization, text, workExample.
var terms = map[string][]string{
	"Quotation":     {"identifier", "text", "spokenByCharacter", "datePublished", "workExample", "exampleOfWork", "isPartOf", "position", "creditText", "inLanguage"},
	"NewsArticle":   {"headline", "url", "datePublished", "inLanguage", "identifier", "publisher", "author", "sourceOrganization"},
	"Person":        {"name"},
	"Organization":  {"name"},
	"PropertyValue": {"propertyID", "value"},
	"ClaimReview":   {"claimReviewed", "itemReviewed", "reviewBody", "creativeWorkStatus"},
	"Claim":         {"text", "author", "datePublished", "appearance", "firstAppearance"},
	"":              {}, // a reference
}

func TestLinkedData(t *testing.T) {
	m := makeUp(20, 3)
	m.statements[0].Text = "a </script> & “b”"
	m.statements[1].SpeakerName, m.statements[1].Speaker = "", ""
	var b bytes.Buffer
	if err := writeLinked(context.Background(), m, &b, Options{Made: made}); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Context != "https://schema.org" || doc.Graph[0]["text"] != m.statements[0].Text {
		t.Errorf("%s, %v", doc.Context, doc.Graph[0]["text"])
	}
	count := map[string]int{}
	for _, n := range doc.Graph {
		walkNode(t, n, count)
	}
	changed := 0
	for i := range m.statements {
		if severityOf(m.statements[i].Changes) == serious {
			changed++
		}
	}
	if count["Quotation"] != 20+60 || count["ClaimReview"] != changed || changed == 0 {
		t.Errorf("%v, %d reviews wanted", count, changed)
	}
	if strings.Contains(b.String(), "</script>") {
		t.Error("it cannot stand in a page")
	}
}

// walkNode checks a node's terms and those of the nodes in it.
func walkNode(t *testing.T, node map[string]any, count map[string]int) {
	t.Helper()
	kind, _ := node["@type"].(string)
	count[kind]++
	allowed, ok := terms[kind]
	if !ok {
		t.Errorf("%q is no type of the list", kind)
	}
	for name, value := range node {
		if !strings.HasPrefix(name, "@") && !slices.Contains(allowed, name) {
			t.Errorf("%s has no %q", kind, name)
		}
		switch v := value.(type) {
		case map[string]any:
			walkNode(t, v, count)
		case []any:
			for _, x := range v {
				walkNode(t, x.(map[string]any), count)
			}
		case string:
			if v == "" {
				t.Errorf("%s.%s is empty", kind, name)
			}
		}
	}
}

func TestMarkdown(t *testing.T) {
	m := makeUp(20, 3)
	m.statements[0].Text = "*bold* [link](x) <b> | a\n# b"
	var b bytes.Buffer
	if err := writeMarkdown(context.Background(), m, &b, Options{Name: "Dam_1", Made: made, Measured: []string{"Direct quotes: 99 found."}}); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{
		"# Dam\\_1\n", "## Who said what first\n", "## Who changed what\n", "## What rests on one source\n", "## What contradicts what\n",
		`> \*bold\* \[link\](x) \<b\> \| a \# b`, "~~opened~~ **shut**", "in/broken.pdf", "Direct quotes: 99 found.", m.articles[0].Hash,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the report has no %q", want)
		}
	}
	if strings.Contains(page, "<no value>") || strings.Contains(page, "%!") {
		t.Error("the template is broken")
	}
}

// TestContradictions: a number, an actor, a recipient and a "not" contradict; a modality and a trim do not.
func TestContradictions(t *testing.T) {
	m := makeUp(10, 3)
	for i := range m.statements {
		s := &m.statements[i]
		kind := s.Wordings[1].Changes[0].Kind
		want := kind == wording.Actor || kind == wording.Number
		if got := contradictions(s); (len(got) == 1) != want || want && (got[0].First != &s.Wordings[0] || got[0].Other != &s.Wordings[1]) {
			t.Errorf("%s: %v", kind, got)
		}
	}
}

// TestHTMLIsValid parses the report as HTML 5 and finds it as it was written: every element closed where it was
// opened, nothing moved by the parser, ids unique, links that lead somewhere, and nothing fetched from elsewhere.
func TestHTMLIsValid(t *testing.T) {
	m := makeUp(20, 3)
	m.statements[0].Text = `<script>alert(1)</script> & "so on"`
	var b bytes.Buffer
	if err := writeHTML(context.Background(), m, &b, Options{Name: "Dam", Version: "1.2", Made: made, Measured: []string{"x"}}); err != nil {
		t.Fatal(err)
	}
	written, ids, links := elements(t, b.String())
	tree, err := html.Parse(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	var parsed []string
	for n := range tree.Descendants() {
		if n.Type == html.ElementNode && n.Data != "tbody" {
			parsed = append(parsed, n.Data)
		}
	}
	if !slices.Equal(written, parsed) {
		t.Errorf("the parser makes %d elements of %d: something stands where it may not", len(parsed), len(written))
	}
	for _, l := range links {
		if !ids[strings.TrimPrefix(l, "#")] {
			t.Errorf("the link %s leads nowhere", l)
		}
	}
}

// elements lists the elements that a page opens, and checks that each is closed in its place.
func elements(t *testing.T, page string) (all []string, ids map[string]bool, links []string) {
	t.Helper()
	void := []string{"meta", "br", "link", "hr", "img", "input"}
	ids = map[string]bool{}
	var open []string
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("never closed: %v", open)
			}
			return all, ids, links
		case html.StartTagToken:
			tag := z.Token()
			all = append(all, tag.Data)
			for _, a := range tag.Attr {
				switch {
				case a.Key == "id" && ids[a.Val]:
					t.Errorf("the id %s stands twice", a.Val)
				case a.Key == "id":
					ids[a.Val] = true
				case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
					links = append(links, a.Val)
				case a.Key == "src" || a.Key == "href" && tag.Data == "link":
					t.Errorf("%s is fetched", a.Val)
				}
			}
			if !slices.Contains(void, tag.Data) {
				open = append(open, tag.Data)
			}
		case html.EndTagToken:
			tag := z.Token()
			if len(open) == 0 || open[len(open)-1] != tag.Data {
				t.Fatalf("%s closed inside %v", tag.Data, open)
			}
			open = open[:len(open)-1]
		}
	}
}
