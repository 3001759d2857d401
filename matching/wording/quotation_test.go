package wording

import (
	"testing"
	"time"

	"quotidian/matching/wording/pair"
	"quotidian/quotes"
)

// printing is a quote as an article printed it.
type printing struct {
	speaker, article string
	kind             quotes.Kind
	text             string
	day              int
}

func ofTwo(a, b printing) Result {
	_, r := divide([]Quote{a.quote("1"), b.quote("2")}, nil, Careful)
	return r
}

func (p printing) quote(id string) Quote {
	day := time.Date(2031, 5, 12, 0, 0, 0, 0, time.UTC)
	return Quote{ID: id, Speaker: p.speaker, Article: p.article, Kind: p.kind, Text: p.text, Published: day.AddDate(0, 0, p.day)}
}

// TestQuotedAlike: what outlets share is what stands between quotation marks, whatever words of its own each puts around it; and two
// quotations of which neither holds the other share a sentence.
func TestQuotedAlike(t *testing.T) {
	speech := printing{"varga", "a", quotes.Direct, "“The old harbour is falling apart and the council looks away. I inherited a ruined shipyard,”", 0}
	for _, c := range []struct {
		name       string
		a, b       printing
		statements int
	}{
		{"three words in a report", speech, printing{"varga", "b", quotes.Mixed, "those who blame his first weeks in office, as he had “inherited a ruined shipyard” from the mayors before him", 1}, 1},
		{
			"a long report that counts as reported speech",
			printing{"varga", "a", quotes.Indirect, "that the council could not reach the northern piers, where it believed that 200 fishermen were “cut off from the last ferry” and waiting in cabins without a stove", 0},
			printing{"varga", "b", quotes.Direct, "“They are cut off from the last ferry, and nobody in the capital asks,”", 0},
			1,
		},
		{
			"a headline, which has capitals and single marks",
			printing{"varga", "a", quotes.Mixed, "Varga Calls Northern Shipyard ‘a Rotten Fish Barrel’ Again", 0},
			printing{"varga", "a", quotes.Direct, "“Whoever buys that yard buys a rotten fish barrel, and nobody in the capital will pay for the broom,”", 0},
			1,
		},
		{
			"marks of a paper that has no others",
			printing{"varga", "a", quotes.Mixed, "the mayors before him for ''a rotten fish barrel'' that the islanders now paid for", 0},
			printing{"varga", "b", quotes.Direct, "“Whoever buys that yard buys a rotten fish barrel, and nobody in the capital will pay for the broom,”", 1},
			1,
		},
		{
			"two words that he says every week",
			printing{"varga", "a", quotes.Direct, "“Who believes the ministry in this town? The whole report is rotten fish,”", 0},
			printing{"varga", "b", quotes.Mixed, "the newspapers of the capital as “rotten fish”", 30},
			2,
		},
		{
			"neither holds the other",
			printing{"varga", "a", quotes.Direct, "“The lighthouse keeps its lamp. Our fishermen will never again sleep on the quays,”", 0},
			printing{"varga", "b", quotes.Direct, "“Our fishermen will never again sleep on the quays. We shall build them cabins with stoves,”", 0},
			1,
		},
		{
			"the count of the next day before the same sentence",
			printing{"varga", "a", quotes.Direct, "“So far 120 boats have been lost and 30 sailors are missing. Thank heaven nobody has drowned,”", 0},
			printing{"varga", "b", quotes.Direct, "“So far 155 boats have been lost and 34 sailors are missing. Thank heaven nobody has drowned,”", 1},
			2,
		},
		{
			"another count of the same day before it",
			printing{"varga", "a", quotes.Direct, "“So far 120 boats have been lost and 30 sailors are missing. Thank heaven nobody has drowned,”", 0},
			printing{"varga", "b", quotes.Direct, "“So far 155 boats have been lost and 34 sailors are missing. Thank heaven nobody has drowned,”", 0},
			1,
		},
		{
			"one count of two told wrongly the next day",
			printing{"varga", "a", quotes.Direct, "“So far 120 boats have been lost and 30 sailors are missing. Thank heaven nobody has drowned,”", 0},
			printing{"varga", "b", quotes.Direct, "“So far 210 boats have been lost and 30 sailors are missing. Thank heaven nobody has drowned,”", 1},
			1,
		},
		{
			"all that both print, in common words",
			printing{"varga", "a", quotes.Mixed, "“nobody that I know of” had done so", 0},
			printing{"varga", "b", quotes.Mixed, "“nobody that I know of” in his shipyard had written to the smugglers", 1},
			1,
		},
		{
			"two words where most else is told alike",
			printing{"varga", "a", quotes.Mixed, "that Kesh tensions had reached a “dangerous level”", 0},
			printing{"varga", "b", quotes.Direct, "“I think we share a sense that tensions on the strait are high and that things have reached a rather dangerous level. We shall see whether the fishermen can be brought to another course before the winter storms,”", 1},
			1,
		},
		{
			"two words of praise in one article",
			printing{"varga", "a", quotes.Direct, "“Not a good job -- a great job,”", 0},
			printing{"varga", "a", quotes.Direct, "“The harbourmaster is doing a great job.”", 0},
			2,
		},
		{
			"a denial in other words the next day",
			printing{"varga", "a", quotes.Direct, "“I never met with any Brennan officials to discuss issues of the harbour. I have no idea what this is about. It is false.”", 0},
			printing{"varga", "b", quotes.Direct, "“Let me be clear: I never had meetings with Brennan shipowners or Brennan middlemen about the northern harbour,” “And the idea that I was part of a continuing exchange of plans during the vote between harbour pilots and middlemen to the Brennan shipowners is totally false.”", 2},
			2,
		},
		{
			"a name alone",
			printing{"varga", "a", quotes.Direct, "“Blue Gull”", 0},
			printing{"varga", "a", quotes.Mixed, "that no, since “Blue Gull” was not the name of the sunken ferry", 0},
			2,
		},
		{
			"given to somebody else",
			printing{"varga", "a", quotes.Direct, "“The dockers shall pay no more harbour tax than the shipowners of the northern islands. That is what I promise to the voters today,”", 0},
			printing{"the party", "b", quotes.Mixed, "that nobody need fear, since they would “pay no more harbour tax than the shipowners of the northern islands”", 0},
			1,
		},
		{
			"given to two by one article",
			printing{"varga", "a", quotes.Direct, "“The dockers shall pay no more harbour tax than the shipowners of the northern islands. That is what I promise to the voters today,”", 0},
			printing{"the party", "a", quotes.Mixed, "that nobody need fear, since they would “pay no more harbour tax than the shipowners of the northern islands”", 0},
			2,
		},
		{
			"a term that two use",
			printing{"varga", "a", quotes.Direct, "“We have always defended the two-harbour solution against the dockyards of Malin,”", 0},
			printing{"okafor", "b", quotes.Direct, "“Whoever gives up the two-harbour solution loses the northern islands as well,”", 0},
			2,
		},
		{
			"one article quotes two things",
			printing{"varga", "a", quotes.Direct, "“Preparations for the ferry will begin after we know the date and the pier,”", 0},
			printing{"varga", "a", quotes.Mixed, "that “all other details of the ferry will be settled once its pier is clear”", 0},
			2,
		},
	} {
		for _, r := range []Result{ofTwo(c.a, c.b), ofTwo(c.b, c.a)} {
			if len(r.Statements) != c.statements {
				t.Errorf("%s: %d statements, want %d", c.name, len(r.Statements), c.statements)
			}
		}
		kept := records(t, []Quote{c.a.quote("1"), c.b.quote("2")}, []int{1, 2})
		if r := adopted(t, []Quote{c.a.quote("1"), c.b.quote("2")}, []int{1, 2}, kept).Result(nil, Careful); len(r.Statements) != c.statements {
			t.Errorf("%s: %d statements from what was kept, want %d", c.name, len(r.Statements), c.statements)
		}
	}
}

