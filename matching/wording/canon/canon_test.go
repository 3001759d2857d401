package canon

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func keys(text string) []uint64 {
	var s Scanner
	var out []uint64
	for _, w := range s.Scan(nil, text, nil) {
		out = append(out, w.Key)
	}
	return out
}

func same(a, b []uint64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestStem(t *testing.T) {
	for in, want := range map[string]string{
		"generously": "generous", "consistency": "consist", "consignment": "consign", "knightly": "knight", "knots": "knot",
		"consolation": "consol", "organization": "organ", "happy": "happi", "by": "by", "say": "say", "hopping": "hop",
		"hoping": "hope", "agreed": "agre", "ties": "tie", "cries": "cri", "gas": "gas", "gaps": "gap", "relational": "relat",
		"replacement": "replac", "adoption": "adopt", "controlling": "control", "dying": "die", "exceeded": "exceed", "kiwis": "kiwi",
		"hopefulness": "hope", "formality": "formal", "geology": "geolog", "weapons": "weapon", "luxuriated": "luxuri", "enjoy": "enjoy",
	} {
		if got := string(Stem([]byte(in))); got != want {
			t.Errorf("Stem(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSamePrinting(t *testing.T) {
	for _, p := range [][2]string{
		{"We don’t know", "we do not know"},
		{"They can't, won't and shan't", "they can not will not and shall not"},
		{"It's organised", "It is organized"},
		{"The organisation’s armoured vehicles", "the organization's armored vehicle"},
		{"four thousand men", "4,000 man"},
		{"two hundred and five", "205"},
		{"two hundred and five thousand", "205,000"},
		{"one thousand four hundred residents", "1,400 residents"},
		{"One million two hundred thousand", "1.2 million"},
		{"a hundred and ten", "110"},
		{"a hundred and five hundred", "100 and 500"},
		{"five and six", "5 and 6"},
		{"one day", "one days"},
		{"twenty-five", "25"},
		{"twenty-one thousand", "21,000"},
		{"a hundred", "100"},
		{"$2.5 million", "$2.5m"},
		{"99 per cent", "99 per cent"},
		{"40%", "40 percent"},
		{"the 1st of May", "the first of May"},
		{"the 22nd", "the 22"},
		{"co-operate", "cooperate"},
		{"Russian-brokered", "Russian brokered"},
		{"«Élysée» said", `"elysee" says`},
		{"U.S. troops", "US troops"},
		{"travelled", "traveled"},
	} {
		if a, b := keys(p[0]), keys(p[1]); !same(a, b) {
			t.Errorf("%q and %q have different words: %x %x", p[0], p[1], a, b)
		}
	}
}

// TestQuoted: what stands between marks of any style is known for it; an apostrophe is no mark.
func TestQuoted(t *testing.T) {
	for text, want := range map[string]string{
		"her work “a disgrace” again":              "a disgrace",
		"her work ''a disgrace'' again":            "a disgrace",
		"her work ``a disgrace'' again":            "a disgrace",
		"Varga: Harbour ‘a Disgrace’ to Brenna":    "a Disgrace",
		"Varga: harbour 'a disgrace,' he said":     "a disgrace",
		"“the ‘rotten’ fish” is sold":              "the rotten fish",
		"the dockers’ harbour and the pilots’ one": "",
		"the boats of the ’90s":                    "",
		"Varga: ‘Never’ to the Dockers’ Harbour":   "Never",
	} {
		var s Scanner
		var got []string
		for _, w := range s.Scan(nil, text, nil) {
			if w.Has(Quoted) {
				got = append(got, text[w.Start:w.End])
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: quoted are %q, want %q", text, got, want)
		}
	}
}

// TestScannerRemembers: what a scanner read before changes nothing of what it reads now.
func TestScannerRemembers(t *testing.T) {
	word := rapid.SampledFrom(strings.Fields("a A one One hundred thousand and The the it's can't Kovel's twenty-five co-operate colour 25 5m 3rd said. “not” cannot"))
	var used Scanner
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 1, 12).Draw(t, "words"), " ")
		var fresh Scanner
		want, got := fresh.Scan(nil, text, nil), used.Scan(nil, text, nil)
		if d := cmp.Diff(want, got, cmpopts.EquateNaNs()); d != "" {
			t.Fatalf("%q (-fresh +used):\n%s", text, d)
		}
	})
}
