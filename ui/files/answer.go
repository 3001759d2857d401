package files

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"quotidian/ui/say"
)

// Take answers with the path that was typed, else with what is ticked, else with the row that the cursor is on. A folder
// is entered instead, unless a folder was asked for and typed. done is false as long as there is no answer; [Model.Hint]
// says then what is missing.
func (m *Model) Take() (paths []string, done bool) {
	if m.Kind == Target {
		return m.target()
	}
	if path := m.path(m.typed); m.typed != "" && exists(path) {
		if isFolder(path) && m.Kind != Folder {
			m.Enter(path)
			return nil, false
		}
		return []string{path}, isFolder(path) == (m.Kind == Folder)
	}
	if m.typed == "" && len(m.ticked) > 0 {
		return slices.Sorted(maps.Keys(m.ticked)), true
	}
	m.empty = m.At < 0
	return m.Open(m.At)
}

// Open enters the folder of a row or answers with its file. The name of a file to write goes into the line first.
func (m *Model) Open(row int) (paths []string, done bool) {
	switch {
	case row < 0 || row >= len(m.Shown):
		return nil, false
	case m.Shown[row].Up:
		m.Up()
		return nil, false
	case m.Shown[row].Folder:
		m.Enter(m.Path(row))
		return nil, false
	case m.Kind == Target:
		sure := m.sure
		m.Choose(row)
		m.sure = sure
		return m.target()
	default:
		return []string{m.Path(row)}, true
	}
}

// Press answers as the button does: with the folder of the row or the one listed where a folder is asked for, else as
// [Model.Take].
func (m *Model) Press() (paths []string, done bool) {
	if m.Kind != Folder {
		return m.Take()
	}
	return []string{m.folder()}, isFolder(m.folder())
}

// folder is the one that the button takes.
func (m *Model) folder() string {
	if m.At >= 0 && !m.Shown[m.At].Up {
		return m.Path(m.At)
	}
	return m.listed
}

// target answers with the file to write, in a folder that is made where there is none. A file that is there is replaced
// by the second answer, or never.
func (m *Model) target() (paths []string, done bool) {
	path := m.Goal()
	switch {
	case path == "":
		return nil, false
	case isFolder(m.path(m.typed)):
		m.Enter(m.path(m.typed))
		return nil, false
	case exists(path) && (m.New || m.sure != path):
		m.sure = path
		return nil, false
	}
	m.Err = os.MkdirAll(filepath.Dir(path), 0o755)
	return []string{path}, m.Err == nil
}

// Goal is the file to write that the line names, with an ending, "" for none.
func (m *Model) Goal() string {
	if m.typed == "" || strings.HasSuffix(m.typed, string(filepath.Separator)) {
		return ""
	}
	path := m.path(m.typed)
	if !m.lists(path) {
		path += m.Endings[m.format]
	}
	return path
}

// exists reports whether there is a file or folder.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// Replaces reports whether the next answer replaces a file that is there.
func (m *Model) Replaces() bool {
	return m.Kind == Target && m.sure != "" && m.sure == m.Goal() && !m.New
}

// Hint says what the next answer would do, or what is missing for one.
func (m *Model) Hint() string {
	switch {
	case m.Kind == Target:
		return m.targetHint()
	case errors.Is(m.Err, fs.ErrNotExist):
		return say.T("There is no such folder")
	case m.Err != nil:
		return say.T("This folder cannot be read")
	case m.Kind == Folder:
		return say.T("Everything in %s", m.folder())
	case m.empty && m.typed != "":
		return say.T("There is no file %s", m.path(m.typed))
	case m.empty:
		return say.T("Choose or type a file first")
	case len(m.ticked) > 0:
		return say.T("%s ticked", say.Number(len(m.ticked)))
	case m.Kind == Many:
		return say.T("Space, or the box before a name, ticks several")
	case len(m.Endings) > 0:
		return say.T("Listed: %s", strings.Join(m.Endings, ", "))
	default:
		return ""
	}
}

func (m *Model) targetHint() string {
	goal := m.Goal()
	switch {
	case goal == "":
		return say.T("Type a name")
	case m.Err != nil && exists(filepath.Dir(goal)):
		return say.T("This folder cannot be read")
	case exists(goal) && m.New:
		return say.T("%s is there already; type another name", filepath.Base(goal))
	case m.sure == goal:
		return say.T("%s is there already; once more replaces it", filepath.Base(goal))
	case !exists(filepath.Dir(goal)):
		return say.T("Makes the folder %s", filepath.Dir(goal))
	case len(m.Endings) > 1 && len(m.Names) == 0:
		return say.T("The ending chooses the format: %s", strings.Join(m.Endings, ", "))
	default:
		return ""
	}
}

// Size writes a number of bytes in the unit that keeps it short, a thousand to the next.
func Size(bytes int64) string {
	for _, unit := range []struct {
		name string
		of   int64
	}{{"GB", 1e9}, {"MB", 1e6}, {"KB", 1e3}} {
		if bytes >= unit.of {
			return say.Number(int(bytes/unit.of)) + " " + unit.name
		}
	}
	return say.Number(int(bytes)) + " B"
}
