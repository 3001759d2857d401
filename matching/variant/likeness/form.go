package likeness

import (
	"encoding/binary"
	"strings"

	"quotidian/attribution/name"
	"quotidian/matching/variant/edit"
)

// maxWords is how many words of a name are looked at.
const maxWords = 9

// word is what the model knows of one folded word; it does not depend on the name the word stands in. What every
// comparison asks for comes first, so that most of them read little memory.
type word struct {
	// id numbers the words of one set of forms from 1; 0 for a word of no set.
	id uint32
	// hash and seen are what the lexical table knows the word by.
	hash uint32
	fold string
	spelled
	places places
	listed bool // in the lexical table
	given  bool // on the list of given names
	gender name.Gender
	seen   [Scripts]uint8
	// rarity and surprise are in nats: of the whole word, and of its letters.
	rarity, surprise float32
	skeletons        [4]name.Skeleton // 0 beyond the last
	// alts are the forms the word may have had before inflection or with an article glued to it.
	alts []edit.Word
}

// Form is a name prepared for comparison: everything that does not depend on the other name.
type Form struct {
	words    []*word
	self     float32 // sum of the words' self scores
	initials uint16  // which words are initials, one bit each
	begins   uint64  // the first bytes of the key, in the order of keys
	key      string
	// surname[i] is the weight of the hypothesis that word i is (the head of) the surname.
	surname [maxWords]float32
	gender  name.Gender
	// particle[i] is what the particle of word i says.
	particle  [maxWords]name.ParticleKind
	syllables name.Syllables
	father    *word          // the Slavic patronymic, nil for none
	readings  *name.Readings // nil for most names
	// merged[i] is the word made of words i and i+1, for names parted differently.
	merged []spelled
	// whole is all words run together.
	whole edit.Word
	Name  name.Name
}

// initial reports whether word i is an initial.
func (f *Form) initial(i int) bool { return f.initials>>i&1 == 1 }

// NewForm prepares a parsed name.
func (m *Model) NewForm(n name.Name) *Form { return m.form(n, m.newWord) }

// Forms prepares many names and shares what their words have in common; it is not safe for concurrent use.
type Forms struct {
	model *Model
	words map[string]*word
	list  []*word // in the order of their numbers
	brief []brief // of the same words
	memo  memo
}

// NewForms begins an empty set.
func (m *Model) NewForms() *Forms {
	return &Forms{model: m, words: map[string]*word{}, memo: newMemo()}
}

// strangers is the least share of the shorter name that must be contained in the other for [Forms.Judge] to go on.
// Of the labelled pairs 3,345 of 9,031 negatives and 40 of 5,341 positives are below, most of these noms de guerre.
const strangers = 0.35

// Judge is [Model.Judge] of two forms of the set for judging many: faster where their words have met before, and 0 for
// names that have too little in common.
func (f *Forms) Judge(a, b *Form) (float64, Conflict) {
	a, b = canonical(a, b)
	al := parted(a, b)
	if !al.compare(f.model, f.memo, strangers) {
		return romanised(a, b, 0, Conflict{})
	}
	v := f.model.vector(&al)
	if v[fContain] < strangers {
		return romanised(a, b, 0, Conflict{})
	}
	return f.model.judge(&al, &v)
}

// Form prepares a parsed name.
func (f *Forms) Form(n name.Name) *Form {
	return f.model.form(n, func(fold string) *word {
		w, ok := f.words[fold]
		if !ok {
			w = f.model.newWord(fold)
			f.words[fold], f.list, f.brief = w, append(f.list, w), append(f.brief, briefOf(w))
			w.id = uint32(len(f.list))
		}
		return w
	})
}

func (m *Model) form(n name.Name, get func(string) *word) *Form {
	f := &Form{Name: n, gender: n.Gender(), key: n.Folded()}
	var first [8]byte
	copy(first[:], f.key)
	f.begins = binary.BigEndian.Uint64(first[:])
	for _, w := range n.Words[:min(len(n.Words), maxWords)] {
		f.words = append(f.words, get(w.Fold))
	}
	for i, w := range f.words {
		f.self += w.code.Self
		f.particle[i] = n.Words[i].ParticleKind()
		if n.Words[i].Initial {
			f.initials |= 1 << i
		}
		if i > 0 {
			f.merged = append(f.merged, m.spell(unparted(n.Words[i-1])+n.Words[i].Particle+unparted(n.Words[i])))
		}
		if n.Words[i].SlavicFather() {
			f.father = w
		}
	}
	f.syllables = name.SyllablesOf(n)
	if r, ok := name.ReadingsOf(n); ok {
		f.readings = &r
	}
	f.weighSurname()
	f.whole = m.Edit.Prepare(strings.ReplaceAll(f.key, " ", ""))
	return f
}

// unparted is a word as it would be spelled inside a longer one, its servant prefix as printed.
func unparted(w name.Word) string { return strings.ReplaceAll(name.Fold(w.Text), " ", "") }

// weighSurname spreads the weight of the order hypothesis over the words.
func (f *Form) weighSurname() {
	last := len(f.words) - 1
	if last < 0 {
		return
	}
	for i, w := range f.Name.Words[:last+1] {
		if w.Part == name.Surname {
			f.surname[i] = max(f.Name.SurnameFirst, 1-f.Name.SurnameFirst)
		}
	}
	if f.Name.SurnameFirst > 0.5 {
		f.surname[last] = max(f.surname[last], 1-f.Name.SurnameFirst)
	} else {
		f.surname[0] = max(f.surname[0], f.Name.SurnameFirst)
	}
}

func (m *Model) newWord(fold string) *word {
	w := &word{fold: fold, spelled: m.spell(fold), rarity: m.Stats.Rarity(fold), gender: name.GenderOf(fold), given: name.KnownGiven(fold), hash: wordHash(fold)}
	w.places = placesOf(&w.spelled)
	w.seen = m.Lexical.seen(w.hash)
	w.listed = w.seen != [Scripts]uint8{}
	w.surprise = m.Stats.surprise(w.code.Code)
	copy(w.skeletons[:], name.Skeletons(nil, fold))
	for _, alt := range otherForms(fold) {
		w.alts = append(w.alts, m.Edit.Prepare(alt))
	}
	return w
}

// otherForms lists what a word may have been before an ending of its family, an inflection or a glued article, and
// the name behind a servant prefix, which print often leaves out.
func otherForms(fold string) []string {
	var out []string
	if s := name.Stem(fold); s != fold {
		out = append(out, s)
	}
	out = name.Alternatives(out, fold)
	if rest, ok := strings.CutPrefix(fold, "abd"); ok && len(rest) > 3 {
		out = append(out, rest)
	}
	if len(fold) > 5 && (strings.HasPrefix(fold, "al") || strings.HasPrefix(fold, "el")) {
		out = append(out, fold[2:])
	}
	return out
}
