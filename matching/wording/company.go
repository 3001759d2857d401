package wording

import "quotidian/quotes"

// company is what two wordings of one speaker have to do with each other by where they were printed.
type company struct {
	// twice is true when two articles have them, or one article reports and quotes them.
	twice bool
	// apart is the number of articles that quote both, each in its place.
	apart int
	// quoted is true when some article prints either between quotation marks as a whole.
	quoted bool
	// beside is true when one article prints both.
	beside bool
}

// One speaker whom two articles quote, or whom one article first reports and then quotes, mostly said one thing. What
// one article quotes from him in two places is mostly two things, unless it prints the same words again; where two
// articles do so, each quoting the two side by side, it nearly always is.
// An article repeats itself letter by letter, so the bar for the same words is high.
const (
	toldTwice   = 1.2
	quotedApart = -3
	sameAgain   = 0.95
)

func (k company) prior(o *odds) float64 {
	switch {
	case k.apart > 0 && !o.again:
		return quotedApart * float64(min(k.apart, 2))
	case k.beside && o.held&heldStrange != 0:
		return quotedApart
	case k.twice:
		return toldTwice
	}
	return 0
}

// companyOfTwo is that of two single quotes.
func companyOfTwo(a, b *Prepared) company {
	if !sameSpeaker(a, b) || a.Article == "" || b.Article == "" {
		return company{}
	}
	x, y := a.Kind == quotes.Direct, b.Kind == quotes.Direct
	k := company{quoted: x && y, beside: a.Article == b.Article}
	switch {
	case a.Article != b.Article || x != y:
		k.twice = true
	case x:
		k.apart = 1
	}
	return k
}

// printings are the articles that printed a wording, as numbers in order: as a direct quote, or otherwise.
type printings struct{ direct, other []int32 }

// companyOfAll is that of two wordings of one speaker.
func companyOfAll(a, b printings) company {
	k := company{apart: common(a.direct, b.direct), quoted: len(a.direct) > 0 && len(b.direct) > 0}
	k.beside = k.apart+common(a.other, b.other)+common(a.direct, b.other)+common(a.other, b.direct) > 0
	directs, others := len(a.direct)+len(b.direct), len(a.other)+len(b.other)
	switch {
	case len(a.direct)+len(a.other) == 0 || len(b.direct)+len(b.other) == 0:
	case k.apart > 0:
		k.twice = directs > 2 || others > 0
	default:
		k.twice = directs > 0 || others > 2 || a.other[0] != b.other[0]
	}
	return k
}

// common counts what two sorted lists share.
func common(a, b []int32) (n int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n, a, b = n+1, a[1:], b[1:]
		}
	}
	return n
}
