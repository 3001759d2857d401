package wording

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"quotidian/quotes"
)

// story is a small collection: statements of invented people as several outlets printed them.
var story = []Quote{
	{ID: "a1", Speaker: "kovel", Article: "a", Text: "We will rebuild the old lighthouse before the winter storms because the fishermen depend on it"},
	{ID: "b1", Speaker: "kovel", Article: "b", Text: "We will rebuild the old lighthouse before the winter storms"},
	{ID: "c1", Speaker: "kovel", Article: "c", Text: "because the fishermen depend on it"},
	{ID: "d1", Speaker: "kovel", Article: "d", Text: "Before the storms of winter, we are going to reconstruct the old lighthouse, since the fishermen rely on it"},
	{ID: "a2", Speaker: "brandt", Article: "a", Text: "The ferry company has refused to pay the dockers for their extra hours"},
	{ID: "b2", Speaker: "brandt", Article: "b", Text: "that the ferry company had refused to pay the dockers for their extra hours"},
	{ID: "c2", Article: "c", Text: "Forty dockers and six harbour pilots walked out on Monday"},
	{ID: "d2", Article: "d", Text: "Some 40 dockers and 6 pilots of the harbour walked off the job on Monday"},
	{ID: "e1", Article: "e", Text: "Our orchestra will tour the northern islands next spring"},
	{ID: "e2", Article: "e", Text: "The council wants to plant two thousand apple trees along the river"},
}

// sets lists the statements as sorted sets of ids.
func sets(j *Joiner, r Result) [][]string {
	var out [][]string
	for _, s := range r.Statements {
		var ids []string
		for _, m := range s.Members {
			ids = append(ids, j.ID(m))
		}
		slices.Sort(ids)
		out = append(out, ids)
	}
	slices.SortFunc(out, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return out
}

func divide(qs []Quote, rules []Rule, o Options) ([][]string, Result) {
	j := NewJoiner()
	for _, q := range qs {
		j.Add(q)
	}
	r := j.Result(rules, o)
	return sets(j, r), r
}

func TestStory(t *testing.T) {
	got, r := divide(story, nil, Careful)
	want := [][]string{{"a1", "b1", "c1", "d1"}, {"a2", "b2"}, {"c2", "d2"}, {"e1"}, {"e2"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("statements differ (-want +got):\n%s", d)
	}
	for _, s := range r.Statements {
		if len(s.Joins) != len(s.Members)-1 {
			t.Errorf("%d members, %d joins", len(s.Members), len(s.Joins))
		}
	}
}

// TestAnyOrder: the statements and proposals depend on the set of quotes alone, however they came.
func TestAnyOrder(t *testing.T) {
	pool := slices.Concat(story, crowd(1), harbour)
	rapid.Check(t, func(t *rapid.T) {
		qs := rapid.Permutation(pool).Draw(t, "order")[:rapid.IntRange(1, len(pool)).Draw(t, "n")]
		o := rapid.SampledFrom([]Options{Careful, Likely}).Draw(t, "options")
		sorted := slices.Clone(qs)
		slices.SortFunc(sorted, func(a, b Quote) int { return strings.Compare(a.ID, b.ID) })
		got, r := divide(qs, nil, o)
		want, w := divide(sorted, nil, o)
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("statements depend on the order (-sorted +drawn):\n%s", d)
		}
		if len(r.Proposals) != len(w.Proposals) {
			t.Fatalf("%d proposals, %d when sorted", len(r.Proposals), len(w.Proposals))
		}
	})
}

// crowd gives statements that have their telling words in common with many others, n of each pair.
func crowd(n int) []Quote {
	var out []Quote
	places := strings.Fields("Orlow Brenna Castel Dravik Eskola Fenmark Gorlitsa Halden Imbria Jorvik")
	things := strings.Fields("lighthouse orchestra monastery shipyard vineyard")
	for i, p := range places {
		for k, thing := range things {
			for m := range n {
				out = append(out, Quote{ID: fmt.Sprintf("x%d.%d.%d", i, k, m), Text: fmt.Sprintf("The %s of %s needs a new roof number %d", thing, p, m*m+20)})
			}
		}
	}
	return out
}

// TestCrowdedKeys: keys that become crowded while quotes are added leave no trace of the order either.
func TestCrowdedKeys(t *testing.T) {
	qs := crowd(8) // 400 quotes, more than a key may hold
	want, _ := divide(qs, nil, Likely)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		rng.Shuffle(len(qs), func(i, j int) { qs[i], qs[j] = qs[j], qs[i] })
		got, _ := divide(qs, nil, Likely)
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("statements depend on the order (-first +shuffled):\n%s", d)
		}
	}
}

