package say

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// unspoken are sentences of the engine's sources that no window shows as they stand: errors of our own making, names
// of features of models, marks of formats, questions to the database, parts of other sentences.
var unspoken = regexp.MustCompile(`^(internal error: |name model: |%d entries where |what was kept of earlier |(word|words|first|last|mark|letters|part) %[sd]$|` +
	`SELECT |INSERT INTO |id, [a-z]+, |<\?xml |<Relationships |%s \(process %d\)|%s %s to %s: %s$|export: %s: %s%s$| \(the file that was there is as it was\)$|` +
	`legal form$|file name$|quotation marks$|SQLite format|%s/1\.0 |%s and %d more$|%q is %s$|but %s: %s$|%s; scored anew by what was learnt: $|%s careful$|no kind or basis is called )`)

// TestGermanKnowsTheEngine reads every sentence of the engine from its source.
func TestGermanKnowsTheEngine(t *testing.T) {
	known := map[string]bool{}
	for _, name := range []string{"de-engine.json", "de.json"} {
		texts, err := read(name)
		if err != nil {
			t.Fatal(err)
		}
		for english := range texts {
			known[plain(english)] = true
		}
	}
	said := engineSentences(t)
	for _, s := range slices.Sorted(maps.Keys(said)) {
		if !known[s] && !unspoken.MatchString(s) {
			t.Errorf("%s: de-engine.json lacks %q; a sentence that no window shows belongs into unspoken", said[s], s)
		}
	}
	if len(said) < 300 {
		t.Errorf("only %d sentences were found: the reading of the source is broken", len(said))
	}
}

func germanBook(t *testing.T) (*phrasebook, map[string]string) {
	t.Helper()
	sentences, err := read("de-engine.json")
	if err != nil {
		t.Fatal(err)
	}
	texts, err := read("de.json")
	if err != nil {
		t.Fatal(err)
	}
	return newPhrasebook(only(sentences), only(texts)), only(sentences)
}

