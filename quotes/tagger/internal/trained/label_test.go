package trained

import (
	"testing"

	"pgregory.net/rapid"

	"quotidian/articles/sentence"
	"quotidian/articles/token"
	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/feature"
)

// TestScoreIsTheSumOfAllFeatures: what is remembered of words adds up to the same scores as looking every feature up.
func TestScoreIsTheSumOfAllFeatures(t *testing.T) {
	texts := []string{
		"“We stay,” Orlo said. Orlo said that the dam, she said, would hold.",
		"The dam will hold! According to the MAYOR, the Mayor said so: \"No.\"",
	}
	p := sample()
	p.Rows = nil
	seen := map[uint32]bool{}
	for _, text := range texts {
		eachToken(p.Build(), text, func(l *Labeller, i int) {
			var keys [feature.LabelTemplates]uint32
			l.Unit.LabelKeys(&keys, i)
			for j, k := range keys {
				if !seen[k] && (i+j)%3 > 0 { // some features are not in the model
					seen[k] = true
					p.Rows = append(p.Rows, Row{Key: k, Values: [chain.Width]int8{weight(k), weight(k >> 5), chain.Width - 1: weight(k >> 10)}})
				}
			}
		})
	}
	m := p.Build()
	rapid.Check(t, func(t *rapid.T) {
		eachToken(m, rapid.SampledFrom(texts).Draw(t, "text"), func(l *Labeller, i int) {
			var want, got chain.Scores
			var keys [feature.LabelTemplates]uint32
			l.Unit.LabelKeys(&keys, i)
			m.Rows.Sum(&want, chain.Partial{}, 0, keys[:])
			from := rapid.IntRange(0, i).Draw(t, "from")
			m.sumWords(l, from, i+1)
			m.score(l, &got, i, &l.alone[i-from])
			if got != want {
				t.Fatalf("token %d: %v, want %v", i, got, want)
			}
		})
	})
}

// weight makes a weight of the lower bits of a key.
func weight(k uint32) int8 { return int8(k%(chain.MaxWeight-chain.MinWeight+1)) + chain.MinWeight }

// eachToken calls f with a labeller whose unit is text, and every token in turn.
func eachToken(m *Model, text string, f func(l *Labeller, i int)) {
	toks := token.Scan(nil, text)
	var starts []int
	for _, s := range sentence.Split(nil, text, toks) {
		starts = append(starts, s.First)
	}
	var l Labeller
	l.Unit.Fill(m.Lexicon, text, toks, starts)
	l.Unit.Grade(m.Cues)
	for i := range toks {
		f(&l, i)
	}
}
