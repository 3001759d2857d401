package attribution

import "testing"

// TestTitledNames: titles of other countries, and names that are words or titles elsewhere.
func TestTitledNames(t *testing.T) {
	checkArticle(t, "Military spokesman Maj Gen Zaw Tun said it rained.\n\nTan Sri Lim Boon Orlo said it was late. “We move,” he said. Lim said it was cold.\n\nCllr Ana Varga said it was dry.", []said{
		{"it rained", "Zaw Tun", "person"},
		{"it was late", "Lim Boon Orlo", "person"},
		{"We move", "Lim Boon Orlo", "person"},
		{"it was cold", "Lim Boon Orlo", "person"},
		{"it was dry", "Ana Varga", "person"},
	})
	checkArticle(t, "The dam's former chief engineer, Lt Col (retd) Ranjit Orlo, said it was hot. Lt Gen (Retd.) Ivo Varga said it was mild.", []said{
		{"it was hot", "Ranjit Orlo", "person"}, {"it was mild", "Ivo Varga", "person"},
	})
	checkArticle(t, "Will Orlo said it was wet. He asked why May Varga left. “Go,” said Per Kesh. Per, a carpenter, says he was cold.\n\nIn May Ana Brandt said it was dull. Will Brandt say no? An Orlo spokesman said it was new.", []said{
		{"it was wet", "Will Orlo", "person"},
		{"Go", "Per Kesh", "person"},
		{"he was cold", "Per Kesh", "person"},
		{"it was dull", "Ana Brandt", "person"},
		{"it was new", "An Orlo spokesman", "unnamed"},
	})
	checkArticle(t, "Skarno's said it was “in talks” about the price.", []said{{"it was", "Skarno's", "organisation"}})
}

// TestShortNames: surnames of several words and forenames that stand for a name told in full.
func TestShortNames(t *testing.T) {
	checkArticle(t, "“You sell seats,” said Pádraig Mac Orlo. Mac Orlo said it was foggy. Mr Frank Ó Varga left. Mr Ó Varga said it was late. Mac Davis said it was dry.", []said{
		{"it was foggy", "Pádraig Mac Orlo", "person"}, {"it was late", "Frank Ó Varga", "person"}, {"it was dry", "Mac Davis", "person"},
	})
	checkArticle(t, "His colleague, María del Carmen Ruiz Orlo, disagreed. “We pay,” said Ruiz Orlo. “Well,” Ruiz said.", []said{
		{"We pay", "María del Carmen Ruiz Orlo", "person"}, {"Well", "María del Carmen Ruiz Orlo", "person"},
	})
	checkArticle(t, "Jón Gunnarsson left. “On Saturdays it is a bus,” Jón said.\n\nGareth Pugh slept. Lowri Pugh woke. Lowri said it was dry.\n\nThe vulcanologist Wayan Orlo, who came late, said it smoked. “It does not read,” Wayan said.", []said{
		{"On Saturdays", "Jón Gunnarsson", "person"}, {"it was dry", "Lowri Pugh", "person"}, {"It does not", "Wayan Orlo", "person"},
	})
}

// TestWhoAnswers: whom a pronoun means beside one who asks, opposes, or is only spoken of.
func TestWhoAnswers(t *testing.T) {
	checkArticle(t, "Ana Varga said he had left. “I heard the engine,” she said.\n\nAsked by the coroner, Kate Orlo, whether he had seemed anxious, she replied: “Always.”", []said{{"Always", "Ana Varga", "person"}})
	checkArticle(t, "Moira Varga, who proposed the move, said the square was dying.\n\nShe was opposed by Jean Orlo, whose ward it is. ‘You can’t eat a bench,’ she said.", []said{{"‘You can’t", "Jean Orlo", "person"}})
	checkArticle(t, "Ruskin said it was over. Dale Ruskin slept.\n\nIn Carver, Sweeney was told of Ruskin's remark. “He snored,” he said.", []said{{"He snored", "Sweeney", "person"}})
	checkArticle(t, "It was 1-1, said Pete Gannon.\n\nHis opposite number, Dirk van der Varga, was less amused. “Two points,” the Dutchman said.", []said{{"Two points", "Dirk van der Varga", "person"}})
	checkArticle(t, "Ivo Varga and Jonas Orlo signed a letter. “We shall share it,” the Icelander said.", []said{{"We shall", "Icelander", "unnamed"}})
	checkArticle(t, "Among her students was Alan Orlo, now the city's chief engineer, who said that it was late.", []said{{"that it was", "Alan Orlo", "person"}})
	checkArticle(t, "‘I owe Varga a coat,’ said Ivo Orlo. ‘Varga has mine,’ he added.\n\nJonas Varga left.", []said{{"‘Varga has", "Ivo Orlo", "person"}})
}

