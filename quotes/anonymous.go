package quotes

// Sources that ask for their names to be kept back.

// anonymity reports whether a source only asks at token i to stay unknown: "asked not to be named".
func (r *reading) anonymity(i int) bool {
	if r.tok(i) == "not" {
		i++
	}
	if r.tok(i) == "that" {
		return r.withheldName(i + 1)
	}
	if r.tok(i) != "to" {
		return false
	}
	switch r.tok(i + 2) {
	case "named", "identified", "quoted", "known":
		return r.tok(i+1) == "be"
	case "anonymous", "unnamed", "unidentified":
		return true
	}
	return false
}

// withheldName reports whether a clause that begins at token i asks for a name not to be printed: "his full name not be published".
func (r *reading) withheldName(i int) bool {
	for end := min(i+maxWithheld, len(r.toks)-2); i < end && r.within[i] < 0 && r.tok(i) != ","; i++ {
		if r.tok(i) != "not" || r.tok(i+1) != "be" {
			continue
		}
		switch r.tok(i + 2) {
		case "named", "identified", "quoted", "published", "used", "disclosed", "revealed", "printed":
			return true
		}
		return false
	}
	return false
}

// maxWithheld bounds the words of such a clause.
const maxWithheld = 12

// beforeWithheld gives where a relative clause begins that ends before token end and asks for a name to be kept back: "an official | who asked
// that he not be named | told"; end itself where none does.
func (r *reading) beforeWithheld(lo, end int) int {
	if end-3 <= lo || r.tok(end-2) != "be" {
		return end
	}
	for j := end - 3; j > lo && j > end-maxWithheld && r.within[j] < 0 && r.tok(j) != ","; j-- {
		if r.tok(j) == "who" && r.tok(j+1) == "asked" && r.anonymity(j+2) {
			return j
		}
	}
	return end
}
