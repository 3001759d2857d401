package gold

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// Zone is a range of code points that a corpus gives with a remark behind it: [from, to, "why"].
type Zone [2]int

// UnmarshalJSON reads the two offsets and passes over what follows.
func (z *Zone) UnmarshalJSON(raw []byte) error {
	var parts []json.RawMessage
	if err := json.Unmarshal(raw, &parts); err != nil {
		return err
	}
	if len(parts) < 2 {
		return fmt.Errorf("a zone of %d numbers: two are needed", len(parts))
	}
	for i := range z {
		if err := json.Unmarshal(parts[i], &z[i]); err != nil {
			return err
		}
	}
	return nil
}

// Instance is one sentence as CofeNet cut PolNeAR up: tokens with their place in the article (in code points; null
// where the corpus and the article differ) and a label each: O, or B- or I- before source, cue or content.
type Instance struct {
	ID      string    `json:"id"`
	Doc     string    `json:"doc"`
	Offsets []*[2]int `json:"offsets"`
	Labels  []string  `json:"labels"`
}

// ReadInstances reads a file of instances.
func ReadInstances(path string) ([]Instance, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("instances: %w", err)
	}
	defer f.Close()
	var out []Instance
	for dec := json.NewDecoder(bufio.NewReader(f)); dec.More(); {
		var in Instance
		if err := dec.Decode(&in); err != nil {
			return nil, fmt.Errorf("instances %s: number %d: %w", path, len(out)+1, err)
		}
		out = append(out, in)
	}
	return out, nil
}