// TestWorthAsking: a person is asked what has an answer: not whether two people's reports of one story, or one man's of another month,
// that share half of their words are one statement.
func TestWorthAsking(t *testing.T) {
	for _, c := range []struct {
		name      string
		a, b      printing
		proposals int
	}{
		{
			"things that two name",
			printing{"varga", "a", quotes.Indirect, "the deployment of the northern ferry fleet in the harbour of Brenna", 0},
			printing{"okafor", "b", quotes.Indirect, "the deployment of a northern ferry fleet in Brenna", 0},
			0,
		},
		{
			"one of several weeks",
			printing{"varga", "a", quotes.Indirect, "that she would be ready to postpone the vote on the harbour", 0},
			printing{"varga", "b", quotes.Indirect, "that she would be ready to discuss the vote on the shipyard with the owners", 40},
			0,
		},
		{
			"a month later",
			printing{"varga", "a", quotes.Indirect, "to build a sea wall along the northern border of the province", 0},
			printing{"varga", "b", quotes.Indirect, "that all smugglers be deported and along its border the northern province build a wall", 40},
			0,
		},
		{
			"other numbers a month later",
			printing{"varga", "a", quotes.Indirect, "that in five years the province would import 8 million barrels of herring, 600 tons of rope and 750 anchors", 0},
			printing{"okafor", "b", quotes.Indirect, "that the province will import 80 million barrels of herring, 600 tons of rope and 750 anchors in five years", 21},
			1,
		},
		{
			"what one article reports and quotes",
			printing{"varga", "a", quotes.Indirect, "the crew takes its duty very seriously to tell buyers when a barrel is out of date", 0},
			printing{"varga", "a", quotes.Direct, "“The expiry dates on barrels are only a suggestion for the buyer,” “Most of the barrels last much longer.”", 0},
			0,
		},
	} {
		r := ofTwo(c.a, c.b)
		if len(r.Statements) != 2 || len(r.Proposals) != c.proposals {
			t.Errorf("%s: %d statements, %d proposals, want 2 and %d", c.name, len(r.Statements), len(r.Proposals), c.proposals)
		}
	}
}

