// Command quotidian-train rebuilds the learned parts of Quotidian from labelled data.
//
// Each subcommand trains one model, writes it to assets/model/data and prints what it scores on the development
// split. The data lies outside the repository (../shared/data from the project's root); the same data gives the
// same bytes again, so a model file is always the output of a committed program and never of somebody's
// experiment.
//
//	go run ./cmd/quotidian-train tagger      the attribution tagger of quotes/tagger
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
