package wording

import (
	"math"
	"strings"
	"time"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
	"quotidian/quotes"
)

// Rule is what a person settled about two quotes. Rules are hard constraints: Same quotes are in one statement, the
// others never are.
type Rule struct {
	A, B string // ids of quotes
	Same bool
}

// Options set how sure a join must be. All numbers are probabilities.
type Options struct {
	// Whole is the least mean score at which two groups of quotes become one statement.
	Whole float64
	// Own is the same where one known speaker said all of both groups.
	Own float64
	// Part is the least score at which a piece is attached to the statement it was cut from.
	Part float64
	// OwnPart is the same where one known speaker said all of both.
	OwnPart float64
	// Review is the least score at which a pair that was not joined is proposed to a person.
	Review float64
	// Guarded leaves to a person what machines are often wrong about: numbers that differ, a question beside a
	// statement, a piece that says next to nothing.
	Guarded bool
}

// The two settings; their figures on the development data are in docs/matching.md.
var (
	// Careful joins only what is nearly certain; the rest is proposed. For dossiers.
	Careful = Options{Whole: 0.9, Own: 0.75, Part: 0.97, OwnPart: 0.85, Review: 0.25, Guarded: true}
	// Likely joins what is likelier than not. For bulk matching without a person.
	Likely = Options{Whole: 0.15, Own: 0.08, Part: 0.85, OwnPart: 0.75, Review: 0.1}
)

// Join says why a quote belongs to its statement: the member it is most like.
type Join struct {
	// Quote and To are places in the order in which the quotes were added.
	Quote, To int
	// Score is the probability of the join, 1 where a person settled it.
	Score float64
	// Part is true when one of the two is a piece of the other.
	Part bool
	// By is "machine", or "rule" where a person settled it.
	By string
}

// Statement is one utterance: the quotes that report it, in order of their ids, and a join for all but the first.
type Statement struct {
	Members []int
	Joins   []Join
}

// Proposal is a pair of statements that may be one, for a person to decide.
type Proposal struct {
	// A and B are places in Result.Statements, QuoteA and QuoteB the two quotes that are most alike.
	A, B           int
	QuoteA, QuoteB int
	Score          float64
	Part           bool
	// Touches is the number of quotes that a decision would move or keep apart.
	Touches int
}

// Result is a division of all quotes into statements, and what waits for a person; proposals that touch most quotes
// come first. It depends on the set of quotes and rules alone, not on the order in which they came.
type Result struct {
	Statements []Statement
	Proposals  []Proposal
}

// Joiner takes quotes one by one and divides them into statements. Adding only prepares and files a quote; pairs are
// compared when a result is asked for, and of those only the ones that were not before. One Joiner serves one goroutine.
//
// It is made for millions of quotes: it keeps their texts, the gists that decide which pairs are compared, and the
// pairs that scored, under a kilobyte a quote; texts in canonical form are packed and unpacked when needed.
type Joiner struct {
	comparer *Comparer
	quotes   []entry
	ids      lookup
	names    map[int32][]canon.Name // of the quotes that have any
	speakers interned
	articles interned

	// nodes are the distinct wordings; most work is done once for each. said holds who said them and when, keys what their
	// words are known again by.
	nodes  []node
	said   []said
	keys   []uint64
	nodeOf lookup
	gists  pair.Gists
	filing filing
	blocks map[int32]*block // by speaker
	grown  []int32          // the speakers whose blocks have nodes that are not settled
	most   int              // see thronged
	linked int32            // the nodes below it were compared
	// kept is how far what comparing found out was recorded; forgotten are the pairs of nodes below it that went since.
	kept      int32
	forgotten [][2]int32
	asides    map[[2]int32]odds // of echoes, see throng.go

	forms  pair.Pack // of nodes
	keybuf []uint64
	added  Prepared // the quote that is added
	// See look.go: the lookers of as many goroutines, and what has them work.
	lookers []*looker
	run     func(work func(hand int))
}

// entry is a quote as a Joiner keeps it.
type entry struct {
	id, text         string
	day              int32 // since 1970; undated where unknown
	speaker, article int32
	next             int32 // the next quote of the same node, -1 for none
	kind             quotes.Kind
}

