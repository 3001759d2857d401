package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"quotidian/dossier"
	"quotidian/ui/look"
)

// alone gives statements of one appearance each, in the order of the list.
func alone(k *desk) []dossier.StatementRow {
	var out []dossier.StatementRow
	for i := range k.Statements.Model.Len() {
		if r := k.Statements.Model.Row(i); r.Appearances == 1 {
			out = append(out, *r)
		}
	}
	if len(out) < 4 {
		k.t.Fatalf("%d statements of one appearance", len(out))
	}
	return out
}

// settled waits until what was decided is on disk and told.
func (k *desk) settled() {
	k.t.Helper()
	k.until("it is settled", func() bool { return !k.deciding })
}

// TestBackLeadsToWhatWasLeft: a statement, its article, another statement of that article; the way back goes through the
// same three, each as it was.
func TestBackLeadsToWhatWasLeft(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Light)
	first, other := k.richest(), alone(k)[0].ID
	k.OpenStatement(first)
	k.Rune('j')
	chosen := k.Statement.Model.At()
	k.Key(key(fyne.KeyReturn))
	article, quote := k.Reader.Model.ID, k.Reader.Model.Selected().Quote
	k.OpenStatement(other)
	k.Statement.OpenArticle()
	if k.Reader.Model.ID == article {
		t.Fatal("both statements stand in one article")
	}
	k.Back()
	if k.Current() != "Statement" || k.Statement.Model.ID != other {
		t.Errorf("back to %s of %s", k.Current(), k.Statement.Model.ID)
	}
	k.Back()
	if a := k.Reader.Model.Selected(); k.Current() != "Reader" || k.Reader.Model.ID != article || a == nil || a.Quote != quote {
		t.Errorf("back to %s of %s, at %v", k.Current(), k.Reader.Model.ID, a)
	}
	k.Back()
	if k.Current() != "Statement" || k.Statement.Model.ID != first || k.Statement.Model.At() != chosen {
		t.Errorf("back to %s of %s", k.Current(), k.Statement.Model.ID)
	}
}

// TestTakenAwayAndBack: a statement whose only quote is none is no more; undoing shows it again, and the keys for the next
// and the previous one work all the time, also from what is no more.
func TestTakenAwayAndBack(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Light)
	id := alone(k)[1].ID
	k.OpenStatement(id)
	k.Rune('x')
	k.settled()
	if k.Statement.Model != nil {
		t.Fatal("it is still shown")
	}
	k.Rune(']')
	if k.Statement.Model == nil || k.Statement.Model.ID == id || k.Statements.Chosen() != k.Statement.Model.ID {
		t.Fatalf("the next one is %+v, the cursor of the list is on %s", k.Statement.Model, k.Statements.Chosen())
	}
	k.Rune('[')
	if m := k.Statement.Model; m == nil || k.Statements.Model.Index(m.ID) >= k.Statements.Model.Index(id) {
		t.Fatal("the one before it is not reached")
	}
	k.Rune(']')
	k.Rune('x')
	k.settled()
	gone := k.Statement.Model == nil
	k.Undo()
	k.settled()
	if !gone || k.Statement.Model == nil {
		t.Error("undone, and it is still no more")
	}
}

// TestJoinedShowsTheWhole: a statement that was joined with another is shown as what the two are now, and alone again when
// that is undone.
func TestJoinedShowsTheWhole(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Light)
	for _, at := range [][2]int{{0, 2}, {2, 0}} {
		rows := alone(k)
		id := rows[at[0]].ID
		k.OpenStatement(id)
		k.Decide(k.Statement.Model.Join(rows[at[1]].ID), "Joined")
		k.settled()
		if m := k.Statement.Model; m == nil || len(m.Appearances) != 2 {
			t.Fatalf("joined, and shown is %+v", m)
		}
		k.Undo()
		k.settled()
		if m := k.Statement.Model; m == nil || m.ID != id {
			t.Errorf("undone, and shown is %+v", m)
		}
	}
}

// TestAnswersAreAboutWhatWasAsked: what is shown may be another thing, or nothing any more, when an answer is given.
func TestAnswersAreAboutWhatWasAsked(t *testing.T) {
	d := sampleDossier(t)
	k := newDesk(t, d, look.Light)
	k.OpenStatement(alone(k)[0].ID)
	quote := string(k.Statement.Model.Chosen().Quote)
	k.Rune('t')
	k.Decide(k.Statement.Model.NotAQuote(), "Not a quote")
	k.settled()
	if k.Statement.Model != nil || !k.covered() {
		t.Fatal("the question is gone, or the statement still there")
	}
	k.Fyne.Canvas().Focused().TypedRune('y')
	k.Fyne.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	k.settled()
	log, err := d.Log()
	if err != nil || len(log) != 2 || log[1].Value != "y" || log[1].Targets[0] != "quote:"+quote {
		t.Errorf("%+v, %v", log, err)
	}
}
