package attribution

import (
	"strings"

	"quotidian/articles/token"
)

// Documents: whose "the report", "a statement by the council", "Orlo's letter" are.

// resolveDocument finds who speaks through a document: its owner when one is printed, else who issued it or brought it out, else the
// document.
func (r *resolver) resolveDocument(v *voice) {
	printed := r.textOf(int32(v.src.first), int32(v.src.core))
	id := r.owner(v)
	if id == noEntity && r.resolveIssuer(v) {
		return
	}
	for _, find := range []func(*voice) int32{r.saidIn, r.samePaper, r.introducedPaper, r.reportedJustNow} {
		if id == noEntity {
			id = find(v)
		}
	}
	if id != noEntity {
		v.entity, v.why = id, whyDocument(printed, fullest(r.entities[id].forms)[0])
		return
	}
	v.entity, v.why = r.unnamed(v, Organisation), whyPaper(printed)
	r.entities[v.entity].paper = true
}

// resolveIssuer resolves whoever the words of a document name as behind it, and reports whether they name anybody.
func (r *resolver) resolveIssuer(v *voice) bool {
	issuer := r.issuer(v)
	if issuer.kind == noSource || issuer.kind == documentSource {
		issuer = r.issuerBehind(v)
	}
	switch {
	case issuer.kind == noSource, issuer.kind == pronounSource, issuer.kind == documentSource:
		return false
	case issuer.kind == describedSource && !issuer.definite && !r.possessed(&issuer):
		return false // a post by an unknown author
	}
	paper := v.src
	v.src = issuer
	r.resolveNoun(v)
	v.src = paper
	return true
}

// issuerBehind takes apart who stands behind a "by" that only the day parts from the document: "A statement [on Thursday] by the mayor,
// Ana Orlo, said".
func (r *resolver) issuerBehind(v *voice) source {
	k := v.src.last
	for k < v.src.last+maxLabel && r.sameSentence(v.src.first, k) && (r.is(k, calendar) || r.word(k) == "on" || r.toks[k].Kind == token.Number) {
		k++
	}
	if !r.sameSentence(v.src.first, k+1) || r.word(k) != "by" && r.word(k) != "from" {
		return source{}
	}
	end := k + 1
	for end < k+maxAside && r.sameSentence(k, end) && !r.endsAside(end) {
		end++
	}
	return r.parseSource(r.span(k+1, end))
}

// samePaper gives whose "the report" was when it spoke last.
func (r *resolver) samePaper(v *voice) int32 {
	if v.src.core-v.src.first != 2 || !v.src.definite {
		return noEntity
	}
	for i := len(r.spoken) - 1; i >= max(0, len(r.spoken)-reach); i-- {
		w := &r.voices[r.spoken[i]]
		if w.src.kind != documentSource || r.lower(w.src.head) != r.lower(v.src.head) {
			continue
		}
		if !r.entities[w.entity].paper && !r.printedBetween(r.lower(v.src.head), w.src.core, v.src.first) {
			return w.entity
		}
		return noEntity
	}
	return noEntity
}

// saidIn finds whose "the statement" is: who spoke last, where the sentence of those words says that they stand in one:
// "said in a statement that … “…,” the statement reads".
func (r *resolver) saidIn(v *voice) int32 {
	if len(r.spoken) == 0 || v.src.core-v.src.first != 2 || !v.src.definite {
		return noEntity
	}
	w := r.lastVoice()
	if e := &r.entities[w.entity]; e.paper || e.place || r.paraOf[v.anchor]-r.paraOf[w.anchor] > 1 {
		return noEntity
	}
	head, said := r.lower(v.src.head), r.sentence(w.anchor)
	for k := said.First; k < min(said.Last, v.src.first); k++ {
		if r.lower(k) == head && !r.quoted[k] && r.saidInto(k) {
			return w.entity
		}
	}
	return noEntity
}

