package attribution

// Papers tell father and son of one name by "the elder Orlo" and "the younger Orlo". Who of two is the elder shows in a Jr or Sr behind
// the name, or in the word for kin in front of it: "his father, Ivo Orlo".

// ages are what the article tells of somebody's generation.
const (
	younger = int8(-1)
	elder   = int8(1)
)

// ofAge leaves of several bearers of a surname those whom "elder" or "younger" in front of it can mean, all where it does not tell.
func (r *reading) ofAge(x *index, m *named, owners []int32) []int32 {
	want := int8(0)
	if m.first > 0 && r.sameSentence(int(m.first)-1, int(m.first)) {
		want = ageWords[r.lower(int(m.first)-1)]
	}
	if want == 0 {
		return owners
	}
	if x.ages == nil {
		x.ages = r.ages()
	}
	var sure, open []int32
	for _, id := range owners {
		switch x.ages[id] {
		case want:
			sure = append(sure, id)
		case 0:
			open = append(open, id)
		}
	}
	switch {
	case len(sure) > 0:
		return sure
	case len(open) > 0:
		return open
	}
	return owners
}

// ageWords tell two of one surname apart.
var ageWords = map[string]int8{"elder": elder, "older": elder, "senior": elder, "younger": younger, "junior": younger}

// ages gives the generation of everybody of whom a name in full tells it.
func (r *reading) ages() map[int32]int8 {
	out := map[int32]int8{}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.entity == noEntity || m.last-m.first < 2 || r.entities[m.entity].kind != Person {
			continue
		}
		switch r.entities[m.entity].parsed.Generation() {
		case "jr", "ii", "iii":
			out[m.entity] = younger
			continue
		case "sr":
			out[m.entity] = elder
			continue
		}
		before := int(m.from) - 1
		if r.punct(before, ",") {
			before--
		}
		if age := kinAges[r.lower(max(before, 0))]; before >= 0 && age != 0 && r.sameSentence(before, int(m.first)) {
			out[m.entity] = age
		}
	}
	return out
}

// kinAges are words for kin of another generation.
var kinAges = map[string]int8{
	"father": elder, "mother": elder, "dad": elder, "grandfather": elder, "grandmother": elder, "uncle": elder, "aunt": elder,
	"son": younger, "daughter": younger, "grandson": younger, "granddaughter": younger, "nephew": younger, "niece": younger,
}
