package quotes

// Cues behind a quotation that hold no verb of speech: “…,” he goes on; “…,” came the reply.

// goingOn gives the cue that begins behind a short subject at token from and is only "goes on", and that subject: “We stay,” | he goes on.
func (r *reading) goingOn(from, hi int) (g group, src rng) {
	for j := from + 1; j+1 < hi && j <= from+maxGoer && r.within[j] < 0; j++ {
		if r.tok(j+1) != "on" || r.tok(j) != "goes" && r.tok(j) != "went" {
			continue
		}
		if next := r.tok(j + 2); j+2 < hi && !r.terminal(j+2) && next != "," && next != ":" {
			return group{}, rng{}
		}
		if src = r.subject(from, j); src.first != from || src.last != j {
			return group{}, rng{}
		}
		verb := r.lang.words["continues"].verb
		return group{rng: rng{j, j + 2}, at: j, verb: &r.lang.verbs[verb], form: past | third}, src
	}
	return group{}, rng{}
}

// cameTheReply gives the cue at token from that names nobody: “Never,” | came the reply.
func (r *reading) cameTheReply(from int) group {
	if r.tok(from) != "came" || r.tok(from+1) != "the" && r.tok(from+1) != "his" && r.tok(from+1) != "her" {
		return group{}
	}
	switch r.tok(from + 2) {
	case "reply", "answer", "response", "retort", "cry", "shout":
		return group{rng: rng{from, from + 3}, at: from, verb: &r.lang.verbs[r.lang.words["replied"].verb], form: past}
	}
	return group{}
}

// maxGoer bounds the words of the subject of "goes on".
const maxGoer = 5
