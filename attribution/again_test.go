package attribution

import "testing"

// TestDoubleNames holds bare surnames of two words, and those behind an Arabic article.
func TestDoubleNames(t *testing.T) {
	for _, c := range []struct {
		text string
		list []told
	}{
		{
			"Committee chair Justine Orlo-Wood opened the meeting.\n\n“We wait,” Ms Orlo-Wood said. “It rains,” Wood added.",
			[]told{
				{content: "“We wait,”", source: "Ms Orlo-Wood", name: "Justine Orlo-Wood", kind: "person"},
				{content: "“It rains,”", source: "Wood", name: "Justine Orlo-Wood"},
			},
		},
		{
			"Jean-Luc Orlo wept. Ada Brandt left. “It was late,” Jean-Luc said.",
			[]told{{content: "“It was late,”", source: "Jean-Luc", name: "Jean-Luc Orlo"}},
		},
		{
			"Fuad al-Karimi keeps bees. Al-Karimi, 64, said the hive was full. “Listen,” al-Karimi added.",
			[]told{
				{content: "the hive was full", source: "Al-Karimi", name: "Fuad al-Karimi"},
				{content: "“Listen,”", source: "al-Karimi", name: "Fuad al-Karimi"},
			},
		},
		{
			"Ana Orlo-Wood met Ben Varga-Wood. “No,” Orlo-Wood said.",
			[]told{{content: "“No,”", source: "Orlo-Wood", name: "Ana Orlo-Wood"}},
		},
	} {
		check(t, c.text, c.list)
	}
}

// TestDescribedAgain holds descriptions of somebody who was named or described more fully before, or will be.
func TestDescribedAgain(t *testing.T) {
	for _, c := range []struct {
		text string
		list []told
	}{
		{
			"A senior official in Varn said the talks were stuck. The official added that it was late. A second official was there. “Go,” the official said.",
			[]told{
				{content: "the talks were stuck", source: "A senior official in Varn", name: "A senior official", kind: "unnamed"},
				{content: "that it was late", source: "The official", name: "A senior official"},
				{content: "“Go,”", source: "the official", name: "official"},
			},
		},
		{
			"A former colleague of the mayor called him careful.\n\n“Everybody knew,” the source said.",
			[]told{
				{content: "him careful", source: "A former colleague of the mayor", name: "A former colleague of the mayor"},
				{content: "“Everybody knew,”", source: "the source", name: "A former colleague of the mayor"},
			},
		},
		{
			"Deputy minister Ana Orlo said the river was low. “It will rise,” the official added.",
			[]told{
				{content: "the river was low", source: "Deputy minister Ana Orlo", name: "Ana Orlo"},
				{content: "“It will rise,”", source: "the official", name: "Ana Orlo"},
			},
		},
		{
			"Secretary General of the Council of Ports Ana Orlo came to Varn. “It is a bridge,” the Secretary General stressed.",
			[]told{{content: "“It is a bridge,”", source: "the Secretary General", name: "Ana Orlo", role: "Secretary General of the Council of Ports"}},
		},
		{
			"President of the Republic of Georgia Ana Orlo has received Ivo Varga. The head of state noted that it rained. Ivo Varga said it was dry.",
			[]told{
				{content: "that it rained", source: "The head of state", name: "Ana Orlo"},
				{content: "it was dry", source: "Ivo Varga", name: "Ivo Varga"},
			},
		},
		{
			"A former Governor of the state, Ana Orlo, said it rained. General Ivo Varga spoke later. “Dig,” the General said.",
			[]told{
				{content: "it rained", source: "A former Governor of the state, Ana Orlo,", name: "Ana Orlo"},
				{content: "“Dig,”", source: "the General", name: "Ivo Varga"},
			},
		},
		{
			"Georgia's foreign minister warned that the road would close.\n\nAna Orlo said it was ready. “Come,” the Georgian top diplomat said.",
			[]told{
				{content: "that the road would close", source: "Georgia's foreign minister", name: "Ana Orlo"},
				{content: "it was ready", source: "Ana Orlo", name: "Ana Orlo"},
				{content: "“Come,”", source: "the Georgian top diplomat", name: "Ana Orlo"},
			},
		},
		{
			"Orlo's son said it was over.\n\nIvo Orlo said nothing was.",
			[]told{
				{content: "it was over", source: "Orlo's son", name: "Orlo's son"},
				{content: "nothing was", source: "Ivo Orlo", name: "Ivo Orlo"},
			},
		},
		{
			"Ana Orlo of the Ferry Board denied it in a statement. “We were asleep,” the statement reads.",
			[]told{
				{content: "it", source: "Ana Orlo of the Ferry Board", name: "Ana Orlo"},
				{content: "“We were asleep,”", source: "the statement", name: "Ana Orlo"},
			},
		},
		{
			"The Ferry Board said it had passed a resolution. “We were asleep,” the resolution reads.",
			[]told{
				{content: "it had passed a resolution", source: "The Ferry Board", name: "Ferry Board"},
				{content: "“We were asleep,”", source: "the resolution", name: "resolution"},
			},
		},
		{
			"The chiefs of defence of Velia (CDV) said the fort had fallen. “It is lost,” the CDV said.",
			[]told{
				{content: "the fort had fallen", source: "The chiefs of defence of Velia", name: "chiefs of defence of Velia", kind: "organisation"},
				{content: "“It is lost,”", source: "the CDV", name: "chiefs of defence of Velia"},
			},
		},
	} {
		check(t, c.text, c.list)
	}
}

