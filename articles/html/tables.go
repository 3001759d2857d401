package html

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Old pages are set in tables: a menu in one cell, the story in the next. Of a cell trafilatura reads only what tables of figures
// hold, and leaves lines and quotes out. So a table with a story in it becomes plain elements.

// fewestInCell is how many paragraphs in one cell make a story.
const fewestInCell = 3

// tableParts are the elements that a table is made of.
var tableParts = tags(atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th)

// openTables makes <div> elements of the tables that only lay a page out.
func openTables(doc *html.Node) {
	layout := layoutTables(doc)
	if len(layout) == 0 {
		return
	}
	var parts []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && tableParts[element(n)] && layout[tableOf(n)] {
			parts = append(parts, n)
		}
	}
	for _, n := range parts {
		n.Data, n.DataAtom = "div", atom.Div
	}
}

// layoutTables gives the tables with a story in one of their cells, and those around them.
func layoutTables(doc *html.Node) map[*html.Node]bool {
	layout, held := map[*html.Node]bool{}, map[*html.Node]int{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || element(n) != atom.P {
			continue
		}
		cell := enclosing(n, atom.Td)
		if cell == nil || !bareSentence([]*html.Node{n}) {
			continue
		}
		if held[cell]++; held[cell] != fewestInCell {
			continue
		}
		for t := tableOf(cell); t != nil && !layout[t]; t = enclosing(t, atom.Table) {
			layout[t] = true
		}
	}
	return layout
}

// tableOf gives the table that n is, or is a part of.
func tableOf(n *html.Node) *html.Node {
	if element(n) == atom.Table {
		return n
	}
	return enclosing(n, atom.Table)
}

// enclosing gives the innermost element of a kind around n.
func enclosing(n *html.Node, kind atom.Atom) *html.Node {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && element(n) == kind {
			return n
		}
	}
	return nil
}
