package ui

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"quotidian/dossier"
	"quotidian/ui/find"
	"quotidian/ui/look"
	"quotidian/ui/picker"
	"quotidian/ui/say"
	"quotidian/ui/speakers"
	"quotidian/ui/widget"
)

// Palette lists all commands, speakers and outlets.
func (w *Window) Palette() *picker.Picker {
	choices := w.paletteChoices()
	names := make([]string, len(choices))
	for i, c := range choices {
		names[i] = c.Title
	}
	return w.pick(say.T("Type a command, a speaker or an outlet"), func(query string) []picker.Choice {
		var out []picker.Choice
		for _, i := range find.Names(query, names) {
			out = append(out, choices[i])
		}
		return out
	})
}

func (w *Window) paletteChoices() []picker.Choice {
	var out []picker.Choice
	for _, c := range w.Commands {
		out = append(out, picker.Choice{Title: say.T(c.Menu) + ": " + say.T(c.Title), Detail: c.Keys(), Run: c.Run})
	}
	out = append(out, w.screenChoices()...)
	list, err := w.dossier.Speakers()
	if err != nil {
		w.Failed(err)
		return out
	}
	var outlets []string
	for i := range list {
		s := &list[i]
		out = append(out, picker.Choice{Title: s.Name, Detail: say.T("speaker, %s", say.N(s.Statements, "statement")), Run: func() { w.ShowStatementsOf(string(s.ID)) }})
		outlets = append(outlets, s.Outlets...)
	}
	slices.Sort(outlets)
	for _, o := range slices.Compact(outlets) {
		out = append(out, picker.Choice{Title: o, Detail: say.One("outlet"), Run: func() { w.ShowOutlet(o) }})
	}
	return out
}

// screenChoices are the single keys of the screens, so that what they do is found by its name. One that is chosen acts where
// its screen is in sight, and leads there else, since it is about what is selected there.
func (w *Window) screenChoices() []picker.Choice {
	var out []picker.Choice
	for _, s := range screenKeys {
		at := slices.IndexFunc(w.all(), func(c screen) bool { return c.Title() == s.name })
		for _, k := range s.keys {
			if r := []rune(k[0]); at >= 0 && len(r) == 1 {
				to := w.all()[at]
				out = append(out, picker.Choice{Title: say.T(s.name) + ": " + say.T(k[1]), Detail: k[0], Run: func() { w.actOn(to, r[0]) }})
			}
		}
	}
	return out
}

// actOn has a screen act on a letter where it is in sight, else shows it and says which letter that is.
func (w *Window) actOn(to screen, r rune) {
	acts, ok := to.(runed)
	if ok && w.current == to {
		acts.TypedRune(r)
		return
	}
	w.Show(to)
	w.Say(say.T("Select what it is about, then press %s", string(r)))
}

// pickOne lists choices that are few; typing narrows them.
func (w *Window) pickOne(hint string, list func() []picker.Choice) *picker.Picker {
	return w.pick(hint, func(query string) []picker.Choice {
		all := list()
		names := make([]string, len(all))
		for i, c := range all {
			names[i] = c.Title + " " + c.Detail
		}
		var out []picker.Choice
		for _, i := range find.Names(query, names) {
			out = append(out, all[i])
		}
		return out
	})
}

func (w *Window) pick(hint string, choices func(string) []picker.Choice) *picker.Picker {
	var p *picker.Picker
	p = picker.Show(w.Fyne.Canvas(), hint, choices, func() {
		w.answered(p)
		w.Refocus()
	})
	w.questions = append(w.questions, p)
	return p
}

