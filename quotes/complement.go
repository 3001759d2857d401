package quotes

import "quotidian/articles/token"

// complement finds where the content of a cue begins, on its right and before hi; 0 when the cue has none there.
func (r *reading) complement(g group, hi int) int {
	i, v := g.last, g.verb
	if i < hi && v.particle(r.tok(i)) {
		i++
		if r.tok(i) != "that" && !v.takes(bareClause) { // called for a truce
			return i
		}
	}
	if v.takes(addressee) && !(v.takes(bound) && r.nobodyTold(i, hi)) {
		i = r.pastAddressee(i, hi)
	}
	i = r.pastMeans(i, r.pastCircumstance(i, hi), hi)
	if v.medium != Thought && !v.takes(infinitive) {
		i = r.pastHearers(i, hi)
		if v.takes(direct) {
			i = r.pastPlace(i, hi)
		}
	}
	i = r.pastToThat(g, i, hi)
	if i >= hi || !r.complementAt(i, hi, v) || r.relativeBehind(g, i) {
		return 0
	}
	return i
}

// pastToThat skips an occasion that no list knows, in front of the "that" of what was said: "have said | for years | that"; i itself where
// there is none.
func (r *reading) pastToThat(g group, i, hi int) int {
	if !g.verb.takes(direct) || g.form&(past|third) == 0 && g.first == g.at {
		return i
	}
	return max(i, r.thatBehind(g, rng{i, hi}))
}

// pastMeans skips what is told of the text in which something was said, between commas behind the circumstance at tokens [from, i): "said in a
// memo, | seen by the Herald, | that".
func (r *reading) pastMeans(from, i, hi int) int {
	if i == from || r.tok(i) != "," || !r.is(i-1, venue|written) {
		return i
	}
	for j := i + 1; j+2 < hi && j < i+maxRelative && r.within[j] < 0 && !r.hardBreak(j); j++ {
		if r.tok(j) == "," && r.tok(j+1) == "that" && r.nobodyTold(j+1, hi) {
			return j + 1
		}
		if r.tok(j) == "," {
			return i
		}
	}
	return i
}

// relativeBehind reports whether "that" at token i, right behind a form that may be a plural noun, opens a relative clause: "includes objects |
// that are on show".
func (r *reading) relativeBehind(g group, i int) bool {
	return g.form&(third|base) != 0 && g.form&past == 0 && g.first == g.at && i == g.last && r.tok(i) == "that" && r.is(i+1, aux|modal) && !r.is(i+1, pronoun)
}

// nobodyTold reports whether the "that" at token i opens a clause though nobody who was told stands before it, as translated
// copy has it: "assured that Varn was safe", not "told that reporter the road was shut".
func (r *reading) nobodyTold(i, hi int) bool {
	return i+1 < hi && r.tok(i) == "that" && (r.is(i+1, det|possessive|pronoun) || r.has(i+1, token.Capital) || r.clauseFrom(i+1, hi))
}

// maxManner bounds the words between a cue and its colon.
const maxManner = 6

// pastColon finds the clause that a colon ties to a cue which can introduce words: "She put it bluntly: the harbour is
// full." It is 0 where there is none.
func (r *reading) pastColon(g group, hi int) int {
	if !g.verb.takes(direct) {
		return 0
	}
	for i := g.last; i+1 < hi && i < g.last+maxManner && r.within[i] < 0; i++ {
		switch {
		case r.tok(i) == ":":
			if r.within[i+1] < 0 && r.clauseFrom(i+1, hi) {
				return i + 1
			}
			return 0
		case r.tok(i) == "," || r.hardBreak(i) || r.verbal(i):
			return 0
		}
	}
	return 0
}

// complementAt reports whether the complement of v can begin at token i: with a word that opens a clause or an
// infinitive which v takes, or else without one.
func (r *reading) complementAt(i, hi int, v *verb) bool {
	switch s := r.tok(i); s {
	case "that":
		return v.takes(thatClause)
	case "to":
		return v.takes(infinitive)
	case "whether", "if", "how", "why", "what", "who", "where", "when":
		if r.within[i] < 0 {
			return s == "whether" || v.takes(whClause|bareClause|direct)
		}
	}
	return r.objectAt(i, hi, v)
}