// saidInto reports whether "in a" or "in its" leads to the document at token k, so that it is where somebody said something:
// not "passed a resolution", "saw the letter".
func (r *reading) saidInto(k int) bool {
	for i := k - 1; i > 0 && i > k-maxLabel && r.sameSentence(i, k); i-- {
		if r.class[i]&determiner != 0 {
			return r.word(i) != "the" && (r.lower(i-1) == "in" || r.lower(i-1) == "via")
		}
	}
	return false
}

// plainWords reports whether nothing in [first, last) but words of a noun phrase tells the kind of a document: "Varn Statistics's | labour
// force survey data".
func (r *reading) plainWords(first, last int) bool {
	if last-first > maxLabel {
		return false
	}
	for k := first; k < last; k++ {
		if r.toks[k].Kind != token.Word || r.toks[k].Has(token.Capital|token.Clitic) || r.class[k]&(function|office|kin|anybody|plural|speaking) != 0 {
			return false
		}
	}
	return true
}

// issuer takes apart who stands behind the "by" or "from" of a document without a name: "a statement by the ministry".
func (r *resolver) issuer(v *voice) source {
	for k := v.src.first + 1; k+1 < v.src.core; k++ {
		if r.issues(k) {
			return r.parseSource(r.span(k+1, v.src.core))
		}
	}
	return source{}
}

// issues reports whether the word at token k ties a document to whoever issued it: "a report by", "released by", but not
// "seen by".
func (r *reading) issues(k int) bool {
	switch r.word(k) {
	case "by", "from":
	case "of":
		return ofIssuer[r.lower(k-1)]
	default:
		return false
	}
	return r.class[k-1]&document != 0 || issuing[r.lower(k-1)]
}

// ofIssuer are documents that are somebody's own: "the statement of the council", not "the report of the fire".
var ofIssuer = map[string]bool{"statement": true, "communique": true, "communiqué": true, "declaration": true, "message": true, "letter": true}

// issuing are participles of what is done with a document by those who speak in it.
var issuing = map[string]bool{
	"released": true, "issued": true, "published": true, "written": true, "prepared": true, "signed": true, "sent": true, "posted": true,
	"circulated": true, "compiled": true, "produced": true, "drafted": true, "authored": true, "conducted": true,
}

// owner finds the name that a possessive or "by", "from", "of" ties to a document.
func (r *resolver) owner(v *voice) int32 {
	for k := v.src.first; k < v.src.last; k++ {
		n := r.mentionAt[k]
		if n == 0 || int(r.mentions[n-1].first) != k || r.mentions[n-1].entity == noEntity {
			continue
		}
		m := &r.mentions[n-1]
		behind := k > 1 && r.issues(k-1)
		if theBefore := k > 2 && r.word(k-1) == "the"; theBefore {
			behind = r.issues(k - 2)
		}
		owns := int(m.last) <= v.src.head && r.toks[m.last].Has(token.Clitic) && (int(m.last)+3 > v.src.head || r.plainWords(int(m.last)+1, v.src.head))
		if behind && !r.possessive(int(m.last)) || owns {
			return m.entity
		}
	}
	return noEntity
}

// introducedPaper finds whose "the report" is by how the article brought it in: "a report released on Monday by the council", "Varn
// Council's report", "The council sent a letter to Orlo". The last of its kind brought in decides.
func (r *resolver) introducedPaper(v *voice) int32 {
	word := r.lower(v.src.head)
	if v.src.core-v.src.first != 2 || !v.src.definite || r.class[v.src.head]&plural != 0 || strings.HasSuffix(word, "s") {
		return noEntity // "the emails" are out of somebody's box, whoever wrote them
	}
	for k := v.src.first - 1; k > max(0, v.src.first-4*reach); k-- {
		if r.class[k]&document == 0 || r.quoted[k] || !samePaperWord(r.lower(k), word) {
			continue
		}
		if n := r.mentionAt[k]; n != 0 && int(r.mentions[n-1].last) == k+1 && r.mentions[n-1].entity != noEntity && r.entities[r.mentions[n-1].entity].kind == Organisation {
			return r.mentions[n-1].entity // the Varn Travel | Index
		}
		if id := r.issuerAt(k); id != noEntity {
			return id
		}
		if r.lower(k-1) != "the" {
			return noEntity
		}
	}
	return noEntity
}

