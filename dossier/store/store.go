// Package store keeps a dossier in one file.
//
// It is the only room that knows the database. What it keeps falls into three parts:
//
//   - what was read: articles with their quotes, and the faults of inputs that could not be read;
//   - what a person settled: the log of decisions, which only grows (a trigger of the database refuses anything
//     else);
//   - what follows from the two: the joins across articles, and the views folded from them (speakers, statements,
//     appearances, proposals). They are a convenience, so that a big dossier opens at once; they can be thrown away
//     and made again.
//
// [Store] is the whole contract, and storetest its conformance suite, so that another database can take
// SQLite's place. [Open] opens a file as SQLite; its format is documented by the statements of schema.sql, its
// number stands in PRAGMA user_version. Package pages guards it by checksums.
//
// The store gives no meaning to what it keeps: what belongs together is decided one room up.
package store

import (
	"context"
	"iter"
	"time"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier/decision"
	"quotidian/quotes"
)

// Article is an article with what the dossier notes about it.
type Article struct {
	ID string
	// Read is the article as it was read; its Text is empty in listings.
	Read articles.Article
	// Content is the SHA-256 of title and text, in hex.
	Content string
	Added   time.Time
	Words   int
	// Rules is the version of the rules that found the quotes.
	Rules string
	// Quotes is their number; it is counted, not kept.
	Quotes int
}

// Quote is a quote of an article. Place is its order in the article, from 0.
type Quote struct {
	ID, Article string
	Place       int
	attribution.Quote
	// Words is the content, spans joined by a blank.
	Words string
}

// Fault is an input that could not be read, with the last time it was tried.
type Fault struct {
	articles.Fault
	At time.Time
}

// Entry is what an import found in one place: an article with its quotes, or, where Article is nil, a fault.
type Entry struct {
	Article *Article
	Quotes  []Quote
	Fault   Fault
}

// Statement is one row of the list of statements, see the fields of the same names in package dossier.
type Statement struct {
	ID, Text             string
	Speaker, SpeakerName string
	Outlets, Origins     []string
	First                articles.Date
	FirstOutlet          string
	Appearances          int
	Wordings             int
	Changes              []string
	Confidence           float64
	Status               string
	Thought, NeedsReview bool
	// Newest is the place in lists, the highest first; of equal ones the smaller id comes first.
	Newest int64
	// Search holds the folded words of all wordings, spellings and outlets. Listings leave it empty.
	Search string
}

// Appearance ties a quote to its statement and its speaker.
type Appearance struct {
	Quote, Statement string
	// Article is that of the quote; it is looked up, not kept.
	Article   string
	Speaker   string // empty when nobody could be made out
	Status    string
	DecidedBy string
	DecidedAt time.Time
	Note      string
	// SaidBy is the name a person gave as the speaker, empty when none did.
	SaidBy string
}

// Speaker is one speaker; the lists are JSON of the room above.
type Speaker struct {
	ID, Name                         string
	Kind                             attribution.SpeakerKind
	Quotes, Statements               int
	Spellings, Roles, Outlets, Joins string
}

// Proposal is a pair that waits for a decision; Payload is JSON of the room above.
type Proposal struct {
	Kind, A, B string
	Score      float64
	Payload    string
}

// Joined is where an item, a quote or a mention of a speaker, stands in the joins of the machine: the smallest
// member of its cluster, and how surely it belongs there.
type Joined struct {
	Item, Cluster string
	Score         float64
}

// Link is a pair of items that the machine joined or left open; Payload is JSON of the room above, or empty.
type Link struct {
	Kind, A, B string
	Score      float64
	Payload    string
}

// Kept is one more piece of what comparing found out under a name; Anew takes the place of all pieces before it.
type Kept struct {
	Name  string
	Anew  bool
	Piece []byte
}

// Look is when a person last looked at a saved search, or at everything (Name "").
type Look struct {
	Who, Name string
	At        time.Time
}

// Saved is a search that a person keeps under a name; Query is JSON of the room above.
type Saved struct {
	Name, Query, Who string
	At               time.Time
}

