package attribution

import "testing"

// TestTradesman: a noun for companies is a trade where a person's name stands behind it, and one that no list knows a person's before "who".
func TestTradesman(t *testing.T) {
	checkArticle(t, "A crane operator, John Orlo, said it was late. The ferry operator said it was cold.", []said{{"it was late", "John Orlo", "person"}, {"it was cold", "ferry operator", "organisation"}})
	checkArticle(t, "A ferry operator, Varn Lines Ltd, said it was late.", []said{{"it was late", "Varn Lines Ltd", "organisation"}})
	checkArticle(t, "A civil servant, who identified herself simply as Mama Orlo, told the paper that it was late.", []said{{"that it was", "Mama Orlo", "person"}})
	checkArticle(t, "A civil servant, who asked not to be named, said it was late.", []said{{"it was late", "A civil servant", "unnamed"}})
	checkArticle(t, "The coalition, who won the vote, said it was late.", []said{{"it was late", "coalition", "organisation"}})
}
