package wording

import (
	"cmp"
	"slices"
)

// window is how far apart, in days, two quotes of one speaker may be published and still be looked at for that
// reason alone.
const window = 10

// thronged is how many wordings of one speaker are looked at for that reason alone, at most. Of somebody about whom hundreds
// of articles appear every day more lie within the window, and comparing all of them would cost the square of their number:
// there the window narrows until no more are left. Wordings that share a key meet all the same.
const thronged = 2048

// block holds the nodes of one speaker in the order of the days on which they were published, the undated first.
type block struct {
	dated []dated
	// thronged says that there are too many for all to be looked at; reaches are then the days, in order.
	thronged bool
	reaches  []reach
	// See throng.go: what speaks for each bundle, and the sketches of nodes that were bundled.
	bundles  map[uint64][]bundled
	sketches map[int32]*sketch
}

// dated is a node with its day.
type dated struct{ day, node int32 }

// after orders a node behind those published no later than a day.
func (d dated) after(day int32) int {
	if d.day <= day {
		return -1
	}
	return 1
}

// reach is how many days away from a day a node may be published to be looked at for those of that day; -1 for not even on
// the day itself.
type reach struct{ day, days int32 }

// enrol files a node under its speaker.
func (j *Joiner) enrol(n int32) {
	s := j.said[n]
	if s.speaker == 0 || j.nodes[n].mute() {
		return
	}
	b := j.blocks[s.speaker]
	if b == nil {
		b = &block{}
		j.blocks[s.speaker] = b
	}
	b.dated = slices.Insert(b.dated, b.upTo(s.day), dated{s.day, n})
	j.grown = append(j.grown, s.speaker)
}

// settle narrows the windows of the speakers of whom nodes were enrolled and bundles what they said, and gives the blocks in which a
// window is narrower now and the nodes that became echoes. A window never widens while nodes are added.
func (j *Joiner) settle() (narrowed []*block, echoes []int32) {
	slices.Sort(j.grown)
	for _, speaker := range slices.Compact(j.grown) {
		b := j.blocks[speaker]
		if len(b.dated) > j.most {
			before, was := b.thronged, b.reaches
			b.thronged, b.reaches = true, b.narrow(j.most)
			if !before || !slices.Equal(was, b.reaches) {
				narrowed = append(narrowed, b)
			}
		}
		echoes = append(echoes, j.bundle(b)...)
	}
	j.grown = j.grown[:0]
	slices.Sort(echoes)
	return narrowed, echoes
}

// narrow gives the reach of every day on which there are nodes, such that no more than most lie within it.
func (b *block) narrow(most int) (out []reach) {
	for at := b.upTo(undated); at < len(b.dated); {
		day := b.dated[at].day
		days := int32(window)
		for days >= 0 && b.upTo(day+days)-b.upTo(day-days-1) > most {
			days--
		}
		out = append(out, reach{day, days})
		at = b.upTo(day)
	}
	return out
}

// upTo gives the number of nodes published no later than a day.
func (b *block) upTo(day int32) int {
	at, _ := slices.BinarySearchFunc(b.dated, day, dated.after)
	return at
}

// reach gives the reach of a day.
func (b *block) reach(day int32) int32 {
	at, ok := slices.BinarySearchFunc(b.reaches, day, func(r reach, day int32) int { return cmp.Compare(r.day, day) })
	if !ok {
		return window
	}
	return b.reaches[at].days
}

// contemporary reports whether nodes of two days are looked at for each other because one speaker said both. What has no day
// stands beside everything, but where there is too much of it beside nothing.
func (b *block) contemporary(day, other int32) bool {
	if day == undated || other == undated {
		return !b.thronged
	}
	return max(day-other, other-day) <= min(b.reach(day), b.reach(other))
}

// near appends to dst the nodes that are contemporary with a day.
func (b *block) near(dst []int32, day int32) []int32 {
	if !b.thronged {
		if day == undated {
			return appendNodes(dst, b.dated)
		}
		dst = appendNodes(dst, b.dated[:b.upTo(undated)])
	}
	days := b.reach(day)
	if day == undated || days < 0 {
		return dst
	}
	list := b.dated[max(b.upTo(day-days-1), b.upTo(undated)):b.upTo(day+days)]
	for len(list) > 0 {
		other := list[0].day
		n, _ := slices.BinarySearchFunc(list, other, dated.after)
		if b.contemporary(day, other) {
			dst = appendNodes(dst, list[:n])
		}
		list = list[n:]
	}
	return dst
}

func appendNodes(dst []int32, list []dated) []int32 {
	for _, d := range list {
		dst = append(dst, d.node)
	}
	return dst
}

// part takes back what was found in a block between nodes below first that are no candidates for each other any more, as its
// windows became narrower.
func (j *Joiner) part(b *block, first int32) {
	for _, d := range b.dated {
		if d.node >= first {
			continue
		}
		j.forgetSome(d.node, func(m int32) bool {
			return m < first && j.said[m].own(j.said[d.node]) && !j.meet(d.node, m)
		})
	}
}
