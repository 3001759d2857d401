package training

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"quotidian/articles/sentence"
	"quotidian/assets/model"
	"quotidian/quotes"
	"quotidian/quotes/tagger"
	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/trained"
)

// article makes a labelled article from marked text: [s …] source, [q …] cue, [c …] content, not nested. One
// attribution per paragraph.
func article(doc, marked string) *Article {
	a := &Article{ID: doc, Doc: doc, Primary: true}
	var text strings.Builder
	for i, par := range strings.Split(marked, "\n\n") {
		if i > 0 {
			text.WriteString("\n\n")
		}
		var q Quote
		for part := range strings.SplitSeq(par, "[") {
			inside, after, marked := strings.Cut(part, "]")
			if !marked {
				text.WriteString(part)
				continue
			}
			kind, words, _ := strings.Cut(inside, " ")
			from := utf8.RuneCountInString(text.String())
			span := [2]int{from, from + utf8.RuneCountInString(words)}
			text.WriteString(words + after)
			switch kind {
			case "s":
				q.Speaker = &span
			case "q":
				q.Cue = &span
			case "c":
				q.Spans = append(q.Spans, span)
			}
		}
		if q.Cue != nil {
			a.Quotes = append(a.Quotes, q)
		}
	}
	a.Text = text.String()
	a.prepare()
	return a
}

func TestLabelsSayOnWhichSideTheCueStands(t *testing.T) {
	a := article("d", "[c “Né,”] [s Orlo] [q said] Monday. [c “Ja.”]\n\n[s She], then, [q wants] [c it]")
	var b strings.Builder
	for _, l := range a.labels {
		b.WriteByte("-<>QsSkK"[l]) // lower case: before the cue
	}
	// “ Né , ” Orlo said Monday . “ Ja . ” She , then , wants it
	if got, want := b.String(), "kkkksQ>>KKKKs<<<QK"; got != want {
		t.Errorf("labels %s, want %s", got, want)
	}
}

func TestRetypedSpansHoldTheSameWords(t *testing.T) {
	a := article("a", "[c ''Né à Bor, the ferry''] [q said] [s Orlo ''Bo'' Varga], the mayor.")
	a.Ignore = []zone{{0, 4}}
	if n := Retype([]*Article{a, article("b", "[s Orlo] [q said] [c it's 'over']")}); n != 1 {
		t.Fatalf("%d articles were retyped, not one", n)
	}
	points, q := []rune(a.Text), a.Quotes[0]
	words := func(span [2]int) string { return string(points[span[0]:span[1]]) }
	got := []string{words(q.Spans[0]), words(*q.Cue), words(*q.Speaker), words(a.Ignore[0])}
	want := []string{`"Né à Bor, the ferry"`, "said", `Orlo "Bo" Varga`, `"Né`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(a.labels) != len(a.toks) || a.labels[0] != chain.ContentBefore {
		t.Errorf("labels do not belong to the new tokens: %v", a.labels)
	}
}

func TestHeadOfACue(t *testing.T) {
	list := []*Article{article("d", "[s He] [q says] [c no]\n\n[s She] [q says] [c no]\n\n[s Orlo] [q later says] [c no]\n\nLater, later.")}
	countCues(list)
	var heads []string
	for i, h := range list[0].heads {
		if h {
			heads = append(heads, list[0].toks[i].In(list[0].Text))
		}
	}
	if d := cmp.Diff([]string{"says", "says", "says"}, heads); d != "" {
		t.Error(d)
	}
}

// corpus makes articles from a small grammar of invented news.
func corpus() []*Article {
	rng := rand.New(rand.NewPCG(1, 1))
	pick := func(s ...string) string { return s[rng.IntN(len(s))] }
	var out []*Article
	for n := range 40 {
		var p []string
		for range 6 {
			who, what := pick("Mayor Orlo", "the ministry", "Ilka Torvin", "a guard"), pick("the bridge will open", "two roads are closed", "the river rose")
			p = append(p, pick(
				fmt.Sprintf("[s %s] [q said] [c that %s].", who, what),
				fmt.Sprintf("[c “%s,”] [s %s] [q told] reporters.", what, who),
				fmt.Sprintf("The bridge of %s is long.", what),
			))
		}
		out = append(out, article(fmt.Sprint("doc", n), strings.Join(p, "\n\n")))
	}
	return out
}

// quick are settings for a corpus of a few hundred sentences.
func quick() Settings {
	s := Defaults()
	s.Epochs, s.Drop, s.MinCount, s.Models = 4, 0.2, 1, 2
	return s
}

func TestTrainLearnsAndRepeats(t *testing.T) {
	made, err := Train(corpus(), corpus(), quick())
	if err != nil {
		t.Fatal(err)
	}
	again, err := Train(corpus(), corpus(), quick())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made.Model, again.Model) {
		t.Error("training twice gives different models")
	}
	tg, err := tagger.FromFile(made.Model)
	if err != nil {
		t.Fatal(err)
	}
	source, cue, content := Evaluate(tg, corpus())
	for name, s := range map[string]Score{"source": source, "cue": cue, "content": content} {
		if s.F1() < 99 {
			t.Errorf("%s: %v on the very articles it was trained on", name, s)
		}
	}
}

