package wording

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"quotidian/internal/scale"
	"quotidian/matching/wording/canon"
)

var scaleSizes = flag.String("scale", "", "numbers of quotes, as in 10000,100000: join them and print the table of docs/matching.md")

// maker makes quotes with the word frequencies and lengths of news: words drawn one by one from labelled news sentences.
// One in five retells an earlier one with words changed or left out. Speakers say about twenty each, within three years.
type maker struct {
	words   []string
	lengths []int
	rng     *rand.Rand
	all     int // quotes in all
}

func newMaker(tb testing.TB, n int) *maker {
	f, err := os.Open("../../../shared/data/wordings/train.jsonl")
	if err != nil {
		tb.Skip("skipped: no ../shared/data")
	}
	defer f.Close()
	m := &maker{rng: rand.New(rand.NewPCG(3, 1)), all: n}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var t struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			tb.Fatal(err)
		}
		w := strings.Fields(t.Text)
		m.words, m.lengths = append(m.words, w...), append(m.lengths, len(w))
	}
	return m
}

// quote makes quote i; earlier gives those before it.
func (m *maker) quote(i int, earlier func(i int) Quote) (q Quote) {
	if i > 0 && m.rng.IntN(5) == 0 {
		q = earlier(m.rng.IntN(i))
		w := strings.Fields(q.Text)
		w[m.rng.IntN(len(w))] = m.words[m.rng.IntN(len(m.words))]
		q.Text = strings.Join(w[:max(1, len(w)-m.rng.IntN(4))], " ")
	} else {
		w := make([]string, m.lengths[m.rng.IntN(len(m.lengths))])
		for k := range w {
			w[k] = m.words[m.rng.IntN(len(m.words))]
		}
		q.Text = strings.Join(w, " ")
		q.Speaker = "s" + strconv.Itoa(m.rng.IntN(1+m.all/20))
		q.Published = time.Date(2031, 1, 1+m.rng.IntN(1000), 0, 0, 0, 0, time.UTC)
	}
	q.ID = "q" + strconv.Itoa(i)
	return q
}

// made makes n quotes.
func made(tb testing.TB, n int) []Quote {
	m := newMaker(tb, n)
	out := make([]Quote, n)
	for i := range out {
		out[i] = m.quote(i, func(i int) Quote { return out[i] })
	}
	return out
}

// madeAtOnce is how many quotes are made before they are added, so that of millions none is held twice.
const madeAtOnce = 1 << 12

// fill adds quotes from one number to another, made as they are needed, and gives the time that adding took, and how
// many bytes their texts and ids have.
func (m *maker) fill(j *Joiner, from, to int) (spent lap, bytes int) {
	for from < to {
		var some []Quote
		for i := from; i < min(from+madeAtOnce, to); i++ {
			q := m.quote(i, func(i int) Quote {
				if i >= from {
					return some[i-from]
				}
				return j.quoteAt(i)
			})
			some = append(some, q)
			bytes += len(q.Text) + len(q.ID)
		}
		spent.add(stopwatch(func() {
			for _, q := range some {
				j.Add(q)
			}
		}))
		from += len(some)
	}
	spent.add(stopwatch(j.filing.sort))
	return spent, bytes
}

// quoteAt gives what was added as number i.
func (j *Joiner) quoteAt(i int) Quote {
	e := &j.quotes[i]
	return Quote{Text: e.text, Speaker: j.speakers.string(e.speaker), Published: time.Unix(int64(e.day)*secondsADay, 0).UTC()}
}

// minHashUpTo is the number of quotes beyond which the MinHash join is left out: its signatures take a third of a kilobyte each.
const minHashUpTo = 3_000_000

// TestScale prints how processor time and memory grow with the number of quotes, beside a MinHash join of the same
// texts in the same run. Texts and ids, and making them, are not counted.
func TestScale(t *testing.T) {
	sizes := scale.Sizes(t, "scale", *scaleSizes)
	fmt.Println("| quotes | prepared and filed a second | one more: median | mean | 99 of 100 under | memory a quote | resident | joined | clock | MinHash join | clock |")
	for _, n := range sizes {
		m := newMaker(t, n+latencies)
		empty, there := scale.Live(), resident(t)
		j := NewJoiner()
		filed, texts := m.fill(j, 0, n)
		joined := filed
		if n <= joinedUpTo {
			joined.add(stopwatch(j.link))
		}
		j.assume()
		bytes, held := (float64(scale.Live()-empty)-float64(texts))/float64(n), (resident(t)-there-float64(texts))/float64(n)
		spent := oneByOne(j, m, n)
		minHash := "– | –"
		if n <= minHashUpTo {
			l := stopwatch(func() { minHashJoin(n, func(i int) string { return j.quotes[i].text }) })
			minHash = fmt.Sprintf("%.1f s | %.1f s", l.cpu.Seconds(), l.clock.Seconds())
		}
		fmt.Printf("| %d | %.0f | %.2f ms | %.2f ms | %.2f ms | %.0f B | %.0f B | %s | %s |\n", n, float64(n)/filed.cpu.Seconds(),
			scale.Milli(spent[len(spent)/2]), scale.Milli(mean(spent)), scale.Milli(spent[len(spent)*99/100]), bytes, held, joined.of(n), minHash)
		runtime.KeepAlive(j)
	}
}

// lap is the processor time and the time on the clock that something took.
type lap struct{ cpu, clock time.Duration }

func stopwatch(do func()) lap {
	cpu, clock := scale.CPU(), time.Now()
	do()
	return lap{scale.CPU() - cpu, time.Since(clock)}
}

func (l *lap) add(m lap) { l.cpu, l.clock = l.cpu+m.cpu, l.clock+m.clock }