// TestSharedQuotation: a name begins and ends what is shared like any other word, though it weighs nothing.
func TestSharedQuotation(t *testing.T) {
	c := NewComparer()
	a := c.Prepare(Quote{Kind: quotes.Direct, Text: "“I was asked twice. Brenna has no dealings with the Maliners, and I cannot say more,”"})
	b := c.Prepare(Quote{Kind: quotes.Mixed, Text: "that “Brenna has no dealings with the Maliners”"})
	if q := c.sharedQuotation(a, b); q.words != 7 || !q.whole || q.both {
		t.Errorf("%+v", q)
	}
}

// TestLater: few words come back within days; many may be another outlet's of the same week.
func TestLater(t *testing.T) {
	const few, other = "that the papers print rotten fish", "the rotten fish of the newspapers"
	const many = " and that nobody in the harbour believes a word of what the ministry has written about the ferry"
	for _, c := range []struct {
		a, b string
		days int
		want bool
	}{
		{few, other, 3, false},
		{few, other, 6, true},
		{few + many, other + many, 6, false},
	} {
		x := NewComparer()
		a := x.Prepare(printing{"varga", "a", quotes.Indirect, c.a, 0}.quote("1"))
		b := x.Prepare(printing{"varga", "b", quotes.Indirect, c.b, c.days}.quote("2"))
		var f pair.Vector
		x.meter.Measure(a.text, b.text, &f)
		if got := hold(a, b, &f)&heldLater != 0; got != c.want {
			t.Errorf("%q %d days later: %v", c.b, c.days, got)
		}
	}
}