const undated = math.MinInt32

// node is one wording of one speaker on one day.
type node struct {
	first   int32 // its first quote, whose text its form was made of
	words   uint16
	figures uint8 // the number of its quantities
	says    says
	edges   []edge
}

// said is by whom, and on which day, a wording was said; it lies apart from the rest of a node, because it is asked for
// of every candidate.
type said struct{ speaker, day int32 }

// says is how much a wording says.
type says uint8

const (
	muted    says = 1 << iota // too little to be recognised: it stands alone
	slight                    // too little to be a piece, where nobody quotes it
	noClause                  // printed in an article, and nothing in it can only be a verb
	inMarks                   // some of it stands between quotation marks
	echoing                   // so many say nearly the same that they speak for it
	ownCut                    // slight, but a clause that the speaker's own words may have been cut to
)

func (n *node) mute() bool  { return n.says&muted != 0 }
func (n *node) light() bool { return n.says&slight != 0 }
func (n *node) echo() bool  { return n.says&echoing != 0 }

// edge leads to a node that scores with this one. It is a function of the two nodes' own fields.
type edge struct {
	to int32
	odds
}

// interned numbers strings from 1; 0 is the empty one.
type interned struct {
	number lookup
	list   []string
}

func (in *interned) of(s string) int32 {
	if s == "" {
		return 0
	}
	hash := canon.HashString(s)
	n, ok := in.number.find(hash, func(n int32) bool { return in.list[n-1] == s })
	if !ok {
		in.list = append(in.list, s)
		n = int32(len(in.list))
		in.number.put(hash, n)
	}
	return n
}

func (in *interned) string(n int32) string {
	if n == 0 {
		return ""
	}
	return in.list[n-1]
}

// NewJoiner gives an empty joiner.
func NewJoiner() *Joiner { return NewJoinerWith(NewComparer()) }

// NewJoinerWith gives an empty joiner that scores with c.
func NewJoinerWith(c *Comparer) *Joiner {
	return &Joiner{
		comparer: c, names: map[int32][]canon.Name{}, blocks: map[int32]*block{}, asides: map[[2]int32]odds{}, most: thronged,
		lookers: []*looker{newLooker(c)}, run: func(work func(hand int)) { work(0) },
	}
}

// ID gives the id of the quote that was added as number i.
func (j *Joiner) ID(i int) string { return j.quotes[i].id }

// Add takes one more quote; one whose id was added before is ignored.
func (j *Joiner) Add(q Quote) {
	id := canon.HashString(q.ID)
	if _, ok := j.find(q.ID, id); ok {
		return
	}
	p := &j.added
	j.comparer.prepare(p, q)
	at := int32(len(j.quotes))
	j.ids.put(id, at)
	if len(q.Names) > 0 {
		j.names[at] = q.Names
	}
	e := entry{id: q.ID, text: q.Text, day: day(q.Published), speaker: j.speakers.of(q.Speaker), article: j.articles.of(q.Article), next: -1, kind: q.Kind}
	key := wordsKey(p, e)
	mute := q.Article != "" && thin(p) // a person or program that gives a text alone means it
	if mute && (e.speaker == 0 || strings.HasPrefix(q.Speaker, describedSign) || e.day == undated || len(p.text.Words) < leastSaidAgain) {
		key ^= canon.HashString(q.ID)
	}
	by := said{e.speaker, e.day}
	n, ok := j.nodeOf.find(by.hash(key), func(n int32) bool { return j.keys[n] == key && j.said[n] == by })
	if ok {
		first := &j.quotes[j.nodes[n].first]
		e.next, first.next = first.next, at
	}
	j.quotes = append(j.quotes, e)
	if !ok {
		j.addNode(p, q.Article != "", key, mute)
	}
}

// leastSaidAgain is how many words that tell next to nothing are one statement where several articles report them, the very same
// ones, of one speaker on one day: "that he cast his ballot for Orlo", and not "to comment".
const leastSaidAgain = 4

