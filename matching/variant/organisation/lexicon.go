package organisation

import (
	"cmp"
	"slices"
	"strings"

	"quotidian/assets/lexicon"
	"quotidian/attribution/name"
)

// The word lists, read once; never written afterwards. Keys are folded.
var (
	legalForms = pairs("common/legal-forms.tsv")
	terms      = readTerms()
	termValues = values(terms)
	countries  = readCountries()
	seats      = readSeats("capital", "seat")
	houses     = readSeats("seat")
	// marks are the words that mark a name as an organisation's.
	marks = readMarks()
	// ordinary are nouns that name nothing by themselves.
	ordinary = readOrdinary()
	// bodies are one-word names of organisations.
	bodies = folded("en/bodies.tsv")
	// surnames are those of East Asia, which print gives alone.
	surnames = folded("common/surnames-first.tsv")
	// small are the words that say nothing between the others.
	small = map[string]bool{
		"the": true, "of": true, "for": true, "and": true, "in": true, "on": true, "at": true, "to": true, "a": true,
		"an": true, "by": true, "de": true, "del": true, "la": true, "el": true, "los": true, "las": true, "y": true, "e": true, "du": true,
		"des": true, "et": true, "former": true, "di": true, "do": true, "da": true, "fur": true, "und": true, "der": true, "die": true, "al": true,
	}
)

func pairs(list string) map[string]string {
	m := map[string]string{}
	for _, f := range lexicon.Lines(list) {
		m[f[0]] = f[1]
	}
	return m
}

func values(m map[string]string) map[string]bool {
	out := map[string]bool{}
	for _, v := range m {
		out[v] = true
	}
	return out
}

func folded(list string) map[string]bool {
	m := map[string]bool{}
	for _, f := range lexicon.Lines(list) {
		m[name.Fold(f[0])] = true
	}
	return m
}

// readTerms joins the terms of organisations with British and American spellings.
func readTerms() map[string]string {
	m := pairs("common/organisation-terms.tsv")
	for _, f := range lexicon.Lines("en/spelling.tsv") {
		if len(f) < 2 {
			continue
		}
		british, american := name.Fold(f[0]), name.Fold(f[1])
		if term, ok := m[american]; ok {
			american = term
		}
		if _, ok := m[british]; !ok {
			m[british] = american
		}
	}
	return m
}

// stateNouns stand beside a country's name and add nothing: "Russian Federation", "Republic of Azerbaijan".
var stateNouns = map[string]bool{"federation": true, "republic": true, "kingdom": true, "sultanate": true, "emirate": true, "state": true}

// country is the canonical form of a country's name: folded, without blanks.
func country(s string) string { return strings.ReplaceAll(name.Fold(s), " ", "") }

// readCountries maps countries, their adjectives and their short forms to the country.
func readCountries() map[string]string {
	m := map[string]string{}
	for _, f := range lexicon.Lines("common/places.tsv") {
		if f[1] == "country" {
			m[name.Fold(f[0])] = country(f[len(f)-1])
			if len(f) < 3 || f[2] == "" {
				m[name.Fold(f[0])] = country(f[0])
			}
		}
	}
	for _, f := range lexicon.Lines("en/demonyms.tsv") {
		if len(f) > 1 && f[1] != "" {
			m[name.Fold(f[0])] = country(f[1])
		}
	}
	for word, nation := range otherNations {
		m[word] = nation
	}
	return m
}

