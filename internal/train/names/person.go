package names

import (
	"fmt"
	"io"

	"quotidian/attribution/name"
	"quotidian/internal/train/boost"
	"quotidian/matching/variant/edit"
	"quotidian/matching/variant/forest"
	"quotidian/matching/variant/likeness"
)

// folds is the number of parts of cross-validation.
const folds = 5

// minBlock is the least number of pairs behind one calibrated probability.
const minBlock = 60

var personConfig = boost.Config{Rounds: 300, Rate: 0.07, MinRows: 25, MinWeight: 1, Ridge: 3}

// personRows computes every pair's features with resources that never saw its fold.
func personRows(t *tokens, lex *likeness.Lexical, pairs []Pair, fold [][2]int) (boost.Rows, error) {
	rows := boost.Rows{X: make([][]float32, len(pairs))}
	for k := range folds {
		ops, stats := resources(t, pairs, func(i int) bool { return fold[i][0] != k && fold[i][1] != k })
		editor, err := edit.New(ops)
		if err != nil {
			return rows, err
		}
		m := likeness.Model{Edit: editor, Stats: stats, Lexical: lex}
		forms := m.NewForms()
		for i, p := range pairs {
			if fold[i][0] != k {
				continue
			}
			v := m.Features(forms.Form(name.Parse(p.A)), forms.Form(name.Parse(p.B)))
			rows.X[i] = v[:]
		}
	}
	for _, p := range pairs {
		rows.Y = append(rows.Y, p.Same)
		rows.W = append(rows.W, 1)
	}
	return rows, nil
}

// crossScores gives each row the score of a forest that never saw its fold.
func crossScores(rows boost.Rows, fold [][2]int, c boost.Config) []float32 {
	out := make([]float32, len(rows.X))
	for k := range folds {
		var part boost.Rows
		for i := range rows.X {
			if fold[i][0] != k && fold[i][1] != k {
				part.X, part.Y, part.W = append(part.X, rows.X[i]), append(part.Y, rows.Y[i]), append(part.W, rows.W[i])
			}
		}
		f := boost.Train(part, c)
		for i := range rows.X {
			if fold[i][0] == k {
				out[i] = f.Sum(rows.X[i])
			}
		}
	}
	return out
}

// Train learns the whole model from the labelled data under dir and stores it; a report goes to w.
func Train(dir string, out, w io.Writer) error {
	t, err := readTokens(pairFile(dir, "token_variants_netranslit"))
	if err != nil {
		return err
	}
	pairs, err := ReadPairs(pairFile(dir, "person_train"))
	if err != nil {
		return err
	}
	lex, err := readLexical(dir)
	if err != nil {
		return err
	}
	persons, curve, err := trainPersons(t, lex, pairs, w)
	if err != nil {
		return err
	}
	ops, stats := resources(t, pairs, func(int) bool { return true })
	return likeness.Write(out, ops, stats, lex, []*forest.Forest{persons}, []*forest.Curve{curve})
}

func trainPersons(t *tokens, lex *likeness.Lexical, pairs []Pair, w io.Writer) (*forest.Forest, *forest.Curve, error) {
	fold := Folds(pairs, folds)
	rows, err := personRows(t, lex, pairs, fold)
	if err != nil {
		return nil, nil, err
	}
	scores := crossScores(rows, fold, personConfig)
	curve := boost.Calibrate(scores, rows.Y, minBlock)
	fmt.Fprintln(w, "persons:", measure(probabilities(curve, scores, rows.Y)))
	return boost.Train(rows, personConfig), curve, nil
}

func probabilities(c *forest.Curve, scores []float32, same []bool) []scored {
	out := make([]scored, len(scores))
	for i, s := range scores {
		out[i] = scored{c.At(s), same[i]}
	}
	return out
}
