package variant

import (
	"strings"
	"testing"
	"time"

	"quotidian/attribution"
)

func bodies(kind attribution.SpeakerKind, lines ...string) []Mention {
	ms := say(lines...)
	for i := range ms {
		ms[i].Kind = kind
	}
	return ms
}

func TestProper(t *testing.T) {
	for s, want := range map[string]bool{
		"the ministry": false, "The ministry": false, "Officials": false, "Opinion polls": false, "many Ruritanian officials": false,
		"some Democrats": false, "his campaign": false, "12 Ruritanian voters": false, "A Meridian poll": false,
		"Taliban": true, "Kremlin press service": true, "Kremlin": true, "Reuters": true, "IHC": true, "the Harbour Commission": true, "Ruritanian Defence Ministry": true, "French officials": true,
		"supporters of Anton Zenda": true, "New Harbour Party": true, "Министерство обороны": true,
	} {
		if got := proper(s); got != want {
			t.Errorf("proper(%q) = %v", s, got)
		}
	}
}

// TestNumberedUnits: a brigade is no number of people.
func TestNumberedUnits(t *testing.T) {
	r := Join(bodies(attribution.Organisation, "a 72nd Mechanised Brigade", "b 72nd Mechanised Brigade", "c 73rd Mechanised Brigade", "d 72 soldiers", "e 72 soldiers"), nil, nil)
	if got := groups(r); got != "a b, c, d, e" {
		t.Errorf("clusters %q", got)
	}
}

// TestDescriptionsStayInTheirArticles: what two articles describe alike is not one speaker, and nobody is asked.
func TestDescriptionsStayInTheirArticles(t *testing.T) {
	r := Join(bodies(attribution.Group, "a many officials", "b many officials", "c some officials", "d supporters of Zenda", "e critics of Zenda"), nil, nil)
	if got := groups(r); got != "a, b, c, d, e" || len(r.Proposals) != 0 {
		t.Errorf("clusters %q, proposals %+v", got, r.Proposals)
	}
	r = Join(bodies(attribution.Organisation, "a the ministry", "b the ministry", "c the ministry | | article of a"), nil, nil)
	if got := groups(r); got != "a c, b" {
		t.Errorf("clusters %q", got)
	}
}

func TestDescriptionsJoinByStatement(t *testing.T) {
	r := Join(bodies(attribution.Organisation, "a the ministry", "b the ministry"), []Evidence{{A: "a", B: "b", Kind: SameStatement}}, nil)
	if got := groups(r); got != "a b" {
		t.Errorf("clusters %q", got)
	}
}

// TestFullerDescription: one statement given to "the order" and to "the executive order" is of one paper; another paper, or another
// statement, is not.
func TestFullerDescription(t *testing.T) {
	told := []Evidence{{A: "a", B: "b", Kind: SameStatement}}
	for lines, want := range map[[2]string]string{
		{"a order", "b executive order"}: "a b",
		{"a order", "b leaked memo"}:     "a, b",
	} {
		if got := groups(Join(bodies(attribution.Organisation, lines[:]...), told, nil)); got != want {
			t.Errorf("%q: clusters %q, want %q", lines, got, want)
		}
		if got := groups(Join(bodies(attribution.Organisation, lines[:]...), nil, nil)); got != "a, b" {
			t.Errorf("%q without a statement: clusters %q", lines, got)
		}
	}
}

// TestAcronymsJoin: three letters join the only body they are the initials of, and wait where there are two.
func TestAcronymsJoin(t *testing.T) {
	r := Join(bodies(attribution.Organisation, "a IHC", "b International Harbour Commission", "c Harbour Watch"), nil, nil)
	if got := groups(r); got != "a b, c" || len(r.Joins) != 1 {
		t.Errorf("clusters %q, joins %+v", got, r.Joins)
	}
	r = Join(bodies(attribution.Organisation, "a IHC", "b International Harbour Commission", "c Inland Herring Council"), nil, nil)
	if got := groups(r); got != "a, b, c" || len(r.Proposals) != 2 {
		t.Errorf("clusters %q, proposals %+v", got, r.Proposals)
	}
	r = Join(bodies(attribution.Organisation, "a IHC", "b I.H.C.", "c International Harbour Commission"), nil, nil)
	if got := groups(r); got != "a b c" {
		t.Errorf("with points: clusters %q", got)
	}
	never := []Rule{{Never, Target{Name: "IHC"}, Target{Mention: "b"}}}
	if got := groups(Join(bodies(attribution.Organisation, "a IHC", "b International Harbour Commission"), nil, never)); got != "a, b" {
		t.Errorf("clusters %q", got)
	}
}

