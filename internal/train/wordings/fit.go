package wordings

import (
	"quotidian/internal/train/boost"
	"quotidian/matching/variant/forest"
	"quotidian/matching/wording/pair"
)

// example is one labelled pair.
type example struct {
	in     pair.Input
	yes    bool
	piece  bool    // one of the two was trimmed
	weight float32 // for how many pairs it stands
}

// settings of the boosting, chosen on the development halves. Binding features to raise or lower the answer, and more
// and smaller steps, were tried and lost up to a hundredth of F1.
var settings = boost.Config{Rounds: 250, Rate: 0.1, MinRows: 30, MinWeight: 1, Ridge: 2}

// fit trains a head.
func fit(examples []example) *forest.Forest {
	var rows boost.Rows
	for i := range examples {
		rows.X = append(rows.X, examples[i].in[:])
		rows.Y = append(rows.Y, examples[i].yes)
		rows.W = append(rows.W, float64(examples[i].weight))
	}
	return boost.Train(rows, settings)
}
