package decision

// History is the state of undo and redo after reading a log.
type History struct {
	// Active holds the decisions in force, in the order in which they came into force.
	Active []Decision
	// Undone holds the entries that Redo would bring back, the next one last.
	Undone []Decision
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
		h.Active, h.Undone = move(h.Active, h.Undone, d.Of)
	case Redo:
		h.Undone, h.Active = move(h.Undone, h.Active, d.Of)
	default:
		h.Active = append(h.Active, d)
		h.Undone = nil
	}
}

// move takes entry seq out of from and appends it to to. What is left of from is a copy, so that a view that
// still holds the old slice never sees it change.
func move(from, to []Decision, seq int64) (rest, grown []Decision) {
	for i := range from {
		if from[i].Seq == seq {
			rest = append(append(make([]Decision, 0, len(from)-1), from[:i]...), from[i+1:]...)
			return rest, append(to, from[i])
		}
	}
	return from, to
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
	for i := range h.Active {
		if h.Active[i].Seq == seq {
			return h.Active[i], true
		}
	}
	return Decision{}, false
}
