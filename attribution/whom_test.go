package attribution

import (
	"testing"

	"quotidian/articles"
)

// TestGluedPlaces: where somebody serves, and the credit of a photograph, are no part of the name behind them.
func TestGluedPlaces(t *testing.T) {
	checkArticle(t, "Norland's representative to NATO Ivan Orlo said it was late. Velia's ambassador to the United Nations Nina Varga said it rained. “Go,” said the envoy in Geneva Peter Kesh.", []said{
		{"it was late", "Ivan Orlo", "person"}, {"it rained", "Nina Varga", "person"}, {"Go", "Peter Kesh", "person"},
	})
	checkArticle(t, "Governor of western Norland's Perm Region Viktor Orlo said it was late.\n\nJo Kesh / Reuters Orlo Wenrong, a spokesman, said it rained.", []said{
		{"it was late", "Viktor Orlo", "person"}, {"it rained", "Orlo Wenrong", "person"},
	})
	checkArticle(t, "The runner Marine Le Orlo left. Le Orlo said it was late. Her father, Jean-Marie Le Orlo, slept.", []said{{"it was late", "Marine Le Orlo", "person"}})
}

// TestGluedWords: what a page prints behind a name is no part of it, nor is the name once more.
func TestGluedWords(t *testing.T) {
	checkArticle(t, "Ana Varga Live is an event to watch live. Ana Varga said it was late.\n\nJan Kesh Orlo Orlo left. Orlo said it rained. Det Con Mike Reilly said it was dry.", []said{
		{"it was late", "Ana Varga", "person"}, {"it rained", "Jan Kesh Orlo", "person"}, {"it was dry", "Mike Reilly", "person"},
	})
}

// TestLeadIns: the word with which a sentence leads up to a name is no part of it.
func TestLeadIns(t *testing.T) {
	checkArticle(t, "First Orlo wrote: “Are you up?” Throughout Varga said it was late.", []said{{"Are you", "Orlo", "person"}, {"it was late", "Varga", "person"}})
	checkArticle(t, "Lt-Gen Ivan Orlo said it was late. Rocker Alice Varga said it rained. Attorney-General Chris Kesh said it was dry.", []said{
		{"it was late", "Ivan Orlo", "person"}, {"it rained", "Alice Varga", "person"}, {"it was dry", "Chris Kesh", "person"},
	})
	checkArticle(t, "Orla, Norland's chancellor, said it was late. The Sino-Norwegian talks began. “Go,” she said.", []said{{"it was late", "Orla", "person"}, {"Go", "Orla", "person"}})
}

// TestItself: a name of which the text says "it", or that a phrase for a body leads to, is a body's; one in whose hands something is,
// no place.
func TestItself(t *testing.T) {
	checkArticle(t, "Orlanex said its bridge was closed. The mayor slept.", []said{{"its bridge", "Orlanex", "organisation"}})
	checkArticle(t, "Orlanex said it would close the bridge. He was sorry.", []said{{"it would close", "Orlanex", "person"}})
	checkArticle(t, "It rained, while independent monitoring group Orwars said it was late. Local rights group Adalo said it was dry.", []said{
		{"it was late", "Orwars", "organisation"}, {"it was dry", "Adalo", "organisation"},
	})
	checkArticle(t, "Power lies in Orlo's hands. Orlo said it was late.", []said{{"it was late", "Orlo", "person"}})
}

// TestJoinedBodies: "and" and "of" inside the name of a body.
func TestJoinedBodies(t *testing.T) {
	checkArticle(t, "The National Development and Reform Commission said it was late. The Office for the Coordination of Humanitarian Affairs said it rained.", []said{
		{"it was late", "National Development and Reform Commission", "organisation"}, {"it rained", "Office for the Coordination of Humanitarian Affairs", "organisation"},
	})
	checkArticle(t, "The White House and State Department said it was late.", []said{{"it was late", "White House and State Department", "group"}})
}

// TestNobodySpeaks: sources that are nobody, whatever their capital.
func TestNobodySpeaks(t *testing.T) {
	for _, text := range []string{"READ MORE: ‘Nobody slept’ in Orlo", "01.03.2017 said it was late."} {
		for _, q := range Extract(&articles.Article{Text: text}) {
			if q.Speaker != nil {
				t.Errorf("%q: %q speaks", text, q.Speaker.Name)
			}
		}
	}
	check(t, "The Dutch said it was late. Ivo Orlo said it rained.", []told{{content: "it was late", source: "The Dutch", name: "Dutch", kind: "group"}})
}

