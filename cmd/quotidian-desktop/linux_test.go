package main

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTypeOfDossiers holds the MIME type that the Linux package installs to what a dossier is: the name of the file and
// the bytes by which desktops know it.
func TestTypeOfDossiers(t *testing.T) {
	raw, err := os.ReadFile("linux/quotidian.xml")
	if err != nil {
		t.Fatal(err)
	}
	var info struct {
		Type struct {
			Name string `xml:"type,attr"`
			Glob struct {
				Pattern string `xml:"pattern,attr"`
			} `xml:"glob"`
			Outer struct {
				Value string `xml:"value,attr"`
				Inner struct {
					Offset int    `xml:"offset,attr"`
					Value  string `xml:"value,attr"`
				} `xml:"match"`
			} `xml:"magic>match"`
		} `xml:"mime-type"`
	}
	if err := xml.Unmarshal(raw, &info); err != nil {
		t.Fatal(err)
	}
	path := closedDossier(t)
	head, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m := info.Type
	if !strings.HasPrefix(string(head), m.Outer.Value) || !strings.HasPrefix(string(head[m.Outer.Inner.Offset:]), m.Outer.Inner.Value) {
		t.Errorf("a dossier begins with %q", head[:80])
	}
	if ok, err := filepath.Match(m.Glob.Pattern, filepath.Base(path)); !ok || err != nil {
		t.Errorf("%s does not match %s", m.Glob.Pattern, path)
	}
	script, err := os.ReadFile("linux/package")
	if err != nil || !strings.Contains(string(script), "MimeType="+m.Name+";") {
		t.Errorf("the package does not say that the program opens %s (%v)", m.Name, err)
	}
}
