package html

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"quotidian/articles"
	"quotidian/articles/date"
	"quotidian/articles/masthead"
	"quotidian/articles/outlet"
)

// describe fills the fields of a from what the page says of itself.
func (f *facts) describe(a *articles.Article) {
	l := f.linked
	a.URL = f.address()
	if a.URL == "" {
		a.URL = absolute(l.url)
	}
	a.Title = f.headline(l)
	a.Byline = f.byline(l)
	a.Published = f.published(l)
	a.Language = tag(first(f.language, l.language, f.meta["og:locale"], f.meta["content-language"]))
	if name := f.carrier(a.URL, l); name != "" {
		a.Outlet.Name, a.Outlet.From = name, articles.FromMetadata
	}
	if by := f.printed.writer(); by != "" && strings.EqualFold(a.Byline, a.Outlet.Name) {
		a.Byline = by // some pages name their outlet as the author
	}
	a.Outlet.Origin = f.origin(a, l)
	a.Title = withoutName(a.Title, a.Outlet.Name)
}

// address gives where the page was published. What the browser noted comes first: a page that carries
// another's story names that other page as canonical.
func (f *facts) address() string {
	for _, s := range []string{f.savedFrom, f.meta["og:url"], f.canonical} {
		if u := absolute(s); u != "" {
			return u
		}
	}
	return ""
}

// absolute gives an address in full, that of the page itself where it names a copy in a web archive.
func absolute(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err == nil && archives[strings.TrimPrefix(u.Host, "www.")] {
		if i := max(strings.Index(s, "/http://"), strings.Index(s, "/https://")); i >= 0 {
			s = s[i+1:]
			u, err = url.Parse(strings.TrimSpace(s))
		}
	}
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// archives keep copies of pages under addresses that end in the page's own.
var archives = map[string]bool{
	"web.archive.org": true, "archive.org": true, "archive.ph": true, "archive.is": true, "archive.today": true, "archive.md": true,
	"archive.li": true, "archive.vn": true, "archive.fo": true, "perma.cc": true, "webarchive.org.uk": true, "arquivo.pt": true,
}

func (f *facts) headline(l linked) string {
	said := first(l.headline, f.meta["og:title"], f.meta["twitter:title"])
	if h1 := oneLine(f.onlyH1()); said == "" && (f.printed.heading || len(strings.Fields(h1)) <= longestSite || masthead.Imprint(h1)) {
		said = f.printed.headline // the only <h1> may be the site's name
	}
	return oneLine(first(said, f.onlyH1(), f.title))
}

// longestSite is how many words the name of a site has that is not known and has no press word in it.
const longestSite = 2

func (f *facts) onlyH1() string {
	if f.h1s == 1 {
		return f.h1
	}
	return ""
}

// withoutName drops the outlet's name from the end of a title: "Gates open | Harbour Post".
func withoutName(title, name string) string {
	for _, sep := range separators {
		if i := strings.LastIndex(title, sep); i > 0 {
			if shown, _ := outlet.Named(title[i+len(sep):]); strings.EqualFold(shown, name) {
				return strings.TrimSpace(title[:i])
			}
		}
	}
	return title
}

func (f *facts) byline(l linked) string {
	by := oneLine(strings.Join(slices.DeleteFunc(slices.Clone(l.authors), isAccount), ", "))
	for _, key := range []string{"author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dc.contributor"} {
		if by == "" && !strings.Contains(f.meta[key], "://") && !isAccount(f.meta[key]) {
			by = oneLine(f.meta[key])
		}
	}
	by = strings.TrimPrefix(strings.TrimPrefix(by, "By "), "by ")
	switch {
	case len(by) > 200:
		return ""
	case by == "":
		return f.printed.writer()
	}
	return by
}

// isAccount reports the name of an account of a content system, under which nobody wrote anything.
func isAccount(name string) bool {
	switch strings.ToLower(oneLine(name)) {
	case "admin", "administrator", "webmaster", "superuser", "super user", "root", "user", "guest", "wpadmin", "siteadmin", "publisher":
		return true
	}
	return false
}

// dated are the names under which pages state their date of publication, the more reliable first. What says
// "modified" or "updated" is not among them.
var dated = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
	"parsely-pub-date", "sailthru.date", "article.published", "pubdate", "publishdate", "publish-date", "publish_date",
	"publication_date", "publicationdate", "dcterms.issued", "dcterms.created", "dc.date.issued", "dc.date.created", "dc.date",
	"dcterms.date", "date", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime", "published_at",
	"ptime", "citation_publication_date", "rnews:datepublished", "date.created", "article.created", "datecreated",
}

