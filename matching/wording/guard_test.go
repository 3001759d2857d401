package wording

import (
	"fmt"
	"testing"
	"time"

	"quotidian/quotes"
)

// TestGuards: what machines are often wrong about is proposed, not joined; a surer reason to join outweighs it.
func TestGuards(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b string
	}{
		{"the next entry of a list", "Turnout in the northern harbour district was 61 percent of all voters", "Turnout in the northern harbour district was 64 percent of all voters"},
		{"another model", "The Kestrel 3 harbour crane passed the safety inspection at Brenna", "The Kestrel harbour crane passed the safety inspection at Brenna"},
		{"a question", "The orchestra of Brenna will tour the northern islands in spring", "Will the orchestra of Brenna tour the northern islands in spring?"},
		{"little said", "do the right thing", "do the things right"},
		{"a slight piece", "I would like to return it", "I would like to return it because the lighthouse lamp that you delivered is cracked"},
	} {
		_, r := divide([]Quote{{ID: "1", Text: c.a}, {ID: "2", Text: c.b}}, nil, Careful)
		if len(r.Statements) != 2 || len(r.Proposals) != 1 {
			t.Errorf("%s: %d statements, %d proposals, want 2 and 1", c.name, len(r.Statements), len(r.Proposals))
		}
	}
	// Two articles that quote one speaker: somebody changed the number.
	told := []Quote{
		{ID: "1", Speaker: "moreau", Article: "a", Kind: quotes.Direct, Text: "“The storm damaged 61 houses in the old harbour district of Brenna,”"},
		{ID: "2", Speaker: "moreau", Article: "b", Kind: quotes.Direct, Text: "“The storm damaged 64 houses in the old harbour district of Brenna,”"},
	}
	if _, r := divide(told, nil, Careful); len(r.Statements) != 1 {
		t.Error("a number that one of two outlets changed keeps them apart")
	}
}

// TestRetold: two reports of one speaker that share hardly a telling word wait; where both quote him they are two translations.
func TestRetold(t *testing.T) {
	said := func(a, b string) int {
		_, r := divide([]Quote{
			{ID: "1", Speaker: "moreau", Article: "a", Kind: quotes.Mixed, Text: a}, {ID: "2", Speaker: "moreau", Article: "b", Kind: quotes.Indirect, Text: b},
		}, nil, Careful)
		return len(r.Statements)
	}
	if n := said("to “bring our social revolution” to the congress", "to have brought new members to the party"); n != 2 {
		t.Error("one word in both makes two reports one statement")
	}
	if n := said("he thought Varga had “made up the story.”", "that he believed Varga had fabricated the story"); n != 1 {
		t.Error("a report in other words is another statement")
	}
	c := NewComparer()
	a, b := c.Prepare(Quote{Text: "bread and bread, bread or salt"}), c.Prepare(Quote{Text: "bread and cheese, wine or fish"})
	if !retold(a, b) || !retold(b, a) {
		t.Error("whether words are shared depends on which text comes first")
	}
}

