package variant

import (
	"flag"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"quotidian/internal/scale"
)

var scaleSizes = flag.String("scale", "", "numbers of names, as in 10000,100000: take them in and print the table of docs/matching.md")

// latencies is how many more names are taken in one by one, each timed.
const latencies = 5000

// TestScale prints how processor time and memory grow with the number of names, and how many of the respellings among
// the last ones were compared.
func TestScale(t *testing.T) {
	sizes := scale.Sizes(t, "scale", *scaleSizes)
	fmt.Println("| names | taken in | a name | one more: median | mean | 99 of 100 under | memory a name | respellings compared |")
	for _, n := range sizes {
		names := madeNames(n + latencies)
		empty := scale.Live()
		x := newIndex()
		began := scale.CPU()
		for _, s := range names[:n] {
			takeIn(x, s, n)
		}
		all := scale.CPU() - began
		memory := float64(scale.Live()-empty) / float64(n)
		spent := make([]time.Duration, latencies)
		sum := time.Duration(0)
		for i, s := range names[n:] {
			began := scale.CPU()
			takeIn(x, s, n+latencies)
			spent[i] = scale.CPU() - began
			sum += spent[i]
		}
		slices.Sort(spent)
		fmt.Printf("| %d | %.1f s | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.1f kB | %.3f |\n", n, all.Seconds(), scale.Milli(all)/float64(n),
			scale.Milli(spent[latencies/2]), scale.Milli(sum)/latencies, scale.Milli(spent[latencies*99/100]), memory/1000, x.compared())
		runtime.KeepAlive(names)
	}
}

// takeIn adds a name to an index that will hold total.
func takeIn(x *index, s string, total int) {
	m := Mention{Name: s}
	n := newNode(m, readingOf(m))
	n.prepare(x.forms, organisations())
	x.add(s, n, total)
	x.compareArrivals()
}

// compared is the share of respellings among the last names, each made right after the name it respells and with one of
// its two words, that share a key with that name and are worth comparing with it.
func (x *index) compared() float64 {
	found, all := 0, 0
	last := x.names[len(x.names)-latencies:]
	for i := range latencies - 1 {
		a, b := last[i], last[i+1]
		w := strings.Fields(b.folded)
		if !slices.ContainsFunc(strings.Fields(a.folded), func(s string) bool { return slices.Contains(w, s) }) {
			continue
		}
		all++
		if id := int32(len(x.names) - latencies + i); x.share(a, b) && x.meets(id, id+1, x.forms) {
			found++
		}
	}
	return float64(found) / float64(max(1, all))
}
