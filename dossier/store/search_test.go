package store

import "testing"

func TestMatch(t *testing.T) {
	for typed, want := range map[string]string{
		"":                              ``,
		"? \"…\" *":                     ``,
		"harb x":                        `"harb"* AND "x"`,
		"EU ян 北京 京":                    `"EU" AND "ян"* AND "京" AND "北京"*`,
		"harb harb HARB":                `"HARB"* AND "harb"*`,
		`ferry "open on monday" harb`:   `"ferry"* AND "harb"* AND "open on monday"`,
		`„open on“ «a b» “c d” "e f`:    `"a b" AND "c d" AND "e f" AND "open on"`,
		`open ""on monday""`:            `"monday"* AND "on" AND "open"*`,
		"NEAR(a b) text:c OR -d ^e\x00": `"-d" AND "NEAR(a"* AND "OR" AND "^e "* AND "b)" AND "text:c"*`,
	} {
		if got := match(typed); got != want {
			t.Errorf("match(%q) = %s, want %s", typed, got, want)
		}
	}
}
