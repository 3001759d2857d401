package export

import (
	"fmt"
	"strings"
	"time"

	"quotidian/dossier"
)

// Narrowed says in words which statements the export holds, "" when all: whoever gets the file did not see the question.
func (o Options) Narrowed() string {
	var only []string
	add := func(is bool, format string, args ...any) {
		if is {
			only = append(only, fmt.Sprintf(format, args...))
		}
	}
	f := &o.Filter
	add(f.Speaker != "", "of a speaker spelled like %q", f.Speaker)
	add(f.Outlet != "", "carried by an outlet named like %q", f.Outlet)
	add(!f.Since.IsZero(), "first printed on %s or later", f.Since.Format(time.DateOnly))
	add(!f.Until.IsZero(), "first printed on %s or earlier", f.Until.Format(time.DateOnly))
	add(f.Changed != "", "that an outlet changed (%s)", f.Changed)
	add(f.Alone, "that one outlet alone carried")
	add(f.Review, "that ask for a look")
	add(f.Search != "", "that hold %q", f.Search)
	if o.Listed != nil {
		add(true, "that were listed (%s)", strings.Join(o.Listed.Why, "; "))
	}
	if len(only) == 0 {
		return ""
	}
	return "only statements " + strings.Join(only, ", ") + ", with their articles, speakers and outlets; faults and the log are whole"
}

// without reports which statements the list does not hold.
func (l *Listed) without() func(dossier.StatementRow) bool {
	holds := make(map[dossier.StatementID]bool, len(l.IDs))
	for _, id := range l.IDs {
		holds[id] = true
	}
	return func(s dossier.StatementRow) bool { return !holds[s.ID] }
}
