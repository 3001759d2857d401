// Package pair measures how alike two wordings are.
//
// It takes two texts, each prepared once ([Preparer]), and gives the numbers on which a join is decided: first some
// thirty features of the pair ([Meter]: shared words by rarity, an alignment that also sees synonyms and second
// spellings, order, numbers, negation, names), then the answers of two trained heads ([Heads]): is it the same
// statement, and is one a piece of the other.
package pair