// TestParallel: what one speaker says of two things in one form stays two statements, though two articles quote one each; what
// an outlet changed in one detail is one statement.
func TestParallel(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		laterDays  int
		statements int
	}{
		{"number and name", "Our troops shot down 14 drones over the Kesh region last night", "Our troops shot down 23 drones over the Malin region last night", 0, 2},
		{"number and what it counts", "The ministry has opened 12 bridges in the province since the flood", "The ministry has opened 7 schools in the province since the flood", 0, 2},
		{"number and day", "At least 12 people died when the dam broke above the town", "At least 15 people died when the dam broke above the town", 1, 2},
		{"two names", "The president will travel to Sandmouth for talks with the unions of Varn", "The president will travel to Highmere for talks with the unions of Kesh", 0, 2},
		{"name and weekday", "The president will travel to Sandmouth on Thursday for talks", "The president will travel to Highmere on Friday for talks", 0, 2},
		{"two words of a kind", "The new hospital in the north will open its doors to everyone", "The new airport in the south will open its doors to everyone", 0, 2},
		{"two numbers", "During the night 36 drones came and 22 of them fell into the sea", "During the night 51 drones came and 47 of them fell into the sea", 0, 2},
		{"name and hour", "Shots were fired at our post near Orlo at 21:05 from the hill", "Shots were fired at our post near Malin at 23:40 from the hill", 0, 2},
		{"country and opposite", "Our relations with Iran are better than ever", "Our relations with Iraq are worse than ever", 0, 2},
		{"date and thing", "Taxes on sugar for the shops will go up in January", "Taxes on loans for the shops will go up in July", 0, 2},
		{"other things", "There is not enough water for the fields of Orlo", "There is not enough money for the theatre of Orlo", 0, 2},
		{"few words that are no others", "Security is our priority", "Education is our priority", 0, 2},
		{"few words on one subject", "We are ready for peace", "We want peace with everyone", 0, 2},
		{"one thing that weighs", "The museum of Brenna is looking for volunteers", "The museum of Brenna is looking for a new director", 0, 2},
		{"words that exclude each other and weigh", "The government has failed the farmers", "The government has failed the teachers", 0, 2},
		{"two words for one thing", "The siege of Orlo must be lifted at once", "The blockade of Orlo must be lifted at once", 0, 1},
		{"one word of many", "We will rebuild the bridge and the school, and the ferry will run again by spring", "We will rebuild the bridge and the school, and the ferry will sail again by spring", 0, 1},
		{"one time of day", "The shelling of our post near Orlo began at 9:05 p.m. and lasted for two hours", "The shelling of our post near Orlo began at 21:05 and lasted for two hours", 0, 1},
		{"a number alone", "Our troops shot down 14 drones over the Kesh region last night", "Our troops shot down 23 drones over the Kesh region last night", 0, 1},
		{"a name alone", "We will never give up Sandmouth, the city of our fathers", "We will never give up Highmere, the city of our fathers", 0, 1},
		{"a month alone", "We will open the border in May and let every lorry pass", "We will open the border in June and let every lorry pass", 0, 1},
		{"another spelling", "We met Hajiyev and Eyvazov in the north of the country", "We met Hajiev and Eivazov in the north of the country", 3, 1},
		{"both in both", "Of 12 schools and 7 bridges in Kesh and Malin all are open", "All 7 bridges and 12 schools in Malin and Kesh are open", 0, 1},
	} {
		day := time.Date(2031, 5, 12, 0, 0, 0, 0, time.UTC)
		_, r := divide([]Quote{
			{ID: "1", Speaker: "moreau", Article: "a", Kind: quotes.Direct, Text: c.a, Published: day},
			{ID: "2", Speaker: "moreau", Article: "b", Kind: quotes.Direct, Text: c.b, Published: day.AddDate(0, 0, c.laterDays)},
		}, nil, Careful)
		if len(r.Statements) != c.statements {
			t.Errorf("%s: %d statements, want %d", c.name, len(r.Statements), c.statements)
		}
		if len(r.Statements) == 2 && len(r.Proposals) != 1 {
			t.Errorf("%s: not proposed to a person", c.name)
		}
	}
}

// TestTold: who reports what a speaker said tells it in his own words; those are no other thing in the same frame.
func TestTold(t *testing.T) {
	told := []Quote{
		{ID: "1", Speaker: "moreau", Article: "a", Kind: quotes.Indirect, Text: "the harbour director was unhinged and should resign"},
		{ID: "2", Speaker: "moreau", Article: "b", Kind: quotes.Indirect, Text: "the shipowner was unhinged and should resign"},
	}
	if got, _ := divide(told, nil, Careful); len(got) != 1 {
		t.Error("a reporter's words keep two reports apart")
	}
	told[0].Kind, told[1].Kind = quotes.Direct, quotes.Direct
	if got, _ := divide(told, nil, Careful); len(got) != 2 {
		t.Error("other words within quotation marks do not")
	}
}

// TestTwoSpeakers: two people who say the opposite of each other in the same words say two things.
func TestTwoSpeakers(t *testing.T) {
	got, _ := divide([]Quote{
		{ID: "1", Speaker: "moreau", Article: "a", Text: "The price of gas will rise in the autumn"},
		{ID: "2", Speaker: "kovel", Article: "b", Text: "The price of gas will fall in the autumn"},
	}, nil, Careful)
	if len(got) != 2 {
		t.Error("the opposite, said by somebody else, is the same statement")
	}
}