// Find says what is looked for: words or parts of words from their beginning, phrases in quotation marks. Capitals and
// accents make no difference. Without words everything is found. Among says of the number of a quote, or of an article,
// whether it is meant, see [Numbered]; Speakers are ids. All are meant where one of them is nil. Speakers, Kind and
// Change are of quotes only.
type Find struct {
	Words    string
	Among    func(n int64) bool
	Speakers []string
	Kind     *quotes.Kind
	Change   string
}

// Numbered is the number of an article, or of a quote of it, in the order of import. Numbers change only when the file is
// written to, and those of one article's quotes mostly follow each other.
type Numbered struct {
	N       int64
	Article string
}

// Hit is something found. Text is the words of a quote; of an article it is a piece of the text around what was found.
type Hit struct {
	Quote, Statement string
	SpeakerName      string // empty when nobody could be made out
	Article          string
	Kind             quotes.Kind
	Text             string
}

// Reading is the mark of how articles are read: Careful, or nothing. A repair keeps it, as it follows from nothing else.
const (
	Reading = "reading"
	Careful = "careful"
)

// Change is what a fold makes of joins and views: the rows to write, and the ids of the rows that are no more.
type Change struct {
	Statements  []Statement
	Appearances []Appearance
	Speakers    []Speaker
	Proposals   []Proposal
	Joined      []Joined
	Links       []Link
	Kept        []Kept

	GoneStatements, GoneAppearances, GoneSpeakers, GoneJoined []string
	GoneProposals                                             []Proposal
	GoneLinks                                                 []Link

	// Marks are noted in the same transaction.
	Marks map[string]string
}

// Reader reads one dossier. Readers may run beside each other and beside one writer.
type Reader interface {
	// Articles lists all articles by id, without texts.
	Articles(ctx context.Context) ([]Article, error)
	// CountOutdated counts the articles whose quotes other rules found.
	CountOutdated(ctx context.Context, rules string) (int, error)
	// ArticlesOf lists those in which a speaker is quoted, by id, without texts.
	ArticlesOf(ctx context.Context, speaker string) ([]Article, error)
	// Carriers gives the outlet of each article as it was read, by id.
	Carriers(ctx context.Context) (map[string]string, error)
	// Article gives one article with its text; ErrNone when there is none.
	Article(ctx context.Context, id string) (Article, error)
	// Quotes streams the quotes of one article in reading order, or all as they lie in the file when article is "".
	Quotes(ctx context.Context, article string) iter.Seq2[Quote, error]
	// QuotesIn counts by article those of the quotes with these ids that are there.
	QuotesIn(ctx context.Context, ids []string) (map[string]int, error)
	// Aliases gives all aliases.
	Aliases(ctx context.Context) (map[string]string, error)
	// FindQuotes streams the quotes that are somebody's and hold the words, the newest import first; FindArticles the
	// articles likewise. On a format without an index of words the error of both is ErrOlder.
	FindQuotes(ctx context.Context, f Find) iter.Seq2[Hit, error]
	FindArticles(ctx context.Context, f Find) iter.Seq2[Hit, error]
	// ArticleNumbers streams the numbers of all articles, QuoteNumbers those of all quotes by article and place.
	ArticleNumbers(ctx context.Context) iter.Seq2[Numbered, error]
	QuoteNumbers(ctx context.Context) iter.Seq2[Numbered, error]
	// Saved lists the saved searches by name.
	Saved(ctx context.Context) ([]Saved, error)
	// Looked gives when a person last looked at a saved search, or at everything (name ""); zero for never.
	Looked(ctx context.Context, who, name string) (time.Time, error)
	// Looks lists all of these.
	Looks(ctx context.Context) ([]Look, error)
	// Faults lists the faults by path.
	Faults(ctx context.Context) ([]Fault, error)
	// Log gives the entries after number since, in order.
	Log(ctx context.Context, since int64) ([]decision.Decision, error)

	// Statements streams all rows by id; Statement gives one, ErrNone when there is none. Both leave Search empty.
	Statements(ctx context.Context) iter.Seq2[Statement, error]
	Statement(ctx context.Context, id string) (Statement, error)
	// Newest streams the first rows of the list of statements, attitudes left out: those with the highest Newest, by
	// falling Newest and rising id. On a format that keeps no such order the error is ErrOlder. CountStatements
	// counts all of them.
	Newest(ctx context.Context, limit int) iter.Seq2[Statement, error]
	CountStatements(ctx context.Context) (int, error)
	// Haystacks streams id and search text of all statements, by id.
	Haystacks(ctx context.Context) iter.Seq2[[2]string, error]
	// Appearances gives those of one statement, or of one article, or all, by quote id.
	Appearances(ctx context.Context, by AppearanceFilter) iter.Seq2[Appearance, error]
	// Appearance gives that of one quote; ErrNone when it has none.
	Appearance(ctx context.Context, quote string) (Appearance, error)
	// Speakers lists all speakers by id; Speaker gives one, SpeakerName its name and roles alone, ErrNone when there is none.
	Speakers(ctx context.Context) ([]Speaker, error)
	Speaker(ctx context.Context, id string) (Speaker, error)
	SpeakerName(ctx context.Context, id string) (name, roles string, err error)
	// Joined and Links stream the machine's joins.
	Joined(ctx context.Context) iter.Seq2[Joined, error]
	Links(ctx context.Context) iter.Seq2[Link, error]
	// Kept gives the pieces of what comparing found out under a name, in order.
	Kept(ctx context.Context, name string) ([][]byte, error)
	// Proposals lists all, best score first.
	Proposals(ctx context.Context) ([]Proposal, error)

	// Folded reports whether joins and views follow from what was read: no article came or went since the last Apply.
	Folded(ctx context.Context) (bool, error)
	// Mark gives a mark, "" when it was never set.
	Mark(ctx context.Context, name string) (string, error)
	// Version tells apart states of the file: it changes with every write of this or another program.
	Version(ctx context.Context) (int64, error)
	Close() error
}

