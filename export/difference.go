package export

import (
	"strings"

	"quotidian/matching/wording"
)

// changed reports whether a diff shows any difference.
func changed(d wording.Diff) bool {
	for _, r := range d {
		if r.Op != wording.Same {
			return true
		}
	}
	return false
}

// marked writes a diff in one line of plain text, as wdiff does: [-left out-] {+put in+}.
func marked(d wording.Diff) string {
	if !changed(d) {
		return ""
	}
	var parts []string
	for _, r := range d {
		switch {
		case r.Op == wording.Same:
			parts = append(parts, r.B)
			continue
		case r.A != "":
			parts = append(parts, "[-"+r.A+"-]")
		}
		if r.B != "" {
			parts = append(parts, "{+"+r.B+"+}")
		}
	}
	return strings.Join(parts, " ")
}

// notes tells the changes in sentences.
func notes(cs []wording.Change) string {
	var all []string
	for _, c := range cs {
		switch {
		case c.Note != "":
			all = append(all, c.Note)
		case c.From != "" || c.To != "":
			all = append(all, string(c.Kind)+": “"+c.From+"” became “"+c.To+"”")
		default:
			all = append(all, string(c.Kind))
		}
	}
	return strings.Join(all, "; ")
}

// severity ranks what a change means to an editor.
type severity int

const (
	none    severity = iota
	slight           // trimmed, split
	visible          // other words, or no longer quoted
	serious          // says something else
)

func severityOf(kinds []wording.ChangeKind) severity {
	worst := none
	for _, k := range kinds {
		switch k {
		case wording.Actor, wording.Number, wording.Negation, wording.Modality, wording.Recipient, wording.Speaker:
			return serious
		case wording.Unquoted, wording.Reworded, wording.Retranslated:
			worst = visible
		default:
			worst = max(worst, slight)
		}
	}
	return worst
}

func joinKinds(kinds []wording.ChangeKind) string {
	s := make([]string, len(kinds))
	for i, k := range kinds {
		s[i] = string(k)
	}
	return strings.Join(s, ", ")
}
