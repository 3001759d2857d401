package wording

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"quotidian/quotes"
)

// bulletins gives n daily reports of one ministry, each in an article of its own and with a number of its own, seven a day.
func bulletins(n int) []Quote {
	out := make([]Quote, n)
	for i := range out {
		day := time.Date(2031, 1, 1+i/7, 0, 0, 0, 0, time.UTC)
		out[i] = Quote{
			ID: fmt.Sprintf("b%05d", i), Article: fmt.Sprint("a", i), Speaker: "ministry", Kind: quotes.Indirect, Published: day,
			Text: fmt.Sprintf("The ministry reported %d new cases on %s, most of them in the northern districts", 200+i*37%9001, day.Weekday()),
		}
	}
	return out
}

// dailyCounts gives n articles, forty a day, that print what a ministry reported that day, each with a word of its own.
func dailyCounts(n int) []Quote {
	words := strings.Fields("mostly chiefly largely new fresh further regions districts provinces northern eastern hill village reported registered found counted")
	rng := rand.New(rand.NewPCG(9, 2))
	out := make([]Quote, n)
	for i := range out {
		day := time.Date(2031, 1, 1+i/40, 0, 0, 0, 0, time.UTC)
		w := strings.Fields(fmt.Sprintf("The ministry has counted %d new cases of the fever since %s in the northern districts where the wells are shut", 200+i/40*37%9001, day.Weekday()))
		for range 1 + rng.IntN(2) {
			if at := rng.IntN(len(w)); w[at][0] > '9' { // whatever they change, they print the number
				w[at] = words[rng.IntN(len(words))]
			}
		}
		out[i] = Quote{
			ID: fmt.Sprintf("c%05d", i), Article: fmt.Sprint("a", i), Speaker: "ministry", Kind: quotes.Indirect, Published: day, Text: strings.Join(w, " "),
		}
	}
	return out
}

// reprints gives n wordings of one sentence that as many outlets printed within ten days: in each some words are left out or others
// stand in their place.
func reprints(n int) []Quote {
	const sentence = "We will not allow the harbour of Brenna to be closed in winter because thousands of families on the islands depend on the ferries " +
		"that bring them their food and their fuel and take their children to school"
	others := strings.Fields("port shut fishermen boats bread carry never coast clinics season town daily oil supplies")
	rng := rand.New(rand.NewPCG(5, 8))
	out := make([]Quote, n)
	for i := range out {
		w := strings.Fields(sentence)
		for range 1 + rng.IntN(3) {
			at := rng.IntN(len(w))
			if rng.IntN(2) == 0 {
				w[at] = others[rng.IntN(len(others))]
			} else {
				w = append(w[:at], w[at+1:]...)
			}
		}
		out[i] = Quote{
			ID: fmt.Sprintf("r%05d", i), Article: fmt.Sprint("a", i), Speaker: "orlo", Kind: quotes.Direct,
			Published: time.Date(2031, 1, 1+rng.IntN(10), 0, 0, 0, 0, time.UTC), Text: "“" + strings.Join(w, " ") + "”",
		}
	}
	return out
}

// biggest gives the size of the statement with most quotes.
func biggest(r Result) (n int) {
	for _, s := range r.Statements {
		n = max(n, len(s.Members))
	}
	return n
}

// pairs counts the pairs of nodes that were found to score.
func (j *Joiner) pairs() (n int) {
	for i := range j.nodes {
		n += len(j.nodes[i].edges)
	}
	return n / 2
}

// TestThrong: wordings of one sentence that come in hundreds are one statement, though few of them are compared with each other.
func TestThrong(t *testing.T) {
	const n, most = 400, 3 * spokenFor * spokenFor
	j := filled(reprints(n))
	if r := j.Result(nil, Careful); biggest(r) < n*99/100 || j.pairs() > most {
		t.Errorf("%d of %d are one statement by %d pairs, of which %d are enough", biggest(r), n, j.pairs(), most)
	}
}

// TestThrongsOfDays: what a ministry reports each day is one statement a day, however many print it, each in words of its own.
func TestThrongsOfDays(t *testing.T) {
	j := filled(dailyCounts(400))
	if r := j.Result(nil, Careful); len(r.Statements) != 10 {
		t.Errorf("%d statements of ten days", len(r.Statements))
	}
}