// objectAt reports whether a complement of v without an opening word begins at token i: a clause without "that",
// a noun with its infinitive or its charge, or a noun phrase with quoted words in it.
func (r *reading) objectAt(i, hi int, v *verb) bool {
	inside := r.within[i] >= 0
	switch {
	case v.takes(nounInf) && r.beginsNoun(i) && r.infinitiveAfter(i, hi):
		return true
	case v.takes(charge):
		return inside || r.beginsNoun(i)
	case v.takes(nounPhrase) && inside && !v.takes(direct):
		return true
	case v.takes(bareClause):
		return r.bareClauseAt(i, hi, v)
	case v.takes(nounPhrase):
		return v.base == "deny" || r.quotesSoon(i, hi) || r.turnsDown(i, hi)
	}
	return false
}

// bareClauseAt reports whether a clause without "that" begins at token i behind v.
func (r *reading) bareClauseAt(i, hi int, v *verb) bool {
	return v.base == "say" && r.sayable(i, hi) || r.clauseFrom(i, hi) || v.takes(bound) && r.pastClause(i, hi)
}

// sayable reports whether what begins at token i can have been said: words, and more than the circumstance that a
// preposition opens ("said about halfway through").
func (r *reading) sayable(i, hi int) bool {
	if r.within[i] < 0 && r.toks[i].Kind == token.Punct {
		return false
	}
	if !r.is(i, prep) || r.is(i, sub) {
		return true
	}
	for j := i + 1; j < hi && j < i+maxTail && r.tok(j) != ":"; j++ {
		if r.within[j] >= 0 || r.verbal(j) || r.finiteLooking(j) {
			return true
		}
	}
	return false
}

// maxObject bounds the words between a cue and the quoted words in its object.
const maxObject = 12

// quotesSoon reports whether a noun phrase that begins at token i holds quoted words: "called the plan “absurd”".
func (r *reading) quotesSoon(i, hi int) bool {
	for j := i; j < hi && j < i+maxObject; j++ {
		if k := r.within[j]; k >= 0 {
			return !r.claimed[k]
		}
		if r.tok(j) == "," || r.hardBreak(j) || r.verbal(j) || r.is(j, sub) && !r.is(j, prep) {
			return false
		}
	}
	return false
}

// pastAddressee skips the people told: "told reporters in Paris (that)".
func (r *reading) pastAddressee(i, hi int) int {
	if r.is(i, object) {
		return i + 1
	}
	if j := r.pastProgramme(i, hi); j > i || !r.beginsNoun(i) {
		return j
	}
	j, audience := i+1, 0
	for ; j < hi && j < i+maxAddressee; j++ {
		if past := r.pastProgramme(j, hi); past > j {
			return past
		}
		if audience == 0 && r.behindAudience(j) {
			audience = j
		}
		if r.endsAddressee(j, hi) {
			return r.pastListenerClause(j, hi)
		}
		if r.verbal(j) && r.tok(j-1) != "to" {
			break
		}
	}
	switch {
	case j == hi:
		return hi // nothing is left to say
	case audience > 0 && audience < j:
		return audience // told the media | boats had been taken
	}
	return r.pastPaper(i, hi)
}

// pastPaper skips a name with its article that was told something where and when that is told at length, else one word: "told the Herald |
// ahead of a meeting of all the clubs of the coast that".
func (r *reading) pastPaper(i, hi int) int {
	if r.is(i, det) && r.has(i+1, token.Capital) && r.pastPlace(i+2, hi) > i+2 {
		return i + 2
	}
	return i + 1
}

// behindAudience reports whether a noun begins at token j behind another for those who are told things: "told the media | boats had been
// taken".
func (r *reading) behindAudience(j int) bool {
	return r.listens(j-1) && r.beginsNoun(j) && !r.finiteLooking(j)
}

