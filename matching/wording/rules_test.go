package wording

import (
	"fmt"
	"testing"
)

// chained gives a joiner with n texts of which each shares most of its words with the next: one component.
func chained(n int) *Joiner {
	j := NewJoiner()
	for i := range n {
		text := ""
		for k := i; k < i+12; k++ {
			text += fmt.Sprintf("harbour%d ", k)
		}
		j.Add(Quote{ID: fmt.Sprintf("q%06d", i), Text: text})
	}
	return j
}

// BenchmarkRules divides texts under a hundred rules and under a thousand: the time must stay nearly the same.
func BenchmarkRules(b *testing.B) {
	for _, n := range []int{2_000, 8_000} {
		j := chained(n)
		for _, some := range []int{0, 100, 1000} {
			rules := make([]Rule, some)
			for i := range rules {
				rules[i] = Rule{A: fmt.Sprintf("q%06d", i), B: fmt.Sprintf("q%06d", i+1), Same: i%50 == 0}
			}
			b.Run(fmt.Sprintf("texts=%d/rules=%d", n, some), func(b *testing.B) {
				for b.Loop() {
					j.Result(rules, Careful)
				}
			})
		}
	}
}