// TestAround holds what stands around a name or a body and is no part of it.
func TestAround(t *testing.T) {
	for _, c := range []struct {
		text string
		list []told
	}{
		{
			"Ana Orlo KC, for the ferry, accepted the log. “It is late,” Ms Orlo said. “Is it?” Ivo Varga MP asked.",
			[]told{
				{content: "the log", source: "Ana Orlo KC, for the ferry,", name: "Ana Orlo", kind: "person"},
				{content: "“It is late,”", source: "Ms Orlo", name: "Ana Orlo"},
				{content: "“Is it?”", source: "Ivo Varga MP", name: "Ivo Varga"},
			},
		},
		{
			"Orlo Mills Corp fell. Sales will rise, the Varn, Norland-based company said.",
			[]told{{content: "Sales will rise", source: "the Varn, Norland-based company", name: "Orlo Mills Corp", kind: "organisation"}},
		},
		{
			"Main opposition Varn Workers' Party (VWP) leader Ana Orlo said it was late.",
			[]told{{content: "it was late", source: "Main opposition Varn Workers' Party (VWP) leader Ana Orlo", name: "Ana Orlo", kind: "person"}},
		},
		{
			"A panel of cooks led by the Herald's Ivo Varga said it was late.",
			[]told{{content: "it was late", source: "A panel of cooks led by the Herald's Ivo Varga", name: "A panel of cooks led by the Herald's Ivo Varga"}},
		},
		{
			"Her neighbour, who asked to be known only as Lenny, said it was late.",
			[]told{{content: "it was late", source: "Her neighbour", name: "Lenny", kind: "person"}},
		},
		{
			"Shares of Zorbal Semiconductor Corp. fell. Ana Orlo left. Sales will rise, the company said. Zorbal was glad.",
			[]told{{content: "Sales will rise", source: "the company", name: "Zorbal Semiconductor Corp."}},
		},
		{
			"Bank of Velia's Ivo Varga said it was late.",
			[]told{{content: "it was late", source: "Bank of Velia's Ivo Varga", name: "Ivo Varga", kind: "person"}},
		},
		{
			"Shares of Zorbal Semiconductor Corp. fell. Zorbal also said it had bought a mill.",
			[]told{{content: "it had bought a mill", source: "Zorbal", name: "Zorbal Semiconductor Corp.", kind: "organisation"}},
		},
		{
			"Zorbal Mills Corp. and Zorbal Ferries Ltd. met. Zorbal said it was late.",
			[]told{{content: "it was late", source: "Zorbal", name: "Zorbal"}},
		},
		{
			"Head of the Varn Regional Administration Zorb Krelly said it was late. “Go,” Krelly said.",
			[]told{
				{content: "it was late", source: "Head of the Varn Regional Administration Zorb Krelly", name: "Zorb Krelly", role: "Head of the Varn Regional Administration"},
				{content: "“Go,”", source: "Krelly", name: "Zorb Krelly"},
			},
		},
		{
			"The head of the Rescue Service (RS), Ana Orlo, said it was late.",
			[]told{{content: "it was late", source: "The head of the Rescue Service (RS), Ana Orlo,", name: "Ana Orlo", kind: "person"}},
		},
		{
			"Minister of Maritime Affairs Zorb Krelly-Cox declared it was late. “Go,” the Ana South MP said.",
			[]told{
				{content: "it was late", source: "Minister of Maritime Affairs Zorb Krelly-Cox", name: "Zorb Krelly-Cox", kind: "person"},
				{content: "“Go,”", source: "the Ana South MP", name: "Zorb Krelly-Cox", kind: "person"},
			},
		},
		{
			"But Tariq el-Varga, deputy governor of the Bank of Velia, cautioned that it was late.",
			[]told{{content: "that it was late", source: "deputy governor of the Bank of Velia,", name: "Tariq el-Varga", kind: "person"}},
		},
		{
			"The archbishop of Varn, the Most Rev Ana Orlo, said it was late.",
			[]told{{content: "it was late", source: "The archbishop of Varn, the Most Rev Ana Orlo,", name: "Ana Orlo", kind: "person"}},
		},
		{
			"In a statement carried by the SPA agency, Ana Orlo said it was late.",
			[]told{{content: "it was late", source: "Ana Orlo", name: "Ana Orlo", via: "SPA"}},
		},
		{
			"User @orlo.z wrote that it was late.",
			[]told{{content: "that it was late", source: "orlo.z", name: "@orlo.z"}},
		},
		{
			"Justice (retd) Ana Orlo said it was late.",
			[]told{{content: "it was late", source: "Justice (retd) Ana Orlo", name: "Ana Orlo", kind: "person"}},
		},
		{
			"Harbour police commander Ivo Varga said the body was found. “Stay calm,” the police boss said. “Rain,” the weather boss said.",
			[]told{
				{content: "the body was found", source: "Harbour police commander Ivo Varga", name: "Ivo Varga"},
				{content: "“Stay calm,”", source: "the police boss", name: "Ivo Varga"},
				{content: "“Rain,”", source: "the weather boss", name: "weather boss"},
			},
		},
		{
			"16:42\nTransport secretary says roads stay shut\n\nAna Orlo, the transport secretary, has told members that it rains.",
			[]told{
				{content: "roads stay shut", source: "Transport secretary", name: "Ana Orlo"},
				{content: "that it rains", source: "Ana Orlo, the transport secretary,", name: "Ana Orlo"},
			},
		},
		{
			"Minister of Water Resources Zorb Krelly noted that it was late. Velia's Transport and Infrastructure Minister Krelm Sodar agreed that it was.",
			[]told{
				{content: "that it was late", source: "Minister of Water Resources Zorb Krelly", name: "Zorb Krelly", kind: "person", role: "Minister of Water Resources"},
				{content: "that it was", source: "Velia's Transport and Infrastructure Minister Krelm Sodar", name: "Krelm Sodar", kind: "person"},
			},
		},
		{
			"The Minister for Lands and Natural Resources, Hon. Zorb Krelly-Cox, warned that it was late.",
			[]told{{content: "that it was late", source: "The Minister for Lands and Natural Resources, Hon. Zorb Krelly-Cox,", name: "Zorb Krelly-Cox", kind: "person"}},
		},
		{
			"The authors, Nina Orlo and Jan Kesh, argue that it was late. “It is so,” they write.",
			[]told{
				{content: "that it was late", source: "The authors, Nina Orlo and Jan Kesh,", name: "Nina Orlo and Jan Kesh", kind: "group"},
				{content: "“It is so,”", source: "they", name: "Nina Orlo and Jan Kesh", kind: "group"},
			},
		},
		{
			"RFE/RL quoted a clerk as saying it was late.",
			[]told{{content: "it was late", source: "a clerk", name: "a clerk", via: "RFE/RL"}},
		},
	} {
		check(t, c.text, c.list)
	}
}

