package check

import (
	"testing"

	"quotidian/articles"
	"quotidian/draft"
	"quotidian/matching/wording"
)

func report(verdicts ...draft.Verdict) *draft.Report {
	r := &draft.Report{Text: "aaaabbbbccccdddd"}
	for i, v := range verdicts {
		r.Findings = append(r.Findings, draft.Finding{Verdict: v, Content: []articles.Span{{Start: 4 * i, End: 4*i + 3}}})
	}
	return r
}

func TestMoving(t *testing.T) {
	m := NewModel("d", report(draft.Exact, draft.Altered, draft.Exact, draft.NotFound))
	if m.at != 1 {
		t.Fatalf("begins at %d", m.at)
	}
	if !m.MoveOpen(1) || m.at != 3 || m.MoveOpen(1) || m.at != 3 {
		t.Errorf("the next open one is at %d", m.at)
	}
	m.Only(draft.Exact)
	if m.at != 0 || !m.Move(1) || m.at != 2 || m.Move(1) {
		t.Errorf("exact only: at %d", m.at)
	}
	m.Only(draft.Exact) // all again
	if !m.Move(-1) || m.at != 1 {
		t.Errorf("all again: at %d", m.at)
	}
	if NewModel("d", report()).Chosen() != nil {
		t.Error("a draft without quotes has a chosen one")
	}
}

// TestRunsKeepTheText: marking adds nothing and leaves nothing out, and what cannot stand is marked without colour too.
func TestRunsKeepTheText(t *testing.T) {
	m := NewModel("d", report(draft.Exact, draft.Altered, draft.NotFound))
	text := ""
	for _, r := range m.Runs() {
		text += r.Text
		if r.ID > 0 && r.Style.Underline == m.Findings[r.ID-1].Verdict.Fine() {
			t.Errorf("%q is marked by colour alone, or for nothing", r.Text)
		}
	}
	if text != m.Text {
		t.Errorf("shown: %q", text)
	}
}

// TestNothingIsSaidTwice: a change that the finding names is not named again below it.
func TestNothingIsSaidTwice(t *testing.T) {
	f := &draft.Finding{Why: "Selk Courier prints it otherwise; words left out", Changes: []wording.Change{{Note: "words left out"}, {Note: "“not stay” lost its negation"}, {}}}
	if got := notes(f); len(got) != 1 || got[0] != "“not stay” lost its negation" {
		t.Errorf("%q", got)
	}
}