// otherNations are no countries by the lists: parts of countries, which have bodies of their own (the Scottish government is not the
// British one), a country that is no more, one whose adjective the lists have, and other names of countries.
var otherNations = map[string]string{
	"yugoslavia": "yugoslavia", "yugoslav": "yugoslavia", "korea": "southkorea",
	"scotland": "scotland", "scottish": "scotland", "wales": "wales", "welsh": "wales", "england": "england", "english": "england",
	"northern ireland": "northernireland", "northern irish": "northernireland",
	"abkhazia": "abkhazia", "abkhaz": "abkhazia", "basque": "basquecountry", "bavaria": "bavaria", "bavarian": "bavaria", "california": "california",
	"californian": "california", "catalonia": "catalonia", "catalan": "catalonia", "chechnya": "chechnya", "chechen": "chechnya",
	"corsica": "corsica", "corsican": "corsica", "crimea": "crimea", "crimean": "crimea", "flanders": "flanders", "flemish": "flanders",
	"kashmir": "kashmir", "kashmiri": "kashmir", "kurdistan": "kurdistan", "kurdish": "kurdistan", "ossetian": "ossetia", "quebec": "quebec",
	"sicily": "sicily", "sicilian": "sicily", "texas": "texas", "texan": "texas", "tibet": "tibet", "tibetan": "tibet",
	"swaziland": "eswatini", "turkiye": "turkey", "democratic republic of congo": congo,
	"democratic republic of the congo": congo, "dr congo": congo, "drc": congo, "congo kinshasa": congo,
	"republic of congo": country("Republic of the Congo"), "congo brazzaville": country("Republic of the Congo"),
}

// congo is what papers call the Democratic Republic so where they say no more.
const congo = "congo"

// readSeats maps capitals or seats of government to the country they stand for.
func readSeats(kinds ...string) map[string]string {
	m := map[string]string{}
	for _, f := range lexicon.Lines("common/places.tsv") {
		if len(f) > 2 && slices.Contains(kinds, f[1]) {
			m[name.Fold(f[0])] = cmp.Or(otherNations[name.Fold(f[2])], country(f[2]))
		}
	}
	return m
}

// House tells the seats that are no capitals.
type House uint8

// The kinds of seat: a capital or none at all, the house of a government, and that of a parliament or a ministry.
const (
	noHouse House = iota
	houseOfAll
	houseOfPart
)

// parts are the houses of parliaments and ministries.
var parts = map[string]bool{
	"pentagon": true, "foggy bottom": true, "quai dorsay": true, "capitol": true, "capitol hill": true, "congress": true,
	"bundestag": true, "duma": true, "knesset": true, "holyrood": true,
}

func houseOf(seat string) House {
	switch {
	case parts[seat]:
		return houseOfPart
	case houses[seat] != "":
		return houseOfAll
	}
	return noHouse
}

// Ordinary reports whether a word is one that many organisations, documents or groups are called by: "Ministry",
// "Polls", "Officials". With a capital it may only begin a sentence. One that is what print calls a single body or seat is not.
func Ordinary(w string) bool {
	f := name.Fold(w)
	return (ordinary[f] || ordinary[strings.TrimSuffix(f, "s")]) && !bodies[f] && seats[f] == ""
}

// readOrdinary gathers the single words of the lists of nouns.
func readOrdinary() map[string]bool {
	m := map[string]bool{}
	for _, list := range []string{
		"en/organisations.tsv", "en/organisation-words.tsv", "en/documents.tsv", "en/groups.tsv", "en/roles.tsv", "en/things.tsv",
	} {
		for _, f := range lexicon.Lines(list) {
			if w := name.Fold(f[0]); !strings.Contains(w, " ") {
				m[w] = true
			}
		}
	}
	return m
}

// readMarks gathers the nouns for bodies, of one word, and the legal forms.
func readMarks() map[string]bool {
	m := map[string]bool{}
	for _, list := range []string{"en/organisations.tsv", "en/organisation-words.tsv"} {
		for _, f := range lexicon.Lines(list) {
			if w := name.Fold(f[0]); !strings.Contains(w, " ") {
				m[w] = true
			}
		}
	}
	return m
}

// Looks reports whether a name is more likely an organisation's than a person's: it names a kind of body or is
// nothing but a country, a seat of government, an acronym or the one-word name of a known body.
func Looks(s string) bool {
	words := strings.Fields(name.Fold(s))
	n := Parse(s)
	if n.Seat != "" || n.Place || bodies[strings.Join(words, " ")] {
		return true
	}
	for _, w := range words {
		if marks[w] {
			return true
		}
	}
	return n.Letters != "" && len(words) == 1
}
