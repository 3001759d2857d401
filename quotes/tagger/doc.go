// Package tagger is the learned part of finding quotes: it reads the tokens of an article and says which words
// attribute (cue), who is attributed (source) and what (content), in speech, in writing and in thought.
//
// It takes a text with its tokens and sentences and gives [Attribution] values with spans into that text. It
// knows nothing of kinds, relays or speakers, and its rules about quotation marks are what it learned, not what
// a person wrote; package quotes joins both.
//
// # How it works
//
// A paragraph at a time, in two stages, both linear in the length of the text:
//
//  1. A logistic regression grades each word that has ever been a cue ("support" is one in "who support the
//     plan", not in "the support of the army"). Sentences without a possible cue and outside quotation marks are
//     skipped from here on.
//  2. A conditional random field labels the tokens that are left. Its features are the words around, their
//     distributional classes, quotation marks and commas, and above all the nearest likely cues on both sides
//     with their distances. Labels say on which side of its cue a source or content stands, so one sequence of
//     labels also says what belongs together.
//
// Weights and their sums are integers, and what is computed from them in floating point is rounded after each step, so
// results are the same on every machine. The model was trained by cmd/quotidian-train; assets/model/data/tagger.md is its card, docs/extraction.md tells what each
// part of the design is worth.
package tagger
