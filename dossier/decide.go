package dossier

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"quotidian/articles"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// Errors of Undo and Redo at the ends of the log, and of Decide where the log says the same already.
var (
	ErrNothingToUndo = errors.New("nothing to undo")
	ErrNothingToRedo = errors.New("nothing to redo")
	ErrSettled       = errors.New("settled already")
)

// Decide settles something, and gives the entry as the log has it. Targets may be ids of the views (statements
// "s-…", speakers "p-…", quotes, articles) or references of package decision; the entry holds references. Who
// and When are filled in where they are missing, Against where it follows from the targets, Before and After
// always.
//
// When Decide returns without an error the decision is on disk and every view follows it. One that contradicts
// what was settled before is refused with a [decision.Contradiction], one that says once more what holds with [ErrSettled].
func (d *Dossier) Decide(dec decision.Decision) (decision.Decision, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	w, err := d.working(context.Background())
	if err != nil {
		return dec, err
	}
	if err = w.normalise(&dec); err == nil && dec.Kind == decision.Dismiss {
		err = d.listed(dec.Targets)
	}
	if err != nil {
		return dec, fmt.Errorf("%s: %w", dec.Kind, err)
	}
	if err := w.unsettled(&dec); err != nil {
		return dec, err
	}
	return d.enter(w, dec, dec.Kind)
}

// Undo takes the newest decision in force back, whoever made it and however long ago.
func (d *Dossier) Undo() (decision.Decision, error) {
	return d.step(decision.Undo, func(h *decision.History) (decision.Decision, error) {
		of, ok := h.NextUndo()
		if !ok {
			return of, ErrNothingToUndo
		}
		return of, nil
	})
}

// Redo brings back what Undo took last. A new decision in between forgets what could be brought back.
func (d *Dossier) Redo() (decision.Decision, error) {
	return d.step(decision.Redo, func(h *decision.History) (decision.Decision, error) {
		of, ok := h.NextRedo()
		if !ok {
			return of, ErrNothingToRedo
		}
		return of, nil
	})
}

// Withdraw takes back the decision with that number, and leaves those made after it in force.
func (d *Dossier) Withdraw(seq int64) (decision.Decision, error) {
	return d.step(decision.Undo, func(h *decision.History) (decision.Decision, error) {
		of, ok := h.Find(seq)
		if !ok {
			return of, d.notInForce(seq)
		}
		return of, nil
	})
}

// notInForce says why a number of the log cannot be taken back.
func (d *Dossier) notInForce(seq int64) error {
	log, err := d.Log()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(log, func(e decision.Decision) bool { return e.Seq == seq })
	switch {
	case at < 0:
		return fmt.Errorf("the log has no decision %d", seq)
	case log[at].Of > 0:
		return fmt.Errorf("entry %d of the log takes back or brings back decision %d: give that number, or undo and redo the newest", seq, log[at].Of)
	}
	return fmt.Errorf("decision %d is not in force: it was taken back", seq)
}

func (d *Dossier) step(kind decision.Kind, pick func(*decision.History) (decision.Decision, error)) (decision.Decision, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	w, err := d.working(context.Background())
	if err != nil {
		return decision.Decision{}, err
	}
	of, err := pick(&w.history)
	if err != nil {
		return of, err
	}
	return d.enter(w, decision.Decision{Kind: kind, Of: of.Seq, Targets: of.Targets, Against: of.Against, Value: of.Value}, of.Kind)
}

// Log gives all entries, oldest first.
func (d *Dossier) Log() ([]decision.Decision, error) { return d.store.Log(context.Background(), 0) }

// enter tries the decision on, folds the views under it and writes both at once. kind is that of the decision taken back
// or brought back, else its own.
func (d *Dossier) enter(w *work, dec decision.Decision, kind decision.Kind) (decision.Decision, error) {
	if dec.Who == "" {
		dec.Who = d.who
	}
	if dec.When.IsZero() {
		dec.When = d.now().UTC()
	}
	history := w.history
	history.Apply(dec)
	if dec.Kind != decision.Undo {
		if err := w.consistent(history.Active); err != nil {
			return dec, err
		}
	}
	if marks(&dec) {
		if done, err := d.enterMark(context.Background(), w, &dec, &history); done {
			return dec, err
		}
	}
	after := fold(w.corpus, w.machine, history.Active, w.memo)
	if dec.Kind != decision.Undo {
		if err := after.effective(&history.Active[len(history.Active)-1], w.views); err != nil {
			return dec, err
		}
	}
	refs := w.corpus.resolve(dec.Refs())
	if marks(&dec) {
		dec.Before, dec.After = w.corpus.describeMarked(dec.Targets, w.views.o), w.corpus.describeMarked(dec.Targets, after.o)
	} else {
		dec.Before, dec.After = w.views.picture(refs, kind), after.picture(refs, kind)
	}
	delta := after.since(w.views, refs)
	c := delta.change(w.open)
	dec.After += delta.tuned(c, w.open)
	seq, err := d.store.Append(context.Background(), dec, c)
	if err != nil {
		return dec, err
	}
	dec.Seq = seq
	w.history.Apply(dec)
	w.views = after
	w.open.apply(c)
	d.cache.follow(context.Background(), d.store, &dec, after.o, &c)
	return dec, nil
}