// of prints what joining n quotes took, nothing where so many are not joined.
func (l lap) of(n int) string {
	if n > joinedUpTo {
		return "– | –"
	}
	return fmt.Sprintf("%.1f s | %.1f s", l.cpu.Seconds(), l.clock.Seconds())
}

func mean(all []time.Duration) (sum time.Duration) {
	for _, d := range all {
		sum += d
	}
	return sum / time.Duration(len(all))
}

// resident is the memory that the process holds, in bytes, once what it does not need was given back; 0 where the
// system does not say.
func resident(tb testing.TB) float64 {
	debug.FreeOSMemory()
	raw, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	pages, err := strconv.Atoi(strings.Fields(string(raw))[1])
	if err != nil {
		tb.Fatal(err)
	}
	return float64(pages * os.Getpagesize())
}

// filled gives a joiner to which quotes were added, and in which their keys can be found.
func filled(qs []Quote) *Joiner {
	j := NewJoiner()
	for _, q := range qs {
		j.Add(q)
	}
	j.filing.sort()
	return j
}

// Beyond joinedUpTo quotes only the filing is done, and what one more quote costs then: the join of so many is a
// matter of that times their number.
const joinedUpTo = 200_000

// assume takes what was added but not yet compared for compared.
func (j *Joiner) assume() {
	for n := j.linked; n < int32(len(j.nodes)); n++ {
		j.enrol(n)
	}
	j.linked = int32(len(j.nodes))
}

// latencies is how many quotes are added one by one to measure how long one takes.
const latencies = 2000

// oneByOne gives the times that adding a quote and comparing it with all takes, in order of length.
func oneByOne(j *Joiner, m *maker, from int) []time.Duration {
	var out []time.Duration
	for i := range latencies {
		q := m.quote(from+i, func(i int) Quote { return j.quoteAt(i) })
		began := scale.CPU()
		j.Add(q)
		j.link()
		out = append(out, scale.CPU()-began)
	}
	slices.Sort(out)
	return out
}

// MinHash with 16 bands of 4 rows finds nine of ten pairs that share half of their word pairs.
const bands, bandRows = 16, 4

// minHashJoin is the usual near-duplicate join: signatures of word pairs, banded, pairs of one band verified by the
// share of the signature that agrees. It gives the number of pairs found.
func minHashJoin(n int, text func(i int) string) (pairs int) {
	sigs := make([][bands * bandRows]uint32, n)
	for i := range sigs {
		sigs[i] = signature(strings.Fields(strings.ToLower(text(i))))
	}
	for b := range bands {
		buckets := map[[bandRows]uint32][]int32{}
		for i := range sigs {
			key := [bandRows]uint32(sigs[i][b*bandRows:])
			for _, k := range buckets[key] {
				agree := 0
				for r, x := range sigs[i] {
					if x == sigs[k][r] {
						agree++
					}
				}
				if agree >= len(sigs[i])/2 {
					pairs++
				}
			}
			buckets[key] = append(buckets[key], int32(i))
		}
	}
	return pairs
}

func signature(words []string) (sig [bands * bandRows]uint32) {
	for r := range sig {
		sig[r] = math.MaxUint32
	}
	for i := range words {
		h := canon.HashString(strings.Join(words[i:min(i+2, len(words))], " "))
		for r := range sig {
			h = (h ^ h>>29) * 0x9E3779B97F4A7C15
			sig[r] = min(sig[r], uint32(h>>32))
		}
	}
	return sig
}

func BenchmarkPrepare(b *testing.B) {
	qs := made(b, 2000)
	c := NewComparer()
	for i := 0; b.Loop(); i++ {
		c.Prepare(qs[i%len(qs)])
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "quotes/s")
}

// BenchmarkAdd prepares and files quotes; nothing is compared.
func BenchmarkAdd(b *testing.B) {
	qs := made(b, 20000)
	n := 0
	for b.Loop() {
		filled(qs)
		n += len(qs)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "quotes/s")
}

// BenchmarkQueryAndAdd adds one more quote to 20,000 and compares it with them.
func BenchmarkQueryAndAdd(b *testing.B) {
	const there = 20000
	qs := made(b, there+5000)
	j := filled(qs[:there])
	j.link()
	for i := 0; b.Loop(); i++ {
		q := qs[there+i%5000]
		q.ID += "." + strconv.Itoa(i)
		j.Add(q)
		j.link()
	}
}

func BenchmarkScore(b *testing.B) {
	c := NewComparer()
	x, y := c.Prepare(story[0]), c.Prepare(story[3])
	for b.Loop() {
		c.Score(x, y)
	}
}

// TestLongTextsAreBounded: of two speeches too long to be compared word by word the beginnings are, and nothing is lost of what
// follows.
func TestLongTextsAreBounded(t *testing.T) {
	words := func(n int, first string) string {
		parts := []string{first}
		for i := range n {
			parts = append(parts, fmt.Sprintf("word%d", i))
		}
		return strings.Join(parts, " ")
	}
	same := words(9000, "Harbours")
	for _, other := range []string{same + " end", words(9000, "Bridges"), words(5000, "Ferries")} {
		c := NewComparer()
		a, b := c.Prepare(Quote{Text: same}), c.Prepare(Quote{Text: other})
		got := c.Compare(a, b)
		if !TooLong(a, b) || got.Best() < 0.9 || got.Best() != c.Score(b, a).Best() {
			t.Errorf("%.20q: %v", other, got.Score)
		}
		var from, to []string
		for _, r := range got.Diff {
			from, to = append(from, r.A), append(to, r.B)
		}
		flat := func(parts []string) string { return strings.Join(strings.Fields(strings.Join(parts, " ")), " ") }
		if flat(from) != same || flat(to) != other {
			t.Errorf("%.20q: the diff lacks words", other)
		}
	}
}
