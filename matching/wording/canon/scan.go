package canon

import (
	"math"
	"strconv"
	"unicode/utf8"

	"quotidian/articles/token"
)

// Scanner turns texts into canonical words. Its buffers are kept between texts, so one Scanner serves one
// goroutine; the zero value is ready.
type Scanner struct {
	tokens []token.Token
	buf    []byte
	lists  *lists
	memo   []memo // by folded form
	whole  []memo // by printed word, of those that are one word whatever stands beside them
	filled int    // entries of whole

	text   string
	words  []Word
	opens  bool // the next word opens a sentence
	quoted bool // inside quotation marks
	single bool // inside single ones
	closes int  // the last token that may close single marks
}

// Scan appends the words of text to dst. Names must be in order and must not overlap; the words of each become
// one word that counts by its ID.
func (s *Scanner) Scan(dst []Word, text string, names []Name) []Word {
	if s.lists == nil {
		s.lists, s.memo, s.whole = load(), make([]memo, memoSize), make([]memo, leastWhole)
	}
	s.tokens = token.Scan(s.tokens[:0], text)
	s.text, s.words, s.opens, s.quoted, s.single = text, dst, true, false, false
	for s.closes = len(s.tokens) - 1; s.closes >= 0 && !s.mayClose(s.closes); s.closes-- {
	}
	for i := 0; i < len(s.tokens); {
		t := s.tokens[i]
		for len(names) > 0 && names[0].End <= int(t.Start) {
			names = names[1:]
		}
		if len(names) > 0 && int(t.End) > names[0].Start {
			s.name(names[0])
			for i < len(s.tokens) && int(s.tokens[i].Start) < names[0].End {
				i++
			}
			continue
		}
		i += s.token(i)
	}
	out := s.words
	s.words, s.text = nil, ""
	return out
}

// name adds a resolved name, cut where the words before it reach into it.
func (s *Scanner) name(n Name) {
	begin := int32(n.Start)
	if k := len(s.words); k > 0 {
		begin = max(begin, s.words[k-1].End)
	}
	if begin >= int32(n.End) {
		return
	}
	id := append(append(s.buf[:0], 0), n.ID...)
	s.buf = id
	s.add(Word{Key: Hash(id), Letters: signature(id[1:]), Value: math.NaN(), Start: begin, End: int32(n.End), Flags: Named | Capital})
}

func (s *Scanner) add(w Word) {
	if s.opens {
		w.Flags |= Opens
	}
	if s.quoted {
		w.Flags |= Quoted
	}
	s.opens = false
	s.words = append(s.words, w)
}

// token reads the token at i, with those after it that make one number with it, and says how many it took.
func (s *Scanner) token(i int) int {
	t := s.tokens[i]
	in := t.In(s.text)
	switch t.Kind {
	case token.Number:
		return s.digits(i)
	case token.Word:
		return s.word(i)
	case token.Mark:
		return s.mark(i)
	default:
		switch in {
		case ".", "!", "?", "...", "…", ":":
			s.opens = true
		default:
			if w, ok := signs[in]; ok {
				s.plain([]byte(w), t.Start, t.End, 0)
			}
		}
	}
	return 1
}

// mark follows which words stand between quotation marks, and says how many tokens the mark at i has: two single ones, as papers without
// other marks print, are one.
func (s *Scanner) mark(i int) (tokens int) {
	s.opens = true
	in := s.tokens[i].In(s.text)
	if i+1 < len(s.tokens) && s.tokens[i+1].Start == s.tokens[i].End {
		in = s.text[s.tokens[i].Start:s.tokens[i+1].End]
		switch in {
		case "''":
			s.quoted = !s.quoted
			return 2
		case "``", "‘‘":
			s.quoted = true
			return 2
		case "’’":
			s.quoted = false
			return 2
		}
	}
	switch r, _ := utf8.DecodeRuneInString(in); r {
	case '"', '\uff02':
		s.quoted = !s.quoted
	case '\u201c', '\u201e', '\u00ab', '\u300c':
		s.quoted = true
	case '\u201d', '\u00bb', '\u300d':
		s.quoted = false
	case '\'', '\u2018', '\u2019':
		s.singleMark(i, r)
	}
	return 1
}