// samePaperWord reports whether two nouns can be for one document.
func samePaperWord(a, b string) bool {
	return a == b || paperKinds[a] != 0 && paperKinds[a] == paperKinds[b]
}

// paperKinds tells nouns for documents apart that vary each other.
var paperKinds = map[string]int{
	"report": 1, "article": 1, "story": 1, "study": 2, "survey": 2, "paper": 2, "letter": 3, "note": 3, "memo": 3, "statement": 4, "release": 4,
	"poll": 5, "filing": 6, "lawsuit": 6, "suit": 6, "complaint": 6,
}

// issuerAt gives who is behind the document at token k, by the words around it; noEntity for nobody.
func (r *resolver) issuerAt(k int) int32 {
	if id := r.ownerBefore(k); id != noEntity {
		return id
	}
	if id := r.issuedBy(k); id != noEntity {
		return id
	}
	return r.sentBy(k)
}

// ownerBefore gives the name whose possessive stands before the document at token k, or the body whose name does: "Orlo's latest |
// report", "a Varn Council | report".
func (r *resolver) ownerBefore(k int) int32 {
	for i := k - 1; i > 0 && i > k-maxLabel && r.sameSentence(i, k) && r.class[i]&(function|speaking) == 0; i-- {
		n := r.mentionAt[i]
		if n == 0 {
			continue
		}
		m := &r.mentions[n-1]
		if m.entity == noEntity || r.entities[m.entity].place {
			return noEntity
		}
		if r.possessive(int(m.last)) || int(m.last) == k && r.entities[m.entity].kind == Organisation && bodys[r.lower(k)] {
			return m.entity
		}
		return noEntity
	}
	return noEntity
}

// bodys are documents that the name of a body stands before if they are its own: "a Varn Council report", not "a Varn Today post".
var bodys = map[string]bool{
	"report": true, "study": true, "survey": true, "poll": true, "statement": true, "analysis": true, "summary": true, "review": true, "forecast": true,
	"memo": true, "release": true, "editorial": true, "investigation": true,
}

// issuedBy gives the name behind the "by" or "from" of the document at token k: "a report released on Monday by the Varn Council".
func (r *resolver) issuedBy(k int) int32 {
	i := k + 1
	for i < k+maxRole && r.sameSentence(k, i) && (issuing[r.lower(i)] || r.is(i, calendar) || r.word(i) == "on" || r.toks[i].Kind == token.Number) {
		i++
	}
	switch {
	case r.ofWebsite(i, k):
		i += 2
	case !r.sameSentence(k, i+1) || !r.issues(i) && r.word(i) != "by":
		return noEntity
	}
	end := i + 2
	for end < i+maxAside && r.sameSentence(k, end) && r.inIssuer(end) {
		end++
	}
	return r.whoIs(k, i+1, end)
}

// ofWebsite reports whether "the website of" begins at token i, in the sentence of token k: "published on | the website of Varn Today".
func (r *reading) ofWebsite(i, k int) bool {
	return r.sameSentence(k, i+2) && r.word(i) == "the" && (r.word(i+1) == "website" || r.word(i+1) == "site") && r.word(i+2) == "of"
}

// inIssuer reports whether token k goes on with the words for who issues a document.
func (r *reading) inIssuer(k int) bool {
	switch {
	case r.toks[k].Has(token.Clitic), r.mentionAt[k] != 0:
		return true
	case r.toks[k].Kind != token.Word, r.is(k, speaking|calendar), r.word(k) == "late", r.word(k) == "early", r.word(k) == "last":
		return false
	}
	return r.word(k) == "of" || r.word(k) == "the" && r.word(k-1) == "of" || r.class[k]&function == 0 && !r.participle(k)
}

