package organisation

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"quotidian/assets/lexicon"
)

// kernel is what a name says in words that outlets use for each other: the "Ministry of Internal Affairs" is the Interior
// Ministry, the UN the United Nations, and a federation of unions one of the union.
type kernel struct {
	words   string // in alphabetical order, singular, joined
	letters string // the initials of the words in the order of print
	run     string // the words in the order of print, run together
	fields  []int  // of a ministry those it is for, as lines of en/ministries.tsv; nil where any word says more
	kind    string // the words without those that only tell what kind of body it is, "" where nothing is left or nothing went
}

// sameBody leads from the first of some words to the rows of en/same-body.tsv that begin with it, the longest first; kinds are the
// words that print leaves out.
var sameBody, kinds = readSameBody()

func readSameBody() (same map[string][]row, kinds map[string]bool) {
	same, kinds = map[string][]row{}, map[string]bool{}
	for _, f := range lexicon.Lines("en/same-body.tsv") {
		words := canonical(strings.Fields(f[0]))
		if f[1] == "-" {
			kinds[singular(words[0])] = true
			continue
		}
		same[words[0]] = append(same[words[0]], row{words, canonical(strings.Fields(f[1]))})
	}
	for _, rows := range same {
		slices.SortFunc(rows, func(a, b row) int { return len(b.words) - len(a.words) })
	}
	return same, kinds
}

// row is a line of the list, in canonical words.
type row struct{ words, stand []string }

func canonical(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w
		if t, ok := terms[w]; ok {
			out[i] = t
		}
	}
	return out
}

// kernelOf reads the canonical words of a name.
func kernelOf(n Name) (k kernel) {
	var words []string
	for i := 0; i < len(n.Words); {
		stand, used := standIn(n.Words[i:])
		for _, w := range stand {
			words = append(words, singular(american.Replace(w)))
		}
		i += used
	}
	var letters []byte
	for _, w := range words {
		_, size := utf8.DecodeRuneInString(w)
		letters = append(letters, w[:size]...)
	}
	k.letters, k.fields = string(letters), fieldsOf(words)
	if rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return kinds[w] }); len(rest) < len(words) && len(rest) > 0 {
		k.kind = joined(rest)
	}
	k.words, k.run = joined(words), strings.Join(words, "")
	return k
}

// ministryFields numbers the fields of ministries by their words.
var ministryFields = func() map[string]int {
	m := map[string]int{}
	for i, f := range lexicon.Lines("en/ministries.tsv") {
		for _, w := range canonical(strings.Fields(f[0])) {
			m[singular(w)] = i + 1
		}
	}
	return m
}()

// fieldsOf gives the fields of a ministry that is called by them alone.
func fieldsOf(words []string) (fields []int) {
	ministry := false
	for _, w := range words {
		field := ministryFields[w]
		ministry = ministry || w == "ministry" || w == "dept" || w == "treasury"
		switch {
		case field > 0:
			fields = append(fields, field)
		case w != "ministry" && w != "dept":
			return nil
		}
	}
	if !ministry {
		return nil
	}
	return fields
}

// otherField settles two ministries that are for different things. Two countries have [contradiction].
func otherField(a, b *Form) (Verdict, bool) {
	x, y := a.kernel.fields, b.kernel.fields
	if len(x) == 0 || len(y) == 0 || slices.ContainsFunc(x, func(f int) bool { return slices.Contains(y, f) }) {
		return Verdict{}, false
	}
	text := fmt.Sprintf("two ministries: %s and %s", shown(a.Name), shown(b.Name))
	return against(otherMinistry, text, false), true
}

// standIn gives what the first words of some stand for, and how many they are.
func standIn(words []string) (stand []string, used int) {
	for _, r := range sameBody[words[0]] {
		if len(words) >= len(r.words) && slices.Equal(words[:len(r.words)], r.words) {
			return r.stand, len(r.words)
		}
	}
	return words[:1], 1
}

func joined(words []string) string {
	words = slices.Clone(words)
	slices.Sort(words)
	return strings.Join(words, " ")
}

// american writes endings as Americans do: "mechanised", "organisation".
var american = strings.NewReplacer("isation", "ization", "ised", "ized", "ising", "izing")

// shortest is the number of letters from which an s at the end makes a plural.
const shortest = 5

func singular(w string) string {
	if n := strings.TrimRight(w, "thsndr"); n != "" && strings.Trim(n, "0123456789") == "" {
		return n // 72nd
	}
	if len(w) >= shortest && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") {
		return w[:len(w)-1]
	}
	return w
}

