package names

import (
	"fmt"
	"strings"
	"testing"
)

// TestReportBias: a probability of .55 that holds for half of the people and for none of the other half has zero in its
// interval only while there are few of them.
func TestReportBias(t *testing.T) {
	for people, want := range map[int]bool{4: true, 400: false} {
		var v []scored
		var who [][2]string
		for i := range people {
			id := fmt.Sprint(i)
			v = append(v, scored{0.55, i%4 == 0})
			who = append(who, [2]string{id, id})
		}
		var b strings.Builder
		reportBias(&b, "made", v, who)
		f := strings.Split(b.String(), " (")
		var lo, hi float64
		if _, err := fmt.Sscanf(f[6], "%f to %f)", &lo, &hi); err != nil {
			t.Fatalf("%q: %v", f[6], err)
		}
		if got := lo < 0 && hi > 0; got != want || hi <= lo || !strings.Contains(f[5], "-0.300") {
			t.Errorf("%d people: off%s, from %v to %v", people, f[5], lo, hi)
		}
	}
}
