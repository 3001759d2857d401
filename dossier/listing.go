package dossier

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"quotidian/dossier/lookup"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
)

// listing is the list of statements in memory, with what answers a filter without reading a row: every row has a slot,
// and words, outlets, changes and speakers lead to slots. A decision changes the rows it touches; these get new slots.
type listing struct {
	rows    []*StatementRow // by slot; nil once the row is another or gone
	newest  []int64         // by slot, see order.go
	thought []bool          // by slot
	voice   []int32         // by slot: its speaker
	at      map[StatementID]int32
	order   []int32 // slots, the newest first

	voices    map[SpeakerID]int32
	lastVoice int32
	spelled   lookup.Terms // the spellings of speakers, to their numbers
	outlets   lookup.Terms
	changes   lookup.Terms
	words     lookup.Terms
	worded    bool // words are read on the first search
}

func newListing() *listing {
	return &listing{at: map[StatementID]int32{}, voices: map[SpeakerID]int32{}} // 0 is nobody
}

// loadListing reads all rows; words are read when they are asked for.
func loadListing(ctx context.Context, s store.Reader) (*listing, error) {
	l := newListing()
	speakers, err := s.Speakers(ctx)
	if err != nil {
		return nil, err
	}
	for i := range speakers {
		l.hear(&speakers[i])
	}
	var all []*store.Statement
	for x, err := range s.Statements(ctx) {
		if err != nil {
			return nil, err
		}
		x.Newest = newest(&x) // an older format keeps none
		all = append(all, &x)
	}
	// Slots follow the order of the list, so that going through it goes through memory.
	slices.SortFunc(all, func(a, b *store.Statement) int {
		return cmp.Or(cmp.Compare(b.Newest, a.Newest), cmp.Compare(a.ID, b.ID))
	})
	for _, x := range all {
		l.order = append(l.order, l.put(x))
	}
	return l, nil
}

// compare is the order of lists.
func (l *listing) compare(a, b int32) int {
	return cmp.Or(cmp.Compare(l.newest[b], l.newest[a]), cmp.Compare(l.rows[a].ID, l.rows[b].ID))
}

// hear gives a speaker a number, a new one where there was one: spellings may have gone.
func (l *listing) hear(x *store.Speaker) {
	l.lastVoice++
	if old, ok := l.voices[SpeakerID(x.ID)]; ok {
		for slot, v := range l.voice {
			if v == old {
				l.voice[slot] = l.lastVoice
			}
		}
	}
	l.voices[SpeakerID(x.ID)] = l.lastVoice
	l.spelled.Put(l.lastVoice, foldSearch(x.Name))
	for _, sp := range fromJSON[[]Spelling](x.Spellings) {
		l.spelled.Put(l.lastVoice, foldSearch(sp.Text))
	}
}

// put gives a row a slot.
func (l *listing) put(x *store.Statement) int32 {
	slot := int32(len(l.rows))
	row := toRow(x)
	l.rows = append(l.rows, &row)
	l.newest = append(l.newest, x.Newest)
	l.thought = append(l.thought, x.Thought)
	l.voice = append(l.voice, l.voices[row.Speaker])
	l.at[row.ID] = slot
	for _, o := range x.Outlets {
		l.outlets.Put(slot, foldSearch(o))
	}
	for _, k := range x.Changes {
		l.changes.Put(slot, k)
	}
	if l.worded {
		l.word(slot, x.Search)
	}
	return slot
}

func toRow(x *store.Statement) StatementRow {
	r := StatementRow{
		ID: StatementID(x.ID), Text: x.Text, Speaker: SpeakerID(x.Speaker), SpeakerName: x.SpeakerName,
		Outlets: x.Outlets, Origins: x.Origins, First: x.First, FirstOutlet: x.FirstOutlet,
		Appearances: x.Appearances, WordingCount: x.Wordings, Confidence: x.Confidence, Status: x.Status,
		Thought: x.Thought, NeedsReview: x.NeedsReview,
	}
	for _, k := range x.Changes {
		r.Changes = append(r.Changes, wording.ChangeKind(k))
	}
	return r
}

// word notes the words of a slot. A word that comes twice is noted once.
func (l *listing) word(slot int32, search string) {
	for w := range strings.FieldsSeq(search) {
		l.words.Put(slot, w)
	}
}

// readWords reads the words of all rows.
func (l *listing) readWords(ctx context.Context, s store.Reader) error {
	if l.worded {
		return nil
	}
	texts := make([]string, len(l.rows)) // words are put in the order of slots
	for pair, err := range s.Haystacks(ctx) {
		if err != nil {
			return err
		}
		if slot, ok := l.at[StatementID(pair[0])]; ok {
			texts[slot] = pair[1]
		}
	}
	for slot, text := range texts {
		l.word(int32(slot), text)
	}
	l.worded = true
	return nil
}

