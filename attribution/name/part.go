package name

import "strings"

// Part is what a word does in a name.
type Part uint8

// The parts. Which words are Given and which Surname follows the likelier order of the name.
const (
	Given Part = iota
	Patronymic
	Surname
)

var partNames = [...]string{"given", "patronymic", "surname"}

// String is the name used in reasons and tests.
func (p Part) String() string { return partNames[p] }

// Word is the unit in which names are compared: one word of the name with the particles glued to it.
type Word struct {
	// Text is the word as printed, without its particle.
	Text string
	// Fold is the folded word. The parts of an Arabic servant name are one word: "Abd al-Rahman",
	// "Abdul Rahman" and "Abdurrahman" all give "abdrahman".
	Fold string
	// Particle is what stands before the word and belongs to it, folded: "al", "bin", "van der", or "".
	Particle string
	Part     Part
	// Initial marks a single letter, or two before a full stop ("Yu."), that stands for a name.
	Initial bool
	// Hyphen marks a word printed with a hyphen between it and the word before.
	Hyphen bool
	// Capitals marks a word of two or more letters, all upper case.
	Capitals bool
}

// Filial reports whether the word is introduced as the name of the father (or mother) of the one before.
func (w Word) Filial() bool { return particles[firstField(w.Particle)] == filiation }

// SlavicFather reports whether the word is a patronymic by its ending: Petrovich, Petrovna.
func (w Word) SlavicFather() bool { return w.Part == Patronymic && isPatronymic(w.Fold) }

// ParticleKind is what a particle says of the word behind it, as far as comparing names cares.
type ParticleKind uint8

// The kinds. OtherParticle covers no particle too.
const (
	OtherParticle ParticleKind = iota
	ArabicArticle              // al-Tikriti: mostly a place or a tribe
	KunyaParticle              // Abu Bakr: the bearer's child
)

// ParticleKind reads the particle of the word.
func (w Word) ParticleKind() ParticleKind {
	switch particles[firstField(w.Particle)] {
	case article:
		return ArabicArticle
	case kunya:
		return KunyaParticle
	}
	return OtherParticle
}

func firstField(s string) string {
	f, _, _ := strings.Cut(s, " ")
	return f
}

// Name is a name cut into its parts. It is a value: nothing changes it after [Parse].
type Name struct {
	// Raw is the name as it was given.
	Raw string
	// Titles are the folded words in front that say what the person is: "lt", "gen", "azerbaijani", "spokesman".
	Titles []string
	// Words are the words of the name in the order of print. Never empty unless Raw holds no letter or digit.
	Words []Word
	// Suffixes are the folded words behind: "jr", "iii", "mp".
	Suffixes []string
	// SurnameFirst is the weight, 0 to 1, of the hypothesis that the surname was printed first.
	SurnameFirst float32
}

// Folded gives the words' folded forms joined by blanks, without titles, particles and suffixes.
func (n Name) Folded() string {
	var b []byte
	for i, w := range n.Words {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, w.Fold...)
	}
	return string(b)
}

// Bare reports whether only one word of the name was printed, such as a surname alone.
func (n Name) Bare() bool { return len(n.Words) == 1 }

// Surname gives the folded surname under the likelier order, its words joined by blanks, without particles.
// For a bare name it is that one word.
func (n Name) Surname() string { return n.join(Surname) }

// Given gives the folded given names under the likelier order, joined by blanks; "" for a bare name.
func (n Name) Given() string { return n.join(Given) }

func (n Name) join(p Part) string {
	var out []string
	for _, w := range n.Words {
		if w.Part == p {
			out = append(out, w.Fold)
		}
	}
	return strings.Join(out, " ")
}

// Generation gives what tells father from son, or one king from the next: a suffix such as "jr" or "iii", or a number
// behind a name of one word (Benedict XVI). "" when there is none.
func (n Name) Generation() string {
	for _, s := range n.Suffixes {
		if suffixes[s] == "generation" {
			return s
		}
	}
	if last := len(n.Words) - 1; last > 0 && n.Words[last].Capitals && isNumeral(n.Words[last].Fold) {
		return n.Words[last].Fold
	}
	return ""
}

// isNumeral reports a Roman number of kings and popes. Xi is a surname first.
func isNumeral(fold string) bool { return fold != "xi" && strings.Trim(fold, "ivx") == "" }
