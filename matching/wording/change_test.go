package wording

import (
	"slices"
	"strings"
	"testing"

	"quotidian/quotes"
)

func kinds(c Comparison) []ChangeKind {
	var out []ChangeKind
	for _, x := range c.Changes {
		out = append(out, x.Kind)
	}
	return out
}

// TestNames: each change by its name, and the worst one first.
func TestNames(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     ChangeKind // the first named
		words    string     // "from > to" of that change, where it matters
	}{
		{"Some 40 houses burned down", "More than 40 houses burned down", Number, "Some 40 houses > More than 40 houses"},
		{"The storm killed 12 sailors near the coast", "The storm killed 21 sailors near the coast", Number, "12 sailors > 21 sailors"},
		{"Dozens of ferries were late", "Hundreds of ferries were late", Number, "Dozens > Hundreds"},
		{"About three thousand people marched", "3,000 people marched", Number, ""},
		{"Half a million people fled the coast", "A million people fled the coast", Number, "Half a million people > A million people"},
		{"Two dozen boats were lost in the storm", "A dozen boats were lost in the storm", Number, "Two dozen boats > A dozen boats"},
		{"Two-thirds of the fleet was lost", "A third of the fleet was lost", Number, "Two-thirds > A third"},
		{"One in three houses burned", "One in five houses burned", Number, ""},
		{"Fares rise by 40 percent", "Fares rise by 40 points", Number, "40 percent > 40 points"},
		{"The repairs cost $5 million", "The repairs cost 5 million euros", Number, "$5 million > 5 million euros"},
		{"Hundreds of thousands of people marched", "Thousands of people marched", Number, "Hundreds of thousands > Thousands"},
		{"The number of boats doubled", "The number of boats tripled", Number, "doubled > tripled"},
		{"The crew won twice in spring", "The crew won three times in spring", Number, "twice > three times"},
		{"The strike lasted a week", "The strike lasted two weeks", Number, "a week > two weeks"},
		{"The women were taken away by the police", "The women were taken away by the rebels", Actor, "police > rebels"},
		{"No more than 40 houses burned", "More than 40 houses burned", Number, "No more than 40 houses > More than 40 houses"},
		{"Few dockers stayed home", "Many dockers stayed home", Number, "Few > Many"},
		{"All sailors came home", "Most sailors came home", Number, "All > Most"},
		{"The prices rose sharply in spring", "The prices fell sharply in spring", Negation, "rose > fell"},
		{"The talks are unlikely to succeed", "The talks are likely to succeed", Negation, "unlikely > likely"},
		{"The crew had to leave the ship", "The crew left the ship", Modality, "had to leave > left"},
		{"The army attacked the rebels", "The rebels attacked the army", Actor, ""},
		{"One minister resigned over the affair", "Two ministers resigned over the affair", Number, ""},
		{"The strike will last three days", "The strike will last three weeks", Number, "three days > three weeks"},
		{"The lighthouse is safe, the keeper said", "The lighthouse is unsafe, the keeper said", Negation, "safe > unsafe"},
		{"The new fares are unfair to fishermen", "The new fares are not fair to fishermen", Retranslated, ""},
		{"The storm killed 40 men", "The storm killed 40 women", Number, "40 men > 40 women"},
		{"The ferry company loses two million a day", "The ferry company loses two million a week", Number, "a day > a week"},
		{"The ferry sails every day", "The ferry sails every month", Number, "every day > every month"},
		{"Every ferry was late on that day", "Most ferries were late on that day", Number, "Every > Most"},
		{"The drivers were paid for their work in May", "The drivers were not paid for their work in May", Negation, ""},
		{"The mill paid the drivers in May", "The mill owes the drivers since May", Negation, "paid > owes"},
		{"The gate is not open", "The gate is not closed", Negation, "open > closed"},
		{"The strike did not end, and the port stays open", "The strike ended, and the port closes", Negation, ""},
		{"We are able to pay the pilots", "We are unable to pay the pilots", Negation, ""},
		{"We cannot pay the pilots", "We might not pay the pilots", Modality, ""},
		{"We will publish the results of the inspection", "We published the results of the inspection", Modality, "will publish > published"},
		{"They will sell the ferry to the miners of Orlo", "They will sell the ferry to the pilots of Orlo and go to Kesh", Recipient, ""},
		{"We met the president of Iran in May", "We met the president of Iraq in May", Actor, "Iran > Iraq"},
		{"The fire was started by rebels in May", "The fire was started by soldiers in May", Actor, "rebels > soldiers"},
		{"The rebels, not the army, started the fire", "The army, not the rebels, started the fire", Actor, ""},
		{"They killed 40 soldiers in the battle", "They killed 40 civilians in the battle", Number, "40 soldiers > 40 civilians"},
		{"Inflation fell to 3 percent in May", "Inflation fell by 3 percent in May", Number, "to 3 percent > by 3 percent"},
		{"It was the second attack this year", "It was the third attack this year", Number, "second > third"},
		{"Half the money is missing", "The money is missing", Number, ""},
		{"We lost almost all our ships", "We lost all our ships", Modality, "almost > "},
		{"He is suspected of killing two guards", "He killed two guards", Modality, "suspected of > "},
		{"The group is believed to have planted the mine", "The group planted the mine", Modality, "believed to > "},
		{"The union threatened to close the port", "The union closed the port", Modality, "threatened to close > closed"},
		{"They are considering raising the fuel tax", "They will raise the fuel tax", Modality, "considering raising > will raise"},
		{"We will not leave until our prisoners are home", "We will not leave", Modality, "until our prisoners are home > "},
		{"We support the treaty on condition that the gate is opened", "We support the treaty", Modality, "on condition that the gate is opened > "},
		{"It was late and the wind was strong when we counted five ships", "We counted two of the five ships", Number, "five ships > two of the five ships"},
		{"The boy shot the guard", "The girl shot the guard", Actor, "boy > girl"},
		{"The seller broke the contract", "The buyer broke the contract", Actor, "seller > buyer"},
		{"Iran sent the ferries to the island", "Iraq sent the ferries to the island", Actor, "Iran > Iraq"},
		{"We will withdraw our troops from the valley", "We have withdrawn our troops from the valley", Modality, "will withdraw > have withdrawn"},
		{"The gate was closed by the guards", "The gate will be closed by the guards", Modality, "was closed > will be closed"},
		{"Only the council can close the bridge", "The council can close the bridge", Modality, "Only the council > The council"},
		{"We may have to close the schools", "We have to close the schools", Modality, ""},
		{"If he is guilty, he must resign", "He is guilty and must resign", Modality, "If he is guilty > "},
		{"We will pay once our troops are home", "We will pay", Modality, "once our troops are home > "},
		{"We will pay provided the council agrees", "We will pay", Modality, "provided the council agrees > "},
		{"The former prime minister was jailed", "The prime minister was jailed", Actor, "former prime minister > The prime minister"},
		{"Some of our ships are old", "Our ships are old", Number, "Some of our ships > Our ships"},
		{"They counted 12\u00a0345\u00a0678 votes", "They counted 12,345,679 votes", Number, "12\u00a0345\u00a0678 votes > 12,345,679 votes"},
		{"They nearly reached an agreement in Orlow", "They reached an agreement in Orlow", Modality, "nearly > "},
		{"We have no plans to attack at this stage", "We have no plans to attack", Modality, "at this stage > "},
		{"The alleged attackers fled by night", "The attackers fled by night", Modality, "alleged > "},
		{"The vaccine is safe for most adults", "The vaccine is safe for adults", Number, "most adults > adults"},
		{"We closed some of the schools", "We closed the schools", Number, "some of the schools > the schools"},
		{"It is one of the worst floods in our history", "It is the worst flood in our history", Number, "one of the worst floods > the worst flood"},
		{"The deputy minister approved the sale", "The minister approved the sale", Actor, "deputy minister > The minister"},
		{"The bridge was mined before the army left", "The bridge was mined after the army left", Negation, "before > after"},
		{"Prices rose before wages fell in spring", "Wages fell before prices rose in spring", Actor, "Prices rose before wages > Wages fell before prices"},
		{"We sold the harbour to the city for 40 million", "We sold the city to the harbour for 40 million", Actor, "harbour to the city > city to the harbour"},
		{"The north of Orlow is safe and the south is not", "The south of Orlow is safe and the north is not", Actor, ""},
		{"More men than women applied for the post", "More women than men applied for the post", Actor, "men than women > women than men"},
		{"The army fired on the crowd, and then the police withdrew", "The police fired on the crowd, and then the army withdrew", Actor, ""},
		{"It owes the state 12 million and its workers 3 million", "It owes the state 3 million and its workers 12 million", Number, ""},
		{"Kervolia attacked the convoy at dawn", "Novastria attacked the convoy at dawn", Actor, "Kervolia > Novastria"},
		{"We apologise to the sailors of the lost ferry", "We apologise to the families of the lost ferry", Reworded, "sailors > families"},
		{"We will not raise the ferry fares this year", "We will raise the ferry fares this year", Negation, "not raise > raise"},
		{"The bridge is safe for heavy lorries", "The bridge is not safe for heavy lorries", Negation, ""},
		{"They didn't pay the dockers", "They did pay the dockers", Negation, ""},
		{"The cracks are superficial. They do not reach the core of the wall", "The cracks are not superficial", Negation, "superficial > not superficial"},
		{"The mayor agreed to meet the dockers", "The mayor refused to meet the dockers", Negation, ""},
		{"It is possible to reopen the harbour", "It is impossible to reopen the harbour", Negation, ""},
		{"The repairs can take months", "The repairs may take months", Modality, "can take > may take"},
		{"The council should close the old mine", "The council must close the old mine", Modality, ""},
		{"The harbour will reopen in June", "The harbour might reopen in June", Modality, ""},
		{"The ferry will probably sail in June", "The ferry will sail in June", Modality, "probably > "},
		{"The ferry sank because of a mine", "It seems the ferry sank because of a mine", Modality, " > It seems"},
		{"“I think we can save the harbour this year,”", "“We can save the harbour this year,”", Modality, "I think > "},
		{"We can save the harbour if the sailors help us", "We can save the harbour", Modality, "if the sailors help us > "},
		{"Unless the storm returns, the ferry will sail", "The ferry will sail", Modality, "Unless the storm returns > "},
		{"We hope to sign the treaty in June", "We will sign the treaty in June", Modality, "hope to sign > will sign"},
		{"All ferries will be late on Monday", "Some ferries will be late on Monday", Number, "All > Some"},
		{"Unemployment fell from 8 to 6 percent", "Unemployment fell from 6 to 8 percent", Number, "8 > 6"},
		{"Two of the five hostages were freed", "Five hostages were freed", Number, "Two of the five hostages > Five hostages"},
		{"Five hostages were freed", "Two of the five hostages were freed", Number, "Five hostages > Two of the five hostages"},
		{"The storm killed 15 sailors", "The storm killed at least 15 sailors", Number, "15 sailors > at least 15 sailors"},
		{"He did not say that he would resign", "He said that he would not resign", Negation, "say > resign"},
		{"Our losses are three times as high as theirs", "Their losses are three times as high as ours", Actor, ""},
		{"Armenia fired at the village first", "Azerbaijan fired at the village first", Actor, "Armenia > Azerbaijan"},
		{"The Armenian army fired at our village", "The Azerbaijani army fired at our village", Actor, "Armenian > Azerbaijani"},
		{"The ministry closed the mine at Orlow", "The company closed the mine at Orlow", Actor, "ministry > company"},
		{"The harbour police are working with the coast police", "The harbour soldiers are working with the coast police", Actor, "police > soldiers"},
		{"When the storm came, the sailors left the harbour of Brenna", "When the storm came, the council left the harbour of Brenna", Actor, "sailors > council"},
		{"The soldiers seized the rifles in the village", "The villagers handed over the rifles", Actor, ""},
		{"Miss Varga defeated Miss Okafor in the final", "Miss Okafor defeated Miss Varga in the final", Actor, ""},
		{"The firm bought the shipyard in March", "The firm sold the shipyard in March", Actor, ""},
		{"They delivered the grain to the monastery guards", "They delivered the grain to the city council", Recipient, ""},
		{"They surrendered twelve boats", "They surrendered twelve boats to the Norlanders", Recipient, " > to the Norlanders"},
		{"They have lied to the fishermen since spring", "He has lied to the fishermen since spring", Actor, "They > He"},
		{"The council was warned in January", "The council was warned in March", Number, "January > March"},
		{"The ferry left the harbour on Monday", "The ferry left the harbour on Thursday", Number, "Monday > Thursday"},
		{"We are working closely with the fishermen", "They are working closely with the fishermen", Unquoted, "We > They"},
		{"The plan is ready for the summer", "The plan was ready for the summer", Unquoted, "is > was"},
		{"The committee praised the careful work of the divers in the harbour", "The committee praised the diligent work of the divers in the harbour", Reworded, "careful > diligent"},
		{"The priority is the mine clearing", "The priority is demining", Retranslated, ""},
		{"We stand in firm friendship with the island fishermen, discussing the reconstruction", "During reconstruction, we firmly befriend island fishermen", Retranslated, ""},
		{"In the winter we shall close the northern ferry line", "We shall close the northern ferry line in the winter", Reworded, ""},
		{"We rebuilt the old lighthouse because the sailors asked us to", "We rebuilt the old lighthouse", Trimmed, ""},
	} {
		got := Compare(Quote{Text: c.from}, Quote{Text: c.to})
		if len(got.Changes) == 0 || got.Changes[0].Kind != c.want {
			t.Errorf("%q → %q: changes %v, want %s first", c.from, c.to, got.Changes, c.want)
			continue
		}
		if words := got.Changes[0].From + " > " + got.Changes[0].To; c.words != "" && words != c.words {
			t.Errorf("%q → %q: %s in %q, want %q", c.from, c.to, c.want, words, c.words)
		}
		if got.Changes[0].Note == "" {
			t.Errorf("%q → %q: no note", c.from, c.to)
		}
	}
}

