package dossier

import (
	"context"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier/store"
)

// reading is one way of reading articles: what finds their quotes, and the version of its rules.
type reading struct {
	extract func(*articles.Article) []attribution.Quote
	rules   string
}

// The versions of the rules, by stage. Every article says under which its quotes were found, the views say under which
// they were folded; a program with newer rules does again what is behind, and nothing else. readRules is raised when
// quotes or attribution make something else of a text, in either way of reading, joinRules when matching or the fold do.
const (
	readRules    = "20"
	carefulRules = readRules + " careful"
	joinRules    = "29"
	rulesMark    = "rules"
)

// Careful reports whether the articles of the dossier are read carefully, which finds more and cuts sources and contents
// better, and takes some tenths of a second an article instead of a thousandth, on processors without AVX2 some seconds. It is
// a property of the dossier: all of its articles are read alike, so that what it holds depends neither on their order nor on
// who imported them.
func (d *Dossier) Careful() (bool, error) { return d.careful(context.Background()) }

func (d *Dossier) careful(ctx context.Context) (bool, error) {
	mark, err := d.store.Mark(ctx, store.Reading)
	return mark == store.Careful, err
}

// SetCareful has articles read carefully from now on, or quickly. Those that were read otherwise are [Dossier.Outdated]
// then, and [Dossier.Analyse] reads them again.
func (d *Dossier) SetCareful(careful bool) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	ctx := context.Background()
	if !d.write {
		return store.ErrReadOnly
	}
	if now, err := d.careful(ctx); err != nil || now == careful {
		return err
	}
	mark := ""
	if careful {
		mark = store.Careful
	}
	return d.store.SetMark(ctx, store.Reading, mark)
}

// Extract finds the quotes of a text that is none of the articles, as those of articles are found.
func (d *Dossier) Extract(a *articles.Article) ([]attribution.Quote, error) {
	r, err := d.reading(context.Background())
	if err != nil {
		return nil, err
	}
	return r.extract(a), nil
}

// reading gives the way in which articles are read. It asks the file every time: another program may switch it.
func (d *Dossier) reading(ctx context.Context) (reading, error) {
	careful, err := d.careful(ctx)
	return d.readingAs(careful), err
}

func (d *Dossier) readingAs(careful bool) reading {
	if careful {
		return d.carefully
	}
	return d.quickly
}
