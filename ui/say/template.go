package say

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// phrasebook gives sentences of the engine in another language.
type phrasebook struct {
	fixed     map[string]string // sentences without a gap, and texts of the window
	templates []template        // those with gaps, the surest first
}

// template is a sentence with gaps: fixed[0], gap 0, fixed[1], gap 1 … fixed[n].
type template struct {
	fixed []string
	gaps  []byte // the verb of each: q, d, s or v, as package locale tells them
	other string // the sentence in the other language, a format
}

// newPhrasebook takes sentences with their translations, and texts that may fill their gaps.
func newPhrasebook(sentences, texts map[string]string) *phrasebook {
	b := &phrasebook{fixed: make(map[string]string, len(texts))}
	maps.Copy(b.fixed, texts)
	for _, english := range slices.Sorted(maps.Keys(sentences)) {
		if t := parse(english, sentences[english]); len(t.gaps) > 0 {
			b.templates = append(b.templates, t)
		} else {
			b.fixed[english] = sentences[english]
		}
	}
	slices.SortStableFunc(b.templates, func(x, y template) int {
		quotedX, fixedX, knownX := x.sureness()
		quotedY, fixedY, knownY := y.sureness()
		return cmp.Or(cmp.Compare(quotedY, quotedX), cmp.Compare(fixedY, fixedX), cmp.Compare(knownY, knownX))
	})
	return b
}

func parse(english, other string) template {
	t := template{other: other}
	begin := 0
	for i := 0; i+1 < len(english); i++ {
		if english[i] == '%' {
			t.fixed, t.gaps = append(t.fixed, english[begin:i]), append(t.gaps, english[i+1])
			begin, i = i+2, i+1
		}
	}
	t.fixed = append(t.fixed, english[begin:])
	return t
}

// sureness gives how surely a text is the sentence when it fits: by the length of what is fixed; before that by the number
// of gaps that end where their quotation mark does and not where the next fixed text happens to stand, after it by the
// number of gaps that take a sentence and nothing else.
func (t *template) sureness() (quoted, fixed, known int) {
	for _, s := range t.fixed {
		fixed += len(s)
	}
	return bytes.Count(t.gaps, []byte("q")), fixed, bytes.Count(t.gaps, []byte("v"))
}

// deepest is how many sentences may stand inside each other: a contradiction in a merged log names decisions, which
// name what was decided, in five. More is nothing that the engine made, and every level can double the work.
const deepest = 6

// say gives a sentence, or a list of sentences that are joined by semicolons, in the other language; false when it does
// not know one of them. A list is tried first: a gap of a sentence could swallow the sentences before it.
func (b *phrasebook) say(text string) (string, bool) { return b.within(text, deepest) }

func (b *phrasebook) within(text string, depth int) (string, bool) {
	if text == "" || depth == 0 {
		return "", text == ""
	}
	parts := strings.Split(text, "; ")
	for i, part := range parts {
		s, ok := b.one(part, depth)
		if !ok {
			return b.one(text, depth)
		}
		parts[i] = s
	}
	return strings.Join(parts, "; "), true
}

func (b *phrasebook) one(text string, depth int) (string, bool) {
	if s, ok := b.fixed[text]; ok {
		return s, true
	}
	for i := range b.templates {
		if args, ok := b.fill(&b.templates[i], text, depth); ok {
			return fmt.Sprintf(b.templates[i].other, args...), true
		}
	}
	return "", false
}

// fill gives what stands in the gaps of a sentence, in the other language where a gap takes a sentence; false when the
// text is not that sentence.
func (b *phrasebook) fill(t *template, text string, depth int) ([]any, bool) {
	rest, ok := strings.CutPrefix(text, t.fixed[0])
	if !ok || !strings.HasSuffix(rest, t.fixed[len(t.gaps)]) {
		return nil, false
	}
	var args []any
	for i, verb := range t.gaps {
		var arg string
		if arg, rest, ok = take(verb, rest, t.fixed[i+1], i+1 == len(t.gaps)); !ok {
			return nil, false
		}
		if verb == 'v' {
			if arg, ok = b.within(arg, depth-1); !ok {
				return nil, false
			}
		}
		args = append(args, arg)
	}
	return args, true
}

// take reads a gap and the fixed text after it off the front of a text, and gives what filled the gap and what follows.
// The last gap ends where the fixed text ends the sentence, any other at the first place where the fixed text stands.
func take(verb byte, text, fixed string, last bool) (arg, rest string, ok bool) {
	end := strings.Index(text, fixed)
	switch {
	case verb == 'q':
		return takeQuoted(text, fixed, last)
	case last:
		end = len(text) - len(fixed)
	}
	if end < 0 || text[end:end+len(fixed)] != fixed {
		return "", "", false
	}
	arg, rest = text[:end], text[end+len(fixed):]
	return arg, rest, verb != 'd' || number(arg)
}

// takeQuoted reads a string as strconv.Quote writes it.
func takeQuoted(text, fixed string, last bool) (arg, rest string, ok bool) {
	quoted, err := strconv.QuotedPrefix(text)
	if err != nil || quoted[0] != '"' {
		return "", "", false
	}
	if arg, err = strconv.Unquote(quoted); err != nil {
		return "", "", false
	}
	rest, ok = strings.CutPrefix(text[len(quoted):], fixed)
	return arg, rest, ok && (!last || rest == "")
}

func number(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
