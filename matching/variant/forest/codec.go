package forest

import (
	"encoding/binary"
	"fmt"
	"io"
)

// The most trees of a stored forest and points of a stored curve; a file with more is broken.
const (
	mostTrees  = 1 << 16
	mostPoints = 1 << 20
)

// Write stores a forest and its curve, little-endian: base, number of trees (uint32), trees, number of points
// (uint32), scores, probabilities.
func Write(w io.Writer, f *Forest, c *Curve) error {
	for _, v := range []any{f.Base, uint32(len(f.Trees)), f.Trees, uint32(len(c.P)), c.Score, c.P} {
		if err := binary.Write(w, binary.LittleEndian, v); err != nil {
			return err
		}
	}
	return nil
}

// Read restores what [Write] stored.
func Read(r io.Reader) (*Forest, *Curve, error) {
	f, c := &Forest{}, &Curve{}
	if err := binary.Read(r, binary.LittleEndian, &f.Base); err != nil {
		return nil, nil, err
	}
	n, err := length(r, mostTrees)
	if err != nil {
		return nil, nil, err
	}
	f.Trees = make([]Tree, n)
	if err := binary.Read(r, binary.LittleEndian, f.Trees); err != nil {
		return nil, nil, err
	}
	if n, err = length(r, mostPoints); err != nil {
		return nil, nil, err
	}
	c.Score, c.P = make([]float32, n), make([]float32, n)
	if err := binary.Read(r, binary.LittleEndian, c.Score); err != nil {
		return nil, nil, err
	}
	return f, c, binary.Read(r, binary.LittleEndian, c.P)
}

// length reads a count and refuses one above most.
func length(r io.Reader, most uint32) (int, error) {
	var n uint32
	if err := binary.Read(r, binary.LittleEndian, &n); err != nil {
		return 0, err
	}
	if n > most {
		return 0, fmt.Errorf("%d entries where at most %d can be", n, most)
	}
	return int(n), nil
}

// WriteCascade stores a cascade, little-endian: base, number of trees (uint32), trees, floors.
func WriteCascade(w io.Writer, c *Cascade) error {
	for _, v := range []any{c.Base, uint32(len(c.Trees)), c.Trees, c.Floors} {
		if err := binary.Write(w, binary.LittleEndian, v); err != nil {
			return err
		}
	}
	return nil
}

// ReadCascade restores what [WriteCascade] stored.
func ReadCascade(r io.Reader) (*Cascade, error) {
	c := &Cascade{}
	if err := binary.Read(r, binary.LittleEndian, &c.Base); err != nil {
		return nil, err
	}
	n, err := length(r, mostTrees)
	if err != nil {
		return nil, err
	}
	c.Trees, c.Floors = make([]Tree, n), make([]float32, n/Stage)
	if err := binary.Read(r, binary.LittleEndian, c.Trees); err != nil {
		return nil, err
	}
	return c, binary.Read(r, binary.LittleEndian, c.Floors)
}
