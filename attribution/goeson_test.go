package attribution

import "testing"

// TestGoesOnAs: a noun printed for the first time behind words of somebody is that person.
func TestGoesOnAs(t *testing.T) {
	checkArticle(t, "Neighbour Jean Varga, 78, said she had heard shouting. “I froze,” the retired dinner lady said.", []said{{"I froze", "Jean Varga", "person"}})
	checkArticle(t, "Mrs. Ana Orlo told the Herald that she had queued since four. “I am tired,” the mother of three said.", []said{{"I am tired", "Ana Orlo", "person"}})
	checkArticle(t, "Lewis Varga admitted there was contact. “I went down easy,” said the centre-half.", []said{{"I went", "Lewis Varga", "person"}})
	checkArticle(t, "A policeman left. Lewis Varga said it was late. “Go,” the policeman said.", []said{{"Go", "policeman", "unnamed"}})
	checkArticle(t, "Lewis Varga said it was late. “It grows,” the economy said. “We pay,” the consortium said.", []said{{"We pay", "consortium", "organisation"}})
	checkArticle(t, "Insp Ana Orlo urged walkers to look at their photographs. Ivo Kesh slept.\n\n“Anything helps,” the inspector said.", []said{{"Anything helps", "Ana Orlo", "person"}})
}

// TestTellsOf: a description in the author's words, and a paragraph about one person, bring that person back.
func TestTellsOf(t *testing.T) {
	checkArticle(t, "Judge Ana Orlo told Ivo Varga: “You waited.”\n\nDefending, Nina Kesh said her client had been ill.\n\nBut the judge rejected this. “Many people are ill,” she said.", []said{{"Many people", "Ana Orlo", "person"}})
	checkArticle(t, "Varn boss Esteban Orlo was less chirpy. He was furious that Ruben Varga had been given offside for a shove on Lewis Kesh.\n\n“We must stop football,” the Argentine fumed.", []said{{"We must", "Esteban Orlo", "person"}})
	checkArticle(t, "Senator Ted Orlo warned of it. “It would be a disaster,” the senator said.\n\nAs for Ivo Varga, he said he was not worried.", []said{{"he was not", "Ivo Varga", "person"}})
}

// TestOneUnnamed: "they" may be one person whose name is withheld.
func TestOneUnnamed(t *testing.T) {
	checkArticle(t, "A friend, who did not want to be named, said Mr Orlo had seemed cheerful.\n\n“He laughed,” they said.", []said{{"He laughed", "A friend", "unnamed"}})
}

// TestNamesOfHouses: branches of forces and broadcasters, companies without their legal form, and who heads a body.
func TestNamesOfHouses(t *testing.T) {
	checkArticle(t, "His mother Morag Orlo told BBC Scotland he was tall. Police Scotland said Mr Orlo wore a blue jacket.", []said{{"Mr Orlo wore", "Police Scotland", "organisation"}})
	checkArticle(t, "Kernvale Freight Ltd cut its forecast. Kernvale Freight said it would close.\n\nOmbrion NV fell. Ombrion said it was sorry.", []said{
		{"it would close", "Kernvale Freight Ltd", "organisation"}, {"it was sorry", "Ombrion NV", "organisation"},
	})
	checkArticle(t, "The head of the National Mine Agency Vugar Orlo said it was late. A lawyer, Femi Orlo-Cole (SAN), however, said it was early.", []said{
		{"it was late", "Vugar Orlo", "person"}, {"it was early", "Femi Orlo-Cole", "person"},
	})
}

// TestMoreTitles: titles of several countries, brackets inside a name, and titles that are forenames.
func TestMoreTitles(t *testing.T) {
	checkArticle(t, "The NLC President, Comrade Joseph Orlo, spoke. Orlo said petrol was dear. “Yes,” said Mzee Joash Varga, 67.", []said{{"petrol was", "Joseph Orlo", "person"}, {"Yes", "Joash Varga", "person"}})
	checkArticle(t, "Additional Collector (Land) S K Orlo said the notices were out. “Stay,” said Lt. Gen. (ret.) Ivo Kesh.", []said{{"the notices", "S K Orlo", "person"}, {"Stay", "Ivo Kesh", "person"}})
	checkArticle(t, "“We saw it,” said H.E. Sultan bin Rashid Al Orlo, Director General of the Varn Ports Authority.", []said{{"We saw", "Sultan bin Rashid Al Orlo", "person"}})
}

// TestGivesName: a relative clause may tell how somebody identified himself; who asks is not who answers in the same sentence.
func TestGivesName(t *testing.T) {
	checkArticle(t, "A driver, who simply identified himself as Musa, said he now spent two days in the queue.", []said{{"he now spent", "Musa", "person"}})
	checkArticle(t, "When the minister asked her to reconsider, Ana Orlo replied, “Send it to my postman.”", []said{{"her to", "minister", "unnamed"}, {"Send it", "Ana Orlo", "person"}})
}

