package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"quotidian/articles"
	"quotidian/articles/fetch"
	"quotidian/articles/intake"
	tables "quotidian/articles/table"
	"quotidian/dossier"
)

func newFetch() *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use:   "fetch DOSSIER URL|LIST|-...",
		Short: "Import articles from the web",
		Long: `Fetches pages and imports them. This is the only command, with watch, that uses the network, and it asks for nothing but
the pages named: no pictures, no scripts, no cookies. It keeps to each site's robots.txt, waits a second between two
requests to one host, follows five redirects, and refuses addresses that are not public.

A list is a file with one address a line, or a table (CSV) with a column of addresses, such as Media Cloud and GDELT
export; what its other columns say of outlet and date fills what a page leaves open. A page that cannot be fetched is
a fault of the balance; --retry fetches these again. Articles are read as the dossier reads them; --careful begins a new
dossier, see 'quotidian add'.`,
		Example: "  quotidian fetch case.dossier https://courier.example/selk/gates\n  quotidian fetch case.dossier mediacloud.csv",
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if o.Published, err = given(o.published); err != nil {
				return err
			}
			if len(args) == 1 && !o.retry {
				return usageError{fmt.Errorf("nothing to fetch: name addresses or lists, or add --retry")}
			}
			listed, faults := addresses(args[1:], cmd.InOrStdin())
			return importInto(cmd, args[0], func(d *dossier.Dossier) (iter.Seq[articles.Item], []dossier.FaultRow, error) {
				if err := o.begin(d); err != nil {
					return nil, nil, err
				}
				var tried []dossier.FaultRow
				if o.retry {
					if tried, err = webFaults(d); err != nil {
						return nil, nil, err
					}
					for _, f := range tried {
						listed = append(listed, intake.Origin{URL: f.Path})
					}
					if len(listed)+len(faults) == 0 {
						return nil, nil, errNothing
					}
				}
				return fetched(cmd.Context(), fetch.New(), listed, faults, o.Options), tried, nil
			})
		},
	}
	o.flags(cmd, "fetch every page again that had a fault")
	return dossierCommand(cmd, "dossier", 1, -1)
}

// webFaults lists the pages that could not be fetched or read.
func webFaults(d *dossier.Dossier) ([]dossier.FaultRow, error) {
	faults, err := d.Faults()
	return slices.DeleteFunc(faults, func(f dossier.FaultRow) bool { return !fetch.IsWeb(f.Path) || strings.Contains(f.Path, "#") }), err
}

// addresses gathers what is to be fetched, each address once; lists that cannot be read are faults.
func addresses(args []string, stdin io.Reader) (listed []intake.Origin, faults []articles.Fault) {
	seen := map[string]bool{}
	add := func(o intake.Origin) {
		if !seen[o.URL] {
			seen[o.URL] = true
			listed = append(listed, o)
		}
	}
	for _, arg := range args {
		if fetch.IsWeb(arg) {
			add(intake.Origin{URL: arg})
			continue
		}
		if err := readList(arg, stdin, add); err != nil {
			faults = append(faults, articles.Fault{Path: arg, Reason: err.Error()})
		}
	}
	return listed, faults
}

// readList reads a list of addresses: a table, or one address a line.
func readList(path string, stdin io.Reader, add func(intake.Origin)) error {
	in := stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return fmt.Errorf("no list of addresses, and no address of the web either")
		}
		defer f.Close()
		in = f
	}
	buffered := bufio.NewReaderSize(in, 64<<10)
	head, err := buffered.Peek(64 << 10)
	if err != nil && err != io.EOF {
		return err
	}
	if tables.Looks(head) {
		return readTable(buffered, add)
	}
	found := false
	err = eachLine(buffered, func(n int, line []byte, fault error) error {
		if fault != nil {
			return fmt.Errorf("line %d: %w", n, fault)
		}
		if address := string(bytes.TrimSpace(line)); fetch.IsWeb(address) {
			add(intake.Origin{URL: address})
			found = true
		}
		return nil
	})
	if err == nil && !found {
		err = fmt.Errorf("a list without an address in it")
	}
	return err
}

func readTable(in io.Reader, add func(intake.Origin)) error {
	t, err := tables.Open(in)
	if err != nil {
		return err
	}
	for row := range t.Rows() {
		if row.Err != nil {
			return fmt.Errorf("line %d: %w", row.Line, row.Err)
		}
		add(intake.Origin{URL: row.Article.URL, Listed: *row.Article})
	}
	return nil
}

// fetched yields what the pages hold, in the order of the list.
func fetched(ctx context.Context, f *fetch.Fetcher, listed []intake.Origin, faults []articles.Fault, o intake.Options) iter.Seq[articles.Item] {
	return func(yield func(articles.Item) bool) {
		for _, fault := range faults {
			if !yield(articles.Item{Fault: &fault}) {
				return
			}
		}
		for i, from := range listed {
			measured := func(it articles.Item) bool {
				it.Done = float64(i+1) / float64(len(listed))
				return yield(it)
			}
			if ctx.Err() != nil || !page(ctx, f, from, o, measured) {
				return
			}
		}
	}
}

// page fetches one page and yields what is in it.
func page(ctx context.Context, f *fetch.Fetcher, from intake.Origin, o intake.Options, yield func(articles.Item) bool) bool {
	asked := from.URL
	p, err := f.Page(ctx, asked)
	switch {
	case ctx.Err() != nil:
		return false
	case err != nil:
		return yield(articles.Item{Fault: &articles.Fault{Path: asked, Reason: err.Error()}})
	}
	from.URL, from.Charset, from.Fetched = p.URL, p.Charset, p.Fetched
	for item := range intake.Bytes(ctx, asked, p.Body, from, o) {
		if !yield(item) {
			return false
		}
	}
	return true
}