// published gives the date by JSON-LD, then by the meta elements, then by a <time> at the headline, last by a line below the
// headline that says nothing else, or by another <time>. An earlier one without its hour gives way to one that has it, if the
// day is the same.
func (f *facts) published(l linked) articles.Date {
	said := f.dates(l)
	var best articles.Date
	for _, d := range said {
		if !best.Known() || !best.Clock && d.Clock && dayOf(d.Time) == dayOf(best.Time) {
			best = d
		}
	}
	printed := f.printedDate()
	switch {
	case best.Known() && printed.Known():
		return earlier(best, printed, said)
	case best.Known():
		return best
	case printed.Known():
		return printed
	}
	d, ok := date.Parse(f.moments.perhaps())
	if ok {
		d.From = articles.FromMetadata
	}
	return d
}

// printedDate gives the date of the first line below the headline that says when the story was published and nothing else, else
// of one that says when it was changed.
func (f *facts) printedDate() (printed articles.Date) {
	for _, lines := range [][]string{f.below, f.printed.lines} {
		before := ""
		for _, line := range lines {
			d, ok := masthead.Published(line)
			changed := masthead.Update(line) || len(strings.Fields(before)) <= longestLabel && masthead.Update(before)
			if before = line; ok {
				before = "" // a word before one date is none before the next
			}
			switch {
			case ok && !changed:
				return d
			case ok && !printed.Known():
				printed = d
			}
		}
	}
	return printed
}

// longestLabel is how many words stand before a date, in an element of their own: "Last updated on".
const longestLabel = 3

// dates gives all that the page says of its publication for machines, the more reliable first.
func (f *facts) dates(l linked) (all []articles.Date) {
	read := func(s, from string) {
		if d, ok := date.Parse(s); ok {
			d.From = from
			all = append(all, d)
		}
	}
	read(l.published, articles.FromLinked)
	when, marked := f.moments.atHeadline()
	for _, key := range dated {
		if key == "datepublished" && marked {
			read(when, articles.FromMetadata) // what is marked elsewhere may be another story's
		}
		read(f.meta[key], articles.FromMetadata)
	}
	read(when, articles.FromMetadata)
	return all
}

// earlier mends what content systems get wrong: they set the date of publication anew when an article is updated,
// and some name the wrong zone beside the hour. No page prints a date before its publication, so where the printed day
// is the earlier one, and something else that the page says (seen in the zone of best) agrees with it, that is right.
func earlier(best, printed articles.Date, said []articles.Date) articles.Date {
	if dayOf(printed.Time) >= min(dayOf(best.Time), dayOf(best.Time.UTC())) {
		return best
	}
	for _, d := range said {
		if best.Clock && !d.Clock {
			continue
		}
		if best.Clock && dayOf(d.Time.In(best.Time.Location())) == dayOf(printed.Time) {
			d.Time = d.Time.In(best.Time.Location())
			return d
		}
		if dayOf(d.Time) == dayOf(printed.Time) {
			return d
		}
	}
	return best
}

func dayOf(t time.Time) string { return t.Format(time.DateOnly) }

// carrier names who published the page: a listed outlet by its address; else by what the page calls its site
// or its publisher; else by the name after the headline in <title>; last the bare domain.
func (f *facts) carrier(address string, l linked) string {
	byURL, known := outlet.OfURL(address)
	if known {
		return byURL
	}
	site := f.site(l)
	for _, name := range []string{site, f.meta["application-name"], l.publisher, f.publisher, f.suffix(byURL), f.meta["og:site_name"]} {
		name = firstPart(strings.TrimPrefix(oneLine(name), "@"))
		if _, agency := outlet.Agency(name); agency && byURL != "" && !outlet.Owns(name, byURL) || strings.Contains(name, "://") || len(name) > 60 {
			continue
		}
		if name != "" {
			shown, _ := outlet.Named(name)
			return shown
		}
	}
	return byURL
}