// singleMark follows single marks outside of double ones, as headlines have them. They are often apostrophes: one opens only before a
// word and behind a blank, and where another may close it.
func (s *Scanner) singleMark(i int, r rune) {
	switch {
	case s.single:
		if s.mayClose(i) {
			s.quoted, s.single = false, false
		}
	case !s.quoted && r != '\u2019' && i < s.closes && s.tokens[i+1].Start == s.tokens[i].End && (i == 0 || s.tokens[i-1].End < s.tokens[i].Start):
		s.quoted, s.single = true, true
	}
}

// mayClose reports whether token i is a single mark behind a word or a stop.
func (s *Scanner) mayClose(i int) bool {
	if i == 0 || s.tokens[i].Kind != token.Mark || s.tokens[i-1].End < s.tokens[i].Start {
		return false
	}
	switch s.tokens[i].In(s.text) {
	case "'", "’":
		return true
	}
	return false
}

// word reads a word token: a number word, a contraction, a hyphenated or a plain word.
func (s *Scanner) word(i int) int {
	t := s.tokens[i]
	in := t.In(s.text)
	h := HashString(in)
	m := &s.whole[h%uint64(len(s.whole))]
	if m.hash == h && (!m.counts || s.scale(i+1) == 0) {
		s.add(Word{Key: m.key, Letters: m.letters, Value: math.NaN(), Start: t.Start, End: t.End, Tag: m.tag, Flags: m.flags})
		return 1
	}
	if in[0] >= '0' && in[0] <= '9' && s.glued(t) {
		return 1
	}
	if n := s.numberWords(i); n > 0 {
		return n
	}
	flags := Flag(0)
	if t.Has(token.Capital) {
		flags = Capital
	}
	switch {
	case t.Has(token.Clitic):
		s.clitic(i)
	case in == "cannot":
		s.plain(append(s.buf[:0], "can"...), t.Start, t.Start+3, flags)
		s.plain(append(s.buf[:0], "not"...), t.Start+3, t.End, flags)
	case s.contraction(t, flags):
	default:
		s.parts(t, flags)
		s.remember(t, h)
	}
	return 1
}

// remember notes what was found out about a printed word when it is one word, as long as it.
func (s *Scanner) remember(t token.Token, hash uint64) {
	if len(s.words) == 0 {
		return
	}
	w := s.words[len(s.words)-1]
	if w.Start != t.Start || w.End != t.End {
		return
	}
	if 2*s.filled > len(s.whole) && len(s.whole) < mostWhole {
		s.grow()
	}
	m := &s.whole[hash%uint64(len(s.whole))]
	if m.hash == 0 {
		s.filled++
	}
	_, counts := s.written(t)
	*m = memo{hash: hash, key: w.Key, letters: w.Letters, tag: w.Tag, flags: w.Flags &^ (Opens | Quoted), counts: counts}
}

// grow makes room for four times as many printed words.
func (s *Scanner) grow() {
	old := s.whole
	s.whole, s.filled = make([]memo, 4*len(old)), 0
	for _, m := range old {
		if m.hash != 0 {
			s.whole[m.hash%uint64(len(s.whole))] = m
			s.filled++
		}
	}
}

// clitic reads 's: "is" after a pronoun, else the possessive, which is no word.
func (s *Scanner) clitic(i int) {
	if len(s.words) == 0 {
		return
	}
	switch w := s.words[len(s.words)-1]; w.Tag {
	case Third, That:
		t := s.tokens[i]
		s.plain([]byte("is"), t.Start, t.End, 0)
	}
}

// contraction splits "don't", "we're" and the like and reports whether it did.
func (s *Scanner) contraction(t token.Token, flags Flag) bool {
	in := t.In(s.text)
	at := -1
	for i := 1; i < len(in); i++ {
		if in[i] == '\'' || in[i] == 0xE2 && i+2 < len(in) && in[i+1] == 0x80 && in[i+2] == 0x99 {
			at = i
		}
	}
	if at < 0 {
		return false
	}
	head := fold(s.buf[:0], in[:at])
	rest := string(fold(nil, in[at:]))
	if in[at] != '\'' {
		rest = string(fold(nil, in[at+3:]))
	}
	cut := t.Start + int32(at)
	switch {
	case rest == "t" && len(head) > 1 && head[len(head)-1] == 'n':
		s.negated(head, t, cut-1, flags)
	case contractions[rest] != "":
		s.plain(head, t.Start, cut, flags)
		s.plain([]byte(contractions[rest]), cut, t.End, 0)
	default:
		return false
	}
	return true
}