// TestOfficeNamesItsHolder: bare surnames with an office that one person holds are one, and are asked about once; the
// others may be anybody's, and each is asked about.
func TestOfficeNamesItsHolder(t *testing.T) {
	r := Join(say("a Maro | President", "b Maro | President of Ruritania", "c Maro | former President", "d Maro | ", "e Filip Maro | President"), nil, nil)
	if got := groups(r); got != "a b, c, d, e" || len(r.Proposals) != 3 {
		t.Errorf("clusters %q, proposals %+v", got, r.Proposals)
	}
}

// TestOfficeInThoseDays: a surname with an office is the one who is printed in full with it in those days, and waits where two are,
// where the days are others and where another country has such an office.
func TestOfficeInThoseDays(t *testing.T) {
	day := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	on := func(n int, lines ...string) []Mention {
		ms := say(lines...)
		for i := range ms {
			ms[i].Published = day.AddDate(0, 0, n*i)
		}
		return ms
	}
	for _, c := range []struct {
		ms   []Mention
		want string
	}{
		{on(1, "a Maro | President", "b Filip Maro | President"), "a b"},
		{on(1, "a Maro | President", "b Filip Maro | President", "c Ana Maro | Finance Minister"), "a b, c"},
		{on(1, "a Maro | President", "b Filip Maro | President", "c Ana Maro | President"), "a, b, c"},
		{on(1, "a Maro | President", "b Filip Maro | former President"), "a, b"},
		{on(1, "a Maro | French President", "b Filip Maro | President of Turkey"), "a, b"},
		{on(90, "a Maro | President", "b Filip Maro | President"), "a, b"},
	} {
		if got := groups(Join(c.ms, nil, nil)); got != c.want {
			t.Errorf("%+v: clusters %q, want %q", c.ms, got, c.want)
		}
	}
}

// TestFamiliarNames: a nickname or an initial more, beside the same role, is how outlets print one name; another given name or
// another role waits.
func TestFamiliarNames(t *testing.T) {
	for lines, want := range map[[2]string]string{
		{"a Robert Varga | editor of the Selk Courier", "b Bob Varga | Selk Courier editor"}: "a b",
		{"a Robert Varga | editor of the Selk Courier", "b Bob Varga | Senator"}:             "a, b",
		{"a Irena Halmos | judge", "b Irena T. Halmos | judge"}:                              "a b",
		{"a Irena Halmos | judge", "b Irena T. Halmos | "}:                                   "a, b",
		{"a Irena Halmos | judge", "b Irena Toth Halmos | judge"}:                            "a, b",
		{"a Irena S. Halmos | judge", "b Irena T. Halmos | judge"}:                           "a, b",
	} {
		if got := groups(Join(say(lines[:]...), nil, nil)); got != want {
			t.Errorf("%q: clusters %q, want %q", lines, got, want)
		}
	}
	day := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	on := func(n int, lines ...string) string {
		ms := say(lines...)
		for i := range ms {
			ms[i].Published = day.AddDate(0, 0, n*i)
		}
		return groups(Join(ms, nil, nil))
	}
	if got := on(2, "a Irena Halmos", "b Irena T. Halmos"); got != "a b" {
		t.Errorf("in the same days: clusters %q", got)
	}
	if got := on(60, "a Irena Halmos", "b Irena T. Halmos"); got != "a, b" {
		t.Errorf("in other months: clusters %q", got)
	}
	for lines, want := range map[string]string{
		"a S. Halmos | master of the harbour; b Simon Halmos | harbour master":                                       "a b",
		"a S Khalmosova | master of the harbour; b Simona Halmosova | harbour master":                                "a, b", // they begin otherwise
		"a S Venkelaraman | master of the harbour; b Simon Venkelraman | harbour master":                             "a b",
		"a S. Halmos | master of the harbour; b Simon Halmos | chief judge":                                          "a, b",
		"a S. Halmos | sailor; b Simon Halmos | sailor":                                                              "a, b",
		"a T. Halmos | master of the harbour; b Simon Halmos | harbour master":                                       "a, b",
		"a S. Halmos | master of the harbour; b Simon Halmos | harbour master; c Sven Halmos | chief judge of Orlow": "a, b, c",
	} {
		if got := on(0, strings.Split(lines, "; ")...); got != want {
			t.Errorf("%q: clusters %q, want %q", lines, got, want)
		}
	}
	if got := on(60, "a S. Halmos | master of the harbour", "b Simon Halmos | harbour master"); got != "a, b" {
		t.Errorf("initials in other months: clusters %q", got)
	}
	if got := on(2, "a Irena Halmos", "b Irena T. Halmos", "c Irena S. Halmos"); got != "a, b, c" {
		t.Errorf("with two initials: clusters %q", got)
	}
}
