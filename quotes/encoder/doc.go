// Package encoder is the second, careful reader beside the tagger: a transformer that gives each word of a paragraph the probabilities of
// the tagger's labels (who is the source, what the cue, what the content).
//
// It takes words and gives [Beliefs]. It knows nothing of spans or quotes: quotes/tagger adds its beliefs to the tagger's own scores and
// chooses spans from both.
//
// # How it works
//
// Words are cut into pieces of a fixed vocabulary, twelve layers let each piece look at all others of its paragraph, and a matrix makes
// eight probabilities of what is then known about each word's first piece. The weights are those of E5-small (Wang et al. 2022), which has
// read much of the web, trained further on the labelled articles that the tagger learned from; training/train.py does it, and
// assets/model/data/encoder.md is the card.
//
// # Why it is fast enough
//
// A paragraph of fifty words costs a thousand million multiplications. So weights and activations are whole numbers of eight and seven
// bits, which the widest registers of a processor multiply 32 at a time; plain.go has the same loops in plain Go for others. All sums of
// whole numbers are exact, and what is computed in floating point is rounded after each operation in a fixed order: the same text gives the
// same beliefs on every machine.
package encoder
