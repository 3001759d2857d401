package check

import (
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"quotidian/draft"
	"quotidian/export"
	"quotidian/ui/say"
)

// Keys lists what the screen answers to, for the help page.
var Keys = [][2]string{
	{"j, k", "next and previous quote of the draft"},
	{"n, p", "next and previous quote that wants a look"},
	{"Enter", "read the source"},
	{"w", "all wordings of what was printed"},
	{"o", "open a draft"},
	{"v", "paste a draft"},
}

// TypedRune acts on a letter typed on the screen.
func (v *View) TypedRune(r rune) {
	switch r {
	case 'o':
		v.host.OpenDraft()
		return
	case 'v':
		v.host.PasteDraft()
		return
	}
	if v.Model == nil {
		return
	}
	switch r {
	case 'j':
		v.Move(1)
	case 'k':
		v.Move(-1)
	case 'n':
		v.moved(v.Model.MoveOpen(1))
	case 'p':
		v.moved(v.Model.MoveOpen(-1))
	case 'w':
		v.OpenWordings()
	}
}

// TypedKey scrolls and opens.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	if v.Model == nil {
		return
	}
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		v.OpenSource()
		return
	}
	v.page.TypedKey(e)
}

// Select chooses a quote of the draft by its place.
func (v *View) Select(i int) {
	v.Model.Choose(i)
	v.restyle()
}

// Move chooses the next or previous quote of the draft and brings it into sight.
func (v *View) Move(by int) { v.moved(v.Model.Move(by)) }

func (v *View) moved(ok bool) {
	if !ok {
		v.host.Say(say.T("No other quote this way"))
		return
	}
	v.restyle()
	v.reveal()
}

// Only marks the quotes of one verdict, or all again.
func (v *View) Only(verdict draft.Verdict) {
	v.Model.Only(verdict)
	v.restyle()
	v.reveal()
}

func (v *View) restyle() {
	v.Text.Restyle(v.Model.Runs())
	v.inspect()
}

func (v *View) reveal() {
	if y, ok := v.Text.Where(v.Model.at + 1); ok {
		v.page.ScrollTo(y - v.page.Size().Height/3)
	}
}

// OpenSource shows what was printed in its article.
func (v *View) OpenSource() {
	if f := v.Model.Chosen(); f != nil && f.Nearest != nil {
		v.host.OpenArticle(f.Nearest.Article.ID, f.Nearest.Quote)
		return
	}
	v.host.Say(say.T("Nothing like it is printed in the dossier"))
}

// OpenWordings shows the statement that the printed quote belongs to.
func (v *View) OpenWordings() {
	if f := v.Model.Chosen(); f != nil && f.Nearest != nil && f.Nearest.Statement != "" {
		v.host.OpenStatement(f.Nearest.Statement)
		return
	}
	v.host.Say(say.T("No statement of the dossier is like it"))
}

// Save writes the draft with the findings: as a Word document with comments in the margin where path ends in .docx,
// else as a page for the browser.
func (v *View) Save(path string) error {
	return export.Save(path, func(w io.Writer) error {
		if strings.EqualFold(filepath.Ext(path), ".docx") {
			return v.script.Annotate(w, v.Model.Remarks())
		}
		return v.Model.WriteHTML(w, v.Model.Name)
	})
}

// Ready reports whether there is a checked draft to save.
func (v *View) Ready() bool { return v.Model != nil }
