// Package feature turns tokens into the features that the tagger's two stages weigh.
//
// A [Unit] is one paragraph. It is filled with what is known of each word ([Lexicon]) and of the quotation marks
// and commas around it; the first stage then grades the possible cues ([Unit.Grade]), and the second stage's
// features ([Unit.LabelKeys]) look at the nearest likely cues from every token of the sentences worth labelling
// ([Unit.Segments]). A feature is a 32-bit hash of a template's number and its values. Training and run time share
// this code, so that they cannot drift apart; a change of any template asks for training anew.
package feature