// TestRules: what a person settled holds, whatever the scores say.
func TestRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rules []Rule
		for range rapid.IntRange(1, 3).Draw(t, "rules") {
			a, b := rapid.SampledFrom(story).Draw(t, "a"), rapid.SampledFrom(story).Draw(t, "b")
			rules = append(rules, Rule{a.ID, b.ID, rapid.Bool().Draw(t, "same")})
		}
		got, _ := divide(story, rules, Likely)
		of := map[string]int{}
		for i, s := range got {
			for _, id := range s {
				of[id] = i
			}
		}
		for _, r := range rules {
			if r.A == r.B || contradicted(rules, r) {
				continue
			}
			if (of[r.A] == of[r.B]) != r.Same {
				t.Fatalf("rule %+v does not hold in %v under %v", r, got, rules)
			}
		}
	})
}

// contradicted reports whether other rules may force the opposite of r.
func contradicted(rules []Rule, r Rule) bool {
	for _, o := range rules {
		if o != r && o.Same != r.Same {
			return true
		}
	}
	return false
}

// TestHalves: two halves of one quotation hang under it, and do not join two statements that they fit both.
func TestHalves(t *testing.T) {
	qs := []Quote{
		{ID: "1", Speaker: "s", Article: "a", Text: "We opened the northern gates at dawn and the river carried the barges to the coast by evening"},
		{ID: "2", Speaker: "s", Article: "b", Text: "We opened the northern gates at dawn"},
		{ID: "3", Speaker: "s", Article: "c", Text: "the river carried the barges to the coast by evening"},
		{ID: "4", Speaker: "s", Article: "d", Text: "We opened the northern gates at dawn, although the engineers had warned us that the old locks might break under the load"},
	}
	got, r := divide(qs, nil, Careful)
	for _, s := range got {
		if slices.Contains(s, "1") && slices.Contains(s, "4") {
			t.Errorf("a piece joined two statements: %v", got)
		}
		if slices.Contains(s, "1") && !slices.Contains(s, "3") {
			t.Errorf("half of 1 is elsewhere: %v, %v", got, r.Proposals)
		}
	}
}

// harbour is one speaker in two articles that each quote him twice, side by side, in two translations.
var harbour = []Quote{
	{ID: "h1", Speaker: "moreau", Article: "h", Kind: quotes.Direct, Text: "“The harbour of Brenna will get two new cranes,”"},
	{ID: "h2", Speaker: "moreau", Article: "h", Kind: quotes.Direct, Text: "“The harbour of Brenna will get two new piers,”"},
	{ID: "i1", Speaker: "moreau", Article: "i", Kind: quotes.Direct, Text: "“Brenna's harbour is to get two new cranes,”"},
	{ID: "i2", Speaker: "moreau", Article: "i", Kind: quotes.Direct, Text: "“Brenna's harbour is to get two new piers,”"},
	{ID: "k1", Speaker: "moreau", Article: "k", Kind: quotes.Indirect, Text: "that the harbour of Brenna would get two new cranes"},
}

// TestPieceOfPiece: what was cut from a piece belongs to the whole from which the piece was cut.
func TestPieceOfPiece(t *testing.T) {
	const (
		opening = "The ferry to Varn has been late on every day of this month, and nobody at the harbour tells the passengers why. "
		end     = "Our islanders will not pay for tickets that nobody honours."
	)
	got, _ := divide([]Quote{
		{ID: "a", Speaker: "orlo", Article: "a", Text: opening + "The company bought two boats that it cannot repair. " + end},
		{ID: "b", Speaker: "orlo", Article: "b", Text: "Two boats were acquired by the company which it is unable to mend. " + end},
		{ID: "c", Speaker: "orlo", Article: "c", Text: end},
	}, nil, Careful)
	if d := cmp.Diff([][]string{{"a", "b", "c"}}, got); d != "" {
		t.Errorf("statements differ (-want +got):\n%s", d)
	}
}

