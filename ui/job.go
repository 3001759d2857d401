package ui

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"quotidian/ui/command"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// notifyAfter is how long a job takes before its end is told to the desktop: whoever waits longer looks elsewhere.
const notifyAfter = 10 * time.Second

// beginJob shows a job in the status line; ok is false when another one is under way.
func (w *Window) beginJob(what string) (ctx context.Context, ok bool) {
	if w.job != nil {
		w.Say(say.T("Another job is under way; it can be cancelled below"))
		return nil, false
	}
	w.hide()
	w.toast.Hide() // what it offers is about what was done before
	ctx, cancel := w.work.Context()
	w.job, w.jobBegan, w.ending = cancel, time.Now(), false
	w.status.begin(what, w.CancelJob)
	w.cancellable()
	return ctx, true
}

// CancelJob stops the job under way, if any; what it did until then stays.
func (w *Window) CancelJob() {
	switch {
	case w.job == nil:
	case w.ending:
		w.Say(say.T("What was read is being joined; this ends by itself"))
	default:
		w.status.progress(say.T("Stopping…"))
		w.job()
	}
}

// finish takes the way to cancel away, for the end of a job that cannot be stopped halfway.
func (w *Window) finish() {
	w.ending = true
	w.status.cancel.Hide()
	w.cancellable()
}

// cancellable has the menu offer to cancel a job while there is one that can be.
func (w *Window) cancellable() {
	menu := w.Fyne.MainMenu()
	command.Item(menu, command.Find(w.Commands, "file.cancel")).Disabled = w.job == nil || w.ending
	menu.Refresh()
}

func (w *Window) endJob() {
	w.job()
	w.job = nil
	w.status.end()
	w.cancellable()
}

// report says how a job ended; after a long one the desktop says it too.
func (w *Window) report(message string) {
	w.Say(message)
	if time.Since(w.jobBegan) >= w.notifyAfter {
		w.app.SendNotification(fyne.NewNotification("Quotidian", message))
	}
}

// Job runs long work on a goroutine, with a line at the bottom that says what it is and can cancel it. What the work
// returns runs on the UI goroutine.
func (w *Window) Job(what string, work func(context.Context) (done func())) {
	ctx, ok := w.beginJob(what)
	if !ok {
		return
	}
	w.work.Go(func(context.Context) func() {
		done := work(ctx)
		return func() {
			done()
			w.endJob()
		}
	})
}

// Busy reports whether a job is under way.
func (w *Window) Busy() bool { return w.job != nil }

// Close closes the window, after a question where that would end a job: one that has run for a while ends at a key beside
// others, and nobody saw how far it was.
func (w *Window) Close() {
	switch {
	case w.job == nil:
		w.Fyne.Close()
		return
	case slices.Contains(w.questions, w.leaving):
		return // it is asked already
	}
	why := say.T("A job is under way: %s. Closing the window ends it; what it did until then stays.", w.status.doing())
	if w.ending {
		why = say.T("What was read is being joined. Closing the window ends that; it is done when the dossier is opened again.")
	}
	w.Confirm(say.T("Close this window all the same?"), say.T("Close the window"), widget.Prose(widget.Run{Text: why}), w.Fyne.Close)
	w.leaving = w.questions[len(w.questions)-1]
}
