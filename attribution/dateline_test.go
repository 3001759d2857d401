package attribution

import "testing"

// TestDatelines: nobody in a dateline speaks, and no name or source runs on from it into the story.
func TestDatelines(t *testing.T) {
	checkArticle(t, "It is sad\n\nVarn, Cote D’ Orloire, Jan. 29, NPA – Rui Vitoria Head Coach of Norland is sad to leave.\n\n“It was cold,” he said.\n\nOn his part Rinn Desabre, Norland Coach said it was late.", []said{
		{"It was cold", "Rui Vitoria", "person"}, {"it was late", "Rinn Desabre", "person"},
	})
	checkArticle(t, "Talks go on\n\nTEHRAN (Kesh News) Esmail Baghani began by naming the dead.\n\nBaghani said it was late.", []said{{"it was late", "Esmail Baghani", "person"}})
	check(t, "Tehran - NORPA - Esmail Baghani referred to the holiday, stating: “It is late.”", []told{
		{content: "“It is late.”", source: "Tehran - NORPA - Esmail Baghani", name: "Esmail Baghani", kind: "person"},
	})
	checkArticle(t, "IBM boss Ana Orlo — Norland's richest woman — said it was late.", []said{{"it was late", "Ana Orlo", "person"}})
}
