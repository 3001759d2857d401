package charset

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

// legacy are the encodings that news in these languages was kept in before UTF-8.
var legacy = []string{
	"windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "iso-8859-2",
	"iso-8859-5", "iso-8859-7", "koi8-r", "koi8-u", "ibm866", "macintosh", "shift_jis", "euc-jp", "iso-2022-jp", "gb18030", "big5", "euc-kr",
	"windows-1257", "windows-1258", "windows-874",
}

// plainer replaces what the ISO encodings cannot write by what their readers wrote instead.
var plainer = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "’", "'", "–", "-", "«", `"`, "»", `"`, "\u00a0", " ")

// native says in which languages an encoding was used: any can write English.
func native(encoding, language string) bool {
	for _, group := range []struct{ encodings, languages string }{
		{"windows-1252 macintosh", "en de fr"},
		{"windows-1254", "en de fr tr"},
		{"windows-1250 iso-8859-2", "pl de"},
		{"windows-1251 koi8-r koi8-u iso-8859-5 ibm866", "ru uk"},
		{"windows-1253 iso-8859-7", "el"},
		{"windows-1255", "he"},
		{"windows-1256", "ar"},
		{"shift_jis euc-jp iso-2022-jp", "ja"},
		{"gb18030", "zh"},
		{"big5", "zh"},
		{"euc-kr", "ko"},
	} {
		if strings.Contains(group.encodings, encoding) && strings.Contains(group.languages, language) {
			return true
		}
	}
	return false
}

func languages(t *testing.T) map[string]string {
	raw, err := os.ReadFile("testdata/languages.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	lines := strings.Split(strings.TrimSpace(string(raw)), "\n")[1:]
	for i := 0; i+1 < len(lines); i += 2 {
		all[lines[i]] = lines[i+1]
	}
	return all
}

// samples cuts a text into overlapping pieces of at least size bytes in the encoding, as a file may begin anywhere.
func samples(text string, encode func(string) (string, error), size int) (out []string) {
	words := strings.SplitAfter(text, " ")
	if len(words) < 20 { // a script without blanks
		words = strings.SplitAfter(text, "。")
	}
	for from := 0; from < len(words); from += max(1, len(words)/12) {
		piece := strings.TrimSpace(strings.Join(words[from:], ""))
		raw, err := encode(piece)
		if err != nil || len(raw) < size {
			return out
		}
		out = append(out, piece)
	}
	return out
}

// TestLegacyEncodings reads texts of 500 bytes and more in every encoding they were written in, with nothing declared:
// 99 % must come back letter for letter, and what does not must not be called certain.
func TestLegacyEncodings(t *testing.T) {
	right, total := 0, 0
	used := map[string]bool{}
	for language, text := range languages(t) {
		for _, name := range legacy {
			enc, err := htmlindex.Get(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range []string{text, plainer.Replace(text)} {
				if _, err := enc.NewEncoder().String(s); err != nil || !native(name, language) {
					continue
				}
				used[name] = true
				for _, piece := range samples(s, enc.NewEncoder().String, 500) {
					raw, err := enc.NewEncoder().String(piece)
					if err != nil {
						t.Fatal(err)
					}
					total++
					got, err := Decode([]byte(raw), "")
					switch {
					case err != nil:
						t.Errorf("%s in %s: %v", language, name, err)
					case got.String == piece:
						right++
					default:
						t.Logf("%s in %s: read as %s (%.2f): %.60q", language, name, got.Encoding, got.Confidence, got.String)
						if got.Confidence > 0.99 {
							t.Errorf("%s in %s is called certain to be %s", language, name, got.Encoding)
						}
					}
				}
			}
		}
	}
	t.Logf("%d encodings, %d of %d texts right (%.1f %%)", len(used), right, total, 100*float64(right)/float64(total))
	if 100*right < 99*total || len(used) < 18 {
		t.Error("fewer than 99 % right, or fewer than 18 encodings tried")
	}
}
