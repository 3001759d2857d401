package attribution

import "testing"

// TestSoleSpeaker: descriptions that the article prepares nobody for are its only speaker, unless what it tells speaks against it.
func TestSoleSpeaker(t *testing.T) {
	checkArticle(t, "Esmail Baghani said it was late. He said it was cold.\n\nAsked about Varn, the Foreign Ministry spokesman said it was dark.\n\nThis senior diplomat of Kesh also said it was wet.", []said{
		{"it was dark", "Esmail Baghani", "person"}, {"it was wet", "Esmail Baghani", "person"},
	})
	checkArticle(t, "Ivo Varga, the Velian Parliament Speaker, said it was late.\n\nThe lawmaker also said it was cold.\n\nIn his comments, the official claimed it was dark.", []said{
		{"it was cold", "Ivo Varga", "person"}, {"it was dark", "Ivo Varga", "person"},
	})
	checkArticle(t, "UN chief Antonio Orlo said it was late. “We burn,” he said.\n\n“We drown,” said the former Norland prime minister. The secretary-general said it was dark.", []said{
		{"We drown", "Antonio Orlo", "person"}, {"it was dark", "Antonio Orlo", "person"},
	})
	checkArticle(t, "Foreign Minister Ana Orlo said it was late. She said it was cold.\n\nThe finance minister said it was dark. Her spokesman said it was wet. The council's director said it was dry.", []said{
		{"it was dark", "finance minister", "unnamed"}, {"it was wet", "Her spokesman", "unnamed"}, {"it was dry", "council's director", "unnamed"},
	})
	checkArticle(t, "Ivo Orlo said it was late. He said it was cold. Ana Varga said it was dull.\n\nThe official said it was dark.", []said{{"it was dark", "official", "unnamed"}})
}

// TestContending: a candidate is one of several, so that the word may mean somebody else than who spoke last.
func TestContending(t *testing.T) {
	checkArticle(t, "Ana Orlo said it was late. Orlo said it was cold.\n\nThe candidate also said it was dark.", []said{{"it was dark", "candidate", "unnamed"}})
}

// TestGoingOn: who "added" or "also said" has spoken before, whatever the description.
func TestGoingOn(t *testing.T) {
	checkArticle(t, "“It is late,” said Kassym Orlo. Ana Varga slept.\n\n“It is cold,” Kassym Orlo said.\n\nThe President of Chad added that it was dark.", []said{{"that it was dark", "Kassym Orlo", "person"}})
	checkArticle(t, "Ana Varga said it was wet.\n\nOil Minister Ivo Orlo said it was late.\n\n“We are in winter,” Norland oil minister added.", []said{{"We are", "Ivo Orlo", "person"}})
	checkArticle(t, "Justice Chacha Orlo ordered the police to stay away and said it was late. The judge said it was cold.", []said{{"it was cold", "Chacha Orlo", "person"}})
}

// TestServing: who serves the holder of an office is told apart from the holder, and known by other words for both.
func TestServing(t *testing.T) {
	checkArticle(t, "It is near, assistant to the president of Chad Hikmet Orlo said. “We hope,” he said.\n\nAccording to the assistant to the head of the republic, it was late. According to the presidential aide, it was cold.", []said{
		{"it was late", "Hikmet Orlo", "person"}, {"it was cold", "Hikmet Orlo", "person"},
	})
	checkArticle(t, "UN Secretary General Antonio Orlo said it was late. Ana Varga said it was cold.\n\nThe UN Secretary-General said it was dark.", []said{{"it was dark", "Antonio Orlo", "person"}})
	checkArticle(t, "COP boss Sultan Al Jabar left. Al Jabar said it was late.", []said{{"it was late", "Sultan Al Jabar", "person"}})
}
