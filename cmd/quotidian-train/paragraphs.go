package main

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"quotidian/quotes/encoder"
	"quotidian/quotes/tagger/training"
)

func init() { trainers["paragraphs"] = writeParagraphs }

// writeParagraphs writes the labelled paragraphs from which quotes/encoder/training learns, cut into the pieces of the vocabulary that
// the encoder begins with.
func writeParagraphs(args []string) error {
	f := flag.NewFlagSet("paragraphs", flag.ContinueOnError)
	data := f.String("data", "../shared/data", "folder of the labelled data")
	base := f.String("base", "build/encoder/base.jar", "archive of the encoder that training begins with")
	out := f.String("out", "build/encoder", "folder that the paragraphs go to")
	if err := f.Parse(args); err != nil {
		return err
	}
	pieces, err := readPieces(*base)
	if err != nil {
		return err
	}
	vocabulary := encoder.NewVocabulary(pieces)
	for _, half := range []string{"train", "dev"} {
		articles, err := training.Read(filepath.Join(*data, "polnear", half+".jsonl"))
		if err != nil {
			return err
		}
		chunks := training.Chunks(articles, vocabulary)
		if err := writeLines(filepath.Join(*out, half+".jsonl"), chunks); err != nil {
			return err
		}
		fmt.Printf("%s: %d paragraphs\n", half, len(chunks))
	}
	return nil
}

// readPieces reads the vocabulary out of the archive: the pieces by their numbers.
func readPieces(archive string) ([]string, error) {
	z, err := zip.OpenReader(archive)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	names, err := fs.Glob(z, "*-tokenizer.json")
	if err != nil || len(names) != 1 {
		return nil, errors.Join(err, fmt.Errorf("%s: %d vocabularies, one expected", archive, len(names)))
	}
	raw, err := fs.ReadFile(z, names[0])
	if err != nil {
		return nil, err
	}
	var file struct {
		Model struct{ Vocab map[string]int }
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		return nil, fmt.Errorf("%s: %s: %w", archive, names[0], err)
	}
	pieces := make([]string, len(file.Model.Vocab))
	for piece, i := range file.Model.Vocab {
		pieces[i] = piece
	}
	return pieces, nil
}

// writeLines writes each of list as a line of JSON.
func writeLines[T any](path string, list []T) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	for _, x := range list {
		if err := enc.Encode(x); err != nil {
			return err
		}
	}
	return w.Flush()
}
