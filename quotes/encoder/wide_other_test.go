//go:build !amd64

package encoder

// plainly calls f with the loops of plain.go, which are the only ones here.
func plainly(f func()) { f() }