// Store keeps one dossier. Every method that writes is one transaction and is on disk when it returns; after an
// error nothing of it is.
type Store interface {
	Reader
	// Snapshot gives the dossier as it is now, whatever is written later. It must be closed.
	Snapshot(ctx context.Context) (Reader, error)

	// Add keeps what an import found, in order. The faults noted for the path of an article are settled by it; the same
	// fault of the same path is kept once, with the last time.
	Add(ctx context.Context, entries ...Entry) error
	// Ruled notes that the quotes of an article are those that another version of the rules finds.
	Ruled(ctx context.Context, article, rules string) error
	// ReplaceArticle puts a in the place of the article old (which may have the same id). aliases leads from
	// the ids of what goes, quotes and the article itself, to the ids of what takes its place; what led to these leads
	// on, and no alias is left of an id that is there again.
	ReplaceArticle(ctx context.Context, old string, a Article, qs []Quote, aliases map[string]string) error
	// Alias notes ids that went and those in their place, where nothing is noted of them yet.
	Alias(ctx context.Context, aliases map[string]string) error
	// Save keeps a search, in the place of the one of that name; Unsave forgets it; Look notes when a person looked.
	Save(ctx context.Context, s Saved) error
	Unsave(ctx context.Context, name string) error
	Look(ctx context.Context, who, name string, at time.Time) error
	// SettleFaults forgets faults that were tried again and did not come up since: those with just these times.
	SettleFaults(ctx context.Context, tried []Fault) error
	// Append puts an entry at the end of the log, numbered by the store, and the views that follow from it.
	Append(ctx context.Context, d decision.Decision, c Change) (seq int64, err error)
	// Apply writes joins and views that follow from everything read.
	Apply(ctx context.Context, c Change) error
	// SetMark notes a mark.
	SetMark(ctx context.Context, name, value string) error

	// Backup writes a copy of the dossier as it is now to a file that is not there yet; others may write meanwhile.
	Backup(ctx context.Context, name string) error

	// Notes says what opening the dossier found and put right, one finding a line.
	Notes() []string
	// Check reads the whole file and gives what is wrong with it, one finding a line.
	Check(ctx context.Context) ([]string, error)
}

// AppearanceFilter narrows appearances; the zero filter takes all.
type AppearanceFilter struct{ Statement, Article, Speaker string }
