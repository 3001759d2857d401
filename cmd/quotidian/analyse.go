package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/dossier/pace"
)

func newAnalyse() *cobra.Command {
	var all, careful, quick bool
	cmd := &cobra.Command{
		Use:   "analyse DOSSIER",
		Short: "Find quotes again under newer rules, or carefully, and show what changed",
		Long: `Finds the quotes of those articles again that an older version of the rules read, joins what changed, and lists the
quotes that appeared, vanished or changed. What a person settled stands: decisions go over to the quotes in place of
the old ones, and a quote that somebody decided about is kept when the rules no longer find it.

--careful has the dossier read carefully from now on and reads again what is in it, --quick the other way round. Careful
reading finds more and cuts sources and contents better; it takes some tenths of a second an article and core instead of a
thousandth, some seconds where the processor lacks AVX2, as Apple's do. A text of more than 128 kB is read quickly in any case.

What is stopped (Ctrl-C) goes on where it was when the command is given again. An article at which the program fails keeps
the quotes that it had and is named; the exit status is 3 then.

+ quotes that appeared, - that vanished, ~ that changed, = kept for a decision; --json prints all of it as one object.`,
		Example: "  quotidian analyse case.dossier\n  quotidian analyse case.dossier --careful",
		RunE: func(cmd *cobra.Command, args []string) error {
			if careful {
				if _, err := os.Stat(args[0]); errors.Is(err, fs.ErrNotExist) {
					return fmt.Errorf("%s: no such dossier; 'quotidian add %s --careful' and a file or folder begins one that is read carefully", args[0], args[0])
				}
			}
			return withDossier(args[0], dossier.Options{}, func(d *dossier.Dossier) error {
				given := cmd.Flags().Changed
				if given("careful") || given("quick") {
					if err := d.SetCareful(careful || given("quick") && !quick); err != nil {
						return err
					}
				}
				return analyse(cmd, d, all)
			})
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "all articles, also those read under these rules")
	carefulFlag(cmd, &careful, "this dossier, and all that comes, ")
	cmd.Flags().BoolVar(&quick, "quick", false, "read this dossier, and all that comes, quickly again")
	cmd.MarkFlagsMutuallyExclusive("careful", "quick")
	return withJSON(dossierCommand(cmd, "file", 1, 1))
}

// analyse analyses a dossier and tells what changed, also where that was stopped.
func analyse(cmd *cobra.Command, d *dossier.Dossier, all bool) error {
	r, err := analyseShown(cmd, d, all)
	careful, err1 := d.Careful()
	behind, err2 := d.Outdated()
	if lost := cmp.Or(err1, err2); lost != nil {
		return cmp.Or(err, lost)
	}
	nameFirst(cmd.ErrOrStderr(), r.Failed, "article", "each keeps the quotes that it had")
	if err == nil && len(r.Failed) > 0 {
		err = errFaults
	}
	if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
		return cmp.Or(err, analysisLine(cmd.OutOrStdout(), r, careful, behind))
	}
	return cmp.Or(err, printAnalysis(cmd.OutOrStdout(), r, careful, behindLine(behind, d.Path())))
}

// analyseShown analyses with a line that says how far it is.
func analyseShown(cmd *cobra.Command, d *dossier.Dossier, all bool) (dossier.Analysis, error) {
	var mu sync.Mutex
	var done, of int
	var reading pace.Pace
	defer startMeter(cmd.ErrOrStderr(), func(since time.Duration) string {
		mu.Lock()
		defer mu.Unlock()
		return againLine(done, of, since, &reading)
	})()
	return d.Analyse(cmd.Context(), all, func(n, all int) {
		mu.Lock()
		defer mu.Unlock()
		done, of = n, all
	})
}

// againLine says how far reading again is after a while.
func againLine(done, of int, since time.Duration, reading *pace.Pace) string {
	switch {
	case of == 0:
		return "reading again, " + seconds(since)
	case done == of:
		return fmt.Sprintf("%s read again; joining names and statements, %s", plural(of, "article"), seconds(since))
	}
	line := fmt.Sprintf("%d of %s read again", done, plural(of, "article"))
	if left, ok := reading.At(since, float64(done)/float64(of)); ok {
		line += ", about " + roughly(pace.Round(left)) + " left to read"
	}
	return line
}