// site is what the page calls its site. A handle ("detroitnews", "@politifact") is no name: the end of <title> spells
// it ("cleveland.com"), or the publisher does.
func (f *facts) site(l linked) string {
	site := strings.TrimPrefix(oneLine(f.meta["og:site_name"]), "@")
	if site == "" || site != strings.ToLower(site) {
		return site
	}
	for _, sep := range []string{" - ", " | ", " – "} {
		i := strings.LastIndex(oneLine(f.title), sep)
		if i < 0 {
			continue
		}
		last := oneLine(f.title)[i+len(sep):]
		if len(last) >= len(site) && strings.EqualFold(last[:len(site)], site) {
			end := strings.IndexByte(last[len(site):]+" ", ' ')
			return last[:len(site)+end]
		}
	}
	if l.publisher != "" && !strings.EqualFold(l.publisher, site) {
		return ""
	}
	return site
}

// firstPart drops what some sites put after their name: "Harbour Post | News | Sport".
func firstPart(name string) string {
	name, _, _ = strings.Cut(name, " | ")
	return name
}

// suffix gives what follows the headline in <title>, or the name of a paper that stands before it or ends it.
func (f *facts) suffix(domain string) string {
	title := oneLine(f.title)
	h1 := oneLine(f.onlyH1())
	for _, headline := range []string{f.meta["og:title"], first(f.printed.headline, h1)} {
		headline = oneLine(headline)
		if headline == "" || headline == title {
			continue
		}
		if rest, ok := strings.CutPrefix(title, headline); ok {
			return siteOf(strings.Trim(rest, aroundName), domain)
		}
		if rest, ok := strings.CutSuffix(title, headline); ok {
			if name := strings.Trim(rest, aroundName); masthead.Imprint(name) || strings.EqualFold(name, h1) {
				return name
			}
		}
	}
	if parts := titleParts(title); len(parts) > 1 && masthead.Imprint(parts[len(parts)-1]) {
		return parts[len(parts)-1]
	}
	return ""
}

// siteOf gives the name of the site among what follows a headline: of "World | Selk Times" or "World - TASS" the part that is one, or
// that is called like the domain; else the last part if it can be a name, for a section stands before it.
func siteOf(rest, domain string) string {
	parts := titleParts(rest)
	for _, p := range parts {
		if _, host := outlet.Site(p); host || masthead.Imprint(p) || outlet.Owns(p, domain) {
			return p
		}
	}
	if last := parts[len(parts)-1]; len(strings.Fields(last)) <= mostSection {
		return last
	}
	return parts[0]
}

// aroundName stands between a headline and the name of the site.
const aroundName = " |–—-:«»·"

// origin gives the agency that the page names as publisher or author, or the outlet whose page it gives as
// canonical, when that is another than its own.
func (f *facts) origin(a *articles.Article, l linked) string {
	for _, s := range append([]string{l.publisher, f.meta["dc.source"], f.meta["article:author"], a.Byline}, l.authors...) {
		if name, ok := outlet.Agency(oneLine(s)); ok && name != a.Outlet.Name {
			if own, _ := outlet.Named(s); own != a.Outlet.Name {
				return name
			}
		}
	}
	for _, s := range []string{f.canonical, f.meta["syndication-source"], f.meta["original-source"]} {
		if name, known := outlet.OfURL(s); known && name != a.Outlet.Name {
			return name
		}
	}
	return ""
}

// tag gives the language subtag of "en_GB" and its like.
func tag(s string) string {
	s, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(strings.TrimSpace(s), "_", "-")), "-")
	if len(s) < 2 || len(s) > 3 {
		return ""
	}
	return s
}

func first(of ...string) string {
	for _, s := range of {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
