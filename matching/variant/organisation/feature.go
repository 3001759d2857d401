package organisation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/attribution/name"
	"quotidian/matching/variant/likeness"
)

// Form is a name prepared for comparison.
type Form struct {
	Name Name
	form *likeness.Form
	// core is the words in alphabetical order, joined: equal cores are the same words in any order.
	core   string
	kernel kernel
	// plain is the name without the words that only describe it, nil where there are none: see [unadorned].
	plain *Form
}

// Model compares organisations: the edit costs of persons, statistics and a forest of its own.
type Model struct{ *likeness.Model }

// NewForm prepares a parsed name.
func (m Model) NewForm(n Name) *Form {
	var parsed name.Name
	parsed.Raw = n.Raw
	for _, w := range n.Words {
		parsed.Words = append(parsed.Words, name.Word{Text: w, Fold: w})
	}
	words := slices.Clone(n.Words)
	slices.Sort(words)
	f := &Form{Name: n, form: m.Model.NewForm(parsed), core: strings.Join(words, " "), kernel: kernelOf(n)}
	if plain := unadorned(n.Raw); plain != "" {
		p := Parse(plain)
		f.plain = &Form{Name: p, kernel: kernelOf(p)}
	}
	return f
}

// unadorned gives a name without the words in small letters that print puts before it, "the private Orlo news agency", "Varn-based Kesh
// Observatory"; "" where there are none, or where they say more: "documents of the Observatory".
func unadorned(s string) string {
	words := trimThe(strings.Fields(s))
	if len(words) < 2 {
		return ""
	}
	k := 0
	for k < len(words)-1 && adorns(words[k]) {
		k++
	}
	if r, _ := utf8.DecodeRuneInString(words[k]); k == 0 || !unicode.IsUpper(r) {
		return ""
	}
	return strings.Join(words[k:], " ")
}

// adorns reports whether a word only describes the body named behind it.
func adorns(w string) bool {
	_, tail, _ := strings.Cut(w, "-")
	if tail == "based" || tail == "linked" || tail == "backed" || tail == "run" || tail == "owned" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r) && !small[w] && !strings.HasSuffix(w, "'s") && !strings.HasSuffix(w, "’s")
}

// The features beyond those of likeness.Vector, in their order behind it.
const (
	fSameCore = likeness.Features + iota // the same canonical words
	fCountry                             // 1 same countries, -1 different ones, -0.5 named in one only
	fNumber                              // likewise for numbers
	fLegal                               // 1 same class of legal form, -1 different ones
	fAcronym                             // one is the initials of the other
	fOwnMin                              // words without a partner that are no general terms
	fOwnMax                              //
	fTermsMin                            // and those that are
	fTermsMax                            //
	fJoined                              // the words run together are equal
	Features                             // their number
)

// Vector holds the features of a pair.
type Vector [Features]float32

// Features gives the features of a pair.
func (m Model) Features(a, b *Form) (v Vector) {
	base := m.Model.Features(a.form, b.form)
	copy(v[:], base[:])
	v[fSameCore] = truth(a.core == b.core)
	v[fCountry] = agreement(a.Name.Countries, b.Name.Countries)
	v[fNumber] = agreement(a.Name.Numbers, b.Name.Numbers)
	v[fLegal] = agreement(some(a.Name.Legal), some(b.Name.Legal))
	v[fAcronym] = truth(initialsOf(a.Name, b.Name) || initialsOf(b.Name, a.Name))
	own, ownMore := m.Leftover(a.form, b.form, func(w string) bool { return !general(w) })
	all, allMore := m.Leftover(a.form, b.form, func(w string) bool { return general(w) })
	v[fOwnMin], v[fOwnMax], v[fTermsMin], v[fTermsMax] = float32(own), float32(ownMore), float32(all), float32(allMore)
	v[fJoined] = truth(run(a.Name) == run(b.Name))
	return v
}

func truth(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func some(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// agreement is 1 for equal lists, 0 when both are empty, -0.5 when one is, -1 otherwise.
func agreement(a, b []string) float32 {
	switch {
	case len(a) == 0 && len(b) == 0:
		return 0
	case len(a) == 0 || len(b) == 0:
		return -0.5
	case slices.Equal(a, b):
		return 1
	}
	return -1
}

func run(n Name) string { return strings.Join(n.Words, "") }

// general reports whether a word is a term that many organisations have in their names.
func general(w string) bool { return marks[w] || termValues[w] }

// minAcronym is the least number of letters that tell a body among those of one dossier.
const minAcronym = 3

// IsAcronym reports whether short is nothing but the initials of long, three at least.
func IsAcronym(short, long *Form) bool {
	return utf8.RuneCountInString(short.Name.Letters) >= minAcronym && len(short.Name.Words) < 2 && len(long.Name.Words)+len(long.Name.Countries) > 1 &&
		initialsOf(short.Name, long.Name)
}

// initialsOf reports whether short is an acronym of long.
func initialsOf(short, long Name) bool {
	if utf8.RuneCountInString(short.Letters) < 2 || utf8.RuneCountInString(long.Initials[0]) < 2 {
		return false
	}
	return slices.Contains(long.Initials[:], short.Letters) || short.Letters == long.Letters
}
