package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"quotidian/dossier"
)

// Template is what an export shows, kept under a name to be used again.
type Template struct {
	Choice
	Filter dossier.Filter `json:"filter,omitzero"`
}

// SaveTemplate keeps a template under a name in folder, which is made when it is missing.
func SaveTemplate(folder, name string, c Template) error {
	path, err := templatePath(folder, name)
	if err != nil {
		return err
	}
	if err := errors.Join(c.Check(), os.MkdirAll(folder, 0o755)); err != nil {
		return err
	}
	return Save(path, func(w io.Writer) error {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(c)
	})
}

// LoadTemplate reads the template kept under a name in folder.
func LoadTemplate(folder, name string) (Template, error) {
	path, err := templatePath(folder, name)
	if err != nil {
		return Template{}, err
	}
	var c Template
	raw, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return c, fmt.Errorf("no template is called %q; there are: %s", name, strings.Join(Templates(folder), ", "))
	case err != nil:
		return c, err
	}
	if err := json.Unmarshal(raw, &c); err != nil {
		return c, fmt.Errorf("template %s: %w", name, err)
	}
	return c, c.Check()
}

// Templates lists the names under which templates are kept in folder.
func Templates(folder string) []string {
	entries, _ := os.ReadDir(folder) // no folder, no templates
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".json"); ok && !strings.HasPrefix(name, ".") {
			names = append(names, name)
		}
	}
	return names
}

// templatePath refuses names that would leave the folder or hide in it.
func templatePath(folder, name string) (string, error) {
	if name == "" || strings.HasPrefix(name, ".") || strings.ContainsAny(name, `/\:*?"<>|`) || !filepath.IsLocal(name) {
		return "", fmt.Errorf("%q is no name for a template: use letters, digits and blanks", name)
	}
	return filepath.Join(folder, name+".json"), nil
}
