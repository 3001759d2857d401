// Package organisation reads and compares names of organisations, offices and governments.
//
// It takes two names and gives a probability that they mean one body, with reasons. Before any letters are
// compared, [Parse] brings a name to canonical words: legal forms set aside, "of" and "the" dropped, terms that
// mean the same in many languages written one way (defense, defence, oborony), countries and their adjectives
// written as the country, so that "Ministry of Defense of Russia", "Russian Defence Ministry" and "Russia's
// defense ministry" have the same words. Then contradictions decide (two countries, two numbers), then
// acronyms and equal words, and only what is left is weighed by a trained forest over the alignment of the words
// (package likeness).
//
// A capital or a seat that stands for a government ("Baku", "the Kremlin") is told, never joined: [Compare] keeps
// its probability below what joins unasked.
package organisation

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/attribution/name"
)

// Name is the name of an organisation in canonical words.
type Name struct {
	// Raw is the name as it was given.
	Raw string
	// Words are the canonical words that tell the body, in the order of print; countries are not among them.
	Words []string
	// Legal is the class of its legal form, "" when none is named.
	Legal string
	// Countries are the countries it names, folded and without blanks, ascending.
	Countries []string
	// Numbers are the numbers it names, in the order of print.
	Numbers []string
	// Letters are its letters when it is an acronym, or the acronym printed in brackets behind it; lower case.
	Letters string
	// Initials are the first letters of the words, without and with the small words between them, and where it has a legal form,
	// with those of the form; "" in its place where it has none.
	Initials [3]string
	// Seat is the country whose government the whole name stands for: "Baku", "the Kremlin".
	Seat string
	// House tells what such a seat is, if it is no capital.
	House House
	// Place is true when the name is nothing but a country: "Azerbaijan", "the Russian side".
	Place bool
}

// acronymMax is the longest acronym, in letters.
const acronymMax = 8

// Parse brings a name to canonical words.
func Parse(s string) Name {
	if rest, inside := bracketed(s); inside != "" {
		letters := strings.ReplaceAll(name.Fold(inside), " ", "")
		if n := parse(rest); slices.Contains(n.Initials[:], letters) || isAcronym(inside) && countries[letters] == "" && strings.Contains(strings.TrimSpace(rest), " ") {
			n.Raw, n.Letters = s, letters
			return n
		}
	}
	return parse(s)
}

// parse is [Parse] of a name whose brackets, if it has any, hold no acronym.
func parse(s string) Name {
	n := Name{Raw: s}
	if isAcronym(s) {
		n.Letters = name.Fold(strings.ReplaceAll(s, ".", ""))
	}
	words := strings.Fields(name.Fold(possessives.Replace(s)))
	if len(words) == 0 {
		words = strings.Fields(name.Fold(s)) // nothing but a possessive
	}
	if len(words) > 1 && n.Letters != "" {
		words = []string{strings.ReplaceAll(n.Letters, " ", "")} // F.B.I.
	}
	if seat := strings.Join(trimThe(words), " "); seats[seat] != "" {
		n.Seat, n.House = seats[seat], houseOf(seat)
	}
	whole := words
	words = inEnglish(n.takeLegal(words))
	n.takeWords(words)
	if len(words) < len(whole) {
		n.Initials[2] = initialsIn(whole)
	}
	if len(n.Words)+len(n.Countries) == 0 && len(words) > 0 {
		n.Words = words // El Al
	}
	slices.Sort(n.Countries)
	n.Countries = slices.Compact(n.Countries)
	n.Place = len(n.Words) == 0 && len(n.Countries) > 0 && n.Seat == ""
	return n
}

// possessives drops the clitic of "Russia's", and the hyphen of "Co-operation".
var possessives = strings.NewReplacer("'s ", " ", "’s ", " ", "s' ", "s ", "s’ ", "s ", "&", " and ", "Co-op", "Coop", "co-op", "coop")

// bracketed cuts what may be an acronym in brackets off a name, "(ICRC)".
func bracketed(s string) (rest, inside string) {
	before, inside, behind := inBrackets(s)
	if inside == "" || strings.ContainsAny(inside, " ()") || len(inside) > acronymMax {
		return s, ""
	}
	return before + behind, inside
}

