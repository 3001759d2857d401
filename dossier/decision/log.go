package decision

import "slices"

// History is the state of undo and redo after reading a log.
type History struct {
	// Active holds the decisions in force, in the order in which they came into force.
	Active []Decision
	// Undone holds the entries that Redo would bring back, the next one last.
	Undone []Decision
	// gone holds every entry that was undone and not brought back. A redo finds its entry here: where two logs were
	// put together, another person's decision may stand between an undo and its redo.
	gone []Decision
}

// Fold reads a log from its first entry and gives what holds now. A new decision forgets what could be redone,
// as every editor does; the log itself forgets nothing.
func Fold(log []Decision) History {
	var h History
	for i := range log {
		h.Apply(log[i])
	}
	return h
}

// Apply reads one more entry.
func (h *History) Apply(d Decision) {
	switch d.Kind {
	case Undo:
		if e, ok := h.Find(d.Of); ok {
			h.Active = without(h.Active, d.Of)
			h.Undone, h.gone = append(h.Undone, e), append(h.gone, e)
		}
	case Redo:
		if i := index(h.gone, d.Of); i >= 0 {
			h.Active = append(h.Active, h.gone[i])
			h.Undone, h.gone = without(h.Undone, d.Of), without(h.gone, d.Of)
		}
	default:
		h.Active = append(h.Active, d)
		h.Undone = nil
	}
}

// without gives a copy of from that lacks entry seq, so that a view that still holds from never sees it change.
func without(from []Decision, seq int64) []Decision {
	return slices.DeleteFunc(slices.Clone(from), func(d Decision) bool { return d.Seq == seq })
}

func index(in []Decision, seq int64) int {
	return slices.IndexFunc(in, func(d Decision) bool { return d.Seq == seq })
}

// NextUndo gives the newest decision in force.
func (h *History) NextUndo() (Decision, bool) { return last(h.Active) }

// NextRedo gives the decision undone last.
func (h *History) NextRedo() (Decision, bool) { return last(h.Undone) }

func last(ds []Decision) (Decision, bool) {
	if len(ds) == 0 {
		return Decision{}, false
	}
	return ds[len(ds)-1], true
}

// Find gives the decision in force with that number.
func (h *History) Find(seq int64) (Decision, bool) {
	if i := index(h.Active, seq); i >= 0 {
		return h.Active[i], true
	}
	return Decision{}, false
}
