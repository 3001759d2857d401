package html

import (
	"fmt"
	"strings"
	"testing"
)

// around gives a page with a text among the paragraphs of its story.
func around(text string) string {
	const plain = "<p>The council of Varn met again on Thursday to debate the plan for the eastern wall, which has been put off four times " +
		"since the storm and whose cost has doubled in that time.</p>" // on short pages trafilatura takes all it finds
	return "<!DOCTYPE html><html lang=en><head><title>Council weighs wall</title></head><body><main><article><h1>Council weighs wall</h1>" +
		strings.Repeat(plain, 3) + text + strings.Repeat(plain, 2) + "</article></main></body></html>"
}

// TestTextBehindElements: whatever stands in the midst of a paragraph, the text behind it is read.
func TestTextBehindElements(t *testing.T) {
	for shown, elements := range map[string][]string{
		"": {
			"<svg><path d=M0 /></svg>", "<script>var a = 1;</script>", "<noscript>No</noscript>", "<iframe src=x></iframe>", "<ins></ins>",
			"<select><option>a</option></select>", "<img src=x>", "<picture><img src=x></picture>", "<video src=x></video>", "<input type=hidden>",
			"<object data=x></object>", "<textarea>x</textarea>", "<canvas></canvas>", "<embed src=x>", "<!-- x -->", "<wbr>", "<amp-ad><b>Buy</b></amp-ad>",
			"<button>Share</button>", "<span hidden>x</span>", "<span class='a Sr-Only'>opens in a new tab</span>", "<sup><a href=#n>[1]</a></sup>",
			"<span class=tooltiptext><a href=/orlo>Tomas Orlo</a></span>",
		},
		"4 May ": {"<time>4 May</time>", "<span class=tooltip>4 May<span class=tooltip-content>of 2031</span></span>", "<my-tip>4 <b>May</b></my-tip>", "<label>4 May</label>", "<abbr>4 May</abbr>", "<x-a><x-b>4 May</x-b></x-a>"},
		"“yes” ": {"<q>yes</q>", "<q>“yes”</q>", "“yes”"},
		"2² m2 ": {"2² m<sup>2</sup>"},
	} {
		for _, e := range elements {
			a, err := Read([]byte(around("<p>“Before,” said Mira Tallis. " + e + " “After,” she said.</p>")))
			if err != nil {
				t.Fatal(err)
			}
			if want := "\n\n“Before,” said Mira Tallis. " + shown + "“After,” she said.\n\n"; !strings.Contains(a.Text, want) {
				t.Errorf("%s: no %q in %q", e, want, a.Text)
			}
		}
	}
}

// TestHiddenStory: a story that a script brings to light is read all the same.
func TestHiddenStory(t *testing.T) {
	page := strings.Replace(around("<p>“Here,” said Mira Tallis.</p>"), "<article>", "<article hidden>", 1)
	a, err := Read([]byte(page))
	if err != nil || !strings.Contains(a.Text, "“Here,” said Mira Tallis.") {
		t.Errorf("%q, %v", a.Text, err)
	}
}

// TestSentencesOutsideParagraphs: sentences in <div> elements and between elements are paragraphs of the story.
func TestSentencesOutsideParagraphs(t *testing.T) {
	for _, text := range []string{
		"<div>%s</div>", "<div><b>%s</b></div>", "<section>%s</section>", "%s", "<figure><img src=x><figcaption>Wall</figcaption></figure>%s",
		"<aside>Related</aside><div>%s</div>", "<div>%s</div><div>More.</div>", "<div><p>“So,” he said.</p>%s</div>", "%s<br><br>“So,” he said.",
	} {
		a, err := Read([]byte(around(fmt.Sprintf(text, "“In the open,” said Mira Tallis."))))
		if err != nil {
			t.Fatal(err)
		}
		if want := "\n\n“In the open,” said Mira Tallis.\n\n"; !strings.Contains(a.Text, want) {
			t.Errorf("%s: no %q in %q", text, want, a.Text)
		}
	}
	for _, text := range []string{
		"<div>Share this story</div>", "<div><a href=/x>Wall falls in storm, says mayor.</a></div>", "<aside><div>Mira Tallis says all is well here.</div></aside>",
		"<figure><img src=x><div>Mira Tallis looks at the wall.</div></figure>", "<nav><div>Mira Tallis says all is well here.</div></nav>",
	} {
		a, err := Read([]byte(around(text)))
		if err != nil {
			t.Fatal(err)
		}
		if blocks := strings.Count(a.Text, "\n\n") + 1; blocks != 5 {
			t.Errorf("%s: %d blocks in %q", text, blocks, a.Text)
		}
	}
}
