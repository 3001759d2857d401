package organisation

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"quotidian/assets/lexicon"
	"quotidian/attribution/name"
)

// known is a row of en/known-bodies.tsv: the countries in the name that outlets use, the words of the English name, and the countries in that.
type known struct{ countries, stand, of []string }

// knownBodies gives those rows by the words of the name that are no countries.
var knownBodies = sync.OnceValue(func() map[string][]known {
	m := map[string][]known{}
	for _, f := range lexicon.Lines("en/known-bodies.tsv") {
		in, rest := countriesOf(asRead(f[0]))
		stand := asRead(f[1])
		of, _ := countriesOf(stand)
		m[rest] = append(m[rest], known{in, stand, of})
	}
	return m
})

// asRead gives the words of a row as those of a name are read.
func asRead(s string) []string { return strings.Fields(name.Fold(possessives.Replace(s))) }

// countriesOf parts the words of a name: the countries in it, and the other words joined.
func countriesOf(words []string) (in []string, rest string) {
	var out []string
	for i := 0; i < len(words); {
		if c, k := countryAt(words[i:]); k > 0 && k < len(words) {
			in = append(in, c)
			i += k
			continue
		}
		out = append(out, words[i])
		i++
	}
	for len(out) > 1 && out[len(out)-1] == "of" {
		out = out[:len(out)-1] // Communist Party of China
	}
	return in, strings.Join(trimThe(out), " ")
}

// inEnglish gives the words of the English name of a body that outlets know by another, behind a country that they name with it:
// Auswärtiges Amt, Norland's ANC. Other words it gives back.
func inEnglish(words []string) []string {
	stand, further, ok := knownAs(words)
	if !ok {
		return words
	}
	return append(further, stand...)
}

// knownAs finds a name among those that outlets use besides the English ones. It gives the words of that, and the countries that the name
// holds and neither it nor the row does.
func knownAs(words []string) (stand, further []string, ok bool) {
	in, rest := countriesOf(words)
	for _, key := range []string{rest, strings.TrimSuffix(rest, " party")} {
		for _, k := range knownBodies()[key] {
			if !fits(in, k.countries, k.of) {
				continue
			}
			for _, c := range in {
				if !slices.Contains(k.of, c) && !slices.Contains(k.countries, c) {
					further = append(further, c)
				}
			}
			return k.stand, further, true
		}
	}
	return nil, nil, false
}

// fits reports whether the countries that a name holds are those of a row, or where the row has none those of the body.
func fits(in, row, of []string) bool {
	if len(row) > 0 {
		return slices.Equal(in, row)
	}
	return len(in) == 0 || len(of) == 0 || slices.Equal(in, of)
}

// contrasts numbers the groups of words that exclude each other, by the line of en/contrasts.tsv.
var contrasts = func() map[string][]contrast {
	m := map[string][]contrast{}
	for line, f := range lexicon.Lines("en/contrasts.tsv") {
		for group, words := range f {
			for _, w := range canonical(strings.Fields(words)) {
				m[w] = append(m[w], contrast{line, group})
			}
		}
	}
	return m
}()

// contrast is a line of the list and a group of it.
type contrast struct{ line, group int }

// otherWord settles two bodies by the words that only one of them has.
func otherWord(a, b *Form) (Verdict, bool) {
	both, x, y := parted(a, b)
	if v, ok := contrasted(a, b, both, x, y); ok {
		return v, true
	}
	return eachOwn(a, b, both, x, y)
}

// contrasted settles two bodies that differ in words of which a body bears one: the Southern and the Eastern District, Varn Motors and
// Varn Steel. So do two with other letters behind the same words: Varn SDI, Varn SDS. x and y are the words of a and b alone.
func contrasted(a, b *Form, both, x, y []string) (Verdict, bool) {
	if len(x) == 0 || len(y) == 0 {
		if w := branchIn(slices.Concat(x, y), both); w != "" {
			p := otherContrast
			if schools[w] {
				p = otherSchool
			}
			return against(p, fmt.Sprintf("only one of them is a branch: %s", asPrinted(w, a, b)), false), true
		}
	}
	if c, d := strings.Join(x, " "), strings.Join(y, " "); len(both) > 0 && cities()[c] && cities()[d] && !name.SameSkeleton(c, d) {
		return against(otherContrast, fmt.Sprintf("two places: %s and %s", c, d), false), true
	}
	if w, v, ok := excluding(x, y); ok {
		return against(otherContrast, fmt.Sprintf("two bodies: %s and %s", asPrinted(w, a), asPrinted(v, b)), false), true
	}
	if len(x) == 1 && len(y) == 1 && lettersIn(a.Name.Raw, x[0]) && lettersIn(b.Name.Raw, y[0]) {
		return against(otherContrast, fmt.Sprintf("two bodies: %s and %s", asPrinted(x[0], a), asPrinted(y[0], b)), false), true
	}
	return Verdict{}, false
}

// asPrinted gives the word of a name that a canonical one stands for, folded.
func asPrinted(word string, in ...*Form) string {
	for _, f := range in {
		for w := range strings.FieldsSeq(name.Fold(possessives.Replace(f.Name.Raw))) {
			if w == word || terms[w] == word {
				return w
			}
		}
	}
	return word
}

