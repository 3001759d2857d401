package attribution

import "testing"

// TestWhoServes: "who" behind a body or a thing is the person whom a preposition ties to it, or whose name the description follows.
func TestWhoServes(t *testing.T) {
	checkArticle(t, "An official of the company, who said it was late, left.", []said{{"it was late", "An official of the company", "unnamed"}})
	checkArticle(t, "Ana Orlo, a senior analyst at Varga, who said it was late, left.", []said{{"it was late", "Ana Orlo", "person"}})
	checkArticle(t, "The brother of Ana Orlo, who said it was late, left.", []said{{"it was late", "Ana Orlo", "person"}})
	checkArticle(t, "A friend of the victim, who said it was late, left.", []said{{"it was late", "victim", "unnamed"}})
}
