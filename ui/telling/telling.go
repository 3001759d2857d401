// Package telling says in words what an entry of the log decided and about what: the words of a quote with where they were
// printed, names, articles. The log, and the messages of what was undone, speak alike.
package telling

import (
	"strings"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// kinds says in words what was decided; [decision.Outlet] is a noun that is counted elsewhere.
var kinds = map[decision.Kind]string{
	decision.Same: "are the same", decision.Never: "never the same", decision.Split: "split off", decision.Rename: "renamed",
	decision.Role:        "role",
	decision.Reattribute: "other speaker", decision.NotAQuote: "not a quote", decision.MissedQuote: "missed quote",
	decision.Unsure: "left open", decision.Confirm: "confirmed", decision.Reject: "rejected", decision.Note: "note",
	decision.Origin: "agency", decision.Date: "date", decision.Dismiss: "fault dismissed", decision.Undo: "taken back",
	decision.Redo: "brought back",
}

// Kind says what was decided.
func Kind(k decision.Kind) string {
	if k == decision.Outlet {
		return say.One("outlet")
	}
	return say.T(kinds[k])
}

// What is the kind of a decision with its value, if it has one.
func What(d *decision.Decision) string {
	switch {
	case d.Value == "" && d.Kind == decision.Role:
		return say.T("no role")
	case d.Value == "":
		return Kind(d.Kind)
	}
	return Kind(d.Kind) + ": " + d.Value
}

// Printed says where something stands: outlet and day.
func Printed(a *dossier.ArticleInfo) string {
	if a.ID == "" {
		return ""
	}
	return a.Outlet.Name + ", " + say.Published(a.Published)
}

// Words gives what a subject is called, cut to so many characters: words in quotation marks, names and headlines as they are.
func Words(s *dossier.Subject, most int) string {
	text := s.Text
	switch {
	case text == "" && s.Article.Title != "":
		text = s.Article.Title
	case text == "":
		text = s.Article.Path
	}
	text = widget.OneLine(strings.TrimSpace(text), most)
	if s.IsQuote() {
		return say.T("“%s”", strings.Trim(text, `"“”„`))
	}
	return text
}

// shown is how many things one line names of those that a decision is about.
const shown = 3

// About says in one line what a decision is about.
func About(subjects []dossier.Subject, most int) string {
	var parts []string
	for i := range subjects[:min(len(subjects), shown)] {
		s := &subjects[i]
		part := Words(s, most)
		if printed := Printed(&s.Article); printed != "" {
			part += " (" + printed + ")"
		}
		parts = append(parts, part)
	}
	if more := len(subjects) - shown; more > 0 {
		parts = append(parts, say.T("and %s more", say.Number(more)))
	}
	return strings.Join(parts, " · ")
}

// sentenceWords is how much of a quote a message says, in characters.
const sentenceWords = 60

// Parted gives what a decision is about; of a split it is what left, and stays is what it left.
func Parted(d *decision.Decision, found map[string]dossier.Subject) (about, stays []dossier.Subject) {
	if d.Kind != decision.Split {
		return dossier.About(d, found), nil
	}
	return dossier.About(&decision.Decision{Targets: d.Targets}, found), dossier.About(&decision.Decision{Targets: d.Against}, found)
}

// Line says in one line what a decision is about, and of a split what stays.
func Line(about, stays []dossier.Subject, most int) string {
	if len(stays) == 0 {
		return About(about, most)
	}
	return say.T("%s – stays: %s", About(about, most), About(stays, most))
}

// Sentence says of a decision what it is about and what it says of that; of a split only what left, which is what is looked for.
func Sentence(d *decision.Decision, found map[string]dossier.Subject) string {
	about, _ := Parted(d, found)
	if len(about) == 0 {
		return What(d)
	}
	return What(d) + " – " + About(about, sentenceWords)
}