// whoIs resolves the words [first, end) for who is behind the document at token paper.
func (r *resolver) whoIs(paper, first, end int) int32 {
	w := voice{anchor: paper, entity: noEntity, src: r.parseSource(r.span(first, end))}
	switch w.src.kind {
	case noSource, pronounSource, documentSource:
		return noEntity
	}
	switch r.lower(w.src.first) {
	case "his", "her", "its", "their", "our", "my":
		return noEntity
	}
	r.resolveNoun(&w)
	return w.entity
}

// sentBy gives who sends the document at token k: the subject of "The council sent a letter".
func (r *resolver) sentBy(k int) int32 {
	verb := k - 1
	for verb > k-maxLabel && r.sameSentence(verb-1, k) && !sending[r.word(verb)] && r.class[verb]&(preposition|opener) == 0 {
		verb--
	}
	if !sending[r.word(verb)] || !r.sameSentence(verb-1, k) || r.commaOrDash(verb-1) {
		return noEntity
	}
	if n := r.mentionAt[verb-1]; n != 0 && r.surePerson(&r.mentions[n-1]) {
		return r.mentions[n-1].entity
	}
	first := r.sentence(k).First
	for i := verb - 1; i > first; i-- {
		if r.punct(i, ",") {
			first = i + 1 // On Monday, | the council sent a letter
		}
	}
	if verb-first > 2*maxRole || !r.is(first, determiner) && !r.toks[first].Has(token.Capital) {
		return noEntity
	}
	return r.whoIs(k, first, verb)
}

// commaOrDash reports whether token k closes an aside, so that the subject of the verb behind it stands in front of that.
func (r *reading) commaOrDash(k int) bool { return r.punct(k, ",") || r.dash(k) }

// sentBefore gives who sends a document in the sentence before a quotation, which is what "it" says: "The family released a statement. “We
// mourn,” it read."
func (r *resolver) sentBefore(v *voice) int32 {
	s := r.sentOf[min(v.begin, v.anchor)] - 1
	if s < 0 || !r.quoted[v.begin] {
		return noEntity
	}
	x := r.sents[s]
	if r.paraOf[x.First] != r.paraOf[v.anchor] && !r.leadsTo(x, v) {
		return noEntity
	}
	for k := x.First; k < min(x.Last, x.First+reach); k++ {
		if r.class[k]&document == 0 || r.quoted[k] {
			continue
		}
		if id := r.sentBy(k); id != noEntity {
			return id
		}
	}
	return noEntity
}

// sending are the verbs of those who speak in a document.
var sending = map[string]bool{
	"sent": true, "wrote": true, "issued": true, "released": true, "published": true, "posted": true, "penned": true, "signed": true, "filed": true,
	"circulated": true, "drafted": true,
}

// reportedJustNow gives whose "the report" is that no earlier words bring in: the outlet that reported something right before.
func (r *resolver) reportedJustNow(v *voice) int32 {
	if len(r.spoken) == 0 || v.src.core-v.src.first != 2 || !v.src.definite || paperKinds[r.lower(v.src.head)] != 1 {
		return noEntity
	}
	w := r.lastVoice()
	e := &r.entities[w.entity]
	if e.kind != Organisation || e.place || e.paper || w.src.kind != nameSource || r.paraOf[v.anchor]-r.paraOf[max(w.anchor, w.end-1)] > 1 {
		return noEntity
	}
	m := &r.mentions[w.src.mention]
	if !r.outlet(m) && !r.paperNamed(e) && !r.is(int(m.last)-1, newsy) && !reporting[r.word(min(int(m.last), len(r.toks)-1))] {
		return noEntity
	}
	return w.entity
}

// paperNamed reports whether a body is called by what it brings out: "Varn Travel Index".
func (r *reading) paperNamed(e *entity) bool {
	return r.words.classes[strings.ToLower(lastWord(fullest(e.forms)[0]))]&document != 0
}

// reporting are the verbs of those whose words are a report.
var reporting = map[string]bool{"reported": true, "reports": true}
