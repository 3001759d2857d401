package dossier

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"sync"

	"quotidian/assets/model"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
)

// What comparing quotes found out goes into the file in pieces, one an import: the quotes that came, in the order in
// which the join took them, with the speakers it knows them by, and then what package wording recorded. The next program
// that adds an article adopts the pieces and compares only what is new. A piece that does not fit, because rules, model
// or speakers are others, costs nothing but the time to compare everything again.
const (
	keptWords = "words"
	// piecesAtMost is how many pieces there may be before one takes the place of all.
	piecesAtMost = 64
)

// keptStamp says by which rules and which model a piece was made.
var keptStamp = sync.OnceValue(func() []byte {
	h := sha256.New()
	h.Write([]byte(joinRules))
	for _, name := range []string{"wording.bin", "wording-vectors.bin"} {
		h.Write(model.Open(name))
	}
	return h.Sum(nil)
})

// remember reads the pieces, for the first division to adopt.
func (k *joiner) remember(ctx context.Context, s store.Reader) (err error) {
	if k.join == nil {
		k.pieces, err = s.Kept(ctx, keptWords)
	}
	return err
}

// adopt takes the pieces over. Where one does not fit nothing is.
func (k *joiner) adopt(qs []wording.Quote) {
	fresh := joiner{spelt: k.spelt, join: wording.NewJoiner(), known: map[string]string{}}
	for _, piece := range k.pieces {
		if !fresh.adoptPiece(piece, qs) {
			return
		}
	}
	fresh.recorded = len(fresh.order)
	*k = fresh
}

func (k *joiner) adoptPiece(piece []byte, qs []wording.Quote) bool {
	r := &pieceReader{rest: piece}
	if !bytes.Equal(r.bytes(), keptStamp()) {
		return false
	}
	print := sha256.New()
	for n := r.number(); n > 0 && !r.broken; n-- {
		id, speaker := string(r.bytes()), string(r.bytes())
		q, ok := quoteByID(qs, id)
		if !ok {
			return false
		}
		k.take(q, speaker)
		print.Write(appendPrint(nil, &q))
	}
	k.recordings++
	return bytes.Equal(r.bytes(), print.Sum(nil)) && !r.broken && k.join.Adopt(r.rest) == nil
}

func quoteByID(qs []wording.Quote, id string) (wording.Quote, bool) {
	at, ok := slices.BinarySearchFunc(qs, id, func(q wording.Quote, id string) int { return cmp.Compare(q.ID, id) })
	if !ok {
		return wording.Quote{}, false
	}
	return qs[at], true
}

// record gives what is to be kept of the last division; nothing when no quote came since the last record.
func (k *joiner) record() []store.Kept {
	qs := k.divided
	k.divided = nil
	anew := k.recordings == 0 || k.recordings >= piecesAtMost
	if len(k.order) == 0 || k.recorded == len(k.order) && !anew {
		return nil
	}
	if anew {
		k.recordings, k.recorded = 0, 0
	}
	out := appendBytes(nil, keptStamp())
	out = binary.AppendUvarint(out, uint64(len(k.order)-k.recorded))
	print := sha256.New()
	for _, id := range k.order[k.recorded:] {
		q, _ := quoteByID(qs, id)
		out = appendBytes(appendBytes(out, []byte(id)), []byte(k.known[id]))
		print.Write(appendPrint(nil, &q))
	}
	out = appendBytes(out, print.Sum(nil))
	k.recorded = len(k.order)
	k.recordings++
	return []store.Kept{{Name: keptWords, Anew: anew, Piece: append(out, k.join.Record(anew)...)}}
}

// lose forgets what was recorded, as it did not reach the file.
func (k *joiner) lose() { k.recordings = 0 }

// appendPrint writes everything of a quote that its comparisons depend on, but the speaker.
func appendPrint(out []byte, q *wording.Quote) []byte {
	out = appendBytes(appendBytes(out, []byte(q.Text)), []byte(q.Article))
	out = binary.AppendUvarint(out, uint64(q.Kind))
	out = binary.AppendUvarint(out, uint64(q.Parts))
	return binary.AppendVarint(out, q.Published.Unix())
}

func appendBytes(out, b []byte) []byte {
	return append(binary.AppendUvarint(out, uint64(len(b))), b...)
}

// pieceReader reads a piece; once it is broken it gives nothing.
type pieceReader struct {
	rest   []byte
	broken bool
}

func (r *pieceReader) number() uint64 {
	x, n := binary.Uvarint(r.rest)
	if n <= 0 {
		r.broken, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[n:]
	return x
}

func (r *pieceReader) bytes() []byte {
	n := r.number()
	if n > uint64(len(r.rest)) {
		r.broken, r.rest = true, nil
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}
