package dossier

import (
	"strings"
	"testing"
)

// TestRoles: a role that began a sentence in one article is the same in another, and the most telling of those that are often printed
// stands first.
func TestRoles(t *testing.T) {
	for _, c := range []struct{ printed, want string }{
		{"Mayor of Varn|mayor of Varn|EU envoy|Mayor of Varn|poet", "mayor of Varn|EU envoy|poet"},
		{"President|President|President|Velian President|Velian President|late Velian President|patron of the arts", "Velian President|late Velian President|President|patron of the arts"},
		{"Foreign Minister|Foreign Minister|Norland's Foreign Minister|chess player", "Norland's Foreign Minister|Foreign Minister|chess player"},
		{"President|President|Velian President|first president in years to leave the house", "Velian President|President|first president in years to leave the house"},
		{"Pope|Pope|Pope|critic of the rich", "Pope|critic of the rich"},
		{"", ""},
	} {
		roles := roleCounts{}
		for _, r := range strings.FieldsFunc(c.printed, func(r rune) bool { return r == '|' }) {
			roles.add(r)
		}
		if got := strings.Join(roles.list(), "|"); got != c.want {
			t.Errorf("%s: %s, want %s", c.printed, got, c.want)
		}
	}
}