// TestUnnamedPiece: a piece that one article gives to nobody goes with the same words that another gives to the speaker.
func TestUnnamedPiece(t *testing.T) {
	const end = "I know that I cannot run this harbour for ever."
	got, _ := divide([]Quote{
		{ID: "a", Speaker: "orlo", Article: "a", Kind: quotes.Direct, Text: "“I have no quarrel with anybody at the council, and I leave the keys on the table. " + end + "”"},
		{ID: "b", Speaker: "orlo", Article: "b", Kind: quotes.Direct, Text: "“" + end + "”"},
		{ID: "c", Article: "c", Kind: quotes.Direct, Text: "“" + end + "”"},
	}, nil, Careful)
	if d := cmp.Diff([][]string{{"a", "b", "c"}}, got); d != "" {
		t.Errorf("statements differ (-want +got):\n%s", d)
	}
}

// TestQuotedWhole: a quotation was cut from a longer quotation, rather than from a report that says the same and more.
func TestQuotedWhole(t *testing.T) {
	got, _ := divide([]Quote{
		{ID: "a", Speaker: "orlo", Article: "a", Kind: quotes.Direct, Text: "“This town will not lose a metre of its shore. We will go on mending the piers under our charter. We will talk to the fishermen of Kesh to keep the peace at sea.”"},
		{ID: "b", Speaker: "orlo", Article: "b", Kind: quotes.Direct, Text: "“This town will not lose one metre of its shore,”"},
		{ID: "c", Speaker: "orlo", Article: "c", Kind: quotes.Mixed, Text: "the town would not lose “a metre” of shore, her words coming after a summer of quarrels over the fishing grounds off the coast"},
		{ID: "d", Speaker: "orlo", Article: "d", Kind: quotes.Mixed, Text: "that the town “will not lose a metre” of shore"},
		{ID: "e", Speaker: "orlo", Article: "e", Kind: quotes.Mixed, Text: "the town ‘will not lose a metre’ of shore"},
		{ID: "f", Speaker: "orlo", Article: "f", Kind: quotes.Indirect, Text: "The town will not lose a metre of shore"},
	}, nil, Careful)
	if !slices.ContainsFunc(got, func(s []string) bool { return slices.Contains(s, "a") && slices.Contains(s, "b") }) {
		t.Errorf("statements %v", got)
	}
}

// TestSideBySide: what an article quotes in two places stays two statements, however alike.
func TestSideBySide(t *testing.T) {
	for _, o := range []Options{Careful, Likely} {
		got, _ := divide(harbour, nil, o)
		if d := cmp.Diff([][]string{{"h1", "i1", "k1"}, {"h2", "i2"}}, got); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
	}
	said := slices.Clone(harbour[:2])
	said[1].Text = "“The harbour will get two new cranes,”" // the same words again, some left out
	if got, _ := divide(said, nil, Careful); len(got) != 1 {
		t.Errorf("an article that quotes the same words twice: %v", got)
	}
}

// TestThin: words that everybody says of everything are no statement to be found again; a chosen word in quotation
// marks is, and so is whatever a person settles.
func TestThin(t *testing.T) {
	qs := []Quote{
		{ID: "1", Speaker: "a", Article: "a", Kind: quotes.Indirect, Text: "to comment"},
		{ID: "2", Speaker: "a", Article: "b", Kind: quotes.Indirect, Text: "to comment"},
		{ID: "3", Speaker: "a", Article: "c", Kind: quotes.Indirect, Text: "Mrs. Okafor"},
		{ID: "4", Speaker: "a", Article: "d", Kind: quotes.Indirect, Text: "the plans of Mrs. Okafor for the harbour of Brenna and its lighthouse"},
		{ID: "5", Speaker: "a", Article: "e", Kind: quotes.Mixed, Text: "“preposterous”"},
		{ID: "6", Speaker: "a", Article: "f", Kind: quotes.Direct, Text: "“Preposterous!”"},
		{ID: "7", Speaker: "a", Article: "e", Kind: quotes.Indirect, Text: "that fares will rise"},
		{ID: "8", Speaker: "a", Article: "f", Kind: quotes.Indirect, Text: "fares would rise"},
	}
	got, r := divide(qs, nil, Careful)
	if d := cmp.Diff([][]string{{"1"}, {"2"}, {"3"}, {"4"}, {"5", "6"}, {"7", "8"}}, got); d != "" || len(r.Proposals) > 0 {
		t.Errorf("(-want +got):\n%s%v", d, r.Proposals)
	}
	got, _ = divide(qs, []Rule{{A: "1", B: "2", Same: true}}, Careful)
	if len(got) != 5 || len(got[0]) != 2 {
		t.Errorf("a rule about thin words does not hold: %v", got)
	}
}

