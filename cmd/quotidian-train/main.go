// Command quotidian-train rebuilds the learned parts of Quotidian from labelled data.
//
// Each trainer writes its files to assets/model/data and prints what they score on the development split. The data
// lies outside the repository (../shared/data from the project's root); the same data gives the same bytes again, so a
// model file is always the output of a committed program and never of somebody's experiment.
//
//	go run ./cmd/quotidian-train tagger      the attribution tagger of quotes/tagger
//	go run ./cmd/quotidian-train names       how alike names are: matching/variant
//	go run ./cmd/quotidian-train pronouns    whom "he" and "she" mean: attribution
//	go run ./cmd/quotidian-train wording     whether two wordings are one statement: matching/wording
//	go run ./cmd/quotidian-train paragraphs  what quotes/encoder/training learns from; "make train-encoder" does all of it
//	go run ./cmd/quotidian-train careful     how sure the careful reader is, once the encoder is trained
package main

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// trainers holds the subcommands; each file of this package adds its own in an init function.
var trainers = map[string]func(args []string) error{}

func main() {
	names := strings.Join(slices.Sorted(maps.Keys(trainers)), "|")
	if len(os.Args) < 2 || trainers[os.Args[1]] == nil {
		fmt.Fprintf(os.Stderr, "usage: quotidian-train %s [flags]\n", names)
		os.Exit(2)
	}
	if err := trainers[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintf(os.Stderr, "quotidian-train %s: %v\n", os.Args[1], err)
		os.Exit(1)
	}
}
