package tagger

import (
	"strings"
	"testing"

	"quotidian/articles/sentence"
	"quotidian/articles/token"
)

// story is a paragraph dense with attributions, as political news is; invented.
const story = `Mayor Ilka Torvin said on Tuesday that the bridge over the Lenn will reopen in June, and accused the regional
council of having “slept through three winters.” According to the roads agency, two of the seven pillars were damaged by
ice. “We asked for money in 2019, and we asked again last year,” Torvin told reporters at the site. The council, which owns
the bridge, declined to comment. Its spokesman, Dario Melk, wrote in an email that repairs had been delayed by a lawsuit.
Some residents doubt that the work will be finished on time. The old ferry carries about four hundred people a day.

`

// BenchmarkTag reports articles of 3 kB, the usual size of a news story.
func BenchmarkTag(b *testing.B) {
	text := strings.Repeat(story, 3000/len(story)+1)[:3000]
	toks := token.Scan(nil, text)
	sents := sentence.Split(nil, text, toks)
	tg := New()
	var dst []Attribution
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		dst = tg.Tag(dst[:0], text, toks, sents)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(toks)), "ns/token")
}
