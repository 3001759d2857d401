package names

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// people is a pool of two entities with three and two names.
func people() *scoredPool {
	s := &scoredPool{source: "made"}
	for i, e := range []string{"a", "a", "a", "b", "b"} {
		s.entries = append(s.entries, entry{name: string(rune('p' + i)), entity: e})
	}
	s.pairs = []pooled{{0, 1, 0.9, same}, {0, 2, 0.2, same}, {1, 2, 0.9, same}, {2, 3, 0.8, different}, {3, 4, 0.02, same}}
	return s
}

// TestClusters: a chain of likely pairs brings the unlikely one in, a single strong edge does not join two clusters.
func TestClusters(t *testing.T) {
	s := people()
	cluster, members := s.clusters()
	if cluster[0] != cluster[1] || cluster[1] != cluster[2] || cluster[2] == cluster[3] || cluster[3] == cluster[4] {
		t.Errorf("clusters %v", cluster)
	}
	if diff := cmp.Diff([][]int32{{0, 1, 2}, nil, nil, {3}, {4}}, members); diff != "" {
		t.Error(diff)
	}
	if p, r := s.inClusters(); p != 1 || math.Abs(r-0.75) > 1e-9 {
		t.Errorf("precision %v, recall %v", p, r)
	}
}

func TestThinned(t *testing.T) {
	s := people()
	if diff := cmp.Diff(s.pairs, s.thinned("x", 1, 1).pairs, cmp.AllowUnexported(pooled{})); diff != "" {
		t.Errorf("a pool thinned to all of it: %s", diff)
	}
	for _, salt := range []string{"1", "2", "3", "4", "5", "6"} {
		half := s.thinned(salt, 0.5, 1)
		if n := len(half.entries); n != 0 && n != 2 && n != 3 && n != 5 {
			t.Errorf("%d names: an entity is kept in part", n)
		}
		for _, x := range half.pairs {
			if (half.entries[x.a].entity == half.entries[x.b].entity) != (x.label == same) {
				t.Errorf("%+v is not what it was", x)
			}
		}
	}
}

// TestNeighbourRows: every edge whose truth is known is a row.
func TestNeighbourRows(t *testing.T) {
	s := people()
	s.pairs[0].label = unrelated
	rows, fold := neighbourRows([]*scoredPool{s}, 0.5)
	if diff := cmp.Diff([]bool{true, true, false}, rows.Y); diff != "" || len(rows.X) != 3 || len(fold) != 3 || rows.W[0] != 0.5 {
		t.Errorf("%d rows, %d folds, weights %v: %s", len(rows.X), len(fold), rows.W, diff)
	}
}