// pastListenerClause skips the relative clause at token i that tells more of who was told, where a clause with "that" follows it: "told a
// woman | who had fled the war | that"; i itself where there is none.
func (r *reading) pastListenerClause(i, hi int) int {
	if r.tok(i) != "who" {
		return i
	}
	for j := i + 2; j < hi && j < i+maxRelative && r.within[j] < 0 && !r.hardBreak(j); j++ {
		if r.tok(j) == "that" && r.words[j-1].verb < 0 && j+1 < hi && !r.verbal(j+1) && !r.finiteLooking(j+1) {
			return j
		}
	}
	return i
}

// pastProgramme skips a programme in quotation marks at i that was told something: "told “Morning Round” that".
func (r *reading) pastProgramme(i, hi int) int {
	if i >= hi || r.within[i] < 0 || !r.nickname(r.within[i]) {
		return i
	}
	past := int(r.stretches[r.within[i]].close) + 1
	if r.tok(r.pastCircumstance(past, hi)) != "that" {
		return i
	}
	return past
}

// maxAddressee bounds the words of an addressee.
const maxAddressee = 12

// listens reports whether token i is a noun for those who are told things.
func (r *reading) listens(i int) bool { return courts[r.tok(i)] || told[r.tok(i)] }

// endsAddressee reports whether token j begins what follows an addressee: the clause, words of time, or a noun
// that no preposition or conjunction ties to the words before.
func (r *reading) endsAddressee(j, hi int) bool {
	switch r.tok(j) {
	case "that", ",", ":":
		return true
	case "to":
		return !r.participle(j-1) || r.isAdverb(j-1) // told those wanting to stay that
	}
	switch {
	case r.namedBehindAudience(j):
		return true
	case r.within[j] >= 0 || r.terminal(j) || r.is(j, timeWord) && !r.has(j+1, token.Clitic) && !r.namedDay(j):
		return true
	case r.is(j, prep):
		return r.occasion(j, hi)
	case r.is(j, sub|relative):
		return true
	}
	return r.is(j, det|possessive|pronoun) && !r.is(j-1, prep|det|possessive|coord) && !r.has(j-1, token.Clitic)
}

// namedBehindAudience reports whether a name or a number begins at token j behind a noun for those who are told things: "told the court
// | Orlo was ill".
func (r *reading) namedBehindAudience(j int) bool {
	return (r.has(j, token.Capital) || r.toks[j].Kind == token.Number) && r.listens(j-1)
}

// namedDay reports whether a word of time at j is a part of a name: the Today of "Radio 4's Today programme".
func (r *reading) namedDay(j int) bool {
	return r.has(j, token.Capital) && j+1 < len(r.toks) && r.toks[j+1].Kind == token.Word && !r.has(j+1, token.Capital) && (r.has(j-1, token.Clitic) || r.is(j-1, det))
}

// pastCircumstance skips when and where something was said: "on Friday", "in a statement", "Thursday".
func (r *reading) pastCircumstance(i, hi int) int {
	for i < hi && r.within[i] < 0 {
		switch {
		case r.dayName(i) || r.saysWhen(i):
			i++
		case r.is(i, timeWord) && r.is(i+1, timeWord) && r.saysWhen(i+1), r.is(i, prep) && r.dayName(i+1):
			i += 2
		case r.pastDayPart(i) > i:
			i = r.pastDayPart(i)
		case r.is(i, prep) && r.occasion(i, hi):
			i = r.pastOccasion(i, hi)
		default:
			past := max(r.pastHere(i, hi), r.pastCondition(i, hi), r.pastReaders(i, hi), r.pastThen(i), r.pastDate(i, hi), r.pastBroadcast(i))
			if past == i {
				return i
			}
			i = past
		}
	}
	return i
}

// pastDayPart skips the part of a day: "late Sunday", "earlier on Friday".
func (r *reading) pastDayPart(i int) int {
	switch {
	case !dayPart[r.tok(i)]:
		return i
	case r.dayName(i + 1):
		return i + 2
	case r.is(i+1, prep) && r.dayName(i+2):
		return i + 3
	}
	return i
}

// dayPart are words that say when on a day.
var dayPart = map[string]bool{"late": true, "early": true, "later": true, "earlier": true}

