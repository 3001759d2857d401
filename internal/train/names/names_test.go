package names

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/attribution/name"
	"quotidian/matching/variant/edit"
)

func TestFoldsKeepEntitiesWhole(t *testing.T) {
	pairs := []Pair{{IDA: "a", IDB: "b", Same: true}, {IDA: "b", IDB: "c", Same: true}, {IDA: "c", IDB: "x"}, {IDA: "x", IDB: "a"}}
	f := Folds(pairs, 1000)
	if f[0][0] != f[0][1] || f[0][1] != f[1][1] || f[1][1] != f[2][0] || f[2][1] != f[3][0] || f[2][0] == f[2][1] {
		t.Errorf("folds %v", f)
	}
}

// TestLearnOperationsFindsThem: in words where q always stands for gh, the operation is learned and others not.
func TestLearnOperationsFindsThem(t *testing.T) {
	var data []variantPair
	for _, w := range []string{"ali", "aban", "amar", "oran", "udai", "elad", "imal", "omar"} {
		for _, v := range []string{"a", "e", "o", "u", "i"} {
			data = append(data, variantPair{edit.Encode(nil, "q"+w+v), edit.Encode(nil, "gh"+w+v), 1})
		}
	}
	scores := map[[2]string]float32{}
	for _, op := range learnOperations(data) {
		scores[[2]string{op.A, op.B}] = op.Score
	}
	if s := scores[[2]string{"gh", "q"}]; s < 2 {
		t.Errorf("gh for q scores %v", s)
	}
	if s, ok := scores[[2]string{"gh", "z"}]; ok {
		t.Errorf("gh for z scores %v", s)
	}
	if scores[[2]string{"a", "a"}] <= scores[[2]string{"e", "a"}] {
		t.Errorf("copying scores %v, changing %v", scores[[2]string{"a", "a"}], scores[[2]string{"e", "a"}])
	}
}

func TestLikeWords(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"", "", 1}, {"anar", "anar", 1}, {"anar", "amar", 0.75}, {"ab", "", 0}, {"kitten", "sitting", 4.0 / 7}} {
		if got := likeWords(c.a, c.b); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("likeWords(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestRelated(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"Anar Eyvazov", "Eivazov Anar", true}, {"Anar Eyvazov", "Anar Ivan Eivazov", true}, {"Anar Eyvazov", "The Lion", false}} {
		if got := related(name.Parse(c.a), name.Parse(c.b)); got != c.want {
			t.Errorf("related(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestMeasure(t *testing.T) {
	f := measure([]scored{{0.995, true}, {0.9, true}, {0.8, false}, {0.6, true}, {0.3, true}, {0.1, false}})
	want := Figures{Same: 4, Different: 2, P: 0.75, R: 0.75, F1: 0.75, Best: 8.0 / 9, BestAt: 0.3, AUC: 6.0 / 8, RecallAt95: 0.5, RecallAt99: 0.5, Auto: 1}
	near := cmp.Comparer(func(x, y float64) bool { return math.Abs(x-y) < 1e-9 })
	if diff := cmp.Diff(want, f, near); diff != "" {
		t.Error(diff)
	}
}

func TestPoolGathersEntities(t *testing.T) {
	pairs := []Pair{{A: "Anar Eyvazov", B: "Anar Eivazov", IDA: "a", IDB: "b", Same: true}, {A: "Anar Eyvazov", B: "Qorl Zint", IDA: "a", IDB: "c"}}
	entries := pool(pairs, 5, func(Pair) bool { return true })
	if len(entries) != 3 || entries[0].entity != entries[1].entity || entries[0].entity == entries[2].entity {
		t.Fatalf("entries %+v", entries)
	}
	found, missed := poolPairs(entries, anyWords)
	if diff := cmp.Diff([][2]int{{0, 1}}, found); diff != "" || len(missed) != 0 {
		t.Errorf("found %v, missed %v", found, missed)
	}
}

// TestReportTenths: four pairs at .25 of which two are the same are off by a quarter, as far as chance puts them with a
// standard error of .217.
func TestReportTenths(t *testing.T) {
	var b strings.Builder
	reportTenths(&b, "made", []scored{{0.25, true}, {0.25, false}, {0.25, true}, {0.25, false}, {0.95, true}})
	if want := "made, by tenths of the scale: 4: +0.250 ± 0.217, 1: +0.050 ± 0.218, in all 1.4\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}
