package dossier

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"quotidian/attribution"
)

// Told is how the speakers of a list are shown where things are counted by speaker. Each person and each body counts for itself, and
// those of one name are told apart. A group means something in its article alone, so that every article has "critics" of its own: all
// groups that are called the same count as one.
type Told struct {
	heads map[SpeakerID]SpeakerID // of groups called the same, the one that stands for them
	apart map[SpeakerID]string
}

// Tell tells those speakers of a list apart that are counted. Of groups called the same the first in the list stands for all.
func Tell(list []SpeakerInfo, counted func(*SpeakerInfo) bool) Told {
	t := Told{heads: map[SpeakerID]SpeakerID{}, apart: map[SpeakerID]string{}}
	byName := map[string][]*SpeakerInfo{}
	for _, s := range t.gather(list, counted) {
		byName[s.Name] = append(byName[s.Name], s)
	}
	for _, same := range byName {
		if len(same) > 1 {
			t.part(same)
		}
	}
	return t
}

// gather gives one speaker for all groups that are called the same, with the roles and outlets of all, and every other speaker that is
// counted.
func (t *Told) gather(list []SpeakerInfo, counted func(*SpeakerInfo) bool) []*SpeakerInfo {
	var out []*SpeakerInfo
	groups := map[string]*SpeakerInfo{}
	for i := range list {
		s := list[i]
		if !counted(&s) {
			continue
		}
		if s.Kind != attribution.Group {
			out = append(out, &s)
			continue
		}
		key := strings.ToLower(s.Name)
		head := groups[key]
		if head == nil {
			groups[key] = &s
			out = append(out, &s)
			continue
		}
		head.Roles, head.Outlets = slices.Concat(head.Roles, s.Roles), slices.Concat(head.Outlets, s.Outlets)
		t.heads[head.ID], t.heads[s.ID] = head.ID, head.ID
	}
	return out
}

// part gives each of those who have one name a role that the others do not have, else an outlet, else its number among them.
func (t *Told) part(same []*SpeakerInfo) {
	roles, outlets := shares{}, shares{}
	for _, s := range same {
		roles.add(s.Roles)
		outlets.add(s.Outlets)
	}
	for i, s := range same {
		t.apart[s.ID] = cmp.Or(roles.alone(s.Roles), outlets.alone(s.Outlets), strconv.Itoa(i+1))
	}
}

// Head is the speaker under whom another is counted: mostly it is that one.
func (t *Told) Head(id SpeakerID) SpeakerID { return cmp.Or(t.heads[id], id) }

// Shared reports whether a speaker is one of several groups that count as one.
func (t *Told) Shared(id SpeakerID) bool { return t.heads[id] != "" }

// Label is the name of a speaker who counts for itself, with what tells it from others of that name.
func (t *Told) Label(head SpeakerID, name string) string {
	if apart := t.apart[head]; apart != "" {
		return name + " (" + apart + ")"
	}
	return name
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