// pastHere skips the "here" of a correspondent: "said | here on Monday", "told reporters | here | that".
func (r *reading) pastHere(i, hi int) int {
	if r.tok(i) != "here" {
		return i
	}
	if i+1 == hi || r.terminal(i+1) || r.tok(i+1) == "," || r.tok(i+1) == "that" || r.dayName(i+1) || r.is(i+1, timeWord) || r.is(i+1, prep) && r.occasion(i+1, hi) {
		return i + 1
	}
	return i
}

// pastThen skips "at the time".
func (r *reading) pastThen(i int) int {
	if r.tok(i) == "at" && r.tok(i+1) == "the" && r.tok(i+2) == "time" {
		return i + 3
	}
	return i
}

// pastCondition skips the promise under which something was said: "on the condition of anonymity".
func (r *reading) pastCondition(i, hi int) int {
	if !r.is(i, prep) {
		return i
	}
	for j := i + 1; j < hi && j < i+maxPromise && r.within[j] < 0 && r.toks[j].Kind == token.Word; j++ {
		if r.tok(j) == "anonymity" {
			return j + 1
		}
	}
	return i
}

// pastReaders skips for whom a text was written, or whom somebody spoke with: "said in a statement | to the stock exchange | that", "said in
// an interview | with the Herald | that".
func (r *reading) pastReaders(i, hi int) int {
	if r.tok(i) != "to" && r.tok(i) != "with" || !r.is(i-1, venue|written) || !r.thatAhead(i+1, hi, maxAhead) {
		return i
	}
	for r.tok(i) != "that" {
		i++
	}
	return i
}

// pastHearers skips who was told, behind a cue that needs nobody to be: "admitted | to reporters | that".
func (r *reading) pastHearers(i, hi int) int {
	if r.tok(i) != "to" || !r.somebody(i+1) || !r.thatAhead(i+1, hi, maxAhead) {
		return i
	}
	that := i + 1
	for r.tok(that) != "that" {
		that++
	}
	if !r.nobodyTold(that, hi) {
		return i // to meet the mayor that day
	}
	return that
}

// pastPlace skips where and when something was said, up to its "that": "said | in Varn on Tuesday morning | that".
func (r *reading) pastPlace(i, hi int) int {
	switch r.tok(i) {
	case "in", "at", "during", "after", "before", "outside", "near", "via", "through", "inside", "ahead", "following", "amid":
	default:
		return i
	}
	if !r.thatAhead(i+1, hi, maxPlaces) {
		return i
	}
	that := i + 1
	for r.tok(that) != "that" {
		if r.within[that] >= 0 || r.finiteLooking(that) || r.is(that, sub|relative) && !r.is(that, prep) {
			return i
		}
		that++
	}
	if !r.nobodyTold(that, hi) || r.words[that-1].verb >= 0 {
		return i
	}
	return that
}

// somebody reports whether the noun phrase at token i, up to "that", is of people or has a name in it: "to reporters in Varn that".
func (r *reading) somebody(i int) bool {
	if i >= len(r.toks) || r.words[i].verb >= 0 {
		return false // declined to comment
	}
	for end := i + maxAhead; i < end && i < len(r.toks) && r.tok(i) != "that"; i++ {
		if r.is(i, role|object) || r.has(i, token.Capital) && !r.is(i, timeWord) || told[r.tok(i)] {
			return true
		}
	}
	return false
}

// told are the plurals of those to whom news is told.
var told = map[string]bool{
	"reporters": true, "journalists": true, "police": true, "investigators": true, "officers": true, "officials": true, "friends": true, "colleagues": true,
	"lawmakers": true, "viewers": true, "readers": true, "fans": true, "parents": true, "detectives": true, "shareholders": true, "investors": true,
	"supporters": true, "customers": true, "voters": true, "court": true, "media": true, "press": true, "newsmen": true, "workers": true, "members": true,
	"crowd": true, "crowds": true, "audience": true, "gathering": true, "nation": true, "parliament": true, "delegates": true, "students": true,
}

// maxPromise bounds such a promise, in tokens.
const maxPromise = 7

