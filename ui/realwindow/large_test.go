//go:build realwindow

package realwindow

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/store"
	"quotidian/export"
	"quotidian/ui"
	"quotidian/ui/background"
	"quotidian/ui/look"
)

var (
	largeRows = flag.Int("large.rows", 0, "statements in the dossier of TestLargeDossier, which is skipped without any")
	largeFor  = flag.Duration("large.for", 3*time.Second, "how long TestLargeDossier scrolls")
	largePath = flag.String("large.keep", "", "where the dossier of TestLargeDossier is to stay, to be opened by the program itself")
)

// TestLargeDossier opens a dossier of many statements in the real window, types, and scrolls it with the wheel of the
// mouse, which xdotool turns. Without the race detector, at 100,000, and for ten minutes:
//
//	go test -tags realwindow,migrated_fynedo -run Large -v -timeout 0 ./ui/realwindow -large.rows 100000 -large.for 10m
//
// docs/desktop.md has what was measured.
func TestLargeDossier(t *testing.T) {
	if *largeRows == 0 {
		t.Skip("a measurement, see -large.rows")
	}
	path := largeDossier(t, *largeRows)
	debug.FreeOSMemory() // what was needed to make it is not the window's
	t.Logf("%d MB before anything is open", resident(t))
	start, used := time.Now(), processor(t)
	d, err := dossier.Open(path, dossier.Options{Who: "Ana"})
	if err != nil {
		t.Fatal(err)
	}
	var w *ui.Window
	on(func() {
		w = ui.New(ui.Config{App: theApp, Dossier: d, Work: background.New(), Mode: look.Light, Page: "statements", Export: func(context.Context, string, export.Options) error { return nil }})
		w.Fyne.Show()
		w.Fyne.RequestFocus()
	})
	defer func() {
		on(w.Fyne.Close)
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}()
	until(t, "a list is there", func() bool { return w.Statements.Model.Len() > 0 && w.Fyne.Canvas().Size().Width > 800 })
	t.Logf("%d statements: %v to the first list, %v of processor time", *largeRows, time.Since(start).Round(10*time.Millisecond), (processor(t) - used).Round(10*time.Millisecond))
	until(t, "all are listed", func() bool { return w.Statements.Loaded && w.Statements.Model.Len() == *largeRows })
	t.Logf("%v to the whole list, %d MB", time.Since(start).Round(10*time.Millisecond), resident(t))
	time.Sleep(time.Second)
	typed(t, w)
	got, cost := wheel(t, w, *largeFor)
	t.Logf("scrolling: %.1f frames a second, %s, %d MB after %v", got, cost, resident(t), *largeFor)
	if !overloaded(t) && got < leastFrames {
		t.Errorf("%.1f frames a second, less than %d", got, leastFrames)
	}
}

