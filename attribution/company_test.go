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
