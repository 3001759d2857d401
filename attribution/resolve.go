package attribution

import (
	"sort"
	"strings"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/quotes"
)

// Extract finds the quotes of an article and says who is behind each.
func Extract(a *articles.Article) []Quote { return extract(a, quotes.Find) }

// ExtractCarefully does what [Extract] does by [quotes.FindCarefully].
func ExtractCarefully(a *articles.Article) []Quote { return extract(a, quotes.FindCarefully) }

func extract(a *articles.Article, find func(sentence.Cut) []quotes.Quote) []Quote {
	c := sentence.Of(a.Text)
	return resolve(a, c, find(c), nil)
}

// Resolve says who is behind each quote: it gives one [Quote] for each of qs, in their order. It reads only
// the article and is linear in its length, apart from the handful of earlier names that each pronoun looks at.
//
// The spans of qs must be the invariant ones of [quotes.Quote] and lie within a.Text. Quotes whose source
// cannot be resolved come back with a nil Speaker and a Why that says what was missing.
func Resolve(a *articles.Article, qs []quotes.Quote) []Quote {
	return resolve(a, sentence.Of(a.Text), qs, nil)
}

func resolve(a *articles.Article, text sentence.Cut, qs []quotes.Quote, c *choices) []Quote {
	r := &resolver{reading: read(a, text, qs), qs: qs, choices: c}
	if len(r.toks) == 0 {
		return unread(qs)
	}
	r.findNames()
	r.index = r.joinNames()
	r.readTitle(a.Title)
	r.voices = make([]voice, len(qs))
	for i := range qs {
		r.voices[i] = r.newVoice(i)
	}
	r.learnFromSources()
	for _, i := range r.order() {
		r.follow(r.voices[i].anchor)
		r.resolve(i)
	}
	r.resolveForward()
	r.resolveNested()
	out := make([]Quote, len(qs))
	for i := range qs {
		v := &r.voices[i]
		out[i] = Quote{Quote: qs[i], Speaker: r.speaker(v.entity), Via: r.relays(i), Why: v.why + r.interview(v)}
	}
	return out
}

// unread answers for a text without a single word.
func unread(qs []quotes.Quote) []Quote {
	out := make([]Quote, len(qs))
	for i := range qs {
		out[i] = Quote{Quote: qs[i], Why: whyNoSource}
	}
	return out
}

// resolver holds the state of one run over one article.
type resolver struct {
	*reading
	*index
	qs     []quotes.Quote
	voices []voice // one for each quote
	spoken []int   // quotes resolved so far, in the order of their anchors
	echoes []named // pronouns of the running text resolved so far, as mentions
	walked int     // first token whose pronoun has not been looked at
	// accounts are those the article ties to names; nil until the first account speaks.
	accounts map[string]int32
	// initials are whom labels of letters stand for, kept so that every turn costs the same; nil until the first of them.
	initials map[string]int32
	// sole is 2 + the only named person who speaks, 0 until a description asks for it.
	sole int32
	// soleNamed is how often the article names that person as a source.
	soleNamed int
	// answering is 1 + the person who gives the answers of an interview, 0 until the first of them.
	answering int32
	// mostNamed is how often the article names the body that it names most, 0 until a description asks for it.
	mostNamed int
	// firstAt is where the article prints a word first; nil until a description asks for it.
	firstAt map[string]int32
	// choices collects training cases; nil outside training.
	choices *choices
}

// voice is what is known of who speaks in one quote.
type voice struct {
	src    source
	anchor int // token at which the attribution stands: the source, else the cue, else the content
	begin  int // first token of the content
	end    int // behind the last token of the content
	entity int32
	why    string
	via    int32 // 1 + index of the mention through whom it came, 0 for none
	// running marks a pronoun of the running text, no source of a quote.
	running bool
}

