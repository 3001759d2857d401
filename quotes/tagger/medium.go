package tagger

import (
	"sync"

	"quotidian/assets/lexicon"
	"quotidian/quotes/tagger/internal/feature"
)

// Medium is the field's speech, thought and writing representation.
type Medium uint8

// The media, in the order of package quotes.
const (
	Speech Medium = iota
	Writing
	Thought
)

var mediumNames = [...]string{"speech", "writing", "thought"}

// String is the name used in JSON, screens and sheets.
func (m Medium) String() string { return mediumNames[m] }

// media holds the list en/media.tsv, by the hash of the word and by that of its stem.
type media struct {
	words, stems map[uint32]Medium
	nouns        map[uint32]bool // nouns of writing that overrule the verb: "said in a statement"
}

// writings are what a speaker puts words into. "In a statement" after any verb means that the words were read,
// not heard.
var writings = []string{
	"statement", "tweet", "tweets", "letter", "email", "e-mail", "post", "blog", "memo", "op-ed", "essay", "filing",
	"report", "book", "note", "message", "twitter", "facebook", "telegram", "column", "communique", "release",
}

var loadMedia = sync.OnceValue(func() *media {
	m := &media{words: map[uint32]Medium{}, stems: map[uint32]Medium{}, nouns: map[uint32]bool{}}
	byName := map[string]Medium{"speech": Speech, "writing": Writing, "thought": Thought}
	for _, f := range lexicon.Lines("en/media.tsv") {
		v := byName[f[1]]
		m.words[feature.HashWord(f[0])] = v
		if stem := feature.HashStem(f[0]); !known(m.stems, stem) {
			m.stems[stem] = v
		}
	}
	for _, w := range writings {
		m.nouns[feature.HashWord(w)] = true
	}
	return m
})

func known(m map[uint32]Medium, h uint32) bool { _, ok := m[h]; return ok }

// of decides the medium of a cue. quoted says whether any content stands in quotation marks: an unlisted word
// that attributes quoted words is speech, any other unlisted word a thought; a colon and no cue at all are speech.
func (m *media) of(cue, source []feature.Word, quoted bool) Medium {
	if m.written(cue) {
		return Writing
	}
	for i := range cue {
		v, ok := m.words[cue[i].Hash]
		if !ok {
			v, ok = m.stems[cue[i].Stem]
		}
		switch {
		case !ok:
		case v == Speech && m.document(source):
			return Writing
		case v == Thought && quoted: // a thought in quotation marks was said: they "worried" aloud
			return Speech
		default:
			return v
		}
	}
	if quoted || len(cue) == 0 || cue[0].Shape >= feature.Comma { // `Orlo: no comment`
		return Speech
	}
	return Thought
}

// written reports whether a cue names a piece of writing after its first word.
func (m *media) written(cue []feature.Word) bool {
	for i := 1; i < len(cue); i++ {
		if m.nouns[cue[i].Hash] {
			return true
		}
	}
	return false
}

// document reports whether a source is a piece of writing: its last word is one ("the ministry's report").
func (m *media) document(source []feature.Word) bool {
	return len(source) > 0 && m.nouns[source[len(source)-1].Hash]
}
