package feature

import (
	"math"

	"quotidian/quotes/tagger/internal/chain"
)

// grades are the log-odds, in units of 1/chain.CueUnit, from which a cue's levels 1, 2, … begin: probabilities of
// about 0.08, 0.2, 0.5 and 0.85.
var grades = [Levels - 1]int32{-154, -88, 0, 112}

// hopeless is the sum of the near features' weights below which the other features are not asked: half of the words that
// ever were a cue. Of those on PolNeAR's development half, 25 in 8,800 would have come to level 1, none to 2.
const hopeless = -95

// Grade sets the level of every possible cue by the first stage's model, and links the likely ones. Hopeless ones are told
// off early.
func (u *Unit) Grade(model *chain.Linear) { u.grade(model, hopeless) }

// GradeFully is Grade without the shortcut, so that what is trained does not depend on where that is cut.
func (u *Unit) GradeFully(model *chain.Linear) { u.grade(model, math.MinInt32) }

func (u *Unit) grade(model *chain.Linear, hopeless int32) {
	var keys [CueTemplates]uint32
	for i := range u.Words {
		if !u.Candidate(i) {
			continue
		}
		u.nearKeys(&keys, i)
		s := model.Sum(keys[:nearTemplates])
		if s < hopeless {
			continue
		}
		u.farKeys(&keys, i)
		s += model.Sum(keys[nearTemplates:])
		for _, g := range grades {
			if s >= g {
				u.Cue[i]++
			}
		}
	}
	u.LinkCues()
}

// Segments appends to dst the runs of sentences worth labelling, as ranges of tokens: sentences that hold a
// likely cue or stand in quotation marks. The others hold next to no attribution (0.1 points of F1 on dev) and are a fifth of
// the text.
func (u *Unit) Segments(dst [][2]int) [][2]int {
	open := false
	for i := 0; i < len(u.Words); {
		end := i + 1
		for end < len(u.Words) && !u.First[end] {
			end++
		}
		switch active := u.active(i, end); {
		case active && open:
			dst[len(dst)-1][1] = end
		case active:
			dst = append(dst, [2]int{i, end})
			open = true
		default:
			open = false
		}
		i = end
	}
	return dst
}

func (u *Unit) active(from, to int) bool {
	for i := from; i < to; i++ {
		if u.Cue[i] >= Likely || u.Quoted[i] > Brief {
			return true
		}
	}
	return false
}
