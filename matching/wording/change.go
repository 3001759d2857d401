package wording

// ChangeKind names what one wording did to another.
type ChangeKind string

// The kinds, the ones that matter to an editor first; Worse orders them.
const (
	Actor        ChangeKind = "actor"        // who acts: seized / handed over
	Number       ChangeKind = "number"       // some 800 / more than 800
	Negation     ChangeKind = "negation"     // a "not" dropped or added
	Modality     ChangeKind = "modality"     // can / may
	Recipient    ChangeKind = "recipient"    // to whom
	Speaker      ChangeKind = "speaker"      // attributed to someone else
	Unquoted     ChangeKind = "unquoted"     // direct became indirect
	Reworded     ChangeKind = "reworded"     // other words, same language path
	Retranslated ChangeKind = "retranslated" // both direct, other words: a second translation
	Split        ChangeKind = "split"        // printed in parts
	Trimmed      ChangeKind = "trimmed"      // words left out
)

// Change is one named difference with the words that show it.
type Change struct {
	Kind ChangeKind
	// From and To are the words of the first and of the changed wording; either may be empty.
	From, To string
	// Note says it in a sentence a reporter understands.
	Note string
}

// Op is what happened to a stretch of words.
type Op uint8

// The operations of a Diff.
const (
	Same Op = iota
	Deleted
	Inserted
	Replaced
)

// Run is a stretch of words of a Diff; A of the first wording, B of the second. For Same both are given as
// printed, for Deleted B is empty, for Inserted A is. Of what was left out at either end the outer quotation mark is not given where the
// second wording has one there.
type Run struct {
	Op   Op
	A, B string
}

// Diff is a word alignment of two wordings, in reading order.
type Diff []Run
