package dossier

import (
	"cmp"
	"slices"
	"strings"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

// member is a quote with what a fold knows about it.
type member struct {
	*store.Quote
	outlet    articles.Outlet
	published articles.Date
	speaker   *speaker // nil when nobody could be made out
	touch     touch
	note      string
	saidBy    string
	// score is how surely the machine put it into its statement.
	score float64
}

// statement is a cluster of quotes in order of publication.
type statement struct {
	id      string
	members []*member
}

func compareMembers(a, b *member) int {
	return cmp.Or(comparePublished(a.published, b.published), cmp.Compare(a.outlet.Name, b.outlet.Name),
		cmp.Compare(a.Article, b.Article), cmp.Compare(a.Place, b.Place), cmp.Compare(a.ID, b.ID))
}

// version is one distinct wording of a statement.
type version struct {
	lead    *member // the first that printed it
	members []*member
}

// versions groups members by what they printed, and in whose mouth. Two printings are one wording when they differ in nothing but
// the style of marks, blanks and capitals; words that are given to somebody else are another, for that is what their outlet changed.
func versions(members []*member) []version {
	var all []version
	at := map[string][]int{}
	others := mouths{}
	for _, m := range members {
		key := m.Kind.String() + " " + plainWords(m.Words)
		same := slices.IndexFunc(at[key], func(i int) bool { return !others.differ(&all[i], m) })
		if same < 0 {
			at[key] = append(at[key], len(all))
			all = append(all, version{m, []*member{m}})
			continue
		}
		v := &all[at[key][same]]
		v.members = append(v.members, m)
	}
	return all
}

// mouths remembers of two speakers whether who names one has named somebody else than who names the other.
type mouths map[[2]string]bool

// differ reports whether a member gives the words of a version to somebody else than the first of those does that name anybody.
func (ms mouths) differ(v *version, m *member) bool {
	i := slices.IndexFunc(v.members, func(x *member) bool { return x.asWording().Speaker != "" })
	if i < 0 {
		return false
	}
	x, y := v.members[i].asWording(), m.asWording()
	if y.Speaker == "" || x.Speaker == y.Speaker {
		return false
	}
	pair := [2]string{x.Speaker, y.Speaker}
	if _, known := ms[pair]; !known {
		c, _ := guarded(x, y, func() wording.Comparison { return wording.Compare(x, y) })
		ms[pair] = slices.ContainsFunc(c.Changes, func(c wording.Change) bool { return c.Kind == wording.Speaker })
	}
	return ms[pair]
}

// firstWording is the wording that others are held against, of those that may have been printed first: direct before mixed before
// indirect, then by publication, then the longest. Several may have been where an article prints a statement twice, or where an outlet
// of that day gives no hour, which stands behind those that do. What was surely printed later is never it however much it says: a
// translation of the afternoon hides what the next outlet changed.
func firstWording(vs []version, members []*member) int {
	start := members[0].published
	mayBeFirst := func(m *member) bool {
		return !start.Known() || m.published.Known() && !surelyBefore(start, m.published)
	}
	best, told := -1, (*member)(nil)
	for i, v := range vs {
		at := slices.IndexFunc(v.members, mayBeFirst)
		if at < 0 {
			continue
		}
		if m := v.members[at]; best < 0 || m.tellsMore(told) {
			best, told = i, m
		}
	}
	return best
}

// tellsMore reports whether a printing is held up to another that may have been as early.
func (m *member) tellsMore(than *member) bool {
	return cmp.Or(cmp.Compare(m.Kind, than.Kind), comparePublished(m.published, than.published), cmp.Compare(len(than.Words), len(m.Words))) < 0
}

// headline is the wording that stands for the statement in lists: direct before mixed before indirect, then the
// earliest, or a longer one that holds it whole. So neither what one outlet made of it later nor a piece of three words
// is what a reader looks for.
func headline(vs []version) int {
	best := 0
	for i := 1; i < len(vs); i++ {
		a, b := vs[i].lead, vs[best].lead
		if a.Kind < b.Kind || a.Kind == b.Kind && includes(a.Words, b.Words) {
			best = i
		}
	}
	return best
}

// includes says whether a text has another in it, word for word, and more.
func includes(text, part string) bool {
	return len(text) > len(part) && strings.Contains(" "+plainWords(text)+" ", " "+plainWords(part)+" ")
}

// row makes the line of the list of statements.
func (s *statement) row(memo *memo) store.Statement {
	vs := versions(s.members)
	ms := s.members
	who := mainSpeaker(speakersOf(ms))
	r := store.Statement{
		ID: s.id, Text: vs[headline(vs)].lead.Words,
		Appearances: len(ms), Wordings: len(vs), Confidence: s.confidence(), Status: s.status(),
		Thought: !slices.ContainsFunc(ms, func(m *member) bool { return m.Medium != quotes.Thought }),
	}
	if who != nil {
		r.Speaker, r.SpeakerName = who.id, who.name
	}
	r.First, r.FirstOutlet = first(ms)
	for _, m := range ms {
		r.Outlets = appendNew(r.Outlets, m.outlet.Name)
		r.Origins = appendNew(r.Origins, m.outlet.Origin)
	}
	for _, k := range memo.kinds(vs, firstWording(vs, ms)) {
		r.Changes = append(r.Changes, string(k))
	}
	r.NeedsReview = r.Status == byMachine && (r.Confidence < doubtful || speakersDiffer(ms))
	r.Newest, r.Search = newest(&r), s.haystack(vs)
	return r
}

// doubtful is the confidence under which a statement asks for a look.
const doubtful = 0.6

// Review says why a statement asks for a look, "" when it does not.
func (r *StatementRow) Review() string {
	switch {
	case !r.NeedsReview:
		return ""
	case r.Confidence >= doubtful:
		return "its quotes are given to different speakers"
	case r.Appearances == 1:
		return "that it is a quote is not sure"
	}
	return "that its quotes are one statement is not sure"
}

// confidence is that of the weakest join; what a person settled is sure. A statement of one quote has that of
// the quote.
func (s *statement) confidence() float64 {
	if len(s.members) == 1 {
		return s.members[0].Confidence
	}
	weakest := 1.0
	for _, m := range s.members {
		if m.touch.status == "" {
			weakest = min(weakest, m.score)
		}
	}
	return weakest
}

// status is "rejected" when every member is, "confirmed" when every member that is not is, "changed" when a
// decision changed one, "machine" otherwise.
func (s *statement) status() string {
	count := map[string]int{}
	for _, m := range s.members {
		count[m.status()]++
	}
	n := len(s.members)
	switch {
	case count[rejected] == n:
		return rejected
	case count[confirmed] > 0 && count[confirmed]+count[rejected] == n:
		return confirmed
	case count[byMachine] < n:
		return changed
	}
	return byMachine
}

func (m *member) speakerID() string {
	if m.speaker == nil {
		return ""
	}
	return m.speaker.id
}

func (m *member) speakerName() string {
	if m.speaker == nil {
		return ""
	}
	return m.speaker.name
}

// asWording is the member as comparisons take it. A description ("the president") may mean whomever the others name, so that who
// prints it has given the words to nobody else.
func (m *member) asWording() wording.Quote {
	q := wording.Quote{
		ID: m.ID, Text: m.Words, Kind: m.Kind,
		Outlet: m.outlet.Name, Published: m.published.Time.UTC(), Article: m.Article, Position: m.Place, Parts: len(m.Content),
	}
	if m.speaker != nil && m.speaker.kind != attribution.Unnamed {
		q.Speaker, q.SpeakerName = spokenBy(m.speaker.kind, m.speaker.name, m.speaker.id), m.speaker.name
	}
	return q
}

func (m *member) status() string {
	if m.touch.status == "" {
		return byMachine
	}
	return m.touch.status
}

// voice is who speaks in one quote, and whether a person said so.
type voice struct {
	*speaker
	settled bool
}

// mainSpeaker is the one to whom most quotes are given; on a tie the one to whom a person gave more of them, else the smaller id.
func mainSpeaker(said []voice) *speaker {
	count, settled := map[string]int{}, map[string]int{}
	var best *speaker
	for _, s := range said {
		count[s.id]++
		if s.settled {
			settled[s.id]++
		}
	}
	for _, s := range said {
		if best == nil || cmp.Or(cmp.Compare(count[best.id], count[s.id]), cmp.Compare(settled[best.id], settled[s.id]), cmp.Compare(s.id, best.id)) < 0 {
			best = s.speaker
		}
	}
	return best
}

// speakersOf gives the speaker of each member that has one.
func speakersOf(ms []*member) []voice {
	var said []voice
	for _, m := range ms {
		if m.speaker != nil {
			said = append(said, voice{m.speaker, spokenFor(m.saidBy, m.touch)})
		}
	}
	return said
}

// spokenFor reports whether a person said who speaks in a quote, or that what was read there is right.
func spokenFor(saidBy string, t touch) bool { return saidBy != "" || t.status == confirmed }

func speakersDiffer(ms []*member) bool {
	said := speakersOf(ms)
	main := mainSpeaker(said)
	return slices.ContainsFunc(said, func(s voice) bool {
		return s.id != main.id && spokenBy(s.kind, s.name, s.id) != spokenBy(main.kind, main.name, main.id)
	})
}

func appendNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// haystack is what a search looks through: all wordings, spellings and outlets, folded, one a line.
func (s *statement) haystack(vs []version) string {
	var parts []string
	for _, v := range vs {
		parts = appendNew(parts, foldSearch(v.lead.Words))
	}
	for _, m := range s.members {
		parts = appendNew(parts, foldSearch(m.outlet.Name))
		if m.speaker != nil {
			parts = appendNew(parts, foldSearch(m.speaker.name))
		}
		if m.Speaker != nil {
			for _, p := range m.Speaker.Printed {
				parts = appendNew(parts, foldSearch(p))
			}
		}
	}
	return strings.Join(parts, "\n")
}

// kinds lists every kind of change found among the wordings, worst first.
func (memo *memo) kinds(vs []version, base int) []wording.ChangeKind {
	var changes []wording.Change
	for i, v := range vs {
		if i != base {
			changes = append(changes, pieced(vs, i, made(vs[base], v, memo.compare(vs[base].lead, v.lead)))...)
		}
	}
	all := wording.KindsOf(changes)
	slices.SortFunc(all, wording.ByWeight)
	return all
}