func (r *resolver) newVoice(i int) voice {
	q := &r.qs[i]
	v := voice{entity: noEntity, src: source{mention: -1}}
	last := len(r.toks) - 1 // a content of blanks only begins behind the last token
	v.begin, _ = r.tokens(q.Content[0])
	_, v.end = r.tokens(q.Content[len(q.Content)-1])
	v.begin, v.end = min(v.begin, last), max(min(v.begin, last), v.end)
	v.anchor = v.begin
	switch {
	case !q.Source.Empty():
		v.src = r.parseSource(q.Source)
		v.anchor = v.src.first
	case !q.Cue.Empty():
		v.anchor, _ = r.tokens(q.Cue)
	}
	v.anchor = min(v.anchor, last)
	return v
}

// order gives the quotes in the order in which a reader meets their attributions.
func (r *resolver) order() []int {
	o := make([]int, len(r.voices))
	for i := range o {
		o[i] = i
	}
	sort.SliceStable(o, func(a, b int) bool { return r.voices[o[a]].anchor < r.voices[o[b]].anchor })
	return o
}

// learnFromSources takes from every source with a name what it tells about the entity: that it speaks, and as
// what it is described.
func (r *resolver) learnFromSources() {
	for i := range r.voices {
		s := &r.voices[i].src
		if s.kind != nameSource || r.mentions[s.mention].entity == noEntity {
			continue
		}
		m := &r.mentions[s.mention]
		e := &r.entities[m.entity]
		if e.kind == Organisation {
			r.addForm(e, s)
			continue
		}
		if role := r.sourceRole(s, m); role != "" {
			e.roles = addNew(e.roles, role)
		}
		if e.unsure && m.last-m.first > 1 {
			e.unsure = false
		}
	}
}

// addForm adds an organisation's name with whose it is ("Velia's Civil Defence Authority") or with the
// word that says what it is ("Meridian news agency").
func (r *resolver) addForm(e *entity, s *source) {
	if e.place || s.behind {
		return
	}
	m := &r.mentions[s.mention]
	from, to := int(m.first), int(m.last)
	if owner := r.localPart(s.first, s.core); owner > s.first && owner == from {
		from = s.first
	}
	if to < s.core && r.class[s.core-1]&body != 0 {
		to = s.core
	}
	if text := r.withoutArticle(from, to); text != "" {
		e.forms = addNew(e.forms, text)
	}
}

// withoutArticle gives the printed words without a leading article or demonstrative.
func (r *reading) withoutArticle(first, last int) string {
	for first < last-1 {
		switch r.word(first) {
		case "the", "The", "this", "This", "these", "These", "that", "That", "those", "Those", "THE":
			first++
			continue
		}
		break
	}
	if first >= last {
		return ""
	}
	return r.textOf(int32(first), int32(last))
}

// sourceRole gives the description that a source span prints around the name.
func (r *resolver) sourceRole(s *source, m *named) string {
	if r.strands(int(m.last)) {
		return ""
	}
	if s.behind || int(m.first) >= s.core {
		return r.describe(s.first, s.core)
	}
	front := ""
	if int(m.first) > s.first {
		front = r.describe(s.first, int(m.first))
		if k := int(m.first) - 1; !r.holdsRole(s.first, k+1) || r.startsClause(k) && !r.capital(k) && !r.words.calling[r.word(k)] {
			front = "" // Minister complains | Orlo
		}
	}
	return joinRoles(front, r.roleBehind(m))
}

func (r *reading) holdsRole(first, last int) bool {
	for k := first; k < last; k++ {
		if r.class[k]&(office|kin|anybody|title) != 0 && !r.honorific(k) {
			return true
		}
	}
	return false
}

// resolve finds who speaks in quote i.
func (r *resolver) resolve(i int) {
	v := &r.voices[i]
	switch {
	case v.src.kind == noSource:
		r.resolveOrphan(i, v)
	case r.turn(i, v) && r.resolveTurn(v):
	case v.src.kind == pronounSource:
		r.resolvePronoun(v)
	default:
		r.resolveNoun(v)
		if v.src.kind == describedSource && v.entity != noEntity && r.entities[v.entity].kind == Person {
			r.echo(v.src.head, v.entity) // the next "he" is nearer to this than to the name
		}
	}
	if v.entity != noEntity {
		r.spoken = append(r.spoken, i)
	}
}

