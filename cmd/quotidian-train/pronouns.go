package main

import (
	"bytes"
	"flag"
	"os"

	"quotidian/internal/train/pronouns"
)

func init() { trainers["pronouns"] = trainPronouns }

// trainPronouns learns whom "he" and "she" stand for, for package attribution.
func trainPronouns(args []string) error {
	set := pronouns.Defaults()
	f := flag.NewFlagSet("pronouns", flag.ContinueOnError)
	data := f.String("data", "../shared/data", "folder of the labelled data")
	out := f.String("out", "assets/model/data/pronouns.bin", "where the model goes")
	f.IntVar(&set.Steps, "steps", set.Steps, "passes over the data")
	f.Float64Var(&set.Rate, "rate", set.Rate, "step length")
	f.Float64Var(&set.Penalty, "penalty", set.Penalty, "weight penalty")
	if err := f.Parse(args); err != nil {
		return err
	}
	var model bytes.Buffer
	if err := pronouns.Train(*data, set, &model, os.Stdout); err != nil {
		return err
	}
	return os.WriteFile(*out, model.Bytes(), 0o644)
}
