package quotes

// A cue without a subject, "…, saying", "and added", has that of a cue or a clause before it.

// inherited gives the source of a cue without a subject of its own: the source of the cue before it in the unit,
// or the subject of the clause before it.
func (r *reading) inherited(u rng, g group, ui int) rng {
	if src := r.ownClause(u, g); !src.empty() {
		return src
	}
	if r.lastUnit == ui {
		return r.last
	}
	if src := r.quotedSubject(u.first, g.first); !src.empty() {
		return src
	}
	return r.mainSubject(u.first, g.first)
}

// ownClause gives the subject of the clause right before the comma of a participle where what was said before ended in front of that clause:
// "Orlo said the dam was safe, but the union disagreed, saying"; empty where no such clause stands there.
func (r *reading) ownClause(u rng, g group) rng {
	end := g.first - 1
	if len(r.out) == 0 || end <= u.first || r.tok(end) != "," {
		return rng{}
	}
	from := end - 1
	for from > u.first && r.tok(from) != "," && r.within[from] < 0 && from > end-maxSubject {
		from--
	}
	said := r.out[len(r.out)-1].content
	if last := said[len(said)-1].last; r.tok(from) != "," || last > from || last <= u.first || !contrasts[r.tok(from+1)] {
		return rng{}
	}
	begin, verb := r.firstVerb(from+2, end)
	if verb == begin {
		return rng{}
	}
	if src := r.subject(begin, verb); r.claimable(src) {
		return src
	}
	return rng{}
}

// contrasts open a clause in which somebody else does or says something.
var contrasts = map[string]bool{"but": true, "while": true, "although": true, "though": true, "whereas": true, "and": true}

// quotedSubject gives the source of the cue between token end and the last quotation before it, where that ends what was said: `The dog
// “brought him down,” | Orlo said, adding`; empty where none stands there.
func (r *reading) quotedSubject(lo, end int) rng {
	i := end - 1
	for i > lo && i > end-maxTail && r.within[i] < 0 {
		i--
	}
	if i <= lo || r.within[i] < 0 || int(r.stretches[r.within[i]].close) != i || r.tok(i-1) != "," {
		return rng{}
	}
	v := r.tailCue(i + 1)
	if v < 0 || v >= end {
		return rng{}
	}
	g, _ := r.cue(v)
	return r.tailSource(i+1, g)
}

// mainSubject gives the subject of the clause that ends at token end, by the first verb after the last
// subordinator: "…after Norland launched an attack, accusing" has Norland.
func (r *reading) mainSubject(lo, end int) rng {
	lo = max(lo, end-maxClause)
	start := r.lastClause(lo, end)
	if begin, i := r.firstVerb(start, end); i > begin && !(start > lo && r.undergoes(i)) {
		return r.subject(begin, i)
	}
	if begin, i := r.firstVerb(lo, start); start > lo && i > begin {
		return r.subject(begin, i) // She apologised after bins were left, blaming
	}
	return rng{}
}

// lastClause gives the token behind the last subordinator before end that has a clause, lo where none has. One that may be a
// preposition has one if a verb stands before the next comma, outside quotation marks: not in "described the move as a “shame,”
// adding", nor in "who served as minister, opposed it, saying".
func (r *reading) lastClause(lo, end int) int {
	verb, near := false, false
	for i := end - 1; i > lo; i-- {
		switch {
		case r.within[i] >= 0:
			verb = true
		case r.tok(i) == ",":
			near = near && r.is(i+1, relative) // after Orlo, who was ill, left
		case r.tok(i-1) != "," && r.opensOwnClause(i, near, verb):
			return i + 1
		case r.verbal(i) || r.finiteLooking(i):
			verb, near = true, true
		}
	}
	return lo
}

// opensOwnClause reports whether token i opens a clause with a verb behind it, which is near if no comma stands between: "She slept when | a
// neighbour knocked and told her".
func (r *reading) opensOwnClause(i int, near, verb bool) bool {
	if r.tok(i) == "when" || r.tok(i) == "where" {
		return near && r.beginsNoun(i+1)
	}
	return r.subordinates(i) && (near || verb && !r.is(i, prep))
}

// subordinates reports whether token i is a subordinator and nothing that a noun phrase begins with.
func (r *reading) subordinates(i int) bool {
	return r.is(i, sub) && !r.is(i, det|relative) && !r.soFar(i)
}

// firstVerb gives the first verb of the main clause in [lo, end), and where that clause begins: behind the clauses that open it.
// Both are the same where there is no verb.
func (r *reading) firstVerb(lo, end int) (begin, verb int) {
	begin = lo
	for i := lo; i < end; i++ {
		switch {
		case r.within[i] >= 0:
		case r.opensAside(i, begin):
			for i < end && r.tok(i) != "," { // After the dam broke, | Orlo left
				i++
			}
			begin = i + 1
		case i > begin && r.is(i, relative) && r.tok(i-1) == ",":
			i = r.pastAside(i, end) // Ana Orlo, whose town burned, | left
		case i > begin && (r.verbal(i) || r.finiteLooking(i)):
			return begin, i
		}
	}
	return begin, begin
}

// opensAside reports whether a clause that opens the one from begin on, or one between commas, begins at token i.
func (r *reading) opensAside(i, begin int) bool {
	return i == begin && r.subordinate(i) || r.subordinates(i) && (i == begin || r.tok(i-1) == ",")
}

// pastAside gives the comma behind the relative clause at token i; i itself where none follows soon.
func (r *reading) pastAside(i, end int) int {
	for j := i + 1; j < min(end, i+maxRelative) && r.within[j] < 0; j++ {
		if r.tok(j) == "," {
			return j
		}
	}
	return i
}
