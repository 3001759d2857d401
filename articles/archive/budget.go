// Package archive opens ZIP, tar, gzip, bzip2 and Zstandard files member by member. Nothing is ever unpacked to the
// disk, so a member's name can lead nowhere; a name that tries to is a fault all the same, for somebody made it so.
//
// What a small file can blow up to is bounded three ways: a [Budget] for all bytes that come out of one input,
// shared by archives inside archives; a limit for one member; and a limit on how deep archives nest.
package archive

import (
	"errors"
	"fmt"
	"io"
	"sync/atomic"
)

// The limits. Text packs at most 20 to 1; what packs 100 to 1 and is large is a bomb or empty space.
const (
	// Ratio is how many times its own size an input may unpack to, all members together.
	Ratio = 100
	// Free is what every input may unpack to whatever its size, in bytes.
	Free = 64 << 20
	// MemberLimit is the largest member that is read into memory, in bytes.
	MemberLimit = 64 << 20
	// Deepest is how many archives may lie inside each other: a Word file in a ZIP in a tar.gz is 4.
	Deepest = 5
	// MostMembers is how many members of one archive are read.
	MostMembers = 200_000
)

// ErrBomb is what reading gives once the budget is used up.
var ErrBomb = fmt.Errorf("it unpacks to more than %d times its size, so it is not read further", Ratio)

// ErrLarge is what a member gives that is larger than [MemberLimit].
var ErrLarge = fmt.Errorf("it unpacks to more than %d MB", MemberLimit>>20)

// Budget counts what comes out of one input. Several goroutines may use it, for a decoder that is too slow is left behind with it;
// each may then read one piece too much.
type Budget struct{ left atomic.Int64 }

// NewBudget allows an input of size bytes what [Ratio] and [Free] allow.
func NewBudget(size int64) *Budget {
	b := &Budget{}
	b.left.Store(max(Free, Ratio*size))
	return b
}

// Reader counts what is read through it; once the budget is spent it gives [ErrBomb].
func (b *Budget) Reader(r io.Reader) io.Reader { return &counted{r, b} }

type counted struct {
	r io.Reader
	b *Budget
}

func (c *counted) Read(p []byte) (int, error) {
	left := c.b.left.Load()
	if left <= 0 {
		return 0, ErrBomb
	}
	if int64(len(p)) > left {
		p = p[:left]
	}
	n, err := c.r.Read(p)
	c.b.left.Add(int64(-n))
	return n, err
}

// All reads r to its end, but no more than limit bytes: then the error is [ErrLarge].
func All(r io.Reader, limit int64) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(raw)) > limit {
		return nil, ErrLarge
	}
	return raw, err
}

// Cause words an error of unpacking in one lower-case clause.
func Cause(err error) error {
	switch {
	case errors.Is(err, ErrBomb), errors.Is(err, ErrLarge):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errors.New("it ends in the middle: the archive was cut off")
	}
	return fmt.Errorf("the archive is damaged: %w", err)
}