// resolveNoun finds whom a name or a description stands for.
func (r *resolver) resolveNoun(v *voice) {
	switch v.src.kind {
	case nameSource:
		r.resolveName(v)
	case describedSource:
		r.resolveDescribed(v)
	case groupSource:
		r.resolveGroup(v)
	case bodySource:
		r.resolveBody(v)
	case documentSource:
		r.resolveDocument(v)
	case handleSource:
		r.resolveHandle(v)
	}
}

func (r *resolver) resolveName(v *voice) {
	m := &r.mentions[v.src.mention]
	printed := r.textOf(m.first, m.last)
	if m.entity == noEntity {
		v.why = whyShared(printed)
		return
	}
	if r.cites(v) {
		return
	}
	if id := r.native(v); id != noEntity {
		v.entity, v.why = id, whyVaries(r.textOf(int32(v.src.first), int32(v.src.core)), r.speaker(id).Name)
		return
	}
	if id := r.residentAt(m); id != noEntity {
		v.entity, v.why = id, quoted(printed)+" is where "+r.called(id)+" lives"
		return
	}
	if id := r.holderAt(m); id != noEntity {
		v.entity, v.why = id, whyFollows(printed, r.called(id))
		return
	}
	if id := r.heldOffice(v, m); id != noEntity {
		v.entity, v.why = id, whyRole(printed, r.entities[id].forms)
		return
	}
	v.entity = m.entity
	e := &r.entities[m.entity]
	if e.unsure {
		r.settle(e, m)
		r.settleShop(e, m)
	}
	v.why = r.whyNamed(v, e, printed)
}

// native gives the person whom "The Australian" varies, though a paper is called so: no paper says what "he" is.
func (r *resolver) native(v *voice) int32 {
	if v.src.core-v.src.first != 2 || !r.is(v.src.head, demonym) || v.end <= v.begin || r.quoted[v.begin] || v.begin < v.anchor {
		return noEntity
	}
	k := v.begin
	if r.word(k) == "that" {
		k++
	}
	if p := r.pronoun(k); p != he && p != she {
		return noEntity
	}
	return r.variation(v)
}

// settle decides what a single capitalised word is that nothing else has told: a body when it is printed with
// an article ("the Crown"), behind a noun for one or with a figure in it, a person otherwise.
func (r *resolver) settle(e *entity, m *named) {
	e.unsure = false
	k := int(m.first) - 1
	if m.last-m.first > 1 {
		return
	}
	if strings.ContainsAny(r.word(k+1), "0123456789") || r.firmBefore(k+1) {
		e.kind = Organisation // G20; the airline Skyra
		return
	}
	if !r.sameSentence(k, k+1) || r.lower(k) != "the" {
		return
	}
	e.kind = Organisation
	if stem, ok := strings.CutSuffix(e.folded, "s"); ok && len(r.byWord[stem]) > 0 {
		e.kind = Group // the Orlos
	}
}

// settleShop makes a body of a name with a possessive that speaks itself: "Orlo's said that prices would fall".
func (r *resolver) settleShop(e *entity, m *named) {
	k := int(m.last)
	if !r.possessive(k) || !r.is(k+1, speaking) || r.capital(k+1) || !r.sameSentence(k, k+1) {
		return
	}
	e.kind = Organisation
	e.forms = addNew(e.forms, r.textOf(m.first, m.last+1))
}

// called gives the name under which an entity is told, so far.
func (r *resolver) called(id int32) string {
	if forms := fullest(r.entities[id].forms); len(forms) > 0 {
		return forms[0]
	}
	return ""
}

// speaker gives the speaker that quotes of an entity share; nil for none. Only when every quote is resolved is it known
// of what kind the entity is, and which roles it has.
func (r *resolver) speaker(id int32) *Speaker {
	if id == noEntity {
		return nil
	}
	e := &r.entities[id]
	if e.shown == nil {
		forms := fullest(e.forms)
		if len(forms) == 0 {
			return nil
		}
		e.shown = &Speaker{Name: forms[0], Kind: e.kind, Printed: forms}
		if e.kind == Person {
			e.shown.Role = r.bestRole(e.roles)
		}
	}
	return e.shown
}