func (s *Scanner) negated(head []byte, t token.Token, cut int32, flags Flag) {
	verb := string(head[:len(head)-1])
	if v, ok := contracted[string(head)]; ok { // can't: the n belongs to the verb
		verb, cut = v, cut+1
	} else if v, ok := contracted[verb]; ok {
		verb = v
	}
	s.plain([]byte(verb), t.Start, cut, flags)
	s.plain([]byte("not"), cut, t.End, 0)
}

// parts reads a word, cut at its hyphens.
func (s *Scanner) parts(t token.Token, flags Flag) {
	in := t.In(s.text)
	begin := 0
	for i := 0; i <= len(in); i++ {
		n := 1
		if i < len(in) {
			if n = hyphen(in[i:]); n == 0 {
				continue
			}
			if begin == 0 && joined[string(fold(s.buf[:0], in[:i]))] {
				continue
			}
		}
		if i > begin {
			w := fold(s.buf[:0], in[begin:i])
			w = dropHyphens(w)
			s.plain(w, t.Start+int32(begin), t.Start+int32(i), flags)
		}
		begin = i + n
	}
}

// hyphen gives the length of the hyphen that s begins with, 0 where there is none.
func hyphen(s string) int {
	switch {
	case s[0] == '-' || s[0] == '_' || s[0] == '&':
		return 1
	case len(s) >= 3 && s[0] == 0xE2 && s[1] == 0x80 && (s[2] == 0x90 || s[2] == 0x91):
		return 3
	}
	return 0
}

func dropHyphens(w []byte) []byte {
	out := w[:0]
	for _, c := range w {
		if c != '-' && c != '.' {
			out = append(out, c)
		}
	}
	return out
}

// plain adds one folded word; w is used up.
func (s *Scanner) plain(w []byte, start, end int32, flags Flag) {
	if len(w) == 0 {
		return
	}
	h := Hash(w)
	m := &s.memo[h%memoSize]
	if m.hash != h {
		*m = s.read(w)
		m.hash = h
	}
	s.buf = w[:0]
	s.add(Word{Key: m.key, Letters: m.letters, Value: math.NaN(), Start: start, End: end, Tag: m.tag, Flags: flags | m.flags})
}

// memo is what was found out about one folded or printed form. Texts repeat their words, and stemming costs more than
// all else.
type memo struct {
	hash, key, letters uint64
	tag                Tag
	flags              Flag
	counts             bool // before a scale word it is a number: "a hundred"
}

// The number of words noted: of folded forms, and of printed words, which grows with the vocabulary.
const (
	memoSize              = 1 << 12
	leastWhole, mostWhole = 1 << 10, 1 << 16
)

// read finds out about the folded form w, which is used up.
func (s *Scanner) read(w []byte) memo {
	e := s.lists.forms[string(w)]
	m := memo{tag: e.tag, letters: signature(w)}
	if e.stop {
		m.flags |= Stop
	}
	if e.verb || e.tag.modal() || hasEnding(w, "ed") {
		m.flags |= Verb
	}
	if e.base != "" {
		w = append(w[:0], e.base...)
	}
	w = Stem(american(w))
	if a, ok := s.lists.spelling[string(w)]; ok {
		w = append(w[:0], a...)
	}
	if m.tag == NoTag && s.lists.denials[string(w)] {
		m.tag = Denial
	}
	m.key = Hash(w)
	return m
}

func hasEnding(w []byte, end string) bool {
	return len(w) > len(end)+2 && string(w[len(w)-len(end):]) == end
}

// american turns the endings -ise, -isation and -yse into those with z. Words that never had a z ("promise") turn
// too, always, which does no harm: the key only has to be the same for every printing.
func american(w []byte) []byte {
	for _, end := range [...]string{"e", "ed", "es", "er", "ers", "ing", "ation", "ations"} {
		n := len(w) - len(end)
		if n >= 4 && w[n-1] == 's' && (w[n-2] == 'i' || w[n-2] == 'y') && string(w[n:]) == end {
			w[n-1] = 'z'
			return w
		}
	}
	return w
}

// number adds a number; equal values have equal keys.
func (s *Scanner) number(v float64, start, end int32) {
	s.buf = strconv.AppendFloat(append(s.buf[:0], '#'), v, 'f', -1, 64)
	s.add(Word{Key: Hash(s.buf), Letters: 0, Value: v, Start: start, End: end})
}
