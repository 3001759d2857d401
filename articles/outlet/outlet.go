// Package outlet knows news outlets and agencies by their domains and by the forms of their names.
//
// Two questions are kept apart. The carrier is who published an article; its address answers best. The origin
// is the agency whose copy it is; only a credit answers that. Both lists are data (assets/lexicon/common), and
// an outlet that is not listed keeps the name it gives itself.
package outlet

import (
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"

	"quotidian/assets/lexicon"
)

type lists struct {
	domains  map[string]string // domain → name
	names    map[string]string // folded form → name
	agencies map[string]string // exact form → name
	longest  int               // bytes of the longest form: what is much longer need not be looked up
}

var load = sync.OnceValue(func() lists {
	l := lists{domains: map[string]string{}, names: map[string]string{}, agencies: map[string]string{}}
	for _, f := range lexicon.Lines("common/outlets.tsv") {
		for _, d := range strings.Split(f[1], ",") {
			l.domains[d] = f[0]
		}
		for _, form := range forms(f, 2) {
			l.names[fold(form)] = f[0]
			l.longest = max(l.longest, len(form))
		}
	}
	for _, f := range lexicon.Lines("common/agencies.tsv") {
		for _, form := range forms(f, 1) {
			l.agencies[form] = f[0]
			l.longest = max(l.longest, len(form))
		}
	}
	return l
})

// forms gives an entry's name with the other names in field i.
func forms(f []string, i int) []string {
	out := []string{f[0]}
	if len(f) > i && f[i] != "" {
		out = append(out, strings.Split(f[i], ";")...)
	}
	return out
}

func fold(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, "’", "'")), " "))
}

// Named gives the name an outlet is shown under for one form of it, and whether the form is known.
// Letter case and spacing do not matter; an unknown form comes back trimmed.
func Named(form string) (name string, known bool) {
	form = strings.Join(strings.Fields(form), " ")
	if len(form) > 2*load().longest { // letter case can change the length, but not so much
		return form, false
	}
	if name, ok := load().names[fold(form)]; ok {
		return name, true
	}
	return form, false
}

// UnnamedAgencies is the agency of a credit that names none ("Source: News agencies"), as [Agency] gives it.
const UnnamedAgencies = "agencies"

// Agency gives the agency that a credit names in exactly this form, but for the words "news agency" behind it.
func Agency(form string) (name string, known bool) {
	if form = strings.TrimSpace(form); len(form) > 2*load().longest {
		return "", false // a line of text, not a name with some blanks in it
	}
	form = strings.Join(strings.Fields(form), " ")
	if name, known = load().agencies[form]; known {
		return name, true
	}
	form, _ = strings.CutSuffix(form, " news agency")
	form, _ = strings.CutSuffix(form, " news agencies") // AFP and Reuters news agencies
	name, known = load().agencies[form]
	return name, known
}

// OfURL names the carrier of a page by its address: the listed name, else the registrable domain
// ("example.co.uk"). It is "" when the address has no public host, as a file's has not.
func OfURL(address string) (name string, known bool) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return "", false
	}
	return OfHost(u.Hostname())
}

// OfHost is [OfURL] for a bare host.
func OfHost(host string) (name string, known bool) {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return "", false
	}
	for h := host; len(h) >= len(domain); {
		if name, ok := load().domains[h]; ok {
			return name, true
		}
		_, rest, more := strings.Cut(h, ".")
		if !more {
			break
		}
		h = rest
	}
	return domain, false
}

// Owns reports whether a domain is called like somebody: by the whole name ("orlonews.example", Orlo News), by its first word
// ("orlo.example") or by its initials ("on.example"). So an agency's own site is told from those that carry its copy.
func Owns(name, domain string) bool {
	label, _, _ := strings.Cut(strings.ToLower(domain), ".")
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 0 || label == "" {
		return false
	}
	initials := ""
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		initials += string(r)
	}
	// the whole name begins with its first word, so the first word answers for both
	return len(words[0]) >= fewestLetters && strings.HasPrefix(label, words[0]) || label == strings.Join(words, "") || len(words) > 1 && label == initials
}

// fewestLetters is how many letters the first word of a name has that tells it from others.
const fewestLetters = 3

// Site names the site whose host is all that a line says: "News.Az", "www.courier.example.com".
func Site(line string) (name string, ok bool) {
	if len(line) > longestHost || !strings.Contains(line, ".") || strings.ContainsFunc(line, func(r rune) bool {
		return r != '.' && r != '-' && (r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r))
	}) {
		return "", false
	}
	host := strings.ToLower(line)
	if suffix, official := publicsuffix.PublicSuffix(host); !official || len(suffix) == len(host) {
		return "", false
	}
	name, _ = OfHost(host)
	return name, name != ""
}

// longestHost is how many bytes the host of a site has that names itself by it.
const longestHost = 40

// OfFile is the last resort: the file's name without folder and extension. It is "" for standard input, and for a name without a letter:
// files that are only numbered would each be an outlet of its own, and every statement in two of them seem corroborated.
func OfFile(path string) string {
	base := filepath.Base(path)
	if path == "" || path == "-" || base == "." || base == string(filepath.Separator) {
		return ""
	}
	stem := strings.TrimSuffix(base, filepath.Ext(base))
	if stem == "" {
		stem = base
	}
	if !strings.ContainsFunc(stem, unicode.IsLetter) {
		return ""
	}
	return stem
}
