package variant

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/attribution"
	"quotidian/attribution/name"
)

// salad are the words and marks that rules about names look for, and a few that they do not.
var salad = []string{
	"Dr.", "Mr", "President", "Lt. Gen.", "the", "of", "van", "de la", "bin", "al-", "Abu", "Abd", "Mc", "O'", "Ó", "oglu", "i", "y",
	"Jr", "III", "PhD", "MP", "Baron", "Inc", "Ltd", "S.A.", "& Co", "J.", "J.K.", "Yu.", "X", "x", ".", ",", "،", "-", "(", ")", "(UN)", "\"", "'", "’s", "&",
	"™", "\u00ad", "\u200b", "\u202e", "\u0301", "\ufffd", "\x00", "\xff", "Anar", "Eyvazov", "Eivazov", "Эйвазов", "Еyvazov", "А.", "محمد", "שלום",
	"Γιώργος", "習近平", "김정은", "⼼", "ﬁn", "İlham", "ẞtrauß", "64", "4th", "Kim", "Jong-un", "Li", "GRILLO", "Petrovich", "Merkelova", "abdul", "s",
	"Ali", "Hassan", "Abd al-Rahman", "Abd al-Rahim", "Samirov", "Samiroglu", "Junho", "Park", "Foreign Affairs", "Internal Affairs", "MFA", "UN", "UNHCR",
	"High Commissioner for Refugees", "FC", "Football Club", "party", "Unions", "Separate", "Mechanised",
	"Ministry", "Defence Ministry", "MoD", "ICRC", "U.N.", "Bank", "officials", "Russia", "Russian", "Baku", "Federation", "Republic", "state", "and", "\n",
}

// toss makes a name of up to six words of the salad.
func toss(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(7) {
		b.WriteString(salad[r.IntN(len(salad))])
		if r.IntN(5) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// reprint prints a name as another outlet would: the surname in capitals, the hyphen gone, a stop behind the initial.
func reprint(r *rand.Rand, s string) string {
	w := strings.Fields(s)
	if len(w) > 0 {
		i := r.IntN(len(w))
		w[i] = []string{strings.ToUpper(w[i]), strings.ReplaceAll(w[i], "-", " "), w[i] + ".", strings.ToLower(w[i])}[r.IntN(4)]
	}
	return strings.Join(w, " ")
}

// someKinds are the kinds of those who are named, persons most.
var someKinds = []attribution.SpeakerKind{attribution.Person, attribution.Person, attribution.Organisation, attribution.Group, attribution.Unnamed}

// TestSaladPairs compares names of odd parts, which a change of single letters seldom makes: the order of the two does not
// matter, a veto keeps them apart, and a body is what it is called.
func TestSaladPairs(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 4_000 {
		a, b := toss(r), toss(r)
		if r.IntN(3) == 0 {
			b = a + b
		}
		for _, kind := range []attribution.SpeakerKind{attribution.Person, attribution.Organisation} {
			x, y := CompareAs(kind, a, b), CompareAs(kind, b, a)
			if x.P != y.P || x.Veto != y.Veto || !(x.P >= 0 && x.P <= 1) {
				t.Errorf("%s %q, %q: %v %q one way, %v %q the other", kind, a, b, x.P, x.Veto, y.P, y.Veto)
			}
			if x.Veto != "" && x.P >= AutoJoin {
				t.Errorf("%s %q, %q: %v in spite of %q", kind, a, b, x.P, x.Veto)
			}
		}
		if p := ProbabilityAs(attribution.Organisation, a, a); p < AutoJoin && len(name.Fold(a)) > 1 {
			t.Errorf("%q is itself with %v", a, p)
		}
	}
}

// TestSaladJoin joins mentions of such names, all at once and bit by bit in another order: nothing gets lost, and the order
// changes nothing.
func TestSaladJoin(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 1))
	for range 60 {
		ms := make([]Mention, 1+r.IntN(60))
		for i := range ms {
			ms[i] = Mention{ID: fmt.Sprintf("m%02d", i), Name: toss(r), Role: toss(r), Kind: someKinds[r.IntN(len(someKinds))], Article: fmt.Sprint(r.IntN(5))}
			if i > 0 && r.IntN(3) > 0 {
				ms[i].Name = reprint(r, ms[r.IntN(i)].Name)
			}
		}
		rules := []Rule{
			{Same, Target{Mention: "m00"}, Target{Name: ms[r.IntN(len(ms))].Name}}, {Never, Target{Mention: "gone"}, Target{Name: toss(r)}},
		}
		want, in := Join(ms, nil, rules), 0
		for _, c := range want.Clusters {
			in += len(c.Mentions)
		}
		if in != len(ms) {
			t.Fatalf("%d of %d mentions are in a cluster", in, len(ms))
		}
		r.Shuffle(len(ms), func(i, k int) { ms[i], ms[k] = ms[k], ms[i] })
		k := NewJoiner()
		k.Join(ms[:len(ms)/3], nil, nil)
		if d := cmp.Diff(want, k.Join(ms, nil, rules)); d != "" {
			t.Fatalf("another order, another result: %s", d)
		}
	}
}
