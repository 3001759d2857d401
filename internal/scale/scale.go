// Package scale is what the tests share that measure how time and memory grow with the number of names, quotes or
// articles. They run on demand and judge nothing.
package scale

import (
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Sizes reads the numbers of a flag such as "1000,10000"; without any the test is skipped.
func Sizes(t *testing.T, flag, value string) (all []int) {
	t.Helper()
	if value == "" {
		t.Skipf("skipped: run with -%s 1000,10000", flag)
	}
	for part := range strings.SplitSeq(value, ",") {
		n, err := strconv.Atoi(part)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, n)
	}
	return all
}

// Live is the memory in use after a collection, in bytes.
func Live() uint64 {
	runtime.GC()
	runtime.GC() // what finalizers let go
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// Milli is a time in milliseconds.
func Milli(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