// TestThinAgain: words that tell next to nothing are one statement where one speaker said the very same ones that day.
func TestThinAgain(t *testing.T) {
	day := time.Date(2031, 5, 4, 0, 0, 0, 0, time.UTC)
	report := func(id, speaker string, when time.Time, text string) Quote {
		return Quote{ID: id, Speaker: speaker, Article: id, Published: when, Kind: quotes.Indirect, Text: text}
	}
	qs := []Quote{
		report("1", "a", day, "that he was for Orlo"), report("2", "a", day, "that he was for Orlo"),
		report("3", "b", day, "that he was for Orlo"), report("4", "", day, "that he was for Orlo"), report("5", "", day, "that he was for Orlo"),
		report("6", "a", day.AddDate(0, 0, 9), "that he was for Orlo"), report("7", "a", day, "to comment"), report("8", "a", day, "to comment"),
		report("11", Described("Farmers"), day, "that he was for Orlo"), report("12", Described("Farmers"), day, "that he was for Orlo"),
		report("9", "a", time.Time{}, "that he was for Orlo"), report("10", "a", time.Time{}, "that he was for Orlo"),
	}
	got, r := divide(qs, nil, Careful)
	if d := cmp.Diff([][]string{{"1", "2"}, {"10"}, {"11"}, {"12"}, {"3"}, {"4"}, {"5"}, {"6"}, {"7"}, {"8"}, {"9"}}, got); d != "" || len(r.Proposals) > 0 {
		t.Errorf("(-want +got):\n%s%v", d, r.Proposals)
	}
}

// TestDescribed: people whom two articles describe alike are neither the same nor others; whom they describe otherwise are others.
func TestDescribed(t *testing.T) {
	quote := func(id, speaker, text string) *Prepared {
		return NewComparer().Prepare(Quote{ID: id, Speaker: speaker, Article: id, Kind: quotes.Indirect, Text: text})
	}
	const text, other = "the rise of the mayor may have been more surprising to the farmers than to anyone else", "Mr Orlo's rise may have been more surprising to the farmers than to anyone else"
	c := NewComparer()
	alike := c.Score(quote("a", Described("Several observers"), text), quote("b", Described("several observers"), other))
	unknown := c.Score(quote("a", "", text), quote("b", "", other))
	two := c.Score(quote("a", Described("51 percent"), text), quote("b", Described("37 percent"), other))
	if alike != unknown {
		t.Errorf("described alike %v, unknown %v", alike, unknown)
	}
	if two.Best() >= alike.Best() {
		t.Errorf("described otherwise %v, alike %v", two, alike)
	}
}

// TestAddAfterResult: what is added between results comes out as if it had been there before, keys that fill up
// meanwhile included.
// TestPhrases: two reports about one person are not one statement for that; a phrase goes where its thing is spoken of.
func TestPhrases(t *testing.T) {
	report := func(id, text string) Quote {
		return Quote{ID: id, Speaker: "kovel", Article: id, Kind: quotes.Indirect, Text: text}
	}
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"the harbour director had approved the payments", "the departure of the harbour director", false},
		{"to dockers at the Brenna shipyard on Tuesday", "the jobs at the Brenna shipyard are safe", false},
		{"an immediate halt to the dumping of waste in the bay", "a halt to the dumping of waste in the bay", true},
		{"the unification of the harbour dues and the ferry tax", "the integration of the harbour dues and the ferry tax", true},
	} {
		got, _ := divide([]Quote{report("a", c.a), report("b", c.b)}, nil, Careful)
		if same := len(got) == 1; same != c.same {
			t.Errorf("%q, %q: one statement %v, want %v", c.a, c.b, same, c.same)
		}
	}
}

