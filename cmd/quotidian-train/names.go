package main

import (
	"bytes"
	"flag"
	"os"

	"quotidian/internal/train/names"
)

func init() { trainers["names"] = trainNames }

// trainNames learns the name model of matching/variant.
func trainNames(args []string) error {
	f := flag.NewFlagSet("names", flag.ContinueOnError)
	data := f.String("data", "../shared/data", "folder of the labelled data")
	out := f.String("out", "assets/model/data/names.bin", "where the model goes")
	if err := f.Parse(args); err != nil {
		return err
	}
	var model bytes.Buffer
	if err := names.Train(*data, &model, os.Stdout); err != nil {
		return err
	}
	return os.WriteFile(*out, model.Bytes(), 0o644)
}
