package ui

import (
	"strings"
	"time"

	printed "quotidian/articles/date"
	"quotidian/dossier"
)

// asDay gives a date as decisions hold it, of one that a person typed as it is read off a page: "14 May 2024". What is no date, or
// could be two, stays as it is, for [date] to say so.
func asDay(text string) string {
	text = strings.TrimSpace(text)
	if _, err := dossier.ParseDate(text); err == nil {
		return text
	}
	d, ok := printed.Parse(text)
	switch {
	case !ok:
		return text
	case d.Clock:
		return d.Time.Format(time.RFC3339)
	}
	return d.Time.Format(time.DateOnly)
}

// date says what is wrong with a date as a person typed it.
func date(text string) error {
	_, err := dossier.ParseDate(asDay(text))
	return err
}
