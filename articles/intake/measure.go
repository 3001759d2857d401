package intake

import (
	"context"
	"io"
	"iter"
	"os"
	"sync/atomic"

	"quotidian/articles"
)

// Measured is Read with items that say what share of all the inputs is read with them. For that the sizes of all files are
// asked for before the first one is read. The share is that of bytes: how many articles a file holds shows when it is read.
// Where standard input is among the inputs nothing is known.
func Measured(ctx context.Context, inputs []string, o Options) iter.Seq[articles.Item] {
	return func(yield func(articles.Item) bool) {
		r := newReader(ctx, o, nil)
		r.way.total = size(ctx, inputs)
		r.yield = func(it articles.Item) bool {
			it.Done = r.way.share()
			return yield(it)
		}
		r.inputs(inputs)
	}
}

// size gives the bytes of all files that the inputs lead to, 0 where these cannot be known.
func size(ctx context.Context, inputs []string) (total int64) {
	known := true
	r := newReader(ctx, Options{}, func(articles.Item) bool { return true })
	r.each = func(path string) bool {
		if info, err := os.Stat(path); err == nil {
			total += info.Size()
		}
		return true
	}
	for _, in := range inputs {
		known = known && in != "-"
	}
	if !known || !r.inputs(inputs) {
		return 0
	}
	return total
}

// way is how far a reader has come, in bytes. The count of the file at hand is its own: a decoder that was left behind may
// still read the file before.
type way struct {
	total, before int64
	size          int64
	here          *atomic.Int64
}

func newWay() way { return way{here: new(atomic.Int64)} }

// begin says that a file is opened, end that it is done with.
func (w *way) begin(f *os.File) {
	w.size, w.here = 0, new(atomic.Int64)
	if info, err := f.Stat(); err == nil {
		w.size = info.Size()
	}
}

func (w *way) end() { w.before, w.size = w.before+w.size, 0 }

// part says that the i-th of n parts of a document is being handed over: these were all read at once.
func (w *way) part(i, n int) {
	w.here.Store(w.size * int64(i) / int64(n))
}

// share is what of the total is read, from 0 to 1; 0 where the total is not known.
func (w *way) share() float64 {
	if w.total == 0 {
		return 0
	}
	return min(1, float64(w.before+min(w.here.Load(), w.size))/float64(w.total))
}

// reader gives a stream, readerAt a file read anywhere, whose bytes count once they are read.
func (w *way) reader(in io.Reader) io.Reader { return &counted{in: in, here: w.here} }

func (w *way) readerAt(at io.ReaderAt) io.ReaderAt { return &counted{at: at, here: w.here} }

type counted struct {
	in   io.Reader
	at   io.ReaderAt
	here *atomic.Int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.in.Read(b)
	c.here.Add(int64(n))
	return n, err
}

func (c *counted) ReadAt(b []byte, off int64) (int, error) {
	n, err := c.at.ReadAt(b, off)
	c.here.Add(int64(n))
	return n, err
}
