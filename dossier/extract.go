package dossier

import (
	"quotidian/articles"
	"quotidian/attribution"
)

// extract finds the quotes of an article and their speakers.
func extract(a *articles.Article) []attribution.Quote { return nil }
