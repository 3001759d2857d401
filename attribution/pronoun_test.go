package attribution

import "testing"

// TestWhoJustSpoke: "he" is whom the sentence before names as its source, however often somebody else is named.
func TestWhoJustSpoke(t *testing.T) {
	checkArticle(t, "Pavel Kesh was a hero. Pavel Kesh fought well, and Pavel Kesh won. Mayor Dara Mohan Orlo said they rejected the book which presented Kesh as a looter. He said the town would help.", []said{
		{"the town", "Dara Mohan Orlo", "person"},
	})
	checkArticle(t, "Pavel Kesh will lead. Kesh was chosen on Monday.\n\nJamil Al Varga, 58, told reporters that Kesh's appointment was wrong.\n\nHe lamented that nobody had been asked.", []said{
		{"that nobody", "Jamil Al Varga", "person"},
	})
	checkArticle(t, "Pavel Kesh will lead. Kesh was chosen on Monday.\n\nReporter Ivo Varga asked Kesh whether he was ill.\n\n“I am well,” he said.", []said{{"I am well", "Pavel Kesh", "person"}})
	checkArticle(t, "Ru Varga said that reserves help.\n\nBut Kim Orlo, a popular economist, said the sum remains small.\n\nThe reserves were “great fruits”, he said.", []said{{"The reserves", "Kim Orlo", "person"}})
}

// TestWhoActedJustBefore: a sentence alone in front of a quotation says whose it is.
func TestWhoActedJustBefore(t *testing.T) {
	checkArticle(t, "Pavel Kesh will lead. Kesh was chosen on Monday.\n\nJamil Varga said that Kesh was wrong.\n\nHassan Orlo, 44, agreed.\n\n“They will be harmed,” he told the Lantern.", []said{{"They will", "Hassan Orlo", "person"}})
	checkArticle(t, "After Lily Kesh won her first match on Monday, it was Kate Orlo who got the ball rolling with a win over Diane Varga.\n\n“I hope I started well,” she told the Lantern.", []said{{"I hope", "Kate Orlo", "person"}})
}

// TestTheyAreTheGroupNamedLast: "They" are whom the sentence before opens or ends with.
func TestTheyAreTheGroupNamedLast(t *testing.T) {
	checkArticle(t, "That possibility is one of many concerns held by critics of the plan. They argue that it helps the state.", []said{{"that it helps", "critics of the plan", "group"}})
}
