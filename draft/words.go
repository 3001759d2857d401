package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/articles/token"
)

// word is one word as it was printed, with the punctuation that follows it. Unlike the canonical words by which
// statements are joined it keeps everything that an editor calls a change: inflection, spelling, numbers as written,
// capitals.
type word struct {
	text string // apostrophes made alike, else as printed
	fold string // in lower case
	// after is the punctuation up to the next word, without quotation marks; dashes and ellipses made alike.
	after string
	// seam says that quotation marks stand between this word and the next: there a quote may have been parted by
	// its cue, and punctuation belongs to the sentence around.
	seam bool
	// opens says that a capital tells nothing here: the first word of a sentence or after a quotation mark.
	opens bool
	// stops says that a sentence ends with the full stop that is the word's own: "We open at 3 p.m. Nobody waits."
	stops bool
	// quoted numbers the stretch between quotation marks in which the word stands; 0 stands outside.
	quoted int
	span   articles.Span
}

// figure reports whether the word is a number written in digits.
func (w *word) figure() bool { return w.fold != "" && '0' <= w.fold[0] && w.fold[0] <= '9' }

// endsSentence reports whether a sentence ends after the word.
func (w *word) endsSentence() bool { return w.stops || strings.ContainsAny(w.after, ".?!") }

// signed is the word with the punctuation behind it, as it is printed.
func (w *word) signed() string {
	if strings.HasPrefix(w.after, "(") || strings.HasPrefix(w.after, "-") {
		return w.text + " " + w.after
	}
	return w.text + w.after
}

// scan cuts a text into words. What a paragraph leaves open is closed at its end.
func scan(text string) []word {
	var words []word
	opens, inside, stretch := true, false, 0
	for _, t := range token.Scan(nil, text) {
		last := len(words) - 1
		if t.Has(token.Paragraph) {
			inside, opens = false, true
		}
		switch t.Kind {
		case token.Word, token.Number:
			printed := alike.Replace(t.In(text))
			words = append(words, word{
				text: printed, fold: strings.ToLower(printed), opens: opens,
				span: articles.Span{Start: int(t.Start), End: int(t.End)},
			})
			if inside {
				words[last+1].quoted = stretch
			}
			if last >= 0 {
				words[last+1].begins(&words[last])
			}
			opens = false
		case token.Mark:
			if was := inside; turn(t.In(text), was) {
				inside = true
				if !was {
					stretch++
				}
			} else {
				inside = false
			}
			if opens = true; last >= 0 {
				words[last].seam = true
			}
		default:
			if last >= 0 {
				words[last].after += punctuation(t.In(text))
				opens = opens || words[last].endsSentence() || strings.HasSuffix(words[last].after, ":")
			}
		}
	}
	return words
}

// starters are words that begin a sentence where they stand with a capital behind an abbreviation: no name begins so.
var starters = map[string]bool{
	"a": true, "an": true, "and": true, "as": true, "at": true, "but": true, "every": true, "for": true, "he": true, "her": true,
	"his": true, "i": true, "if": true, "in": true, "it": true, "its": true, "my": true, "no": true, "nobody": true, "not": true,
	"nothing": true, "now": true, "on": true, "our": true, "she": true, "so": true, "some": true, "that": true, "the": true,
	"their": true, "then": true, "there": true, "these": true, "they": true, "this": true, "those": true, "we": true, "what": true,
	"when": true, "where": true, "who": true, "why": true, "you": true, "your": true,
}

// begins tells a word that it begins a sentence where the full stop of an abbreviation ends the one before.
func (w *word) begins(before *word) {
	if first, _ := utf8.DecodeRuneInString(w.text); unicode.IsUpper(first) && starters[w.fold] && strings.HasSuffix(before.text, ".") {
		before.stops, w.opens = true, true
	}
}

// turn says whether the text after a mark stands in quotation marks. Marks that show their side say it; straight
// ones take turns. Single marks change nothing: they stand inside others, or are apostrophes.
func turn(mark string, quoted bool) bool {
	switch mark {
	case "“", "„", "«", "``":
		return true
	case "”", "»", "''":
		return false
	case "\"":
		return !quoted
	}
	return quoted
}

// alike makes apostrophes one.
var alike = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "`", "'")

// punctuation gives one form to signs that house styles print in several.
func punctuation(sign string) string {
	switch sign {
	case "–", "—", "―", "--", "-":
		return "-"
	case "…":
		return "..."
	}
	return sign
}

