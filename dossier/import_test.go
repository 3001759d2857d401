package dossier

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"quotidian/articles/intake"
	"quotidian/internal/scale"
)

// importSizes turns TestImportSpeed on: numbers of articles.
var (
	importSizes   = flag.String("import", "", "numbers of articles, as 1000,10000, that TestImportSpeed imports, in lines of the table in docs/intake.md")
	importProfile = flag.Bool("import.last", false, "whether TestImportSpeed imports JSON Lines of 3 kB alone, to be profiled")
)

// TestImportSpeed imports articles of 1 kB and 3 kB from JSON Lines and from files of plain text, and says what reading,
// finding quotes and writing cost. The joins across articles are left out: what they cost is in docs/matching.md.
func TestImportSpeed(t *testing.T) {
	for _, n := range scale.Sizes(t, "import", *importSizes) {
		for _, size := range []int{1000, 3000} {
			for _, kind := range []string{"jsonl", "text"} {
				if *importProfile && (size != 3000 || kind != "jsonl") {
					continue
				}
				t.Log(importLine(t, written(t, n, size, kind), n, size, kind))
			}
		}
	}
}

// importLine imports what lies at a path and gives a line of the table.
func importLine(t *testing.T, path string, n, size int, kind string) string {
	file := filepath.Join(t.TempDir(), "i.dossier")
	d, err := Open(file, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close() // once more when the test fails
	finding := findingTime(t, d, path)
	w, err := d.working(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	imp := newImporting(d, w, d.quickly)
	peak := uint64(0)
	imp.progress = func(p Progress) {
		if p.Found%500 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapAlloc)
		}
	}
	scale.Settle()
	wall, cpu := time.Now(), scale.CPU()
	if err := imp.run(t.Context(), intake.Read(t.Context(), []string{path}, intake.Options{})); err != nil {
		t.Fatal(err)
	}
	took, spent := time.Since(wall), scale.CPU()-cpu
	if imp.balance.Added != n {
		t.Fatalf("%+v", imp.balance)
	}
	if err := d.Close(); err != nil { // SQLite's log is folded into the file
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("| %d | %d kB, %s | %.1f | %.2f ms | %.2f ms | %.0f | %.0f | %d MB | %d MB |", n, size/1000, kind,
		float64(len(w.corpus.quotes))/float64(n), scale.Milli(spent)/float64(n), finding, float64(n)/spent.Seconds(), float64(n)/took.Seconds(),
		info.Size()>>20, peak>>20)
}

// findingTime is the processor time, in milliseconds, that finding the quotes of one of those articles takes by itself.
func findingTime(t *testing.T, d *Dossier, path string) float64 {
	const some = 300
	n, spent := 0, time.Duration(0)
	for item := range intake.Read(t.Context(), []string{path}, intake.Options{}) {
		start := scale.CPU()
		d.quickly.extract(item.Article)
		if n++; n > 1 { // the first one reads the models
			spent += scale.CPU() - start
		}
		if n > some {
			break
		}
	}
	return scale.Milli(spent) / float64(n-1)
}

// written writes n articles of some bytes each, as lines of one file or as files of one folder.
func written(t *testing.T, n, size int, kind string) string {
	dir := t.TempDir()
	var lines strings.Builder
	rng := rand.New(rand.NewPCG(5, uint64(size)))
	for i := range n {
		text := prose(rng, size)
		if kind == "jsonl" {
			line, err := json.Marshal(map[string]string{"id": fmt.Sprint(i), "text": text, "outlet": fmt.Sprint("Outlet ", i%60), "published": "2031-01-04"})
			if err != nil {
				t.Fatal(err)
			}
			lines.Write(append(line, '\n'))
			continue
		}
		name := filepath.Join(dir, fmt.Sprint(i/1000), fmt.Sprint(i, ".txt"))
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if kind == "jsonl" {
		dir = filepath.Join(dir, "all.jsonl")
		if err := os.WriteFile(dir, []byte(lines.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// prose makes an article of sentences as papers print them, every fourth with a quote, about made-up people and things.
func prose(rng *rand.Rand, size int) string {
	things := []string{"harbour", "bridge", "council", "ferry", "dam", "school", "budget", "market", "hospital", "railway", "ministry", "court"}
	acts := []string{"opened", "closed", "delayed", "repaired", "criticised", "approved", "sold", "moved", "searched", "flooded"}
	thing := func() string { return things[rng.IntN(len(things))] }
	act := func() string { return acts[rng.IntN(len(acts))] }
	word := func() string { return madeUp(uint64(rng.IntN(20000))) }
	name := func() string { return madeUpName(rng.IntN(40000)) }
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s of %s after a week of talks\n\n", name(), act(), word())
	for k := 0; b.Len() < size; k++ {
		switch k % 8 {
		case 3:
			fmt.Fprintf(&b, "“The %s was %s and nobody in %s told us,” said %s, who runs the %s. ", thing(), act(), word(), name(), thing())
		case 6:
			fmt.Fprintf(&b, "%s said that the %s would be %s before the %s of %s.\n\n", name(), thing(), act(), thing(), word())
		default:
			fmt.Fprintf(&b, "Workers %s the %s near the old %s in %s, where the %s had been %s since May. ", act(), thing(), thing(), word(), thing(), act())
		}
	}
	return b.String()
}
