package dossier

import (
	"time"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

// The types of this file are what the dossier shows: each is a fold of articles, machine results and the
// person's decisions. They are values; nobody can change a dossier by changing one.

// ArticleID, QuoteID, StatementID and SpeakerID name things within one dossier. They are derived from content,
// so the same articles give the same ids whatever the order of import.
type (
	ArticleID   string
	QuoteID     string
	StatementID string
	SpeakerID   string
)

// ArticleInfo is one article of the library without its text.
type ArticleInfo struct {
	ID        ArticleID
	Path      string
	Hash      string // SHA-256 of the file, hex
	Format    string
	Title     string
	Byline    string
	URL       string
	Language  string
	Outlet    articles.Outlet
	Published articles.Date
	Added     time.Time
	// Quotes is the number of those that were found and that nobody struck out, attitudes included.
	Quotes int
	Words  int
	// Note is what a person remarked about the article.
	Note string
}

// Appearance is one quote as a member of a statement: what one article printed.
type Appearance struct {
	Quote     QuoteID
	Statement StatementID
	Article   ArticleInfo
	Kind      quotes.Kind
	Medium    quotes.Medium
	// Content, Cue and Source are byte spans into the article's text.
	Content []articles.Span
	Cue     articles.Span
	Source  articles.Span
	// Position is Content in code points, as everything that leaves the program counts.
	Position [][2]int
	// Text is the content's words, spans joined by a blank.
	Text string
	// Before, Sentence and After are the sentence of the quote with its neighbours.
	Before, Sentence, After string
	// CueText and SourceText are as printed.
	CueText, SourceText string
	// Printed is the speaker's name as this article resolves it; Speaker the one it was joined to.
	Printed    string
	Role       string // as this article prints it, unless a person gave the speaker one
	Speaker    SpeakerID
	SpeakerAs  string // display name of Speaker
	Via        []string
	Reason     string
	Why        string
	Confidence float64
	// RestsOn is whose word the appearance rests on: the agency credited, the relay nearest to the article, another outlet of the
	// statement that the text credits, or its own. Articles that print one text in their own words rest on one source: whom one of
	// them credits, else "unknown (one text in …)". TextOf is the outlet that the others credit with the text, else the one that
	// printed it first, "" for that article itself. Both are given with a statement, not with an article.
	RestsOn, TextOf string
	// Wording indexes Statement.Wordings.
	Wording int
	// Changes says what this wording did to the statement's first wording; empty for that wording itself.
	Changes []wording.Change
	// Status is "machine" until a person settled something about it, "confirmed", "changed" or "rejected" then. What was kept apart
	// from something with which it never stood is as the machine has it.
	Status string
	// DecidedBy, DecidedAt and Note come from the newest decision that touched this quote.
	DecidedBy string
	DecidedAt time.Time
	Note      string
}

// Wording is one distinct text among a statement's appearances.
type Wording struct {
	Text string
	Kind quotes.Kind
	// Outlets lists the carriers that printed it, in order of publication.
	Outlets []string
	// Changes against the statement's first wording, worst first.
	Changes []wording.Change
	// Diff aligns this wording with the first one.
	Diff wording.Diff
}

// StatementRow is one line of the list of statements.
type StatementRow struct {
	ID StatementID
	// Text is the wording that stands for the statement: the first direct one, or a longer one that holds it whole.
	Text    string
	Speaker SpeakerID
	// SpeakerName is the display name, "" when nobody could be made out.
	SpeakerName string
	// Outlets lists the carriers, in order of publication, each once.
	Outlets []string
	// Origins lists the agencies credited; one origin behind many outlets is one source.
	Origins []string
	// First is the earliest dated appearance; not Known when none is dated.
	First        articles.Date
	FirstOutlet  string
	Appearances  int
	WordingCount int
	// Changes lists every kind found among its wordings, worst first.
	Changes []wording.ChangeKind
	// Confidence is that of the weakest join; of the quote itself where there is one appearance.
	Confidence float64
	// Status is "machine", "confirmed", "changed" or "rejected".
	Status string
	// Thought marks a statement of attitudes only, hidden unless asked for.
	Thought     bool
	NeedsReview bool
}

// Statement is one utterance with all its appearances.
type Statement struct {
	StatementRow
	// Appearances are in order of publication, undated ones last, then by outlet and position.
	Appearances []Appearance
	// Wordings begin with the one that the others are held against: the earliest, or the fullest direct one of those
	// that may be the earliest. The others are in order of publication.
	Wordings []Wording
}

// Spelling is one way a speaker's name was printed; Count is the number of articles that print it.
type Spelling struct {
	Text    string
	Count   int
	Outlets []string
}

// SpeakerInfo is one speaker across the dossier.
type SpeakerInfo struct {
	ID        SpeakerID
	Name      string
	Kind      attribution.SpeakerKind
	Spellings []Spelling
	Roles     []string // as a person gave it, else as articles print them, what most of them write first
	Quotes    int
	// Statements is the number of those that lists have under this speaker. Where most outlets name another, it is the other's.
	Statements int
	Outlets    []string
	// Joins explains why the spellings stand together.
	Joins []Join
}

// Join is the evidence for joining two spellings, or for keeping them apart.
type Join struct {
	A, B    string
	Score   float64 // 0 to 1
	Reasons []Reason
	// By is "machine" or the name of the person who decided.
	By string
}

// Reason is one piece of evidence in words.
type Reason struct {
	Text string
	For  bool
	// Beside marks what says how a pair comes to wait, and speaks neither for nor against.
	Beside bool `json:",omitempty"`
}

// Proposal is a pair of speakers or statements that waits for a person's decision.
type Proposal struct {
	Kind    string // "speaker" or "statement"
	A, B    string // ids
	NameA   string
	NameB   string
	Score   float64
	Reasons []Reason
	// Touches is the number of quotes the decision would change.
	Touches int
	// Aside marks a pair that a person looked at and left open.
	Aside bool `json:",omitempty"`
	// Changes are, of two statements, those in which what one says and what the other says cannot both be so.
	Changes []wording.Change `json:",omitempty"`
	// PrintedA and PrintedB say where the two wordings stand that are held against each other; of speakers nothing.
	PrintedA Printed `json:",omitzero"`
	PrintedB Printed `json:",omitzero"`
}

// Printed is the outlet that carried a wording, the day, which may not be known, and where it stands. Article and Quote are
// empty in what an earlier version proposed, until articles come or go.
type Printed struct {
	Outlet  string
	Day     time.Time `json:",omitzero"`
	Article ArticleID `json:",omitempty"`
	Quote   QuoteID   `json:",omitempty"`
}

// Disagrees reports whether the pair is two statements, perhaps of one utterance, that contradict each other.
func (p *Proposal) Disagrees() bool { return len(p.Changes) > 0 }

// Balance is the account of one import: Found = Added + Already + len(Faults), always. Misread names those of the articles
// of which something could not be read, such as the date that is said to be theirs; they are in the dossier all the same.
type Balance struct {
	Found   int
	Added   int
	Already int
	Faults  []articles.Fault
	Misread []articles.Fault
}

// Holds reports whether nothing was lost without a line.
func (b Balance) Holds() bool { return b.Found == b.Added+b.Already+len(b.Faults) }

// Filter narrows a list of statements. Zero fields do not filter.
type Filter struct {
	Speaker string // an id, also of an earlier day, words of any spelling, or a part of one where nobody is spelled with these words; folded
	Outlet  string
	Since   time.Time
	Until   time.Time
	Changed wording.ChangeKind
	Search  string // words that must occur in a wording, speaker or outlet
	Thought bool   // include attitudes
	Alone   bool   // what one outlet alone carried
	Several bool   // what two outlets or more carried
	Review  bool   // what asks for a person's look
}
