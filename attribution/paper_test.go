package attribution

import "testing"

// TestWhoseReport: a document is of whoever the article says brought it out.
func TestWhoseReport(t *testing.T) {
	checkArticle(t, "The power may fail, a local portal VarnNews reported on Sunday.\n\n“The mining had to be stopped,” the report said.\n\n“Three thousand people were brought up,” the report said.", []said{
		{"The mining", "VarnNews", "organisation"}, {"Three", "VarnNews", "organisation"},
	})
	checkArticle(t, "On Monday, the Varn Council sent a letter to Ivo Orlo about the dam.\n\nThe letter said that the dam leaks. It said that the wall is thin.", []said{
		{"that the dam", "Varn Council", "organisation"}, {"that the wall", "Varn Council", "organisation"},
	})
	checkArticle(t, "A new report released on Monday by Varn University's Centre on Floods calls that into question. It looked at ten towns.\n\nAs the report states: “The birth lottery matters.”\n\nThe report concluded that the net is weak.", []said{
		{"The birth", "Centre on Floods", "organisation"}, {"that the net", "Centre on Floods", "organisation"},
	})
	checkArticle(t, "A report published on the website of VTTV, a broadcaster, gave advice.\n\n“Take heed,” the article said.", []said{{"Take heed", "VTTV", "organisation"}})
	checkArticle(t, "Ivo Orlo leads, according to a Varn University poll. He has debts.\n\nThe poll found that half of them would vote.", []said{{"that half", "Varn University", "organisation"}})
	checkArticle(t, "The rate is wrong, according to a report from the Varn Department's inspector general to be released on Friday.", []said{{"The rate", "Varn Department's inspector general", "unnamed"}})
	checkArticle(t, "The VarnWrap’s report today claims that she will be back.", []said{{"that she", "VarnWrap", "organisation"}})
	checkArticle(t, "The rate fell to 6.6 per cent, according to Varn Statistics’s labour force survey data released Friday.", []said{{"The rate", "Varn Statistics", "organisation"}})
	checkArticle(t, "Ana Orlo's emails were found. The emails show that she was late. The dam fell in June, said the council, and a report was lost. The report said that it was late.", []said{
		{"that it was late", "report", "organisation"},
	})
}

// TestSentBefore: "it" behind a sentence in which somebody brings out a statement is that statement.
func TestSentBefore(t *testing.T) {
	checkArticle(t, "The club released a statement on Friday. “We mourn,” it read.", []said{{"We mourn", "club", "organisation"}})
	checkArticle(t, "Ana Varga slept.\n\nThe family released a statement.\n\n“We mourn,” it said.", []said{{"We mourn", "family", "group"}})
	checkArticle(t, "Ivo Orlo later issued a statement. “I mourn,” it read.", []said{{"I mourn", "Ivo Orlo", "person"}})
	checkArticle(t, "The ministry rejected this. “It is early,” it said.", []said{{"It is early", "ministry", "organisation"}})
	checkArticle(t, "The bank closed on Monday. “We are sorry,” it said.", []said{{"We are", "bank", "organisation"}})
	checkNobody(t, "Varga received a letter. “You are late,” it read.")
	checkNobody(t, "Twenty groups, among them Orlo Mills and Varga Mills - sent a letter. “You are late,” it read.")
}
