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

// made makes n quotes with the word frequencies and lengths of news: words drawn one by one from labelled news
// sentences. One in five retells an earlier one with words changed or left out. Speakers say about twenty each, within
// three years.
func made(tb testing.TB, n int) []Quote {
	f, err := os.Open("../../../shared/data/wordings/train.jsonl")
	if err != nil {
		tb.Skip("skipped: no ../shared/data")
	}
	defer f.Close()
	var words []string
	var lengths []int
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var t struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			tb.Fatal(err)
		}
		w := strings.Fields(t.Text)
		words, lengths = append(words, w...), append(lengths, len(w))
	}
	rng := rand.New(rand.NewPCG(3, 1))
	out := make([]Quote, n)
	for i := range out {
		q := &out[i]
		q.ID = "q" + strconv.Itoa(i)
		if i > 0 && rng.IntN(5) == 0 {
			*q = out[rng.IntN(i)]
			q.ID = "q" + strconv.Itoa(i)
			w := strings.Fields(q.Text)
			w[rng.IntN(len(w))] = words[rng.IntN(len(words))]
			q.Text = strings.Join(w[:max(1, len(w)-rng.IntN(4))], " ")
			continue
		}
		w := make([]string, lengths[rng.IntN(len(lengths))])
		for k := range w {
			w[k] = words[rng.IntN(len(words))]
		}
		q.Text = strings.Join(w, " ")
		q.Speaker = "s" + strconv.Itoa(rng.IntN(1+n/20))
		q.Published = time.Date(2031, 1, 1+rng.IntN(1000), 0, 0, 0, 0, time.UTC)
	}
	return out
}

// TestScale prints how processor time and memory grow with the number of quotes, beside a MinHash join of the same
// texts in the same run. The texts themselves are there before and are not counted.
func TestScale(t *testing.T) {
	sizes := scale.Sizes(t, "scale", *scaleSizes)
	fmt.Println("| quotes | prepared and filed a second | one more: median | mean | 99 of 100 under | memory a quote | resident | joined | clock | MinHash join | clock |")
	for _, n := range sizes {
		qs := made(t, n+latencies)
		minHash := stopwatch(func() { minHashJoin(qs[:n]) })
		empty, there := scale.Live(), resident(t)
		var j *Joiner
		filed := stopwatch(func() { j = filled(qs[:n]) })
		joined := filed
		if n <= joinedUpTo {
			joined.add(stopwatch(j.link))
		}
		j.assume()
		bytes, held := float64(scale.Live()-empty)/float64(n), (resident(t)-there)/float64(n)
		spent := oneByOne(j, qs[n:])
		fmt.Printf("| %d | %.0f | %.2f ms | %.2f ms | %.2f ms | %.0f B | %.0f B | %s | %.1f s | %.1f s |\n", n, float64(n)/filed.cpu.Seconds(),
			scale.Milli(spent[len(spent)/2]), scale.Milli(mean(spent)), scale.Milli(spent[len(spent)*99/100]), bytes, held,
			joined.of(n), minHash.cpu.Seconds(), minHash.clock.Seconds())
		runtime.KeepAlive(qs)
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
func oneByOne(j *Joiner, qs []Quote) []time.Duration {
	var out []time.Duration
	for _, q := range qs {
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
func minHashJoin(qs []Quote) (pairs int) {
	sigs := make([][bands * bandRows]uint32, len(qs))
	for i, q := range qs {
		sigs[i] = signature(strings.Fields(strings.ToLower(q.Text)))
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
