package dossier

import (
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
		for i, s := range same {
			others := slices.Delete(slices.Clone(same), i, i+1)
			told[s.ID] = s.apartFrom(others)
			if told[s.ID] == "" {
				told[s.ID] = strconv.Itoa(i + 1)
			}
		}
	}
	return told
}

// apartFrom is what a speaker alone has among some others, "" for nothing.
func (s *SpeakerInfo) apartFrom(others []*SpeakerInfo) string {
	for _, of := range []func(*SpeakerInfo) []string{
		func(s *SpeakerInfo) []string { return s.Roles },
		func(s *SpeakerInfo) []string { return s.Outlets },
	} {
		for _, own := range of(s) {
			if !slices.ContainsFunc(others, func(o *SpeakerInfo) bool { return slices.Contains(of(o), own) }) {
				return own
			}
		}
	}
	return ""
}
