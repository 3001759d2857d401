package dossier

import (
	"cmp"
	"slices"
	"strconv"
)

// Namesakes gives, for the speakers of a list who are shown under one name, what tells each from the others of that name: a role that
// they do not have, else an outlet that they do not have, else its number among them. Whoever has a name alone is left out.
func Namesakes(list []SpeakerInfo) map[SpeakerID]string {
	byName := map[string][]*SpeakerInfo{}
	for i := range list {
		byName[list[i].Name] = append(byName[list[i].Name], &list[i])
	}
	told := map[SpeakerID]string{}
	for _, same := range byName {
		if len(same) < 2 {
			continue
		}
		roles, outlets := shares{}, shares{}
		for _, s := range same {
			roles.add(s.Roles)
			outlets.add(s.Outlets)
		}
		for i, s := range same {
			told[s.ID] = cmp.Or(roles.alone(s.Roles), outlets.alone(s.Outlets), strconv.Itoa(i+1))
		}
	}
	return told
}

// shares counts how many speakers have a role or an outlet.
type shares map[string]int

func (n shares) add(own []string) {
	for i, x := range own {
		if !slices.Contains(own[:i], x) {
			n[x]++
		}
	}
}

// alone is the first of what one speaker has that no other does, "" for nothing.
func (n shares) alone(own []string) string {
	for _, x := range own {
		if n[x] == 1 {
			return x
		}
	}
	return ""
}
