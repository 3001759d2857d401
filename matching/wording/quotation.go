package wording

import (
	"strings"
	"time"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
	"quotidian/quotes"
)

// quotation is a stretch of words that two texts share, each between its quotation marks, but for a function word that came or went
// in it ("as I understood it at the time").
type quotation struct {
	mass    float32 // the weight of its words that are no names
	telling int     // how many of these tell something
	words   int     // how many there are in all
	a, b    int32   // where it begins in each text
	// whole is true when it holds all that one of the two prints between a pair of marks, or a sentence of that.
	whole bool
	// both is true when it is so in both.
	both bool
}

// sharedQuotation gives the weightiest stretch of words that both texts print between quotation marks, in one order. Outlets share
// what somebody said, and each puts words of its own around it.
func (c *Comparer) sharedQuotation(a, b *Prepared) (best quotation) {
	n := len(b.text.Words)
	if len(a.text.Words)*n > mostShared {
		return quotation{}
	}
	before, last, now := c.shared.rows(n + 2)
	var endA, endB int
	for i, w := range a.text.Words {
		clear(now)
		if a.inQuotes(i) {
			for j, v := range b.text.Words {
				if v.Key != w.Key || !b.inQuotes(j) {
					continue
				}
				q := last[j+1] // of the words before both
				if x := last[j]; stopBefore(b.text, j) && x.mass > q.mass {
					q = x
				}
				if x := before[j+1]; stopBefore(a.text, i) && x.mass > q.mass {
					q = x
				}
				q.take(a.text, b.text, i, j)
				now[j+2] = q
				if q.beats(&best) {
					best, endA, endB = q, i+1, j+1
				}
			}
		}
		before, last, now = last, now, before
	}
	x, y := a.wholeBetween(int(best.a), endA), b.wholeBetween(int(best.b), endB)
	best.whole, best.both = x || y, x && y
	return best
}

// stopBefore reports whether a function word stands before word i.
func stopBefore(t *pair.Text, i int) bool { return i > 0 && t.Words[i-1].Has(canon.Stop) }

// beats reports whether a stretch is the weightier one, or the longer of two that weigh alike, since a name weighs nothing.
func (q *quotation) beats(other *quotation) bool {
	return q.mass > other.mass || q.mass == other.mass && q.words > other.words
}

// take adds word i of the first text, which is word j of the second. What either prints small is no name: headlines have capitals.
func (q *quotation) take(a, b *pair.Text, i, j int) {
	if q.words == 0 {
		q.a, q.b = int32(i), int32(j)
	}
	q.words++
	if w, v := a.Words[i], b.Words[j]; plain(w) || plain(v) {
		q.mass += min(a.Weight[i], b.Weight[j])
		if telling(w) {
			q.telling++
		}
	}
}

// plain reports whether a word is no name, as far as its capital tells.
func plain(w canon.Word) bool {
	return !w.Has(canon.Named) && (!w.Has(canon.Capital) || w.Has(canon.Opens))
}

// wholeBetween reports whether the words [begin,end) hold a whole sentence, or all that stands between two marks.
func (p *Prepared) wholeBetween(begin, end int) bool {
	first := -1
	for i := begin; i <= end; i++ {
		if !p.bound(i) {
			continue
		}
		if first >= 0 && i > first {
			return true
		}
		first = i
	}
	return false
}

// inQuotes reports whether word i stands between quotation marks, whatever the kind of the quote: a long report with three quoted words
// in it may count as reported speech.
func (p *Prepared) inQuotes(i int) bool {
	return p.Kind == quotes.Direct || p.text.Words[i].Has(canon.Quoted)
}

// bound reports whether something begins or ends at word i that is printed between quotation marks: the quotation, or a sentence in it.
func (p *Prepared) bound(i int) bool {
	if i == 0 || i == len(p.text.Words) || p.inQuotes(i) != p.inQuotes(i-1) || sentenceBegins(p.text, i) {
		return true
	}
	return strings.ContainsAny(gapBefore(p.text, i), "\"“”")
}

// mostShared bounds the pairs of words among which a shared stretch is looked for.
const mostShared = 1 << 20

// sharedRows is memory for three rows of stretches.
type sharedRows [3][]quotation

func (s *sharedRows) rows(n int) (x, y, z []quotation) {
	for k := range s {
		if len(s[k]) < n {
			s[k] = make([]quotation, n)
		}
		clear(s[k][:n])
	}
	return s[0][:n], s[1][:n], s[2][:n]
}

// strange reports whether hardly any of what either text quotes stands between the marks of the other, where each quotes more than a word.
func (q quotation) strange(a, b *Prepared) bool {
	const hardly = 0.3
	x, nx := a.inMarks()
	y, ny := b.inMarks()
	return min(nx, ny) >= leastQuotedWords && q.mass < hardly*min(x, y)
}