// consistent refuses the newest decision when it contradicts those in force before it.
func (w *work) consistent(active []decision.Decision) error {
	resolved := make([]decision.Decision, len(active))
	for i, a := range active {
		a.Targets, a.Against = w.corpus.resolve(a.Targets), w.corpus.resolve(a.Against)
		resolved[i] = a
	}
	last := len(resolved) - 1
	links, _ := decision.NewLinks(resolved[:last])
	if c := links.Add(resolved[last]); c != nil {
		return c
	}
	return nil
}

// effective refuses a decision about speakers that others, settled by other references, would leave without effect, and one that would
// leave others so, as they were not before: what contradicts by the references themselves is refused earlier.
func (v *views) effective(d *decision.Decision, before *views) error {
	targets := each(v.c.resolve(d.Targets), v.cast.items)
	if len(d.Parts()) > 0 {
		if s := v.together(targets, each(v.c.resolve(d.Against), v.cast.items)); s != nil {
			return &decision.Contradiction{New: *d, Path: v.joinedBy(s, d.Seq)}
		}
	}
	if len(d.Joins()) == 0 || len(targets) == 0 {
		return nil
	}
	for _, left := range leaving(v.o.links, v.cast.items) {
		if v.together(left.leave, left.from) != nil && before.together(left.leave, left.from) == nil && left.by.Seq != d.Seq {
			return &decision.Contradiction{New: *d, Path: []decision.Clause{decision.SaidApart(left.by.Targets[0], left.by.Against[0], &left.by)}}
		}
	}
	return nil
}

// together gives a speaker who has one of some mentions and one of others, nil where there is none.
func (v *views) together(some, others []int) *speaker {
	leave, from := setOf(some), map[*speaker]bool{}
	for _, i := range some {
		from[v.cast.speaker(i)] = true
	}
	for _, i := range others {
		if s := v.cast.speaker(i); !leave[i] && from[s] {
			return s
		}
	}
	return nil
}

// joinedBy says how decisions, but one, join mentions of a speaker.
func (v *views) joinedBy(s *speaker, but int64) (path []decision.Clause) {
	for _, d := range v.o.joined {
		for _, p := range d.Joins() {
			if now := v.c.resolve(p[:]); d.Seq != but && v.cast.means(s.mentions, map[string]bool{now[0]: true, now[1]: true}) {
				path = append(path, decision.SaidSame(p[0], p[1], &d))
			}
		}
	}
	return path
}

// unsettled refuses a decision that is in force word for word, with nothing else decided about its targets since: there is
// nothing to write a second time. A mark is in force also where a newer one stands in its place, which no target of the two says:
// checkMissed refuses those that hold, and an older one that is made again is the newest.
func (w *work) unsettled(dec *decision.Decision) error {
	if dec.Kind == decision.MissedQuote {
		return nil
	}
	for _, old := range slices.Backward(w.history.Active) {
		if matter(old.Kind) != matter(dec.Kind) || !slices.ContainsFunc(old.Refs(), func(r string) bool { return slices.Contains(dec.Refs(), r) }) {
			continue
		}
		if old.Kind == dec.Kind && old.Value == dec.Value && slices.Equal(old.Targets, dec.Targets) && slices.Equal(old.Against, dec.Against) {
			return fmt.Errorf("%w: decision %d by %s on %s", ErrSettled, old.Seq, old.Who, old.When.Format(time.DateOnly))
		}
		return nil
	}
	return nil
}

// matter is what a kind of decision settles: of what stands beside each other, one takes nothing from the other.
func matter(k decision.Kind) decision.Kind {
	switch k {
	case decision.Rename, decision.Role, decision.Note, decision.Outlet, decision.Origin, decision.Date, decision.Dismiss:
		return k
	}
	return decision.Same
}

