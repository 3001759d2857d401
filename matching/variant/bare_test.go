package variant

import (
	"fmt"
	"testing"
	"time"
)

// TestBareIsSpelledAlike: what only sounds as a name of its article is somebody else, a letter more or less is a spelling.
func TestBareIsSpelledAlike(t *testing.T) {
	for _, c := range []struct{ full, bare, want string }{
		{"Linda Yang", "Yingke", "a, b"},
		{"Joy Reji Halmos", "Jenny", "a, b"},
		{"Najm al-Varni", "Nejm", "a b"},
		{"Osman Varnish", "Varnsh", "a b"},
		{"Rami Abdel Rahman", "Rahman", "a b"},
		{"Kim Jong-un", "Un", "a, b"},
		{"Zhang Mao", "Mao", "a, b"},
		{"Zhang Mao", "Zhang", "a b"},
	} {
		if got := groups(Join(say("a "+c.full+" | | x", "b "+c.bare+" | | x"), nil, nil)); got != c.want {
			t.Errorf("%s, %s: clusters %q", c.full, c.bare, got)
		}
	}
}

// dated gives mentions the days of a month.
func dated(ms []Mention, days ...int) []Mention {
	for i := range ms {
		ms[i].Published = time.Date(2024, 5, days[i], 0, 0, 0, 0, time.UTC)
	}
	return ms
}

// TestBareInItsDays: whom a surname alone means is asked where print names him in those days, and is no guess where another of
// that surname is named once in a while.
func TestBareInItsDays(t *testing.T) {
	if r := Join(dated(say("a Anar Eyvazov", "b Eyvazov"), 1, 9), nil, nil); len(r.Proposals) != 1 {
		t.Errorf("in its days: %+v", r.Proposals)
	}
	if r := Join(dated(say("a Anar Eyvazov", "b Eyvazov"), 1, 30), nil, nil); len(r.Proposals) != 0 {
		t.Errorf("weeks later: %+v", r.Proposals)
	}
	many := say("z Eyvazov", "y Rustam Eyvazov")
	for i := range farMore {
		many = append(many, say(fmt.Sprintf("a%d Anar Eyvazov", i))...)
	}
	if r := Join(many, nil, nil); len(r.Proposals) != 1 || r.Proposals[0].A != "Anar Eyvazov" {
		t.Errorf("of one named all the time: %+v", r.Proposals)
	}
	if r := Join(many[:len(many)-1], nil, nil); len(r.Proposals) != 0 {
		t.Errorf("of one named often: %+v", r.Proposals)
	}
	if r := Join(say("a Rick Tarcosta", "b Tarkesty"), nil, nil); len(r.Proposals) != 0 {
		t.Errorf("another surname: %+v", r.Proposals)
	}
}

// TestChineseSyllables: another syllable is another name, whatever the letters have in common.
func TestChineseSyllables(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		asked int
	}{
		{"Li Chao", "Liu Chao", 0},
		{"Gao Hucheng", "Hao Yucheng", 0},
		{"Lu Xiaofeng", "Liu Xiaofeng", 0},
		{"Pieter Halmos", "Pietr Hallmos", 1},
	} {
		if r := Join(say("a "+c.a, "b "+c.b), nil, nil); len(r.Clusters) != 2 && c.asked == 0 || len(r.Proposals) > c.asked {
			t.Errorf("%s, %s: %+v", c.a, c.b, r.Proposals)
		}
	}
}

// TestWhatStandsBehind: with the ruling house behind the father's name and without it is asked about; another father is another man,
// and so are given names that trade places.
func TestWhatStandsBehind(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		least float64
		most  float64
	}{
		{"Mohammed bin Salman", "Mohammad bin Salman Al Saud", 0.8, AutoJoin},
		{"Prince Faisal bin Farhan", "Faisal bin Farhan Al Saud", 0.8, AutoJoin},
		{"Hamad bin Khalifa", "Hamad bin Jassim Al Thani", 0, 0.5},
		{"Mohammed bin Salman", "Salman bin Mohammed Al Saud", 0, 0.5},
		{"Thomas Peter", "Peter Thomas", 0, 0.5},
		{"Peter Halmos", "HALMOS Peter", 0.99, 1},
	} {
		if s := Compare(c.a, c.b); s.P < c.least || s.P >= c.most {
			t.Errorf("%s, %s: %.3f", c.a, c.b, s.P)
		}
	}
}
