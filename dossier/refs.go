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
	return w.quotesBeside(q.ID), nil
}

// quotesBeside gives references to the quotes of the statement that holds a quote, sorted.
func (w *work) quotesBeside(quote string) []string {
	i, _ := w.corpus.index(quote)
	var refs []string
	for _, q := range w.views.words.of(w.views.words.rootOf(i)) {
		if id := w.corpus.quotes[q].ID; !w.views.o.dropped[id] {
			refs = append(refs, decision.Ref(decision.ToQuote, id))
		}
	}
	return refs
}

// speakerRefs gives the names of the speaker that holds that mention. A name that stands under another speaker
// too (two people of one name) is given mention by mention.
func (w *work) speakerRefs(id string, whole bool) ([]string, error) {
	ca := w.views.cast
	i, ok := ca.find(id)
	if !ok {
		return nil, fmt.Errorf("speaker p-%s: %w", id, store.ErrNone)
	}
	refs := []string{w.widest(i)}
	if whole {
		for _, k := range ca.speaker(i).mentions {
			refs = append(refs, w.widest(k))
		}
	}
	return unique(refs), nil
}

// spelled gives a spelling of the speaker who is shown under that name, or has that id, and of nobody else: who said a quote
// is kept by spelling. A name that is printed somewhere, or that no speaker has, or several, stays as it is.
func (w *work) spelled(name string) string {
	ca := w.views.cast
	if name == "" || len(ca.items(decision.Ref(decision.ToName, decision.Key(name)))) > 0 {
		return name
	}
	var meant *speaker
	if i, ok := ca.find(strings.TrimPrefix(name, "p-")); ok {
		meant = ca.speaker(i)
	}
	for _, s := range ca.over {
		if decision.Key(s.name) == decision.Key(name) {
			if meant != nil {
				return name
			}
			meant = s
		}
	}
	if meant == nil {
		return name
	}
	count := map[string]int{}
	for _, i := range meant.mentions {
		m := ca.mention(i)
		if kind, _, _ := decision.ParseRef(w.widest(i)); kind == decision.ToName {
			count[m.name] += 1 + len(m.places)
		}
	}
	if len(count) == 0 {
		return name
	}
	return meant.bestName(count)
}

// widest is the widest reference that means a mention and nothing of another speaker.
func (w *work) widest(i int) string {
	ca := w.views.cast
	m := ca.mention(i)
	for _, k := range ca.items(m.ref()) {
		if ca.speaker(k) != ca.speaker(i) {
			return m.refs()[0]
		}
	}
	return m.ref()
}

// rest gives the members of the statement or speaker that holds the references, without these.
func (w *work) rest(refs []string) []string {
	var all []string
	for _, ref := range refs {
		if kind, id, _ := decision.ParseRef(ref); kind == decision.ToQuote {
			if q := w.corpus.find(id); q != nil {
				all = append(all, w.quotesBeside(q.ID)...)
			}
		}
	}
	all = append(all, w.namesBeside(refs)...)
	return slices.DeleteFunc(unique(all), func(ref string) bool { return slices.Contains(refs, ref) })
}

// namesBeside gives references to all other mentions that stand under the same speaker as one of refs. Beside a mention
// that is meant by a reference of its own stand mentions, not names.
func (w *work) namesBeside(refs []string) []string {
	ca := w.views.cast
	single := slices.ContainsFunc(refs, func(r string) bool { return strings.HasPrefix(r, string(decision.ToMention)+":") })
	var meant []int
	for _, ref := range refs {
		meant = append(meant, ca.items(ref)...)
	}
	leave, beside := setOf(meant), map[*speaker]bool{}
	var all []string
	for _, i := range meant {
		s := ca.speaker(i)
		if beside[s] {
			continue
		}
		beside[s] = true
		for _, k := range s.mentions {
			switch {
			case leave[k]:
			case single:
				all = append(all, ca.mention(k).refs()[0])
			default:
				all = append(all, ca.mention(k).ref())
			}
		}
	}
	return all
}

