package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// edit changes cells of a workbook as an editor would: "edit FILE PART OLD NEW" puts NEW in the place of the first
// cell of the part that holds OLD.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: edit FILE PART OLD NEW")
	}
	path, cell := ts.MkAbs(args[0]), func(text string) string { return "<is><t>" + text + "</t></is>" }
	z, err := zip.OpenReader(path)
	ts.Check(err)
	defer z.Close()
	var out bytes.Buffer
	w, changed := zip.NewWriter(&out), false
	for _, f := range z.File {
		in, err := f.Open()
		ts.Check(err)
		raw, err := io.ReadAll(in)
		ts.Check(err)
		if f.Name == args[1] {
			changed = strings.Contains(string(raw), cell(args[2]))
			raw = []byte(strings.Replace(string(raw), cell(args[2]), cell(args[3]), 1))
		}
		part, err := w.Create(f.Name)
		ts.Check(err)
		_, err = part.Write(raw)
		ts.Check(err)
	}
	ts.Check(w.Close())
	if !changed {
		ts.Fatalf("%s: no cell of %s holds %q", args[0], args[1], args[2])
	}
	ts.Check(os.WriteFile(path, out.Bytes(), 0o644))
}
