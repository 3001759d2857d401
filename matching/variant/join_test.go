package variant

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"quotidian/attribution"
)

// say builds mentions from lines "id name | role | article".
func say(lines ...string) []Mention {
	var out []Mention
	for _, l := range lines {
		f := strings.Split(l, "|")
		id, full, _ := strings.Cut(strings.TrimSpace(f[0]), " ")
		m := Mention{ID: id, Name: full, Article: "article of " + id}
		if len(f) > 1 {
			m.Role = strings.TrimSpace(f[1])
		}
		if len(f) > 2 {
			m.Article = strings.TrimSpace(f[2])
		}
		out = append(out, m)
	}
	return out
}

// groups writes clusters as "id id, id".
func groups(r Result) string {
	var out []string
	for _, c := range r.Clusters {
		out = append(out, strings.Join(c.Mentions, " "))
	}
	return strings.Join(out, ", ")
}

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		title    string
		mentions []Mention
		evidence []Evidence
		rules    []Rule
		want     string
		asked    int // proposals
	}{
		{"romanisations join", say("a Anar Eyvazov", "b Anar Eivazov", "c Anar Eyvazov"), nil, nil, "a b c", 0},
		{"brothers stay apart", say("a Ilham Testoyev", "b Heydar Testoyev"), nil, nil, "a, b", 0},
		{"a bare surname never joins across articles, but is asked about", say("a Anar Eyvazov", "b Eyvazov"), nil, nil, "a, b", 1},
		{"in another romanisation too", say("a Anar Eyvazov", "b Eivazov"), nil, nil, "a, b", 1},
		{"who has two bearers to choose from asks nobody", say("a Anar Eyvazov", "b Eyvazov", "c Rustam Eyvazov"), nil, nil, "a, b, c", 0},
		{"two spellings of one bearer are one", say("a Anar Eyvazov", "b Eyvazov", "c Anar Eivazov"), nil, nil, "a c, b", 1},
		{"short names that sound alike are two", say("a Alicia Dowe", "b Dow"), nil, nil, "a, b", 0},
		{"a bare surname joins inside its article", say("a Anar Eyvazov | | x", "b Eivazov | | x"), nil, nil, "a b", 0},
		{"two full names leave a bare one open", say("a Ilham Testoyev | | x", "b Heydar Testoyev | | x", "c Testoyev | | x"), nil, nil, "a, b, c", 0},
		{
			"a shared statement and role settle a bare surname", say("a Anar Eyvazov | army spokesman", "b Eyvazov | army spokesperson"),
			[]Evidence{{A: "b", B: "a", Kind: SameStatement}},
			nil, "a b", 0,
		},
		{
			"so does a statement that one bearer of it alone shares", say("a Anar Eyvazov", "b Eyvazov", "c Rustam Eyvazov"),
			[]Evidence{{A: "a", B: "b", Kind: SameStatement}},
			nil, "a b, c", 0,
		},
		{
			"two bare surnames of one statement are one person", say("a Eyvazov", "b Eyvazov", "c Anar Eyvazov", "d Rustam Eyvazov"),
			[]Evidence{{A: "a", B: "b", Kind: SameStatement}},
			nil, "a b, c, d", 0,
		},
		{
			"a surname with its particle is a bare one", say("a Erik ten Vaal", "b Ten Vaal", "c Marine Le Varn", "d Le Varn", "e Le Varn"),
			[]Evidence{{A: "a", B: "b", Kind: SameStatement}, {A: "c", B: "d", Kind: SameStatement}},
			nil, "a b, c d, e", 1,
		},
		{
			"two bearers who share it leave a bare surname open", say("a Anar Eyvazov", "b Eyvazov", "c Rustam Eyvazov"),
			[]Evidence{{A: "a", B: "b", Kind: SameStatement}, {A: "c", B: "b", Kind: SameStatement}},
			nil, "a, b, c", 2,
		},
		{"two romanisations wait", say("a Zeng Qinghua", "b Tseng Ching-hua", "c Lee Myung-sik", "d Yi Myong-sik"), nil, nil, "a, b, c, d", 2},
		{"a contained name waits", say("a Ivan Testov", "b Ivan Petrovich Testov"), nil, nil, "a, b", 1},
		{
			"a shared statement settles it", say("a Ivan Testov", "b Ivan Petrovich Testov"),
			[]Evidence{{A: "a", B: "b", Kind: SameStatement}},
			nil, "a b", 0,
		},
		{
			"never holds", say("a Anar Eyvazov", "b Anar Eivazov"), nil,
			[]Rule{{Never, Target{Name: "anar eyvazov"}, Target{Name: "Anar Eivazov"}}},
			"a, b", 0,
		},
		{
			"same joins what strings do not", say("a Ilham Testoyev", "b Qorl Zint"), nil,
			[]Rule{{Same, Target{Name: "Ilham Testoyev"}, Target{Mention: "b"}}},
			"a b", 0,
		},
		{
			"never wins over same through a third", say("a Anar Eyvazov", "b Anar Eivazov", "c Qorl Zint"), nil,
			[]Rule{
				{Never, Target{Mention: "a"}, Target{Mention: "b"}},
				{Same, Target{Mention: "a"}, Target{Mention: "c"}},
				{Same, Target{Mention: "b"}, Target{Mention: "c"}},
			},
			"a c, b", 0,
		},
		{
			"one full name may be split", say("a Ivan Testov", "b Ivan Testov"), nil,
			[]Rule{{Never, Target{Mention: "a"}, Target{Mention: "b"}}},
			"a, b", 0,
		},
	} {
		r := Join(c.mentions, c.evidence, c.rules)
		if diff := cmp.Diff(c.want, groups(r)); diff != "" {
			t.Errorf("%s: %s", c.title, diff)
		}
		if len(r.Proposals) != c.asked {
			t.Errorf("%s: %d proposals, want %d: %+v", c.title, len(r.Proposals), c.asked, r.Proposals)
		}
	}
}

