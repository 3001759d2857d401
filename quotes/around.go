package quotes

// A clause goes on behind a cue in its midst: "If it rains, Orlo said, the fair will close."

// goesOn gives the second part of a clause whose cue and source stand inside it, between commas: the comma at token i
// ends them, and what follows completes a subject ("The harbour, Orlo said, was full") or a fronted clause or phrase ("If
// it rains, Orlo said, the fair will close"). It is empty where the first part is complete.
func (r *reading) goesOn(part rng, i int, u rng) rng {
	if i+1 >= u.last || r.tok(i) != "," || r.newAttribution(i+1, u.last) {
		return rng{}
	}
	rest := rng{i + 1, r.contentEnd(i+1, u.last)}
	if rest.last-rest.first < 2 {
		return rng{}
	}
	switch {
	case !r.clauseLike(part.first, part.last) && (r.verbal(rest.first) || r.finiteLooking(rest.first)):
	case part.last == part.first+1 && r.is(part.first, relative), part.last > part.first+1 && r.is(part.last-1, coord):
	case r.frontedPart(part) && r.mainComma(part) == part.last && r.mainClause(rest.first, rest.last):
	default:
		return rng{}
	}
	return r.pastOwnCues(rest, u.last)
}

// pastOwnCues goes on with what is said behind a cue in its midst over a second verb that would be a cue, since its subject is that of the
// clause: "When asked, Orlo wrote, the cook sat down | and told them to go".
func (r *reading) pastOwnCues(rest rng, hi int) rng {
	for rest.last+1 < hi && r.is(rest.last, coord) && r.sharedVerb(rest.last+1) {
		end := r.contentEnd(rest.last+1, hi)
		r.use(rng{rest.last, end})
		rest.last = end
	}
	return rest
}

// frontedPart reports whether a part before a cue is a clause or a phrase that opens a sentence: "If it rains", "That night".
func (r *reading) frontedPart(part rng) bool {
	return r.is(part.first, sub|prep) && !r.is(part.first, det) || r.tellsTime(part)
}

// tellsTime reports whether a part before a cue only tells when: "The last time", "That night", "Two years later".
func (r *reading) tellsTime(part rng) bool {
	if part.last-part.first > maxLead || r.clauseLike(part.first, part.last) {
		return false
	}
	switch r.tok(part.last - 1) {
	case "time", "day", "days", "years", "months", "weeks", "hours", "minutes", "ago", "then", "moment":
		return true
	}
	return r.is(part.last-1, timeWord)
}
