package edit

import "fmt"

// Operation is one learned operation: A in one word for B in the other. Letters outside a to z are '?'; an
// empty B drops A. One direction stands for both.
type Operation struct {
	A, B  string
	Score float32
}

// New builds a model from its operations. Those not listed never happen.
func New(ops []Operation) (*Model, error) {
	m := &Model{
		three: make([]steps, Letters*Letters*Letters*Letters),
		pair:  make([]steps, Letters*Letters*Letters*Letters),
		turns: make([]uint32, Letters*Letters*Letters),
	}
	for _, table := range [][]steps{m.sub[:], m.drop[:], m.drop2[:], m.two[:], m.three, m.pair} {
		for i := range table {
			table[i] = never
		}
	}
	for _, op := range ops {
		if err := m.add(op); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func (m *Model) add(op Operation) error {
	a, b := Encode(nil, op.A), Encode(nil, op.B)
	switch {
	case len(a) == 1 && len(b) == 1:
		m.sub[double(a[0], b[0])], m.sub[double(b[0], a[0])] = inSteps(op.Score), inSteps(op.Score)
	case len(a) == 1 && len(b) == 0:
		m.drop[a[0]] = inSteps(op.Score)
	case len(a) == 2 && len(b) == 0:
		m.drop2[double(a[0], a[1])] = inSteps(op.Score)
	case len(a) == 2 && len(b) == 1:
		m.two[triple(a[0], a[1], b[0])] = inSteps(op.Score)
	case len(a) == 3 && len(b) == 1:
		t := triple(a[0], a[1], a[2])
		m.three[t*Letters+int(b[0])] = inSteps(op.Score)
		m.turns[t] |= 1 << b[0]
	case len(a) == 2 && len(b) == 2:
		m.addPair(double(a[0], a[1]), double(b[0], b[1]), inSteps(op.Score))
		m.addPair(double(b[0], b[1]), double(a[0], a[1]), inSteps(op.Score))
	default:
		return fmt.Errorf("edit: operation %q for %q has no place in the model", op.A, op.B)
	}
	return nil
}

func (m *Model) addPair(p, q int, score steps) {
	m.pair[p*Letters*Letters+q] = score
	m.pairs[p][q/64] |= 1 << (q % 64)
}
