//go:build realwindow

package realwindow

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

// theApp runs on the main thread while the tests run beside it.
var theApp fyne.App

// TestMain gives the main thread to Fyne, as the real driver needs.
func TestMain(m *testing.M) {
	config, err := os.MkdirTemp("", "quotidian") // what an earlier run remembered must not matter
	if err != nil {
		fmt.Fprintln(os.Stderr, "realwindow:", err)
		os.Exit(1)
	}
	os.Setenv("XDG_CONFIG_HOME", config)
	var logged lockedBuffer
	log.SetOutput(io.MultiWriter(os.Stderr, &logged))
	ctx, stop := context.WithCancel(context.Background())
	manager := exec.CommandContext(ctx, "openbox")
	if err := manager.Start(); err != nil {
		fmt.Fprintln(os.Stderr, "realwindow: a window manager is needed:", err)
		os.Exit(1)
	}
	theApp = app.NewWithID("example.quotidian.test")
	theApp.NewWindow("keeper") // never shown: Fyne quits when the last window closes, and tests close theirs
	code := 1
	theApp.Lifecycle().SetOnStarted(func() {
		go func() {
			code = m.Run()
			fyne.Do(theApp.Quit)
		}()
	})
	theApp.Run()
	stop()
	_ = manager.Wait() // it was killed on purpose
	if s := logged.String(); strings.Contains(s, "Error in Fyne call thread") {
		fmt.Fprintln(os.Stderr, "realwindow: a widget was touched from a wrong goroutine, see the log above")
		code = 1
	}
	os.RemoveAll(config)
	os.Exit(code)
}

// lockedBuffer takes log lines from any goroutine.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// on runs f where widgets may be touched.
func on(f func()) { fyne.DoAndWait(f) }

// until waits for a fact about the window.
func until(t *testing.T, what string, fact func() bool) {
	t.Helper()
	for end := time.Now().Add(60 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		ok := false
		on(func() { ok = fact() })
		if ok {
			return
		}
	}
	t.Fatal("did not come about: " + what)
}

// xdo sends keys and clicks through the window system, as a person does.
func xdo(t *testing.T, args ...string) {
	t.Helper()
	cmd := exec.Command("xdotool", args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("xdotool %q: %v: %s", args, err, out)
	}
	time.Sleep(150 * time.Millisecond)
}
