package training

import (
	"bufio"
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"quotidian/quotes/tagger"
	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/feature"
	"quotidian/quotes/tagger/internal/trained"
)

// classes lists words with their distributional class; its head says where it comes from.
//
//go:embed wordclasses.tsv
var classes string

// folds is how many parts the training half is cut into, so that the second stage learns from first-stage
// decisions on articles that the first stage had not seen.
const folds = 5

// stage is what the second stage learns from on one fold: what was counted and trained on the others.
type stage struct {
	words   []trained.Word
	lexicon *feature.Lexicon
	weights []trained.Weight
	cues    *chain.Linear
}

// Result is what training makes: the bytes of the model's file and, where it was calibrated, of the file of curves.
type Result struct{ Model, Curves []byte }

// Train makes a model from articles. On those of the development half, from which the model learns nothing, only the
// confidence of indirect quotes is adjusted.
func Train(articles, development []*Article, set Settings) (*Result, error) {
	words, err := readClasses()
	if err != nil {
		return nil, err
	}
	assignFolds(articles)
	var stages [folds]stage
	for f := range folds {
		stages[f].words = addRates(words, countCues(without(articles, f)))
		stages[f].lexicon = buildLexicon(stages[f].words)
	}
	all := addRates(words, countCues(articles)) // also sets the heads over all articles
	lexicon := func(a *Article) *feature.Lexicon { return stages[a.fold].lexicon }
	for f := range folds {
		stages[f].cues, stages[f].weights = trainCues(cueSamples(without(articles, f), lexicon), 1)
	}
	parts, found := &trained.Parts{Words: all}, outcomes{}
	_, parts.Weights = trainCues(cueSamples(articles, lexicon), 1)
	if set.Calibrate {
		parts.Single.Calibration, found, err = crossFit(articles, stages, set)
		if err != nil {
			return nil, err
		}
	}
	parts.Rows, parts.Single.Moves = trainLabels(sequences(articles, stages), set).freeze()
	result := &Result{Model: parts.Encode()}
	if set.Calibrate {
		result.Curves, err = finishCurves(found.curves(), result.Model, development, set)
	}
	return result, err
}

// crossFit reads every article with a tagger that was trained on the other folds: the tagger's probabilities are
// calibrated on what it finds so, and what rules and tagger find together is kept for the curves. One model a fold must
// do: the mean of several is hardly surer of itself, and would take many minutes more.
func crossFit(articles []*Article, stages [folds]stage, set Settings) (c [4]int16, o outcomes, err error) {
	set.Models = 1
	var parts [folds]trained.Parts
	var verdicts []verdict
	for f := range folds {
		parts[f] = trained.Parts{Words: stages[f].words, Weights: stages[f].weights}
		parts[f].Rows, parts[f].Single.Moves = trainLabels(sequences(without(articles, f), stages), set).freeze()
		t, err := tagger.FromFile(parts[f].Encode())
		if err != nil {
			return c, nil, err
		}
		verdicts = append(verdicts, judge(t, inside(articles, f))...)
	}
	found := calibrate(verdicts)
	set.Log("calibration on %d attributions: %.2f", len(verdicts), found)
	o = outcomes{}
	for f := range folds {
		parts[f].Single.Calibration = found.fixed()
		t, err := tagger.FromFile(parts[f].Encode())
		if err != nil {
			return c, nil, err
		}
		o.try(t, inside(articles, f))
	}
	return found.fixed(), o, nil
}

// assignFolds puts all annotations of one document into the same fold, by the order of first appearance.
func assignFolds(articles []*Article) {
	seen := map[string]int{}
	for _, a := range articles {
		n, ok := seen[a.Doc]
		if !ok {
			n = len(seen)
			seen[a.Doc] = n
		}
		a.fold = n % folds
	}
}

func without(articles []*Article, fold int) []*Article {
	return slices.DeleteFunc(slices.Clone(articles), func(a *Article) bool { return a.fold == fold })
}

func inside(articles []*Article, fold int) []*Article {
	return slices.DeleteFunc(slices.Clone(articles), func(a *Article) bool { return a.fold != fold })
}

func readClasses() ([]trained.Word, error) {
	var out []trained.Word
	s := bufio.NewScanner(strings.NewReader(classes))
	for s.Scan() {
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		f := strings.Split(s.Text(), "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("wordclasses.tsv: %q has not four fields", s.Text())
		}
		class, err1 := strconv.ParseUint(f[1], 10, 16)
		coarse, err2 := strconv.ParseUint(f[2], 10, 7)
		sense, err3 := strconv.ParseUint(f[3], 10, 10)
		if err := cmp.Or(err1, err2, err3); err != nil {
			return nil, fmt.Errorf("wordclasses.tsv: %w", err)
		}
		out = append(out, trained.Word{Hash: feature.HashWord(f[0]), Class: uint16(class), Coarse: uint8(coarse), Sense: uint16(sense)})
	}
	return out, s.Err()
}

// addRates merges classes and rates, sorted by hash.
func addRates(words []trained.Word, heads map[uint32]counts) []trained.Word {
	out := slices.Clone(words)
	seen := make(map[uint32]bool, len(out))
	for i := range out {
		out[i].Rate = heads[out[i].Hash].rate()
		seen[out[i].Hash] = true
	}
	for h, c := range heads {
		if r := c.rate(); r > 0 && !seen[h] {
			out = append(out, trained.Word{Hash: h, Rate: r})
		}
	}
	slices.SortFunc(out, func(a, b trained.Word) int { return cmp.Compare(a.Hash, b.Hash) })
	return slices.CompactFunc(out, func(a, b trained.Word) bool { return a.Hash == b.Hash })
}

func buildLexicon(words []trained.Word) *feature.Lexicon {
	l := feature.NewLexicon(len(words))
	for _, w := range words {
		l.Set(w)
	}
	return l
}

// freeze brings rows and transitions to fixed point, rows of the commonest features first; those that round to nothing
// are left out.
func (m *crf) freeze() ([]trained.Row, chain.Transitions16) {
	order := make([]int, len(m.keys))
	for r := range order {
		order[r] = r
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(m.count[b], m.count[a]), cmp.Compare(m.keys[a], m.keys[b]))
	})
	var rows []trained.Row
	for _, r := range order {
		row := trained.Row{Key: m.keys[r]}
		for i, w := range m.weight[r] {
			row.Values[i] = quantise(w, chain.Unit, chain.MinWeight, chain.MaxWeight)
		}
		if row.Values != [chain.Width]int8{} {
			rows = append(rows, row)
		}
	}
	var t chain.Transitions16
	fix := func(w float64) int16 { return int16(math.Round(w * chain.Unit)) }
	for s := range chain.Shapes {
		for p := range labels {
			for c := range labels {
				t.Pair[s][p][c] = fix(m.field.pair[s][p][c])
			}
		}
	}
	for c := range labels {
		t.Start[c], t.Stop[c] = fix(m.field.start[c]), fix(m.field.stop[c])
	}
	return rows, t
}
