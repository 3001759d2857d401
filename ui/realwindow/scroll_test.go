//go:build realwindow

package realwindow

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"quotidian/ui"
)

// leastFrames is what scrolling must keep to under the race detector on a loaded machine without a graphics
// card; without the race detector some sixty a second are measured.
const leastFrames = 8

// TestScrollingKeepsUp scrolls the list of statements for two seconds and counts the frames.
func TestScrollingKeepsUp(t *testing.T) {
	w, _ := open(t)
	got := frames(w, 2*time.Second)
	t.Logf("%.1f frames a second", got)
	if !overloaded(t) && got < leastFrames {
		t.Errorf("%.1f frames a second, less than %d", got, leastFrames)
	}
}

// overloaded reports, and says, that so much else runs on the machine that frames a second tell about that and not
// about the window: more than three programs wait for each processor.
func overloaded(t *testing.T) bool {
	t.Helper()
	raw, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return false // no such system
	}
	load, err := strconv.ParseFloat(strings.Fields(string(raw))[0], 64)
	if err != nil {
		t.Fatal(err)
	}
	if load <= 3*float64(runtime.NumCPU()) {
		return false
	}
	t.Logf("not judged: the load of the machine is %.0f", load)
	return true
}

// frames scrolls to and fro, one step a frame, and gives the frames a second.
func frames(w *ui.Window, d time.Duration) float64 {
	n, done := 0, make(chan struct{})
	start := time.Now()
	on(func() {
		a := fyne.NewAnimation(d, func(at float32) {
			n++
			w.Statements.Grid.ScrollTo(float32(n%40) * 29)
			if at == 1 {
				close(done)
			}
		})
		a.Curve = fyne.AnimationLinear
		a.Start()
	})
	<-done
	return float64(n) / time.Since(start).Seconds()
}