func TestJoinKeepsUnnamedApart(t *testing.T) {
	ms := say("a an official", "b an official")
	ms[0].Kind, ms[1].Kind = attribution.Unnamed, attribution.Unnamed
	if got := groups(Join(ms, nil, nil)); got != "a, b" {
		t.Errorf("clusters %q", got)
	}
}

func TestJoinOrganisations(t *testing.T) {
	ms := say("a ICRC | | x", "b International Committee of the Red Cross | | x", "c Baku | | x", "d Azerbaijan | | x", "e Ministry of Defence of Azerbaijan",
		"f Azerbaijani Defense Ministry", "g Russian Defense Ministry")
	for i := range ms {
		ms[i].Kind = attribution.Organisation
	}
	r := Join(ms, nil, nil)
	if got := groups(r); got != "a b, c, d, e f, g" {
		t.Errorf("clusters %q", got)
	}
	if len(r.Proposals) != 1 || r.Proposals[0].A != "Baku" || r.Proposals[0].B != "Azerbaijan" {
		t.Errorf("proposals %+v", r.Proposals)
	}
}

// TestOfficesWithoutCountry: what one article calls by two names joins the office that another names with its country, once a
// statement tells whose it is; it never joins two countries' offices.
func TestOfficesWithoutCountry(t *testing.T) {
	ms := say("a Foreign Ministry | | x", "b Ministry of Foreign Affairs | | x", "c Azerbaijani Foreign Ministry | | y", "d Armenian Foreign Ministry | | z")
	for i := range ms {
		ms[i].Kind = attribution.Organisation
	}
	if got := groups(Join(ms, nil, nil)); got != "a b, c, d" {
		t.Errorf("without evidence: clusters %q", got)
	}
	told := []Evidence{{A: "a", B: "c", Kind: SameStatement}, {A: "b", B: "d", Kind: SameStatement}}
	if got := groups(Join(ms, told[:1], nil)); got != "a b c, d" {
		t.Errorf("with a statement: clusters %q", got)
	}
	if r := Join(ms, told, nil); len(r.Clusters) != 2 {
		t.Errorf("with two: %+v", r.Clusters)
	}
}

// TestKings: a name of one word tells with its number who is meant.
func TestKings(t *testing.T) {
	if got := groups(Join(say("a King Orlo III", "b Orlo III", "c Orlo II", "d Orlo"), nil, nil)); got != "a b, c, d" {
		t.Errorf("clusters %q", got)
	}
}

func TestJoinAcrossScriptsOnlyProposes(t *testing.T) {
	r := Join(say("a Anar Eyvazov", "b Анар Эйвазов", "c Anar Еyvazov"), nil, nil) // the E of c is Cyrillic
	if got := groups(r); got != "a, b, c" || len(r.Proposals) < 2 {
		t.Errorf("clusters %q, proposals %+v", got, r.Proposals)
	}
}

func TestJoinShowsMostUsedFullName(t *testing.T) {
	ms := say("a Anar Eivazov", "b Anar Eyvazov", "c Eyvazov | | article of b")
	ms[1].Count, ms[2].Count = 3, 9
	if got := Join(ms, nil, nil).Clusters[0].Name; got != "Anar Eyvazov" {
		t.Errorf("name %q", got)
	}
}

