package text

import "testing"

func TestUnescape(t *testing.T) {
	for in, want := range map[string]string{
		"&ldquo;We go,&rdquo; said Orlo &amp; Sons. &#8220;It&#x2019;s over.&#8221;": "“We go,” said Orlo & Sons. “It’s over.”",
		"It&amp;#8217;s over":                 "It’s over",
		"caf&eacute;&nbsp;Orlo":               "café\u00a0Orlo",
		"AT&T; R&D & more; &amp":              "",
		"&#27;[31m &#0; &nosuch; &;&#;&#xyz;": "",
		"a && b &&amp;":                       "a && b &&",
		"a&#13;&#10;b":                        "a\nb",
		"&#x202E;abc":                         "",
		"&":                                   "",
		"":                                    "",
	} {
		if want == "" {
			want = in
		}
		if got := Unescape(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
