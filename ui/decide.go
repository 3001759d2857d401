package ui

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/background"
	"quotidian/ui/say"
	"quotidian/ui/telling"
	"quotidian/ui/widget"
)

// decider settles things; *dossier.Dossier is one.
type decider interface {
	Decide(decision.Decision) (decision.Decision, error)
	Undo() (decision.Decision, error)
	Redo() (decision.Decision, error)
	Withdraw(seq int64) (decision.Decision, error)
	Log() ([]decision.Decision, error)
	Subjects(decided []decision.Decision) (map[string]dossier.Subject, error)
}

// Decide settles something, says so, and offers the way back. It runs on a goroutine, because every decision is
// on disk and joined into all views before it returns.
func (w *Window) Decide(d decision.Decision, said string) {
	w.settle(func() (string, error) {
		d, err := w.dossier.Decide(d)
		if n := dossier.Learnt(&d); n > 0 {
			said = say.T("%s (learnt from it: %s scored anew)", said, say.N(n, "pair"))
		}
		return said, err
	}, "Undo")
}

// DecideAll settles one thing about each of many, as decisions that can be taken back one by one, and offers the way back
// from all of them. It shows how far it is and can be cancelled; what was settled until then stays. One that speaks against
// what was settled before is left out, and said; so is what is settled further about the same things, as the name of who leaves.
func (w *Window) DecideAll(all []decision.Decision, said string) {
	if len(all) == 1 {
		w.Decide(all[0], said)
		return
	}
	ctx, ok := w.beginJob(said)
	if !ok {
		return
	}
	progress := background.Progress(w.work, func(done int) {
		w.status.progress(say.T("%s: %s of %s", said, say.Number(done), say.Number(len(all))))
	})
	w.work.Go(func(context.Context) func() {
		made, refused, err := w.decideAll(ctx, all, progress)
		return func() {
			w.endJob()
			w.changed()
			if err = cmp.Or(err, refused); err != nil && !errors.Is(err, context.Canceled) {
				w.Failed(err)
			}
			if made == 0 {
				return // there is no way back to offer
			}
			if made < len(all) {
				said = say.T("%s: %s of %s", said, say.Number(made), say.Number(len(all)))
			}
			w.say(said, say.T("Undo"), func() { w.undoAll(made) })
		}
	})
}

// decideAll settles one after the other until one fails, and gives how many were settled and why the last one was refused that was.
func (w *Window) decideAll(ctx context.Context, all []decision.Decision, progress func(done int)) (made int, refused, err error) {
	var out []string // what the last contradiction was about
	for i := range all {
		if err = ctx.Err(); err != nil {
			return made, refused, err
		}
		if slices.Equal(all[i].Targets, out) {
			continue
		}
		_, err = w.dossier.Decide(all[i])
		var against *decision.Contradiction
		switch {
		case errors.As(err, &against):
			refused, out = err, all[i].Targets
		case errors.Is(err, dossier.ErrSettled):
			refused = err
		case err != nil:
			return made, refused, err
		default:
			made++
		}
		progress(i + 1)
	}
	return made, refused, nil
}

// undoAll takes the newest decisions back, so many of them.
func (w *Window) undoAll(n int) {
	w.settle(func() (string, error) {
		for range n {
			if _, err := w.dossier.Undo(); err != nil {
				return "", err
			}
		}
		return say.T("Undone: %s", say.N(n, "decision")), nil
	}, "")
}

// Undo takes the newest decision back, Redo brings it back.
func (w *Window) Undo() {
	w.settle(func() (string, error) {
		d, err := w.dossier.Undo()
		return w.told("Undone: %s", &d, err)
	}, "Redo")
}

// Redo brings back what Undo took last.
func (w *Window) Redo() {
	w.settle(func() (string, error) {
		d, err := w.dossier.Redo()
		return w.told("Done again: %s", &d, err)
	}, "Undo")
}

