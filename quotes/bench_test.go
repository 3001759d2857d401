package quotes

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/articles/token"
)

// news is a stretch of prose with quotes of every kind, repeated by the benchmarks to the length they need.
const news = "The council will meet again on Monday, the mayor's office said in a statement.\n\n" +
	"“We have heard the people of the harbour,” Mayor Lena Orlo told reporters in Varn. “They want answers.”\n\n" +
	"Orlo said the talks \"can take time\" because the two sides had not met since May, adding that a date was near. " +
	"Norland's army, which has 400 men on the coast, did not comment.\n\n" +
	"According to the ministry, six boats were lost in the storm. The Varn Gazette cited Pavel Rinn, an aide to the " +
	"mayor, as saying that the port was open. Nobody was hurt, and the ferry left on time.\n\n"

// hostile are texts that no one writes, each a trap for a search that looks ahead or back without a bound.
var hostile = map[string]string{
	"straight marks": "\" ", "glued marks": "\"", "openers": "“a ", "closers": "a” ", "singles": "'a ", "nested": "“‘", "mixed": "«\"‘„",
	"cues": "said ", "that": "said that ", "subjects": "Orlo said, ", "according": "according to ", "asides": "a, b c, the ",
	"articles": "the ", "conjunctions": "and the dog ", "auxiliaries": "has been ", "adverbs": "really also ", "relatives": "who which ",
	"participles": ", adding ", "as saying": "cited Orlo as saying ", "short quotes": "said “a b” the ", "paragraphs": "“A b c.\n\n",
	"colons": "Norland: ", "lines": "a\n", "commas": ", ", "stops": ". ", "questions": "“A b?” Orlo ", "brackets": "( ", "capitals": "Orlo Varn ",
	"inherited": ", saying a Orlo ", "relayed": "as saying ", "second verbs": "and denied ", "broken relays": "as saying ) a ? ; ",
	"no blanks": "ab", "hyphens": "a-", "apostrophes": "a'", "dots": "a.", "predicates": "called “a,” ", "officials": "and denied officials also Reuters ",
}

// BenchmarkHostile reads 8 KiB and 64 KiB of each. The cost of a byte must stay the same: a search without a bound
// shows as eight times the ns/byte.
func BenchmarkHostile(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		for _, size := range []int{8 << 10, 64 << 10} {
			text := strings.Repeat(hostile[name], size/len(hostile[name]))
			b.Run(fmt.Sprintf("%s/%dKiB", strings.ReplaceAll(name, " ", "-"), size>>10), func(b *testing.B) {
				for b.Loop() {
					Find(sentence.Of(text))
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text)), "ns/byte")
			})
		}
	}
}

// BenchmarkFind reads articles of the usual length; articles/s is what an importer sees on one core.
func BenchmarkFind(b *testing.B) { benchmark(b, Find) }

// BenchmarkFindCarefully is BenchmarkFind for the careful reader.
func BenchmarkFindCarefully(b *testing.B) { benchmark(b, FindCarefully) }

func benchmark(b *testing.B, find func(sentence.Cut) []Quote) {
	text := strings.Repeat(news, 5)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		find(sentence.Of(text))
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkScan is the bare cutting of the same text into words, the least that any reading costs.
func BenchmarkScan(b *testing.B) {
	text := strings.Repeat(news, 5)
	b.SetBytes(int64(len(text)))
	var toks []token.Token
	for b.Loop() {
		toks = token.Scan(toks[:0], text)
	}
}

// BenchmarkFindLength shows that the speed is the same for any length.
func BenchmarkFindLength(b *testing.B) {
	for _, size := range []struct {
		name string
		n    int
	}{{"1kB", 1e3}, {"10kB", 1e4}, {"100kB", 1e5}, {"1MB", 1e6}, {"10MB", 1e7}} {
		b.Run(size.name, func(b *testing.B) {
			text := strings.Repeat(news, size.n/len(news)+1)[:size.n]
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(sentence.Of(text))
			}
		})
	}
}

// BenchmarkFindNews reads the labelled news that the figures of docs/extraction.md are of: words stand in other company
// there than in a text that repeats itself, so more memory is touched. articles/s is of 3 kB each.
func BenchmarkFindNews(b *testing.B) {
	f, err := os.Open("../../shared/data/polnear/dev.jsonl")
	if err != nil {
		b.Skip("skipped: no ../shared/data")
	}
	defer f.Close()
	var texts []articles.Article
	size := 0
	for d := json.NewDecoder(f); d.More(); {
		var a struct{ Text string }
		if err := d.Decode(&a); err != nil {
			b.Fatal(err)
		}
		texts = append(texts, articles.Article{Text: a.Text})
		size += len(a.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range texts {
			Find(sentence.Of(texts[i].Text))
		}
	}
	b.ReportMetric(float64(b.N)*float64(size)/3000/b.Elapsed().Seconds(), "articles/s")
}
