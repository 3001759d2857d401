package attribution

import (
	"testing"

	"quotidian/articles"
)

// TestStranger: somebody without a name whom the sentence before a quotation brings in speaks it, and goes on speaking.
func TestStranger(t *testing.T) {
	checkArticle(t, "The minister said all was well. A senior official was blunter. “It is a mess,” he said.", []said{{"It is a mess", "A senior official", "unnamed"}})
	checkArticle(t, "Ana Orlo said the plan was fine.\n\nBut a spokesman for the ministry was less sure. “We wait,” he said.", []said{{"We wait", "a spokesman for the ministry", "unnamed"}})
	checkArticle(t, "Ana Orlo said the plan was fine.\n\nHer neighbour was less sure.\n\n“Nobody asked us,” she said.\n\n“Not once,” she added.", []said{
		{"Nobody asked", "Her neighbour", "unnamed"}, {"Not once", "Her neighbour", "unnamed"},
	})
	checkArticle(t, "Ana Orlo said the plan was fine.\n\nOne fishmonger shrugged. Another boatman at the quay laughed. “Let them come,” he said.", []said{{"Let them", "Another boatman", "unnamed"}})
}

// TestStrangerBehind: what opens the sentence, whose somebody is and an aside on him change nothing.
func TestStrangerBehind(t *testing.T) {
	checkArticle(t, "Ana Orlo said the plan was fine.\n\nOne senior official, who did not want to be named, was blunter. “It is a mess,” he said.", []said{{"It is a mess", "One senior official", "unnamed"}})
	checkArticle(t, "Ana Orlo said the plan was fine.\n\nAt the quay, a boatman was worried. “It is a mess,” he said.", []said{{"It is a mess", "a boatman", "unnamed"}})
	checkArticle(t, "Ana Orlo said the plan was fine.\n\nOrlo's sister was less sure. “It is a mess,” she said.", []said{{"It is a mess", "Orlo's sister", "unnamed"}})
	checkArticle(t, "Ivo Varga said the plan was fine.\n\nIt's a sailor who won. “It is a mess,” he said.", []said{{"It is a mess", "Ivo Varga", "person"}})
	checkArticle(t, "Ivo Varga said the plan was fine.\n\nOrlo's lawyer was fined. “It is a mess,” he said.", []said{{"It is a mess", "Ivo Varga", "person"}})
}

// TestNoStranger: whoever the pronoun cannot mean, whom something was done to, and who is named or named beside, leave it as it was.
func TestNoStranger(t *testing.T) {
	checkArticle(t, "Ana Orlo said the plan was fine. Her father laughed. “Nobody asked us,” she said.", []said{{"Nobody asked", "Ana Orlo", "person"}})
	checkArticle(t, "Ivo Varga said it was late.\n\nA man was shot in Varn. “It is terrible,” he said.", []said{{"It is", "Ivo Varga", "person"}})
	checkArticle(t, "Ivo Varga said it was late.\n\nA minister should know that. “He slept,” he said.", []said{{"He slept", "Ivo Varga", "person"}})
	checkArticle(t, "Ivo Varga said it was late.\n\nA sailor in the harbour waved at Varga. “Thank you,” he said.", []said{{"Thank you", "Ivo Varga", "person"}})
	checkArticle(t, "Ivo Varga said it was late.\n\nHis deputy Jan Kesh was less sure. “It is early,” he said.", []said{{"It is early", "Jan Kesh", "person"}})
	checkArticle(t, "Ana Orlo said that a nurse had laughed. “Nobody slept,” she said.", []said{{"Nobody slept", "Ana Orlo", "person"}})
}

// TestTheyTheSubject: "they" behind a sentence about several people is these, whatever the sentence ends with.
func TestTheyTheSubject(t *testing.T) {
	checkArticle(t, "The authors examined the records of 40 hospitals. They found that it was cold.", []said{{"that it was", "authors", "group"}})
	checkArticle(t, "Police searched two houses. They said it was cold.", []said{{"it was cold", "Police", "group"}})
	checkArticle(t, "Scientists at Varn studied 300 children. They found it was cold.", []said{{"it was cold", "Scientists at Varn", "group"}})
	checkArticle(t, "Residents of the valley marched on Monday. They said it was cold.", []said{{"it was cold", "Residents of the valley", "group"}})
	checkArticle(t, "The dam is a worry of critics of the plan. They argue that it is cold.", []said{{"that it is", "critics of the plan", "group"}})
	checkNobody(t, "ORLO50 allowed researchers to see. They said it was cold.")
	checkNobody(t, "Police vehicles burned. They said it was cold.")
}

// checkNobody fails if a quote of a text has a speaker.
func checkNobody(t *testing.T, text string) {
	t.Helper()
	for _, q := range Extract(&articles.Article{Text: text}) {
		if q.Speaker != nil {
			t.Errorf("%q is %q's (%s), want nobody", q.Text(text), q.Speaker.Name, q.Why)
		}
	}
}

// TestAnswerer: whoever the sentence before a quotation says was asked is who answers.
func TestAnswerer(t *testing.T) {
	checkArticle(t, "Ivo Varga said it was late.\n\nAsked about those words, Orlo was curt.\n\n“No,” he said.", []said{{"No", "Orlo", "person"}})
	checkArticle(t, "Ivo Varga said it was late.\n\nAsked whether he has regrets, Mr Kesh shakes his head. “I slept,” he says.", []said{{"I slept", "Kesh", "person"}})
	checkArticle(t, "Ivo Varga said it was late.\n\nAsked about it, a nurse laughed. “Nobody knows,” she said.", []said{{"Nobody", "a nurse", "unnamed"}})
	checkArticle(t, "Ivo Varga said it was late.\n\nAsked about the dam, Orlo's mother was curt. “No,” he said.", []said{{"No", "Ivo Varga", "person"}})
}
