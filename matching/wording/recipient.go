package wording

import (
	"fmt"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// transferReach is how many words after a verb of transfer its "to" may stand.
const transferReach = 9

// recipients names changes of to whom: another party after the "to" of a verb of transfer, or one where the first
// wording named none. A recipient left out is left to trimming.
func (f *finder) recipients() {
	a, b := f.receiver(f.a), f.receiver(f.b)
	if b.empty() || !a.empty() && f.alike(a, b) {
		return
	}
	if a.empty() && f.mentions(b) {
		return
	}
	to := plainly(f.b, b.begin, b.end)
	if a.empty() {
		f.add(Recipient, "", to, fmt.Sprintf("names whom it went to: “%s”", to))
		return
	}
	from := plainly(f.a, a.begin, a.end)
	f.add(Recipient, from, to, fmt.Sprintf("“%s” became “%s”: someone else receives", from, to))
}

// phrase is a stretch of words [begin,end).
type phrase struct{ begin, end int }

func (p phrase) empty() bool { return p.end <= p.begin }

// receiver finds the first "to" with a party behind it after a verb of transfer.
func (f *finder) receiver(t *pair.Text) phrase {
	last := -transferReach - 1
	for i, w := range t.Words {
		if f.lists.transfer[w.Key] {
			last = i
		}
		if w.Tag != canon.To || i-last > transferReach {
			continue
		}
		if p := nounPhrase(t, i+1); !p.empty() {
			return phrase{i, p.end}
		}
	}
	return phrase{}
}

// nounPhrase reads articles and then telling words with a party among them.
func nounPhrase(t *pair.Text, i int) phrase {
	begin, found := i, false
	for i < len(t.Words) && i < begin+2 && !telling(t.Words[i]) && t.Words[i].Tag == canon.NoTag {
		i++
	}
	for i < len(t.Words) && i < begin+5 && telling(t.Words[i]) && (i == begin || !punctuated(t, i)) {
		found = found || party(t, i)
		i++
	}
	if !found {
		return phrase{}
	}
	return phrase{begin, i}
}

// punctuated reports whether a punctuation mark stands before word i.
func punctuated(t *pair.Text, i int) bool {
	return strings.ContainsAny(gapBefore(t, i), ",;:.()")
}

// alike reports whether two phrases share a telling word or one close in meaning.
func (f *finder) alike(a, b phrase) bool {
	for i := a.begin; i < a.end; i++ {
		if telling(f.a.Words[i]) && f.oneParty(i, b.begin, b.end) {
			return true
		}
	}
	return false
}

// mentions reports whether the first text has a telling word of the phrase anywhere.
func (f *finder) mentions(b phrase) bool {
	for j := b.begin; j < b.end; j++ {
		if telling(f.b.Words[j]) && f.align.Back[j] >= equivalent {
			return true
		}
	}
	return false
}
