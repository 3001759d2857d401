package dossier

import (
	"maps"
	"slices"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// delta is what a decision changed: the quotes, statements and speakers of which rows must be made again. Its cost
// is that of what the decision touches, however big the dossier is.
type delta struct {
	before, after *views
	quotes        map[int]bool
	roots         map[int]bool    // statements after
	statements    map[string]bool // ids of statements, before and after
	speakers      map[string]bool // ids of speakers, before and after
}

// since compares two folds of one corpus that differ by the decision that refs are about.
func (v *views) since(before *views, refs []string) *delta {
	d := &delta{before: before, after: v, quotes: map[int]bool{}, roots: map[int]bool{}, statements: map[string]bool{}, speakers: map[string]bool{}}
	d.directly(refs)
	d.byOutlet()
	d.byVoice()
	d.byComparing()
	for id := range union(before.o.covered, v.o.covered) {
		if i, ok := v.c.index(id); ok && before.o.covered[id] != v.o.covered[id] {
			d.quotes[i] = true
		}
	}
	for _, i := range v.words.differs(before.words) {
		d.quotes[i] = true
	}
	touched := map[int]bool{} // statements by root, before and after
	for q := range d.quotes {
		touched[before.words.rootOf(q)], touched[v.words.rootOf(q)] = true, true
		d.roots[v.words.rootOf(q)] = true
		d.statements[v.statementID(v.words.rootOf(q))] = true
		d.statements[before.statementID(before.words.rootOf(q))] = true
		if before.standing(q) != v.standing(q) {
			d.speakers[before.standing(q).speaker], d.speakers[v.standing(q).speaker] = true, true
		}
	}
	for root := range touched {
		if was, is := before.lead(root), v.lead(root); was != is {
			d.speakers[was], d.speakers[is] = true, true // a list has it under another
		}
	}
	delete(d.speakers, "")
	return d
}

// directly takes what the references name.
func (d *delta) directly(refs []string) {
	for _, ref := range refs {
		switch kind, id, _ := decision.ParseRef(ref); kind {
		case decision.ToQuote:
			for _, q := range d.after.c.quoteItems(ref) {
				d.quotes[q] = true
			}
		case decision.ToArticle:
			for _, q := range d.after.c.printed[id] {
				d.quotes[q] = true
			}
		default:
			for _, v := range []*views{d.before, d.after} {
				for _, i := range v.cast.items(ref) {
					d.speakers[v.cast.speaker(i).id] = true
				}
			}
		}
	}
}

// byOutlet takes the quotes of articles whose outlet is shown under another name now, perhaps because of what was decided about others.
func (d *delta) byOutlet() {
	if maps.Equal(d.before.o.prints, d.after.o.prints) {
		return
	}
	for id, a := range d.after.c.articles {
		if d.before.o.outlet(a).Name == d.after.o.outlet(a).Name {
			continue
		}
		for _, q := range d.after.c.printed[id] {
			d.quotes[q] = true
		}
	}
}

// byVoice takes the quotes of mentions whose speaker is another or goes by another name.
func (d *delta) byVoice() {
	for i := range union(d.before.cast.layer.root, d.after.cast.layer.root) {
		if i >= len(d.after.m.mentions) {
			continue // a mention that only a person knows of: see its quotes below
		}
		was, is := d.before.cast.speaker(i), d.after.cast.speaker(i)
		if was.id == is.id && was.name == is.name && was.kind == is.kind && d.sameMentions(was, is) {
			continue
		}
		d.speakers[was.id], d.speakers[is.id] = true, true
		for _, q := range slices.Concat(d.before.said(was), d.after.said(is)) {
			d.quotes[q] = true
		}
	}
	for q := range union(d.before.cast.voice, d.after.cast.voice) {
		was, is := d.before.member(q), d.after.member(q)
		if was != nil && is != nil && (was.speakerID() != is.speakerID() || was.speakerName() != is.speakerName()) {
			d.quotes[q] = true
		}
	}
}

// byComparing takes the quotes that were compared again, for one of the folds and not for the other.
func (d *delta) byComparing() {
	if d.before.anew == d.after.anew {
		return
	}
	for _, a := range []*anew{d.before.anew, d.after.anew} {
		for _, q := range a.compared() {
			d.quotes[q] = true
		}
	}
}

func (d *delta) sameMentions(was, is *speaker) bool {
	return slices.EqualFunc(was.mentions, is.mentions, func(a, b int) bool {
		x, y := d.before.cast.mention(a), d.after.cast.mention(b)
		return x.id == y.id && x.name == y.name
	})
}

// standing is all about a quote that its speaker's row depends on.
type standing struct {
	live                     bool
	speaker, mention, outlet string
	root                     int
}

func (v *views) standing(q int) standing {
	m := v.member(q)
	if m == nil {
		return standing{}
	}
	mention := ""
	if i := v.cast.of(q); i >= 0 {
		mention = v.cast.mention(i).id // of one speaker's spellings the row counts each
	}
	return standing{true, m.speakerID(), mention, m.outlet.Name, v.words.rootOf(q)}
}

// change makes the rows. open holds the proposals as the file has them.
func (d *delta) change(open *proposals) store.Change {
	r := newRows()
	var c store.Change
	for root := range d.roots {
		if s := d.after.statement(root); s != nil {
			r.statements[s.id] = s.row(d.after.memo)
			d.appearances(r, s)
		}
	}
	for q := range d.quotes {
		if d.after.member(q) == nil && d.before.member(q) != nil {
			c.GoneAppearances = append(c.GoneAppearances, d.after.c.quotes[q].ID)
		}
	}
	d.speakerRows(r)
	c.Statements, _ = differ(nil, r.statements)
	c.Appearances, _ = differ(nil, r.appearances)
	c.Speakers, _ = differ(nil, r.speakers)
	c.GoneStatements = without(d.statements, r.statements)
	c.GoneSpeakers = without(d.speakers, r.speakers)
	d.proposalRows(&c, open)
	return c
}

func (d *delta) appearances(r *rows, s *statement) {
	for _, m := range s.members {
		if i, _ := d.after.c.index(m.ID); d.quotes[i] {
			r.appearances[m.ID] = m.row(s.id)
		}
	}
}

// speakerRows makes the rows of the speakers that there still are.
func (d *delta) speakerRows(r *rows) {
	for id := range d.speakers {
		if s := d.after.speakerByID(id); s != nil {
			if row, ok := d.after.speakerRow(s); ok {
				r.speakers[id] = row
			}
		}
	}
}

// speakerByID gives the speaker with that id, nil when it now goes by another.
func (v *views) speakerByID(id string) *speaker {
	i, ok := v.cast.find(id[len("p-"):])
	if !ok {
		return nil
	}
	if s := v.cast.speaker(i); s.id == id {
		return s
	}
	return nil
}

// proposalRows asks again about whatever has to do with the statements and speakers that changed.
func (d *delta) proposalRows(c *store.Change, open *proposals) {
	fresh := d.after.newProposals()
	for root := range d.roots {
		fresh.ofStatement(root)
	}
	for id := range d.speakers {
		if s := d.after.speakerByID(id); s != nil {
			fresh.ofSpeaker(s)
		}
	}
	old := open.about(d.statements, d.speakers)
	if d.before.tuning != d.after.tuning {
		fresh.ofNames()
		maps.Copy(old, open.ofKind("speaker"))
	}
	var gone []string
	c.Proposals, gone = differ(old, fresh.rows())
	c.GoneProposals = pick(old, gone)
}

// without gives the ids that have no row, sorted.
func without[T any](ids map[string]bool, rows map[string]T) []string {
	var gone []string
	for id := range ids {
		if _, ok := rows[id]; !ok {
			gone = append(gone, id)
		}
	}
	slices.Sort(gone)
	return gone
}
