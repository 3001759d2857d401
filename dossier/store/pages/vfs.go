package pages

import (
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"unsafe"

	_ "modernc.org/sqlite" // the driver, which starts SQLite
	sqlite3 "modernc.org/sqlite/lib"
)

// Op is an operation on a file.
type Op string

// The operations that a Hook hears of.
const (
	Open     Op = "open"
	Read     Op = "read"
	Write    Op = "write"
	Truncate Op = "truncate"
	Sync     Op = "sync"
	Delete   Op = "delete"
)

// Verdict is what becomes of an operation: a result code of SQLite that it ends with, and, of a write, the share of
// its bytes that reaches the file before, in halves.
type Verdict struct {
	Code   int32
	Halves int32
}

// Hook hears of every operation before it is done and may end it; the zero Verdict lets it pass. It stands for a disk
// that fails. It must be safe for concurrent use.
type Hook func(Op) Verdict

// Register makes a guarding file layer known to SQLite under a name, which a database is opened with as
// "file:…?vfs=NAME". hook may be nil.
func Register(name string, m Marked, hook Hook) error {
	if err := start(); err != nil {
		return err
	}
	if len(name) >= len(shared{}.name) {
		return fmt.Errorf("internal error: %q is too long a name for a file layer", name)
	}
	return register(sqlite3.Xsqlite3_malloc64, sqlite3.Xsqlite3_vfs_find, sqlite3.Xsqlite3_vfs_register, name, &layer{marked: m, hook: hook})
}

// start lets the driver start SQLite, which has to be done on a thread of its own making.
func start() error {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return err
	}
	return errors.Join(db.Ping(), db.Close())
}

// layer is one file layer: the platform's own with open, and the operations that matter, replaced. SQLite holds
// addresses of its functions, so it is never freed.
type layer struct {
	marked Marked
	hook   Hook
	base   uintptr // the platform's own

	mu     sync.Mutex
	shared *shared // its header and size belong to whoever holds mu
	tables map[kind]*methods
}

// shared is what SQLite reads and writes by address. It lies in SQLite's own memory, where such addresses are sound,
// and stays there as long as the program runs.
type shared struct {
	vfs    sqlite3.Tsqlite3_vfs
	header [headerSize]byte
	size   int64
	blank  [Size]byte // a sealed page of zeros
	name   [32]byte   // ends with a zero
}

// kind tells files apart that need different methods.
type kind struct {
	base    uintptr // the platform's methods
	guarded bool
}

// methods is a table of methods as SQLite sees it, and after it what ours need to know. It lies in SQLite's memory.
type methods struct {
	sqlite3.Tsqlite3_io_methods
	base    *sqlite3.Tsqlite3_io_methods
	guarded bool
}

// kept holds every layer for as long as the program runs.
var kept struct {
	sync.Mutex
	layers []any
}

// calls are the functions that SQLite calls. The state of a thread, E, is a type of the library's runtime. It is
// inferred, so that this program depends on the library alone and not on the inner module that happens to define it.
type calls[E any] struct {
	*layer
	alloc    func(state *E, size uint64) uintptr
	open     func(state *E, vfs, name, file uintptr, flags int32, out uintptr) int32
	remove   func(state *E, vfs, name uintptr, sync int32) int32
	read     func(state *E, file, to uintptr, n int32, at int64) int32
	write    func(state *E, file, from uintptr, n int32, at int64) int32
	truncate func(state *E, file uintptr, size int64) int32
	sync     func(state *E, file uintptr, flags int32) int32
	traits   func(state *E, file uintptr) int32
}

