package feature

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/articles/sentence"
	"quotidian/articles/token"
)

// unitOf makes the unit of the first paragraph of text.
func unitOf(text string) *Unit {
	toks := token.Scan(nil, text)
	u := &Unit{}
	lex := NewLexicon(0)
	Paragraphs(toks, sentence.Split(nil, text, toks), sentence.LayoutOf(toks).Begins, MostSentences, func(first, last int, starts []int) {
		if first == 0 {
			u.Fill(lex, text, toks[:last], starts)
		}
	})
	return u
}

// TestQuotations writes each token's quotation as a digit, 0 for none.
func TestQuotations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`He said "no way" to it.`, "00" + "1111" + "000"},
		{`“One two three four,” she said.`, "2222222" + "000"},
		{`«One two three four five six seven eight nine»`, "33333333333"},
		{`“It runs on`, "4444"},
		{`“One “two three”`, "44" + "1111"},
		{`'One two,' she said of Mr Orlo's dog`, "11111" + "0000000"},
		{`two inches" wide`, "0000"},
		{`he said „no way“ to it`, "00" + "1111" + "00"},
		{`he said »no way« to it`, "00" + "1111" + "00"},
		{`he said ”no way” to it`, "00" + "1111" + "00"},
		{`he “said” it ”no way” to it`, "0" + "111" + "0" + "000000"},
	} {
		var b strings.Builder
		u := unitOf(c.text)
		for _, q := range u.Quoted {
			b.WriteByte('0' + byte(q))
		}
		if b.String() != c.want {
			t.Errorf("%s: %s, want %s", c.text, b.String(), c.want)
		}
	}
}

// TestAlike writes a 1 for each token that stands as the one before it; ^ is put before a likely cue.
func TestAlike(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"one two three four five six.", "0111100"},
		{"one two three, four five six.", "01000000"},
		{"one two “three four five six” seven", "000001000"},
		{"^a b c d e f g h i j k l m n o.", "0000000110111100"},
	} {
		text, hasCue := strings.CutPrefix(c.text, "^")
		u := unitOf(text)
		if hasCue {
			u.Cue[0] = Likely
		}
		u.LinkCues()
		got := []byte("0")
		for i := 1; i < len(u.Toks); i++ {
			got = append(got, '0')
			if u.Alike(i) {
				got[i] = '1'
			}
		}
		if string(got) != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestStem(t *testing.T) {
	for _, family := range []string{"state states stated stating", "claim claims claimed claiming", "urge urges urged urging"} {
		words := strings.Fields(family)
		for _, w := range words[1:] {
			if HashStem(w) != HashStem(words[0]) {
				t.Errorf("%s and %s have different stems", w, words[0])
			}
		}
	}
	if HashStem("press") == HashStem("pre") || HashWord("Don’t") != HashWord("don't") {
		t.Error("press is read as a plural, or the curly apostrophe differs from the straight one")
	}
}

func TestParagraphs(t *testing.T) {
	text := "One two. Three.\n\nFour.\nFive six."
	toks := token.Scan(nil, text)
	type paragraph struct {
		First, Last int
		Starts      []int
	}
	var got []paragraph
	Paragraphs(toks, sentence.Split(nil, text, toks), sentence.LayoutOf(toks).Begins, MostSentences, func(first, last int, starts []int) {
		got = append(got, paragraph{first, last, append([]int(nil), starts...)})
	})
	want := []paragraph{{0, 5, []int{0, 3}}, {5, 7, []int{0}}, {7, 10, []int{0}}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestLongParagraphs: what is too long for a paragraph is cut at its sentences, but for those in quotation marks.
func TestLongParagraphs(t *testing.T) {
	const long = "One two. “Three. Four.” "
	text := strings.Repeat(long, 1) + "\n\n" + strings.Repeat(long, 5)
	toks := token.Scan(nil, text)
	var got []string
	Paragraphs(toks, sentence.Split(nil, text, toks), sentence.LayoutOf(toks).Begins, MostSentences, func(first, last int, starts []int) {
		got = append(got, fmt.Sprintf("%s %d", text[toks[first].Start:toks[last-1].End], len(starts)))
	})
	want := append([]string{strings.TrimSpace(long) + " 3"}, slices.Repeat([]string{"One two. 1", "“Three. Four.” 2"}, 5)...)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestAmericanise: what is known of a word is known of its British spelling, and of no other word.
func TestAmericanise(t *testing.T) {
	lex := NewLexicon(2)
	lex.British = true
	lex.Set(Entry{Hash: HashWord("criticized"), Class: 7, Rate: 3})
	lex.Set(Entry{Hash: HashWord("paralyze"), Class: 9})
	for _, c := range []struct{ word, as string }{
		{"criticised", "criticized"},
		{"Criticised", "criticized"},
		{"paralyse", "paralyze"},
		{"promised", "promised"},
		{"criticise", "criticise"},
		{"rise", "rise"},
		{"is", "is"},
		{"criticised-by-everybody-in-the-room-and-analysed", "criticised-by-everybody-in-the-room-and-analysed"},
	} {
		var w Word
		lex.word(&w, c.word, token.Scan(nil, c.word)[0])
		if w.Hash != HashWord(c.as) {
			t.Errorf("%s is not known as %s", c.word, c.as)
		}
	}
}
