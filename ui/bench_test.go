package ui

import (
	"runtime"
	"strings"
	"testing"

	"quotidian/ui/look"
)

// BenchmarkKeystroke types a word over a hundred thousand statements, letter by letter, and takes it away again: from
// each key to the list that follows it.
func BenchmarkKeystroke(b *testing.B) {
	k := newDesk(b, many(100000), look.Light)
	const word = "floods 4711"
	b.ResetTimer()
	for i := range b.N {
		n := i % (2 * len(word))
		if n >= len(word) {
			n = 2*len(word) - n - 1
		}
		k.Statements.Model.Search(word[:n])
		k.Statements.Toggle("no group", "") // shows the list and counts the facets anew, as a key does
	}
}

// BenchmarkFirstList opens a window over a hundred thousand statements until they are listed, and tells the memory
// that the window holds then.
func BenchmarkFirstList(b *testing.B) {
	p := many(100000)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for b.Loop() {
		k := newDesk(b, p, look.Light)
		runtime.GC()
		runtime.ReadMemStats(&after)
		if k.Statements.Model.Len() != 100000 || strings.TrimSpace(k.Statements.Summary()) == "" {
			b.Fatal("the list is not there")
		}
	}
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MB-held")
}
