// Package quotes finds the statements of one article: what was said or written, the words that attribute it,
// and the words that name its source.
//
// It takes an [articles.Article] and gives [Quote] values in the order of the text. It is a pure function: no
// goroutine, no clock, no file, no state. It does not decide who a pronoun stands for; that is the next room's.
package quotes
