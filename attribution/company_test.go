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
