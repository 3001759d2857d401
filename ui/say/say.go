// Package say is the one place where the window's texts find their language.
//
// Code is written in English: [T] gives a text in the reader's language, [N] a number with its noun, [Day] and
// [Moment] a date. The translations lie in assets/locale and are handed to Fyne's package lang, which also
// translates the dialogs of the toolkit. A test reads every call and fails when German lacks the text.
//
// What the engine says is not made here and comes in English out of the dossier: [Engine] gives it in the reader's
// language.
//
// Texts that are kept in tables (columns, keys of screens) stay English there and are translated where they are
// shown, because the language is chosen after the tables were made.
package say

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"

	"quotidian/articles"
	"quotidian/assets/locale"
)

// Language is a language of the window.
type Language string

// The languages. System is that of the desktop where there is a translation, else English.
const (
	System  Language = "system"
	English Language = "en"
	German  Language = "de"
)

// Languages lists them in the order in which the settings show them.
var Languages = []Language{System, English, German}

// Name is how a language calls itself.
func (l Language) Name() string {
	switch l {
	case English:
		return "English"
	case German:
		return "Deutsch"
	default:
		return T("As the system")
	}
}

// English is what texts are in until somebody chooses, so that tests do not depend on the desktop.
func init() {
	if err := Use(English); err != nil {
		panic("internal error: the texts of the window: " + err.Error())
	}
}

// Use makes a language that of all texts asked for from now on. Fyne follows the system's language and offers no
// choice, so the texts of the language chosen are given to it under the name of the system's.
func Use(l Language) error {
	if l != English && l != German {
		l = English
		if strings.HasPrefix(string(lang.SystemLocale()), string(German)) {
			l = German
		}
	}
	texts, err := texts(l)
	if err != nil {
		return err
	}
	if err := useEngine(l); err != nil {
		return err
	}
	system := lang.SystemLocale()
	if !strings.HasPrefix(string(system), string(English)) {
		err = lang.AddTranslationsForLocale(texts, system)
	}
	return errors.Join(err, lang.AddTranslationsForLocale(texts, "en"))
}

// texts gives the whole translation into a language. English has its plural forms only; all else is itself, and
// must be said where another language was used before.
func texts(l Language) ([]byte, error) {
	german, err := read("de.json")
	if err != nil || l == German {
		return marshal(german, err)
	}
	english, err := read("en.json")
	for key := range german {
		if _, ok := english[key]; !ok && err == nil {
			english[key] = key
		}
	}
	return marshal(english, err)
}

func read(name string) (map[string]any, error) {
	raw, err := locale.Files.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var out map[string]any
	return out, json.Unmarshal(raw, &out)
}

func marshal(texts map[string]any, err error) ([]byte, error) {
	if err != nil {
		return nil, err
	}
	return json.Marshal(texts)
}

// T gives a text in the reader's language; with arguments it is a format of package fmt.
func T(text string, args ...any) string {
	if text == "" {
		return ""
	}
	out := lang.L(text)
	if len(args) > 0 {
		return fmt.Sprintf(out, args...)
	}
	return out
}

// N gives a number with its noun, which is written in the singular: "1 outlet", "12,000 outlets".
func N(n int, noun string) string { return Number(n) + " " + lang.N(noun, n) }

// One gives a noun that is also counted, in the singular.
func One(noun string) string { return lang.N(noun, 1) }

// SpeakerIs says who is the speaker from now on, "" for nobody known.
func SpeakerIs(name string) string {
	if name == "" {
		return T("Nobody is named as the speaker now")
	}
	return T("Speaker is now %s", name)
}

// Number writes a number with its thousands apart.
func Number(n int) string {
	if n < 0 {
		return "-" + Number(-n)
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + lang.X("thousands", ",") + s[i:]
	}
	return s
}

// Day writes a day: "2 Jan 2006".
func Day(t time.Time) string {
	return fmt.Sprintf(lang.X("day", "%d %s %d"), t.Day(), lang.L(t.Format("Jan")), t.Year())
}

// LongestDay is the longest that Day writes: of the months of a language one is longer than the others.
func LongestDay() string { return longest(Day) }

// LongestMoment is the longest that Moment writes.
func LongestMoment() string { return longest(Moment) }

func longest(write func(time.Time) string) (most string) {
	for month := time.January; month <= time.December; month++ {
		if s := write(time.Date(2028, month, 28, 20, 58, 0, 0, time.UTC)); breadth(s) > breadth(most) {
			most = s
		}
	}
	return most
}

// breadth tells which of two texts is broader, near enough: "May" has three letters as "Jan" has, and needs more room.
func breadth(s string) int {
	return 2*utf8.RuneCountInString(s) + strings.Count(s, "M") + strings.Count(s, "m")
}

// ShortDay writes a day without its year: "2 Jan".
func ShortDay(t time.Time) string {
	return fmt.Sprintf(lang.X("shortday", "%d %s"), t.Day(), lang.L(t.Format("Jan")))
}

// Month writes a month: "Jan 2006".
func Month(t time.Time) string { return lang.L(t.Format("Jan")) + " " + strconv.Itoa(t.Year()) }

// Moment writes a day and the time of day on it, without a zone.
func Moment(t time.Time) string { return Day(t) + ", " + t.Format("15:04") }

// Published writes when something was published at the precision that is known, "undated" when nothing is.
func Published(d articles.Date) string {
	switch {
	case !d.Known():
		return T("undated")
	case d.Clock:
		return Moment(d.Time) + " " + d.Time.Format("MST")
	default:
		return Day(d.Time)
	}
}
