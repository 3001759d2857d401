package sentence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/articles/token"
)

func cut(text string) []string {
	toks := token.Scan(nil, text)
	var out []string
	for _, s := range Split(nil, text, toks) {
		out = append(out, text[toks[s.First].Start:toks[s.Last-1].End])
	}
	return out
}

func TestSplit(t *testing.T) {
	for _, want := range []string{
		"Gen. Orlo spoke in the U.S. Senate.|He left.",
		"They came to the U.S. The army stayed.",
		"“Why now?” he asked.|“We wait.”|She left.",
		"A headline without a stop|Orlo (L) waves.|He said so.",
		"It rose to 4.5 percent.|“Good.”",
		"He waited... Then he spoke.",
		"•|The gates are open.|▪|He left • for good.",
		"The war is over.[12]|He said “so.”[3][4]|They left in [5] days.",
	} {
		text := strings.ReplaceAll(want, "|", " ")
		if strings.HasPrefix(want, "A headline") {
			text = strings.Replace(text, "stop Orlo", "stop\nOrlo", 1)
		}
		if strings.HasPrefix(want, "They") {
			want = "They came to the U.S.|The army stayed."
		}
		if strings.HasPrefix(want, "He waited") {
			want = "He waited...|Then he spoke."
		}
		if diff := cmp.Diff(strings.Split(want, "|"), cut(text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestSplitWrappedLines(t *testing.T) {
	got := cut("The ministry said that\nthe talks would go on.\nNext line.")
	if diff := cmp.Diff([]string{"The ministry said that\nthe talks would go on.", "Next line."}, got); diff != "" {
		t.Error(diff)
	}
}

// TestSplitWithoutBlank reads pages that lost the blank between two sentences, mostly with the end of a paragraph.
func TestSplitWithoutBlank(t *testing.T) {
	for _, want := range []string{
		"The gates are open.|The mayor left.",
		"It is over!|Now we go.",
		"“We go,” he said.|“We stay.”|The end came.",
		"He asked \"Why?\"|The mayor left.",
		"He left.|\"We go,\" she said.",
		"\"We go.\"|They left.",
		"It was so in 2016.|The mayor (sic).|But he left.",
		"It asks “why?”.|A year on, I know.|I do.",
		"It was Orlo's.|Varga sold it.",
		"It was Orlo.|The end came to Torvin.|Varga sold it.",
		"It is peace in the region.|NATO said so.",
		// no two sentences
		"Kh.Orlo met J.K.Varga of the U.S.Army.",
		"It is on orlo.com, varga.Org and Norland.Az at 3.5 percent.",
		"Write to ORLO.PDF or node.JS.",
		"It is on Corriere.It and Orf.At, says Mlle.Lund of Vox.Media and Data.World.",
		"Yahoo!News and Jeopardy!America say so, cf.Orlo.",
		"Write to Ivo.Orlo@selk.example or @Ivo.Orlo about Amazon.Co.Uk and Report.Final.Docx.",
	} {
		if diff := cmp.Diff(strings.Split(want, "|"), cut(strings.ReplaceAll(want, "|", ""))); diff != "" {
			t.Errorf("%q: %s", want, diff)
		}
	}
}

// TestSplitManyMarks: texts made of what is looked past at a sentence's end are read in time that grows with their length; with
// its square this would take minutes.
func TestSplitManyMarks(t *testing.T) {
	for _, sign := range []string{"“", "[1]", "”", ")"} {
		text := "Over." + strings.Repeat(sign, 200_000) + " Now."
		toks := token.Scan(nil, text)
		if got := Split(nil, text, toks); len(got) == 0 || got[len(got)-1].Last != len(toks) {
			t.Errorf("%q: %d sentences", sign, len(got))
		}
	}
}

func TestAtBlanks(t *testing.T) {
	text := "The gates are open.The mayor left. He"
	toks := token.Scan(nil, text)
	if got := AtBlanks(nil, text, toks); len(got) != 2 || toks[got[1].First].In(text) != "He" {
		t.Errorf("%v", got)
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("A. B? “C” d.\n\nE")
	f.Fuzz(func(t *testing.T, text string) {
		toks := token.Scan(nil, text)
		next := 0
		for _, s := range Split(nil, text, toks) {
			if s.First != next || s.Last <= s.First {
				t.Fatalf("sentence %+v, want first %d", s, next)
			}
			next = s.Last
		}
		if next != len(toks) {
			t.Fatalf("%d of %d tokens covered", next, len(toks))
		}
	})
}
