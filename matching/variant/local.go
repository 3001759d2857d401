package variant

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/attribution"
	"quotidian/attribution/name"
	"quotidian/matching/variant/organisation"
)

// Local reports whether what a speaker is called means something inside its article only. "The ministry", "many
// officials" and "a recent poll" are descriptions: another article's are other people, however alike the words.
func Local(kind attribution.SpeakerKind, name string) bool {
	return kind == attribution.Unnamed || isBody(kind) && !proper(name)
}

// pointing are the words that begin a description of some people or things, or of somebody's.
var pointing = map[string]bool{
	"a": true, "an": true, "some": true, "any": true, "all": true, "both": true, "either": true, "neither": true, "each": true,
	"every": true, "many": true, "most": true, "much": true, "more": true, "several": true, "few": true, "other": true,
	"others": true, "another": true, "one": true, "no": true, "half": true, "majority": true, "dozens": true, "hundreds": true,
	"thousands": true, "nearly": true, "almost": true, "about": true, "not": true, "his": true, "her": true, "their": true,
	"its": true, "our": true, "my": true, "your": true, "this": true, "that": true, "these": true, "those": true,
	"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true,
	"recent": true, "latest": true, "new": true, "early": true,
}

// proper reports whether a body's name can be used by any article: a capital begins one of its words, and what it
// begins with points at nothing ("some", "his"). A sentence may begin with the name, so the capital of the first word
// alone says nothing of "Polls" or "Opinion polls" when the word is an ordinary one.
func proper(s string) bool {
	words := strings.Fields(s)
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	if len(words) == 0 || unnamedStart(words[0]) && !numbered(words) {
		return false
	}
	if slices.ContainsFunc(words[1:], capital) {
		return true
	}
	return capital(words[0]) && !(organisation.Ordinary(words[0]) && len(organisation.Parse(s).Countries) == 0)
}

// numbered reports whether words begin with the number of a unit or a court: "72nd Mechanised Brigade".
func numbered(words []string) bool {
	digits := strings.TrimRight(words[0], "thsndr")
	return len(digits) < len(words[0]) && strings.Trim(digits, "0123456789") == "" && digits != "" && len(words) > 1 && capital(words[1])
}

func unnamedStart(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	f := name.Fold(w)
	return unicode.IsNumber(r) || pointing[f] && (f != "new" || !capital(w))
}

// capital reports whether a word begins with a capital or is written in a script without them.
func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘("))
	return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// offices are what one person holds at a time; with one of them a bare surname is a name: "President Maro".
var offices = []string{
	"president", "prime minister", "premier", "chancellor", "pope", "king", "queen", "secretary general", "patriarch",
	"foreign minister", "defense minister", "defence minister", "secretary of state", "attorney general",
}

// office gives the office that a role names, "" when it names none that one person holds.
func office(role string) string {
	f := " " + name.Fold(role) + " "
	if strings.Contains(f, " former ") || strings.Contains(f, " vice ") || strings.Contains(f, " deputy ") {
		return ""
	}
	for _, o := range offices {
		if strings.Contains(f, " "+o+" ") {
			return o
		}
	}
	return ""
}
