package attribution

import (
	"slices"
	"strings"

	"quotidian/articles/token"
)

// settleByIt makes bodies of names that nothing has told to be persons' and of which the text says "it": "Orlo said its bridge was
// closed", "Orlo, which runs the bridge". One "he" behind them makes that no evidence.
func (r *reading) settleByIt() {
	var told []int32
	for i := range r.mentions {
		if m := &r.mentions[i]; r.undecided(m) && r.meansBody(m) && !contains(told, m.entity) && len(told) < maxTold {
			told = append(told, m.entity)
		}
	}
	if told == nil {
		return
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; contains(told, m.entity) && r.meansPerson(m) {
			told = slices.DeleteFunc(told, func(id int32) bool { return id == m.entity })
		}
	}
	for _, id := range told {
		r.takeForBody(id)
	}
}

// undecided reports whether nothing but capitals makes a person of whom a mention outside quotation marks names.
func (r *reading) undecided(m *named) bool {
	if m.entity == noEntity || m.kind != unsureName || r.quoted[m.first] {
		return false
	}
	e := &r.entities[m.entity]
	return e.kind == Person && e.unsure && len(e.roles) == 0 && e.sex == unknownSex
}

// maxTold bounds the names that are settled so, since each is looked for among all mentions.
const maxTold = 50

// maxEcho is how many tokens behind a name a pronoun is still taken to mean it.
const maxEcho = 25

// meansPerson reports whether "who", "he" or "she" stands behind a name in its sentence or opens the next.
func (r *reading) meansPerson(m *named) bool {
	for k := int(m.last); k < min(len(r.toks), int(m.last)+maxEcho); k++ {
		if !r.sameSentence(k, int(m.first)) && k > r.sentence(k).First {
			return false
		}
		if r.class[k]&function != 0 && !r.quoted[k] && ofPersons[r.lower(k)] {
			return true
		}
	}
	return false
}

// ofPersons are the pronouns of one person.
var ofPersons = map[string]bool{"he": true, "she": true, "his": true, "her": true, "him": true, "who": true, "himself": true, "herself": true}

// meansBody reports whether "which" follows a name, or what it says is said of "it".
func (r *reading) meansBody(m *named) bool {
	k := int(m.last)
	if r.punct(k, ",") {
		return r.sameSentence(k, k+1) && r.word(k+1) == "which"
	}
	verb := false
	for ; r.sameSentence(k, int(m.first)) && k < int(m.last)+maxLabel && r.is(k, speaking|function) && r.pronoun(k) == notPronoun && r.lower(k) != "its"; k++ {
		verb = verb || r.is(k, speaking)
	}
	if !verb || !r.sameSentence(k, k+2) || r.quoted[k] {
		return false
	}
	return r.word(k) == "its" || r.word(k) == "it" && r.actsItself(k+1)
}

// actsItself reports whether the verb at token k, behind "it", is one of somebody who does something: "would offer", "was working", not
// "would be".
func (r *reading) actsItself(k int) bool {
	switch r.word(k) {
	case "has", "had", "will", "would", "plans", "planned", "expects", "expected", "aims", "intends":
	case "is", "was":
		return strings.HasSuffix(r.word(k+1), "ing") && !strings.HasPrefix(r.word(k+1), "rain")
	default:
		return false
	}
	next := k + 1
	if r.word(next) == "not" {
		next++
	}
	return next < len(r.toks) && r.toks[next].Kind == token.Word && !impersonal[r.word(next)]
}

// impersonal are verbs of which "it" is the subject and means nobody.
var impersonal = map[string]bool{"be": true, "been": true, "become": true, "take": true, "taken": true, "seem": true, "appear": true, "make": true, "made": true, "help": true, "mean": true, "meant": true, "rained": true, "rain": true}
