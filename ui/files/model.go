// Package files is the question for files: which to read, which folder, or where to write. It is a line to type in
// over the list of a folder, so that a path can be typed, pasted and completed, several files be ticked, and every
// key works wherever the cursor is.
//
// Toolkits have such a question, and Fyne's was used until it stood in the way: it opens what is to be written before
// anything is written, so that an export that fails leaves an empty file where a workbook was; it takes one file at a
// time and no path; its names lose their endings; and the Escape key does nothing in it.
//
// [Model] is the question without the toolkit, [Question] the window over it.
package files

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Kind is what a question asks for.
type Kind int

// One file that is there, one or several, a folder, and a file to write.
const (
	One Kind = iota
	Many
	Folder
	Target
)

// Ask is what a question asks.
type Ask struct {
	Kind  Kind
	Title string
	// Act is the label of the button that answers.
	Act string
	// Dir is the folder to begin in.
	Dir string
	// Name is the name proposed for a file to write.
	Name string
	// Endings are those of the files listed, with their dot; none lists every file. A file to write whose name has
	// none of them gets the first, or the one that was chosen by its name.
	Endings []string
	// Names says in words what the endings of a file to write stand for, in their order: one is chosen by its name then.
	Names []string
	// Also are further endings that a name may be typed with; each means the format of the other that it leads to.
	Also map[string]string
	// New refuses a file to write that is there already. Otherwise a second answer replaces it.
	New bool
}

// Entry is a file or folder in the list.
type Entry struct {
	Name    string
	Folder  bool
	Up      bool // the way to the folder above
	Bytes   int64
	Changed time.Time
}

// Model is a question under way.
type Model struct {
	Ask
	Shown []Entry
	// At is the row that Return takes, -1 for none.
	At  int
	Err error // why the folder cannot be listed

	dir    string // absolute; what is typed is read from here
	typed  string
	listed string // the folder whose entries are in all
	all    []Entry
	ticked map[string]bool // paths
	sure   string          // the file that the next answer replaces
	empty  bool            // an answer was asked for and there is none
	format int             // which ending a file to write gets whose name has none of them
}