// typed types words letter by letter and tells how long each key takes until the list of what it leaves is painted, and
// the processor time of a key.
func typed(t *testing.T, w *ui.Window) {
	t.Helper()
	const words = "bado kif nu zepo"
	frames, stop := painting()
	defer stop()
	var took []time.Duration
	before := processor(t)
	for i := range len(words) {
		start := time.Now()
		on(func() { w.Statements.Search(words[:i+1]) })
		// The frame that is begun next is the first that shows it; it is there when another one begins.
		for seen := frames.Load(); frames.Load() < seen+2; {
			time.Sleep(time.Millisecond)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	t.Logf("from a key to the list painted: %v, at most %v; %.1f ms of processor time", took[len(took)/2].Round(time.Millisecond),
		took[len(took)-1].Round(time.Millisecond), 1000*(processor(t)-before).Seconds()/float64(len(words)))
	on(func() { w.Statements.Search("") })
	until(t, "all are back", func() bool { return w.Statements.Model.Len() == *largeRows })
}

// painting counts frames from now on: Fyne runs an animation once for each that it begins.
func painting() (frames *atomic.Int64, stop func()) {
	frames = &atomic.Int64{}
	counter := fyne.NewAnimation(time.Hour, func(float32) { frames.Add(1) })
	on(counter.Start)
	return frames, func() { on(counter.Stop) }
}

// wheel turns the wheel of the mouse over the list, down and up again, and counts the frames in which the list stood
// elsewhere than in the one before: Fyne runs an animation once for each frame that it paints.
func wheel(t *testing.T, w *ui.Window, d time.Duration) (perSecond float64, cost string) {
	t.Helper()
	xdo(t, "mousemove", "500", "400")
	var painted atomic.Int64
	last := float32(-1)
	counter := fyne.NewAnimation(time.Hour, func(float32) {
		if y := w.Statements.Grid.Offset(); y != last {
			last = y
			painted.Add(1)
		}
	})
	on(counter.Start)
	cpu, window, painter := processor(t), threads(t, theWindow), threads(t, thePainter)
	start := time.Now()
	for end := start.Add(d); time.Now().Before(end); {
		for _, button := range []string{"5", "4"} {
			if out, err := exec.Command("xdotool", "click", "--repeat", "150", "--delay", "8", button).CombinedOutput(); err != nil {
				t.Fatalf("xdotool: %v: %s", err, out)
			}
		}
	}
	n, took := float64(painted.Load()), time.Since(start)
	on(counter.Stop)
	each := func(d time.Duration) float64 { return 1000 * d.Seconds() / n }
	return n / took.Seconds(), fmt.Sprintf("%.1f ms of processor time a frame (the window's thread %.1f, the painter's %.1f)",
		each(processor(t)-cpu), each(threads(t, theWindow)-window), each(threads(t, thePainter)-painter))
}

// theWindow is the thread that Fyne runs on, which is the program's first; thePainter are those of Mesa's painter for
// machines without a graphics card.
func theWindow(id, _ string) bool    { return id == strconv.Itoa(os.Getpid()) }
func thePainter(_, name string) bool { return strings.HasPrefix(name, "llvmpipe") }

// threads is the processor time that some threads of this program have used, in hundredths of a second.
func threads(t *testing.T, meant func(id, name string) bool) (used time.Duration) {
	t.Helper()
	all, err := filepath.Glob("/proc/self/task/*/stat")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range all {
		raw, err := os.ReadFile(path)
		if err != nil {
			continue // it has just ended
		}
		var id, name, rest string
		id, rest, _ = strings.Cut(string(raw), " (")
		name, rest, _ = strings.Cut(rest, ") ")
		if !meant(id, name) {
			continue
		}
		for _, ticks := range strings.Fields(rest)[11:13] { // in the program and in the system
			n, err := strconv.Atoi(ticks)
			if err != nil {
				t.Fatal(err)
			}
			used += time.Duration(n) * 10 * time.Millisecond
		}
	}
	return used
}

// processor is the processor time this program has used.
func processor(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// resident is the memory this program has, in megabytes, as the system counts it.
func resident(t *testing.T) int {
	t.Helper()
	raw, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := bytes.Cut(raw, []byte("VmRSS:"))
	kb, err := strconv.Atoi(strings.Fields(string(rest))[0])
	if err != nil {
		t.Fatal(err)
	}
	return kb / 1024
}

// largeDossier writes a dossier of statements as rows, without articles: only listing is looked at. The words are made
// up, a few of them common and most rare, as in prose.
func largeDossier(t *testing.T, n int) string {
	t.Helper()
	path := cmp.Or(*largePath, filepath.Join(t.TempDir(), "large.dossier"))
	d, err := dossier.Open(path, dossier.Options{Create: true, Who: "Ana"}) // notes the rules, so that rows stay as they are
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(context.Background(), path, store.ReadWrite, "Ana")
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(7, 7))
	zipf := rand.NewZipf(rng, 1.3, 8, 20000)
	var c store.Change
	for i := range max(1, n/25) {
		name := capital(syllables(uint64(3*i+1))) + " " + capital(syllables(uint64(40*i+7)))
		c.Speakers = append(c.Speakers, store.Speaker{ID: fmt.Sprintf("p-%d", i), Name: name, Quotes: 1, Statements: 1, Spellings: "[]"})
	}
	kinds := []string{"trimmed", "reworded", "number", "actor", "unquoted"}
	for i := range n {
		words := make([]string, 8+rng.IntN(20))
		for k := range words {
			words[k] = syllables(zipf.Uint64())
		}
		who := c.Speakers[rng.IntN(len(c.Speakers))]
		text := "“" + capital(strings.Join(words, " ")) + ",”"
		x := store.Statement{
			ID: fmt.Sprintf("s-%06d", i), Text: text, Speaker: who.ID, SpeakerName: who.Name, Outlets: []string{fmt.Sprintf("Outlet %d", rng.IntN(60))},
			First: articles.Date{Time: time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -rng.IntN(900))}, Appearances: 1, Wordings: 1, Confidence: 0.9,
			Status: "machine", Search: strings.ToLower(text),
		}
		x.Newest = x.First.Time.Unix()
		for range rng.IntN(4) {
			x.Changes = append(x.Changes, kinds[rng.IntN(len(kinds))])
		}
		c.Statements = append(c.Statements, x)
	}
	if err := s.Apply(context.Background(), c); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// syllables spells a number as a word.
func syllables(n uint64) string {
	w := ""
	for n++; n > 0; n /= 30 {
		w += string("bdfgklmnprstvz"[n%14]) + string("aeiou"[n%5])
	}
	return w
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