// TestNoChange: other printings of the same words are no change.
func TestNoChange(t *testing.T) {
	for _, c := range [][2]string{
		{"“We can't organise 4,000 beds,”", "\"We cannot organize four thousand beds\""},
		{"The ferry — it's late — is full", "the ferry – it is late – is full"},
		{"We will rebuild the harbour.", "We will rebuild the harbor"},
	} {
		if got := Compare(Quote{Text: c[0]}, Quote{Text: c[1]}); len(got.Changes) != 0 || got.Whole < 0.9 {
			t.Errorf("%q → %q: %.2f %v, want no change", c[0], c[1], got.Whole, got.Changes)
		}
	}
}

// TestNotNamed: changes that must not be claimed.
func TestNotNamed(t *testing.T) {
	for _, c := range []struct {
		from, to string
		not      ChangeKind
	}{
		{"The soldiers seized the rifles", "The rifles were seized by the soldiers", Actor},
		{"The tax will ruin coal miners and ferry companies", "The tax will ruin ferry companies and coal miners", Actor},
		{"Talks with the lenders are in the final stage", "Talks with creditors are in the final phase", Actor},
		{"The price of bread rose by 40 percent", "The price of bread went up 40 percent", Number},
		{"Trade between Varn and Orlo has doubled in five years", "Trade between Varn and Orlo doubled over five years", Number},
		{"The town will cut its debt by half", "The town's debt is to be halved", Number},
		{"The vaccine is safe for children over five", "The vaccine is safe for children older than five", Number},
		{"The court rejected the appeal of the former mayor", "The court turned down the ex-mayor's appeal", Negation},
		{"The mayor refused to open the gates", "The mayor declined to open the gates", Negation},
		{"They asked us to give up, but we did not. We worked on in the harbour", "They asked us to give up, but that was not the case. We worked on in the harbour", Negation},
		{"The turnout fell to 40 percent in Orlo", "The turnout declined to 40 percent in Orlo", Negation},
		{"There is nothing left of the abbey but its walls", "Only the walls of the abbey are left", Negation},
		{"The dam can hold for another two or three days at most", "The dam can hold two or three more days at the most", Number},
		{"Unemployment fell from 8.2 to 7.9 percent in March", "Unemployment fell to 7.9 percent in March from 8.2", Number},
		{"The pensioners of Orlo have not been paid for months", "The pensioners of Orlo have not received any money in months", Actor},
		{"The ministry of Orlo denied reports of an attack", "The ministry of Orlo refuted reports of an attack", Negation},
		{"Every fourth child in Orlo is ill", "One in four children in Orlo is ill", Number},
		{"The harbour employed two thousand people", "The harbour had 2,000 employees", Number},
		{"There is not enough water for the fields of Orlo. We will open two wells by June.", "The wells will be opened by June", Negation},
		{"You are not just a liar but a thief", "You are a liar and a thief", Negation},
		{"The American ships left the harbour", "The US ships left the harbour", Actor},
		{"Two teams of rescuers went to the harbour", "Two crews of rescuers went to the harbour", Number},
		{"Turnout was 46,7 percent", "Turnout was 46.7 percent", Number},
		{"They counted 34\u00a0451 votes", "They counted 34,451 votes", Number},
		{"Between 50 and 150 thousand people live there", "Between 50,000 and 150,000 people live there", Number},
		{"They counted 12\u00a0345\u00a0678 votes", "They counted 12,345,678 votes", Number},
		{"They counted 10 000 votes", "They counted 10,000 votes", Number},
		{"They counted 10.000 votes", "They counted 10,000 votes", Number},
		{"Senator Orlo asked Professor Kesh", "Sen. Orlo asked Prof. Kesh", Reworded},
		{
			"The yard is old and quiet, \" \"I have been a guest of the yard once or twice and I did not have talks with the miners and I am unable to say more.\"",
			"He had \"no talks with the miners\"", Negation,
		},
		{"The harbour cost 1,5bn euros", "The harbour cost 1.5bn euros", Number},
		{"The harbour costs between 5 and 10m euros", "The harbour costs between 5m and 10m euros", Number},
		{"Most of all we need peace", "We need peace", Number},
		{"We have to submit a plan for our debt to the council separately", "We must separately submit a plan for our debt to the council", Modality},
		{"Only when they are content with the plan can we reach an agreement", "Only when they are content with the plan will we be able to reach an agreement", Modality},
		{"We have to send the council a plan for our debt", "We have to send a debt plan to the council", Modality},
		{"The council will build a school and not a road", "The council will build a school instead of a road", Negation},
		{"They sat down as a bankrupt town and not as a poor one", "They sat down as a bankrupt town rather than as a poor one", Negation},
		{"This country will not give up an inch of its coast", "Georgia will not give up an inch of its coast", Actor},
		{"The bill is against the country's constitution", "The bill is against the Georgian constitution", Actor},
		{"The people of Orlo do not want anything to do with this bill", "The people of Orlo want nothing to do with this bill, and we will not sign it", Negation},
		{
			"This harbour will not lose a metre of its quay. We will go on mending the piers and hold to the law of the sea. We will feed our fishermen from the council's own stores",
			"This harbour will not lose a metre of land", Retranslated,
		},
		{"The mayor is to blame and he should resign", "the mayor of Orlo to resign", Modality},
		{"His promise to build a wall around Orlo was about more than ships", "to build a high wall around Orlo", Modality},
		{"That Orlo should be the undivided capital of the islands", "He would consider Orlo the undivided capital of the islands", Modality},
		{"There has never been a sailor more able than Varga", "There has never been a sailor, not me, not Kesh, nobody more able than Varga", Negation},
		{"There has never been a sailor more able than Varga", "There has never been a sailor - not me, nobody - more able than Varga", Negation},
		{"At once the ship sank in the bay", "The ship sank in the bay", Modality},
		{"Once, the king ruled the land", "The king ruled the land", Modality},
		{"Once the war ended, we went home", "The war ended and we went home", Modality},
		{"They did not leave until the war ended", "The war ended and they left", Modality},
		{"The city, once the richest in the land, is poor", "The city is poor", Modality},
		{"The city, once the richest in the land, will be poor", "The city will be poor", Modality},
		{"He sold the town of which he was once the mayor", "He sold the town", Modality},
		{"The state provided the money for the school", "The state gave the money for the school", Modality},
		{"The pilot, on condition of anonymity, said the talks failed", "The pilot said the talks failed", Modality},
		{"Most often the ferries are late", "Many times the ferries are late", Number},
		{"The sailors slept among the forest fires", "The sailors slept by the forest fires", Number},
		{"It might help the sailors", "It could help the sailors", Modality},
		{"We can see the island from here", "We see the island from here", Modality},
		{"We need a lot of rope", "We use a lot of rope", Modality},
		{"They were able to reach the island", "They reached the island", Modality},
		{"Menco returned to Orlow in spring", "Manko returned to Orlow in spring", Actor},
		{"Ahmet Brenner sold the shipyard", "Akhmet Berner sold the shipyard", Actor},
		{"The boy found the boat", "The child found the boat", Actor},
		{"The leader of the party closed the mine", "The head of the party closed the mine", Actor},
		{"Small Works of Famous Painters", "Early Prints of Famous Painters", Actor},
		{"The rules on immigration are new", "The rules on migration are new", Negation},
		{"The talks were intense and long", "The talks were tense and long", Negation},
		{"The suspects were released without charge", "The suspects were released", Negation},
		{"The gate will be closed", "The gate that is closed", Modality},
		{"Ask them if they like the ferry", "Ask them whether they like the ferry", Modality},
		{"Former President Halmos opened the bridge", "President Halmos opened the bridge", Actor},
		{"The most expensive ships are old", "The expensive ships are old", Number},
		{"The school, the clinic and the bridge were rebuilt", "The bridge, the clinic and the school were rebuilt", Actor},
		{"The army and the police patrol the border", "The police and the army patrol the border", Actor},
		{"By nine points Orlova defeated Brandt in the second round", "In the second round Orlova defeated Brandt by nine points", Actor},
		{"They lost on Saturday to the Harbour Lions 104-106", "They lost 104-106 to the Harbour Lions on Saturday", Actor},
		{"If the talks fail the sanctions will return", "The sanctions will return if the talks fail", Actor},
		{"The crew did not leave the ship", "The crew never left the ship", Negation},
		{"Forty sailors came home and nobody was lost", "Forty sailors came home, and no one was lost", Negation},
		{"We have 1,400 beds for them", "One thousand four hundred beds stand ready for them", Number},
		{"We could not reach the island", "It was impossible for us to reach the island", Negation},
		{"Six boats and 40 sailors were lost", "40 sailors and six boats were lost", Number},
		{"They handed the boats to the guards", "The guards were handed the boats", Recipient},
		{"The bridge will open on 3 May", "On May 3 the bridge will open", Modality},
		{"All sailors came home safely", "Every one of the sailors came home safely", Number},
		{"Half a million people fled the coast", "500,000 people fled the coast", Number},
		{"Half a dozen boats were lost", "Six boats were lost", Number},
		{"A dozen boats were lost", "Twelve boats were lost", Number},
		{"The repairs took a couple of days", "The repairs took two days", Number},
		{"The repairs took a couple of days", "The repairs took a few days", Number},
		{"Two-thirds of the fleet was lost", "Two thirds of the fleet was lost", Number},
		{"Two-thirds of the fleet was lost", "Two thirds of the fleet was lost", Retranslated},
		{"Half of the fleet was lost", "50 percent of the fleet was lost", Number},
		{"One in three houses burned", "A third of the houses burned", Number},
		{"One and a half million people fled", "1.5 million people fled", Number},
		{"Three and a half years have passed", "3.5 years have passed", Number},
		{"Both ferries were late", "The two ferries were late", Number},
		{"Most of the dockers stayed home", "The majority of the dockers stayed home", Number},
		{"At least 40 houses burned", "40 or more houses burned", Number},
		{"The dive takes eight hours at most", "The dive takes up to eight hours", Number},
		{"No fewer than 40 houses burned", "At least 40 houses burned", Number},
		{"No fewer than 40 houses burned", "At least 40 houses burned", Negation},
		{"No more than 40 houses burned", "At most 40 houses burned", Number},
		{"Up to 40 houses burned", "As many as 40 houses burned", Number},
		{"About 40 houses burned", "40 or so houses burned", Number},
		{"Fares rise by 40 percent", "Fares rise by 40 per cent", Retranslated},
		{"They won two times", "They won twice", Number},
		{"The storm lasted a week", "The storm lasted seven days", Number},
		{"The storm lasted half a year", "The storm lasted six months", Number},
		{"No one was lost in the storm", "Nobody was lost in the storm", Number},
		{"The sailors asked about the two ferries", "The sailors asked for the two ferries", Number},
		{"No, we will stay on the island", "We will stay on the island", Negation},
		{"We succeeded in saving the ferry", "We did not fail to save the ferry", Negation},
		{"The mayor not only closed the mine but also sold it", "The mayor closed the mine and also sold it", Negation},
		{"It was nothing but a rumour", "It was only a rumour", Negation},
		{"Few dockers came to the harbour", "Not many dockers came to the harbour", Negation},
		{"I do not think that the bridge is safe", "I think that the bridge is not safe", Negation},
		{"Brenna is harbour No. 1", "Brenna is harbour 1", Negation},
		{"We can't get over the storm, but you get something from it", "You get something from it", Negation},
		{"We can't get over the storm, but you get something from it", "You get something from it", Modality},
		{"Only non-members pay for the harbour", "Only nonmembers pay for the harbour", Negation},
		{"They teach formal and informal logic", "They teach formal and non-formal logic", Negation},
		{"The crew has to leave the ship", "The crew must leave the ship", Modality},
		{"The crew is allowed to leave the ship", "The crew may leave the ship", Modality},
		{"It could have been worse for the island", "It might have been worse for the island", Modality},
		{"The vote in May was fair", "The vote in June was fair", Modality},
		{"The council was warned in January", "The council was warned in March", Retranslated},
		{"The council met on 29 August", "The council met on Aug. 29", Number},
		{"The march began on Monday", "On Monday the march began", Number},
		{"Moscow attacked the convoy at dawn", "Russia attacked the convoy at dawn", Actor},
		{"The British government sent ferries", "The UK government sent ferries", Actor},
		{"The ferry will probably sail in June", "The ferry will likely sail in June", Modality},
		{"The ferry may sail in June", "Perhaps the ferry sails in June", Modality},
		{"We can save the harbour if the sailors help us", "We can save the harbour when the sailors help us", Modality},
		{"We can save the harbour. If the storm returns, call us", "We can save the harbour", Modality},
		{"They asked if the ferry would sail", "They asked about the ferry", Modality},
		{"We plan to sign the treaty in June", "We would like to sign the treaty in June", Modality},
		{"I know of no other ferry", "I don't know any other ferry", Negation},
		{"Some ferries were late", "A few ferries were late", Number},
		{"Some day the ferries will sail", "One day the ferries will sail", Number},
		{"Fares fell from 8 percent to 6 percent", "Fares fell from 8 to 6 percent", Number},
		{"He lied to them and they knew it", "They knew that he lied to them", Actor},
		{"No order to open the gate was ever given", "Nobody ever gave the order to open the gate", Negation},
		{"We did not open the gate before the storm, and no order was ever given", "The gate was not opened by us prior to the storm, and nobody ever gave such an order", Negation},
		{"We did not open the gate before the storm, and no order was ever given", "The gate was not opened by us prior to the storm, and nobody ever gave such an order", Trimmed},
		{"We did not open the gate at Qaradağ before the storm", "We did not open the gate at Karadagh before the storm", Retranslated},
		{"Forty sailors came home", "Fourteen sailors came home", Reworded},
		{"We shall feed the citizens displaced by the flood", "We shall feed the civilians displaced by the flood", Actor},
		{"The yard owes 300 men their wages", "The yard owes 300 welders their wages", Number},
		{"Every day of the blockade costs Varn a million crowns", "Varn loses a million crowns a day in the blockade", Number},
		{"The mill grinds forty sacks each week", "The mill grinds forty sacks a week", Number},
		{"The drivers of Orlo have not been paid since May", "The mill owes the drivers of Orlo money since May", Negation},
		{"The mill owes the drivers their wages since May", "The drivers had received no wages since May", Negation},
		{"The gate is not open", "The gate is closed", Negation},
		{"The council did not answer our letter", "The council ignored our letter", Negation},
		{"We cannot pay the pilots", "We are unable to pay the pilots", Modality},
		{"I am unable to pay the pilots", "I am not able to pay the pilots", Modality},
		{"It is impossible to reopen the bridge in May", "The bridge cannot be reopened in May", Modality},
		{"We will publish the results of our inspection", "an inspection of the bridge with published results", Modality},
		{"The mayor was compelled to resign", "The mayor was forced to resign", Modality},
		{"It will be possible to reopen the bridge in May", "We can reopen the bridge in May", Modality},
		{"Buses will run to Orlo. We will not sell the road to any company", "Kesh will not sell its road to Orlo to companies", Recipient},
		{"They will sell the old ferry", "They will sell the old ferry, and buses will run to Orlo", Recipient},
		{"They have sold the old ferry", "They have sold the old ferry. From June a bus goes to Orlo", Recipient},
		// Two sentences about one matter, and no change of either.
		{"The envoys are appointed to keep relations alive. I can only say that all this looks like a witch hunt", "the attacks on Orlo looked like a witch hunt", Actor},
		{"At the passport control an officer of Varn found a man who was on the wanted list", "The border guards of Varn have detained a man who had been on the wanted list", Actor},
		{"China must do more to stop the rockets of Orlo", "Tokyo is not planning to live with the rockets of Orlo", Actor},
		{"I never met any sailors to discuss the vote. I have no idea what this claim is about. It is false", "The idea that I was part of an exchange with sailors in the days of the vote is false", Negation},
		{"I am not expecting wonders, I am not expecting a war", "Am I expecting a war? No, I am not expecting one", Negation},
		{"My job is not to stand for the world. My job is to stand for Varn", "it is not his job to stand for the world", Negation},
		{"The efforts to disarm the island have failed over 20 years", "efforts over 20 years to disarm the island were a failure", Negation},
		{"that with efforts over 20 years to disarm the island a failure patience had ended", "efforts over 20 years to disarm the island had failed", Negation},
		{"The council is playing with fire", "The council is playing with fire. Not me!", Negation},
		{"Nobody that I know of. I have nothing to do with Orlo and have not called there in years", "nobody that I know of has", Negation},
		{"He said to me: father, please forgive me", "father, please forgive me", Modality},
		{"Orlo could have been more accurate in his responses to the council", "he could have responded to the council more accurately", Modality},
		{"The economy of Varn may have reached its bottom", "the economy of Varn seems to have reached its bottom", Modality},
		{"You can get facts wrong, you can hype a plan until nobody believes it", "all mayors push their plans with the worst they can think of", Modality},
	} {
		if got := Compare(Quote{Text: c.from}, Quote{Text: c.to}); slices.Contains(kinds(got), c.not) {
			t.Errorf("%q → %q: claims %s: %v", c.from, c.to, c.not, got.Changes)
		}
	}
}

