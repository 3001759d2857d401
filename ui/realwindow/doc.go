// Package realwindow holds tests that drive the window on Fyne's real driver: what the headless driver cannot show,
// such as the main menu, shortcuts, keys that come from the window system, and calls from a wrong goroutine.
//
//	xvfb-run -a -s '-screen 0 1280x800x24' go test -race -tags realwindow ./ui/realwindow
//
// It needs a display, a window manager (openbox, started here), xdotool and ImageMagick. Without the tag it holds nothing. It
// runs without the tag migrated_fynedo, because only then does Fyne log calls from a wrong goroutine; a single
// such line fails the run.
package realwindow