// branchIn gives the word that makes of some words in common a part of the body, or another body: Varn Youth, Varn State University.
// Where the words in common say what is taught, "state" adds nothing: the Varn State Medical University.
func branchIn(words, both []string) string {
	school := slices.Contains(both, universityTerm)
	taught := school && slices.ContainsFunc(both, func(w string) bool {
		return w != universityTerm && (schools[w] || general(w) || len(contrasts[w]) > 0)
	})
	for _, w := range words {
		if branches[w] || school && schools[w] && !(taught && w == stateTerm) {
			return w
		}
	}
	return ""
}

// schools are words that tell a place's universities apart.
var schools = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range canonical([]string{"state", "technical", "medical", "agricultural", "catholic", "polytechnic"}) {
		m[w] = true
	}
	return m
}()

// universityTerm is the canonical word for one.
var universityTerm = canonical([]string{university})[0]

// stateTerm is the canonical word for what belongs to a state.
var stateTerm = canonical([]string{"state"})[0]

// branches are words that only a part of a body bears.
var branches = map[string]bool{
	"wing": true, "youth": true, "junior": true, "juniors": true, "reserve": true, "reserves": true, "women": true, "womens": true, "ladies": true,
	"u": true, "u17": true, "u18": true, "u19": true, "u20": true, "u21": true, "u23": true, "academy": true, "branch": true,
	"chapter": true, "subsidiary": true, "alumni": true, "veterans": true, "northern": true, "southern": true, "eastern": true, "western": true,
}

// cities gives the towns, folded.
var cities = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, f := range lexicon.Lines("common/places.tsv") {
		if f[1] != "country" {
			m[name.Fold(f[0])] = true
		}
	}
	return m
})

// eachOwn settles two names of the same words but for one in each, which is no general term and no spelling of the other: Tarn Municipal
// Hospital, Plesh Municipal Hospital. Of 900 such labelled pairs 50 are one body, mostly translated.
func eachOwn(a, b *Form, both, x, y []string) (Verdict, bool) {
	if len(both) == 0 || len(x) != 1 || len(y) != 1 || general(x[0]) || general(y[0]) || a.Name.Letters+b.Name.Letters != "" ||
		max(len(x[0]), len(y[0])) > longestWord || name.SameSkeleton(x[0], y[0]) || 2*inOrder(x[0], y[0]) >= max(len(x[0]), len(y[0])) {
		return Verdict{}, false
	}
	return against(otherOwn, fmt.Sprintf("two bodies: %s and %s", asPrinted(x[0], a), asPrinted(y[0], b)), false), true
}

// longestWord is the length of a word, in bytes, above which it is none: comparing two costs the product of their lengths.
const longestWord = 64

// inOrder is the number of bytes that two words have in the same order (the longest common subsequence).
func inOrder(a, b string) int {
	row := make([]int, len(b)+1)
	for i := range len(a) {
		diag := 0
		for j := range len(b) {
			up := row[j+1]
			if row[j+1] = max(up, row[j]); a[i] == b[j] {
				row[j+1] = diag + 1
			}
			diag = up
		}
	}
	return row[len(b)]
}

// lettersIn reports whether a name holds a folded word as letters, and not only because all of it is in capitals.
func lettersIn(s, word string) bool {
	up := strings.ToUpper(word)
	return len(word) > 1 && s != strings.ToUpper(s) && slices.Contains(strings.Fields(s), up)
}

// excluding gives two of some words that exclude each other. Where both have words of one group, nothing else of its line counts: a
// petroleum company is perhaps the oil and gas company.
func excluding(x, y []string) (w, v string, ok bool) {
	mine, other := contrastsOf(x), contrastsOf(y)
	for _, line := range slices.Sorted(maps.Keys(mine)) {
		if w, v := mine[line], other[line]; len(v) > 0 && !slices.ContainsFunc(w, func(g borne) bool {
			return slices.ContainsFunc(v, func(h borne) bool { return g.group == h.group })
		}) {
			return w[0].word, v[0].word, true
		}
	}
	return "", "", false
}

// borne is a group of a line of the list, with the first of its words that a body bears.
type borne struct {
	group int
	word  string
}

// contrastsOf gives the groups of which there are some words, by the line of the list.
func contrastsOf(words []string) map[int][]borne {
	m := map[int][]borne{}
	for _, w := range words {
		for _, c := range contrasts[w] {
			if !slices.ContainsFunc(m[c.line], func(g borne) bool { return g.group == c.group }) {
				m[c.line] = append(m[c.line], borne{c.group, w})
			}
		}
	}
	return m
}

// numerals are the words for numbers that bodies bear: the Fifth Army, the Group of Seven.
var numerals = func() map[string]string {
	m := map[string]string{}
	for _, list := range []string{
		"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth",
		"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
	} {
		for i, w := range strings.Fields(list) {
			m[w] = strconv.Itoa(i + 1)
		}
	}
	return m
}()

// romans gives the Roman numbers of two letters or more among the words of a name as printed, by the folded word: XV Corps.
func romans(s string) map[string]string {
	var m map[string]string
	for w := range strings.FieldsSeq(s) {
		if n := romanNumbers[w]; n != "" {
			if m == nil {
				m = map[string]string{}
			}
			m[name.Fold(w)] = n
		}
	}
	return m
}

// romanNumbers are the Roman numbers below forty, of two letters or more.
var romanNumbers = func() map[string]string {
	m := map[string]string{}
	for n := range 40 {
		w := strings.Repeat("X", n/10) + []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}[n%10]
		if len(w) > 1 {
			m[w] = strconv.Itoa(n)
		}
	}
	return m
}()
