package attribution

import (
	"strings"
	"testing"

	"quotidian/articles"
)

// said is what a test expects of the quote whose words begin so.
type said struct{ words, name, kind string }

// checkArticle finds the quotes of a text and compares who speaks in those that are listed.
func checkArticle(t *testing.T, text string, list []said) {
	t.Helper()
	found := Extract(&articles.Article{Text: text})
	for _, want := range list {
		seen := false
		for _, q := range found {
			if seen || !strings.HasPrefix(strings.TrimLeft(q.Text(text), "\"“"), want.words) {
				continue
			}
			seen = true
			switch {
			case q.Speaker == nil:
				t.Errorf("%q: nobody speaks (%s), want %q", want.words, q.Why, want.name)
			case q.Speaker.Name != want.name || q.Speaker.Kind.String() != want.kind:
				t.Errorf("%q: got %q, %s (%s), want %q, %s", want.words, q.Speaker.Name, q.Speaker.Kind, q.Why, want.name, want.kind)
			}
		}
		if !seen {
			t.Errorf("%q is no quote of %q", want.words, text)
		}
	}
}

// TestTurns: labels of interviews and transcripts stand for persons.
func TestTurns(t *testing.T) {
	checkArticle(t, "Tea with Mirela Vance\n\nAda Brandt met the cook Mirela Vance, who is 61, at home.\n\nAB: Do you rest?\n\nMV: Never on Sunday. I sleep badly.\n\nAB: And when it rains?\n\nMV: Then we cook.", []said{
		{"Do you rest", "Ada Brandt", "person"}, {"Never on", "Mirela Vance", "person"}, {"Then we", "Mirela Vance", "person"},
	})
	checkArticle(t, "Edvin Stroll, who leads the board, is leaving. Stroll spoke to us.\n\nQ: Is it dead?\n\nA: It is asleep. We wait.\n\nQ: Who pays?\n\nA: Nobody does.", []said{
		{"It is asleep", "Edvin Stroll", "person"}, {"Nobody", "Edvin Stroll", "person"},
	})
	checkArticle(t, "Meet Edvin Stroll, new head of Harbourline. Harbourline has boats.\n\nQ: Is it hard?\n\nA: Harbourline is easy. Ivar Kett taught me, and Ivar Kett was good.\n\nQ: Who pays?\n\nA: Nobody does.", []said{
		{"Harbourline is easy", "Edvin Stroll", "person"}, {"Nobody", "Edvin Stroll", "person"},
	})
	checkArticle(t, "LENA TORVIK, HOST: Good evening from the port.\n\nJONAS HOLT, REPORTER: Lena, they closed it.\n\nTORVIK: Who did?\n\nHOLT: The council.\n\nTORVIK: Thank you.", []said{
		{"Good evening", "LENA TORVIK", "person"}, {"Who did", "LENA TORVIK", "person"}, {"The council", "JONAS HOLT", "person"},
	})
}

// TestVariations: descriptions that stand for the person whom the passage is about.
func TestVariations(t *testing.T) {
	checkArticle(t, "Harrow drew 2-2.\n\n“We were second best,” Carlos Nsue said.\n\nThe Spaniard was booked. “He was offside,” the 41-year-old said.\n\nMick Brody saw it differently. “It was never offside,” said the Harrow boss.\n\n“He will learn,” the police officer said.", []said{
		{"He was", "Carlos Nsue", "person"}, {"It was never", "Mick Brody", "person"}, {"He will", "police officer", "unnamed"},
	})
	checkArticle(t, "Goats ran riot, police said.\n\nShopper Nigel Bray, 58, was trying on boots when they struck.\n\n“One had my leg,” the dad-of-four told the Lantern.", []said{{"One had", "Nigel Bray", "person"}})
	checkArticle(t, "Kay Brant, 34, said it swore. The mum-of-three fumed: “It called me a muppet.”", []said{{"It called", "Kay Brant", "person"}})
	checkArticle(t, "Orlo was cleared. “We are glad,” the lawyer said.", []said{{"We are", "lawyer", "unnamed"}})
	checkArticle(t, "Ambassador Ivo Varga said that talks go on. “We wait,” the diplomat added.", []said{{"We wait", "Ivo Varga", "person"}})
	checkArticle(t, "Ana Orlo said that talks go on. Ivo Varga left. “We wait,” the diplomat added.", []said{{"We wait", "diplomat", "unnamed"}})
	checkArticle(t, "Mr. Ivo Varga demanded an answer. He said that it was late.\n\n“A drama,” the Unity leader told reporters.\n\nPolice chief Ana Orlo said that it was over.", []said{{"A drama", "Ivo Varga", "person"}})
}