// TestThrongHearsTheFew: where hundreds print one number, those who print another are still compared with them and with each other.
func TestThrongHearsTheFew(t *testing.T) {
	qs := reprints(400)
	for i := range qs {
		qs[i].Published = qs[0].Published
		number := "214"
		if i%80 == 7 {
			number = "241"
		}
		qs[i].Text = strings.Replace(qs[i].Text, "families", number+" families", 1)
	}
	j := filled(qs)
	r := j.Result(nil, Careful)
	of := map[int]bool{}
	for k, s := range r.Statements {
		for _, m := range s.Members {
			if strings.Contains(qs[m].Text, "241") {
				of[k] = true
			}
		}
	}
	if len(of) != 1 {
		t.Errorf("the few are %d statements", len(of))
	}
}

// TestThrongAnyOrder: which wordings speak for a throng depends on what there is, not on the order in which it came, nor on what was
// recorded between; also where so much was said that windows narrow.
func TestThrongAnyOrder(t *testing.T) {
	printed := map[string]bool{}
	pool := slices.DeleteFunc(slices.Concat(reprints(120), dailyCounts(120), story), func(q Quote) bool {
		key := q.Text + q.Published.String()
		defer func() { printed[key] = true }()
		return printed[key]
	})
	rng := rand.New(rand.NewPCG(7, 7))
	for _, most := range []int{thronged, 100} {
		want := edgesAt(t, most, pool, []int{len(pool)})
		joined, r := divide(pool, nil, Careful)
		for range 2 {
			qs := slices.Clone(pool)
			rng.Shuffle(len(qs), func(i, k int) { qs[i], qs[k] = qs[k], qs[i] })
			steps := []int{90 + rng.IntN(100), len(qs)}
			if got := edgesAt(t, most, qs, steps); !slices.Equal(got, want) {
				t.Errorf("%d looked at: %d pairs by and by, %d at once", most, len(got), len(want))
			}
			got, again := divide(qs, nil, Careful)
			if d := cmp.Diff(joined, got); d != "" || len(r.Proposals) != len(again.Proposals) {
				t.Errorf("%d proposals and %d; statements (-sorted +shuffled):\n%s", len(r.Proposals), len(again.Proposals), d)
			}
		}
	}
}

// TestHostOfEqualOnes: which of two hosts that are as near takes an echo does not depend on which of them was added first.
func TestHostOfEqualOnes(t *testing.T) {
	const text = "“We will not allow the harbour of Brenna to be closed in winter because thousands of families depend on the ferries”"
	qs := make([]Quote, 3)
	for i, day := range []int{2, 1, 3} { // the echo was said between two hosts of the same words
		qs[i] = Quote{
			ID: fmt.Sprint("q", day), Article: fmt.Sprint("a", day), Speaker: "orlo", Kind: quotes.Direct, Text: text,
			Published: time.Date(2031, 1, day, 0, 0, 0, 0, time.UTC),
		}
	}
	j := filled(qs)
	g := newGrouping(j, nil, Careful)
	one, ok := g.hostAmong(g.place[0], []int32{1, 2})
	other, also := g.hostAmong(g.place[0], []int32{2, 1})
	if !ok || !also || one.to != other.to {
		t.Errorf("%v %v: place %d, and %d the other way round", ok, also, one.to, other.to)
	}
}

// BenchmarkThrong joins wordings of one sentence that come in hundreds and thousands; docs/matching.md has its times.
func BenchmarkThrong(b *testing.B) {
	for _, c := range []struct {
		name string
		make func(n int) []Quote
	}{{"bulletins", bulletins}, {"counts", dailyCounts}, {"reprints", reprints}} {
		for _, n := range []int{500, 1000, 2000, 4000, 10000} {
			qs := c.make(n)
			b.Run(fmt.Sprint(c.name, "/", n), func(b *testing.B) {
				for b.Loop() {
					r := filled(qs).Result(nil, Careful)
					b.ReportMetric(float64(len(r.Statements)), "statements")
				}
			})
		}
	}
}
