// Package variant joins the spellings of one person's or organisation's name across articles.
//
// It takes mentions (a name as one article resolved it, with role, article, outlet and date), evidence from
// elsewhere (the same statement in another outlet) and the rules a person has settled, and gives clusters of
// mentions, the joins that made them with their reasons, and proposals that wait for a person ([Join]).
// [Joiner] gives the same again and again while mentions are added, at the cost of the new ones. [Compare] scores a
// single pair of names, [Tune] learns from a person's decisions how likely open pairs are.
//
// What it promises:
//   - Names are joined without asking only at [AutoJoin] or above; between [Review] and that they are proposed.
//   - What the strings cannot settle is never joined by strings: a bare surname across articles (unless it comes with
//     an office that one person holds), a name that contains another, names in two scripts, a capital for a government.
//   - A bare surname that one person alone among all names can mean is proposed; where two can, nobody is asked.
//   - A description ("the ministry", "many officials") means something in its article only.
//   - The names around a pair speak about it (package neighbour): one between the two brings them together, likelier
//     partners of either keep them apart. They can hold a join back; they never make one.
//   - There is no transitive closure: a cluster grows only while its members resemble each other on average,
//     and a weak link between two groups is a proposal.
//   - A rule "never" always holds, a rule "same" holds unless a "never" forbids it.
//   - The result does not depend on the order of the input.
//
// The steps are pure functions over blocks of ids and names, so that they can run anywhere: forms ([likeness]),
// candidates by skeleton keys, scores by names alone, scores among all names, clusters. The likeness of names comes from
// a trained model (assets/model/data/names.bin); package likeness explains it.
package variant