func TestShapes(t *testing.T) {
	direct := Quote{Text: "“We have rebuilt the bridge,”", Kind: quotes.Direct, Speaker: "p1", SpeakerName: "Ana Kovel"}
	reported := Quote{Text: "that they had rebuilt the bridge", Kind: quotes.Indirect, Speaker: "p2", SpeakerName: "Jon Brandt"}
	got := kinds(Compare(direct, reported))
	if want := []ChangeKind{Speaker, Unquoted}; !slices.Equal(got, want) {
		t.Errorf("changes %v, want %v", got, want)
	}
	if note, want := Compare(direct, reported).Changes[0].Note, "attributed to “Jon Brandt”, not to “Ana Kovel”"; note != want {
		t.Errorf("note %q, want %q", note, want)
	}
	bare := reported
	bare.SpeakerName = "Kovel"
	if got := kinds(Compare(direct, bare)); !slices.Equal(got, []ChangeKind{Unquoted}) {
		t.Errorf("a speaker named for short: changes %v", got)
	}
	named := Quote{Text: "that the harbour company had rebuilt the bridge", Kind: quotes.Indirect}
	if got := kinds(Compare(direct, named)); !slices.Equal(got, []ChangeKind{Unquoted}) {
		t.Errorf("we, named: changes %v", got)
	}
	two := Quote{Text: "“The ferry sails on Friday from the old harbour of the island. We have rebuilt the bridge,”", Kind: quotes.Direct}
	if got := kinds(Compare(two, reported)); !slices.Equal(got, []ChangeKind{Unquoted, Trimmed}) {
		t.Errorf("a sentence left out: changes %v", got)
	}
	split := direct
	split.Parts = 2
	if got := kinds(Compare(direct, split)); !slices.Equal(got, []ChangeKind{Split}) {
		t.Errorf("changes %v, want split", got)
	}
}