// normalise turns what the caller gave into references, fills in the other side, and refuses what makes no
// sense.
func (w *work) normalise(dec *decision.Decision) error {
	rule, ok := kinds[dec.Kind]
	if !ok {
		return errors.New("no such kind of decision")
	}
	if dec.Kind == decision.Never && len(dec.Targets) == 2 && len(dec.Against) == 0 {
		dec.Targets, dec.Against = dec.Targets[:1], dec.Targets[1:]
	}
	var err error
	if dec.Targets, err = w.refs(dec.Targets, rule.whole); err != nil {
		return err
	}
	if dec.Against, err = w.refs(dec.Against, rule.whole); err != nil {
		return err
	}
	if err := rule.allows(dec.Targets); err != nil {
		return err
	}
	return rule.check(w, dec)
}

// kindRule says what a kind of decision is about.
type kindRule struct {
	about []decision.RefKind
	// whole takes a statement or speaker for all its members, not for the one that names it.
	whole bool
	check func(w *work, dec *decision.Decision) error
}

var (
	aboutQuotes   = []decision.RefKind{decision.ToQuote}
	aboutSpeakers = []decision.RefKind{decision.ToName, decision.ToMention}
	aboutBoth     = append(slices.Clone(aboutQuotes), aboutSpeakers...)
	aboutArticles = []decision.RefKind{decision.ToArticle}
	aboutNotes    = append(slices.Clone(aboutQuotes), aboutArticles...)
	aboutPassages = []decision.RefKind{decision.ToPassage}
	aboutFaults   = []decision.RefKind{decision.ToFault}
)

var kinds = map[decision.Kind]kindRule{
	decision.Same:        {about: aboutBoth, check: checkSame},
	decision.Never:       {about: aboutBoth, whole: true, check: checkNever},
	decision.Unsure:      {about: aboutBoth, check: checkUnsure},
	decision.Split:       {about: aboutBoth, whole: true, check: checkSplit},
	decision.Confirm:     {about: aboutBoth, whole: true, check: checkConfirm},
	decision.Reject:      {about: aboutQuotes, whole: true, check: checkAny},
	decision.NotAQuote:   {about: aboutQuotes, whole: true, check: checkAny},
	decision.Reattribute: {about: aboutQuotes, whole: true, check: checkSpeaker},
	decision.MissedQuote: {about: aboutPassages, check: checkMissed},
	decision.Rename:      {about: aboutSpeakers, check: checkRename},
	decision.Role:        {about: aboutSpeakers, whole: true, check: checkAny},
	decision.Note:        {about: aboutNotes, check: checkAny},
	decision.Outlet:      {about: aboutArticles, check: checkValue},
	decision.Origin:      {about: aboutArticles, check: checkAny},
	decision.Date:        {about: aboutArticles, check: checkDate},
	decision.Dismiss:     {about: aboutFaults, check: checkAny},
}

// sorts says in words what kinds of references mean.
func sorts(kinds ...decision.RefKind) string {
	var words []string
	for _, k := range kinds {
		switch k {
		case decision.ToQuote:
			words = appendNew(words, "statements and quotes")
		case decision.ToName, decision.ToMention:
			words = appendNew(words, "speakers")
		case decision.ToArticle:
			words = appendNew(words, "articles")
		case decision.ToPassage:
			words = appendNew(words, "passages of an article")
		case decision.ToFault:
			words = appendNew(words, "inputs that could not be read")
		}
	}
	return strings.Join(words, " and ")
}

func (r kindRule) allows(refs []string) error {
	if len(refs) == 0 {
		return errors.New("nothing to decide about")
	}
	for _, ref := range refs {
		if k, _, _ := decision.ParseRef(ref); !slices.Contains(r.about, k) {
			return fmt.Errorf("%s: this cannot be decided about %s, only about %s", ref, sorts(k), sorts(r.about...))
		}
	}
	return nil
}

func checkAny(_ *work, dec *decision.Decision) error {
	dec.Value = strings.TrimSpace(dec.Value)
	return nil
}

// checkSpeaker takes a speaker by the name that a person gave, or by the id, where no spelling is that.
func checkSpeaker(w *work, dec *decision.Decision) error {
	dec.Value = w.spelled(strings.TrimSpace(dec.Value))
	return nil
}

func checkValue(_ *work, dec *decision.Decision) error {
	if dec.Value = strings.TrimSpace(dec.Value); dec.Value == "" {
		return errors.New("a name is missing")
	}
	return nil
}

// checkRename refuses the name that a person gave already: nothing would change but the log.
func checkRename(w *work, dec *decision.Decision) error {
	if err := checkValue(w, dec); err != nil {
		return err
	}
	given := w.views.o.renamed
	for _, ref := range w.corpus.resolve(dec.Targets) {
		another := func(i int) bool { return w.views.cast.speaker(i).name != dec.Value }
		if given[ref].text != dec.Value || slices.ContainsFunc(w.views.cast.items(ref), another) {
			return nil
		}
	}
	return fmt.Errorf("shown as %q already, as was decided", dec.Value)
}