// TestPapers: "it" behind a sentence about a document is that document, and so whoever issued it.
func TestPapers(t *testing.T) {
	checkArticle(t, "A statement by the couple's eldest son, Ivo, was read to the court. “He was strong,” it said. “He taught me,” it added.", []said{
		{"He was", "Ivo", "person"}, {"He taught", "Ivo", "person"},
	})
	checkArticle(t, "Outside court, her lawyer read a statement on behalf of Ana Varga. “We want peace,” it said.", []said{{"We want", "Ana Varga", "person"}})
	checkArticle(t, "Ivo Orlo read out a letter from the ministry. It warned that the cobbles would be damaged.", []said{{"that the cobbles", "ministry", "organisation"}})
	checkArticle(t, "According to Reuters, which cited a ministry official, the dam will be mended.", []said{{"the dam", "a ministry official", "unnamed"}})
}

// TestSeveralPapers: several documents are no "it", and who hired a firm is not the firm.
func TestSeveralPapers(t *testing.T) {
	checkArticle(t, "Soil sample reports said that the field was dry, which the Norland Ferry Board denies. It said that rain had come.", []said{{"that rain", "Norland Ferry Board", "organisation"}})
	checkArticle(t, "An agency paid by the Kesh court said the barge was sold. “We will wait,” the court said.", []said{{"We will", "Kesh court", "organisation"}})
}

// TestWhichOfTwo: a surname that two bear is the only one's who speaks, and no heading's that ran into the surname.
func TestWhichOfTwo(t *testing.T) {
	checkArticle(t, "Governor Ivo Varga says the pier will stay. His sister, Mirela Varga, came along.\n\nVarga calls the plan a waste.", []said{{"the plan a", "Ivo Varga", "person"}})
	checkArticle(t, "The foreign minister, Ada Varga, went to Kesh.\n\nTalks on the fate of Upland Kurds Varga claimed that nobody had asked.\n\n“It is late,” said Varga.", []said{{"It is late", "Ada Varga", "person"}})
}

// TestNoCharity: a noun that fits any body but an outlet does not mean the agency that was named last.
func TestNoCharity(t *testing.T) {
	checkArticle(t, "The rebels denied it, the Associated Press reported. The charity regretted the raid in a statement and said that the boat was gone.", []said{{"that the boat", "charity", "organisation"}})
	checkArticle(t, "The rebels denied it, the Associated Press reported. The agency said that the boat was gone.", []said{{"that the boat", "Associated Press", "organisation"}})
}

// TestOfficeThenWho: "who" behind an office and the name of what it is an office of is its holder.
func TestOfficeThenWho(t *testing.T) {
	checkArticle(t, "We met Ivo Varga, the chairman of the Kesh Harbour Board, who said that it was late.", []said{{"that it", "Ivo Varga", "person"}})
	checkArticle(t, "We met the Kesh Harbour Board, who said that it was late.", []said{{"that it", "Kesh Harbour Board", "organisation"}})
}

// TestNoPerson: a word with a figure in it, or behind a noun for a body, is nobody's surname.
func TestNoPerson(t *testing.T) {
	checkArticle(t, "G20 said that it was late.", []said{{"that it", "G20", "organisation"}})
	checkArticle(t, "The Kesh airline Skyra said that it was late.", []said{{"that it", "Skyra", "organisation"}})
}

// TestNamedFirm: a noun for a firm leads to its name, and the name of whoever works there may follow at once.
func TestNamedFirm(t *testing.T) {
	checkArticle(t, "Chief engineer of the state shipping corporation Halvex Viktor Orlo said that it was late.", []said{{"that it", "Viktor Orlo", "person"}})
}

// TestIssuers: a statement is whoever's it is by, also when the day stands between, and so is what it goes on to say.
func TestIssuers(t *testing.T) {
	checkArticle(t, "A statement on Thursday by the spokesperson for Governor Abu Bello, Mary Noel-Berge, said the raid was late.\n\nBut the governor’s spokesperson said it was cold.\n\n“It is soothing,” the statement said.", []said{
		{"the raid was", "Mary Noel-Berge", "person"}, {"it was cold", "Mary Noel-Berge", "person"}, {"It is soothing", "Mary Noel-Berge", "person"},
	})
}

