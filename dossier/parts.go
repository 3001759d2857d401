package dossier

import (
	"quotidian/attribution"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// Mention is a speaker as one article knows it: what can be told apart where two people of one name were taken for one.
type Mention struct {
	// Ref means this mention alone. Wide means the name in every article, also of tomorrow; it is "" where that would be about another
	// speaker too, or where the name is a description.
	Ref, Wide string
	Name      string
	Article   ArticleInfo
	Quotes    int
	Words     string // of the first quote
}

// Mentions gives a speaker as each article has it, in order of publication, for whoever splits it. Parting takes these apart.
func (d *Dossier) Mentions(id SpeakerID) (all []Mention, err error) {
	err = d.load(func(l *loader) error {
		said, infos, err := l.quotedIn(string(id))
		if err != nil {
			return err
		}
		elsewhere, err := l.calledElse(id)
		for i := 0; i < len(infos) && err == nil; i++ {
			var found []Mention
			found, err = l.mentionsIn(infos[i], said[string(infos[i].ID)], elsewhere)
			all = append(all, found...)
		}
		return err
	})
	return all, err
}

// mentionsIn gives the mentions of one article that some of its quotes have; elsewhere are the names that other speakers have too.
func (l *loader) mentionsIn(article ArticleInfo, said map[string]store.Appearance, elsewhere map[string]bool) ([]Mention, error) {
	var all []Mention
	at := map[string]int{} // by key
	for q, err := range l.store.Quotes(l.ctx, string(article.ID)) {
		if err != nil {
			return nil, err
		}
		row, ok := said[q.ID]
		if !ok {
			continue
		}
		name, kind := nameOf(&q, row)
		key := decision.Key(name)
		i, known := at[key]
		if !known {
			i = len(all)
			at[key] = i
			m := Mention{Ref: decision.Ref(decision.ToMention, string(article.ID)+"/"+key), Name: name, Article: article, Words: q.Words}
			if kind != attribution.Unnamed && !elsewhere[key] {
				m.Wide = decision.Ref(decision.ToName, key)
			}
			all = append(all, m)
		}
		all[i].Quotes++
	}
	return all, nil
}

// nameOf gives the name under which a quote's article knows its speaker, or a person did.
func nameOf(q *store.Quote, row store.Appearance) (string, attribution.SpeakerKind) {
	if row.SaidBy != "" || q.Speaker == nil {
		return row.SaidBy, attribution.Person
	}
	return q.Speaker.Name, q.Speaker.Kind
}

// calledElse gives the keys of the names of all speakers but one.
func (l *loader) calledElse(but SpeakerID) (map[string]bool, error) {
	list, err := l.store.Speakers(l.ctx)
	if err != nil {
		return nil, err
	}
	keys := map[string]bool{}
	for _, s := range list {
		if s.ID == string(but) {
			continue
		}
		for _, sp := range fromJSON[[]Spelling](s.Spellings) {
			keys[decision.Key(sp.Text)] = true
		}
	}
	return keys, nil
}

// Parting gives the references by which a split means some of a speaker's mentions: a name where all that have it leave, which holds for the
// articles of tomorrow too, else the mentions.
func Parting(all []Mention, leaves func(i int) bool) []string {
	stays := map[string]bool{}
	for i := range all {
		if !leaves(i) {
			stays[all[i].Wide] = true
		}
	}
	var refs []string
	for i := range all {
		switch m := &all[i]; {
		case !leaves(i):
		case m.Wide == "" || stays[m.Wide]:
			refs = append(refs, m.Ref)
		default:
			refs = appendNew(refs, m.Wide)
		}
	}
	return refs
}
