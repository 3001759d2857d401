package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/ui/find"
	"quotidian/ui/picker"
	"quotidian/ui/say"
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
	speakers, err := w.dossier.Speakers()
	if err != nil {
		w.Failed(err)
		return out
	}
	var outlets []string
	for i := range speakers {
		s := &speakers[i]
		out = append(out, picker.Choice{Title: s.Name, Detail: say.T("speaker, %s", say.N(s.Statements, "statement")), Run: func() { w.ShowStatementsOf(s.Name) }})
		outlets = append(outlets, s.Outlets...)
	}
	slices.Sort(outlets)
	for _, o := range slices.Compact(outlets) {
		out = append(out, picker.Choice{Title: o, Detail: say.One("outlet"), Run: func() { w.ShowOutlet(o) }})
	}
	return out
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
	return picker.Show(w.Fyne.Canvas(), hint, choices, w.Refocus)
}

// AskSpeaker lets a person pick a speaker by a few letters, or type a new name.
func (w *Window) AskSpeaker(title string, picked func(name string)) { w.askSpeaker(title, picked, nil) }

// AskWho is AskSpeaker for the speaker of a quote, where the answer may be that nobody is known: "".
func (w *Window) AskWho(title string, picked func(name string)) {
	w.askSpeaker(title, picked, []picker.Choice{{Title: say.T("Nobody named"), Detail: say.T("the speaker is not known"), Run: func() { picked("") }}})
}

func (w *Window) askSpeaker(title string, picked func(name string), more []picker.Choice) {
	list, err := w.dossier.Speakers()
	if err != nil {
		w.Failed(err)
		return
	}
	names := make([]string, len(list))
	for i := range list {
		names[i] = list[i].Name
	}
	w.pick(title, func(query string) []picker.Choice {
		var out []picker.Choice
		for _, i := range find.Names(query, names) {
			out = append(out, picker.Choice{Title: names[i], Detail: say.N(list[i].Quotes, "quote"), Run: func() { picked(names[i]) }})
		}
		if query != "" && !slices.Contains(names, query) {
			out = append(out, picker.Choice{Title: query, Detail: say.T("new name"), Run: func() { picked(query) }})
		}
		return append(out, more...)
	})
}

// AskStatement lets a person pick a statement by words in it.
func (w *Window) AskStatement(title string, picked func(dossier.StatementID)) {
	rows, err := w.dossier.Statements(dossier.Filter{})
	if err != nil {
		w.Failed(err)
		return
	}
	index := find.NewIndex(len(rows), func(i int) []string { return []string{rows[i].Text, rows[i].SpeakerName} })
	w.pick(title, func(query string) []picker.Choice {
		hits, _ := index.Search(query)
		var out []picker.Choice
		for i := range rows {
			if hits[i] && len(out) < maxStatements {
				out = append(out, picker.Choice{Title: rows[i].Text, Detail: rows[i].SpeakerName, Run: func() { picked(rows[i].ID) }})
			}
		}
		return out
	})
}

// maxStatements is how many statements a question lists; a word more narrows them.
const maxStatements = 200

// AskText takes one line of text.
func (w *Window) AskText(title, text string, given func(string)) {
	entry := w.newLine(text)
	form := dialog.NewForm(title, say.T("Save"), say.T("Cancel"), []*fynewidget.FormItem{fynewidget.NewFormItem("", entry)}, func(ok bool) {
		if ok {
			given(entry.Text)
		}
	}, w.Fyne)
	entry.OnSubmitted = func(string) { form.Submit() }
	w.ask(form, fyne.NewSize(520, 150))
	w.Fyne.Canvas().Focus(entry)
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
			out = append(out, picker.Choice{Title: say.T(s.name) + ": " + say.T(k[1]), Detail: k[0], Run: func() {}})
		}
	}
	return out
}
