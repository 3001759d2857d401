package training

import "strings"

// typewritten is how typewriters and old wires print a double mark: two single ones.
const typewritten = "''"

// Retype sets the articles that print two single marks for a double one with one straight mark instead, labels moved
// along, and gives how many articles that were. In a corpus where only one outlet prints so, a tagger that learned
// without that outlet has never seen the marks: what it makes of the articles so set is what it makes of the outlet.
func Retype(list []*Article) int {
	n := 0
	for _, a := range list {
		if strings.Contains(a.Text, typewritten) {
			a.retype()
			n++
		}
	}
	return n
}

func (a *Article) retype() {
	to := movedBy(a.Text)
	move := func(span *[2]int) { span[0], span[1] = to[span[0]], to[span[1]] }
	for i := range a.Quotes {
		q := &a.Quotes[i]
		for j := range q.Spans {
			move(&q.Spans[j])
		}
		for _, part := range []*[2]int{q.Cue, q.Speaker} {
			if part != nil {
				move(part)
			}
		}
	}
	for i := range a.Ignore {
		move((*[2]int)(&a.Ignore[i]))
	}
	a.Text = strings.ReplaceAll(a.Text, typewritten, `"`)
	a.prepare()
}

// movedBy gives for every code point of a text, and its end, where it stands once the text is retyped. Between two
// single marks is behind the one that they become.
func movedBy(text string) []int {
	points := []rune(text)
	to := make([]int, 0, len(points)+1)
	at := 0
	for i := 0; i < len(points); i++ {
		to = append(to, at)
		at++
		if points[i] == '\'' && i+1 < len(points) && points[i+1] == '\'' {
			to = append(to, at)
			i++
		}
	}
	return append(to, at)
}
