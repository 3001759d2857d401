package attribution

import (
	"strings"
	"testing"

	"quotidian/articles"
)

// TestWhenTheySpoke: when and how somebody speaks is no part of whom a source names.
func TestWhenTheySpoke(t *testing.T) {
	checkArticle(t, "The Orlo government last December said it was late. The children's agency UNIKEF this week said it was cold. Development Minister Varga a few weeks ago said it was wet.", []said{
		{"it was late", "Orlo government", "organisation"}, {"it was cold", "UNIKEF", "organisation"}, {"it was wet", "Varga", "person"},
	})
	checkArticle(t, "It was late, according to a spokesman on Jan 6. It was cold, according to a report released on Monday.", []said{
		{"It was late", "a spokesman", "unnamed"}, {"It was cold", "a report released on Monday", "organisation"},
	})
	checkArticle(t, "The spokeswoman of the Varn Zoo, Ana Orlo, was asked. The author sarcastically tweeted that it was late.", []said{{"that it was", "author", "unnamed"}})
	checkArticle(t, "The organisers of the Women's March said it was late.", []said{{"it was late", "organisers of the Women's March", "group"}}) // March is a month too
	checkArticle(t, "The bill cleared Parliament last night and Mrs Orlo told members it was late.", []said{{"it was late", "Orlo", "person"}})
}

// TestOneHolder: an "and" inside what one person is, and adjectives in front of a name.
func TestOneHolder(t *testing.T) {
	checkArticle(t, "Former Dunmore and Norland striker Gary Orlo said it was late. The country's social services and public health minister Ana Varga said it was cold.", []said{
		{"it was late", "Gary Orlo", "person"}, {"it was cold", "Ana Varga", "person"},
	})
	checkArticle(t, "Norland and UN envoy Ana Orlo said it was late.", []said{{"it was late", "Norland and UN envoy Ana Orlo", "group"}})
	checkArticle(t, "The eurosceptic and anti-immigration Varga had called for the vote to be held.", []said{{"the vote", "Varga", "person"}})
}

// TestHoldersBehindBodies: the name behind an office with letters, several words or a body in it.
func TestHoldersBehindBodies(t *testing.T) {
	checkArticle(t, "Deputy Head of the NBV Yakov Smolin said it was late. High Commissioner for Human Rights Zeid Raad al-Hassan said it was cold.", []said{
		{"it was late", "Yakov Smolin", "person"}, {"it was cold", "Zeid Raad al-Hassan", "person"},
	})
	checkArticle(t, "Department of Harbour Security Secretary John Orlo said it was late.", []said{{"it was late", "John Orlo", "person"}})
}

// TestTradesAndPairs: surnames that are trades or other words, told by the full name.
func TestTradesAndPairs(t *testing.T) {
	checkArticle(t, "Alastair Cook says it is late. “I can help,” Cook told the Herald.", []said{{"I can help", "Alastair Cook", "person"}})
	checkArticle(t, "Mr Cook said it was late. The cook said it was cold.", []said{{"it was late", "Cook", "person"}, {"it was cold", "cook", "unnamed"}})
	checkArticle(t, "Yuan Longhui has bred rice. It costs a yuan.\n\nYuan also said it was late.", []said{{"it was late", "Yuan Longhui", "person"}})
	checkArticle(t, "The books of Ken Liu are good. Liu Chang, who writes novels, said it was late.", []said{{"it was late", "Liu Chang", "person"}})
	checkArticle(t, "Ana Towers, a spokeswoman for the zoo, said it was late.", []said{{"it was late", "Ana Towers", "person"}})
}

// TestBodiesKnownByLetters: letters that everybody knows, letters with a noun, and campaigns that begin with a verb.
func TestBodiesKnownByLetters(t *testing.T) {
	checkArticle(t, "Ana Orlo taught at Eastern University. The EU said it was late.", []said{{"it was late", "EU", "organisation"}})
	checkArticle(t, "“It was late,” KTbank said.", []said{{"It was late", "KTbank", "organisation"}})
	checkArticle(t, "“It was late,” said Save the Harbours, adding that it was cold.", []said{{"It was late", "Save the Harbours", "organisation"}})
}

