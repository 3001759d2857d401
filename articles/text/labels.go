package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/articles/date"
)

// People who collect articles by hand write above each what it is: lines of "Title: …", "Source: …", "Date: …", or the
// same between two lines of "---" as Markdown has it. Such a block is not the article's text; left in, "Title: …" would
// read like somebody's words.

// setter fills the field of an article that a label names.
type setter func(a *articles.Article, value string)

// labels of a block by what each fills, in English, German, French, Russian and Ukrainian, Turkish and Azerbaijani. Those that fill
// nil stand before the article itself and end a block.
var labels = func() map[string]setter {
	m := map[string]setter{}
	for _, of := range []struct {
		set   setter
		words []string
	}{
		{setTitle, titleLabels},
		{setOutlet, strings.Split("outlet,source,publication,publisher,newspaper,published in,site,medium,quelle,zeitung,publikation,journal,"+
			"источник,издание,газета,сми,джерело,видання,kaynak,gazete,mənbə,qəzet", ",")},
		{setDate, strings.Split("date,published,publication date,published on,date published,datum,erscheinungsdatum,veröffentlicht,veröffentlicht am,"+
			"дата,дата публикации,опубликовано,дата публікації,опубліковано,tarih,tarix", ",")},
		{setByline, strings.Split("author,authors,byline,by,reporter,autor,autorin,autoren,verfasser,auteur,автор,авторы,автори,yazar,müəllif", ",")},
		{setOrigin, strings.Split("agency,credit,agentur,agence,агентство,агенція,ajans,agentlik", ",")},
		{setURL, strings.Split("url,link,web,lien,ссылка,адрес,посилання,bağlantı", ",")},
		{ignore, strings.Split("language,lang,tags,section,keywords,category,type,layout,id,country,words,accessed,page,pages,edition,summary,abstract,"+
			"notes,retrieved,sprache,land,seite,seiten,ausgabe,ressort,rubrik,schlagwörter,zusammenfassung,abgerufen,langue,rubrique,résumé,"+
			"язык,страна,страница,полоса,раздел,рубрика,теги,резюме,мова,сторінка,dil,sayfa,səhifə", ",")},
		{nil, strings.Split("text,full text,body,article,content,volltext,artikel,artikeltext,texte,текст,полный текст,metin,mətn", ",")},
	} {
		for _, label := range of.words {
			m[label] = of.set
		}
	}
	return m
}()

var titleLabels = strings.Split("title,headline,heading,subject,titel,überschrift,schlagzeile,titre,заголовок,название,назва,başlık,başlıq", ",")

func setTitle(a *articles.Article, v string)  { a.Title = v }
func setByline(a *articles.Article, v string) { a.Byline = v }
func setOrigin(a *articles.Article, v string) { a.Outlet.Origin = v }
func setURL(a *articles.Article, v string)    { a.URL = v }
func ignore(*articles.Article, string)        {}

// setOutlet takes a name, or the address of the page that a clipping is from.
func setOutlet(a *articles.Article, v string) {
	if strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://") {
		a.URL = v
		return
	}
	a.Outlet.Name, a.Outlet.From = v, articles.FromMetadata
}

func setDate(a *articles.Article, v string) {
	if d, ok := date.Stored(v); ok {
		d.From = articles.FromMetadata
		a.Published = d
		return
	}
	a.Misdated = v
}

// A block has at least leastLabels lines that say what the article is, and at most mostLabels lines.
const (
	leastLabels = 2
	mostLabels  = 20
	fence       = "---"
)

// readLabels takes a block of labelled lines off the text of an article and fills the article's fields with it, and reports
// whether it stood between lines of dashes. A text that does not begin with a block, or that has nothing after it, stays as
// it is.
func readLabels(a *articles.Article) (fenced bool) {
	rest := strings.TrimLeft(a.Text, " \t\n")
	if rest, fenced = strings.CutPrefix(rest, fence+"\n"); fenced {
		return readFenced(a, rest)
	}
	b, ok := blockAt(rest)
	if !ok {
		b, ok = headed(rest)
	}
	if ok && strings.TrimSpace(b.body) != "" {
		b.fill(a)
		a.Text = b.body
	}
	return false
}

// headed reads a block that stands below a headline and has none itself.
func headed(text string) (b block, ok bool) {
	line, after, _ := strings.Cut(text, "\n")
	if line = strings.TrimSpace(line); !isHeadline(line) {
		return b, false
	}
	b, ok = blockAt(strings.TrimLeft(after, " \t\n"))
	if !ok || slices.ContainsFunc(b.labels, func(l string) bool { return slices.Contains(titleLabels, l) }) {
		return b, false
	}
	b.values, b.sets = append(b.values, line), append(b.sets, setTitle)
	return b, true
}