// TestMarks: of a mixed quote, what is inside the marks and what is around them are told apart.
func TestMarks(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     ChangeKind
		note     string
	}{
		{
			`the "harbour is calm" in the bay despite the two-day pilots' walkout largely ending`,
			`the “harbour is calm” in the bay despite the two-day pilots' strike largely over`,
			Reworded, "words differ around the quotation marks",
		},
		{
			`the bay of the northern islands is "calm and open to heavy ships again" after the storm`,
			`the bay of the northern islands is "calm and open to heavy vessels again" after the storm`,
			Reworded, "words differ inside the quotation marks",
		},
		{
			`the bay is "calm" after the storm`, `the bay is "peaceful" after the storm`,
			Retranslated, "quoted in other words, as two translations of one sentence are",
		},
		{
			`the bay is "calm after the storm" and the ferries "sail again"`, `the bay is calm after the storm and the ferries "sail again"`,
			Unquoted, "“calm after the storm” lost its quotation marks",
		},
	} {
		got := Compare(Quote{Text: c.from, Kind: quotes.Mixed}, Quote{Text: c.to, Kind: quotes.Mixed}).Changes
		if len(got) != 1 || got[0].Kind != c.want || got[0].Note != c.note {
			t.Errorf("%q → %q: %+v, want %s (%s)", c.from, c.to, got, c.want, c.note)
		}
	}
}

