package export

import (
	"context"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"quotidian/dossier"
)

// compared is how many statements of three appearances the comparison with excelize's own ways has. Its plain API
// takes 20 KB a row: some 2 GB.
const compared = 33_334

// BenchmarkBesideExcelize writes 100,002 appearances: the whole workbook in our way, and their sheet alone with
// excelize's stream writer and with its plain API.
func BenchmarkBesideExcelize(b *testing.B) {
	src := repeated{makeUp(1000, 1), compared}
	path := filepath.Join(b.TempDir(), "out.xlsx")
	b.Run("ours", func(b *testing.B) {
		heap := newPeak()
		for b.Loop() {
			if err := XLSX(context.Background(), src, path, Options{Made: made, Progress: func(done, _ int) { heap.look(done) }}); err != nil {
				b.Fatal(err)
			}
		}
		heap.report(b)
	})
	b.Run("stream", func(b *testing.B) {
		heap := newPeak()
		for b.Loop() {
			f := excelize.NewFile()
			sw, err := f.NewStreamWriter("Sheet1")
			if err != nil {
				b.Fatal(err)
			}
			plainRows(b, src, heap, func(cell string, values []any) error { return sw.SetRow(cell, values) })
			if err := sw.Flush(); err != nil {
				b.Fatal(err)
			}
			saved(b, f, path, heap)
		}
		heap.report(b)
	})
	b.Run("plain", func(b *testing.B) {
		heap := newPeak()
		for b.Loop() {
			f := excelize.NewFile()
			plainRows(b, src, heap, func(cell string, values []any) error { return f.SetSheetRow("Sheet1", cell, &values) })
			saved(b, f, path, heap)
		}
		heap.report(b)
	})
}

// plainRows hands every appearance to set, its values as text, numbers and times.
func plainRows(b *testing.B, src repeated, heap *peak, set func(cell string, values []any) error) {
	b.Helper()
	row := 0
	rows, _ := src.Statements(dossier.Filter{}) // of memory: never fails
	for s, err := range src.EachStatement(rows) {
		if err != nil {
			b.Fatal(err)
		}
		for e := range entries(&s) {
			values := make([]any, len(appearanceColumns))
			for i, c := range appearanceColumns {
				switch v := c.value(e).(type) {
				case int, float64, time.Time:
					values[i] = v
				default:
					values[i] = plain(v)
				}
			}
			row++
			cell, err := excelize.CoordinatesToCellName(1, row)
			if err == nil {
				err = set(cell, values)
			}
			if err != nil {
				b.Fatal(err)
			}
		}
		heap.look(row)
	}
}

func saved(b *testing.B, f *excelize.File, path string, heap *peak) {
	b.Helper()
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	heap.look(0)
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}

// peak is the largest heap seen.
type peak struct{ bytes uint64 }

func newPeak() *peak {
	runtime.GC()
	return &peak{}
}

// look measures every 2,000 rows.
func (p *peak) look(n int) {
	if n%2000 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		p.bytes = max(p.bytes, m.HeapInuse)
	}
}

func (p *peak) report(b *testing.B) { b.ReportMetric(float64(p.bytes)/1e6, "peak-MB") }

// BenchmarkXLSX writes 100,000 appearances of 33,334 statements.
func BenchmarkXLSX(b *testing.B) {
	src := repeated{makeUp(1000, 1), 33_334}
	path := filepath.Join(b.TempDir(), "out.xlsx")
	heap := newPeak()
	b.ReportAllocs()
	for b.Loop() {
		if err := XLSX(context.Background(), src, path, Options{Made: made, Progress: func(done, _ int) { heap.look(done) }}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*100_002/b.Elapsed().Seconds(), "appearances/s")
	heap.report(b)
}
