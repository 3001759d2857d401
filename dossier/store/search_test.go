package store

import "testing"

func TestMatch(t *testing.T) {
	for typed, want := range map[string]string{
		"":                               ``,
		"? \"…\" *":                      ``,
		"harb x":                         `"harb"* AND "x"`,
		"EU ян 北京 京":                     `"EU" AND "ян"* AND "京" AND "北京"*`,
		"harb harb HARB":                 `"HARB"* AND "harb"*`,
		`ferry "open on monday" harb`:    `"ferry"* AND "harb"* AND "open on monday"`,
		`„open on“ «a b» “c d” "e f`:     `"a b" AND "c d" AND "e f" AND "open on"`,
		`open ""on monday""`:             `"monday"* AND "on" AND "open"*`,
		"NEAR(a b) text:c AND -d ^e\x00": `"-d" AND "AND"* AND "NEAR(a"* AND "^e "* AND "b)" AND "text:c"*`,
		`quay "on monday" OR harb OR`:    `"harb"* OR "on monday" AND "quay"*`,
		"OR quay or harb":                `"harb"* AND "or" AND "quay"*`,
		`"quay OR harb" OR "…"`:          `"quay OR harb"`,
	} {
		if got := match(typed); got != want {
			t.Errorf("match(%q) = %s, want %s", typed, got, want)
		}
	}
}
