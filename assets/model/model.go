// Package model holds the trained parts: one binary file each, with a card beside it (NAME.md) that says from
// which data it was trained, by which command, under which licence, when, and what it scored on dev.
package model

import "embed"

//go:embed data
var files embed.FS

// Open gives the bytes of a model such as "tagger.bin". A missing file is our own bug and panics.
func Open(name string) []byte {
	raw, err := files.ReadFile("data/" + name)
	if err != nil {
		panic("internal error: model: " + err.Error())
	}
	return raw
}