// TestBroaderWords: descriptions with a broader word than the role that is told, or with what was not told before.
func TestBroaderWords(t *testing.T) {
	checkArticle(t, "Armenian Prime Minister Tigran Vard spoke in Varn. Azerbaijani Foreign Minister Elnur Kesh did so in Dunmore.\n\n“We study it,” the head of the Armenian government noted.\n\n“No reply came,” the Azerbaijani minister said.\n\nThe Armenian leader said that it was late.", []said{
		{"We study", "Tigran Vard", "person"}, {"No reply", "Elnur Kesh", "person"}, {"that it", "Tigran Vard", "person"},
	})
	checkArticle(t, "Minister Ivo Varga met his Norwegian counterpart, Olav Kesh, on Monday. Varga left early. The Norwegian minister said that it was cold.", []said{{"that it", "Olav Kesh", "person"}})
	checkArticle(t, "She spoke of the president of the opposition Movement for Work, Ivo Varga, who had left. “He pays nothing,” Ana Orlo said.\n\n“Let her come,” the opposition leader said.", []said{{"Let her", "Ivo Varga", "person"}})
	checkArticle(t, "Sociologist Ivo Varga said that it was late. The expert added that it was cold.\n\nHis colleague from the institute, Ana Orlo, disagrees. According to the expert, it was warm.", []said{
		{"that it was cold", "Ivo Varga", "person"}, {"it was warm", "Ana Orlo", "person"},
	})
	checkArticle(t, "Hitting back, Unity spokesperson Ivo Varga said it was late. “They slept,” the red party leader said.", []said{{"They slept", "Ivo Varga", "person"}})
	checkArticle(t, "The chief of the Atom Board, Ivo Varga, said it was late. “Not yet,” the nuclear chief replied.", []said{{"Not yet", "Ivo Varga", "person"}})
	checkArticle(t, "Minister Goran Vel spoke. Vel's predecessor, Vesna Orlo, was critical. She said that it was late. The former minister added that it was cold.", []said{{"that it was cold", "Vesna Orlo", "person"}})
	checkArticle(t, "Chairman Clive Orlo stayed away, but the 68-year-old insisted that it was late.", []said{{"that it", "Clive Orlo", "person"}})
	checkArticle(t, "Pathologist Imran Orlo said that it was late. In June he saw Mrs Varga. The doctor added that it was cold.", []said{{"that it was cold", "Imran Orlo", "person"}})
	checkArticle(t, "“It is punished,” said the county secretary of the doctors' union, Paul Varga.\n\nHealth executive Ada Orlo said that it was late. The county official added that it was cold.\n\n“They sleep,” the unionist said.", []said{
		{"that it was cold", "Ada Orlo", "person"},
	})
	checkArticle(t, "Dr Ada Orlo had slept. The medic said that it was late.", []said{{"that it", "Ada Orlo", "person"}})
	checkArticle(t, "José Ribamar, who heads a club, spoke. The 63-year-old farmer said that it was late.", []said{{"that it", "José Ribamar", "person"}})
	checkArticle(t, "“It hurts,” chief executive Eeva Orlo said. Mayor Ada Varga slept.\n\nThe CEO told reporters that it was late.", []said{{"that it", "Eeva Orlo", "person"}})
	checkArticle(t, "A monitor of the European mission, Johan Orlo, has seen it. He says that it moves. “It moved,” the Swede says.", []said{{"It moved", "Johan Orlo", "person"}})
	checkArticle(t, "President Ivo Varga and Ana Orlo met. The city sleeps. A lot is told of both of them, and of the town in which they met, the bridge and the mill. It is late. The mayor is ill. The head of state slept. “We wait,” the President said.\n\n“You may,” he added.", []said{{"You may", "Ivo Varga", "person"}})
}

// TestLead: who is announced without a name speaks next, unless it is somebody else.
func TestLead(t *testing.T) {
	checkArticle(t, "A senior Velian lawmaker has warned that it was late.\n\nIvo Varga, who chairs the board, said the dam was old. “It leaks,” the lawmaker said.", []said{
		{"that it", "Ivo Varga", "person"}, {"It leaks", "Ivo Varga", "person"},
	})
	checkArticle(t, "The dam is old, a ministry spokesperson said.\n\nSpokesperson Ivo Varga made the remarks on Monday.\n\n“It leaks,” Varga said.", []said{{"The dam", "Ivo Varga", "person"}})
	checkArticle(t, "A lawmaker said that it was late.\n\nPolice chief Ivo Varga said the dam was old.", []said{{"that it", "A lawmaker", "unnamed"}})
	checkArticle(t, "One delegate said that it was late.\n\nIvo Varga said the dam was old.", []said{{"that it", "One delegate", "unnamed"}})
}

