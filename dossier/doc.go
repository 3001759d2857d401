// Package dossier is a person's work in one file: the articles read, what the machine made of them, and what
// the person decided.
//
// Every view is a fold of three things: what was read, what the machine found in it, and the log of decisions
// laid over that. Nothing else has state, so the same articles and the same decisions give the same dossier
// whatever the order in which they came, and undoing every decision gives back what the machine said.
//
//	d, err := dossier.Open("war.dossier", dossier.Options{Create: true, Who: "ana"})
//	balance, err := d.Add(ctx, items, nil)          // found = added + already there + faults
//	rows, err := d.Statements(dossier.Filter{Search: "ceasefire"})
//	entry, err := d.Decide(decision.Decision{Kind: decision.Same, Targets: []string{a, b}})
//
// How it is made, from the leaves:
//
//   - decision: the log, undo and redo, and what joins and parts;
//   - store: the file (SQLite), behind one interface;
//   - corpus.go: all quotes in memory, without the texts of the articles;
//   - overlay.go, speakers.go, anew.go, statements.go, fold.go: the fold, a pure function of corpus and decisions;
//   - add.go, decide.go: the two ways in;
//   - read.go, statement.go: the views out.
//
// Ids come from content: a quote's from its article and place, a statement's and a speaker's from the smallest
// of their members, so they stay as a cluster grows unless a smaller member joins; an id that once named a
// statement or speaker is found for good through that member.
//
// A Dossier may be used by several goroutines. One program at a time writes to a file; others may read it.
package dossier