// homes gives the statements or speakers that hold the references, sorted.
func (v *views) homes(refs []string) []string {
	var homes []string
	for _, ref := range refs {
		for _, q := range v.c.quoteItems(ref) {
			homes = insert(homes, v.statementID(v.words.rootOf(q)))
		}
		for _, i := range v.cast.items(ref) {
			homes = insert(homes, v.cast.speaker(i).id)
		}
	}
	return homes
}

// picture says in words how the things that refs point to stand. A quote that a kind of decision takes for itself, and not
// for the statement that holds it, is told as one of so many.
func (v *views) picture(refs []string, kind decision.Kind) string {
	var parts []string
	told := map[*speaker]bool{}
	var alike map[share]int
	if kinds[kind].whole {
		alike = v.alike(refs)
	}
	for _, ref := range refs {
		to, id, _ := decision.ParseRef(ref)
		if a := v.c.articles[id]; to == decision.ToArticle && a != nil {
			parts = appendNew(parts, describe(v.o.outlet(a), v.o.date(a)))
		}
		for _, q := range v.c.quoteItems(ref) {
			parts = appendNew(parts, v.pictureQuote(q, alike))
		}
		for _, i := range v.cast.items(ref) {
			if s := v.cast.speaker(i); !told[s] {
				told[s] = true
				parts = append(parts, v.pictureSpeaker(s, kind))
			}
		}
	}
	if faults := v.o.pictureFaults(refs); faults != "" {
		parts = append(parts, faults)
	}
	return strings.Join(parts, "; ")
}

// pictureSpeaker tells a speaker, to a decision about the role with the one that stands first.
func (v *views) pictureSpeaker(s *speaker, kind decision.Kind) string {
	name := s.name
	if kind == decision.Role {
		row, _ := v.speakerRow(s)
		if roles := rolesOf(row.Roles); len(roles) > 0 {
			name += ", " + roles[0]
		}
	}
	if n := len(v.said(s)); n != 1 {
		return fmt.Sprintf("%s: %s, %d quotes", s.id, name, n)
	}
	return fmt.Sprintf("%s: %s, 1 quote", s.id, name)
}

// share is what quotes of one statement have in common when they are spoken of together.
type share struct {
	root        int
	who, status string
}

// share gives that of a quote, ok false for one that a person said is none.
func (v *views) share(q int) (s share, ok bool) {
	m := v.member(q)
	if m == nil {
		return s, false
	}
	who := m.speakerName()
	if who == "" {
		who = "nobody known"
	}
	status := m.status()
	if status == byMachine {
		status = "as found"
	}
	return share{v.words.rootOf(q), who, status}, true
}

// alike counts the quotes that refs point to by what they share.
func (v *views) alike(refs []string) map[share]int {
	count, seen := map[share]int{}, map[int]bool{}
	for _, ref := range refs {
		for _, q := range v.c.quoteItems(ref) {
			if s, ok := v.share(q); ok && !seen[q] {
				seen[q] = true
				count[s]++
			}
		}
	}
	return count
}

// pictureQuote tells the statement that holds a quote, and of how many of its appearances the same is told, where that was
// counted: a decision about one of eight must not read as if it were about all of them.
func (v *views) pictureQuote(q int, alike map[share]int) string {
	s, ok := v.share(q)
	if !ok {
		return "not a quote"
	}
	id := v.statementID(s.root)
	switch n := v.size(s.root); {
	case n == 1:
		return fmt.Sprintf("%s: %s, 1 appearance, %s", id, s.who, s.status)
	case alike != nil && alike[s] < n:
		return fmt.Sprintf("%s: %s, %d of %d appearances, %s", id, s.who, alike[s], n, s.status)
	default:
		return fmt.Sprintf("%s: %s, %d appearances, %s", id, s.who, n, s.status)
	}
}
