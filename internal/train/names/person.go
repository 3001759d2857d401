package names

import (
	"fmt"
	"io"
	"slices"

	"quotidian/attribution/name"
	"quotidian/internal/train/boost"
	"quotidian/matching/variant/edit"
	"quotidian/matching/variant/forest"
	"quotidian/matching/variant/likeness"
	"quotidian/matching/variant/neighbour"
)

// folds is the number of parts of cross-validation.
const folds = 5

var personConfig = boost.Config{Rounds: 300, Rate: 0.07, MinRows: 25, MinWeight: 1, Ridge: 3, RowShare: 0.8, FeatureShare: 0.5}

// crossModels are models for making features: model k never saw a pair of fold k.
func crossModels(t *tokens, lex *likeness.Lexical, pairs []Pair, fold [][2]int) ([]*likeness.Forms, []*likeness.Model, error) {
	var forms []*likeness.Forms
	var models []*likeness.Model
	for k := range folds {
		ops, stats := resources(t, pairs, func(i int) bool { return fold[i][0] != k && fold[i][1] != k })
		editor, err := edit.New(ops)
		if err != nil {
			return nil, nil, err
		}
		m := &likeness.Model{Edit: editor, Stats: stats, Lexical: lex}
		models, forms = append(models, m), append(forms, m.NewForms())
	}
	return forms, models, nil
}

// personRows computes the features of the labelled pairs, then of the samples, each with the model that never saw
// its fold. It also gives the folds of the rows.
func personRows(forms []*likeness.Forms, models []*likeness.Model, pairs []Pair, fold [][2]int, samples []sample) (boost.Rows, [][2]int) {
	var rows boost.Rows
	out := slices.Clone(fold)
	add := func(s sample, v likeness.Vector) {
		rows.X, rows.Y, rows.W = append(rows.X, v[:likeness.Features]), append(rows.Y, s.same), append(rows.W, s.weight)
	}
	features := func(s sample) likeness.Vector {
		k := s.fold[0]
		return models[k].Features(forms[k].Form(s.a), forms[k].Form(s.b))
	}
	for i, p := range pairs {
		s := sample{name.Parse(p.A), name.Parse(p.B), fold[i], p.Same, 1}
		add(s, features(s))
	}
	for i, s := range samples {
		if v := features(s); s.same || v.Contained() >= hardRival || i%rivalShare == 0 {
			add(s, v)
			out = append(out, s.fold)
		}
	}
	return rows, out
}

// twoFolds is what a row of two people in two folds counts in a forest that leaves a fold out: such a row is left out twice as
// often as that of one person, and a forest that sees fewer of them promises more than the one that ships.
const twoFolds = float64(folds-1) / (folds - 2)

// crossForests are forests of which forest k never saw a row of fold k.
func crossForests(rows boost.Rows, fold [][2]int, c boost.Config) []*forest.Forest {
	out := make([]*forest.Forest, folds)
	for k := range folds {
		var part boost.Rows
		for i := range rows.X {
			if fold[i][0] == k || fold[i][1] == k {
				continue
			}
			weight := rows.W[i]
			if fold[i][0] != fold[i][1] {
				weight *= twoFolds
			}
			part.X, part.Y, part.W = append(part.X, rows.X[i]), append(part.Y, rows.Y[i]), append(part.W, weight)
		}
		out[k] = boost.Train(part, c)
	}
	return out
}

// crossScores gives each of the first n rows the score of the forest that never saw its fold.
func crossScores(forests []*forest.Forest, rows boost.Rows, fold [][2]int, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = forests[fold[i][0]].Sum(rows.X[i])
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
	bodies, err := ReadPairs(pairFile(dir, "orgrel_train"))
	if err != nil {
		return err
	}
	ops, stats := resources(t, pairs, func(int) bool { return true })
	organisations, err := trainOrganisations(ops, lex, bodies, w)
	if err != nil {
		return err
	}
	persons, err := trainPersons(t, lex, pairs, w)
	if err != nil {
		return err
	}
	persons.Stats = stats
	if err := likeness.Write(out, ops, lex, []likeness.Part{persons.Part, organisations}); err != nil {
		return err
	}
	if err := trainKind(pairs, bodies, w).Write(out); err != nil {
		return err
	}
	if err := persons.neighbours.Write(out); err != nil {
		return err
	}
	return forest.WriteCascade(out, persons.worth)
}

// learned is what labelled persons teach.
type learned struct {
	likeness.Part
	neighbours *neighbour.Model
	worth      *forest.Cascade
}

func trainPersons(t *tokens, lex *likeness.Lexical, pairs []Pair, w io.Writer) (l learned, err error) {
	fold := Folds(pairs, folds)
	forms, models, err := crossModels(t, lex, pairs, fold)
	if err != nil {
		return l, err
	}
	rows, fold := personRows(forms, models, pairs, fold, poolSamples(pairs))
	forests := crossForests(rows, fold, personConfig)
	scores := crossScores(forests, rows, fold, len(pairs))
	curve := boost.Calibrate(scores, rows.Y[:len(pairs)])
	for k, m := range models {
		m.Forest, m.Curve = forests[k], crossCurve(scores, rows.Y, fold, k)
	}
	fmt.Fprintln(w, "persons:", measure(probabilities(curve, scores, rows.Y)))
	asJudged := judged(forms, models, pairs, fold)
	fmt.Fprintln(w, "persons, conflicts held back:", measure(asJudged))
	reportTenths(w, "persons", asJudged)
	reportBias(w, "persons", asJudged, personsOf(pairs))
	var pools []*scoredPool
	for _, source := range prevalent {
		pools = append(pools, scorePool(source, pairs, forms, models))
	}
	l.Forest, l.Curve = boost.Train(rows, personConfig), curve
	worth, met := trainWorth(pools, w)
	l.worth, l.neighbours = worth, trainNeighbours(pools, met, w)
	return l, nil
}

// crossCurve is the curve fitted to the scores of all folds but k. A pair counts for the fold that it is scored in: leaving out
// those too whose second person is of fold k would leave out more pairs of two people than of one.
func crossCurve(scores []float32, same []bool, fold [][2]int, k int) *forest.Curve {
	var x []float32
	var y []bool
	for i, s := range scores {
		if fold[i][0] != k {
			x, y = append(x, s), append(y, same[i])
		}
	}
	return boost.Calibrate(x, y)
}

// judged scores the pairs with conflicts held back, each with the model that never saw its fold.
func judged(forms []*likeness.Forms, models []*likeness.Model, pairs []Pair, fold [][2]int) []scored {
	var out []scored
	for i, q := range pairs {
		k := fold[i][0]
		p, _ := models[k].Judge(forms[k].Form(name.Parse(q.A)), forms[k].Form(name.Parse(q.B)))
		out = append(out, scored{p, q.Same})
	}
	return out
}

func probabilities(c *forest.Curve, scores []float32, same []bool) []scored {
	out := make([]scored, len(scores))
	for i, s := range scores {
		out[i] = scored{c.At(s), same[i]}
	}
	return out
}
