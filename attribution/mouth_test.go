package attribution

import "testing"

// TestDeputies: whoever holds an office for another is not "the president", where there is one.
func TestDeputies(t *testing.T) {
	checkArticle(t, "US President Ivo Orlo met Vice President Jan Varga. Orlo kept Varga in the dark. The president denied it. “They know nothing,” he said.", []said{
		{"They know", "Ivo Orlo", "person"},
	})
	checkArticle(t, "Deputy minister Jan Varga left. The minister said it was late.", []said{{"it was late", "Jan Varga", "person"}})
	checkArticle(t, "Orlo is sure. Orlo left and Orlo came. Ivo Orlo told a meeting that it was late. Hinting at more, the president added: “Believe me.” President Jan Kesh slept in 1950, and President Jan Kesh said it was dry.", []said{
		{"that it was late", "Ivo Orlo", "person"}, {"Believe", "Ivo Orlo", "person"}, {"it was dry", "Jan Kesh", "person"},
	})
}

// TestUnnamedAgain: "the official" is the one brought in before, and nobody with a name whom the passage is about.
func TestUnnamedAgain(t *testing.T) {
	checkArticle(t, "“He paid the tax,” a palace official said. The journalist Ivo Orlo published the paper and spoke of it. Orlo said it was real. “You know they are desperate,” the official said.", []said{
		{"He paid", "a palace official", "unnamed"}, {"it was real", "Ivo Orlo", "person"}, {"You know", "a palace official", "unnamed"},
	})
}

// TestWhoBehindAge: an age between a name and "who" is nobody.
func TestWhoBehindAge(t *testing.T) {
	checkArticle(t, "“We left,” says the activist Lubna, 27, who asked that her surname be withheld.", []said{{"We left", "Lubna", "person"}, {"that her", "Lubna", "person"}})
}

// TestReplyFrom: from whom a reaction comes speaks next, and of whom others are afraid acts next.
func TestReplyFrom(t *testing.T) {
	checkArticle(t, "Ivo Orlo posted a picture and said it was real. Orlo's taunt prompted an angry reaction from Ivan Kesh. “I laugh at it,” he wrote.", []said{
		{"it was real", "Ivo Orlo", "person"}, {"I laugh", "Ivan Kesh", "person"},
	})
	checkArticle(t, "The deputy, Jan Varga, would meet them, he said. Many are wary of Ivo Orlo, especially after he called the treaty “dead.”", []said{{"the treaty", "Ivo Orlo", "person"}})
}

// TestPresenters: what somebody works for is no speaker, however it is called.
func TestPresenters(t *testing.T) {
	checkArticle(t, "Ex-Norland striker and Light of the Day pundit Ian Orlo said it was late. Light of the Day presenter Varga said it rained.", []said{
		{"it was late", "Ian Orlo", "person"}, {"it rained", "Varga", "person"},
	})
	checkArticle(t, "The speaker of the Varn Duma (lower house of parliament), Viktor Orlo, said it was late.", []said{{"it was late", "Viktor Orlo", "person"}})
}

// TestItsProposals: "it" behind "which" is the body that the sentence is about, and of whom the text says "he" is no body.
func TestItsProposals(t *testing.T) {
	checkArticle(t, "Kesh Hall said it was dry. The ministry has published plans which it says would help.", []said{{"would help", "ministry", "organisation"}})
	checkArticle(t, "Madou Orlo has tried twice and says it was late. “I left,” he said. The bridge is new, and it says nothing of that.", []said{{"it was late", "Madou Orlo", "person"}, {"I left", "Madou Orlo", "person"}})
}

// TestShares: of a share, its number is no name.
func TestShares(t *testing.T) {
	checkArticle(t, "In a poll 71% of voters said it was late, while 17% say it rained.", []said{{"it was late", "71% of voters", "group"}, {"it rained", "17%", "group"}})
}
