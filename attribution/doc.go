// Package attribution says who is behind each quote of one article.
//
// It takes an article with its [quotes.Quote] values and gives each a [Speaker]: from the source span to a
// mention, from the mention (a pronoun, a bare surname, a description) to the fullest name the article prints.
// What cannot be resolved stays unresolved, with the printed source shown. Joining speakers across articles is
// not done here.
//
// The leaf package name folds and parses names.
package attribution