// AskSpeaker lets a person pick a speaker other than one, by a few letters; those that resemble it come first. Where none does,
// Return alone picks nobody.
func (w *Window) AskSpeaker(title string, than dossier.SpeakerInfo, picked func(dossier.SpeakerInfo)) {
	list, err := w.dossier.Speakers()
	if err != nil {
		w.Failed(err)
		return
	}
	list, likely := speakers.Resembling(&than, list)
	names, details := make([]string, len(list)), make([]string, len(list))
	for i := range list {
		names[i], details[i] = list[i].Name, speakers.About(&list[i])
	}
	p := w.pick(title, func(query string) []picker.Choice {
		hits, guess := hitsOf(query, names, details)
		if strings.TrimSpace(query) == "" {
			guess = likely == 0
		}
		out := make([]picker.Choice, len(hits))
		for n, i := range hits {
			out[n] = picker.Choice{Title: names[i], Detail: details[i], Run: func() { picked(list[i]) }, Guess: guess}
		}
		return out
	})
	p.Entry.SetPlaceHolder(say.T("Type a name, or go to one with the arrow keys"))
}

// hitsOf gives what holds a query in its name, then what holds it elsewhere; where there is neither, what has its letters, which
// is a guess.
func hitsOf(query string, names, details []string) (hits []int, guess bool) {
	hits, scattered := find.Hits(query, names)
	whole := make([]string, len(names))
	for i := range names {
		whole[i] = names[i] + " " + details[i]
	}
	named := make(map[int]bool, len(hits))
	for _, i := range hits {
		named[i] = true
	}
	for _, i := range find.Held(query, whole) {
		if !named[i] {
			hits = append(hits, i)
		}
	}
	if len(hits) == 0 {
		return scattered, true
	}
	return hits, false
}

// AskWho lets a person pick the name of a quote's speaker by a few letters, whom its article quotes first, or type a new one.
// likely is who comes first of those; where it is "", nobody is more likely than others, and Return alone picks nobody. The answer
// may be that nobody is known: "".
func (w *Window) AskWho(title string, in dossier.ArticleID, likely string, picked func(name string)) {
	list, err := w.dossier.Speakers()
	if err != nil {
		w.Failed(err)
		return
	}
	quoted := w.quotedIn(in)
	if i := slices.Index(quoted, likely); i > 0 {
		quoted = slices.Insert(slices.Delete(quoted, i, i+1), 0, likely)
	}
	names := slices.Clone(quoted)
	details := map[string]string{}
	for i := range list {
		if _, known := details[list[i].Name]; !known {
			details[list[i].Name] = speakers.About(&list[i])
			if !slices.Contains(quoted, list[i].Name) {
				names = append(names, list[i].Name)
			}
		}
	}
	for _, n := range quoted {
		details[n] = say.T("quoted in this article")
	}
	p := w.pick(title, func(query string) []picker.Choice {
		query = strings.TrimSpace(query)
		guess := query == "" && (likely == "" || !slices.Contains(quoted, likely))
		hits, scattered := find.Hits(query, names)
		var out []picker.Choice
		list := func(found []int) {
			for _, i := range found {
				out = append(out, picker.Choice{Title: names[i], Detail: details[names[i]], Run: func() { picked(names[i]) }, Guess: guess})
			}
		}
		list(hits)
		if query != "" && !slices.Contains(names, query) {
			out = append(out, picker.Choice{Title: query, Detail: say.T("new name"), Run: func() { picked(query) }})
		}
		if len(hits) == 0 {
			list(scattered) // after what was typed: it is meant more likely than what only has its letters
		}
		return append(out, picker.Choice{Title: say.T("Nobody named"), Detail: say.T("the speaker is not known"), Run: func() { picked("") }, Guess: guess})
	})
	p.Entry.SetPlaceHolder(say.T("Type a name, or go to one with the arrow keys"))
}