// TestWhoElse: titles of parliaments, datelines in capitals, members of bodies, topics behind "For", officials unnamed twice.
func TestWhoElse(t *testing.T) {
	checkArticle(t, "MCA Tom Orlo said it was late. UTA chairman MK Meir Varga said it was early.", []said{{"it was late", "Tom Orlo", "person"}, {"it was early", "Meir Varga", "person"}})
	checkArticle(t, "DAR ES SALAAM, July 30 (Norpress) -- The dam is safe, a Tanzanian scholar has said.\n\nZuberi Orlo, a lecturer in Varn, made the remarks on Monday. “It holds,” said Orlo.", []said{{"The dam", "Zuberi Orlo", "person"}})
	checkArticle(t, "Her views were echoed by Bishop Philip Orlo of the Harbour Church, who asked the leaders to sit down. “It is the grass that suffers,” the cleric noted.", []said{
		{"the leaders", "Philip Orlo", "person"}, {"It is the", "Philip Orlo", "person"},
	})
	checkArticle(t, "Norpress cited a senior official as warning that it was late. “We need them,” the unnamed official said. “Go,” someone yelled.", []said{
		{"We need", "a senior official", "unnamed"}, {"Go", "someone", "unnamed"},
	})
}

// TestOwnClause: the pronoun of a clause that hangs on another is the other's subject; "who" behind "of Norland" is no country.
func TestOwnClause(t *testing.T) {
	checkArticle(t, "Simon Varga said it was late.\n\nSir Desmond Orlo, 74, drew laughter when he said he still had his teeth.", []said{{"he still", "Desmond Orlo", "person"}})
	checkArticle(t, "Senator Ted Orlo of Texas, who said it was late, left.", []said{{"it was late", "Ted Orlo", "person"}})
	checkArticle(t, "Zuberi Orlo said it was late.\n\nFor Halima Varga, a tailor in the village of Chamdale, the change is tangible. “I sewed by lamp,” she said.", []said{{"I sewed", "Halima Varga", "person"}})
	checkArticle(t, "“I’ve got a bus pass,” said Jean Orlo, 83.\n\nA friend in the department, who would lose her job if I named her, says the truth is simpler. “They lose them over potholes,” she told me.", []said{{"They lose", "A friend", "unnamed"}})
}

// TestAnswers: the answers of an interview that labels nobody are its subject's.
func TestAnswers(t *testing.T) {
	checkArticle(t, "We meet in a bakery, which Ana Orlo has chosen.\n\nYou left the band. Why?\n\nBecause I was tired. My mother says I slept for a year.\n\nWas it hard for you?\n\nIt was a text message. I’m not proud of that.\n\nWhat do you fear now?\n\nNothing. I have my geese.\n\nThe album is out in May.", []said{
		{"Because I was", "Ana Orlo", "person"}, {"I slept", "My mother", "unnamed"}, {"It was a text", "Ana Orlo", "person"}, {"Nothing. I", "Ana Orlo", "person"},
	})
}

// TestAcrossParagraphs: a particular description may stand in the next paragraph, a trade may not; who is named behind "the singer".
func TestAcrossParagraphs(t *testing.T) {
	checkArticle(t, "Derek Orlo, whose wife Maureen died in May, said he felt sick.\n\n“They knew,” the retired postman said.", []said{{"They knew", "Derek Orlo", "person"}})
	checkArticle(t, "Derek Orlo said he felt sick.\n\n“He will learn,” the police officer said.", []said{{"He will", "police officer", "unnamed"}})
	checkArticle(t, "Ana Varga's boyfriend, the singer Mateus Orlo, wrote: “Proud of you.”", []said{{"Proud of", "Mateus Orlo", "person"}})
	checkArticle(t, "A source close to the film said it was late. “There were taco trucks,” the insider said.", []said{{"There were", "A source close to the film", "unnamed"}})
	checkArticle(t, "Ivo Orlo, Assistant to the President of Norland, said it was late.\n\nThe presidential aide added that it rained.", []said{{"that it rained", "Ivo Orlo", "person"}})
}

// TestBehindAdjunct: a name behind the phrase that opens its sentence is what that is about, and a central bank's governor no bank.
func TestBehindAdjunct(t *testing.T) {
	checkArticle(t, "Jo Kesh won.\n\nIn the men's draw, top seed Jannik Orlo withdrew. The Finn, who is 30, said that he was sorry.", []said{{"that he was", "Jannik Orlo", "person"}})
	checkArticle(t, "Bank of Norland governor Ivo Orlo urged investors not to panic.", []said{{"investors", "Ivo Orlo", "person"}})
	checkArticle(t, "Co-star Dashiell Orlo stood by Varga. “That's not a crime,” he wrote.", []said{{"That's not", "Dashiell Orlo", "person"}})
}