// sameKernel settles names that say the same in other words.
func sameKernel(a, b *Form) (Verdict, bool) {
	x, y := a.Name, b.Name
	if !kernelsTell(a, b) {
		return Verdict{}, false
	}
	v := Verdict{Reasons: reasons(true, 5, "in other words the same: %s", shown(x))}
	switch agreed := agreement(x.Countries, y.Countries); {
	case a.kernel.words == b.kernel.words && agreed >= 0:
		v.P = otherWords
	case a.kernel.run == b.kernel.run && agreed >= 0 && len(a.kernel.run) >= shortest:
		v.P, v.Doubt.Text = runTogether, "the same letters, parted otherwise"
	case a.kernel.words == b.kernel.words && agreed == -0.5:
		v.P, v.Open, v.Doubt.Text = countryAbsent, true, fmt.Sprintf("only one of them names the country (%s)", strings.Join(slices.Concat(x.Countries, y.Countries), ", "))
	case agreed >= 0 && x.Seat+y.Seat == "" && (a.kernel.kind == b.kernel.words || a.kernel.words == b.kernel.kind):
		v.P, v.Doubt.Text = kindAbsent, "only one of them says what kind of body it is"
		if onlyDescribed(x, y) {
			v.P, v.Doubt.Text = otherWords, ""
		}
	default:
		return Verdict{}, false
	}
	return v, true
}

// descriptors are kinds that print tells readers in small letters behind the name of a body, which goes without them as well. Agencies
// write theirs with a capital.
var descriptors = []string{" newspaper", " news agency", " agency", " magazine", " channel", " broadcaster", " airline", " company", " group"}

// onlyDescribed reports whether one of two names is the other with such a kind behind it, and both are told apart from others by it.
func onlyDescribed(x, y Name) bool {
	return (described(x.Raw) || described(y.Raw)) && !manyFaces(x) && !manyFaces(y)
}

func described(s string) bool {
	return strings.HasSuffix(s, " Agency") || slices.ContainsFunc(descriptors, func(d string) bool { return strings.HasSuffix(s, d) })
}

// manyFaces reports whether a name is what others are called too: three letters or fewer, as AFP, or one word that is a surname, as Sun.
func manyFaces(n Name) bool {
	return n.Letters != "" && len(n.Letters) <= minAcronym || len(n.Words) == 1 && surnames[n.Words[0]]
}

// SameLetters reports whether one body is called by letters and the other by them with what kind of body it is: AFP, AFP news agency.
func SameLetters(letters, long *Form) bool {
	return letters.Name.Letters != "" && letters.kernel.words != "" && letters.kernel.words == long.kernel.kind
}

// kernelsTell reports whether what two names say in other words can settle them: no legal form or number parts them.
func kernelsTell(a, b *Form) bool {
	x, y := a.Name, b.Name
	return a.kernel.words != "" && agreement(some(x.Legal), some(y.Legal)) != -1 && len(y.Words) > 0 && !several(x.Words, y.Words)
}

// several reports whether two names end in one word, in the plural in one of them: a union federation and a federation of unions are
// one, a poll and polls are not.
func several(a, b []string) bool {
	x, y := a[len(a)-1], b[len(b)-1]
	return x != y && singular(x) == singular(y)
}

// SameButCountry reports whether two names say the same but for a country that only one of them names.
func SameButCountry(a, b *Form) bool {
	return a.kernel.words != "" && a.kernel.words == b.kernel.words &&
		agreement(a.Name.Countries, b.Name.Countries) == -0.5
}

// kernelAcronym settles initials of words that a name prints as initials too: UNHCR, the UN High Commissioner for Refugees.
func kernelAcronym(a, b *Form) (Verdict, bool) {
	short, long := a, b
	if short.Name.Letters == "" {
		short, long = long, short
	}
	letters := short.Name.Letters
	if utf8.RuneCountInString(letters) < minAcronym || len(short.Name.Words) > 1 || len(long.Name.Words) < 2 || letters != long.kernel.letters {
		return Verdict{}, false
	}
	v := Verdict{P: longAcronym, Reasons: reasons(true, 5, "%s are the initials of %q", strings.ToUpper(letters), long.Name.Raw)}
	if utf8.RuneCountInString(letters) == minAcronym {
		v.P, v.Doubt.Text = shortAcronym, "three letters can be the initials of other names too"
	}
	return v, true
}
