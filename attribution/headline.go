package attribution

import (
	"slices"
	"strings"

	"quotidian/articles/token"
	"quotidian/attribution/name"
)

// readTitle gives persons whom the text calls by their surname alone the full name that its headline prints: "Karro said" below
// "Dora Karro leaves the mill". Only a listed forename right before the surname counts, since any word of a headline may have a
// capital.
func (r *reading) readTitle(headline string) {
	var toks []token.Token
	for id := range r.entities {
		e := &r.entities[id]
		if e.kind != Person || !e.parsed.Bare() || len(e.forms) == 0 || headline == "" {
			continue
		}
		if toks == nil {
			toks = token.Scan(nil, headline)
		}
		if full := r.inTitle(headline, toks, e.forms[0]); full != "" {
			e.forms = slices.Insert(e.forms, 0, full)
			e.parsed, e.unsure, e.full = name.Parse(full), false, 1
		}
	}
}

// noForename are the words of which a headline prints more than forenames: Will, May, Dean.
const noForename = function | calendar | title | office | body | speaking | outletish

// inTitle gives a surname with the forename, and initials, that a headline prints before it; "" for none.
func (r *reading) inTitle(headline string, toks []token.Token, surname string) string {
	for i := 1; i < len(toks); i++ {
		end := int(toks[i].Start) + len(surname)
		if !strings.HasPrefix(headline[toks[i].Start:], surname) || !slices.ContainsFunc(toks[i:], func(t token.Token) bool { return int(t.End) == end }) {
			continue
		}
		given := i - 1
		for given > 0 && toks[given].End-toks[given].Start <= 2 && (toks[given].Has(token.Capital) || toks[given].Kind == token.Punct) {
			given-- // Dora K. Karro
		}
		t := toks[given]
		if c := r.words.classify(headline, t); t.Has(token.Capital) && c&forename != 0 && c&noForename == 0 {
			return oneLine(headline[t.Start:end])
		}
	}
	return ""
}