// TestCutAndPassedOn: a long piece that another outlet gives to somebody else is one statement misattributed; what one article has
// somebody repeat of another's words is not.
func TestCutAndPassedOn(t *testing.T) {
	qs := []Quote{
		{ID: "1", Article: "a", Speaker: "halmos", Kind: quotes.Direct, Text: "“The harbour law protects every fisherman of the islands, and the senator respects that, but he thinks that the cannery should be built elsewhere. If the owners were honest they would help us to pass the bill”"},
		{ID: "2", Article: "b", Speaker: "brandt", Kind: quotes.Direct, Text: "“The harbour law protects every fisherman of the islands, and the senator respects that, but he thinks that the cannery should be built elsewhere”"},
	}
	if _, r := divide(qs, nil, Careful); len(r.Statements) != 1 {
		t.Errorf("two outlets: %d statements", len(r.Statements))
	}
	qs[1].Article = "a"
	if _, r := divide(qs, nil, Careful); len(r.Statements) != 2 {
		t.Errorf("one article: %d statements", len(r.Statements))
	}
	qs[1].Article, qs[1].Text = "b", "“He thinks that the cannery should be built elsewhere”"
	if _, r := divide(qs, nil, Careful); len(r.Statements) != 2 {
		t.Errorf("a short piece: %d statements", len(r.Statements))
	}
}

// TestPassedOn: the same long words from two mouths are one statement that somebody misattributed, whatever else was made
// of it; short ones are not.
func TestPassedOn(t *testing.T) {
	long := "We did not open the gate before the storm, and no order to do so was ever given to the keepers"
	got, _ := divide([]Quote{
		{ID: "a", Speaker: "kovel", Article: "a", Text: long},
		{ID: "b", Speaker: "brandt", Article: "b", Text: long},
		{ID: "c", Speaker: "kovel", Article: "c", Text: "The gate was not opened by us prior to the storm, and nobody ever gave the keepers such an order"},
		{ID: "d", Speaker: "kovel", Article: "d", Text: "We will carry on"},
		{ID: "e", Speaker: "brandt", Article: "e", Text: "We will carry on"},
	}, nil, Careful)
	if d := cmp.Diff([][]string{{"a", "b", "c"}, {"d"}, {"e"}}, got); d != "" {
		t.Errorf("statements differ (-want +got):\n%s", d)
	}
}

func TestAddAfterResult(t *testing.T) {
	qs := slices.Concat(story, crowd(8), harbour)
	want, _ := divide(qs, nil, Likely)
	j := NewJoiner()
	var r Result
	for i, q := range qs {
		j.Add(q)
		if i%90 == 0 || i == len(qs)-1 {
			r = j.Result(nil, Likely)
		}
	}
	if d := cmp.Diff(want, sets(j, r)); d != "" {
		t.Errorf("(-at once +by and by):\n%s", d)
	}
}

// TestSentences: where sentences begin tells which capitals are names, so that words which differ in it are read by themselves.
func TestSentences(t *testing.T) {
	j := NewJoiner()
	for i, text := range []string{"The minister resigned. Varga stays in Orlo", "The minister resigned Varga stays in Orlo", "The minister resigned. Varga, stays in Orlo!"} {
		j.Add(Quote{ID: fmt.Sprint(i), Text: text})
	}
	if len(j.nodes) != 2 {
		t.Errorf("%d wordings, want 2", len(j.nodes))
	}
}

// TestWireCopy: the same words a thousand times are one statement and cost no more than one.
func TestWireCopy(t *testing.T) {
	j := NewJoiner()
	for i := range 1000 {
		j.Add(Quote{ID: fmt.Sprint(i), Text: story[0].Text})
	}
	j.Add(Quote{ID: "0", Text: "added twice"})
	if r := j.Result(nil, Careful); len(r.Statements) != 1 || len(r.Statements[0].Members) != 1000 || len(r.Proposals) != 0 {
		t.Errorf("%d statements, %d proposals", len(r.Statements), len(r.Proposals))
	}
	if len(j.nodes) != 1 {
		t.Errorf("%d wordings, want 1", len(j.nodes))
	}
}

// TestProposals: a doubtful pair is proposed, not joined, and those that touch more quotes come first.
func TestProposals(t *testing.T) {
	_, r := divide(story, nil, Options{Whole: 2, Own: 2, Part: 2, OwnPart: 2, Review: 0.3})
	if len(r.Proposals) == 0 {
		t.Fatal("nothing is proposed")
	}
	for i, p := range r.Proposals {
		if p.Score < 0.3 || p.A >= p.B {
			t.Errorf("proposal %+v", p)
		}
		if i > 0 && p.Touches > r.Proposals[i-1].Touches {
			t.Error("proposals that touch more come later")
		}
	}
}
