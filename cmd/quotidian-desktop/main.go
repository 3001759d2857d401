// Command quotidian-desktop is Quotidian's window.
//
//	quotidian-desktop [--theme light|dark|system] [--page NAME] [DOSSIER]
//
// It opens a dossier, making it when there is none, and without a name the one called Quotidian.dossier in the
// home folder; the very first time it shows the sample articles with a short tour. A dossier that another program writes to,
// or that lies in a folder without the right to write, is opened for reading. One that cannot be opened is told in the window,
// which shows another, and on standard error; the exit status is 1 then. Where there is no display it says so in one line and
// exits 1; the command line program quotidian does the same work there.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"quotidian/dossier"
	"quotidian/dossier/store"
	"quotidian/ui"
	"quotidian/ui/look"
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(frugal)
	}
	os.Exit(run(os.Args[1:], os.Getenv, os.Stderr))
}

// frugal is how much a window's memory may grow between two collections, in percent. A window is open all day beside
// other programs; at Go's own 100, scrolling a list of 100,000 statements took 650 MB, and collecting more often costs an
// import a few percent of its time.
const frugal = 50

// run is main with its surroundings as arguments. It gives the exit status: 0, 1 for what went wrong, 2 for a
// wrong command line.
func run(args []string, getenv func(string) string, stderr io.Writer) int {
	o, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	}
	if err := display(runtime.GOOS, getenv); err != nil {
		fmt.Fprintln(stderr, "quotidian-desktop:", err)
		return 1
	}
	d, err := begin(&o, lastDossier)
	if err != nil {
		fmt.Fprintln(stderr, "quotidian-desktop:", err)
		return 1
	}
	if o.failed != nil {
		fmt.Fprintln(stderr, "quotidian-desktop:", o.failed)
	}
	if err := show(d, o); err != nil {
		fmt.Fprintln(stderr, "quotidian-desktop:", err)
		return 1
	}
	if o.path != "" && o.failed != nil {
		return 1
	}
	return 0
}

// options are what the command line said.
type options struct {
	theme, page, path string
	tour              bool
	failed            error // what is told once there is a window
}

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("quotidian-desktop", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.Usage = func() {
		fmt.Fprintln(stderr, "usage: quotidian-desktop [--theme light|dark|system] [--page NAME] [DOSSIER]")
		f.PrintDefaults()
	}
	f.StringVar(&o.theme, "theme", "", "light, dark or system; the one chosen last when empty")
	f.StringVar(&o.page, "page", "", "screen to begin with: "+strings.Join(ui.Pages, ", ")+"; the one in sight last when empty")
	if err := f.Parse(args); err != nil {
		return o, err
	}
	o.path = f.Arg(0)
	err := o.check(f.NArg())
	if err != nil {
		fmt.Fprintln(stderr, "quotidian-desktop:", err)
	}
	return o, err
}

func (o *options) check(paths int) error {
	switch {
	case paths > 1:
		return errors.New("one dossier at a time")
	case o.theme != "" && !slices.Contains(look.Modes, look.Mode(o.theme)):
		return fmt.Errorf("--theme %s: not light, dark or system", o.theme)
	case o.page != "" && !slices.Contains(ui.Pages, o.page):
		return fmt.Errorf("--page %s: not one of %s", o.page, strings.Join(ui.Pages, ", "))
	}
	return nil
}

// display tests what Fyne would panic about: a window system to show on.
func display(goos string, getenv func(string) string) error {
	switch goos {
	case "windows", "darwin":
		return nil
	}
	if getenv("DISPLAY") == "" && getenv("WAYLAND_DISPLAY") == "" {
		return errors.New("no display (DISPLAY and WAYLAND_DISPLAY are not set); the command line program quotidian works without one")
	}
	return nil
}

// begin opens the dossier to begin with: the one named, or the one that was open last, or the person's own in the usual
// place. Who has never used the program meets the sample and the tour. last gives the dossier that was open last, "" for
// none. One that cannot be opened is told in the window of the person's own, since who opened it by a double click sees no
// standard error.
func begin(o *options, last func() string) (*dossier.Dossier, error) {
	if o.path == "" && firstStart() {
		o.tour = true
		return openSample()
	}
	path := o.path
	if path == "" {
		path = last()
	}
	if path != "" {
		d, err := open(path)
		if err == nil {
			return d, nil
		}
		o.failed = err
	}
	own, err := homeDossier()
	if err != nil {
		return nil, err
	}
	return open(own)
}

// homeDossier is the dossier that is opened when none is named.
func homeDossier() (string, error) {
	home, err := os.UserHomeDir()
	return filepath.Join(home, "Quotidian.dossier"), err
}

// open opens the dossier for writing, or else for reading, see orRead.
func open(path string) (*dossier.Dossier, error) {
	d, err := dossier.Open(path, dossier.Options{Create: true})
	return orRead(path, d, err)
}

// orRead gives what opening a dossier gave, or the dossier for reading where another program writes to it, or where it lies
// in a folder that may only be read.
func orRead(path string, d *dossier.Dossier, err error) (*dossier.Dossier, error) {
	held := (*store.Held)(nil)
	if !errors.As(err, &held) && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, syscall.EROFS) {
		return d, err
	}
	o := dossier.Options{ReadOnly: true}
	if held == nil {
		o.Refused = err
	}
	r, rerr := dossier.Open(path, o)
	if rerr != nil && held == nil {
		return nil, err // nothing can be read there either; what came first says why
	}
	return r, rerr
}