// Withdraw takes one entry of the log back and leaves later ones in force.
func (w *Window) Withdraw(seq int64) {
	w.settle(func() (string, error) {
		d, err := w.dossier.Withdraw(seq)
		return w.told("Taken back: %s", &d, err)
	}, "Undo")
}

// told says in a sentence what was taken or brought back: what was decided, about which words or names.
func (w *Window) told(sentence string, d *decision.Decision, err error) (string, error) {
	if err != nil {
		return "", err
	}
	log, err := w.dossier.Log()
	if err != nil {
		return "", err
	}
	of := d
	if i := slices.IndexFunc(log, func(x decision.Decision) bool { return x.Seq == d.Of }); i >= 0 {
		of = &log[i]
	}
	found, err := w.dossier.Subjects([]decision.Decision{*of})
	return say.T(sentence, telling.Sentence(of, found)), err
}

// unsaid is how long a decision may take before it is said that it is under way.
const unsaid = 600 * time.Millisecond

// settle runs one decision after the other, in the order in which they were made. act gives what is said about it, way is
// what the button beside that says, "" for no button.
func (w *Window) settle(act func() (said string, err error), way string) {
	if w.deciding {
		w.waiting = append(w.waiting, func() { w.settle(act, way) })
		return
	}
	w.deciding = true
	if w.Importing.Model.Running {
		w.Say(say.T("This is settled once the import has ended"))
	}
	working := w.work.After(unsaid, func() {
		if !w.Importing.Model.Running {
			w.Say(say.T("Working it in: whatever depends on it is joined anew…"))
		}
	})
	w.work.Go(func(context.Context) func() {
		said, err := act()
		return func() {
			working()
			w.deciding = false
			w.settled(err, said, way)
			if len(w.waiting) > 0 {
				next := w.waiting[0]
				w.waiting = w.waiting[1:]
				next()
			}
		}
	})
}

func (w *Window) settled(err error, said, way string) {
	switch {
	case errors.Is(err, dossier.ErrNothingToUndo), errors.Is(err, dossier.ErrNothingToRedo), errors.Is(err, dossier.ErrSettled):
		w.current.Reload() // a screen may have taken out of sight what it thought was settled just now
		w.Say(sentence(say.Engine(err.Error())))
		return
	case err != nil:
		w.changed() // and what a screen took out of sight is there again
		w.Failed(err)
		return
	}
	w.changed()
	undo := w.Undo
	if way == "Redo" {
		undo = w.Redo
	}
	w.say(said, say.T(way), undo)
}

// toastTime is how long a message stays: long enough to read it and reach for its button.
const toastTime = 7 * time.Second

// Say shows a message.
func (w *Window) Say(message string) { w.say(message, "", nil) }

// Offer shows a message with something that can be done about it.
func (w *Window) Offer(message, label string, act func()) { w.say(message, label, act) }

// Said is the message shown last.
func (w *Window) Said() string { return w.toast.Text() }

// lead shows a message whose button leads to a screen; whoever gets there another way needs it no more.
func (w *Window) lead(message, label string, to screen) {
	w.say(message, label, func() { w.Show(to) })
	w.leads = to
}

func (w *Window) say(message, label string, act func()) {
	w.offer(message, widget.Offer{Label: label, Do: act})
}

// offer shows a message and what can be done about it, the longer the more that is.
func (w *Window) offer(message string, offers ...widget.Offer) {
	w.hide()
	w.leads = nil
	w.toast.Say(message, offers...)
	w.hide = w.work.After(toastTime*time.Duration(len(offers)), w.toast.Hide)
}

// sentence makes a clause of an error a sentence. One that begins with the path of a file begins as that does.
func sentence(clause string) string {
	word, _, _ := strings.Cut(clause, " ")
	if clause == "" || strings.ContainsAny(word, `/\`) || filepath.Ext(strings.TrimSuffix(word, ":")) != "" {
		return clause + strings.Repeat(".", min(1, len(clause)))
	}
	_, first := utf8.DecodeRuneInString(clause)
	return strings.ToUpper(clause[:first]) + clause[first:] + "."
}
