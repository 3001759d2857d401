package organisation

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"unicode"

	"quotidian/attribution/name"
)

// Kind tells names of organisations from names of persons where nobody said which they are: a linear model over
// hashed words, letter trigrams and the shape of the name, learned from the labelled names of both.
type Kind struct {
	// Weights are in log-odds for an organisation, indexed by hashed feature.
	Weights []float32
}

// KindSize is the number of weights, a power of two. With 32,768 collisions cost nothing measurable.
const KindSize = 1 << 15

// Odds is the log-odds, in nats, that s names an organisation rather than a person.
func (k *Kind) Odds(s string) float32 {
	sum := float32(0)
	for _, f := range KindFeatures(s) {
		sum += k.Weights[f]
	}
	words := strings.Fields(name.Fold(s))
	switch {
	case slices.ContainsFunc(words, func(w string) bool { return offices[w] }), marked(s):
		sum += office
	case !strings.Contains(strings.TrimSpace(s), " ") && !Looks(s):
		sum -= bareSurname
	case len(words) == 2 && name.KnownGiven(words[0]) && !general(words[0]) && !general(words[1]):
		sum -= givenFirst
	}
	return sum
}

// What corrects for names that news prints all the time and the labelled ones hardly ever are, in nats: surnames alone, bodies of
// states (Georgia's Ministry of Justice has two given names in it), people whose given name is a word of bodies too (Islam, Georgia).
const (
	bareSurname = 2.5
	office      = 4
	givenFirst  = 2
)

// marked reports whether a name is a body's that the list of them has, or holds what no person's does: a digit, "&", or a legal form that is
// no word of names behind the others.
func marked(s string) bool {
	if strings.ContainsAny(s, "0123456789&") {
		return true
	}
	words := strings.Fields(name.Fold(possessives.Replace(s)))
	_, _, known := knownAs(words)
	return known && (len(words) > 1 || isAcronym(s) || len(s) > maxShort) || isAcronym(s) && strings.Count(s, ".") > 2 || len(words) > 1 && firms[words[len(words)-1]]
}

// maxShort is the length up to which a word that is printed as a name, and not as letters, may be a surname: Rai, Dea.
const maxShort = 5

// firms are the legal forms that are no words of names.
var firms = map[string]bool{"plc": true, "inc": true, "ltd": true, "llc": true, "gmbh": true, "corp": true, "corporation": true, "pjsc": true, "ojsc": true, "limited": true}

// offices are words that no person's name holds.
var offices = map[string]bool{
	"ministry": true, "department": true, "government": true, "parliament": true, "committee": true, "commission": true,
	"council": true, "court": true, "university": true, "agency": true, "bureau": true, "federation": true, "front": true, "party": true,
	"union": true, "team": true, "police": true, "army": true, "association": true, "institute": true, "hospital": true, "authority": true,
	"brigade": true, "women": true, "fleet": true, "bank": true, "movement": true, "faction": true, "forces": true, "fc": true,
}

// kindSteps is the number of stored steps to a nat.
const kindSteps = 64

// Write stores the model: KindSize weights as 16-bit steps, little-endian.
func (k *Kind) Write(w io.Writer) error {
	steps := make([]int16, KindSize)
	for i, v := range k.Weights {
		steps[i] = int16(math.Round(float64(v) * kindSteps))
	}
	return binary.Write(w, binary.LittleEndian, steps)
}

// ReadKind restores what Write stored.
func ReadKind(r io.Reader) (*Kind, error) {
	steps := make([]int16, KindSize)
	if err := binary.Read(r, binary.LittleEndian, steps); err != nil {
		return nil, fmt.Errorf("name model: person or organisation: %w", err)
	}
	k := &Kind{Weights: make([]float32, KindSize)}
	for i, v := range steps {
		k.Weights[i] = float32(v) / kindSteps
	}
	return k, nil
}

// KindFeatures gives the hashed features of a name; the same feature can come twice.
func KindFeatures(s string) []uint32 {
	words := strings.Fields(name.Fold(s))
	out := []uint32{kindHash("bias")}
	add := func(f string) { out = append(out, kindHash(f)) }
	for i, w := range words {
		add("word " + w)
		if i == 0 {
			add("first " + w)
		}
		if i == len(words)-1 {
			add("last " + w)
		}
		edged := "^" + w + "$"
		for j := 0; j+3 <= len(edged); j++ {
			add(edged[j : j+3])
		}
		if marks[w] {
			add("mark")
			continue
		}
		if termValues[w] || terms[w] != "" {
			add("term")
		}
		if name.KnownGiven(w) { // Islam is one, and Georgia another
			add("given")
		}
		if countries[w] != "" {
			add("country")
		}
	}
	add("words " + strings.Repeat("+", min(len(words), 6)))
	for _, f := range shape(s) {
		add(f)
	}
	return out
}

// shape names what the letters' looks say.
func shape(s string) []string {
	var out []string
	n := Parse(s)
	if n.Legal != "" {
		out = append(out, "legal form")
	}
	if n.Letters != "" {
		out = append(out, "letters")
	}
	if len(name.Parse(s).Titles) > 0 {
		out = append(out, "title")
	}
	if strings.ContainsFunc(s, unicode.IsNumber) {
		out = append(out, "number")
	}
	for _, mark := range []string{"&", ",", "(", ".", "-"} {
		if strings.Contains(s, mark) {
			out = append(out, "mark "+mark)
		}
	}
	return out
}

// kindHash is FNV-1a folded to the size of the model.
func kindHash(f string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(f); i++ {
		h = (h ^ uint32(f[i])) * 16777619
	}
	return (h ^ h>>15) % KindSize
}