// inBrackets parts a name at the brackets behind it, all of it before them where there are none.
func inBrackets(s string) (before, inside, behind string) {
	open, shut := strings.LastIndexByte(s, '('), strings.LastIndexByte(s, ')')
	if open <= 0 || shut < open {
		return s, "", ""
	}
	return s[:open], strings.TrimSpace(s[open+1 : shut]), s[shut+1:]
}

// isAcronym reports whether a name is one word of capitals, dots between them or not, with at most one small
// letter ("MoD").
func isAcronym(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case r != '.':
			return false
		}
	}
	return upper >= 2 && upper <= acronymMax && lower <= 1
}

func trimThe(words []string) []string {
	if len(words) > 1 && words[0] == "the" {
		return words[1:]
	}
	return words
}

// maxFormWords is the longest legal form and the longest country, in words.
const maxFormWords = 6

// takeLegal cuts legal forms off the end, and those of three letters or more off the front, while a word is left.
func (n *Name) takeLegal(words []string) []string {
	for {
		k := 0
		for size := min(maxFormWords, len(words)-1); size > 0; size-- {
			if class := legalForms[strings.Join(words[len(words)-size:], " ")]; class != "" && !onlyCountry(words[:len(words)-size]) {
				n.Legal, k = class, size
				break
			}
		}
		if k == 0 {
			break
		}
		words = words[:len(words)-k]
	}
	for size := min(maxFormWords, len(words)-1); size > 0; size-- {
		form := strings.Join(words[:size], " ")
		if class := legalForms[form]; class != "" && len(form) > 2 {
			n.Legal = class
			return words[size:]
		}
	}
	return words
}

// onlyCountry reports whether words name a country and nothing else: "a Russian company" has no name.
func onlyCountry(words []string) bool {
	_, k := countryAt(words)
	return k == len(words)
}

// takeWords sorts words into countries, numbers and canonical words.
func (n *Name) takeWords(words []string) {
	var first initials
	numbers := romans(n.Raw)
	last := -1 // where the last word of n stands
	for i := 0; i < len(words); {
		if country, k := countryAt(words[i:]); k > 0 {
			n.Countries = append(n.Countries, country)
			if last >= 0 && last == i-2 && words[i-1] == "of" && stateNouns[words[last]] {
				n.Words = n.Words[:len(n.Words)-1]
			}
			first.add(words[i:i+k], false)
			if i += k; i < len(words) && (words[i] == "federation" || words[i] == "republic") {
				first.add(words[i:i+1], false)
				i++
			}
			continue
		}
		w := words[i]
		first.add(words[i:i+1], small[w])
		if i++; small[w] {
			continue
		}
		last = i - 1
		if d := cmp.Or(numerals[w], numbers[w]); d != "" {
			w = d
		}
		if strings.ContainsFunc(w, unicode.IsNumber) {
			n.Numbers = append(n.Numbers, strings.TrimFunc(w, unicode.IsLetter)) // 5th, and 7 of the G7
		}
		if t, ok := terms[w]; ok {
			w = t
		}
		n.Words = append(n.Words, w)
	}
	n.Initials[0], n.Initials[1] = string(first[0]), string(first[1])
}

// initialsIn gives the first letters of words, small ones left out.
func initialsIn(words []string) string {
	var in initials
	for _, w := range words {
		in.add([]string{w}, small[w])
	}
	return string(in[0])
}

// initials are the first letters of words, without and with those of the small ones.
type initials [2][]byte

func (in *initials) add(words []string, small bool) {
	for _, w := range words {
		_, n := utf8.DecodeRuneInString(w)
		in[1] = append(in[1], w[:n]...)
		if !small {
			in[0] = append(in[0], w[:n]...)
		}
	}
}

// countryAt gives the country that words begin with, and how many words name it.
func countryAt(words []string) (string, int) {
	for size := min(maxFormWords, len(words)); size > 0; size-- {
		if c, ok := countries[strings.Join(words[:size], " ")]; ok {
			return c, size
		}
	}
	return "", 0
}
