// Package articles turns bytes into articles: the text that was read, and where it came from.
//
// It takes the bytes of one input and gives an [Article] or a [Fault], never both and never neither.
// The text is kept exactly as it was read: offsets found by later rooms point into it, and the words
// inside quotation marks are never cleaned.
//
// Offsets inside the program are byte offsets ([Span]); what leaves the program (the command line's JSON,
// the workbook) counts Unicode code points, as the W3C Web Annotation model does. [Runes] converts.
//
// Sub-packages: token and sentence cut a text up; each file format has a decoder package of its own; intake
// looks at the content of an input and picks the decoder.
package articles
