// Package widget holds the parts that Fyne lacks for this work: text that flows with coloured grounds and can be
// selected, a grid for a hundred thousand rows, badges, facets, a timeline, a chain of relays, toasts.
//
// Rules that every part keeps:
//   - text of articles never goes into Fyne's Label, RichText or Entry: ten thousand lines cost those seconds on
//     the UI goroutine. It goes through [Visible], which shows what a reader could not see;
//   - a part that wraps says how high it is for a width ([Flowing]), so that pages lay out in one pass;
//   - colours are looked up by name at each refresh, so that light and dark can change under a running window;
//   - nothing here knows a dossier.
package widget
