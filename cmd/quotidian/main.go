// Command quotidian reads news articles and says who said what, where, and in whose words.
//
// It is the whole product without a window: it extracts quotes, keeps dossiers, joins names and statements,
// takes decisions and exports. It uses the network only in fetch and watch, for the pages that a person names, and
// never listens on it. It never imports the window's toolkit, so it runs on
// any server.
//
// Exit status: 0 all done; 1 it could not be done; 2 wrong usage; 3 done, but some inputs could not be read
// (each is named on standard error and the rest was read); 4 a draft was checked and holds quotes that want a look.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit statuses, as promised above.
const (
	exitFailed = 1
	exitUsage  = 2
	exitFaults = 3
	exitDraft  = 4
)

// errFaults says that the work was done but some inputs could not be read; they have been named already.
var errFaults = errors.New("some inputs could not be read")

// usageError marks what the person typed wrong.
type usageError struct{ error }

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is main with its surroundings as arguments, so that tests run the very program.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	err := root.ExecuteContext(ctx)
	return report(err, errs)
}

// report turns an error into words and a status.
func report(err error, errs io.Writer) int {
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFaults):
		return exitFaults
	case errors.Is(err, errDraft):
		return exitDraft
	case errors.Is(err, syscall.EPIPE):
		return 0 // the reader of a pipe (head, less) has seen enough
	case errors.As(err, &usage):
		fmt.Fprintln(errs, "quotidian:", err)
		fmt.Fprintln(errs, "Run 'quotidian help' or add --help to a command to see how it is used.")
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(errs, "quotidian: stopped; what was done until then is kept")
		return exitFailed
	default:
		fmt.Fprintln(errs, "quotidian:", err)
		return exitFailed
	}
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "quotidian",
		Short: "Who said what, where, and in whose words",
		Long: `Quotidian reads news articles, finds every quoted or reported statement and who it is attributed to,
joins spellings of a name and wordings of a statement across articles, and shows what each outlet changed.

Everything stays on this computer. A dossier is one file.`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddGroup(
		&cobra.Group{ID: "dossier", Title: "Dossiers:"},
		&cobra.Group{ID: "decide", Title: "Decisions:"},
		&cobra.Group{ID: "file", Title: "The dossier's file:"},
		&cobra.Group{ID: "text", Title: "Without a dossier:"},
	)
	root.AddCommand(newAdd(), newFetch(), newWatch(), newArticles(), newOutlets(), newStatements(), newShow(), newSearch(), newCheck(), newExport())
	root.AddCommand(newNames(), newDecide(), newLog(), newUndo(), newRedo())
	root.AddCommand(keepingCommands()...)
	root.AddCommand(newExtract(), newCompare(), newMatch(), newScore())
	return holding(root)
}

// holding makes a command that does nothing but hold others print its help, and refuse a name that none of them has: a
// script that misspells one must not go on.
func holding(cmd *cobra.Command) *cobra.Command {
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	cmd.Args = func(cmd *cobra.Command, got []string) error {
		if len(got) == 0 {
			return nil
		}
		cmd.SuggestionsMinimumDistance = 2
		meant := ""
		if like := cmd.SuggestionsFor(got[0]); len(like) > 0 {
			meant = "; did you mean " + strings.Join(like, " or ") + "?"
		}
		return usageError{fmt.Errorf("%s has no command %q%s", cmd.CommandPath(), got[0], meant)}
	}
	return cmd
}

// version is the module's version, with the commit when Go knows it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "development build"
	}
	return info.Main.Version
}

// count checks the number of arguments, with no upper bound where most is negative. What is missing goes by its name in the
// command's line of use.
func count(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, got []string) error {
		takes := strings.Fields(cmd.Use)[1:]
		switch {
		case len(got) < least && len(got) < len(takes):
			return fmt.Errorf("%s is missing", strings.TrimSuffix(takes[len(got)], "..."))
		case len(got) < least:
			return fmt.Errorf("%d arguments are too few", len(got))
		case most >= 0 && len(got) > most:
			return fmt.Errorf("%q is one too many", got[most])
		}
		return nil
	}
}

// args wraps a check of arguments so that its error counts as wrong usage, and says what the command takes.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, got []string) error {
		if err := check(cmd, got); err != nil {
			return usageError{fmt.Errorf("%w: %s", err, cmd.UseLine())}
		}
		return nil
	}
}
