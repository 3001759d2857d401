package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/articles/intake"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/ui/look"
	"quotidian/ui/widget"
)

// manyProposals is how many pairs wait in the dossier of [TestFiftyDecisionsByKeyboard], manyDecisions how many are
// settled.
const (
	manyProposals = 300
	manyDecisions = 50
)

// writeNamesakes writes articles that print each of 300 invented people twice, the second time with another given name
// between the two, which might be somebody else.
func writeNamesakes(t *testing.T) string {
	t.Helper()
	begins := []string{"Bra", "Kel", "Dor", "Mis", "Tav", "Rul", "Nef", "Gos", "Lim", "Hap"}
	middles := []string{"ano", "imi", "uro", "eda", "ola", "unti"}
	ends := []string{"vic", "sen", "der", "mar", "gath"}
	given := []string{"Anna", "Peter", "Maria", "Thomas", "Julia", "Martin", "Elena", "David", "Laura", "Simon"}
	dir := t.TempDir()
	var first, second strings.Builder
	for i := range manyProposals {
		surname := begins[i%10] + middles[i/10%6] + ends[i/60]
		fmt.Fprintf(&first, "\"The bridge of district %d needs new doors,\" %s %s said.\n\n", i, given[i*7%10], surname)
		fmt.Fprintf(&second, "\"The school of quarter %d has no money,\" %s %s %s said.\n\n", 1000+i, given[i*7%10], given[(i*3+i/10)%10], surname)
	}
	for name, text := range map[string]string{"first.txt": first.String(), "second.txt": second.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("What they said\n\n"+text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestFiftyDecisionsByKeyboard: keys alone settle fifty pairs of a long queue, hit faster than decisions reach the disk;
// each speaks of the card that was in sight. After a restart all fifty are taken back and the queue is what it was.
func TestFiftyDecisionsByKeyboard(t *testing.T) {
	path := filepath.Join(t.TempDir(), "long.dossier")
	d, err := dossier.Open(path, dossier.Options{Create: true, Who: "Ana"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Add(context.Background(), intake.Read(context.Background(), []string{writeNamesakes(t)}, intake.Options{}), nil); err != nil {
		t.Fatal(err)
	}
	before, err := d.Proposals()
	if err != nil || len(before) < manyProposals {
		t.Fatalf("%d pairs wait, %v", len(before), err)
	}
	k := newDesk(t, d, look.Light)
	k.Do("view.review")
	var seen [][2]string // the names on each card
	for i := range manyDecisions {
		p := k.Review.Model.Chosen()
		seen = append(seen, [2]string{p.NameA, p.NameB})
		k.Rune([]rune("aaro")[i%4])
	}
	k.until("all are on disk", func() bool { return !k.deciding })
	if said := k.Said(); !strings.HasPrefix(said, "Same: ") || !strings.Contains(said, " (learnt from it: ") {
		t.Errorf("pairs got another place in the queue, and what is said is %q", said)
	}
	k.shoot("review-fifty-light")
	checkLog(t, d, seen)
	k.work.Close()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}

	if d, err = dossier.Open(path, dossier.Options{Who: "Ana"}); err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	k = newDesk(t, d, look.Light)
	k.Do("view.review")
	for range manyDecisions {
		k.Rune('u')
	}
	k.until("all are undone", func() bool { return !k.deciding })
	after, err := d.Proposals()
	if err != nil || len(after) != len(before) || k.Review.Model.Len() != len(before) {
		t.Errorf("%d pairs wait again of %d, %v", len(after), len(before), err)
	}
	if log, err := d.Log(); err != nil || len(decision.Fold(log).Active) != 0 {
		t.Errorf("%d decisions are still in force, %v", len(decision.Fold(log).Active), err)
	}
}

// checkLog fails unless the log holds one decision about each pair, in the order in which they were seen.
func checkLog(t *testing.T, d *dossier.Dossier, seen [][2]string) {
	t.Helper()
	log, err := d.Log()
	if err != nil || len(log) != len(seen) {
		t.Fatalf("%d decisions about %d pairs, %v", len(log), len(seen), err)
	}
	for i, x := range log {
		want := []decision.Kind{decision.Same, decision.Same, decision.Never, decision.Unsure}[i%4]
		refs := x.Refs()
		slices.Sort(refs)
		card := []string{"name:" + strings.ToLower(seen[i][0]), "name:" + strings.ToLower(seen[i][1])}
		slices.Sort(card)
		if x.Kind != want || !slices.Equal(refs, card) {
			t.Errorf("decision %d is %s about %v, the card was %v", i, x.Kind, refs, card)
		}
	}
}

// answerBox presses the last button of the question that is open.
func (k *desk) answerBox() {
	k.t.Helper()
	all := k.boxButtons()
	all[len(all)-1].Tapped(nil)
}

// TestLikelyPairsCanBeLeftOut: of the pairs to be joined together those that a person unticks stay waiting; the joins are taken
// back at one press. Without any that is ticked nothing is settled.
func TestLikelyPairsCanBeLeftOut(t *testing.T) {
	d, err := dossier.Open(filepath.Join(t.TempDir(), "likely.dossier"), dossier.Options{Create: true, Who: "Ana"})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if _, err := d.Add(context.Background(), intake.Read(context.Background(), []string{writeNamesakes(t)}, intake.Options{}), nil); err != nil {
		t.Fatal(err)
	}
	k := newDesk(t, sure{d}, look.Light)
	k.Do("view.review")
	before := k.Review.Model.Len()
	k.Rune('b')
	list := k.Fyne.Canvas().Focused()
	list.TypedRune('a')
	k.answerBox()
	if log, err := d.Log(); err != nil || len(log) > 0 || !k.covered() {
		t.Fatalf("without a tick %d decisions, %v", len(log), err)
	}
	list.TypedRune('a')
	for range 2 {
		list.TypedKey(key(fyne.KeySpace))
	}
	k.shoot("review-leave-out-light")
	k.answerBox()
	k.until("the others are joined", func() bool { return k.job == nil })
	if log, err := d.Log(); err != nil || len(log) != 4 || k.Review.Model.Len() != before-4 {
		t.Fatalf("%d decisions, %d pairs of %d wait, %v", len(log), k.Review.Model.Len(), before, err)
	}
	k.undoAll(4)
	k.until("all are undone", func() bool { return !k.deciding && k.Review.Model.Len() == before })
}

// sure is a dossier of which six pairs are very likely.
type sure struct{ *dossier.Dossier }

func (s sure) Proposals() ([]dossier.Proposal, error) {
	all, err := s.Dossier.Proposals()
	for i := range all {
		all[i].Score = 0.8
	}
	for i := range 6 {
		all[50*i].Score = 0.95
	}
	return all, err
}

// TestReviewShowsWhoIsMeant: of two names the card shows a sentence of each, and a digit or a button leads to its article, and back.
func TestReviewShowsWhoIsMeant(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.Do("view.review")
	for k.Review.Model.Chosen().Kind != "speaker" {
		k.Rune('j')
	}
	at := k.Review.Model.Chosen().A
	for _, size := range []fyne.Size{fyne.NewSize(900, 600), fyne.NewSize(1920, 1080), fyne.NewSize(1280, 800)} {
		k.Fyne.Resize(size)
		k.shoot(fmt.Sprintf("review-names-%.0f", size.Width))
		k.shows("It holds, ")
		k.shows("Read in article (2)")
	}
	k.Rune('2')
	if k.Current() != "Reader" || k.Reader.Model.ID != "a0" || k.Reader.Model.Selected() == nil {
		t.Fatalf("2 leads to %s, article %s", k.Current(), k.Reader.Model.ID)
	}
	k.Do("view.back")
	if k.Current() != "Review" || k.Review.Model.Chosen().A != at {
		t.Errorf("back is %s at %s", k.Current(), k.Review.Model.Chosen().A)
	}
	k.Rune('4') // there are two only
	if k.Current() != "Review" {
		t.Errorf("4 leads to %s", k.Current())
	}
}

// TestReviewShowsWhatStandsAround: of two statements the card shows the sentences around each, with the way to their article.
func TestReviewShowsWhatStandsAround(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Light)
	k.Do("view.review")
	for k.Review.Model.Chosen().Kind != "statement" {
		k.Rune('j')
	}
	for _, size := range []fyne.Size{fyne.NewSize(900, 600), fyne.NewSize(1920, 1080), fyne.NewSize(1280, 800)} {
		k.Fyne.Resize(size)
		k.shoot(fmt.Sprintf("review-statements-%.0f", size.Width))
		k.shows("Read in article (2)")
	}
	p := k.Review.Model.Chosen()
	k.Rune('2')
	if k.Current() != "Reader" || k.Reader.Model.ID != p.PrintedB.Article || k.Reader.Model.Selected().Quote != p.PrintedB.Quote {
		t.Fatalf("2 leads to %s, article %s, not to that of %s", k.Current(), k.Reader.Model.ID, p.NameB)
	}
}

// refusing is a dossier that settles nothing: since it can only be read, or for another reason.
type refusing struct {
	*paper
	why error
}

func (r refusing) Writable() bool { return !errors.Is(r.why, store.ErrReadOnly) }

func (r refusing) Decide(d decision.Decision) (decision.Decision, error) { return d, r.why }

// TestRefusedPairStays: a pair that could not be decided waits on, with the cursor on it.
func TestRefusedPairStays(t *testing.T) {
	for _, why := range []error{store.ErrReadOnly, errors.New("disk is full")} {
		k := newDesk(t, refusing{flood(), why}, look.Light)
		k.Do("view.review")
		for _, r := range "aro" {
			before, n := k.Review.Model.Chosen().A, k.Review.Model.Len()
			k.Rune(r)
			k.until("it is refused", func() bool { return !k.deciding && k.covered() })
			if k.Review.Model.Len() != n || k.Review.Model.Chosen().A != before {
				t.Errorf("%v: after %c %d of %d pairs wait, the cursor is at %s", why, r, k.Review.Model.Len(), n, k.Review.Model.Chosen().A)
			}
			k.Dismiss()
		}
	}
}

// TestPageKeysInReview move in the queue as in every list.
func TestPageKeysInReview(t *testing.T) {
	p := flood()
	for i := range 60 {
		x := p.proposals[0]
		x.A = fmt.Sprintf("p-%d", i)
		p.proposals = append(p.proposals, x)
	}
	k := newDesk(t, p, look.Light)
	k.Do("view.review")
	at := func() string { return k.Review.Model.Chosen().A }
	first := at()
	var seen []string
	for _, name := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyEnd, fyne.KeyHome} {
		k.Key(key(name))
		seen = append(seen, at())
	}
	if seen[0] == first || seen[1] != first || seen[2] != "p-59" || seen[3] != first {
		t.Errorf("from %s the keys lead to %v", first, seen)
	}
	k.Key(key(fyne.KeyEnd))
	k.shoot("review-end-light")
}

// TestReviewOfWhatIsGone: a pair whose article went since it was proposed is shown without the sentences around it, and no error.
func TestReviewOfWhatIsGone(t *testing.T) {
	d := flood()
	d.proposals[1].PrintedA = dossier.Printed{Outlet: "Selk Courier", Article: "gone", Quote: "q"}
	k := newDesk(t, d, look.Light)
	k.Do("view.review")
	for k.Review.Model.Chosen().Kind != "statement" {
		k.Rune('j')
	}
	k.shows("Selk Courier")
	if k.covered() {
		t.Error("an error lies over the screen")
	}
}

// TestSettledPairIsNotOpened: once the last pair is settled its sentences are not opened any more, and from an article that was opened
// here Back leads here.
func TestSettledPairIsNotOpened(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Light)
	k.Do("view.review")
	if k.Review.Model.Len() == 0 {
		t.Fatal("no pair waits")
	}
	k.Rune('1')
	if k.Current() != "Reader" {
		t.Fatalf("1 leads to %s", k.Current())
	}
	back := slices.IndexFunc(test.LaidOutObjects(k.Fyne.Content()), func(o fyne.CanvasObject) bool {
		b, ok := o.(*widget.Button)
		return ok && b.Text == "Back"
	})
	if back < 0 {
		t.Fatal("no way back")
	}
	test.LaidOutObjects(k.Fyne.Content())[back].(*widget.Button).Tapped(nil)
	if k.Current() != "Review" {
		t.Fatalf("Back leads to %s", k.Current())
	}
	for k.Review.Model.Len() > 0 {
		before := k.Review.Model.Len()
		k.Rune('r')
		k.until("it is settled", func() bool { return !k.deciding && k.Review.Model.Len() < before })
	}
	k.Rune('1')
	if k.Current() != "Review" {
		t.Errorf("with nothing left 1 leads to %s", k.Current())
	}
}