// NewModel begins in the folder asked for, or in the next above it that is there.
func NewModel(a Ask) *Model {
	m := &Model{Ask: a, ticked: map[string]bool{}}
	if a.Kind == Target {
		m.typed = a.Name
		m.tell()
	}
	dir, err := filepath.Abs(a.Dir)
	for err == nil && !isFolder(dir) && filepath.Dir(dir) != dir {
		dir = filepath.Dir(dir)
	}
	m.dir = dir
	m.list()
	return m
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// Dir is the folder that is listed.
func (m *Model) Dir() string { return m.listed }

// Type reads what stands in the line: a path, absolute, from home (~) or from the folder listed, or a part of a name.
func (m *Model) Type(text string) {
	m.typed, m.sure, m.empty = text, "", false
	m.tell()
	m.list()
}

// Format is which of the endings the file to write has.
func (m *Model) Format() int { return m.format }

// SetFormat gives the file to write another ending.
func (m *Model) SetFormat(i int) {
	if m.typed != "" && m.lists(m.typed) {
		m.typed = strings.TrimSuffix(m.typed, filepath.Ext(m.typed)) + m.Endings[i]
	}
	m.format, m.sure = i, ""
}

// tell takes the format from an ending that was typed, where the choice of formats shows which it is.
func (m *Model) tell() {
	if len(m.Names) == 0 {
		return
	}
	ending := strings.ToLower(filepath.Ext(m.typed))
	if i := slices.Index(m.Endings, cmp.Or(m.Also[ending], ending)); i >= 0 {
		m.format = i
	}
}

// Move moves the row that Return takes.
func (m *Model) Move(by int) {
	if n := len(m.Shown); n > 0 {
		m.At = min(max(m.At+by, 0), n-1)
	}
}

// Choose puts the cursor on a row; the name of a file to write goes into the line.
func (m *Model) Choose(row int) {
	m.At, m.empty = row, false
	if m.Kind == Target && !m.Shown[row].Folder {
		m.dir, m.typed, m.sure = m.listed, m.Shown[row].Name, ""
		m.tell()
	}
}

// Enter lists another folder and empties the line, but for the name of a file to write.
func (m *Model) Enter(dir string) {
	if m.Kind == Target {
		m.typed = filepath.Base(m.typed)
	} else {
		m.typed = ""
	}
	m.dir, m.sure, m.empty = filepath.Clean(dir), "", false
	m.list()
}

// Typed is what the line shows.
func (m *Model) Typed() string { return m.typed }

// Up lists the folder above.
func (m *Model) Up() { m.Enter(filepath.Dir(m.listed)) }

// Home lists the folder of the person.
func (m *Model) Home() {
	if home, err := os.UserHomeDir(); err == nil {
		m.Enter(home)
	}
}

// path reads a path as it was typed.
func (m *Model) path(text string) string {
	if home, err := os.UserHomeDir(); err == nil && (text == "~" || strings.HasPrefix(text, "~"+string(filepath.Separator))) {
		text = home + text[1:]
	}
	if filepath.IsAbs(text) {
		return filepath.Clean(text)
	}
	return filepath.Join(m.dir, text)
}

// list reads the folder that the line leads to and picks what is shown of it.
func (m *Model) list() {
	folder, part := m.dir, m.typed
	if i := strings.LastIndexByte(m.typed, filepath.Separator); i >= 0 {
		folder, part = m.path(m.typed[:i+1]), m.typed[i+1:]
	}
	if m.Kind == Target {
		part = "" // a name yet to be is no search
	}
	if folder != m.listed {
		m.listed = folder
		m.all, m.Err = read(folder)
	}
	m.Shown = m.Shown[:0]
	if filepath.Dir(folder) != folder && part == "" {
		m.Shown = append(m.Shown, Entry{Name: "..", Folder: true, Up: true})
	}
	for _, e := range m.all {
		if m.fits(e, part) {
			m.Shown = append(m.Shown, e)
		}
	}
	m.At = -1
	if part != "" && len(m.Shown) > 0 {
		m.At = 0
	}
}

// read lists a folder: folders first, each by name. What is hidden stays so.
func read(folder string) ([]Entry, error) {
	list, err := os.ReadDir(folder)
	out := make([]Entry, 0, len(list))
	for _, f := range list {
		info, err := os.Stat(filepath.Join(folder, f.Name())) // where a link leads, not the link
		if err != nil || strings.HasPrefix(f.Name(), ".") {
			continue // gone meanwhile, or a link to nowhere
		}
		out = append(out, Entry{Name: f.Name(), Folder: info.IsDir(), Bytes: info.Size(), Changed: info.ModTime()})
	}
	slices.SortFunc(out, func(a, b Entry) int {
		if a.Folder != b.Folder {
			if a.Folder {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return out, err
}

func (m *Model) fits(e Entry, part string) bool {
	return (e.Folder || m.Kind != Folder && m.lists(e.Name)) && strings.Contains(strings.ToLower(e.Name), strings.ToLower(part))
}

// lists reports whether files of a name are of the kind asked for.
func (m *Model) lists(name string) bool {
	ending := strings.ToLower(filepath.Ext(name))
	return len(m.Endings) == 0 || slices.Contains(m.Endings, ending) || m.Also[ending] != ""
}

// Completion is what the line would be with all that the names that begin like it have in common, as in a shell; ""
// where that adds nothing.
func (m *Model) Completion() string {
	head, part := "", m.typed
	if i := strings.LastIndexByte(m.typed, filepath.Separator); i >= 0 {
		head, part = m.typed[:i+1], m.typed[i+1:]
	}
	var begin []Entry
	for _, e := range m.all {
		if part != "" && strings.HasPrefix(e.Name, part) && m.fits(e, "") {
			begin = append(begin, e)
		}
	}
	if len(begin) == 0 {
		return ""
	}
	whole := begin[0].Name
	for _, e := range begin[1:] {
		whole = whole[:common(whole, e.Name)]
	}
	if len(begin) == 1 && begin[0].Folder {
		whole += string(filepath.Separator)
	}
	if whole == part {
		return ""
	}
	return head + whole
}

// common is the length in bytes of what two names begin with, on the edge of a code point.
func common(a, b string) int {
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			return i
		}
	}
	return len(a)
}

// Tick marks or unmarks the file of a row where several can be taken.
func (m *Model) Tick(row int) {
	if row < 0 || row >= len(m.Shown) || m.Kind != Many || m.Shown[row].Up {
		return
	}
	m.empty = false
	if path := m.Path(row); m.ticked[path] {
		delete(m.ticked, path)
	} else {
		m.ticked[path] = true
	}
}

// Ticked reports whether a row is ticked.
func (m *Model) Ticked(row int) bool { return m.ticked[m.Path(row)] }

// Ticks is how many are ticked.
func (m *Model) Ticks() int { return len(m.ticked) }

// Path is that of a row.
func (m *Model) Path(row int) string { return filepath.Join(m.listed, m.Shown[row].Name) }
