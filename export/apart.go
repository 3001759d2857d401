package export

import (
	"slices"

	"quotidian/dossier"
	"quotidian/matching/wording"
)

// differs reports whether a wording says something else than the first one.
func differs(w *dossier.Wording) bool { return severityOf(wording.KindsOf(w.Changes)) == serious }

// foreign reports whether a wording stands in an outlet that does not print the first one. What one outlet prints in two ways, its
// readers have in both: that is no difference between outlets.
func foreign(s *dossier.Statement, w *dossier.Wording) bool {
	return slices.ContainsFunc(w.Outlets, func(o string) bool { return !slices.Contains(s.Wordings[0].Outlets, o) })
}

// apart gives the wordings of a statement in which one outlet says something else than another.
func apart(s *dossier.Statement) []*dossier.Wording {
	return among(s, func(w *dossier.Wording) bool { return differs(w) && foreign(s, w) })
}

// within gives the wordings in which an outlet says something else than it says itself.
func within(s *dossier.Statement) []*dossier.Wording {
	return among(s, func(w *dossier.Wording) bool { return differs(w) && !foreign(s, w) })
}

// among gives the wordings behind the first for which is holds.
func among(s *dossier.Statement, is func(*dossier.Wording) bool) []*dossier.Wording {
	var all []*dossier.Wording
	for i := 1; i < len(s.Wordings); i++ {
		if w := &s.Wordings[i]; is(w) {
			all = append(all, w)
		}
	}
	return all
}
