package dossier

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"quotidian/articles"
	"quotidian/dossier/store"
)

// An import goes to the file in groups of whole articles: one transaction is one wait for the disk and one writing out of
// the indexes of words, which cost several times what an article itself costs. Nothing is acknowledged before its group
// is on disk, so a crash loses no more than what nobody was told of. A group is closed when it is full or groupTime old,
// so that readers see articles as they come, an import of one page a second commits every page, and whoever stops an
// import waits for one group at most.
const (
	groupItems = 512
	groupBytes = 4 << 20 // of text
	groupTime  = 200 * time.Millisecond
)

// What is read ahead of the group: enough for all cores to have work while a group is being written, and bounded, for an
// article may have 64 MB. handed is how many articles lie ready between two goroutines: taking each from hand to hand costs
// an eighth of an import of short articles, in goroutines put to sleep and woken.
const (
	waiting  = 2 * groupItems
	handed   = 64
	inFlight = 8 << 20 // bytes of text; one article may be longer
)

// group is what goes to the file in one transaction, and what is acknowledged after it.
type group struct {
	entries []store.Entry
	bytes   int
	settled []outcome
}

// outcome is what became of an item: added, already there, or a fault.
type outcome struct {
	path  string
	added bool
	fault *articles.Fault
	// misread says what of an article could not be read.
	misread string
}

func (g *group) take(a *store.Article, qs []store.Quote) {
	g.entries = append(g.entries, store.Entry{Article: a, Quotes: qs})
	g.settled = append(g.settled, outcome{path: a.Read.Path, added: true, misread: misread(&a.Read)})
	g.bytes += len(a.Read.Text)
}

// documents are endings of files that are no plain text.
var documents = []string{".pdf", ".docx", ".odt", ".rtf", ".epub"}

// misread says what of an article could not be read, and what stands in its place.
func misread(a *articles.Article) string {
	if end := strings.ToLower(filepath.Ext(a.Path)); a.Format == "text" && slices.Contains(documents, end) {
		return fmt.Sprintf("named %s, but it is none: read as text", end)
	}
	switch {
	case a.Misdated == "":
		return ""
	case a.Published.Known():
		return fmt.Sprintf("%q does not name one day; the article is dated %s, from %s", a.Misdated, a.Published, a.Published.From)
	}
	return fmt.Sprintf("%q does not name one day; the article is undated", a.Misdated)
}

func (g *group) empty() bool { return len(g.settled) == 0 }

func (g *group) full() bool { return len(g.settled) >= groupItems || g.bytes >= groupBytes }

func (imp *importing) commitFull(ctx context.Context) error {
	if !imp.group.full() {
		return nil
	}
	return imp.commit(ctx)
}

// commit writes the group and acknowledges it.
func (imp *importing) commit(ctx context.Context) error {
	g := imp.group
	imp.group = group{}
	if len(g.entries) > 0 {
		if err := imp.d.store.Add(ctx, g.entries...); err != nil {
			return err
		}
	}
	for _, e := range g.entries {
		if e.Article != nil {
			imp.w.corpus.add(*e.Article, e.Quotes)
			imp.changed = true
		}
	}
	for _, o := range g.settled {
		imp.acknowledge(o)
	}
	return nil
}

func (imp *importing) acknowledge(o outcome) {
	imp.balance.Found++
	switch {
	case o.fault != nil:
		imp.balance.Faults = append(imp.balance.Faults, *o.fault)
	case o.added:
		imp.balance.Added++
	default:
		imp.balance.Already++
	}
	if o.misread != "" {
		imp.balance.Misread = append(imp.balance.Misread, articles.Fault{Path: o.path, Reason: o.misread})
	}
	imp.report(o.path, false)
}

// room is the memory that articles on their way may take.
type room struct {
	mu         sync.Mutex
	freed      sync.Cond
	used, most int
}

func newRoom(most int) *room {
	r := &room{most: most}
	r.freed.L = &r.mu
	return r
}

// take waits until there is room for n; there is always room for one.
func (r *room) take(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.used > 0 && r.used+n > r.most {
		r.freed.Wait()
	}
	r.used += n
}

func (r *room) giveBack(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.used -= n
	r.freed.Signal()
}
