package quotes

import (
	"slices"
	"strings"

	"quotidian/articles/token"
)

// Interviews whose labels were nothing but bold type, which a text has lost: a paragraph asks "you" something, and the next ones,
// up to the next such question, answer as "I". Only the answers are quotes. Essays ask their readers too, in long paragraphs of
// somebody who says "I" there as well; lists of questions have no "I" in the answers.

const (
	// leastQuestions is how many questions an interview must have.
	leastQuestions = 3
	// maxQuestion bounds a question with what leads up to it, in tokens.
	maxQuestion = 70
	// maxAnswer bounds the paragraphs of an answer.
	maxAnswer = 12
)

// reasonAnswer is why an answer is a quote.
const reasonAnswer = "an answer of an interview, behind a question to \"you\""

// Answer reports whether the quote is the answer of an interview that labels nobody.
func (q *Quote) Answer() bool { return q.Reason == reasonAnswer }

// asking is a paragraph that asks something, and the paragraphs that answer it.
type asking struct {
	question rng
	answer   []rng
}

// takeAnswers reads the answers of an interview without labels.
func (r *reading) takeAnswers() {
	var parts []rng
	asked := r.askings()
	if !r.interviews(asked) {
		return
	}
	for n, a := range asked {
		for k, g := range a.answer {
			if k > 0 && n+1 == len(asked) {
				break // behind the last answer the article itself goes on
			}
			if k == 0 || r.terminal(r.lastSaid(g.last)) && !r.direction(g) {
				parts = append(parts, g)
			}
		}
	}
	r.keepOthers(parts)
	for _, g := range parts {
		r.out = append(r.out, found{kind: Direct, content: []rng{g}, sure: sureTail, reason: reasonAnswer})
	}
}

// direction reports whether a paragraph stands in brackets, as stage directions do.
func (r *reading) direction(g rng) bool {
	s, e := r.tok(g.first), r.tok(g.last-1)
	return s == "(" && e == ")" || s == "[" && e == "]"
}

// askings gives the paragraphs that ask something and are answered, in the order of the text.
func (r *reading) askings() []asking {
	var out []asking
	for first := 0; first < len(r.toks); {
		g := rng{first, r.paragraphEnd(first, len(r.toks))}
		first = g.last
		switch n := len(out); {
		case r.asksIn(g), n > 0 && len(out[n-1].answer) > 0 && r.putTo(g):
			if n > 0 && len(out[n-1].answer) == 0 {
				out[n-1].question.last = g.last // two questions at once
				continue
			}
			out = append(out, asking{question: g})
		case n > 0 && len(out[n-1].answer) < maxAnswer:
			out[n-1].answer = append(out[n-1].answer, g)
		}
	}
	if n := len(out); n > 0 && len(out[n-1].answer) == 0 {
		out = out[:n-1]
	}
	return out
}

// asksIn reports whether a paragraph is a question in nobody's quotation marks.
func (r *reading) asksIn(g rng) bool {
	last := r.lastSaid(g.last)
	return last > g.first && last-g.first <= maxQuestion && r.tok(last) == "?" && r.within[last] < 0 && r.within[g.first] < 0
}

// putTo reports whether a paragraph between answers is one sentence of the interviewer's that asks nothing: "Your first song was a
// failure."
func (r *reading) putTo(g rng) bool {
	if g.last-g.first > maxQuestion/2 || r.within[g.first] >= 0 || !r.says(g, second) || r.says(g, first) || !r.terminal(r.lastSaid(g.last)) {
		return false
	}
	for i := g.first; i < r.lastSaid(g.last); i++ {
		if r.terminal(i) && r.within[i] < 0 {
			return false
		}
	}
	return g.last < len(r.toks) && r.says(rng{g.last, r.paragraphEnd(g.last, len(r.toks))}, first)
}

// interviews reports whether questions and answers are an interview: the questions are put to "you", and two in three answers come
// from an "I".
func (r *reading) interviews(asked []asking) bool {
	if len(asked) < leastQuestions {
		return false
	}
	you, selves, own := 0, 0, 0
	for _, a := range asked {
		if r.turnAt(a.answer[0].first).how != noManner {
			return false // labelled after all
		}
		if r.says(a.question, second) {
			you++
		}
		if r.says(a.question, first) {
			own++
		}
		if slices.ContainsFunc(a.answer, func(g rng) bool { return r.says(g, first) }) {
			selves++
		}
	}
	return 2*you >= len(asked) && 2*own <= len(asked) && 3*selves >= 2*len(asked)
}

// first and second are the forms of "I" and of "you".
var (
	first  = map[string]bool{"i": true, "i'm": true, "i’m": true, "i've": true, "i’ve": true, "i'd": true, "i’d": true, "i'll": true, "i’ll": true, "my": true, "me": true}
	second = map[string]bool{"you": true, "your": true, "you're": true, "you’re": true, "you've": true, "you’ve": true, "you'd": true, "you’d": true, "you'll": true, "you’ll": true}
)

// says reports whether one of the words stands in g outside quotation marks.
func (r *reading) says(g rng, words map[string]bool) bool {
	for i := g.first; i < g.last; i++ {
		if r.within[i] < 0 && r.toks[i].Kind == token.Word && words[strings.ToLower(r.tok(i))] {
			return true
		}
	}
	return false
}