// TestFullerNames: a name told in full behind its short form, surnames whose first word is a forename too, and children's names.
func TestFullerNames(t *testing.T) {
	checkArticle(t, "“I showed Ivo Petrovich the seal,” Ana Kesh said.\n\nIvo Petrovich Orlo left. Orlo said it was late.", []said{{"it was late", "Ivo Petrovich Orlo", "person"}})
	checkArticle(t, "Abena Kesh next meets Paula Duarte Neves. Duarte Neves has never played her. “I will ask,” the Brazilian said.", []said{{"I will ask", "Paula Duarte Neves", "person"}})
	checkArticle(t, "“I held the sleeve,” said Fatima Umm Salim. On Sunday Salim was found. “She screamed,” said Salim, 34.", []said{
		{"I held", "Fatima Umm Salim", "person"}, {"She screamed", "Salim", "person"},
	})
	checkArticle(t, "The Minority Leader, Alhaji Ibrahim Orlo, said it was late.", []said{{"it was late", "Ibrahim Orlo", "person"}})
	checkArticle(t, "Her coach, Han Dong-wook, left early.\n\nHan, who discovered her at a meet, remembers it. “She smiled,” he says.", []said{{"She smiled", "Han Dong-wook", "person"}})
	checkArticle(t, "Kay and her husband Dean, 31, slept. Builder Dean ran. “One chip,” he said.\n\nDean denied that he had fed it.", []said{{"that he had", "Dean", "person"}})
	checkArticle(t, "Pump maker Torvane will cut 600 jobs, it said on Tuesday.", []said{{"Pump maker", "Torvane", "organisation"}})
	checkArticle(t, "Rating agency Nordscore put it on watch. It said the charge would test it.", []said{{"the charge", "Nordscore", "organisation"}})
}

// TestNotOneself: nobody is the "he" of his own clause or the "her" beside himself; of two bodies one is the former.
func TestNotOneself(t *testing.T) {
	checkArticle(t, "“It was his idea,” Ivo Varga told the jury. Jonas Haskett shouted. Haskett, he said, had been “loud from the start”.", []said{{"Haskett", "Ivo Varga", "person"}})
	checkArticle(t, "Both the Canoe Association and the Ferry Union welcomed it. The former said it was late; the latter said it was cold.", []said{
		{"it was late", "Canoe Association", "organisation"}, {"it was cold", "Ferry Union", "organisation"},
	})
	checkArticle(t, "Moira Quaye said it was late.\n\nSeconding the motion, the member for Keta East, Dzifa Agbeko, said it rained. “It hails,” she said.", []said{
		{"it rained", "Dzifa Agbeko", "person"}, {"It hails", "Dzifa Agbeko", "person"},
	})
}

// TestCarriedByAgency: an agency is the relay behind whatever words say what it is.
func TestCarriedByAgency(t *testing.T) {
	check(t, "President Ana Orlo called for calm. In remarks carried by the state news agency Veltag, she said there was water enough.", []told{
		{content: "there was water enough", source: "she", name: "Ana Orlo", via: "Veltag"},
	})
}

// TestTellsOfSelf: the pronoun with which reported words begin is their speaker; who speaks where is no place, and a surname may
// begin with a particle.
func TestTellsOfSelf(t *testing.T) {
	checkArticle(t, "Miners coach Pete Van Horn was asked about it. “I have a dog,” Van Horn said.\n\nVan Horn said guard J.T. O'Shaughnessy would rest. O'Shaughnessy, who left on crutches, said he felt a pop.\n\n“My wife's a doctor,” he said.", []said{
		{"I have", "Pete Van Horn", "person"}, {"he felt", "J.T. O'Shaughnessy", "person"}, {"My wife's", "J.T. O'Shaughnessy", "person"},
	})
	checkArticle(t, "In Dunmore, shopkeeper Ana Orlo, 58, said she had stopped listening.", []said{{"she had", "Ana Orlo", "person"}})
	checkArticle(t, "The envoy, Kofi Orlo, said in a statement that the parties were close. It added that talks would resume.", []said{{"that talks", "Kofi Orlo", "person"}})
}

// TestForenamesBehindTitles: whom a title and a forename mean, where that is how people are called.
func TestForenamesBehindTitles(t *testing.T) {
	checkArticle(t, "WHO Director-General Tedros Adhanov Gebresson left.\n\n“It is over,” Dr Tedros said.", []said{{"It is over", "Tedros Adhanov Gebresson", "person"}})
	checkArticle(t, "Senator Palwasha Khan and the minister, Aleem Khan, rowed. Senator Palwasha responded that it was late.", []said{{"that it was", "Palwasha Khan", "person"}})
	checkArticle(t, "Two are in custody, Chawkbaz Police Station OC Sohrab Hossain said. “There are marks,” said OC Sohrab.", []said{
		{"Two are", "Sohrab Hossain", "person"}, {"There are", "Sohrab Hossain", "person"},
	})
	checkArticle(t, "Paulson Partners Enhanced fell. Paulson Partners is a fund.\n\nMr. Paulson said it was late.", []said{{"it was late", "Paulson", "person"}})
}