func checkDate(_ *work, dec *decision.Decision) error {
	dec.Value = strings.TrimSpace(dec.Value)
	if _, err := ParseDate(dec.Value); err != nil {
		return fmt.Errorf("%q: not a date (2023-09-23 or 2023-09-23T14:05:00Z)", dec.Value)
	}
	return nil
}

func checkSame(_ *work, dec *decision.Decision) error {
	dec.Targets, dec.Against = unique(append(dec.Targets, dec.Against...)), nil
	if len(dec.Targets) < 2 {
		return errors.New("two different things are needed")
	}
	return oneSort(dec.Targets)
}

func checkUnsure(_ *work, dec *decision.Decision) error {
	if dec.Targets = unique(dec.Targets); len(dec.Targets) != 2 {
		return errors.New("two different things are needed")
	}
	return oneSort(dec.Targets)
}

func checkNever(_ *work, dec *decision.Decision) error {
	if len(dec.Against) == 0 {
		return errors.New("two sides are needed")
	}
	dec.Targets, dec.Against = unique(dec.Targets), unique(dec.Against)
	for _, ref := range dec.Targets {
		if slices.Contains(dec.Against, ref) {
			return fmt.Errorf("%s: cannot be kept apart from itself", ref)
		}
	}
	return oneSort(dec.Refs())
}

// checkSplit takes a name for speakers who leave: with a decision of its own it would be that of all, were the split taken back.
func checkSplit(w *work, dec *decision.Decision) error {
	dec.Targets, dec.Value = unique(dec.Targets), strings.TrimSpace(dec.Value)
	if err := oneSort(dec.Targets); err != nil {
		return err
	}
	if kind, _, _ := decision.ParseRef(dec.Targets[0]); dec.Value != "" && kind == decision.ToQuote {
		return errors.New("a name is given to speakers who leave, not to quotes: say who said them instead")
	}
	for _, ref := range dec.Targets {
		if kind, name, _ := decision.ParseRef(ref); kind == decision.ToName && len(w.views.cast.items(ref)) == 0 {
			return fmt.Errorf("no article knows a speaker as %q alone: give the longer name that it is short for", name)
		}
	}
	if len(dec.Against) == 0 {
		dec.Against = w.rest(dec.Targets)
	}
	if len(dec.Against) == 0 {
		return errors.New("nothing would be left to split from: name only the quotes, or spellings, that leave")
	}
	return nil
}

// checkConfirm lets one statement or speaker be confirmed at a time, because confirming keeps its members
// together.
func checkConfirm(w *work, dec *decision.Decision) error {
	dec.Targets = unique(dec.Targets)
	if err := oneSort(dec.Targets); err != nil {
		return err
	}
	if homes := w.views.homes(dec.Targets); len(homes) > 1 {
		return fmt.Errorf("one at a time: %s are %d different ones", strings.Join(homes, ", "), len(homes))
	}
	return nil
}

func oneSort(refs []string) error {
	quote := strings.HasPrefix(refs[0], string(decision.ToQuote)+":")
	for _, ref := range refs {
		if strings.HasPrefix(ref, string(decision.ToQuote)+":") != quote {
			return errors.New("quotes and speakers cannot be mixed")
		}
	}
	return nil
}

func unique(refs []string) []string {
	var out []string
	for _, ref := range refs {
		out = appendNew(out, ref)
	}
	return out
}

// known refuses references to quotes, articles and places in articles that the dossier does not hold.
func (w *work) known(kind decision.RefKind, id string) error {
	switch kind {
	case decision.ToQuote:
		if w.corpus.find(id) == nil {
			return fmt.Errorf("quote %s: %w", id, store.ErrNone)
		}
	case decision.ToArticle:
		if w.corpus.articles[id] == nil {
			return fmt.Errorf("article %s: %w", id, store.ErrNone)
		}
	case decision.ToPassage:
		article, _, ok := decision.ParsePassage(id)
		if !ok {
			return fmt.Errorf("passage %s: not a place in an article", id)
		}
		return w.known(decision.ToArticle, article)
	}
	return nil
}

// describe says how an article stands, for Before and After.
func describe(a articles.Outlet, date articles.Date) string {
	when := "undated"
	if date.Known() {
		when = date.String()
	}
	if a.Origin != "" {
		return fmt.Sprintf("%s (%s), %s", a.Name, a.Origin, when)
	}
	return a.Name + ", " + when
}
