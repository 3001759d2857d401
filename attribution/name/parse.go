package name

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a stretch of letters and digits of the printed name, before it has a part.
type token struct {
	text, fold         string
	comma, hyphen, dot bool // a comma or a hyphen before it, a full stop behind it
	upper, capital     bool // all upper case; begins upper case
	class              particleClass
}

// Parse cuts a printed name into titles, words and suffixes. It never fails: what it cannot make out is a word.
func Parse(s string) Name {
	var buf [12]token
	toks := scan(buf[:0], s)
	n := Name{Raw: s}
	toks = n.takeSuffixes(n.takePeerage(toks))
	toks = n.takeTitles(toks)
	comma := n.takeWords(toks)
	n.SurnameFirst = order(n.Words, comma)
	n.assign(comma)
	return n
}

// scan cuts s into tokens.
func scan(toks []token, s string) []token {
	var t token
	start := -1
	for i, r := range s {
		if inWord(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			toks, t = push(toks, t, s[start:i], r == '.'), token{}
			start = -1
		}
		t.comma = t.comma || r == ',' || r == '،'
		t.hyphen = t.hyphen || r == '-' || r == '‐' || r == '‑'
	}
	if start >= 0 {
		toks = push(toks, t, s[start:], false)
	}
	return toks
}

// inWord reports whether r is part of a word. Some symbols are letters in disguise: the radical ⼼, the sign ℡.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '\'' || r == '`'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || dropped(r) || unicode.IsSymbol(r) && len(appendFoldRune(nil, r)) > 0
}

// push completes t with its text and appends it, unless nothing of the text is left when folded.
func push(toks []token, t token, text string, dot bool) []token {
	t.fold = Fold(text)
	if t.fold == "" || len(t.fold) == 1 && t.fold == text && len(toks) > 0 && strings.HasPrefix(t.fold, "s") && t.hyphen {
		return toks
	}
	t.text, t.dot = text, dot
	upper, lower := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			upper++
			t.capital = t.capital || lower == 0
		case unicode.IsLower(r):
			lower++
		}
	}
	t.upper = upper > 1 && lower == 0
	t.class = particles[t.fold]
	if text == "Ó" {
		t.class = clan // but an O. is an initial
	}
	return append(toks, t)
}

// takePeerage cuts off a title of nobility behind a comma: "Robert Maclennan, Baron Maclennan of Rogart".
func (n *Name) takePeerage(toks []token) []token {
	for i, t := range toks {
		if i > 1 && t.comma && peerage[t.fold] {
			for _, s := range toks[i:] {
				n.Suffixes = append(n.Suffixes, s.fold)
			}
			return toks[:i]
		}
	}
	return toks
}

// takeSuffixes cuts "Jr" and the like off the end, degrees and orders only behind a comma, and a "Junior" written out
// only where a whole name is left.
func (n *Name) takeSuffixes(toks []token) []token {
	for len(toks) > 1 {
		last := toks[len(toks)-1]
		class := suffixes[last.fold]
		if class == "" || class == "degree" && !afterComma(toks) || class == "spelled" && len(toks) < 3 {
			break
		}
		suffix := last.fold
		if short := shorter[suffix]; short != "" {
			suffix = short
		}
		n.Suffixes = append(n.Suffixes, suffix)
		toks = toks[:len(toks)-1]
	}
	return toks
}

// afterComma reports whether everything between the last comma and the end can be a suffix.
func afterComma(toks []token) bool {
	for i := len(toks) - 1; i > 0; i-- {
		if suffixes[toks[i].fold] == "" {
			return false
		}
		if toks[i].comma {
			return true
		}
	}
	return false
}

// takeTitles cuts off the words in front that describe the person. Everything before the last lower-case word
// that is no particle describes ("Ruritanian army spokesperson Anton Zenda"), then listed titles; a comma
// inside keeps "Surname, Dr Given" whole.
func (n *Name) takeTitles(toks []token) []token {
	cut := 0
	for i := 1; i < len(toks); i++ {
		if toks[i].capital && !toks[i].hyphen && describes(toks[i-1]) {
			cut = i
		}
	}
	for cut < len(toks)-1 && titles[toks[cut].fold] && !toks[cut+1].hyphen && !isGiven(toks[cut:]) {
		cut++
	}
	for _, t := range toks[:cut] {
		n.Titles = append(n.Titles, t.fold)
	}
	return toks[cut:]
}

// isGiven reports whether the title that some tokens begin with is a given name: one word of a name follows, particles not counted.
func isGiven(toks []token) bool {
	if givenToo[toks[0].fold] == "" {
		return false
	}
	rest := toks[1:]
	for len(rest) > 1 && rest[0].class != noParticle {
		rest = rest[1:]
	}
	return len(rest) == 1
}

