package attribution

import "testing"

// TestMonthNames: somebody called May or March is that person wherever no month is meant.
func TestMonthNames(t *testing.T) {
	checkArticle(t, "Prime Minister Ana May said it was late. Mrs May told reporters that it rained. “It is good,” May said. In May the mayor said it was dull. Ivo Orlo met May. He said it was wet.", []said{
		{"it was late", "Ana May", "person"}, {"that it rained", "Ana May", "person"}, {"It is good", "Ana May", "person"}, {"it was dull", "mayor", "unnamed"}, {"it was wet", "Ivo Orlo", "person"},
	})
	checkArticle(t, "Mr March said it was late. On Tuesday March 3 the ministry said it was dull. March has said that it rained.", []said{
		{"it was late", "March", "person"}, {"it was dull", "ministry", "organisation"}, {"that it rained", "March", "person"},
	})
	checkArticle(t, "“Go,” said Ana Orlo. May 5 was wet, the ministry said. May I speak? she asked.", []said{{"Go", "Ana Orlo", "person"}, {"May 5 was", "ministry", "organisation"}})
}

// TestGrammarNames: words of grammar that are names.
func TestGrammarNames(t *testing.T) {
	checkArticle(t, "The log is by He Yafei. “It is good,” he said. Wang An, an analyst, said it was late.", []said{{"It is good", "He Yafei", "person"}, {"it was late", "Wang An", "person"}})
	checkArticle(t, "He Weiwen said it was late, and he slept.\n\nIvo Orlo slept. He Tweeted that it rained.", []said{{"it was late", "He Weiwen", "person"}})
}

// TestJuniors: a Jr whom an article brings in behind the same name without it is somebody else, one who is named with it first is not.
func TestJuniors(t *testing.T) {
	checkArticle(t, "Ivo J. Orlo said it was late. Mr. Orlo left. Ivo Orlo Jr., who said that it rained, came.", []said{
		{"it was late", "Ivo J. Orlo", "person"}, {"that it rained", "Ivo Orlo Jr.", "person"},
	})
	checkArticle(t, "Ivo P. Orlo Jr. said it was late. “It rained,” Ivo Orlo said.", []said{
		{"it was late", "Ivo P. Orlo Jr.", "person"}, {"It rained", "Ivo P. Orlo Jr.", "person"},
	})
	checkArticle(t, "Ivo Orlo has a plan\n\nIvo P. Orlo Jr. said it was late.", []said{{"it was late", "Ivo P. Orlo Jr.", "person"}})
}

// TestInitials: other initials behind one given name are another person.
func TestInitials(t *testing.T) {
	checkArticle(t, "Ivo W. Orlo said it was late. His father, Ivo H. W. Orlo, said that it rained. “It is good,” Ivo W. Orlo said.", []said{
		{"it was late", "Ivo W. Orlo", "person"}, {"that it rained", "Ivo H. W. Orlo", "person"}, {"It is good", "Ivo W. Orlo", "person"},
	})
}

// TestElder: "the elder" and "the younger" of a surname, and who is neither.
func TestElder(t *testing.T) {
	checkArticle(t, "Ivo Orlo spoke first. His father, Petr Orlo, spoke later. The elder Orlo said it was late. The younger Orlo said that it rained.", []said{
		{"it was late", "Petr Orlo", "person"}, {"that it rained", "Ivo Orlo", "person"},
	})
	checkArticle(t, "Ivo J. Orlo left. Ivo Orlo Jr. came. “It is late,” the younger Orlo said. “It rained,” said the elder Orlo.", []said{
		{"It is late", "Ivo Orlo Jr.", "person"}, {"It rained", "Ivo J. Orlo", "person"},
	})
	checkArticle(t, "Ivo Orlo left. The younger Orlo said it was late.", []said{{"it was late", "Ivo Orlo", "person"}})
}

// TestForenameBehind: a forename that is a verb or a month more often is one behind a preposition too, but not behind one that dates.
func TestForenameBehind(t *testing.T) {
	checkArticle(t, "According to Will Orlo, it was late. The dam is old, according to May Varga.", []said{{"it was late", "Will Orlo", "person"}, {"The dam", "May Varga", "person"}})
	checkArticle(t, "The news came from Will Orlo, who said it was late. Since May Varga has said it was cold.", []said{{"it was late", "Will Orlo", "person"}, {"it was cold", "Varga", "person"}})
}

// TestBehindArticle: a surname behind an Arabic article is one where that has the capital of a sentence too, whatever follows.
func TestBehindArticle(t *testing.T) {
	checkArticle(t, "Ivo Varga met Salim al-Damar. Varga said it was late.\n\nAl-Damar, for his part, said it was cold.\n\n“We wait,” he stressed.", []said{{"it was cold", "Salim al-Damar", "person"}, {"We wait", "Salim al-Damar", "person"}})
	checkArticle(t, "Al-Norpress, for its part, said it was cold.", []said{{"it was cold", "Al-Norpress", "organisation"}})
}