func register[E any](alloc func(*E, uint64) uintptr, find func(*E, uintptr) uintptr, add func(*E, uintptr, int32) int32, name string, l *layer) error {
	state := new(E) // a fresh thread; SQLite has started, so the calls only walk a list and take memory, under locks
	l.base = find(state, 0)
	place := alloc(state, uint64(unsafe.Sizeof(shared{})))
	if l.base == 0 || place == 0 {
		return fmt.Errorf("internal error: SQLite has no file layer or no memory")
	}
	l.tables = map[kind]*methods{}
	l.shared = at[shared](place)
	*l.shared = shared{vfs: *at[sqlite3.Tsqlite3_vfs](l.base)}
	copy(l.shared.name[:], name)
	Seal(l.shared.blank[:])
	c := &calls[E]{layer: l, alloc: alloc}
	c.open, c.remove, c.read, c.write = c.onOpen(), c.onDelete, c.onRead, c.onWrite
	c.truncate, c.sync, c.traits = c.onTruncate, c.onSync, c.onTraits
	vfs := &l.shared.vfs
	vfs.FpNext = 0
	vfs.FzName = uintptr(unsafe.Pointer(&l.shared.name[0]))
	vfs.FxOpen, vfs.FxDelete = address(&c.open), address(&c.remove)
	kept.Lock()
	kept.layers = append(kept.layers, c)
	kept.Unlock()
	if rc := add(state, uintptr(unsafe.Pointer(vfs)), 0); rc != sqlite3.SQLITE_OK {
		return fmt.Errorf("internal error: SQLite takes no file layer: code %d", rc)
	}
	return nil
}

// at gives what stands at an address that came from SQLite.
func at[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

// address is how SQLite, translated to Go, holds a function; function makes it callable again.
func address[F any](f *F) uintptr { return *(*uintptr)(unsafe.Pointer(f)) }

func function[F any](address uintptr) F { return *(*F)(unsafe.Pointer(&struct{ uintptr }{address})) }

func (l *layer) asked(op Op) Verdict {
	if l.hook == nil {
		return Verdict{}
	}
	return l.hook(op)
}

// onOpen gives the function that SQLite opens files with.
func (c *calls[E]) onOpen() func(state *E, vfs, name, file uintptr, flags int32, out uintptr) int32 {
	open := function[func(*E, uintptr, uintptr, uintptr, int32, uintptr) int32](at[sqlite3.Tsqlite3_vfs](c.base).FxOpen)
	return func(state *E, _, name, file uintptr, flags int32, out uintptr) int32 {
		f := at[sqlite3.Tsqlite3_file](file)
		if v := c.asked(Open); v.Code != 0 {
			f.FpMethods = 0
			return v.Code
		}
		if rc := open(state, c.base, name, file, flags, out); rc != sqlite3.SQLITE_OK {
			return rc
		}
		k := kind{base: f.FpMethods, guarded: flags&sqlite3.SQLITE_OPEN_MAIN_DB != 0 && c.guarded(state, file)}
		if k.guarded || c.hook != nil {
			t := c.table(state, k)
			if t == nil {
				return sqlite3.SQLITE_NOMEM
			}
			f.FpMethods = uintptr(unsafe.Pointer(t))
		}
		return sqlite3.SQLITE_OK
	}
}

// guarded looks at the header of a database that was just opened.
func (c *calls[E]) guarded(state *E, file uintptr) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	base := at[sqlite3.Tsqlite3_io_methods](at[sqlite3.Tsqlite3_file](file).FpMethods)
	read := function[func(*E, uintptr, uintptr, int32, int64) int32](base.FxRead)
	rc := read(state, file, uintptr(unsafe.Pointer(&c.shared.header[0])), headerSize, 0)
	return rc == sqlite3.SQLITE_OK && Guarded(c.shared.header[:], c.marked)
}

// table gives the methods for files of a kind, nil when there is no memory for them. Mapping pages into memory (version
// 3) would go past the checks.
func (c *calls[E]) table(state *E, k kind) *methods {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := c.tables[k]
	if t == nil {
		place := c.alloc(state, uint64(unsafe.Sizeof(methods{})))
		if place == 0 {
			return nil
		}
		t = at[methods](place)
		base := at[sqlite3.Tsqlite3_io_methods](k.base)
		*t = methods{Tsqlite3_io_methods: *base, base: base}
		t.FiVersion = min(t.FiVersion, 2)
		t.FxRead, t.FxDeviceCharacteristics = address(&c.read), address(&c.traits)
		t.guarded = k.guarded
		t.FxWrite = address(&c.write)
		t.FxTruncate, t.FxSync = address(&c.truncate), address(&c.sync)
		c.tables[k] = t
	}
	return t
}

func methodsOf(file uintptr) *methods { return at[methods](at[sqlite3.Tsqlite3_file](file).FpMethods) }

