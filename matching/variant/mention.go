package variant

import (
	"time"

	"quotidian/attribution"
)

// AutoJoin is the probability from which names are joined without asking. Among labelled pairs at or above it
// fewer than one in two hundred is wrong (docs/names.md).
const AutoJoin = 0.99

// Review is the probability from which a pair is proposed to a person.
const Review = 0.50

// Mention is a name as one article gives it: the fullest form the article prints, or a bare surname where it
// prints no more.
type Mention struct {
	// ID names the mention and must be unique and stable: rules refer to it.
	ID   string
	Name string
	Kind attribution.SpeakerKind
	// Role is the description printed with the name, "" when there is none.
	Role string
	// Article and Outlet say where it was printed.
	Article, Outlet string
	// Published is zero when the article is undated.
	Published time.Time
	// Count is how often the article uses the name; 0 counts as 1.
	Count int
}

// Evidence is what the caller knows about two mentions besides their names.
type Evidence struct {
	A, B string // ids of mentions
	Kind EvidenceKind
	// Note says in words what was found, for the reviewer: `same statement in Marovia Today`.
	Note string
}

// EvidenceKind says what was found. The same role, the same day and both names in one article are seen by Join
// itself.
type EvidenceKind uint8

// The kinds.
const (
	// SameStatement: both are named as the speaker of one statement in two articles.
	SameStatement EvidenceKind = iota
	// CoMentioned: both articles name the same other people beside them.
	CoMentioned
	// Contradiction: what the articles say cannot be true of one person.
	Contradiction
)

// Verdict is what a rule settles.
type Verdict uint8

// The verdicts.
const (
	Never Verdict = iota
	Same
)

// Target is what a rule speaks of: one mention by its id, or every mention with a spelling. Exactly one is set.
type Target struct {
	Mention string
	Name    string // compared folded, so marks and capitals do not matter
}

// Rule is what a person has settled about two targets. Rules by name hold for articles added tomorrow.
type Rule struct {
	Verdict Verdict
	A, B    Target
}

// Reason is one piece of evidence in words.
type Reason struct {
	Text string
	For  bool
	// Weight is what it changed in log-odds (nats); 0 where nothing was weighed, as for a veto.
	Weight float64
}

// Score is what a comparison found.
type Score struct {
	// P is the probability, 0 to 1, that both names mean one person or organisation.
	P       float64
	Reasons []Reason // the weightiest first
	// Veto says why the names must not be joined without a person, "" when nothing forbids it.
	Veto string
}

// Cluster is one person or organisation.
type Cluster struct {
	// Name is the spelling to show: the one most used among the fullest.
	Name string
	Kind attribution.SpeakerKind
	// Mentions are the ids of its members in ascending order.
	Mentions []string
}

// Link is a pair of spellings with the score that joined or proposes them.
type Link struct {
	A, B     string // spellings as printed
	IDA, IDB string // a mention of each
	ClusterA int    // index into Result.Clusters; the same as ClusterB for a join
	ClusterB int
	Score    Score
	// By says what decided: "machine", "rule", or for a proposal what makes it wait.
	By string
}

// Result is what Join gives.
type Result struct {
	// Clusters are in order of their first mention's id.
	Clusters []Cluster
	// Joins say why the spellings of a cluster stand together, Proposals what a person is asked. Both are ordered
	// by probability, highest first, then by the ids.
	Joins     []Link
	Proposals []Link
}
