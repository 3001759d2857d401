package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// table collects rows and prints them in columns as wide as their content, the last one cut on a terminal alone.
type table struct {
	rows [][]string
}

func (t *table) add(cells ...string) {
	for i, c := range cells {
		cells[i] = oneLine(c)
	}
	t.rows = append(t.rows, cells)
}

// columnGap stands between columns, maxColumn bounds all but the last, so that one long name cannot push the
// rest off the screen.
const (
	columnGap = 2
	maxColumn = 32
	// maxLast is how much of the last column a terminal shows. Some statements are a page long.
	maxLast = 200
)

func (t *table) print(w io.Writer) error {
	widths, last := t.widths(), math.MaxInt
	if isTerminal(w) {
		last = maxLast
	}
	for _, row := range t.rows {
		var b strings.Builder
		for i, cell := range row {
			if i == len(row)-1 {
				b.WriteString(shorten(cell, last))
				break
			}
			cell = shorten(cell, maxColumn)
			b.WriteString(cell)
			b.WriteString(strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+columnGap))
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(b.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) widths() []int {
	var widths []int
	for _, row := range t.rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = min(max(widths[i], utf8.RuneCountInString(cell)), maxColumn)
		}
	}
	return widths
}

// shorten cuts s to n code points, the last one an ellipsis.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)
	return strings.TrimRight(string(r[:n-1]), " ") + "…"
}

// oneLine makes text safe and short-lined for a terminal: line breaks become blanks, control characters and
// direction overrides become visible, so that an article cannot move the cursor or hide its words.
func oneLine(s string) string { return strings.Join(strings.Fields(visible(s)), " ") }

// visible replaces what a terminal would act on instead of showing.
func visible(s string) string {
	if !strings.ContainsFunc(s, acts) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if acts(r) {
			return '\ufffd'
		}
		return r
	}, s)
}

func acts(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// style marks words by colour on a terminal and by signs elsewhere, so that a log or a pipe loses nothing.
type style struct{ colour bool }

func styleFor(w io.Writer) style {
	return style{colour: isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}

// deleted marks words that the second wording lacks, inserted those that it adds: git's word-diff signs.
func (s style) deleted(t string) string {
	if s.colour {
		return "\x1b[31;9m" + t + "\x1b[0m"
	}
	return "[-" + t + "-]"
}

func (s style) inserted(t string) string {
	if s.colour {
		return "\x1b[32;4m" + t + "\x1b[0m"
	}
	return "{+" + t + "+}"
}

func (s style) bold(t string) string {
	if s.colour {
		return "\x1b[1m" + t + "\x1b[0m"
	}
	return t
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// list prints values as one JSON object a line, or as a table with the given header.
func list[T any](cmd *cobra.Command, values []T, toJSON func(T) any, header []string, toRow func(T) []string) error {
	if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
		w := newLines(cmd.OutOrStdout())
		for _, v := range values {
			if err := w.add(toJSON(v)); err != nil {
				return err
			}
		}
		return w.flush()
	}
	var t table
	t.add(header...)
	for _, v := range values {
		t.add(toRow(v)...)
	}
	return t.print(cmd.OutOrStdout())
}

func withJSON(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().Bool("json", false, "print one JSON object a line")
	return cmd
}

// plural gives "1 quote" or "3 quotes".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if before, ok := strings.CutSuffix(noun, "y"); ok {
		return fmt.Sprintf("%d %sies", n, before)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
