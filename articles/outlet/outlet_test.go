package outlet

import (
	"strings"
	"testing"

	"quotidian/assets/lexicon"
)

func TestOfURL(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.theguardian.com/world/2023/sep/23/a": "The Guardian",
		"https://news.yahoo.com/a":                        "Yahoo News",
		"https://edition.cnn.com./x":                      "CNN",
		"http://www.lantern.example.co.uk:8080/a?b":       "example.co.uk",
		"file:///home/me/a.html":                          "",
		"https://localhost/":                              "",
		"https://co.uk/":                                  "",
		"%zz":                                             "",
	} {
		if got, _ := OfURL(address); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

func TestNamed(t *testing.T) {
	for form, want := range map[string]string{
		"bbc  news": "BBC", "The  Lantern ": "The Lantern", "People’s Daily Online": "People's Daily",
	} {
		if got, _ := Named(form); got != want {
			t.Errorf("%q: %q, want %q", form, got, want)
		}
	}
	if got, ok := Agency("Agence France-Presse"); got != "AFP" || !ok {
		t.Errorf("%q", got)
	}
	if got, ok := Agency("map"); ok {
		t.Errorf("a map is no agency, yet %q", got)
	}
}

func TestOfFile(t *testing.T) {
	for path, want := range map[string]string{"a/b/post-2.txt": "post-2", "-": "", "/": "", ".env": ".env", "a.b.html": "a.b", "0639.txt": "", "2017-03-30 (2).txt": ""} {
		if got := OfFile(path); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
}

// TestLists: no domain and no form may stand for two outlets.
func TestLists(t *testing.T) {
	domains, names := map[string]string{}, map[string]string{}
	for _, f := range lexicon.Lines("common/outlets.tsv") {
		if len(f) != 3 {
			t.Fatalf("%q has %d fields", f[0], len(f))
		}
		for _, d := range strings.Split(f[1], ",") {
			if other, ok := domains[d]; ok || d != strings.ToLower(d) {
				t.Errorf("domain %s: %s and %s", d, other, f[0])
			}
			domains[d] = f[0]
		}
		for _, form := range forms(f, 2) {
			if other, ok := names[fold(form)]; ok && other != f[0] {
				t.Errorf("form %q: %s and %s", form, other, f[0])
			}
			names[fold(form)] = f[0]
		}
	}
	agencies := map[string]string{}
	for _, f := range lexicon.Lines("common/agencies.tsv") {
		for _, form := range forms(f, 1) {
			if other, ok := agencies[form]; ok && other != f[0] {
				t.Errorf("agency %q: %s and %s", form, other, f[0])
			}
			agencies[form] = f[0]
		}
	}
}

// TestSite: a line that is a host and nothing else names the site.
func TestSite(t *testing.T) {
	for line, want := range map[string]string{
		"Courier.Az": "courier.az", "www.selk-courier.co.uk": "selk-courier.co.uk", "theguardian.com": "The Guardian",
		"U.S.": "", "co.uk": "", "e.g.": "", "Orlo opens": "", "a.orlo@courier.az": "", "3.14": "",
	} {
		if got, ok := Site(line); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

func TestOwns(t *testing.T) {
	for _, c := range []struct {
		name, domain string
		want         bool
	}{
		{"Interfax", "interfax.com", true},
		{"TASS", "tass.com", true},
		{"Anadolu Agency", "aa.com.tr", true},
		{"RIA Novosti", "ria.ru", true},
		{"Xinhua", "xinhuanet.com", true},
		{"Reuters", "harbourpost.example", false},
		{"AP", "apple.example", false},
		{"AP", "ap.example", true},
		{"Associated Press", "post.example", false},
		{"", "post.example", false},
		{"TASS", "", false},
	} {
		if Owns(c.name, c.domain) != c.want {
			t.Errorf("%s owns %s: %v", c.name, c.domain, !c.want)
		}
	}
}