// onRead compares pages of guarded databases. Whatever is longer than the header and no page is read under a page
// size that is not ours: the header is damaged.
func (c *calls[E]) onRead(state *E, file, to uintptr, n int32, offset int64) int32 {
	if v := c.asked(Read); v.Code != 0 {
		return v.Code
	}
	m := methodsOf(file)
	read := function[func(*E, uintptr, uintptr, int32, int64) int32](m.base.FxRead)
	rc := read(state, file, to, n, offset)
	switch {
	case !m.guarded:
		return rc
	case n == Size && rc == sqlite3.SQLITE_IOERR_SHORT_READ:
		return sqlite3.SQLITE_IOERR_DATA // SQLite would take what is missing for zeros
	case rc != sqlite3.SQLITE_OK || n <= headerSize:
		return rc
	case n != Size || !Intact(at[[Size]byte](to)[:]):
		return sqlite3.SQLITE_IOERR_DATA
	}
	return rc
}

// onWrite seals pages of guarded databases, in SQLite's own memory: the bytes are ours.
func (c *calls[E]) onWrite(state *E, file, from uintptr, n int32, offset int64) int32 {
	m := methodsOf(file)
	write := function[func(*E, uintptr, uintptr, int32, int64) int32](m.base.FxWrite)
	if m.guarded && n == Size {
		Seal(at[[Size]byte](from)[:])
		if rc := c.fill(state, file, offset); rc != sqlite3.SQLITE_OK {
			return rc
		}
	}
	if v := c.asked(Write); v.Code != 0 {
		if part := n * v.Halves / 2; part > 0 {
			write(state, file, from, part, offset)
		}
		return v.Code
	}
	return write(state, file, from, n, offset)
}

func (c *calls[E]) onTruncate(state *E, file uintptr, size int64) int32 {
	if v := c.asked(Truncate); v.Code != 0 {
		return v.Code
	}
	m := methodsOf(file)
	if m.guarded {
		if rc := c.fill(state, file, size); rc != sqlite3.SQLITE_OK {
			return rc
		}
	}
	return function[func(*E, uintptr, int64) int32](m.base.FxTruncate)(state, file, size)
}

// onTraits takes back that part of a page may be read alone, which SQLite does with long texts: a checksum is of the
// whole page.
func (c *calls[E]) onTraits(state *E, file uintptr) int32 {
	m := methodsOf(file)
	traits := function[func(*E, uintptr) int32](m.base.FxDeviceCharacteristics)(state, file)
	if m.guarded {
		traits &^= sqlite3.SQLITE_IOCAP_SUBPAGE_READ
	}
	return traits
}

// fill makes a guarded database that is shorter than that as long, by sealed pages of zeros. SQLite does not write
// pages that are free, so a file that grows gets holes, and a hole would not agree with its checksum.
func (c *calls[E]) fill(state *E, file uintptr, to int64) int32 {
	c.mu.Lock()
	defer c.mu.Unlock()
	base := methodsOf(file).base
	size := function[func(*E, uintptr, uintptr) int32](base.FxFileSize)
	if rc := size(state, file, uintptr(unsafe.Pointer(&c.shared.size))); rc != sqlite3.SQLITE_OK {
		return rc
	}
	write := function[func(*E, uintptr, uintptr, int32, int64) int32](base.FxWrite)
	for from := c.shared.size - c.shared.size%Size; from < to; from += Size {
		if rc := write(state, file, uintptr(unsafe.Pointer(&c.shared.blank[0])), Size, from); rc != sqlite3.SQLITE_OK {
			return rc
		}
	}
	return sqlite3.SQLITE_OK
}

func (c *calls[E]) onSync(state *E, file uintptr, flags int32) int32 {
	if v := c.asked(Sync); v.Code != 0 {
		return v.Code
	}
	return function[func(*E, uintptr, int32) int32](methodsOf(file).base.FxSync)(state, file, flags)
}

func (c *calls[E]) onDelete(state *E, _, name uintptr, sync int32) int32 {
	if v := c.asked(Delete); v.Code != 0 {
		return v.Code
	}
	remove := function[func(*E, uintptr, uintptr, int32) int32](at[sqlite3.Tsqlite3_vfs](c.base).FxDelete)
	return remove(state, c.base, name, sync)
}