// TestClaimed: the words of one statement, cut out as they stand, are not joined with another that they resemble.
func TestClaimed(t *testing.T) {
	qs := []Quote{
		{ID: "1", Text: "We will never agree that the island of Orlow would be nothing but a colony"},
		{ID: "2", Text: "We will never agree"},
		{ID: "3", Text: "We don't agree with this"},
	}
	got, _ := divide(qs, nil, Likely)
	if len(got) != 2 || len(got[0]) != 2 || got[0][1] != "2" {
		t.Errorf("statements %v, want 1 with 2", got)
	}
}

// TestStances: what one speaker says again and again is not one statement for a few words in common: other things are days apart, or one
// report only mentions what the other says. The next day the same words are.
func TestStances(t *testing.T) {
	const months = 120
	for _, c := range []struct {
		name       string
		a, b       printing
		statements int
	}{
		{
			"one quoted word, months later",
			printing{"varga", "a", quotes.Direct, "“The new ferry release is a disaster for Anna Okafor.”", 0},
			printing{"varga", "b", quotes.Mixed, "a “disaster”", months},
			2,
		},
		{
			"a report cut from a report, weeks later",
			printing{"varga", "a", quotes.Indirect, "evicting hundreds of unlicensed fishermen", 0},
			printing{"varga", "b", quotes.Indirect, "to build a long breakwater along the northern coast and evict hundreds of unlicensed fishermen", months},
			2,
		},
		{
			"few words reported, weeks later",
			printing{"varga", "a", quotes.Indirect, "to build a wall along the southern border", 0},
			printing{"varga", "b", quotes.Direct, "“We will build a great wall along the southern border!”", 45},
			2,
		},
		{
			"the next day",
			printing{"varga", "a", quotes.Indirect, "to build a wall along the southern border", 0},
			printing{"varga", "b", quotes.Direct, "“We will build a great wall along the southern border!”", 1},
			1,
		},
		{
			"a short clause cut from a report of those days",
			printing{"varga", "a", quotes.Indirect, "that a valve had jammed on deck six and that the cause was being examined", 0},
			printing{"varga", "b", quotes.Indirect, "a valve had jammed on deck six", 1},
			1,
		},
		{
			"weeks later",
			printing{"varga", "a", quotes.Indirect, "that a valve had jammed on deck six and that the cause was being examined", 0},
			printing{"varga", "b", quotes.Indirect, "a valve had jammed on deck six", 30},
			2,
		},
		{
			"no clause",
			printing{"varga", "a", quotes.Indirect, "that the old valve on deck six had stopped the ferry and that the cause was being examined", 0},
			printing{"varga", "b", quotes.Indirect, "the old valve on deck six", 1},
			2,
		},
		{
			"a thing by its name",
			printing{"varga", "a", quotes.Indirect, "a single-fare island ferry system", 0},
			printing{"varga", "b", quotes.Mixed, "a “ferries for all” single-fare island ferry system", 8},
			2,
		},
		{
			"given as a reason",
			printing{"varga", "a", quotes.Indirect, "to build a wall along the southern border", 0},
			printing{"varga", "b", quotes.Indirect, "that the judge would treat him unfairly because of his plans to build a wall on the southern border", 0},
			2,
		},
		{
			"a term in a report that quotes nobody",
			printing{"varga", "a", quotes.Mixed, "the “presumptive nominee”", 0},
			printing{"varga", "b", quotes.Indirect, "Okafor, trying to use the presumptive nominee’s words against him", 1},
			2,
		},
	} {
		for _, r := range []Result{ofTwo(c.a, c.b), ofTwo(c.b, c.a)} {
			if len(r.Statements) != c.statements {
				t.Errorf("%s: %d statements, want %d", c.name, len(r.Statements), c.statements)
			}
		}
	}
}

// TestSeries: of a body that reports another number every day nobody is asked which of two days' reports are one; of two numbers alone
// one may be wrong.
func TestSeries(t *testing.T) {
	var qs []Quote
	for day := range 12 {
		p := printing{"ministry", fmt.Sprint("a", day), quotes.Indirect, fmt.Sprintf("the northern districts had counted %d new cases of the fever", 214+day*37), day}
		qs = append(qs, p.quote(fmt.Sprintf("q%02d", day)))
	}
	for n, want := range map[int]int{2: 1, len(qs): 0} {
		if _, r := divide(qs[:n], nil, Careful); len(r.Proposals) != want || len(r.Statements) != n {
			t.Errorf("%d days: %d questions, want %d, and %d statements", n, len(r.Proposals), want, len(r.Statements))
		}
	}
}
