package encoder

// plainly calls f with the loops of plain.go.
func plainly(f func()) {
	defer func(was bool) { wide = was }(wide)
	wide = false
	f()
}