// isHeadline reports a line that can be the headline above a block.
func isHeadline(line string) bool {
	const longest, fewestWords = 200, 2
	return len(line) <= longest && len(strings.Fields(line)) >= fewestWords && !strings.HasSuffix(line, ".") && !unknownLabel(line) && !isRule(line)
}

// readFenced reads a block between lines of dashes, where other fields and lists may stand too.
func readFenced(a *articles.Article, rest string) bool {
	filled, known, label := *a, 0, ""
	for range mostLabels {
		line, after, more := strings.Cut(rest, "\n")
		if !more {
			return false
		}
		rest = after
		line = strings.TrimSpace(line)
		set, _, value, ok := labelled(line)
		switch {
		case line == fence:
			if known < leastLabels || strings.TrimSpace(rest) == "" {
				return false
			}
			*a = filled
			a.Text = rest
			return true
		case ok && set != nil:
			set(&filled, value)
			known++
			label = line
		case strings.HasSuffix(label, ":") && strings.HasPrefix(line, "- "): // the first of a list
			if set, _, value, ok := labelled(label + line[1:]); ok {
				set(&filled, value)
			}
			label = ""
		}
	}
	return false
}

// block is what the labelled lines above an article say, in order.
type block struct {
	labels []string
	values []string
	sets   []setter
	body   string // what follows it
}

func (b block) fill(a *articles.Article) {
	for i, set := range b.sets {
		set(a, b.values[i])
	}
}

// blockAt reads the block with which text begins. It ends at an empty line below which no label goes on, as word processors
// set each label apart; at a label of the text itself ("Text: …"); or at the first line that is none. A label that nobody
// here knows is passed over, since what people note is without end.
func blockAt(text string) (b block, ok bool) {
	rest := text
	for range mostLabels {
		line, after, more := strings.Cut(rest, "\n")
		if !more {
			return b, false
		}
		line = strings.TrimSpace(line)
		set, label, value, known := labelled(line)
		switch {
		case line == "":
			b.body = after
			if after = strings.TrimLeft(after, " \t\n"); !goesOn(after) {
				return b, b.whole()
			}
		case known && set == nil:
			b.body = value + "\n" + after
			if value == "" {
				b.body = after
			}
			return b, b.whole()
		case known:
			b.labels, b.values, b.sets = append(b.labels, label), append(b.values, value), append(b.sets, set)
		case len(b.sets) == 0 || !unknownLabel(line):
			b.body = rest
			return b, b.whole()
		}
		rest = after
	}
	return b, false
}

// whole reports that a block says enough to be one.
func (b block) whole() bool { return len(b.sets) >= leastLabels }

// goesOn reports that a text begins with a label of a block, or with one that is not known and such a label below.
func goesOn(text string) bool {
	for range leastLabels {
		line, after, _ := strings.Cut(text, "\n")
		line = strings.TrimSpace(line)
		if _, _, _, known := labelled(line); known {
			return true
		}
		if !unknownLabel(line) {
			return false
		}
		text = strings.TrimLeft(after, " \t\n")
	}
	return false
}

// longestLabelled is how long a labelled line is at most, in bytes; an address can be long.
const longestLabelled = 600

// labelled reads a line with a known label. The setter of a label of the text is nil.
func labelled(line string) (set setter, label, value string, ok bool) {
	label, value, ok = strings.Cut(line, ":")
	if !ok || len(label) > longestLabel {
		return nil, "", "", false
	}
	label = strings.ToLower(strings.Trim(label, " \t\u00a0*_#"))
	set, ok = labels[label]
	if ok && set == nil { // all that follows is the text, and stays as it is
		return nil, label, strings.TrimLeft(value, " \t*_"), true
	}
	return set, label, strings.Trim(value, " \t*_\"'“”[]"), ok && len(line) <= longestLabelled
}

// What a label that is not known looks like, in bytes and words: "Print edition: 4", and not what somebody says in an interview.
const (
	longestLabel   = 60
	longestUnknown = 80
	unknownWords   = 3
)

// unknownLabel reports a line that has the form of a label with a value: a sentence is none.
func unknownLabel(line string) bool {
	label, value, ok := strings.Cut(line, ":")
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(label, "*_# "))
	if !ok || len(label) > longestLabel || len(value) > longestUnknown || len(strings.Fields(label)) > unknownWords || !unicode.IsUpper(first) {
		return false
	}
	return strings.IndexFunc(label, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(`"“”«».,;`, r) }) < 0 && !endsSentence(value) && !strings.ContainsAny(value, "“”«»\"")
}
