package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"quotidian/quotes/tagger/training"
)

func init() { trainers["careful"] = trainCareful }

// trainCareful fits the curves of the careful reader, whose tagger and encoder are those that are built into this program.
func trainCareful(args []string) error {
	f := flag.NewFlagSet("careful", flag.ContinueOnError)
	data := f.String("data", "../shared/data", "folder of the labelled data")
	out := f.String("out", "assets/model/data/confidence-careful.tsv", "where the curves go")
	if err := f.Parse(args); err != nil {
		return err
	}
	development, err := training.Read(filepath.Join(*data, "polnear", "dev.jsonl"))
	if err != nil {
		return err
	}
	made := training.CarefulCurves(development, func(format string, a ...any) { fmt.Printf(format+"\n", a...) })
	return os.WriteFile(*out, made, 0o644)
}
