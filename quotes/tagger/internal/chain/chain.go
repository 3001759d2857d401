// Package chain labels sequences with a linear-chain conditional random field over hashed features, in integers.
//
// A token's score for a label is the sum of weight rows, one per feature; a label can also be scored where its
// run begins and where it ends, so that eight labels do the work of the usual begin/inside/end/single sets.
// Weights and sums are integers, so the same text gives the same labels on every machine.
package chain

// Label is what a token is in an attribution. Source and content are split by the side on which their cue
// stands, and the gaps between the parts of one attribution have labels of their own: so one sequence of labels
// says which source and content belong to which cue.
type Label uint8

// The labels.
const (
	None          Label = iota // part of no attribution
	Before                     // gap before the cue, after a source or content of it
	After                      // gap after the cue, before a source or content of it
	Cue                        // the words that attribute
	SourceBefore               // source whose cue stands to the right
	SourceAfter                // source whose cue stands to the left
	ContentBefore              // content whose cue stands to the right
	ContentAfter               // content whose cue stands to the left
	Labels        = 8
)

// A row of weights has one for each label, then one for the beginning of a run of each label but None, then one
// for its end.
const (
	Begin = Labels - 1         // Begin+label is the index of the weight for the beginning of a run
	End   = Begin + Labels - 1 // End+label: for its end
	Width = End + Labels
)

// Unit is the fixed-point scale of all scores: 1.0 is stored as Unit. Learning with dropout makes many small weights,
// hardly one above 0.25, so that five bits hold them at this scale; eight bits at four times the scale find the same
// (docs/extraction.md).
const Unit = 64

// Scores are the summed weights of one token.
type Scores [Width]int32

// Transitions16 scores neighbouring labels, given the shape of the later token, and the labels at both ends, as a model
// file keeps it.
type Transitions16 struct {
	Pair  [Shapes][Labels][Labels]int16
	Start [Labels]int16
	Stop  [Labels]int16
}

// Shapes is the number of token shapes that transitions tell apart.
const Shapes = 14

// Moves is [Transitions16] laid out for summing: factors, each e to the power of a score.
type Moves struct {
	stay        [Shapes][Labels]float64
	pair        [Shapes][Labels][Labels]float64 // by the earlier, then the later label; 0 where both are the same
	start, stop [Labels]float64
}

// Factors makes the scores ready for use.
func (t *Transitions16) Factors() *Moves {
	m := &Moves{}
	for s := range Shapes {
		for p := range Labels {
			for c, v := range t.Pair[s][p] {
				m.pair[s][p][c] = exp(int32(v))
			}
			m.stay[s][p] = m.pair[s][p][p]
			m.pair[s][p][p] = 0
		}
	}
	for c := range Labels {
		m.start[c], m.stop[c] = exp(int32(t.Start[c])), exp(int32(t.Stop[c]))
	}
	return m
}