// TestOwnersAndShortNames: whose statement it is, a company's short name, surnames that are titles too, and a chief's title.
func TestOwnersAndShortNames(t *testing.T) {
	checkArticle(t, "The statement of the Harbour Council reads: “We wait for nobody.”", []said{{"We wait", "Harbour Council", "organisation"}})
	checkArticle(t, "The rivalry with Orbital Systems grows. Orbital said it would cut prices.", []said{{"it would", "Orbital Systems", "organisation"}})
	checkArticle(t, "Moumita Sen said that it was late. Sen said that it was cold.", []said{{"that it was cold", "Moumita Sen", "person"}})
	checkArticle(t, "Hikmat Rzay, an aide to the Velian president, left. In the words of the presidential aide, it was late and dark.", []said{{"it was late", "Hikmat Rzay", "person"}})
	checkArticle(t, "Mr Asiedu said it was late.\n\nThe chief of the area, Nana Kofi Orlo III, appealed for help. He lamented that farms had been lost.\n\n“It is mud,” Nana Orlo said.", []said{{"that farms", "Nana Kofi Orlo III", "person"}})
}

// TestSubjectInOtherParagraph: “she” is whom a paragraph begins with, not who spoke in the one before; "it" the body before.
func TestSubjectInOtherParagraph(t *testing.T) {
	checkArticle(t, "Superintendent Carol Hines said the roof leaked. The former teacher told the crowd that it was old.\n\nUnion president Alicia Orlo wasn't convinced. She said the money was there.", []said{
		{"that it was old", "Carol Hines", "person"}, {"the money", "Alicia Orlo", "person"},
	})
	checkArticle(t, "Norpress reported, citing a source in the Foreign Ministry, that Varga was ill. The ministry denied this. “Nobody is ill,” it said.", []said{{"Nobody is", "Foreign Ministry", "organisation"}})
	checkArticle(t, "Treasury Cabinet Secretary Grace Orlo slept. The CS said that it was late.", []said{{"that it", "Grace Orlo", "person"}})
	checkArticle(t, "Mayor Dwayne Orlo said he would. The second-term Democrat said that it was late.", []said{{"that it", "Dwayne Orlo", "person"}})
	checkArticle(t, "Deputy Saira Orlo said that it was late. “Come with me,” Ivo Varga said.\n\nThe information minister further said that it was cold. Information Minister Ann Kip slept.", []said{{"Come with", "Ivo Varga", "person"}, {"that it was cold", "Ann Kip", "person"}})
}

// TestLatter: who of two persons is meant.
func TestLatter(t *testing.T) {
	checkArticle(t, "Ivo Varga met Ben Orlo on Monday. The latter said that it was late.", []said{{"that it", "Ben Orlo", "person"}})
	checkArticle(t, "Ivo Varga met Ben Orlo on Monday. The former said that it was late.", []said{{"that it", "Ivo Varga", "person"}})
	checkArticle(t, "Ivo Varga slept. The latter said that it was late.", []said{{"that it", "latter", "unnamed"}})
}

// TestOfficeOf: the place or field of an office is no part of its holder's name.
func TestOfficeOf(t *testing.T) {
	checkArticle(t, "Deputy Foreign Minister of Norway Olav Kesh stated that talks go on.\n\n“All is well,” the deputy minister said.", []said{
		{"that talks", "Olav Kesh", "person"}, {"All is", "Olav Kesh", "person"},
	})
	checkArticle(t, "Minister of Energy of Tovistan Rustem Kalbiev said that it was cold.", []said{{"that it", "Rustem Kalbiev", "person"}})
	checkArticle(t, "The President of Velia, Ana Orlo, said that it was late. “It is so,” the head of state noted.", []said{{"It is", "Ana Orlo", "person"}})
	checkArticle(t, "Chief executive of Ivanel Hydro Power said that it was late.", []said{{"that it", "Chief executive of Ivanel Hydro Power", "unnamed"}})
}

// TestSubjectBefore: “she” is whom the sentence before a quotation is about, whoever spoke last.
func TestSubjectBefore(t *testing.T) {
	checkArticle(t, "“This is it,” said lead author Dr Ingrid Solheim.\n\n“Lovely,” said Prof Amit Rao. Rao said that it was late.\n\nSolheim agrees. “We do not claim that,” she said.", []said{{"We do", "Ingrid Solheim", "person"}})
	checkArticle(t, "His sister, Morag Maclay, runs the shop. “He’ll not know,” she said.\n\n“And one was lost,” Morag said.\n\nHamish Orr was asleep. “I saw nothing,” he said.", []said{
		{"He’ll", "Morag Maclay", "person"}, {"And one", "Morag Maclay", "person"}, {"I saw", "Hamish Orr", "person"},
	})
}

// TestPronounInSentenceBefore: a pronoun in the sentence before names nobody else.
func TestPronounInSentenceBefore(t *testing.T) {
	checkArticle(t, "Agnes Dunmore is 79. Her daughter, Beth Orlo, thinks she should rest. “She fell in June,” she said.", []said{{"She fell", "Beth Orlo", "person"}})
}