// follow makes the rows those after a change.
func (l *listing) follow(c *store.Change) {
	for i := range c.Speakers {
		l.hear(&c.Speakers[i])
	}
	for _, id := range c.GoneStatements {
		l.drop(StatementID(id))
	}
	for i := range c.Statements {
		l.drop(StatementID(c.Statements[i].ID))
		slot := l.put(&c.Statements[i])
		at, _ := slices.BinarySearchFunc(l.order, slot, l.compare)
		l.order = slices.Insert(l.order, at, slot)
	}
	for _, id := range c.GoneSpeakers {
		delete(l.voices, SpeakerID(id))
	}
}

func (l *listing) drop(id StatementID) {
	slot, ok := l.at[id]
	if !ok {
		return
	}
	if at, ok := slices.BinarySearchFunc(l.order, slot, l.compare); ok {
		l.order = slices.Delete(l.order, at, at+1)
	}
	delete(l.at, id)
	l.rows[slot] = nil
}

// pick calls yield with the slots that a filter lets through, in order, as long as it says so.
func (l *listing) pick(f Filter, yield func(slot int32) bool) {
	from, to := span(f)
	tests := l.tests(f)
	for _, slot := range l.order {
		if when := l.newest[slot] >> momentBits; when < from || when >= to || l.thought[slot] && !f.Thought {
			continue
		}
		if n := len(l.rows[slot].Outlets); f.Alone && n != 1 || f.Several && n < 2 || f.Review && !l.rows[slot].NeedsReview {
			continue
		}
		if l.passes(slot, tests) && !yield(slot) {
			return
		}
	}
}

// span is the moments from Since to Until, both days included. What is undated is in no span of time.
func span(f Filter) (from, to int64) {
	to = (dayAtMost + 1) * moments
	if f.Since.IsZero() && f.Until.IsZero() {
		return 0, to
	}
	if from = 1; !f.Since.IsZero() {
		from = dayMoment(day(f.Since))
	}
	if !f.Until.IsZero() {
		to = dayMoment(day(f.Until) + 1)
	}
	return from, to
}

// test holds for a row that has a slot in slots or a speaker in voices; either may be nil.
type test struct{ slots, voices lookup.Set }

// tests makes a filter ready.
func (l *listing) tests(f Filter) (all []test) {
	slots := func() lookup.Set { return lookup.NewSet(len(l.rows)) }
	if f.Changed != "" {
		t := test{slots: slots()}
		l.changes.Exactly(string(f.Changed), t.slots)
		all = append(all, t)
	}
	if f.Outlet != "" {
		t := test{slots: slots()}
		l.outlets.Holding(foldSearch(f.Outlet), t.slots)
		all = append(all, t)
	}
	if f.Speaker != "" {
		all = append(all, test{voices: l.called(f.Speaker)})
	}
	for _, w := range strings.Fields(foldSearch(f.Search)) {
		t := test{slots(), l.spelledLike(w)}
		l.words.Holding(w, t.slots)
		all = append(all, t)
	}
	return all
}

func (l *listing) spelledLike(part string) lookup.Set {
	voices := lookup.NewSet(int(l.lastVoice) + 1)
	l.spelled.Holding(part, voices)
	return voices
}

// called gives the speakers whom a person means by a name: those of that id, or who are spelled with just these words, or,
// where nobody is, with a part of one. Who types "May" does not mean Mayer, and who types "hadj" has yet to finish.
func (l *listing) called(said string) lookup.Set {
	voices := lookup.NewSet(int(l.lastVoice) + 1)
	if strings.HasPrefix(said, "p-") {
		for id, v := range l.voices {
			if strings.HasPrefix(string(id), said) {
				voices.Add(v)
			}
		}
	}
	part := foldSearch(said)
	l.spelled.Whole(part, voices)
	for _, v := range l.voices {
		if voices.Has(v) {
			return voices
		}
	}
	return l.spelledLike(part)
}

// speakersCalled gives the ids of the speakers whom a name means, in order; never nil.
func (l *listing) speakersCalled(said string) []string {
	voices, ids := l.called(said), []string{}
	for id, v := range l.voices {
		if voices.Has(v) {
			ids = append(ids, string(id))
		}
	}
	slices.Sort(ids)
	return ids
}

func (l *listing) passes(slot int32, tests []test) bool {
	for _, t := range tests {
		if !(t.slots != nil && t.slots.Has(slot) || t.voices != nil && t.voices.Has(l.voice[slot])) {
			return false
		}
	}
	return true
}
