package export

import (
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// line is a line of the Read me sheet: a name and what belongs to it, in a style.
type line struct {
	name, text string
	style      int
}

// readMeWidth is that of the column of sentences, in characters.
const readMeWidth = 110

// readMe writes the first sheet last, when everything is counted.
func (b *book) readMe(l lists, t *tally, o Options) error {
	sw, err := b.open(sheetReadMe, "")
	if err != nil {
		return err
	}
	if err := errors.Join(sw.SetColWidth(1, 1, 28), sw.SetColWidth(2, 2, readMeWidth)); err != nil {
		return err
	}
	for i, ln := range b.lines(l, t, o) {
		name, text := fit(ln.name), fit(ln.text)
		row := []any{excelize.Cell{Value: name.text, StyleID: ln.style}, excelize.Cell{Value: text.text, StyleID: b.styles.readme}}
		height := excelize.RowOpts{Height: lineHeight * float64(linesIn(text.text, readMeWidth))}
		if ln.style == b.styles.title {
			height.Height = 2 * lineHeight
		}
		if err := sw.SetRow(fmt.Sprintf("A%d", i+1), row, height); err != nil {
			return err
		}
	}
	return sw.Flush()
}

func (b *book) lines(l lists, t *tally, o Options) []line {
	st := &b.styles
	all := []line{
		{first(o.Name, "Dossier"), "", st.title},
		{"Who said what, where, and in whose words.", "", 0},
		{},
		{"Made", strings.TrimSpace("by Quotidian "+o.Version) + when(o), st.readme},
	}
	if only := o.Narrowed(); only != "" {
		all = append(all, line{"Narrowed", only, st.readme})
	}
	all = append(all, []line{
		{"Articles", fmt.Sprintf("%d read, %d inputs could not be read (sheet Faults)", len(l.articles), len(l.faults)), st.readme},
		{"Statements", fmt.Sprintf("%d, in %d appearances and %d wordings", t.statements, t.appearances, t.wordings), st.readme},
		{"Speakers and outlets", fmt.Sprintf("%d and %d", len(l.speakers), len(t.byName)), st.readme},
		{"One source behind several", fmt.Sprintf("%d of the statements that several outlets carried rest on one source", t.oneSource), st.readme},
		{"Sense changed", fmt.Sprintf("%d of the statements have another actor, number, negation, modality, recipient or speaker in one outlet than in another; %d in two places of one outlet alone", t.serious, t.within), st.readme},
		{"Seen by a person", fmt.Sprintf("%d of %d appearances; the others are the program's findings, with their confidence", t.appearances-t.unreviewed, t.appearances), st.readme},
		{},
		{"The sheets", "", st.heading},
	}...)
	for _, s := range guide {
		if b.choice.sheet(s[0]) {
			all = append(all, line{s[0], s[1], st.readme})
		}
	}
	all = append(all, line{}, line{"Editing it", "", st.heading}, line{"", editing, st.readme})
	all = append(all, line{}, line{"How to read them", "", st.heading})
	for _, s := range reading {
		text := s[1]
		if part := readingPart[s[0]]; part != "" && o.Narrowed() != "" {
			text = part
		}
		all = append(all, line{s[0], text, st.readme})
	}
	if len(o.Measured) > 0 {
		all = append(all, line{}, line{"How often this version is right", "", st.heading})
		for _, m := range o.Measured {
			all = append(all, line{"", m, st.readme})
		}
	}
	return append(all, b.unheld()...)
}

func when(o Options) string {
	if o.Made.IsZero() {
		return ""
	}
	return ", " + o.Made.Format("2 January 2006, 15:04 MST")
}

// editing tells how edits come back; see package edits.
const editing = "Columns with a blue heading can be edited: Status (confirmed, rejected, not a quote) and Speaker, and Note on the sheet Appearances. " +
	"'quotidian decide --from THIS.xlsx DOSSIER' takes the edits over as decisions in the name of whoever saved the file, " +
	"and lists what contradicts itself or the dossier. Rows may be sorted, filtered and left out; other columns are not read."

var guide = [][2]string{
	{sheetOverview, "who carried what, what was changed and when it was first printed, in charts and numbers"},
	{sheetStatements, "one row for each statement: who, the wording that stands for it, who had it first, how many outlets and independent sources"},
	{sheetAppearances, "one row for each quote in each article, with its sentence, speaker, relay, changes and place in the text"},
	{sheetWordings, "every distinct wording of a statement, with the outlets that printed it and its difference from the first"},
	{sheetSpeakers, "one row for each speaker, with the spellings that were joined and why"},
	{sheetSpellings, "one row for each spelling of a name"},
	{sheetOutlets, "what each outlet carried, had first, had alone and changed"},
	{sheetArticles, "what was read; the links open"},
	{sheetFaults, "what could not be read, and why"},
	{sheetLog, "every decision of a person, with its reason"},
}

var reading = [][2]string{
	{"Position", "code points in the article's text, counted from 0, the end not included; several where the cue stands between"},
	{"Difference", "red and struck through: left out; blue and underlined: put in; in CSV and where a cell is too small: [-left out-] {+put in+}"},
	{"Quotes", "of articles and speakers: all that were found and that nobody struck out as not a quote, attitudes (wants, praised) too; of outlets: those that this workbook holds"},
	{"Statements", "of speakers: those that the list of statements has under their name, not those that most outlets give to somebody else"},
	{"How often", "of a spelling: how many articles print it"},
	{"Had it first", "of outlets: what several carried and this one before the others, as far as days and hours tell; what it had alone is counted beside that"},
	{"Independent sources", "the agency an article credits, else the relay it names, else the outlet itself, each counted once; outlets that print one text and credit nobody are one source that is not known"},
	{"First seen in other words", "of statements: what was printed first, where it is not the wording that stands for the statement"},
	{"Needs review", "of statements: why a person should look at it first"},
	{"Order", "what most outlets carried stands first, then the newest"},
	{"Hidden columns", "those in which nothing stands; unhide all columns to see them"},
	{"Published", "in UTC where the hour is known, else the day; empty when the article states no date"},
	{"Confidence", "of an appearance: that a careful reader would mark this quote; of a statement: of its weakest join"},
	{"Status", "machine: found by the program, seen by nobody; confirmed, changed or rejected: decided by a person"},
	{"Kind", "direct: all in quotation marks; mixed: in part; indirect: reported without them"},
	{"File SHA-256", "the fingerprint of the very file that was read"},
}

// readingPart are those sentences of reading that are others in a workbook of a part of the dossier.
var readingPart = map[string]string{
	"Quotes":     "of speakers and outlets: those that this workbook holds; of articles: all that were found and that nobody struck out as not a quote, attitudes (wants, praised) too",
	"Statements": "of speakers: those that this workbook holds under their name, not those that most outlets give to somebody else",
	"How often":  "of a spelling: how many articles of the whole dossier print it; which outlets print it, roles and why spellings stand together are those of the whole dossier too",
}

// unheld lists what the workbook could not hold as it is.
func (b *book) unheld() []line {
	st := &b.styles
	all := []line{{}, {"What Excel could not hold", "", st.heading}}
	if len(b.issues.list) == 0 {
		return append(all, line{"", "Nothing: every text stands in its cell as it was read.", st.readme})
	}
	for _, s := range b.issues.list {
		all = append(all, line{"", s, st.readme})
	}
	if b.issues.dropped > 0 {
		all = append(all, line{"", fmt.Sprintf("… and %d more cells", b.issues.dropped), st.readme})
	}
	return all
}

func first(s, otherwise string) string {
	if s != "" {
		return s
	}
	return otherwise
}