// TestEverySentenceIsRecognised fills every sentence's gaps and looks whether it is taken for itself, with everything
// that was filled in, and nothing of English is left.
func TestEverySentenceIsRecognised(t *testing.T) {
	book, sentences := germanBook(t)
	for english, german := range sentences {
		fill := map[string]string{}
		text, n := anyGap.ReplaceAllStringFunc(english, func(verb string) string {
			mark := fmt.Sprintf("%%<%d>", len(fill))
			switch verb {
			case "%q":
				fill[mark] = fmt.Sprintf("Ana „%d“", len(fill))
				return fmt.Sprintf("%q", fill[mark])
			case "%d":
				fill[mark] = fmt.Sprint(40 + len(fill))
				return fill[mark]
			case "%v":
				fill[mark] = "umformuliert"
				return "reworded"
			default:
				fill[mark] = fmt.Sprintf("Orlo-%d", len(fill))
				return fill[mark]
			}
		}), 0
		want := anyGap.ReplaceAllStringFunc(german, func(verb string) string {
			n++
			place := n - 1
			if strings.HasPrefix(verb, "%[") {
				place = int(verb[2]-'0') - 1
			}
			return fill[fmt.Sprintf("%%<%d>", place)]
		})
		if n != len(fill) {
			t.Errorf("%q has %d gaps, %q %d", english, len(fill), german, n)
		}
		if got, ok := book.say(text); !ok || got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

var anyGap = regexp.MustCompile(`%(\[[0-9]\])?[qdsv]`)

func TestEngine(t *testing.T) {
	in(t, German)
	for text, want := range map[string]string{
		"": "",
		"waits because: a name of one word does not tell who is meant":                                                   "wartet, weil: ein Name aus einem Wort sagt nicht, wer gemeint ist",
		`"he" is Ana Orlo, who spoke last; told Lagune Wire, an interview and no relay`:                                  "„he“ ist Ana Orlo, zuletzt zu Wort gekommen; zu Lagune Wire gesagt, ein Gespräch und keine Übermittlung",
		`"Orlo \"the Dam\"" is short for Ana Orlo`:                                                                       "„Orlo \"the Dam\"“ ist kurz für Ana Orlo",
		"Lagune Wire prints it otherwise":                                                                                "Lagune Wire druckt es anders",
		"printed so by Wire; but Eko prints it otherwise (“some 8” became “8”: someone else acts)":                       "so gedruckt von Wire; aber Eko druckt es anders („some 8“ wurde zu „8“: jemand anderes handelt)",
		"Eko gives these words to Varga, the draft to Kesh; who speaks there is read here, the sentence does not say so": "Eko schreibt diese Worte Varga zu, der Entwurf Kesh; wer dort spricht, ist hier so gelesen, der Satz sagt es nicht",
		"printed so by Wire, Post, Bote and 3 more; but Eko prints it otherwise (words left out)":                        "so gedruckt von Wire, Post, Bote und 3 weiteren; aber Eko druckt es anders (Worte weggelassen)",
		"s-1f: Ana Orlo, 3 appearances, machine; s-2e: nobody known, 1 appearances, confirmed; not a quote":              "s-1f: Ana Orlo, Vorkommen: 3, Maschine; s-2e: niemand bekannt, Vorkommen: 1, bestätigt; kein Zitat",
		"s-1f: Ana Orlo, 1 of 3 appearances, machine; s-2e: nobody known, 2 of 4 appearances, confirmed":                 "s-1f: Ana Orlo, 1 von 3 Vorkommen, Maschine; s-2e: niemand bekannt, 2 von 4 Vorkommen, bestätigt",
		"p-1: Ana Orlo, 1 quote; s-2e: Ana Orlo, 1 appearance, machine":                                                  "p-1: Ana Orlo, 1 Zitat; s-2e: Ana Orlo, 1 Vorkommen, Maschine",
		"p-1: Ana Orlo, 3 quotes; p-2: A. Orlo, 1 quotes; scored anew by what was learnt: 2 pairs that wait":             "p-1: Ana Orlo, Zitate: 3; p-2: A. Orlo, Zitate: 1; aus dem Gelernten neu bewertete Paare, die warten: 2",
		"split: nothing would be left to split from: name only the quotes, or spellings, that leave":                     "geteilt: es bliebe nichts übrig, wovon abzutrennen wäre: nur die Zitate oder Schreibweisen nennen, die gehen",
		"indirect quote of nobody known: that it rains":                                                                  "Zitat (indirekt) von niemand Bekanntem: that it rains",
		"a sound recording, which cannot be read":                                                                        "eine Tonaufnahme, nicht lesbar",
		`decision 3 by Ana on 2026-05-20: same: left out: "same" contradicts what was settled before: ` +
			`name:orlo is never the same as name:varga (decision 1 by Bo on 2026-05-19: never "why"); name:varga would be the same as name:orlo`: `Entscheidung 3 von Ana am 2026-05-20: dieselben: ausgelassen: „dieselben“ widerspricht dem, was früher entschieden wurde: ` +
			`name:orlo ist nie dasselbe wie name:varga (Entscheidung 1 von Bo am 2026-05-19: nie dieselben „why“); name:varga wäre dasselbe wie name:orlo`,
		// What the file and the system say; words of the system that are not known stay, in a sentence that is.
		"export: /desk/a.xlsx: open /desk/.a.xlsx-1: permission denied":                                                   "Ausgabe: /desk/a.xlsx: öffnen: /desk/.a.xlsx-1: keine Berechtigung",
		"export: /desk/a.xlsx: no tomorrow (the file that was there is as it was)":                                        "Ausgabe: /desk/a.xlsx: no tomorrow (die Datei, die da war, ist wie zuvor)",
		"/desk/a.dossier: the dossier is damaged (a page does not agree with its checksum): run 'quotidian repair' on it": "/desk/a.dossier: das Dossier ist beschädigt (eine Seite stimmt nicht mit ihrer Prüfsumme überein): mit „quotidian repair“ richten",
		"/desk/a.dossier-backup: no backup: write /desk/a: no space left on device\nwords left out":                       "/desk/a.dossier-backup: keine Sicherung: schreiben: /desk/a: kein Platz mehr auf dem Datenträger\nWorte weggelassen",
		"speaker p-1f: not in this dossier":                                                                               "Sprecher p-1f: nicht in diesem Dossier",
		// What is not known stays, and nothing is translated by half.
		"a sentence of tomorrow":                            "a sentence of tomorrow",
		"waits because: a reason of tomorrow":               "waits because: a reason of tomorrow",
		"the same words; a reason of tomorrow":              "the same words; a reason of tomorrow",
		`"he is Ana Orlo, who spoke last`:                   `"he is Ana Orlo, who spoke last`,
		"printed in many parts":                             "printed in many parts",
		"larger than 64 MB, as far as tomorrow's rules say": "larger than 64 MB, as far as tomorrow's rules say",
	} {
		if got := Engine(text); got != want {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	}
	if hostile := strings.Repeat("x: nobody known, 3 appearances, ", 200); Engine(hostile) != hostile {
		t.Error("a name made to look like sentences inside sentences was translated")
	}
	in(t, English)
	if got := Engine("words left out"); got != "words left out" {
		t.Errorf("in English: %q", got)
	}
}

// TestStanding: what a dossier calls its speakers and statements is not shown, what stands in names and words is.
func TestStanding(t *testing.T) {
	for text, want := range map[string]string{
		"p-c9118600ceba: Orlo, 1 quote; p-0ceab4a2eaaa: Ana Orlo, 5 quotes": "Orlo, 1 quote; Ana Orlo, 5 quotes",
		"not a quote": "not a quote",
		"s-16c9: Ana Orlo, of class s-1f: bold, 2 appearances, machine": "Ana Orlo, of class s-1f: bold, 2 appearances, machine",
	} {
		if got := Standing(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// FuzzEngine puts any words into a gap between quotation marks: they come back whole, whatever they hold. Any text at
// all gets the same answer twice.
func FuzzEngine(f *testing.F) {
	for _, s := range []string{"", "Ana Orlo", `the "Dam"`, "a; b", " is named as the source", ": still not sound: ", "%s", "\x00\xff", "words left out; words left out"} {
		f.Add(s)
	}
	sentences, err := read("de-engine.json")
	if err != nil {
		f.Fatal(err)
	}
	book := newPhrasebook(only(sentences), nil)
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := book.say(strconv.Quote(s) + " is named as the source")
		if want := "„" + s + "“ ist als Quelle genannt"; !ok || got != want {
			t.Errorf("%q, want %q", got, want)
		}
		once, known := book.say(s)
		if again, still := book.say(s); once != again || known != still {
			t.Errorf("%q: %q, then %q", s, once, again)
		}
	})
}

func BenchmarkEngine(b *testing.B) {
	if err := Use(German); err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := Use(English); err != nil {
			b.Fatal(err)
		}
	}()
	for b.Loop() {
		Engine("s-1f03a9c2d4e5: Ana Orlo, 3 appearances, machine; s-2e7b: nobody known, 1 appearances, confirmed; not a quote")
		Engine("a reason of tomorrow that is nowhere in the book, with “words” and \"others\"")
	}
}
