// Package wording joins quotes that report one utterance and names what each wording changed.
//
// It takes [Quote] values from many articles and gives statements ([Joiner]), and for any two wordings
// a [Comparison]: how likely they are one statement or a part of it, the words aligned, and the changes by name,
// the worst first. A pair's score depends on the two alone, and clusters are made in an order fixed by content, so
// the order in which articles arrive cannot matter. It never joins through a chain of pairs, and it decides
// nothing against a person's rules.
package wording
