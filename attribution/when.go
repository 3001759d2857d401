package attribution

import (
	"strings"

	"quotidian/articles/token"
)

// What stands beside a source and says when or how somebody speaks is no part of whom it names: "the ministry | on Thursday", "the author |
// angrily", "late in May | Ana Orlo".

// withoutWhen gives where a source [first, last) ends without it.
func (r *reading) withoutWhen(first, last int) int {
	for last-first > 1 {
		k := r.whenAt(first, last-1)
		if k <= first || k >= last || !r.closesNoun(k-1) {
			return last
		}
		last = k
	}
	return last
}

// closesNoun reports whether token k can end a noun phrase, and is no participle to which a time belongs: "a report released | on Monday".
func (r *reading) closesNoun(k int) bool {
	if r.mentionAt[k] != 0 {
		return true
	}
	if r.toks[k].Kind != token.Word || r.toks[k].Has(token.Clitic) || r.participle(k) || givenOut[r.word(k)] {
		return false
	}
	return r.class[k]&(function|speaking) == 0 || r.class[k]&(office|kin|anybody|plural|body|document) != 0
}

// givenOut are participles and what stands behind them that do not end as others do.
var givenOut = map[string]bool{"made": true, "held": true, "sent": true, "given": true, "taken": true, "written": true, "seen": true, "public": true, "out": true, "late": true, "early": true}

// whenAt gives where the words begin that say when or how, if they end with token k; k+1 where there are none.
func (r *reading) whenAt(first, k int) int {
	w := r.word(k)
	switch {
	case k <= first || r.mentionAt[k] != 0:
		return k + 1
	case r.mannerly(k):
		return k
	case w == "ago", w == "time":
		return r.agoAt(first, k)
	case spans[w] && (r.lastOrThis(k-1) || r.is(k-1, calendar)):
		return r.dayAt(k - 1)
	case r.toks[k].Kind == token.Number && r.is(k-1, calendar):
		return r.dayAt(k - 1)
	case !r.is(k, calendar) || !r.toks[k].Has(token.Capital):
		return k + 1
	}
	if r.lastOrThis(k - 1) {
		k--
	}
	return r.dayAt(k)
}

// mannerly reports whether token k is an adverb, listed here or by its ending and known as no noun: "thus", "angrily".
func (r *reading) mannerly(k int) bool {
	w := r.word(k)
	return manners[w] || strings.HasSuffix(w, "ly") && len(w) > 5 && r.class[k]&^function == 0 && !nounsInLy[w]
}

// lastOrThis reports whether token k tells which one a month or a week is.
func (r *reading) lastOrThis(k int) bool { return r.word(k) == "last" || r.word(k) == "this" }

// dayAt takes the preposition along that leads to a day, or the "earlier" before it, at token k.
func (r *reading) dayAt(k int) int {
	switch r.lower(max(k-1, 0)) {
	case "on", "in", "since", "earlier", "late", "early":
		return k - 1
	}
	return k
}

// agoAt gives where a time begins that the "ago" or the "time" at token k ends: "a few weeks ago", "at the time".
func (r *reading) agoAt(first, k int) int {
	if r.word(k) == "time" {
		if k-2 > first && r.word(k-1) == "the" && r.word(k-2) == "at" {
			return k - 2
		}
		return k + 1
	}
	for i := k - 1; i > first && i >= k-maxLabel; i-- {
		if r.word(i) == "a" || r.toks[i].Kind == token.Number || r.is(i, counting) && r.word(i-1) != "a" {
			return i
		}
	}
	return k + 1
}

// behindWhen leaves out the time with which a source begins, where the name of somebody follows: "late in May | Ana Orlo".
func (r *reading) behindWhen(first, last int) int {
	k := first
	for k < last && (leadsWhen[r.lower(k)] || r.is(k, calendar) && r.mentionAt[k] == 0 || r.toks[k].Kind == token.Number && k > first) {
		k++
	}
	if k > first+1 && k < last && (r.mentionAt[k] != 0 || r.definite(k)) && r.is(k-1, calendar) {
		return k
	}
	return first
}

// behindClause leaves out the clause before an "and" that closes with a time, since nobody says when a party of a pair is one: "the bill cleared
// Parliament last night and | Mrs Orlo".
func (r *reading) behindClause(first, last int) int {
	for k := first + 2; k+1 < last; k++ {
		if w := r.word(k); (w == "and" || w == "but") && r.whenAt(first, k-1) < k && !manners[r.word(k-1)] {
			return k + 1
		}
	}
	return first
}

var (
	manners   = wordSet("also thus then further again later reportedly")
	spans     = wordSet("week month year night weekend morning afternoon evening summer winter spring autumn fall")
	leadsWhen = wordSet("late early later earlier in on of last this")
	nounsInLy = wordSet("family assembly monopoly anomaly supply reply homily elderly friendly butterfly")
)