func TestJoinOnTheSameDay(t *testing.T) {
	ms := say("a Ivan Testov", "b Ivan Petrovich Testov")
	plain := Join(ms, nil, nil).Proposals[0].Score.P
	for i := range ms {
		ms[i].Published = time.Date(2024, 5, 1, i, 0, 0, 0, time.UTC)
	}
	if dated := Join(ms, nil, nil).Proposals[0].Score.P; dated < plain {
		t.Errorf("the same day lowers %f to %f", plain, dated)
	}
}

// TestJoinIgnoresOrder shuffles everything and wants the same result.
func TestJoinIgnoresOrder(t *testing.T) {
	ms := say("a Anar Eyvazov | army spokesman | x", "b Anar Eivazov | | y", "c Eyvazov | | x", "d Ilham Testoyev", "e Heydar Testoyev",
		"f Ivan Testov", "g Ivan Petrovich Testov", "h Iwan Testow", "i Testov | | y", "j Nikol Darbinyan", "k Nicol Tarpinian")
	ev := []Evidence{{A: "f", B: "g", Kind: SameStatement}, {A: "g", B: "f", Kind: SameStatement, Note: "x"}, {A: "j", B: "k", Kind: CoMentioned}}
	rules := []Rule{{Never, Target{Name: "Iwan Testow"}, Target{Mention: "g"}}, {Same, Target{Mention: "d"}, Target{Mention: "i"}}}
	want := fmt.Sprintf("%+v", Join(ms, ev, rules))
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		r.Shuffle(len(ms), func(i, j int) { ms[i], ms[j] = ms[j], ms[i] })
		r.Shuffle(len(ev), func(i, j int) { ev[i], ev[j] = ev[j], ev[i] })
		slices.Reverse(rules)
		if diff := cmp.Diff(want, fmt.Sprintf("%+v", Join(ms, ev, rules))); diff != "" {
			t.Fatal(diff)
		}
	}
}

// TestJoinerGivesWhatJoinGives adds mentions a few at a time, then takes some away, and wants what a fresh join gives.
func TestJoinerGivesWhatJoinGives(t *testing.T) {
	ms := mentionsOf(madeNames(300))
	ms = append(ms, bodies(attribution.Organisation, "x IHC", "y International Harbour Commission", "z the commission | | a3")...)
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(ms), func(i, j int) { ms[i], ms[j] = ms[j], ms[i] })
	k := NewJoiner()
	same := func(part []Mention) {
		t.Helper()
		if diff := cmp.Diff(Join(part, nil, nil), k.Join(part, nil, nil)); diff != "" {
			t.Fatal(diff)
		}
	}
	for n := 100; n <= len(ms); n += 40 {
		same(ms[:n])
	}
	same(ms)
	same(ms[50:])
}

// TestByName: a by-name between marks is left out, so both the names beside it and the one without it are that person's.
func TestByName(t *testing.T) {
	r := Join([]Mention{
		{ID: "1", Name: `Robert "Bobby" Halmos`, Kind: attribution.Person, Article: "a"},
		{ID: "2", Name: "Robert Halmos", Kind: attribution.Person, Article: "b"},
		{ID: "3", Name: "Robert (Bob) Halmos", Kind: attribution.Person, Article: "c"},
		{ID: "4", Name: "Ilse Halmos", Kind: attribution.Person, Article: "d"},
	}, nil, nil)
	if len(r.Clusters) != 2 || len(r.Clusters[0].Mentions) != 3 {
		t.Errorf("clusters %+v, want three spellings of one and one of the other", r.Clusters)
	}
	if p := Probability("Tobiasz “Falcon” Halmosz", "Falcon Halmosz"); p < Review {
		t.Errorf("a by-name that is all that others print: %.2f", p)
	}
}

// TestBareBesideByNames: a bare name is offered to a person whose given name two articles print otherwise, and to nobody
// where two people bear it.
func TestBareBesideByNames(t *testing.T) {
	full := func(id, name string) Mention {
		return Mention{ID: id, Name: name, Kind: attribution.Person, Article: id}
	}
	for _, c := range []struct {
		other string
		want  bool
	}{{"Bob Halmerson", true}, {"Ilse Halmerson", false}} {
		r := Join([]Mention{full("1", "Robert Halmerson"), full("2", c.other), full("3", "Halmerson")}, nil, nil)
		offered := slices.ContainsFunc(r.Proposals, func(l Link) bool { return l.A == "Halmerson" || l.B == "Halmerson" })
		if offered != c.want {
			t.Errorf("beside %s offered %v, want %v: %+v", c.other, offered, c.want, r.Proposals)
		}
	}
}