// saysWhen reports whether the word of time at i says when something was said, and is no subject: "yesterday",
// the second word of "last week".
func (r *reading) saysWhen(i int) bool {
	return r.is(i, timeWord) && (r.is(i, adverb) || r.is(i-1, timeWord)) && !r.verbal(i+1) && !r.has(i+1, token.Clitic)
}

// pastOccasion skips the phrase of time or venue whose preposition is token i.
func (r *reading) pastOccasion(i, hi int) int {
	for j := i + 1; j < hi && j < i+maxOccasion; j++ {
		if r.is(j, venue|written) || platforms[r.tok(j)] {
			for j+1 < hi && (r.is(j+1, venue|written) || platforms[r.tok(j+1)] || r.tok(j+1) == "messaging") {
				j++ // at a press | conference, on the Telegram | messaging app
			}
			return j + 1
		}
	}
	return i + 2
}

// infinitiveAfter reports whether a noun phrase at i runs into an infinitive: "urged the council to wait".
func (r *reading) infinitiveAfter(i, hi int) bool {
	for j := i + 1; j < hi && j < i+15; j++ {
		if r.tok(j) == "to" || r.tok(j) == "not" && r.tok(j+1) == "to" {
			return true
		}
		if r.tok(j) == "," || r.hardBreak(j) || r.verbal(j) {
			return false
		}
	}
	return false
}

// clauseFrom reports whether a clause without "that" begins at token i: a subject and a verb after it.
func (r *reading) clauseFrom(i, hi int) bool {
	if r.within[i] >= 0 {
		return true
	}
	if !r.beginsNoun(i) && r.toks[i].Kind != token.Number {
		return false
	}
	for j := i + 1; j < hi && j < i+30; j++ {
		switch {
		case r.endsSubject(j) || r.tok(j) == "to" && j < i+8:
			return false
		case r.verbal(j) && r.tok(j) != "May":
			return true
		case r.is(j, sub) && !r.is(j, prep):
			return false
		}
	}
	return r.is(i, pronoun) && !r.is(i, det)
}

// pastClause reports whether a short subject with an article and a verb in the past follow who was told: "told Norpress | the mills
// wanted “rules”".
func (r *reading) pastClause(i, hi int) bool {
	if !r.is(i, det) {
		return false
	}
	for j := i + 2; j < hi && j < i+maxAddressee && !r.endsSubject(j) && r.within[j] < 0; j++ {
		if r.finiteLooking(j) && r.words[j].verb >= 0 {
			return true
		}
		if r.is(j, prep|sub) {
			return false
		}
	}
	return false
}

// endsSubject reports whether no subject goes on at token j.
func (r *reading) endsSubject(j int) bool {
	return r.tok(j) == "," || r.tok(j) == "that" || r.hardBreak(j) || r.is(j, relative)
}

// turnsDown reports whether what stands at token i, behind a verb of rejection, is what others say: "dismissed | speculation in the
// press that he would leave".
func (r *reading) turnsDown(i, hi int) bool {
	return r.is(i-1, reject) && r.hearsayThat(i, hi)
}

// hearsayThat reports whether a noun for what others say opens a phrase at token i whose clause with "that" follows: "speculation on
// the radio that he had left".
func (r *reading) hearsayThat(i, hi int) bool {
	said := false
	for end := min(hi, i+maxObject); i < end && r.within[i] < 0; i++ {
		switch {
		case said && r.tok(i) == "that":
			return r.beginsNoun(i+1) && !r.verbal(i+1)
		case r.is(i, hearsay):
			said = true
		case r.tok(i) == "," || r.hardBreak(i) || r.verbal(i) || r.words[i].verb >= 0 && r.words[i].forms&ing != 0:
			return false
		}
	}
	return false
}

// inClause reports whether the clause with "that" which a cue opens reaches up to the stretch at token open: "told him that if he wants
// the boats, “come and take them”".
func (r *reading) inClause(g group, open int) bool {
	i := g.last
	if g.verb.takes(addressee) {
		i = r.pastAddressee(i, open)
	}
	return r.tok(i) == "that" && open-i > 3 && r.tok(open-1) == ","
}