// TestNamesShared: two reports that share names alone, a title among them, share nothing that was said, whichever comes first.
func TestNamesShared(t *testing.T) {
	c := NewComparer()
	a := c.Prepare(Quote{Text: "his embattled Attorney General, Tamar Varga"})
	b := c.Prepare(Quote{Text: "Attorney General Tamar Varga as “an honest man”"})
	if !retold(a, b) || !retold(b, a) {
		t.Error("names tell")
	}
}

// TestOneTail: sentences of an agency that end in the same words are two where they begin with clauses in which nothing is alike.
func TestOneTail(t *testing.T) {
	const tail = " fire at a gunpowder factory in Orlo, the capital city of Brenna's Republic of Malin"
	for _, c := range []struct {
		a, b       string
		statements int
	}{
		{"Guards have fully extinguished the", "Two people have died in", 2},
		{"Guards have fully extinguished the", "The guards have extinguished a", 1},
	} {
		r := ofTwo(printing{"", "a", quotes.Indirect, c.a + tail, 0}, printing{"", "b", quotes.Indirect, c.b + tail, 0})
		if len(r.Statements) != c.statements {
			t.Errorf("%s, %s: %d statements, want %d", c.a, c.b, len(r.Statements), c.statements)
		}
	}
}

// TestThings: reports that only name something have to name one thing; a place in both is none.
func TestThings(t *testing.T) {
	r := ofTwo(
		printing{"varga", "a", quotes.Indirect, "the contributions of Orlo to the defence of the Republic of Brenna and Malin", 0},
		printing{"varga", "b", quotes.Indirect, "the threat from the Republic of Brenna and Malin", 1})
	if len(r.Statements) != 2 || len(r.Proposals) != 0 {
		t.Errorf("%d statements, %d proposals, want 2 and none", len(r.Statements), len(r.Proposals))
	}
	for article, want := range map[string]int{"a": 2, "b": 1} { // one article that gives a thing to two means two
		r = ofTwo(
			printing{"varga", "a", quotes.Indirect, "the free port status of the harbour", 0},
			printing{"okafor", article, quotes.Indirect, "the free port status of the harbour", 0})
		if len(r.Statements) != want {
			t.Errorf("of two, in article %s: %d statements, want %d", article, len(r.Statements), want)
		}
	}
}

// TestOtherParts: a report that quotes words of a quotation and some more has not translated it again.
func TestOtherParts(t *testing.T) {
	from := Quote{ID: "1", Kind: quotes.Direct, Text: "“We have detected an upsurge in lorry traffic near the old town. This shows that they want to bring in explosives,”"}
	to := Quote{ID: "2", Kind: quotes.Mixed, Text: "they had seen “an upsurge in lorry traffic” that meant “grave harm to the arena”"}
	for _, x := range Compare(from, to).Changes {
		if x.Kind == Retranslated {
			t.Errorf("%+v", x)
		}
	}
}

// TestOneQuotesIt: where one wording of a statement is what a longer quotation of another outlet prints word for word, all are.
func TestOneQuotesIt(t *testing.T) {
	whole := printing{"varga", "c", quotes.Direct, "“On Friday the council will send its letter to the capital. We stand before the hardest talks about this harbour for a generation,”", 6}
	_, r := divide([]Quote{
		printing{"varga", "a", quotes.Direct, "“Nothing as difficult ever awaited us at any table.”", 0}.quote("1"),
		printing{"varga", "b", quotes.Mixed, "the council would “stand before the hardest talks about this harbour for a generation”", 6}.quote("2"),
		whole.quote("3"),
	}, []Rule{{A: "1", B: "2", Same: true}}, Careful)
	if len(r.Statements) != 1 {
		t.Errorf("%d statements, want 1", len(r.Statements))
	}
}