type analysisJSON struct {
	Articles         int         `json:"articles"`
	Changed          int         `json:"changed"`
	Statements       int         `json:"statements"`
	StatementsBefore int         `json:"statements_before"`
	Appeared         []string    `json:"appeared"`
	Vanished         []string    `json:"vanished"`
	Altered          [][2]string `json:"altered"`
	Kept             []string    `json:"kept"`
	Failed           []string    `json:"failed"`
	Careful          bool        `json:"careful"`
	Outdated         int         `json:"outdated"`
}

// analysisLine prints an analysis as one line of JSON.
func analysisLine(w io.Writer, r dossier.Analysis, careful bool, behind int) error {
	var failed []string
	for _, f := range r.Failed {
		failed = append(failed, f.Error())
	}
	_, err := w.Write(marshal(analysisJSON{
		Articles: r.Articles, Changed: r.Changed, Statements: r.After, StatementsBefore: r.Before,
		Appeared: filled(r.Appeared), Vanished: filled(r.Vanished), Altered: filled(r.Altered), Kept: filled(r.Kept), Failed: filled(failed),
		Careful: careful, Outdated: behind,
	}))
	return err
}

// printAnalysis prints an analysis for a reader; behind is the line about what is still to be read.
func printAnalysis(w io.Writer, r dossier.Analysis, careful bool, behind string) error {
	how := ""
	if careful {
		how = "carefully "
	}
	_, err := fmt.Fprintf(w, "%s %sanalysed, %d changed; %s, %d before\n%s",
		plural(r.Articles, "article"), how, r.Changed, plural(r.After, "statement"), r.Before, behind)
	if err != nil {
		return err
	}
	return printChanges(w, r.Appeared, r.Vanished, r.Altered, r.Kept)
}

// printChanges lists what became of quotes: + new, - gone, ~ changed, = kept because a person decided about it.
func printChanges(w io.Writer, appeared, vanished []string, altered [][2]string, kept []string) error {
	var b strings.Builder
	for _, p := range altered {
		fmt.Fprintf(&b, "  ~ %s\n    %s\n", oneLine(p[0]), oneLine(p[1]))
	}
	for _, part := range []struct {
		sign  string
		words []string
	}{{"+", appeared}, {"-", vanished}, {"=", kept}} {
		for _, words := range part.words {
			fmt.Fprintf(&b, "  %s %s\n", part.sign, oneLine(words))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func newVersions() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "versions DOSSIER",
		Short: "List articles that were changed after publication, and what became of their quotes",
		Long: `An article read again at the same address, or under the same headline of the same outlet, with other words is kept as
a version of its own. For each later version: + quotes that appeared, - that vanished, ~ that changed.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return reading(args[0], func(d *dossier.Dossier) error {
				all, err := d.Editions()
				if err != nil {
					return err
				}
				if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
					return versionLines(cmd.OutOrStdout(), all)
				}
				return printVersions(cmd.OutOrStdout(), all)
			})
		},
	}
	return withJSON(dossierCommand(cmd, "dossier", 1, 1))
}

func printVersions(w io.Writer, all [][]dossier.Edition) error {
	for _, versions := range all {
		if _, err := fmt.Fprintf(w, "%s: %s\n", outletName(versions[0].Article.Outlet), oneLine(versions[0].Article.Title)); err != nil {
			return err
		}
		for i, e := range versions {
			if _, err := fmt.Fprintf(w, "%d  %s  %s\n", i+1, shortID(e.Article.ID), orUndated(e.Article.Published)); err != nil {
				return err
			}
			if err := printChanges(w, e.Appeared, e.Vanished, e.Altered, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

type versionJSON struct {
	Article  string      `json:"article"`
	Version  int         `json:"version"`
	Of       string      `json:"of"`
	Appeared []string    `json:"appeared"`
	Vanished []string    `json:"vanished"`
	Altered  [][2]string `json:"altered"`
}

// versionLines prints a line for each version; "of" is the id of the first.
func versionLines(w io.Writer, all [][]dossier.Edition) error {
	out := newLines(w)
	for _, versions := range all {
		for i, e := range versions {
			v := versionJSON{
				Article: string(e.Article.ID), Version: i + 1, Of: string(versions[0].Article.ID),
				Appeared: filled(e.Appeared), Vanished: filled(e.Vanished), Altered: filled(e.Altered),
			}
			if err := out.add(v); err != nil {
				return err
			}
		}
	}
	return out.flush()
}
