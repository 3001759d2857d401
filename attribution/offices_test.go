package attribution

import "testing"

// TestLongOffices: offices of several fields, in capitals or with the body they are held in lead to the name behind them.
func TestLongOffices(t *testing.T) {
	checkArticle(t, "The Varn State Governor, Ivo Sani-Orlo, said it was late.\n\nThe governor said it was cold.", []said{
		{"it was late", "Ivo Sani-Orlo", "person"}, {"it was cold", "Ivo Sani-Orlo", "person"},
	})
	checkArticle(t, "“It is late,” reported Minister of Agriculture and Land Reclamation of the Varn Republic Ivo Janykov. According to him, it was cold.", []said{
		{"It is late", "Ivo Janykov", "person"}, {"it was cold", "Ivo Janykov", "person"},
	})
	checkArticle(t, "The Minister of Agriculture, Food Industry and Land Reclamation of Norway Ivo Chodaev said that it was late.", []said{{"that it was", "Ivo Chodaev", "person"}})
	checkArticle(t, "It was late, National Flood Relief and Rescue Council (NFRRC) chief Rinn Ramos said. “It is cold,” he said.", []said{
		{"It was late", "Rinn Ramos", "person"}, {"It is cold", "Rinn Ramos", "person"},
	})
	checkArticle(t, "The Varn State governor and chairman, Northern Governors' Forum, Alhaji Abu Sani Orlo, said it was late.", []said{{"it was late", "Abu Sani Orlo", "person"}})
	checkArticle(t, "His Chief Press Secretary, Mrs Mary Noel-Varga, said it was late.", []said{{"it was late", "Mary Noel-Varga", "person"}})
	checkArticle(t, "The minister of health and Ana Orlo said it was late.", []said{{"it was late", "minister of health and Ana Orlo", "group"}})
	checkArticle(t, "Norland Mills and Varn Council chief Ana Orlo said it was late.", []said{{"it was late", "Norland Mills and Varn Council chief Ana Orlo", "group"}})
}

// TestHeldOffices: offices with a style of address, without the comma behind their holder, or in headlines.
func TestHeldOffices(t *testing.T) {
	checkArticle(t, "The President of Kenya H.E. William Ruton said it was late. “Go,” said the president of the republic Kassym-Jomart Orlov.", []said{
		{"it was late", "William Ruton", "person"}, {"Go", "Kassym-Jomart Orlov", "person"},
	})
	checkArticle(t, "The Senate President, Senator Ahmed Lawar has challenged the governors to rise. The mayor left.\n\nThe Senate President said it was late.", []said{{"it was late", "Ahmed Lawar", "person"}})
	checkArticle(t, "PM: Bridge will open in May\n\n“It will open,” the Prime Minister of Norland Ivo Orlo said. Ana Varga slept.\n\nThe head of the Cabinet of Ministers noted that it was late.", []said{
		{"Bridge will", "Ivo Orlo", "person"}, {"that it was", "Ivo Orlo", "person"},
	})
	check(t, "‘Nothing will be sold’: defence minister denies plan\n\nFederal Minister for Defence Pervez Orlo said it was late.", []told{
		{content: "‘Nothing will be sold’", source: "defence minister", name: "Pervez Orlo", kind: "person"}, {content: "it was late", source: "Federal Minister for Defence Pervez Orlo", name: "Pervez Orlo", kind: "person"},
	})
}

// TestSharedRoles: several people have one description in the plural, and each of them has it.
func TestSharedRoles(t *testing.T) {
	checkArticle(t, "According to their lawyers, Dunstan Orlo and Shadrack Varga, it was late.\n\n“It is criminal,” Orlo said.\n\nAccording to the lawyer, his clients slept.", []said{{"his clients", "Dunstan Orlo", "person"}})
	check(t, "Kesh lawyers Martha Orlo and Mwaura Varga came. Varga said it was late.", []told{{content: "it was late", source: "Varga", name: "Mwaura Varga", kind: "person", role: "Kesh lawyer"}})
}

// TestShortTitles: PM and FM are titles, and what stands before a name as a people's adjective is no part of it.
func TestShortTitles(t *testing.T) {
	checkArticle(t, "PM: It is late\n\n“It is cold,” PM Orlo said. The PM said it was warm. FM Ivo Kesh told reporters it was dark.", []said{
		{"It is late", "Orlo", "person"}, {"It is cold", "Orlo", "person"}, {"it was warm", "Orlo", "person"}, {"it was dark", "Ivo Kesh", "person"},
	})
	checkArticle(t, "The ministers Armenian Ana Orlo and Azerbaijani Ivo Kesh met. “It is late,” Orlo said.", []said{{"It is late", "Ana Orlo", "person"}})
	check(t, "“It is late,” Spokesman for the Ministry of Defense Artsrun Orlo told reporters.", []told{
		{content: "“It is late,”", source: "Spokesman for the Ministry of Defense Artsrun Orlo", name: "Artsrun Orlo", kind: "person", role: "Spokesman for the Ministry of Defense"},
	})
	checkArticle(t, "Russia ally Kazakhstan said it was late.", []said{{"it was late", "Kazakhstan", "organisation"}})
	checkArticle(t, "The border of Soviet Azerbaijan stands. Azerbaijan announced that it was late.", []said{{"that it was", "Azerbaijan", "organisation"}})
	checkArticle(t, "Velde, the parent company of Orlo Mills, announced it was late.", []said{{"it was late", "Velde", "organisation"}})
	checkArticle(t, "According to a statement issued by the Azeri foreign ministry, it was late in Varn.", []said{{"it was late", "Azeri foreign ministry", "organisation"}})
}

// TestStatesBodies: a body keeps the state that it is of, and its noun alone with a capital is short for it.
func TestStatesBodies(t *testing.T) {
	checkArticle(t, "The Ministry of Defense of Armenia said it was late. “It is cold,” the Ministry said.", []said{
		{"it was late", "Ministry of Defense of Armenia", "organisation"}, {"It is cold", "Ministry of Defense of Armenia", "organisation"},
	})
	checkArticle(t, "The Ministry of Health of the Republic of Armenia said it was late.", []said{{"it was late", "Ministry of Health of the Republic of Armenia", "organisation"}})
	checkArticle(t, "The Armed Forces of Ukraine said it was late.", []said{{"it was late", "Armed Forces of Ukraine", "organisation"}})
	checkArticle(t, "The Health Ministry and the Finance Ministry met. “It is cold,” the Ministry said.", []said{{"It is cold", "Ministry", "organisation"}})
}