// TestDescribedAnew: the country's premier, a party's president, the watchdog of a field, one of a people.
func TestDescribedAnew(t *testing.T) {
	checkArticle(t, "Slovak Prime Minister Robert Varga opened a bridge.\n\nIt was late, the country's prime minister noted.", []said{{"It was late", "Robert Varga", "person"}})
	checkArticle(t, "President Ivo Orlo signed the order.\n\nMinisters met Ana Varga. The Republican president has said it was late.", []said{{"it was late", "Ivo Orlo", "person"}})
	checkArticle(t, "The Health Quality Authority found gaps. The Varn Fire Brigade has no sight of its cars. The health watchdog said it was late.", []said{{"it was late", "Health Quality Authority", "organisation"}})
	checkArticle(t, "A Norwegian national said it was late. At one point a questioner said it was cold.", []said{{"it was late", "A Norwegian national", "unnamed"}, {"it was cold", "a questioner", "unnamed"}})
	checkArticle(t, "Coach Eddie Orlo named his team. The Australian said he was ready.", []said{{"he was ready", "Eddie Orlo", "person"}})
	checkArticle(t, "The plan goes too far, as conservative Republicans complain in Varn.", []said{{"The plan", "conservative Republicans", "group"}})
	checkArticle(t, "While it is true that there is a lack of care for it, the state's health minister, Ajay Chandran, stresses that it was late.", []said{{"that it was", "Ajay Chandran", "person"}})
}

// TestFirstWords: whom the first sentence describes with the country is named below without it.
func TestFirstWords(t *testing.T) {
	checkArticle(t, "Lithuania's President said it was late.\n\nThe troops came at noon. President Dalia Orlo met them.", []said{{"it was late", "Dalia Orlo", "person"}})
	checkArticle(t, "Lithuania's President said it was late.\n\nThe troops came at noon. Estonian President Dalia Orlo met them.", []said{{"it was late", "Lithuania's President", "unnamed"}})
	checkArticle(t, "Palace spokesman Dmitri Orlo spoke of drills. “It is late,” Orlo said. “It is cold,” the presidential spokesman said. Ana Varga said it was wet.", []said{{"It is cold", "Dmitri Orlo", "person"}})
	checkArticle(t, "Kim Orlo, the North Korean leader, was there. Ana Varga was not.\n\nIt was late, North Korea's leader said.", []said{{"It was late", "Kim Orlo", "person"}})
	checkArticle(t, "Ivo Orlo won the race. “It is late,” the South African said.", []said{{"It is late", "Ivo Orlo", "person"}})
}

// TestNamesakes: a surname that a paper bears too, a country whose first word is another word, and one of several children.
func TestNamesakes(t *testing.T) {
	checkArticle(t, "In an interview Sun Mingbo, chairman of the Orlo Brewery, said it was late. “It is cold,” says Sun. The Sun said it was wet.", []said{
		{"It is cold", "Sun Mingbo", "person"}, {"it was wet", "Sun", "organisation"},
	})
	checkArticle(t, "It is a new land.\n\nNew Zealand said it was late. In a note, the eldest said it was cold.", []said{{"it was late", "New Zealand", "organisation"}, {"it was cold", "eldest", "unnamed"}})
}

// TestWhoIsTold: words told to somebody are others', and by whom something is dismissed speaks next.
func TestWhoIsTold(t *testing.T) {
	checkArticle(t, "Kim Kesh had felt the hand of Ana Orlo on his face.\n\nThe tale of a prank was shot down by Ivo Varga at his news conference. “They knew it,” he said.", []said{{"They knew it", "Ivo Varga", "person"}})
	for _, q := range Extract(&articles.Article{Text: "Jan Varga was told that the bridge is closed, saying it was late."}) {
		if q.Speaker != nil && strings.HasPrefix(q.Text("Jan Varga was told that the bridge is closed, saying it was late."), "the bridge") {
			t.Errorf("%q speaks, who was told (%s)", q.Speaker.Name, q.Why)
		}
	}
}

// TestBodiesOfTwoWords: names that end or begin as those of bodies do.
func TestBodiesOfTwoWords(t *testing.T) {
	checkArticle(t, "Norway Kabelia said it was late. Orlo Securities said it was cold. The Medicines and Healthcare Regulatory Agency said it was wet.", []said{
		{"it was late", "Norway Kabelia", "organisation"}, {"it was cold", "Orlo Securities", "organisation"}, {"it was wet", "Medicines and Healthcare Regulatory Agency", "organisation"},
	})
	checkArticle(t, "Norway Kabelia, 34, said it was late.", []said{{"it was late", "Norway Kabelia", "person"}})
}
