package names

import (
	"fmt"
	"io"

	"quotidian/internal/train/boost"
	"quotidian/matching/variant/edit"
	"quotidian/matching/variant/likeness"
	"quotidian/matching/variant/organisation"
)

var organisationConfig = boost.Config{Rounds: 300, Rate: 0.05, MinRows: 20, MinWeight: 1, Ridge: 4, RowShare: 0.7, FeatureShare: 0.4}

// trainOrganisations learns the part of organisations. Edit costs are those of persons; words are counted in the
// names of organisations.
func trainOrganisations(ops []edit.Operation, lex *likeness.Lexical, pairs []Pair, w io.Writer) (likeness.Part, error) {
	editor, err := edit.New(ops)
	if err != nil {
		return likeness.Part{}, err
	}
	fold := Folds(pairs, folds)
	var rows boost.Rows
	var shares []scored
	rows.X = make([][]float32, len(pairs))
	for k := range folds {
		stats := countOrganisations(pairs, func(i int) bool { return fold[i][0] != k && fold[i][1] != k })
		m := organisation.Model{Model: &likeness.Model{Edit: editor, Stats: stats, Lexical: lex}}
		for i, p := range pairs {
			if fold[i][0] == k {
				v := m.Features(m.NewForm(organisation.Parse(p.A)), m.NewForm(organisation.Parse(p.B)))
				rows.X[i] = v[:]
			}
		}
	}
	for _, p := range pairs {
		rows.Y, rows.W = append(rows.Y, p.Same), append(rows.W, 1)
	}
	scores := crossScores(crossForests(rows, fold, organisationConfig), rows, fold, len(pairs))
	curve := boost.Calibrate(scores, rows.Y)
	part := likeness.Part{Stats: countOrganisations(pairs, func(int) bool { return true }), Forest: boost.Train(rows, organisationConfig), Curve: curve}
	m := organisation.Model{Model: &likeness.Model{Edit: editor, Stats: part.Stats, Lexical: lex, Forest: part.Forest, Curve: curve}}
	for i, p := range pairs {
		s := scored{curve.At(scores[i]), p.Same}
		if v, ok := m.ByRule(m.NewForm(organisation.Parse(p.A)), m.NewForm(organisation.Parse(p.B))); ok {
			s.p = v.P
		}
		shares = append(shares, s)
	}
	fmt.Fprintln(w, "organisations, forest alone:", measure(probabilities(curve, scores, rows.Y)))
	fmt.Fprintln(w, "organisations, rules and forest:", measure(shares))
	return part, nil
}

// countOrganisations counts the canonical words of the names that keep admits, each name once.
func countOrganisations(pairs []Pair, keep func(int) bool) *likeness.Stats {
	counts, seen := map[string]float64{}, map[string]bool{}
	for i, p := range pairs {
		if !keep(i) {
			continue
		}
		for _, s := range []string{p.A, p.B} {
			if seen[s] {
				continue
			}
			seen[s] = true
			for _, w := range organisation.Parse(s).Words {
				counts[w]++
			}
		}
	}
	return likeness.NewStats(counts)
}
