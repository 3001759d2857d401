package dossier

import (
	"maps"
	"slices"
	"testing"

	"quotidian/matching/wording"
	"quotidian/quotes"
)

// TestOneSpeakerTwoArticles: two articles quote one man three times each. What the second translated anew is joined;
// his statements are not run together because they are his and share a word or two.
func TestOneSpeakerTwoArticles(t *testing.T) {
	said := [][2]string{
		{"“We are in close cooperation with the Norland divers, overseeing the dredging”", "“During dredging, we closely cooperate with Norland divers,”"},
		{"“The priority is the wreck removal and dredging,”", "“The priority is removing wrecks and dredging,”"},
		{"“We have already salvaged anchors and chains,”", "“We have salvaged anchors and chains already,”"},
	}
	var qs []wording.Quote
	for n, both := range said {
		for k, text := range both {
			qs = append(qs, wording.Quote{
				ID: string(rune('a'+n)) + string(rune('1'+k)), Text: text, Kind: quotes.Direct, Speaker: "m",
				Article: string(rune('1' + k)), Position: n,
			})
		}
	}
	d := joinQuotes(qs)
	for _, id := range slices.Sorted(maps.Keys(d.joined)) {
		if got, want := d.joined[id].Cluster, id[:1]+"1"; got != want {
			t.Errorf("%s stands with %s, want %s", id, got, want)
		}
	}
}