// otherMarks reports whether two quotes, one of them a report, print other things between their marks: hardly a word there is like one in
// the marks of the other, be it in other words.
func otherMarks(a, b *Prepared) bool {
	if a.Kind != quotes.Mixed && b.Kind != quotes.Mixed {
		return false
	}
	const hardly = 0.3
	x, nx := a.inMarks()
	y, ny := b.inMarks()
	if min(nx, ny) < leastQuotedWords {
		return false
	}
	if x > y {
		a, b, x = b, a, y
	}
	var alike float32
	for i, w := range a.text.Words {
		if telling(w) && a.inQuotes(i) && plain(w) && b.quotesLike(a.text, i) {
			alike += a.text.Weight[i]
		}
	}
	return alike < hardly*x
}

// quotesLike reports whether word i of another text is like one that stands between quotation marks.
func (p *Prepared) quotesLike(t *pair.Text, i int) bool {
	for j := range p.text.Words {
		if p.inQuotes(j) && pair.Likeness(t, i, p.text, j) >= unkindred {
			return true
		}
	}
	return false
}

// inMarks weighs and counts the telling words that stand between quotation marks and are no names.
func (p *Prepared) inMarks() (mass float32, n int) {
	for i, w := range p.text.Words {
		if telling(w) && p.inQuotes(i) && plain(w) {
			mass += p.text.Weight[i]
			n++
		}
	}
	return mass, n
}

// quotesAny reports whether anything in it stands between quotation marks.
func (p *Prepared) quotesAny() bool {
	for i := range p.text.Words {
		if p.inQuotes(i) {
			return true
		}
	}
	return false
}

// The least mass of shared quoted words, names aside: of one speaker within some days, and at any time; of one who is known beside one
// who is not, and of two. Two words that one man says every month ("fake news") tell of one utterance only in the news of those days.
const (
	leastOwnQuoted, leastOwnQuotedLater   = 14, 30
	leastStrangeQuoted, leastOthersQuoted = 25, 36
	quotedTogether                        = 4 // days
	leastQuotedWords                      = 2 // that tell
	sentenceWords                         = 5 // of a sentence, which may be of common words; their mass is leastSentence
	leastSentence                         = 12
	leastBoth                             = 8  // of all that both print between marks
	leastRetold                           = 11 // of what two quote who tell half of the rest alike
)

// together reports whether two quotes were printed within some days, as far as it is known.
func together(a, b *Prepared) bool {
	return a.Published.IsZero() || b.Published.IsZero() || a.Published.Sub(b.Published).Abs() <= quotedTogether*24*time.Hour
}

// tells reports whether what two texts quote alike says something by itself, and is not only a name or a term that both use.
func (q quotation) tells() bool {
	return q.whole && (q.telling >= leastQuotedWords && q.mass >= leastOwnQuoted || q.words >= sentenceWords && q.mass >= leastSentence)
}

// tellsOwn reports whether what does not tell by itself does where one speaker is quoted with it within some days: a sentence's worth of common words, where
// neither prints more between the marks, or two words in reports that tell half of all else alike.
func (q quotation) tellsOwn(a, b *Prepared) bool {
	const half = 0.5
	return q.both && q.words >= sentenceWords && q.mass >= leastBoth ||
		q.whole && q.telling >= leastQuotedWords && q.mass >= leastRetold && toldShare(a.text, b.text) >= half
}

// The log odds that texts which share so much that is quoted report one utterance. Words that outlets give to two people are seldom
// two people's words, but it may be one who repeats the other. What one article quotes in two places needs more than few words.
const (
	ownQuotedOdds, strangeQuotedOdds, othersQuotedOdds = 4.5, 4, 1.5
	fewQuotedOdds, manyQuotedOdds                      = 3.5, 6
)

// odds gives the log odds that two texts report one utterance by the words that both quote; ok is false where these do not tell.
func (q quotation) odds(a, b *Prepared) (x float64, ok bool) {
	near := !a.Published.IsZero() && !b.Published.IsZero() && together(a, b)
	if sameSpeaker(a, b) {
		x = q.ownOdds(a, b, near)
	} else if near && q.tells() && q.mass >= leastStrangeQuoted {
		x = othersQuotedOdds
		if !twoSpeakers(a, b) || q.mass >= leastOthersQuoted {
			x = strangeQuotedOdds
		}
	}
	if x == 0 {
		return 0, false
	}
	return x + timePrior(a, b), true
}

// ownOdds is odds for one speaker, before the dates; near says that both were printed within some days. It is 0 where the words that both
// quote do not tell.
func (q quotation) ownOdds(a, b *Prepared, near bool) float64 {
	switch {
	case q.tells() && q.mass >= leastOwnQuotedLater:
		return manyQuotedOdds
	case near && q.tells():
		return ownQuotedOdds + toldShare(a.text, b.text) // of two wholes the one that tells more of the same
	case near && q.tellsOwn(a, b):
		return fewQuotedOdds + toldShare(a.text, b.text)
	}
	return 0
}