// describes reports whether a lower-case word is one that names do not hold: no particle, and no second half of a
// given name ("Jong-un Kim").
func describes(t token) bool {
	return !t.capital && isCased(t.text) && t.class == noParticle && !t.hyphen
}

func isCased(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// takeWords turns tokens into words, particles glued to what they belong to. It gives the index of the first
// word behind a comma, 0 when there is none.
func (n *Name) takeWords(toks []token) (comma int) {
	n.Words = make([]Word, 0, len(toks))
	for i := 0; i < len(toks); {
		if toks[i].comma && len(n.Words) > 0 && comma == 0 {
			comma = len(n.Words)
			for i < len(toks)-1 && titles[toks[i].fold] { // Patil, Shri Sanjay
				n.Titles = append(n.Titles, toks[i].fold)
				i++
			}
		}
		if toks[i].class == descent && len(n.Words) > 0 {
			n.markDescent()
			i++
			continue
		}
		i += n.takeWord(toks[i:], len(n.Words) > 0)
	}
	return comma
}

func (n *Name) markDescent() {
	w := &n.Words[len(n.Words)-1]
	w.Part = Patronymic
	if w.Particle == "" {
		w.Particle = "bin"
	}
}

// takeWord appends one word made of the tokens at the head of toks and gives their number.
func (n *Name) takeWord(toks []token, inside bool) int {
	k := particleRun(toks, inside)
	t := toks[k]
	w := Word{Text: t.text, Fold: servantStem(t.fold), Hyphen: toks[0].hyphen, Capitals: t.upper}
	if k > 0 {
		w.Particle = joinFolds(toks[:k])
	}
	used := k + 1
	switch {
	case t.class == servant:
		used += w.takeServed(toks[used:])
	case k > 0 && toks[k-1].class == clan && !t.hyphen:
		w.Fold, w.Text = toks[k-1].fold+t.fold, toks[k-1].text+t.text
		w.Particle = strings.TrimSpace(strings.TrimSuffix(w.Particle, toks[k-1].fold))
	}
	letters := utf8.RuneCountInString(t.fold)
	w.Initial = letters == 1 && w.Particle == "" || letters == 2 && t.dot && len(w.Fold) == 2
	n.Words = append(n.Words, w)
	return used
}

func joinFolds(toks []token) string {
	folds := make([]string, len(toks))
	for i, t := range toks {
		folds[i] = t.fold
	}
	return strings.Join(folds, " ")
}

// takeServed makes a servant word one with what it serves, behind articles, and gives the number of tokens.
func (w *Word) takeServed(toks []token) int {
	j := 0
	for j < len(toks) && toks[j].class == article {
		j++
	}
	if j == len(toks) || toks[j].comma {
		return 0
	}
	w.Fold, w.Text = "abd"+toks[j].fold, w.Text+" "+toks[j].text
	return j + 1
}

// particleRun counts the particles in front of the next word. A particle is one only with a word behind it,
// and European and filial ones only inside a name or where they open a surname: Ben Wallace and Santa Claus begin with words.
func particleRun(toks []token, inside bool) int {
	k := 0
	for k < len(toks)-1 && !toks[k+1].comma && isParticle(toks, k, inside) {
		k++
	}
	return k
}

// isParticle reports whether token k, behind k particles, is one.
func isParticle(toks []token, k int, inside bool) bool {
	switch t := toks[k]; t.class {
	case article, kunya:
		return true
	case link:
		return inside && !t.capital
	case nobiliary, clan, filiation:
		return t.class == filiation && t.fold != "ben" || inside || k > 0 || !t.capital || len(toks) > 2 || OpensSurname(t.fold)
	}
	return false
}

// OpensSurname reports whether a folded word is a particle with which a surname printed alone begins, even with a capital: Ten Hag, De
// Bruyne. Those that are surnames of East Asia too, as Du and San, are none.
func OpensSurname(fold string) bool {
	switch fold {
	case "van", "von", "ten", "ter", "den", "der", "de", "del", "della", "di", "da", "dos", "le":
		return true
	}
	return false
}

// servantStem writes the joined forms of a servant name as the parted ones are: "abdulrahman" → "abdrahman".
func servantStem(fold string) string {
	if len(fold) < 8 || !strings.HasPrefix(fold, "abd") {
		return fold
	}
	for _, p := range []string{"abdoul", "abdoel", "abdul", "abdel", "abdal", "abdol", "abdur", "abdar", "abdus"} {
		if rest, ok := strings.CutPrefix(fold, p); ok && len(rest) > 2 {
			return "abd" + rest
		}
	}
	return fold
}