// AskStatement lets a person pick a statement that is the same as one, by words in it. Return alone picks none, since the newest
// is as likely as any; where the two have different speakers that is asked about, as it is in the list.
func (w *Window) AskStatement(title string, as dossier.StatementID, picked func(dossier.StatementID)) {
	rows, err := w.dossier.Statements(dossier.Filter{})
	if err != nil {
		w.Failed(err)
		return
	}
	var one *dossier.StatementRow
	if i := slices.IndexFunc(rows, func(r dossier.StatementRow) bool { return r.ID == as }); i >= 0 {
		one = &rows[i]
	}
	index := find.NewIndex(len(rows), func(i int) []string { return []string{rows[i].Text, rows[i].SpeakerName} })
	p := w.pick(title, func(query string) []picker.Choice {
		hits, _ := index.Search(query)
		var out []picker.Choice
		for i := range rows {
			if hits[i] && &rows[i] != one && len(out) < maxStatements {
				run := func() { w.sureSame(one, &rows[i], func() { picked(rows[i].ID) }) }
				out = append(out, picker.Choice{Title: rows[i].Text, Detail: rows[i].SpeakerName, Run: run, Guess: strings.TrimSpace(query) == ""})
			}
		}
		return out
	})
	p.Entry.SetPlaceHolder(say.T("Type words of it, or go to one with the arrow keys"))
}

// sureSame has two statements joined, after a question where they have different speakers.
func (w *Window) sureSame(a, b *dossier.StatementRow, join func()) {
	if a == nil || a.Speaker == b.Speaker {
		join()
		return
	}
	name := func(r *dossier.StatementRow) string { return cmp.Or(r.SpeakerName, say.T("nobody named")) }
	runs := []widget.Run{{Text: say.T("They have different speakers: %s.", name(a)+", "+name(b))}}
	for _, r := range []*dossier.StatementRow{a, b} {
		runs = append(runs, widget.Run{Text: "\n\n" + r.Text + "\n"}, widget.Run{Text: name(r), Ink: look.Muted})
	}
	w.Confirm(say.T("Join these into one statement?"), say.T("Join"), widget.Prose(runs...), join)
}

// maxStatements is how many statements a question lists; a word more narrows them.
const maxStatements = 200

// AskText takes one line of text in the place of another, which goes with the first letter typed.
func (w *Window) AskText(title, text string, given func(string)) {
	w.askLine(title, text, nil, given).TypedShortcut(&fyne.ShortcutSelectAll{})
}

// AskDate takes a date in the place of another, or nothing.
func (w *Window) AskDate(title, text string, given func(string)) {
	w.askLine(title, text, date, func(typed string) { given(asDay(typed)) }).TypedShortcut(&fyne.ShortcutSelectAll{})
}

// AskNote takes a remark; whoever types goes on with the one that is there.
func (w *Window) AskNote(text string, given func(string)) { w.askLine(say.T("Note"), text, nil, given) }

// askLine takes one line of text, in which check may find something wrong, and gives the line that is typed into.
func (w *Window) askLine(title, text string, check func(string) error, given func(string)) *line {
	entry := w.newLine(text)
	b := box{
		title: title, yes: say.T("Save"), no: say.T("Cancel"), body: container.NewVBox(entry), size: fyne.NewSize(520, 150), first: entry,
		act: func() { given(entry.Text) },
	}
	if check != nil {
		b.wrong = func() error { return check(entry.Text) }
		b.size = fyne.NewSize(620, 180)
	}
	answer := w.ask(b)
	entry.OnSubmitted = func(string) { answer() }
	return entry
}

// keysHelp is the help page: every command with its shortcut, and the single keys of each screen.
func (w *Window) keysHelp() {
	w.pickOne(say.T("Shortcuts: type to find one, Return runs it"), w.keyChoices)
}

func (w *Window) keyChoices() []picker.Choice {
	var out []picker.Choice
	for _, c := range w.Commands {
		if c.Key != "" {
			out = append(out, picker.Choice{Title: say.T(c.Menu) + ": " + say.T(c.Title), Detail: c.Keys(), Run: c.Run})
		}
	}
	for _, s := range screenKeys {
		for _, k := range s.keys {
			out = append(out, picker.Choice{Title: say.T(s.name) + ": " + say.T(k[1]), Detail: say.T(k[0]), Run: func() {}})
		}
	}
	return out
}
