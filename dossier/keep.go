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
	"quotidian/matching/record"
	"quotidian/matching/variant"
	"quotidian/matching/wording"
)

// What comparing names and quotes found out goes into the file in pieces, one an import: of names what package variant
// recorded; of quotes those that came, in the order in which the join took them, with the speakers it knows them by, and
// then what package wording recorded. The next program that adds an article adopts the pieces and compares only what is
// new. A piece that does not fit, because rules, model or speakers are others, costs nothing but the time to compare
// everything again.
const (
	keptNames = "names"
	keptWords = "words"
	// piecesAtMost is how many pieces there may be before one takes the place of all.
	piecesAtMost = 64
)

// keptStamp says by which rules and which models a piece was made.
var keptStamp = sync.OnceValue(func() []byte {
	h := sha256.New()
	h.Write([]byte(joinRules))
	for _, name := range []string{"names.bin", "wording.bin", "wording-vectors.bin"} {
		h.Write(model.Open(name))
	}
	return h.Sum(nil)
})

// remember reads the pieces, for the first joins to adopt.
func (k *joiner) remember(ctx context.Context, s store.Reader) (err error) {
	if k.spelt == nil {
		k.namePieces, err = s.Kept(ctx, keptNames)
	}
	if k.join == nil && err == nil {
		k.wordPieces, err = s.Kept(ctx, keptWords)
	}
	return err
}

// adoptNames gives a join of names that has taken the pieces over, a new one where they do not fit.
func (k *joiner) adoptNames() *variant.Joiner {
	names := newNameJoin()
	for _, piece := range k.namePieces {
		r := record.NewReader(piece)
		if !bytes.Equal(r.Bytes(), keptStamp()) || names.Adopt(r.Rest()) != nil {
			k.namesRecorded = 0
			return newNameJoin()
		}
		k.namesRecorded++
	}
	k.namePieces = nil
	return names
}

// record gives what is to be kept of the last joins; nothing when nothing came since.
func (k *joiner) record() []store.Kept { return append(k.recordNames(), k.recordWords()...) }

func (k *joiner) recordNames() []store.Kept {
	anew := k.namesRecorded == 0 || k.namesRecorded >= piecesAtMost || k.spelt.Recorded() == 0
	found := k.spelt.Record(anew)
	if k.spelt.Recorded() == 0 || !anew && len(found) == 1 { // the number of names alone, 0
		return nil
	}
	if anew {
		k.namesRecorded = 0
	}
	k.namesRecorded++
	return []store.Kept{{Name: keptNames, Anew: anew, Piece: append(record.AppendBytes(nil, keptStamp()), found...)}}
}

// adopt takes the pieces over. Where one does not fit nothing is.
func (k *joiner) adopt(qs []wording.Quote) {
	fresh := joiner{spelt: k.spelt, namesRecorded: k.namesRecorded, join: newWordJoin(), known: map[string]string{}}
	for _, piece := range k.wordPieces {
		if !fresh.adoptPiece(piece, qs) {
			return
		}
	}
	fresh.recorded = len(fresh.order)
	*k = fresh
}

func (k *joiner) adoptPiece(piece []byte, qs []wording.Quote) bool {
	r := record.NewReader(piece)
	if !bytes.Equal(r.Bytes(), keptStamp()) {
		return false
	}
	print := sha256.New()
	for n := r.Number(); n > 0 && !r.Broken(); n-- {
		id, speaker := string(r.Bytes()), string(r.Bytes())
		q, ok := quoteByID(qs, id)
		if !ok {
			return false
		}
		k.take(q, speaker)
		print.Write(appendPrint(nil, &q))
	}
	k.recordings++
	return bytes.Equal(r.Bytes(), print.Sum(nil)) && !r.Broken() && k.join.Adopt(r.Rest()) == nil
}

func quoteByID(qs []wording.Quote, id string) (wording.Quote, bool) {
	at, ok := slices.BinarySearchFunc(qs, id, func(q wording.Quote, id string) int { return cmp.Compare(q.ID, id) })
	if !ok {
		return wording.Quote{}, false
	}
	return qs[at], true
}

func (k *joiner) recordWords() []store.Kept {
	qs := k.divided
	k.divided = nil
	anew := k.recordings == 0 || k.recordings >= piecesAtMost
	if len(k.order) == 0 || k.recorded == len(k.order) && !anew {
		return nil
	}
	if anew {
		k.recordings, k.recorded = 0, 0
	}
	out := record.AppendBytes(nil, keptStamp())
	out = binary.AppendUvarint(out, uint64(len(k.order)-k.recorded))
	print := sha256.New()
	for _, id := range k.order[k.recorded:] {
		q, _ := quoteByID(qs, id)
		out = record.AppendBytes(record.AppendBytes(out, []byte(id)), []byte(k.known[id]))
		print.Write(appendPrint(nil, &q))
	}
	out = record.AppendBytes(out, print.Sum(nil))
	k.recorded = len(k.order)
	k.recordings++
	return []store.Kept{{Name: keptWords, Anew: anew, Piece: append(out, k.join.Record(anew)...)}}
}

// lose forgets what was recorded, as it did not reach the file.
func (k *joiner) lose() { k.recordings, k.namesRecorded = 0, 0 }

// appendPrint writes everything of a quote that its comparisons depend on, but the speaker.
func appendPrint(out []byte, q *wording.Quote) []byte {
	out = record.AppendBytes(record.AppendBytes(out, []byte(q.Text)), []byte(q.Article))
	out = binary.AppendUvarint(out, uint64(q.Kind))
	out = binary.AppendUvarint(out, uint64(q.Parts))
	return binary.AppendVarint(out, q.Published.Unix())
}
