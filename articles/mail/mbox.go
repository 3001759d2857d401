package mail

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
)

// LooksBox reports whether head begins a mailbox: a "From " line, then a message.
func LooksBox(head []byte) bool {
	first, rest, ok := bytes.Cut(head, []byte("\n"))
	return ok && bytes.HasPrefix(first, []byte("From ")) && Looks(rest)
}

// MessageLimit is the largest message of a mailbox that is read, in bytes.
const MessageLimit = 64 << 20

var errLong = fmt.Errorf("a message larger than %d MB", MessageLimit>>20)

// Box yields the messages of a mailbox in order, or why one cannot be read. A message begins at a line "From " after
// an empty line (or at the start); ">From " inside one is given back as it was written (mboxrd).
func Box(r io.Reader) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		b := box{in: bufio.NewReaderSize(r, 64<<10), empty: true}
		for {
			raw, err := b.next()
			if len(bytes.TrimSpace(raw)) > 0 || errors.Is(err, errLong) {
				cause := err
				if errors.Is(err, io.EOF) {
					cause = nil
				}
				if !yield(raw, cause) {
					return
				}
			}
			if err != nil && !errors.Is(err, errLong) {
				if !errors.Is(err, io.EOF) {
					yield(nil, err)
				}
				return
			}
		}
	}
}

type box struct {
	in    *bufio.Reader
	empty bool // the line before was empty, or there is none
	msg   bytes.Buffer
	long  bool // the message is too large and its rest is dropped
}

// next reads up to the next "From " line.
func (b *box) next() ([]byte, error) {
	b.msg.Reset()
	b.long = false
	for {
		line, err := b.in.ReadSlice('\n')
		begins := b.empty && bytes.HasPrefix(line, []byte("From "))
		whole := !errors.Is(err, bufio.ErrBufferFull)
		if !begins {
			b.keep(line)
		}
		b.empty = whole && len(bytes.TrimRight(line, "\r\n")) == 0
		failed := err != nil && whole
		switch {
		case b.long && (begins || errors.Is(err, io.EOF)):
			return nil, errLong
		case failed:
			return bytes.Clone(b.msg.Bytes()), err
		case begins:
			return bytes.Clone(b.msg.Bytes()), nil
		}
	}
}

// keep adds a line to the message, without the mark that a "From " inside it was given.
func (b *box) keep(line []byte) {
	if quoted := bytes.TrimLeft(line, ">"); len(quoted) < len(line) && bytes.HasPrefix(quoted, []byte("From ")) {
		line = line[1:]
	}
	if b.long = b.long || b.msg.Len()+len(line) > MessageLimit; !b.long {
		b.msg.Write(line)
	}
}