// TestAccounts: an account is who the article says it is, or stands for itself.
func TestAccounts(t *testing.T) {
	checkArticle(t, "@dev_orlo wrote: “Somebody tripped.”\n\nBeate Lund (@beatel) was sorry. “We fixed it,” @beatel wrote.", []said{
		{"Somebody", "@dev_orlo", "person"}, {"We fixed", "Beate Lund", "person"},
	})
}

// TestNamedAside: the name behind a relative clause, behind "named", and a surname that is a word for a body.
func TestNamedAside(t *testing.T) {
	checkArticle(t, "A user who shared the claim, Brett Ostrow, told us that he was sorry.", []said{{"that he", "Brett Ostrow", "person"}})
	checkArticle(t, "His rival, Senator Imani Cross, said that she was done.", []said{{"that she", "Imani Cross", "person"}})
	checkArticle(t, "A keeper named Absalom said that nobody called.", []said{{"that nobody", "Absalom", "person"}})
}

// TestLeadBody: "the company" is whom the article is about, also behind a dateline.
func TestLeadBody(t *testing.T) {
	checkArticle(t, "Ardent Mills raises forecast\n\nNov 4 (Norwire) - Ardent Mills on Wednesday raised its forecast after results rose.\n\nThe company said it expects growth.", []said{{"it expects", "Ardent Mills", "organisation"}})
}

// TestJustNamedBody: "the company" is whom the sentence before is about, by its subject or the agent of its passive, and no place.
func TestJustNamedBody(t *testing.T) {
	checkArticle(t, "VARN\n\nMinister Ana Orlo thanked Varn. It rained in Varn.\n\nThe claim was denied by the Norland Railways. “All went well,” the company said.", []said{{"All went", "Norland Railways", "organisation"}})
	checkArticle(t, "Tessel Inc beat Wall Street estimates on Monday.\n\nThe Austin, Texas-based firm said it expects growth.", []said{{"it expects", "Tessel Inc", "organisation"}})
}

// TestLabelledMaker: a people and a noun for a body lead to its name, and an acronym in brackets is no nickname.
func TestLabelledMaker(t *testing.T) {
	checkArticle(t, "VARN (Nordwire) - Finnish paper maker Solvan said on Tuesday it would close a mill.\n\nThe mill made a loss, the company said.", []said{{"it would", "Solvan", "organisation"}, {"The mill", "Solvan", "organisation"}})
	checkArticle(t, "Then spokesman for the Atom Organization of Velia (AOV) Zorb Krelly said that it was late.", []said{{"that it", "Zorb Krelly", "person"}})
}

// TestHeldOffice: a title's initials stand for its holder, and "it" for what speaks, though nothing else told that it is
// no person.
func TestHeldOffice(t *testing.T) {
	checkArticle(t, "The Director-General of the National Projects Agency (NPA), Dr. Bassey Etuk, said that it was hot. The agency was founded in May.\n\nThe DG disclosed that 2,500 youths were trained.", []said{{"that 2,500", "Bassey Etuk", "person"}})
	checkArticle(t, "Tarn Elkor said 340 homes are dark. It added that engineers are on their way.", []said{
		{"340", "Tarn Elkor", "organisation"}, {"that engineers", "Tarn Elkor", "organisation"},
	})
	checkArticle(t, "The cook treated the branch like her own purse, Pavel Rinn told the court.", []said{{"The cook", "Pavel Rinn", "person"}})
}

// TestIncorporated: a legal form behind a comma belongs to a body's name.
func TestIncorporated(t *testing.T) {
	checkArticle(t, "Halvex Ropes, Inc. (NSDQ: HLVX), a maker of ropes, said that it was late.", []said{{"that it", "Halvex Ropes", "organisation"}})
}

// TestQuotationParagraphs: a paragraph that is a quotation goes on with who spoke in the one before, or is the person's whom it names.
func TestQuotationParagraphs(t *testing.T) {
	checkArticle(t, "\"It was bad,\" said Erik Orlo.\n\n\"I have no words for it. We gave two goals away and lost the match before the hour.\"\n\n\"It is really bad. You always have to stick together as a team and we did not do that.\"", []said{
		{"I have no words", "Erik Orlo", "person"}, {"It is really", "Erik Orlo", "person"},
	})
	checkArticle(t, "The horror of it is consuming mom Tiara Varga.\n\n“I don’t know what I’m going to do without her.”", []said{{"I don’t", "Tiara Varga", "person"}})
	check(t, "“It was bad,” said Erik Orlo. Ana Varga came later with Ivo Kesh.\n\n“I have no words for it. We gave two goals away.”", []told{
		{content: "“It was bad,”", source: "Erik Orlo", name: "Erik Orlo"}, {content: "“I have no words for it. We gave two goals away.”", name: none},
	})
}
