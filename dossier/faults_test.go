package dossier

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"quotidian/articles"
	"quotidian/dossier/decision"
)

// addFaults imports inputs that cannot be read.
func addFaults(t *testing.T, d *Dossier, paths ...string) {
	t.Helper()
	var items []articles.Item
	for _, p := range paths {
		items = append(items, articles.Item{Fault: &articles.Fault{Path: p, Reason: "a picture"}})
	}
	b, err := d.Add(context.Background(), slices.Values(items), nil)
	if err != nil || !b.Holds() || len(b.Faults) != len(paths) {
		t.Fatalf("%+v, %v", b, err)
	}
}

func faultsOf(t *testing.T, d *Dossier) string {
	t.Helper()
	list, err := d.Faults()
	if err != nil {
		t.Fatal(err)
	}
	n, err := d.Counts()
	if err != nil || n.Faults != len(list) {
		t.Errorf("%d faults counted, %d listed, %v", n.Faults, len(list), err)
	}
	var paths []string
	for _, f := range list {
		paths = append(paths, f.Path)
	}
	return strings.Join(paths, " ")
}

// TestDismiss: a fault that a person dismissed is listed no more, also for whoever opens the file next, until the decision is
// taken back or the input is tried again in vain.
func TestDismiss(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	addFaults(t, d, "a.pdf", "b.zip#x", "odd\xff.txt")
	dismiss := func(paths ...string) decision.Decision {
		t.Helper()
		dec := decision.Decision{Kind: decision.Dismiss}
		list, err := d.Faults()
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range list {
			if slices.Contains(paths, f.Path) {
				dec.Targets = append(dec.Targets, FaultRef(f))
			}
		}
		return decide(t, d, dec)
	}
	if made := dismiss("a.pdf"); made.Before != "a.pdf: a fault" || made.After != "a.pdf: a fault, dismissed" {
		t.Errorf("%+v", made)
	}
	if made := dismiss("b.zip#x", "odd\xff.txt"); made.After != "2 faults, 2 of them dismissed" {
		t.Errorf("%+v", made)
	}
	d.Close()
	d = reopen(t, d.Path())
	if got := faultsOf(t, d); got != "" {
		t.Errorf("listed after a restart: %s", got)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := faultsOf(t, d); got != "b.zip#x odd\xff.txt" {
		t.Errorf("listed after undo: %s", got)
	}
	addFaults(t, d, "a.pdf")
	if got := faultsOf(t, d); got != "a.pdf b.zip#x odd\xff.txt" {
		t.Errorf("listed after trying in vain: %s", got)
	}
	again := dismiss("a.pdf")
	if got := faultsOf(t, d); got != "b.zip#x odd\xff.txt" {
		t.Errorf("listed after the second time: %s", got)
	}
	for _, wrong := range []string{again.Targets[0], "fault:none", "fault:"} {
		if _, err := d.Decide(decision.Decision{Kind: decision.Dismiss, Targets: []string{wrong}}); err == nil {
			t.Errorf("%s was dismissed", wrong)
		}
	}
	if _, err := d.Decide(decision.Decision{Kind: decision.Reject, Targets: again.Targets}); err == nil {
		t.Error("a fault was rejected")
	}
	sameFromNothing(t, d)
}

// TestDismissedIsMerged: what one dossier dismissed is dismissed in both, where the other did not try it later.
func TestDismissedIsMerged(t *testing.T) {
	a, b := newDossier(t), newDossier(t)
	for _, d := range []*Dossier{a, b} {
		mustAdd(t, d, port()...)
		addFaults(t, d, "a.pdf")
	}
	addFaults(t, a, "a.pdf")
	list, err := a.Faults()
	if err != nil {
		t.Fatal(err)
	}
	decide(t, a, decision.Decision{Kind: decision.Dismiss, Targets: []string{FaultRef(list[0])}})
	a.Close()
	b.Close()
	if _, err := Merge(context.Background(), a.Path(), b.Path(), Options{}); err != nil {
		t.Fatal(err)
	}
	if got := faultsOf(t, reopen(t, a.Path())); got != "" {
		t.Errorf("listed: %s", got)
	}
}

// TestDismissMany: thousands of faults are dismissed at once in no more time than it takes to write them down.
func TestDismissMany(t *testing.T) {
	d := newDossier(t)
	paths := make([]string, 5000)
	for i := range paths {
		paths[i] = fmt.Sprintf("desk/archive.zip#scan%d.pdf", i)
	}
	addFaults(t, d, paths...)
	list, err := d.Faults()
	if err != nil {
		t.Fatal(err)
	}
	dec := decision.Decision{Kind: decision.Dismiss}
	for _, f := range list {
		dec.Targets = append(dec.Targets, FaultRef(f))
	}
	start := time.Now()
	decide(t, d, dec)
	if took := time.Since(start); took > 5*time.Second { // by comparing all with all it took nine
		t.Errorf("it took %v", took)
	}
	if got := faultsOf(t, d); got != "" {
		t.Errorf("listed: %s", got)
	}
}