// TestFirms: "&", a capital inside and "General" belong to a company's name; a forename in front of such a word, to a person's.
func TestFirms(t *testing.T) {
	checkArticle(t, "Varn & Kesh said it was late. General Motors said it rained. Transport for Norland (TfN) said it was dry. WeOrlo said it was wet.", []said{
		{"it was late", "Varn & Kesh", "organisation"},
		{"it rained", "General Motors", "organisation"},
		{"it was dry", "Transport for Norland", "organisation"},
		{"it was wet", "WeOrlo", "organisation"},
	})
	checkArticle(t, "UK Coastguard said it was late. Varn Volkswagen said it rained.", []said{{"it was late", "UK Coastguard", "organisation"}, {"it rained", "Varn Volkswagen", "organisation"}})
	checkArticle(t, "“Go,” said Michael Steel, a former spokesman for Orlo. The leader of the Alternative for Norway (AfN) Ana Varga said it was late.", []said{
		{"Go", "Michael Steel", "person"}, {"it was late", "Ana Varga", "person"},
	})
}

// TestInnerTitles: titles and trades that are part of a name.
func TestInnerTitles(t *testing.T) {
	checkArticle(t, "Mohamed Sheikh Orlo, an analyst, said it was late. Fan Qianyi, a coach, said it rained.", []said{{"it was late", "Mohamed Sheikh Orlo", "person"}, {"it rained", "Fan Qianyi", "person"}})
}

// TestOnlyMentioned: "he" is nobody of whom nothing but a capital is printed.
func TestOnlyMentioned(t *testing.T) {
	for _, q := range Extract(&articles.Article{Text: "They were given Orlovil. He said it was late."}) {
		if q.Speaker != nil {
			t.Errorf("%q speaks", q.Speaker.Name)
		}
	}
	checkArticle(t, "They were given Orlo, who slept. He said it was late.", []said{{"it was late", "Orlo", "person"}})
}

// TestOtherParty: the leader of a party is nobody of another one, though the passage is about her.
func TestOtherParty(t *testing.T) {
	checkArticle(t, "The ANP's Ana Varga spoke in Norland. Mrs Kesh argued that it was late. But the ANP leader said it rained.", []said{{"that it was", "Kesh", "person"}, {"it rained", "ANP leader", "unnamed"}})
}

// TestLinkingWords: a word that links a sentence to the one before is no name, though a comma and an office follow.
func TestLinkingWords(t *testing.T) {
	for _, word := range []string{"Rather", "Nevertheless", "Ultimately", "Granted"} {
		checkArticle(t, "Premier Ana Orlo spoke. "+word+", the premier looked at the harbour. She said the offer was late.", []said{{"the offer", "Ana Orlo", "person"}})
	}
	checkArticle(t, "Kesh anchor Dan Rather spoke. Rather said the offer was late.", []said{{"the offer", "Dan Rather", "person"}})
	checkArticle(t, "Beverly, a doctor, said the offer was late.", []said{{"the offer", "Beverly", "person"}})
}

// TestBodyBehindItsDescription: the name that an apposition gives a body is the speaker's, but not one that says whose the describing noun is.
func TestBodyBehindItsDescription(t *testing.T) {
	checkArticle(t, "The bloc's executive, the Varn Commission, noted that the offer was late.", []said{{"that the offer", "Varn Commission", "organisation"}})
	checkArticle(t, "The bank's owner, Orlo Holdings, said that the offer was late.", []said{{"that the offer", "Orlo Holdings", "organisation"}})
}

// TestHeadlineInBody: whom a headline only describes is whoever is quoted with its words below.
func TestHeadlineInBody(t *testing.T) {
	checkArticle(t, "Norland official promises 'no new harbour fees' during visit\n\nNorland's Security Secretary Jan Orlo has promised “no new harbour fees” or taxes for sailors.", []said{
		{"'no new", "Jan Orlo", "person"}, {"no new", "Jan Orlo", "person"},
	})
	checkArticle(t, "Standing outside the court Ms Varga said she would appeal.", []said{{"she would", "Varga", "person"}})
}
