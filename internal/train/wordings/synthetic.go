package wordings

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"quotidian/matching/wording"
)

// altered is a text that somebody changed in one known way.
type altered struct {
	kind     string // what was done
	from, to string
	// named are the changes that name it rightly.
	named []wording.ChangeKind
}

// alterations are the ways in which texts are changed for the report; each gives "" where it finds nothing to change.
var alterations = []struct {
	kind  string
	do    func(words []string, rng *rand.Rand, pool []string) string
	named []wording.ChangeKind
}{
	{"one word", oneWord, []wording.ChangeKind{wording.Reworded, wording.Retranslated}},
	{"number", otherNumber, []wording.ChangeKind{wording.Number}},
	{"negation", otherNegation, []wording.ChangeKind{wording.Negation}},
	{"modality", otherModal, []wording.ChangeKind{wording.Modality}},
	{"actor", otherActor, []wording.ChangeKind{wording.Actor}},
	{"person and tense", reported, []wording.ChangeKind{wording.Unquoted, wording.Reworded}}, // reworded where all stands between marks
}

// alter changes each text in every way it can.
func alter(texts []*text, rng *rand.Rand) []altered {
	var pool []string
	for _, t := range texts {
		pool = append(pool, strings.Fields(t.Text)...)
	}
	var out []altered
	for _, t := range texts {
		for _, a := range alterations {
			if to := a.do(strings.Fields(t.Text), rng, pool); to != "" && to != t.Text {
				out = append(out, altered{a.kind, t.Text, to, a.named})
			}
		}
	}
	return out
}

func plainWord(w string) bool {
	return len(w) > 3 && strings.IndexFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) < 0 && !functionWord[w]
}

var functionWord = map[string]bool{}

func init() {
	for _, w := range strings.Fields("that this with from have been were will would could should there their them they what which when where than then " +
		"into over about after before because through while does your ours mine been being also just only very more most some such must might can't " +
		"never none nobody nothing without hardly perhaps possibly maybe shall ought need able himself herself itself around nearly almost less under " +
		"fewer here each both other another these those until since against between during many several half twice") {
		functionWord[w] = true
	}
}

// oneWord puts a strange word of the pool in the place of one telling word.
func oneWord(words []string, rng *rand.Rand, pool []string) string {
	for range 20 {
		i, by := rng.IntN(len(words)), pool[rng.IntN(len(pool))]
		if plainWord(words[i]) && plainWord(by) && by != words[i] {
			words[i] = by
			return strings.Join(words, " ")
		}
	}
	return ""
}

var numberNames = []string{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty"}

func otherNumber(words []string, rng *rand.Rand, _ []string) string {
	for i, w := range words {
		core := strings.Trim(w, ".,;:!?\"“”()")
		if n, err := strconv.Atoi(core); err == nil && n > 1 {
			words[i] = strings.Replace(w, core, strconv.Itoa(n+1+rng.IntN(n)), 1)
			return strings.Join(words, " ")
		}
		for k, name := range numberNames {
			if core == name {
				words[i] = strings.Replace(w, core, numberNames[(k+1+rng.IntN(len(numberNames)-1))%len(numberNames)], 1)
				return strings.Join(words, " ")
			}
		}
	}
	return ""
}

var helpers = map[string]bool{
	"is": true, "are": true, "was": true, "were": true, "will": true, "can": true, "would": true, "could": true, "should": true, "must": true, "may": true,
}

// otherNegation takes a "not" away, or puts one behind the first helping verb.
func otherNegation(words []string, _ *rand.Rand, _ []string) string {
	for i, w := range words {
		if w == "not" && i > 0 && helpers[words[i-1]] {
			return strings.Join(append(words[:i:i], words[i+1:]...), " ")
		}
	}
	for i, w := range words {
		if helpers[w] && i+1 < len(words) && words[i+1] != "not" {
			return strings.Join(append(append(words[:i+1:i+1], "not"), words[i+1:]...), " ")
		}
	}
	return ""
}

var otherModals = map[string]string{"can": "may", "could": "must", "may": "will", "might": "will", "must": "should", "should": "must", "will": "may"}

func otherModal(words []string, _ *rand.Rand, _ []string) string {
	for i, w := range words {
		if by := otherModals[w]; by != "" && i+1 < len(words) {
			words[i] = by
			return strings.Join(words, " ")
		}
	}
	return ""
}

var actors = strings.Fields("government company police army ministry council president minister soldiers union hospital bank court doctors " +
	"club team parliament opposition mayor scientists researchers judge prosecutor workers teachers farmers party airline railway")

// otherActor puts another party in the place of one that a helping verb or a past tense follows ("the council said").
func otherActor(words []string, rng *rand.Rand, _ []string) string {
	for i := 1; i+1 < len(words) && i < 4; i++ {
		verb := helpers[words[i+1]] || words[i+1] == "has" || words[i+1] == "have" || strings.HasSuffix(words[i+1], "ed")
		if !verb || !slices.Contains(actors, words[i]) {
			continue
		}
		by := actors[rng.IntN(len(actors))]
		if by == words[i] {
			by = "rebels"
		}
		words[i] = by
		return strings.Join(words, " ")
	}
	return ""
}

var shifts = map[string]string{
	"we": "they", "our": "their", "us": "them", "i": "he", "my": "his", "me": "him", "am": "was", "is": "was", "are": "were", "have": "had", "has": "had",
	"will": "would", "can": "could", "may": "might", "i'm": "he was", "we're": "they were", "we've": "they had", "i've": "he had", "we'll": "they would",
}

// reported shifts persons and tenses as reported speech does.
func reported(words []string, _ *rand.Rand, _ []string) string {
	changed := false
	for i, w := range words {
		by := shifts[strings.ToLower(w)]
		if by == "" {
			continue
		}
		changed = true
		if i == 0 && unicode.IsUpper(rune(w[0])) {
			by = strings.ToUpper(by[:1]) + by[1:]
		}
		words[i] = by
	}
	if !changed {
		return ""
	}
	return strings.Join(words, " ")
}