// TestGradient compares the gradient of the random field with finite differences.
func TestGradient(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	f := &field{}
	gold := []chain.Label{chain.SourceBefore, chain.Cue, chain.ContentAfter, chain.ContentAfter}
	var emit [4][chain.Width]float64
	for i := range emit {
		for k := range emit[i] {
			emit[i][k] = rng.NormFloat64()
		}
	}
	for p := range labels {
		for c := range labels {
			f.pair[0][p][c] = rng.NormFloat64()
		}
	}
	loss := func() float64 {
		f.reset(len(gold))
		copy(f.emit, emit[:])
		return f.gradient(gold)
	}
	const step = 1e-5
	for i := range emit {
		for k := range emit[i] {
			base := loss()
			slope := -f.grad[i][k]
			emit[i][k] += step
			if got := (loss() - base) / step; math.Abs(got-slope) > 1e-3 {
				t.Fatalf("token %d weight %d: slope %.5f, gradient %.5f", i, k, got, slope)
			}
			emit[i][k] -= step
		}
	}
}

func TestCalibrate(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	var v []verdict
	for range 12000 {
		m := int32(rng.IntN(6 * chain.Unit))
		p := 1 / (1 + math.Exp(1-float64(m)/chain.Unit)) // log-odds: evidence - 1
		v = append(v, verdict{evidence: [3]int32{0, 0, m}, right: rng.Float64() < p})
	}
	m := (&trained.Parts{Single: trained.Single{Calibration: calibrate(v).fixed()}}).Build()
	for _, sure := range []float64{0, 1, 3} {
		want := 1 / (1 + math.Exp(1-sure))
		if got := m.Probability([3]int32{0, 0, int32(sure * chain.Unit)}); math.Abs(got-want) > 0.04 {
			t.Errorf("evidence %.0f: probability %.2f, want %.2f", sure, got, want)
		}
	}
}

// Rules mend what the tagger reads. They must bear whatever that is, so the committed weights are tossed here until hardly anything it
// reads makes sense: once a content of the wrong words came out empty and the program broke down.
func TestRulesBearATaggerThatReadsAnything(t *testing.T) {
	texts, err := filepath.Glob("../../testdata/gold/*.txt")
	if err != nil || len(texts) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for seed := range uint64(6) {
		tossed := tossedTagger(t, seed)
		for _, path := range texts {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			_, text, _ := strings.Cut(string(raw), "\n----\n")
			checkSpans(t, path, text, quotes.Weigh(sentence.Of(text), tossed))
		}
	}
}

// tossedTagger is the committed tagger with a random number added to every weight.
func tossedTagger(t *testing.T, seed uint64) *tagger.Tagger {
	t.Helper()
	parts, err := trained.Decode(model.Open("tagger.bin"))
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(seed, 1))
	spread := 1 << seed
	for r := range parts.Rows {
		for i, v := range parts.Rows[r].Values {
			parts.Rows[r].Values[i] = int8(max(chain.MinWeight, min(chain.MaxWeight, int(v)+rng.IntN(2*spread+1)-spread)))
		}
	}
	tossed, err := tagger.FromFile(parts.Encode())
	if err != nil {
		t.Fatal(err)
	}
	return tossed
}

// checkSpans reports quotes that have no words or words outside of their text.
func checkSpans(t *testing.T, path, text string, found []quotes.Weighed) {
	t.Helper()
	for _, q := range found {
		if len(q.Content) == 0 {
			t.Errorf("%s: a quote without content, cue %q", path, q.Cue.In(text))
		}
		for _, s := range append(slices.Clone(q.Content), q.Cue, q.Source) {
			if s.Start < 0 || s.End < s.Start || s.End > len(text) {
				t.Errorf("%s: span %v of a text of %d bytes", path, s, len(text))
			}
		}
		for _, s := range q.Content {
			if s.Empty() {
				t.Errorf("%s: content without words, cue %q", path, q.Cue.In(text))
			}
		}
	}
}
