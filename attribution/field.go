package attribution

// An "and" or a comma inside the words for one office: the fields of a ministry, the name of a body.

// fieldsOf reports whether the "and" at k joins two fields of one office ("Transport and Infrastructure Minister Ana Orlo", "the
// minister for lands and resources", "Minister of Energy and Water of Chad Ana Orlo"): an office stands before them or behind, and no
// other person or article.
func (r *reading) fieldsOf(first, k, last int) bool {
	if r.heads(first, k) {
		field := r.words.fields[r.lower(k+1)]
		for j := k + 1; j < last; j++ {
			n := r.mentionAt[j]
			if r.class[j]&(office|kin|anybody|title) != 0 || !field && (r.class[j]&determiner != 0 || n != 0 && r.mentions[n-1].kind == personName) {
				return false
			}
		}
		return true
	}
	for j := k + 1; j < min(last, k+maxLabel); j++ {
		if r.class[j]&office != 0 {
			return j > k+1 && r.class[j]&plural == 0 && r.words.fields[r.lower(k-1)] && (r.words.fields[r.lower(k+1)] || r.words.fields[r.lower(j-1)])
		}
	}
	return false
}

// insideBody reports whether the "and" at k stands inside the name of the body whose office holder the phrase ends with: "Flood
// Relief and Rescue Council chief Ana Orlo". What stands before it must be capitals and no name of its own.
func (r *reading) insideBody(first, k, last int) bool {
	n := r.mentionAt[last-1]
	if n == 0 || k-first < 2 || k-first > maxRun || r.definite(k+1) || r.words.places[r.word(k-1)] {
		return false
	}
	m := &r.mentions[n-1]
	return !m.impersonal() && int(m.last) == last && r.onlyCapitals(first, k) && r.endsBody(k+1, int(m.first))
}

// onlyCapitals reports whether the words of [first, last) are capitals that name neither a person nor a body.
func (r *reading) onlyCapitals(first, last int) bool {
	for j := first; j < last; j++ {
		m := r.mentionAt[j]
		switch {
		case !r.capital(j) && !r.definite(j), r.class[j]&(body|endsName|office|title|forename) != 0, m != 0 && r.mentions[m-1].kind == personName:
			return false
		}
	}
	return true
}

// endsBody reports whether [first, last) goes on with the rest of a body's name and the office of somebody there: "Rescue Council
// chief".
func (r *reading) endsBody(first, last int) bool {
	held := false
	for j := first; j < last; j++ {
		switch {
		case r.class[j]&body != 0 && r.capital(j):
			held = true
		case !held && !r.capital(j), held && r.class[j]&plural != 0:
			return false
		}
	}
	return held && r.class[last-1]&office != 0
}

// inFields reports whether the comma at k stands in a list of an office's fields: "Minister of Trade, Energy and Water Ana Orlo".
func (r *reading) inFields(first, k, last int) bool {
	if !r.punct(k, ",") || k+1 >= last || k-first > maxRun || !r.words.fields[r.lower(k-1)] || !r.words.fields[r.lower(k+1)] {
		return false
	}
	for j := k + 1; j < min(last, k+2*maxLabel); j++ {
		switch {
		case r.word(j) == "and":
			return j+1 < last && r.words.fields[r.lower(j+1)] && r.heads(first, k)
		case !r.punct(j, ",") && !r.capital(j) && !r.words.fields[r.lower(j)]:
			return false
		}
	}
	return false
}

// heads reports whether a phrase opens with an office and the "of" or "for" of what it is an office of.
func (r *reading) heads(first, last int) bool {
	zone := r.headZone(first, last)
	return zone < last && r.class[zone-1]&office != 0 && r.class[zone-1]&plural == 0 && (r.word(zone) == "of" || r.word(zone) == "for")
}
