package attribution

import "testing"

// TestTheCompany: "the company" is the body that the sentence before the words is about, or has to do with.
func TestTheCompany(t *testing.T) {
	checkArticle(t, "“It was not us,” wrote KTN on its page.\n\nAnother provider, Kesharix, penned a similar denial.\n\n“They use other masts. We know of several in the area,” the company wrote.", []said{
		{"They use", "Kesharix", "organisation"},
	})
	checkArticle(t, "A regulator is investigating OrloWork, two people said, adding to problems that turned it from a Varn Street darling into a pariah.\n\nThe company confirmed on Monday that it had been contacted.", []said{
		{"that it had", "OrloWork", "organisation"},
	})
	checkArticle(t, "Orvana taps AI to weed out cheats\n\nNow Orvana says it will use software to find cheats. The company says it is training it on old runs.", []said{
		{"it is training", "Orvana", "organisation"},
	})
}

// TestOwnersAndBranches: the office behind a body's possessive, and bodies of letters with a place.
func TestOwnersAndBranches(t *testing.T) {
	checkArticle(t, "The numbers end the debate, said Chartered Accountants of Velia’s chief economist, Ivo-Max Orlo. The scale of it points up, he said.\n\nKTB Norway said that it was good. He said that it was bad.", []said{
		{"The numbers", "Ivo-Max Orlo", "person"}, {"The scale", "Ivo-Max Orlo", "person"}, {"that it was good", "KTB Norway", "organisation"}, {"that it was bad", "Ivo-Max Orlo", "person"},
	})
}

// TestNamesOfBodies: two spellings of one body, the acronym of a name with others in front, offices that hold a region or end in a body.
func TestNamesOfBodies(t *testing.T) {
	checkArticle(t, "The ships are lost, the Velian Ministry of Defence said.\n\nIt takes time to lift them, according to the Velian Ministry of Defense.", []said{
		{"The ships", "Velian Ministry of Defence", "organisation"}, {"It takes", "Velian Ministry of Defence", "organisation"},
	})
	checkArticle(t, "Varn tops the Orlo-Kesh Global Safe Travel Index. The market grows, according to the GSTI. The report says that it will double.", []said{
		{"The market", "Orlo-Kesh Global Safe Travel Index", "organisation"}, {"that it will", "Orlo-Kesh Global Safe Travel Index", "organisation"},
	})
	checkArticle(t, "The Secretary General's Special Representative for the Caucasus and Central Asia, Jan Orlo, said it was late. The governor of the Varn region Vasily Kesh said it was cold.", []said{
		{"it was late", "Jan Orlo", "person"}, {"it was cold", "Vasily Kesh", "person"},
	})
	checkArticle(t, "Bayo Varga, Director, Media and Communication, Orlo Campaign Organisation, in a statement on Thursday, said the men were real.", []said{{"the men", "Bayo Varga", "person"}})
}

// TestAnyBody: words in front of "company" that do not set it apart, sports clubs, and the dateline that is no "it".
func TestAnyBody(t *testing.T) {
	checkArticle(t, "KTB reported that the mood was bad.\n\nThe social media company said that it had lost users. The club was not asked.", []said{{"that it had", "KTB", "organisation"}})
	checkArticle(t, "KTB has lost users. KTB will close two plants.\n\nMakers suffer. Sales fell in May.\n\nThe Norwegian carmaker said that it was sorry.", []said{{"that it was", "KTB", "organisation"}})
	checkArticle(t, "KTB has lost users. KTB will close two plants.\n\nThe rival company said that it was glad.", []said{{"that it was", "rival company", "organisation"}})
	checkArticle(t, "KTB has lost a match. The club said that it was sorry.", []said{{"that it was", "KTB", "organisation"}})
}
