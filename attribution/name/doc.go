// Package name reads a person's name as print gives it.
//
// It takes a string such as "Col. Abd al-Rahman ibn Khalid AL-DURRI, Jr." and gives a [Name]: titles, words and
// suffixes, each word with its folded form and the part it plays. It knows nothing of articles and joins
// nothing: whether two names mean one person is for the matching room, and for the article that prints them.
//
// Three forms of a name serve three ends:
//   - as printed ([Name.Raw], [Word.Text]): what a reader sees, never changed;
//   - folded ([Fold], [Word.Fold]): lower case without marks, for comparing letter by letter;
//   - skeleton ([Skeletons]): classes of consonants, equal for most romanisations of one name, for finding
//     candidates without comparing all pairs.
//
// Which end of a name is the surname is a hypothesis with a weight ([Name.SurnameFirst]), not a fact: print
// says "Kim Jong-un" and "Giulia Grillo", lists say "GRILLO Giulia" and "Grillo, Giulia".
//
// Everything here is a pure function of its arguments and safe for concurrent use.
package name
