package dossier

import (
	"fmt"
	"slices"
	"strings"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// refs turns ids of the views into references; references stay as they are. whole takes a statement or speaker
// for all its members.
func (w *work) refs(ids []string, whole bool) ([]string, error) {
	var out []string
	for _, id := range ids {
		refs, err := w.refsOf(id, whole)
		if err != nil {
			return nil, err
		}
		out = append(out, refs...)
	}
	return unique(out), nil
}

func (w *work) refsOf(id string, whole bool) ([]string, error) {
	if kind, inner, ok := decision.ParseRef(id); ok {
		return []string{id}, w.known(kind, inner)
	}
	if rest, ok := strings.CutPrefix(id, "s-"); ok {
		return w.statementRefs(rest, whole)
	}
	if rest, ok := strings.CutPrefix(id, "p-"); ok {
		return w.speakerRefs(rest, whole)
	}
	if w.corpus.articles[id] != nil {
		return []string{decision.Ref(decision.ToArticle, id)}, nil
	}
	return []string{decision.Ref(decision.ToQuote, id)}, w.known(decision.ToQuote, id)
}

// statementRefs gives the quotes of the statement that holds that quote.
func (w *work) statementRefs(quote string, whole bool) ([]string, error) {
	q := w.corpus.find(quote)
	if q == nil {
		return nil, fmt.Errorf("statement s-%s: %w", quote, store.ErrNone)
	}
	if !whole {
		return []string{decision.Ref(decision.ToQuote, q.ID)}, nil
	}
	return w.quotesIn(w.views.appearances[q.ID].Statement), nil
}

// quotesIn gives references to the quotes of a statement, sorted.
func (w *work) quotesIn(statement string) []string {
	var refs []string
	for id, a := range w.views.appearances {
		if a.Statement == statement {
			refs = append(refs, decision.Ref(decision.ToQuote, id))
		}
	}
	slices.Sort(refs)
	return refs
}

// speakerRefs gives the names of the speaker that holds that mention. A name that stands under another speaker
// too (two people of one name) is given mention by mention.
func (w *work) speakerRefs(id string, whole bool) ([]string, error) {
	ms, speakerOf := w.mentionsNow()
	i := slices.IndexFunc(ms, func(m *mention) bool { return m.id == id })
	if i < 0 {
		return nil, fmt.Errorf("speaker p-%s: %w", id, store.ErrNone)
	}
	elsewhere := map[string]bool{}
	for _, m := range ms {
		if speakerOf[m] != speakerOf[ms[i]] {
			elsewhere[m.ref()] = true
		}
	}
	ref := func(m *mention) string {
		if elsewhere[m.ref()] {
			return m.refs()[0]
		}
		return m.ref()
	}
	refs := []string{ref(ms[i])}
	if whole {
		for _, m := range ms {
			if speakerOf[m] == speakerOf[ms[i]] {
				refs = append(refs, ref(m))
			}
		}
	}
	return unique(refs), nil
}

// cast is who speaks under the given decisions.
func (w *work) cast(active []decision.Decision) *cast {
	return newCast(w.corpus, w.machine, newOverlay(w.corpus, active))
}

// mentionsNow gives all mentions with the id of the speaker that each stands under in the views.
func (w *work) mentionsNow() ([]*mention, map[*mention]string) {
	ca := w.cast(w.history.Active)
	of := make(map[*mention]string, len(ca.mentions))
	for i, m := range ca.mentions {
		of[m] = ca.is[i].id
	}
	return ca.mentions, of
}

// rest gives the members of the statement or speaker that holds the references, without these.
func (w *work) rest(refs []string) []string {
	var all []string
	if strings.HasPrefix(refs[0], string(decision.ToQuote)+":") {
		for _, s := range w.homes(refs) {
			all = append(all, w.quotesIn(s)...)
		}
	} else {
		all = w.namesBeside(refs)
	}
	return slices.DeleteFunc(unique(all), func(ref string) bool { return slices.Contains(refs, ref) })
}

// namesBeside gives the references of all mentions that stand under the same speaker as one of refs. A mention
// that is meant by a reference of its own stands for itself, not for its name.
func (w *work) namesBeside(refs []string) []string {
	ms, speakerOf := w.mentionsNow()
	homes := w.homes(refs)
	single := slices.ContainsFunc(refs, func(r string) bool { return strings.HasPrefix(r, string(decision.ToMention)+":") })
	var all []string
	for _, m := range ms {
		if !slices.Contains(homes, speakerOf[m]) {
			continue
		}
		if single {
			all = append(all, m.refs()[0])
		} else {
			all = append(all, m.ref())
		}
	}
	return all
}

// homes gives the statements or speakers that hold the references, sorted.
func (w *work) homes(refs []string) []string {
	var homes []string
	var names []string
	for _, ref := range refs {
		kind, id, _ := decision.ParseRef(ref)
		if kind != decision.ToQuote {
			names = append(names, ref)
		} else if q := w.corpus.find(id); q != nil {
			homes = insert(homes, w.views.appearances[q.ID].Statement)
		}
	}
	if len(names) == 0 {
		return homes
	}
	ms, speakerOf := w.mentionsNow()
	for _, m := range ms {
		if slices.ContainsFunc(m.refs(), func(r string) bool { return slices.Contains(names, r) }) {
			homes = insert(homes, speakerOf[m])
		}
	}
	return homes
}

// picture says in words how the things that refs point to stand in views folded under those decisions.
func (w *work) picture(f *folded, active []decision.Decision, refs []string) string {
	var parts []string
	var names []string
	for _, ref := range refs {
		switch kind, id, _ := decision.ParseRef(ref); kind {
		case decision.ToQuote:
			parts = appendNew(parts, f.pictureQuote(w.corpus, id))
		case decision.ToArticle:
			if a := w.corpus.articles[id]; a != nil {
				o := newOverlay(w.corpus, active)
				parts = appendNew(parts, describe(o.outlet(a), o.date(a)))
			}
		default:
			names = append(names, ref)
		}
	}
	if len(names) > 0 {
		ca := w.cast(active)
		for i, m := range ca.mentions {
			if slices.ContainsFunc(m.refs(), func(r string) bool { return slices.Contains(names, r) }) {
				parts = appendNew(parts, f.pictureSpeaker(ca.is[i].id))
			}
		}
	}
	return strings.Join(parts, "; ")
}

func (f *folded) pictureQuote(c *corpus, id string) string {
	q := c.find(id)
	if q == nil {
		return "gone"
	}
	a, ok := f.appearances[q.ID]
	if !ok {
		return "not a quote"
	}
	s := f.statements[a.Statement]
	who := f.speakers[a.Speaker].Name
	if who == "" {
		who = "nobody known"
	}
	return fmt.Sprintf("%s: %s, %d appearances, %s", s.ID, who, s.Appearances, a.Status)
}

func (f *folded) pictureSpeaker(id string) string {
	s := f.speakers[id]
	return fmt.Sprintf("%s: %s, %d quotes", s.ID, s.Name, s.Quotes)
}
