package canon

import (
	"strconv"
	"strings"
	"sync"

	"quotidian/assets/lexicon"
)

// entry is what the lists say of one folded surface form.
type entry struct {
	tag   Tag
	stop  bool
	verb  bool
	base  string // the form that stands for it; "" for itself
	value float64
	role  numberRole
}

type numberRole uint8

const (
	noNumber numberRole = iota
	unit
	tens
	scale
	ordinal
)

var numberRoles = map[string]numberRole{"unit": unit, "tens": tens, "scale": scale, "ordinal": ordinal}

// lists are read once; they are constants that happen to live in files.
type lists struct {
	forms    map[string]entry
	spelling map[string]string // stem of a British spelling to that of the American one
	denials  map[string]bool   // stems of verbs that deny
	// counting holds, for each first letter, the lengths of the number words that begin with it, as bits.
	counting [256]uint32
}

var load = sync.OnceValue(func() *lists {
	l := &lists{forms: map[string]entry{}, spelling: map[string]string{}, denials: map[string]bool{}}
	l.functionWords()
	l.irregular("en/irregular-verbs.tsv", true)
	l.irregular("en/irregular-nouns.tsv", false)
	l.numbers()
	for _, f := range lexicon.Lines("en/spelling.tsv") {
		l.spelling[stemOf(f[0])] = stemOf(f[1])
	}
	return l
})

func stemOf(s string) string { return string(Stem([]byte(s))) }

func (l *lists) functionWords() {
	for _, f := range lexicon.Lines("en/function-words.tsv") {
		tag, ok := tagNames[f[0]]
		if !ok {
			panic("internal error: en/function-words.tsv: no class " + f[0])
		}
		for _, w := range strings.Fields(f[1]) {
			if tag == Denial {
				l.denials[stemOf(w)] = true
				continue
			}
			e := l.forms[w]
			e.tag = tag
			e.stop = e.stop || tag != Quantity
			l.forms[w] = e
		}
	}
}

func (l *lists) irregular(file string, verb bool) {
	for _, f := range lexicon.Lines(file) {
		for _, w := range strings.Fields(f[1]) {
			e := l.forms[w]
			e.base, e.verb = f[0], verb
			l.forms[w] = e
		}
	}
}

func (l *lists) numbers() {
	for _, f := range lexicon.Lines("en/numbers.tsv") {
		v, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			panic("internal error: en/numbers.tsv: " + err.Error())
		}
		e := l.forms[f[0]]
		e.value, e.role = v, numberRoles[f[2]]
		l.forms[f[0]] = e
		l.counting[f[0][0]] |= 1 << len(f[0])
	}
}

// contractions maps what follows the apostrophe to the word it stands for.
var contractions = map[string]string{"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}

// contracted maps negative contractions that do not just add "n't" to their verb.
var contracted = map[string]string{"can": "can", "ca": "can", "wo": "will", "sha": "shall", "ai": "is"}

// joined are prefixes that some printers set off with a hyphen and others do not ("co-operate", "cooperate").
var joined = map[string]bool{"co": true, "re": true, "pre": true, "de": true, "anti": true, "mid": true, "inter": true, "e": true}

// signs are marks that stand for a word.
var signs = map[string]string{"%": "percent", "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "°": "degree", "&": "and"}