// TestBodiesByTheirEnds: forces and outlets that are known by the end of their name, and clauses behind them that describe nobody.
func TestBodiesByTheirEnds(t *testing.T) {
	checkArticle(t, "According to Richmond Police, a woman was killed.", []said{{"a woman was", "Richmond Police", "organisation"}})
	checkArticle(t, "It was read out, Norpress.Az reports. The day they say will come is near.", []said{{"It was read", "Norpress.Az", "organisation"}})
}

// TestLastToSpeak: "according to him" is who spoke last, also where the forename lets guess otherwise; two given names that speak
// against each other tell little.
func TestLastToSpeak(t *testing.T) {
	checkArticle(t, "Interior Minister Rana Orlo said that Kesh was ousted while the party chief, Imran Kesh, told a false story.\n\nAccording to him, the government will look at the tapes.", []said{{"the government will", "Rana Orlo", "person"}})
	checkArticle(t, "Output will rise, Agriculture Minister Radha Mohan Orlo said ahead of a meeting called by Prime Minister Rajan Kesh on Friday.\n\n“We expect a good crop,” he said.", []said{{"We expect", "Radha Mohan Orlo", "person"}})
}

// TestWhoIsBroughtIn: who says "he said" behind a paragraph about somebody, who answers a question, and whose home stands before the verb.
func TestWhoIsBroughtIn(t *testing.T) {
	checkArticle(t, "Prosecutor Richard Atkin said it was late. He held up the knife.\n\nSgt Lee Barker, part of the Priorities Team, was the first through the door. Officers had been told at noon.\n\nHe said: “She came from behind the hedge.”", []said{{"She came", "Lee Barker", "person"}})
	checkArticle(t, "Prosecutor Sarah Orlo said it was late. The boy's mother replied: “I am telling the truth.”\n\nMs Orlo asked why she had waited, she replied: “I was unwell.”", []said{
		{"I am telling", "boy's mother", "unnamed"}, {"I was unwell", "boy's mother", "unnamed"},
	})
	check(t, "James Orlo, 34, of Brock Crescent, Brockham, south Kesh, denies murder.", []told{{content: "murder", source: "Brockham, south Kesh,", name: "James Orlo"}})
	checkArticle(t, "Inspector General of Police (IGP) Hassan Orlo said it was late. “We move,” said the IGP.\n\nThe families of the victims said it was cold. They said they were tired.", []said{
		{"it was late", "Hassan Orlo", "person"}, {"We move", "Hassan Orlo", "person"}, {"they were tired", "families of the victims", "group"},
	})
	checkArticle(t, "A Velian doctor said he felt helpless. The doctor, whom nobody names, treats the sick.\n\nThe doctor said it was late.", []said{{"it was late", "A Velian doctor", "unnamed"}})
	checkArticle(t, "Ana Orlo is a founder of Madres Buscadores de Kesh. On Sunday she said it was late.", []said{{"it was late", "Ana Orlo", "person"}})
}

// TestSurnamesWithParticles: a surname printed alone keeps its particles, with a capital and without.
func TestSurnamesWithParticles(t *testing.T) {
	checkArticle(t, "Commission president von der Orlen said it was late. Said von der Orlen: “We go on.”\n\nVon der Orlen added that the bank was open.", []said{
		{"it was late", "von der Orlen", "person"}, {"We go", "von der Orlen", "person"}, {"that the bank", "von der Orlen", "person"},
	})
	checkArticle(t, "De Kesh, the mayor, said the bridge was closed. “No way,” de Kesh said.\n\nSingers met Van Morvik. “Never,” Morvik said.", []said{
		{"the bridge", "De Kesh", "person"}, {"No way", "De Kesh", "person"}, {"Never", "Van Morvik", "person"},
	})
	checkArticle(t, "Erik ten Vaal said it was late. “No,” ten Vaal said. It was late, said ten Varnians. In all, ten Vaal shops closed.", []said{
		{"No", "Erik ten Vaal", "person"},
	})
}

// TestBodyFirst: a body may be the very first word of an article, with no article before it to look at.
func TestBodyFirst(t *testing.T) {
	checkArticle(t, "TV stars sing again. Ana Orlo said it was late.", []said{{"it was late", "Ana Orlo", "person"}})
}