// TestBetweenTheMarks: what changed between the marks of two quotations is another wording, small words too; nobody reported there.
func TestBetweenTheMarks(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     []string
	}{
		{`"We have no choice but to close the bridge,"`, `"We had no choice but to close the bridge,"`, []string{"reworded: “have” became “had” inside the quotation marks"}},
		{`"We will close the schools,"`, `"We will close all the schools,"`, []string{"trimmed: gives words that the other wording leaves out"}},
		{`"We will close only two schools,"`, `"We will close two schools,"`, []string{"trimmed: words left out"}},
		{
			`"Drinking water is being carried by lorry to three villages above the dam,"`, `"Lorries were bringing drinking water to three villages,"`,
			[]string{"retranslated: quoted in other words, as two translations of one sentence are", "trimmed: words left out"},
		},
		{
			`"Every day the mill loses two thousand sacks of flour,"`, `"The mill loses two thousand sacks of flour a day,"`,
			[]string{"reworded: words differ inside the quotation marks"},
		},
		{
			`"We sold the ferry in spring, when the old wooden bridge over the river Lenn at Kesh broke,"`, `"In spring we sold the ferry,"`,
			[]string{"retranslated: quoted in other words, as two translations of one sentence are", "trimmed: words left out"},
		},
	} {
		var got []string
		for _, x := range Compare(Quote{Text: c.from}, Quote{Text: c.to}).Changes {
			got = append(got, string(x.Kind)+": "+x.Note)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s → %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

// TestNameKeepsNoMarks: a name that both print is nobody's wording, whether it stands between marks or not.
func TestNameKeepsNoMarks(t *testing.T) {
	from := Quote{Text: `"Kesh has met his burden of showing that he suffered persecution for his opinion,"`, Kind: quotes.Direct}
	to := Quote{Text: `Kesh's imprisonment in Varn "was persecution for his opinion"`, Kind: quotes.Mixed}
	if got := Compare(from, to).Changes; slices.ContainsFunc(got, func(c Change) bool { return c.Kind == Unquoted }) {
		t.Errorf("%+v", got)
	}
}

// TestDiffBaresEnds: what was left out at an end does not repeat the mark that the rest has there.
func TestDiffBaresEnds(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{`"The gate is open. Nine boats are waiting,"`, `"The gate is open,"`, "Nine boats are waiting"},
		{`“Nine boats are waiting! The gate is open,”`, `"The gate is open,"`, "Nine boats are waiting!"},
		{`"The gate is open. Nine boats are waiting,"`, `that the gate is open`, `Nine boats are waiting,"`},
		{`"The gate is open, as the keeper says 'today,'"`, `"The gate is open"`, "as the keeper says 'today,'"},
	} {
		got := Compare(Quote{Text: c.from}, Quote{Text: c.to}).Diff
		if !slices.ContainsFunc(got, func(r Run) bool { return r.Op == Deleted && r.A == c.want }) {
			t.Errorf("%s → %s: %+v", c.from, c.to, got)
		}
	}
}

// TestDiffKeepsTheWords: every printed word of both texts is in the diff once, in order.
func TestDiffKeepsTheWords(t *testing.T) {
	a := "“We can't say,” she said: “the 4,000 beds — all of them — are Russian-built.”"
	b := "They cannot say whether all four thousand beds are new"
	var left, right []string
	for _, r := range Compare(Quote{Text: a}, Quote{Text: b}).Diff {
		left, right = append(left, strings.Fields(r.A)...), append(right, strings.Fields(r.B)...)
	}
	if got := strings.Join(left, ""); got != strings.Join(strings.Fields(a), "") {
		t.Errorf("the first text came back as %q", got)
	}
	if got := strings.Join(right, ""); got != strings.Join(strings.Fields(b), "") {
		t.Errorf("the second text came back as %q", got)
	}
}
