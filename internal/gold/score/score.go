// Package score compares quotes found in labelled articles with their labels.
//
// [Report] matches found and labelled quotes one to one by the words they share. The definitions:
//
//   - exact: all spans equal after punctuation and quotation marks at their ends are taken off;
//   - IoU: words in both over words in either, at least 0.5 or 0.8;
//   - GGT: the share of the labelled words found, above 0.3 or 0.8. A quote found too long costs nothing there, so
//     the figure is only for comparison with the Gender Gap Tracker's;
//   - word: words found and labelled, whatever quote they are in;
//   - what is said of speaker, cue and type counts the quotes matched at IoU 0.5.
//
// A found quote that touches a zone its annotators left undecided, and matches nothing, is neither right nor wrong.
// [Spans] is the metric of CofeNet (Wang et al. 2022): sources, cues and contents each on their own, on that
// project's instances. All offsets count code points.
package score

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"quotidian/internal/gold"
)

// Found is one quote that a program found.
type Found struct {
	Content [][2]int
	Cue     *[2]int
	Source  *[2]int
	Kind    string // direct, mixed or indirect
	Speaker string // the name given, "" for none
}

// ratio counts what is right of what was asked.
type ratio struct{ right, of int }

func (r *ratio) count(right bool) {
	r.of++
	if right {
		r.right++
	}
}

func (r ratio) percent() float64 { return 100 * share(r.right, r.of) }

// share is a quotient, 0 where nothing was asked.
func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Figure counts quotes or words: right, found and labelled.
type Figure struct{ Right, Found, Gold int }

func (f *Figure) add(right, found, gold int) {
	f.Right += right
	f.Found += found
	f.Gold += gold
}

// Rates gives precision, recall and their harmonic mean, each 0 to 1.
func (f Figure) Rates() (p, r, f1 float64) {
	p, r = share(f.Right, f.Found), share(f.Right, f.Gold)
	if p+r > 0 {
		f1 = 2 * p * r / (p + r)
	}
	return p, r, f1
}

// measures are the ways to match, in the order of the report. Candidates are ranked by IoU or by recall; floor is
// the least value that matches, itself included for IoU.
var measures = []struct {
	name   string
	recall bool
	floor  float64
}{{"IoU>=0.8", false, 0.8}, {"IoU>=0.5", false, 0.5}, {"GGT>0.3", true, 0.3}, {"GGT>0.8", true, 0.8}}

// asIoU50 is the measure by whose matches the rest is judged.
const asIoU50 = 1

// Report gathers the figures of one corpus, article by article. The zero value is ready.
type Report struct {
	documents   int
	exact, word Figure
	quotes      [4]Figure // by measure
	overlaps    ratio     // the source shares a code point with the labelled one
	edges       ratio     // the source is the labelled one, trimmed
	names       ratio
	silence     ratio // no speaker where there is none
	cues        ratio
	kinds       ratio
	recall      map[string]*recall
}

// recall is what was found of one kind of quote.
type recall struct{ quotes, sources ratio }

// Add counts one article.
func (r *Report) Add(d *gold.Document, found []Found) {
	if r.recall == nil {
		r.recall = map[string]*recall{}
	}
	a := newArticle(d, found)
	r.documents++
	for k, m := range measures {
		pairs := a.match(m.recall, m.floor)
		r.quotes[k].add(len(pairs), len(found)-a.undecided(pairs), len(d.Quotes))
		if k == asIoU50 {
			r.judge(a, pairs)
		}
	}
	r.exact.add(a.equal(), len(found), len(d.Quotes))
	mine, theirs := union(a.found), union(a.gold)
	r.word.add(common(mine, theirs), len(mine), len(theirs))
}

// judge counts what is said of the quotes that match; pairs leads from labelled to found ones.
func (r *Report) judge(a *article, pairs map[int]int) {
	for i := range a.doc.Quotes {
		q := &a.doc.Quotes[i]
		of := r.kind(q)
		j, ok := pairs[i]
		of.quotes.count(ok)
		if !ok {
			continue
		}
		f := &a.quotes[j]
		if q.Source != nil {
			hit := f.Source != nil && max(q.Source[0], f.Source[0]) < min(q.Source[1], f.Source[1])
			r.overlaps.count(hit)
			of.sources.count(hit)
			r.edges.count(f.Source != nil && a.trim(*f.Source) == a.trim(*q.Source))
		} else {
			r.silence.count(f.Source == nil && f.Speaker == "")
		}
		if q.Speaker != nil && *q.Speaker != "" {
			r.names.count(sameName(*q.Speaker, f.Speaker))
		}
		if q.Cue != nil {
			r.cues.count(f.Cue != nil && max(q.Cue[0], f.Cue[0]) < min(q.Cue[1], f.Cue[1]))
		}
		r.kinds.count(f.Kind == q.Type)
	}
}

// kind gives the counts of quotes like q.
func (r *Report) kind(q *gold.Quote) *recall {
	name := q.Type
	if q.SpeechCue != nil && !*q.SpeechCue {
		name += " (attitude cue)"
	}
	if r.recall[name] == nil {
		r.recall[name] = &recall{}
	}
	return r.recall[name]
}

// String is the report in lines.
func (r *Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d documents\n", r.documents)
	figure := func(name string, f Figure) {
		p, rec, f1 := f.Rates()
		fmt.Fprintf(&b, "  quotes %-9s P %5.1f R %5.1f F1 %5.1f   (%d/%d predicted, %d gold)\n", name, 100*p, 100*rec, 100*f1, f.Right, f.Found, f.Gold)
	}
	figure("exact", r.exact)
	for k, m := range measures {
		figure(m.name, r.quotes[k])
	}
	figure("word", r.word)
	for _, l := range []struct {
		name string
		r    ratio
	}{
		{"speaker span overlaps (of matched)", r.overlaps},
		{"speaker span exact, trimmed", r.edges},
		{"speaker name agrees", r.names},
		{"no speaker given where gold has none", r.silence},
		{"cue overlaps", r.cues},
		{"type agrees", r.kinds},
	} {
		if l.r.of > 0 {
			fmt.Fprintf(&b, "  %-40s %5.1f%%  (%d/%d)\n", l.name, l.r.percent(), l.r.right, l.r.of)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.recall)) {
		k := r.recall[name]
		fmt.Fprintf(&b, "  recall, %-24s %5.1f%%  (%d/%d)", name, k.quotes.percent(), k.quotes.right, k.quotes.of)
		if k.sources.of > 0 {
			fmt.Fprintf(&b, "   speaker %.1f%%", k.sources.percent())
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// match pairs labelled with found quotes, the likest first, each at most once; on a tie the earlier ones.
func (a *article) match(byRecall bool, floor float64) map[int]int {
	value := func(c candidate) float64 {
		if byRecall {
			return c.recall
		}
		return c.iou
	}
	ranked := slices.Clone(a.candidates)
	slices.SortStableFunc(ranked, func(x, y candidate) int { return cmp.Compare(value(y), value(x)) })
	pairs, taken := map[int]int{}, map[int]bool{}
	for _, c := range ranked {
		v := value(c)
		if v < floor || byRecall && v == floor || taken[c.found] {
			continue
		}
		if _, ok := pairs[c.gold]; !ok {
			pairs[c.gold], taken[c.found] = c.found, true
		}
	}
	return pairs
}