// addNode makes a node of the quote that was added last; its form is p.
func (j *Joiner) addNode(p *Prepared, printed bool, key uint64, mute bool) {
	n, at := int32(len(j.nodes)), int32(len(j.quotes)-1)
	x := node{first: at, words: uint16(min(len(p.text.Words), math.MaxUint16)), figures: uint8(len(p.quantities))}
	if printed && matter(p.text) < leastPiece {
		x.says |= slight
		if clausal(p.text) && matter(p.text) >= leastOwnCut {
			x.says |= ownCut
		}
	}
	if mute {
		x.says |= muted
	}
	if printed && !clausal(p.text) {
		x.says |= noClause
	}
	if p.quotesAny() {
		x.says |= inMarks
	}
	by := said{j.quotes[at].speaker, j.quotes[at].day}
	j.nodeOf.put(by.hash(key), n)
	j.nodes, j.keys, j.said = append(j.nodes, x), append(j.keys, key), append(j.said, by)
	j.gists.Add(p.text)
	j.forms.Add(p.text)
	if mute {
		return
	}
	j.keybuf = p.text.Keys(j.keybuf[:0])
	j.filing.put(j.keybuf, n)
}

// find gives the place of the quote with an id, whose hash is given.
func (j *Joiner) find(id string, hash uint64) (int32, bool) {
	return j.ids.find(hash, func(n int32) bool { return j.quotes[n].id == id })
}

func day(t time.Time) int32 {
	if t.IsZero() {
		return undated
	}
	return int32(t.Unix() / secondsADay)
}

const secondsADay = 24 * 60 * 60

// wordsKey is equal for quotes of the same words, printed alike but for the style of marks, blanks and those stops after which no
// sentence begins: which capitals are names depends on where sentences begin, what was quoted on where marks stand, and a node, which
// is what one speaker said so on one day, is read as its first quote is.
func wordsKey(p *Prepared, e entry) uint64 {
	h := p.text.Exact
	for i := range p.text.Words {
		if p.text.Words[i].Has(canon.Opens) {
			h = (h ^ uint64(i)) * mix
		}
	}
	for i := range p.text.Words {
		if p.inQuotes(i) {
			h = (h ^ uint64(len(p.text.Words)+i)) * mix
		}
	}
	for _, r := range e.text {
		if r > 0xff || !unspoken[r] {
			switch r {
			case '“', '”', '„', '‘', '’':
			default:
				h = (h ^ uint64(r)) * mix
			}
		}
	}
	return h
}

// mix is an odd number near 2^64 over the golden ratio.
const mix = 0x9E3779B97F4A7C15

// hash mixes a key of words with by whom and when they were said.
func (s said) hash(key uint64) uint64 {
	key = (key ^ uint64(uint32(s.speaker))) * mix
	return (key ^ uint64(uint32(s.day))) * mix
}

// unspoken are the marks, blanks and stops below U+0100 that nobody hears.
var unspoken = [256]bool{
	' ': true, '\n': true, '\t': true, '\u00a0': true, '"': true, '\'': true, '«': true, '»': true, ',': true, '.': true, ';': true, ':': true, '!': true,
}

// form fills p with a node's text in canonical form and uses its memory.
func (j *Joiner) form(p *Prepared, n int32) *Prepared {
	at := j.nodes[n].first
	e := &j.quotes[at]
	p.Quote = Quote{ID: e.id, Text: e.text, Kind: e.kind, Speaker: j.speakers.string(e.speaker), Names: j.names[at]}
	if e.day != undated {
		p.Published = time.Unix(int64(e.day)*secondsADay, 0).UTC()
	}
	if p.text == nil {
		p.text = &pair.Text{}
	}
	j.forms.Text(p.text, n, e.text, j.gists.Vector(n))
	p.quantities = quantities(p.quantities, p.text)
	return p
}

// Result divides what was added so far into statements under the rules.
func (j *Joiner) Result(rules []Rule, o Options) Result {
	j.link()
	g := newGrouping(j, rules, o)
	for _, c := range g.components() {
		g.cluster(c)
	}
	g.host()
	return g.result()
}
