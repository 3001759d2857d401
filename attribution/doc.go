// Package attribution says who is behind each quote of one article.
//
// It takes an article with its [quotes.Quote] values and gives each a [Speaker]: from the source span to a
// mention, from the mention (a pronoun, a bare surname, a description) to the fullest name the article prints.
// What cannot be resolved stays unresolved, with the printed source shown. Joining speakers across articles is
// not done here.
//
// The steps, each in files of its own:
//
//   - words.go reads the word lists and reading.go cuts the article up: tokens with the classes of their words,
//     sentences, paragraphs, what stands between quotation marks;
//   - run.go, mention.go and kind.go find the printed names, cut titles and roles off them and say what they
//     name; entity.go, person.go, bare.go, acronym.go and heading.go join them to entities;
//   - source.go, field.go, head.go and aside.go take the words of a source apart;
//   - resolve.go leads each source to an entity: names at once, descriptions in describe.go, sole.go and body.go,
//     pronouns in pronoun.go, stranger.go and rank.go (with learned weights), quotes without a source in chain.go;
//   - relay.go finds through whom words came, role.go how a person is described, why.go words the reasons.
//
// Everything is a pure function of the article and its quotes, and linear in the article's length.
//
// The leaf package name folds and parses names.
package attribution