// TestUnlistedNouns holds people whom no word list knows: "who", an age or a name beside the noun shows what it is.
func TestUnlistedNouns(t *testing.T) {
	for _, c := range []struct {
		text string
		list []told
	}{
		{
			"A zorbler who lost his hat said he felt cold.",
			[]told{{content: "he felt cold", source: "A zorbler who lost his hat", name: "A zorbler", kind: "unnamed"}},
		},
		{
			"Ana Orlo wept. The flaxen bombshell, 26, told fans she was tired.",
			[]told{{content: "she was tired", source: "The flaxen bombshell, 26,", name: "Ana Orlo"}},
		},
		{
			"Her on-off zorbler, ex-Varn ace Ivo Orlo, 29, said it was over.",
			[]told{{content: "it was over", source: "Her on-off zorbler, ex-Varn ace Ivo Orlo, 29,", name: "Ivo Orlo", kind: "person"}},
		},
		{
			"They quoted a protester, 19-year-old Mariam, as saying she was tired.",
			[]told{{content: "she was tired", source: "a protester, 19-year-old Mariam,", name: "Mariam"}},
		},
		{
			"One fan wrote that it rained, while a third wrote that it snowed.",
			[]told{
				{content: "that it rained", source: "One fan", name: "One fan"},
				{content: "that it snowed", source: "a third", name: "a third", kind: "unnamed"},
			},
		},
	} {
		check(t, c.text, c.list)
	}
}
