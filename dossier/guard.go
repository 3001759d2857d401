package dossier

import "quotidian/matching/wording"

// guarded compares two wordings. A panic there is a mistake of ours that these two texts brought to light; it costs what would
// be said of the two, and that is said, but not the import or the dossier, which no one could open any more.
func guarded(a, b wording.Quote, compare func() wording.Comparison) (out wording.Comparison, failed bool) {
	defer func() {
		if recover() == nil {
			return
		}
		failed = true
		out = wording.Comparison{
			Changes: []wording.Change{{Kind: wording.Reworded, From: a.Text, To: b.Text, Note: uncompared}},
			Diff:    wording.Diff{{Op: wording.Replaced, A: a.Text, B: b.Text}},
		}
	}()
	return compare(), false
}

const uncompared = "what changed could not be named: a mistake of this program"
