// Package assets holds what ships inside the programs: word lists, trained models, the icon and the sample.
//
// It takes nothing and gives bytes; every other room may read it, it reads none.
package assets

import "embed"

// Sample holds the articles of the sample dossier: our own prose about invented people and places, from five
// invented outlets on two invented press conferences. Between them they show every feature once: spelling
// variants, trimmed, re-translated and unquoted wordings, a changed number, a dropped negation, a changed
// actor, a wire credit, a relay and a chain of pronouns.
//
//go:embed sample
var Sample embed.FS
