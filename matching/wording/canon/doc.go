// Package canon brings the words of a statement into a canonical form, so that two printings of the same words
// compare as equal whatever the house style of the outlets that printed them.
//
// It takes a text and gives its [Word]s in order. Equal keys mean "the same word": case, accents, quotation marks,
// dashes and hyphens do not count, nor do British and American spelling ("organised", "organized"), inflection
// ("weapon", "weapons"; "said", "say"), contractions ("don't", "do not"), or how a number is written ("four thousand",
// "4,000", "4000"; "per cent", "%"). A name that the caller has resolved counts by its id, so that a second
// transliteration costs nothing.
//
// Every word keeps the byte range of the printed text it came from: what a reader is shown is always what was printed.
package canon