// sameWord reports whether two words are printed alike. Capitals count except where a sentence begins.
func sameWord(a, b *word) bool {
	if a.fold != b.fold {
		return false
	}
	return a.text == b.text || (a.opens || b.opens) && sameTail(a.text, b.text)
}

// sameTail reports whether two words of the same letters differ in the case of the first letter only.
func sameTail(a, b string) bool {
	x, y := []rune(a), []rune(b)
	for i := 1; i < len(x) && i < len(y); i++ {
		if x[i] != y[i] {
			return false
		}
	}
	return len(x) == len(y)
}

// run is where a draft's words stand in a source: words[from:to].
type run struct {
	from, to int
	// begins and ends say that the run does so where a sentence or the quote does; where both, nothing was trimmed.
	begins, ends bool
	// styled says that words are the same and only capitals or punctuation differ; note tells the first difference, was
	// and is are the word there as the source and as the draft print it.
	styled  bool
	note    string
	was, is *word
}

// findRun finds the draft's words in the source's, in one stretch and in their order, the best printing first: as
// printed before otherwise styled, whole before cut out of a sentence.
func findRun(draft, source []word) (best run, found bool) {
	if len(draft) == 0 {
		return run{}, false
	}
	rank := func(r run) int {
		n := 0
		if !r.styled {
			n += 2
		}
		if r.whole() {
			n++
		}
		return n
	}
	for from := 0; from+len(draft) <= len(source); from++ {
		if source[from].fold != draft[0].fold {
			continue
		}
		r, ok := runAt(draft, source, from)
		if ok && (!found || rank(r) > rank(best)) {
			best, found = r, true
		}
	}
	return best, found
}

func runAt(draft, source []word, from int) (run, bool) {
	r := run{from: from, to: from + len(draft)}
	for i := range draft {
		a, b := &source[from+i], &draft[i]
		if a.fold != b.fold {
			return r, false
		}
		if !r.styled {
			r.note = styleNote(a, b, i == len(draft)-1, from+i == len(source)-1)
			if r.styled = r.note != ""; r.styled {
				r.was, r.is = a, b
			}
		}
	}
	r.begins = from == 0 || parted(source, from)
	r.ends = r.to == len(source) || parted(source, r.to)
	return r, true
}

// parted reports whether a sentence ends before word i. Where dots stand before a small letter the sentence goes on: "in all
// debates … it will show".
func parted(words []word, i int) bool {
	w := &words[i-1]
	if !w.endsSentence() {
		return false
	}
	next, _ := utf8.DecodeRuneInString(words[i].text)
	return !strings.Contains(w.after, "...") || !unicode.IsLower(next)
}

// whole reports whether nothing of a sentence was trimmed.
func (r *run) whole() bool { return r.begins && r.ends }

// styleNote tells how a word of the draft is printed otherwise than in the source, "" when it is not. last is the
// draft's last word, end the source's: there the punctuation is the sentence's around, but a question stays one.
func styleNote(a, b *word, last, end bool) string {
	switch {
	case !sameWord(a, b):
		return "“" + a.text + "” is printed “" + b.text + "”"
	case last:
		if asks := strings.Contains(b.after, "?"); asks != strings.Contains(a.after, "?") && (asks || end || a.endsSentence()) {
			return "a question mark differs after “" + b.text + "”"
		}
	case a.seam || b.seam:
	case a.after != "" && b.after == "":
		return "after “" + b.text + "” the “" + a.after + "” is left out"
	case a.after == "" && b.after != "":
		return "after “" + b.text + "” a “" + b.after + "” is put in"
	case a.after != b.after:
		return "after “" + b.text + "” the punctuation differs: “" + a.after + "” became “" + b.after + "”"
	}
	return ""
}

// quotedRuns cuts the stretches that stand between quotation marks out of words.
func quotedRuns(words []word) [][]word {
	var all [][]word
	for i := 0; i < len(words); {
		from := i
		for i < len(words) && words[i].quoted == words[from].quoted {
			i++
		}
		if words[from].quoted == 0 {
			continue
		}
		all = append(all, words[from:i])
	}
	return all
}

// hasLetters reports whether any word is more than a number or sign.
func hasLetters(words []word) bool {
	for i := range words {
		if strings.IndexFunc(words[i].fold, unicode.IsLetter) >= 0 {
			return true
		}
	}
	return false
}
