package intake

import (
	"bytes"
	"fmt"
	"html"
	"strings"
)

// wrap sets a paragraph in lines of at most n bytes.
func wrap(p string, n int) string {
	var b strings.Builder
	col := 0
	for w := range strings.FieldsSeq(p) {
		if col > 0 && col+1+len(w) > n {
			b.WriteByte('\n')
			col = 0
		} else if col > 0 {
			b.WriteByte(' ')
			col++
		}
		b.WriteString(w)
		col += len(w)
	}
	return b.String()
}

func buildNexis() []byte {
	var b strings.Builder
	for i := range 2 {
		fmt.Fprintf(&b, "\n                               %d of 2 DOCUMENTS\n\n\n                                 %s\n\n                              May 14, 2024 Tuesday\n                                 Final Edition\n\n%s\n\nBYLINE: %s\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 112  words\n\nDATELINE: SELK \n\n",
			i+1, paper, wrap(headline, 50), writer)
		for _, p := range paragraphs {
			b.WriteString(wrap(p, 78) + "\n\n")
		}
		b.WriteString("LOAD-DATE: May 14, 2024\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n                   Copyright 2024 Selk Courier\n                          All Rights Reserved\n\n")
	}
	return []byte(b.String())
}

// nexisUni is the text of a download of Nexis Uni, one paragraph a line.
func nexisUni() string {
	lines := []string{"User Name: reader", "Date and Time: Wednesday, May 15, 2024 10:00:00 AM CEST", "Documents (2)", "1. " + headline, "2. " + headline}
	for range 2 {
		lines = append(lines, headline, paper, "May 14, 2024 Tuesday", "Copyright 2024 Selk Courier All Rights Reserved", "Section: NEWS; Pg. 3", "Length:\u00a0112 words", "Byline:\u00a0"+writer, "Body")
		lines = append(lines, paragraphs...)
		lines = append(lines, "Classification", "Language: ENGLISH", "Publication-Type: Newspaper", "Load-Date: May 15, 2024", "End of Document")
	}
	return strings.Join(lines, "\n")
}

func buildFactivaCodes() []byte {
	var b strings.Builder
	for i := range 2 {
		fmt.Fprintf(&b, "HD        %s\n\nBY        By %s\n\nWC        112 words\n\nPD        %s\n\nET        11:20\n\nSN        %s\n\nSC        SELKC\n\nLA        English\n\nCY        (c) 2024 Selk Courier\n\nLP        \n%s\n\nTD        \n",
			headline, writer, day, paper, paragraphs[0])
		for _, p := range paragraphs[1:] {
			b.WriteString(p + "\n\n")
		}
		fmt.Fprintf(&b, "NS        gdis : Disasters\n\nRE        selk : Selk\n\nAN        Document SELKC00020240514ek5e0000%d\n\n\nDocument SELKC00020240514ek5e0000%d\n\f", i, i)
	}
	b.WriteString("Search Summary\nText  dam\n")
	return []byte(b.String())
}

func factivaDisplay() string {
	lines := []string{headline, writer, "112 words", day, "11:20", paper, "SELKC", "English", "(c) 2024 Selk Courier", ""}
	for _, p := range paragraphs {
		lines = append(lines, p, "")
	}
	return strings.Join(append(lines, "Document SELKC00020240514ek5e00001"), "\n")
}

func buildFactivaPage() []byte {
	var b strings.Builder
	b.WriteString("<html><head><meta charset=\"utf-8\"></head><body><form><div class=\"article enArticle\"><table cellpadding=\"0\">")
	row := func(code, value string) {
		fmt.Fprintf(&b, "<tr><td><b>%s</b>&nbsp;</td><td>%s</td></tr>\n", code, value)
	}
	row("HD", "<span class='enHeadline'>"+html.EscapeString(headline)+"</span>")
	row("BY", "By "+writer)
	row("WC", "112 words")
	row("PD", day)
	row("SN", paper)
	row("LA", "English")
	para := func(ps []string) string {
		var s strings.Builder
		for _, p := range ps {
			fmt.Fprintf(&s, "<p class=\"articleParagraph enarticleParagraph\">%s</p>", html.EscapeString(p))
		}
		return s.String()
	}
	row("LP", para(paragraphs[:1]))
	row("TD", para(paragraphs[1:]))
	row("AN", "Document SELKC00020240514ek5e00001")
	b.WriteString("</table></div></form></body></html>")
	return []byte(b.String())
}

func buildFactivaXML() []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><ppsArticleResponse><ppsarticleResultSet count="1"><ppsarticle><article><accessionNo>SELKC00020240514ek5e00001</accessionNo><headline><paragraph lang="en">` + headline + `</paragraph></headline><byline>By ` + writer + `</byline><leadParagraph><paragraph>` + xmlEscape(paragraphs[0]) + `</paragraph></leadParagraph><tailParagraphs>`)
	for _, p := range paragraphs[1:] {
		b.WriteString("<paragraph>" + strings.Replace(xmlEscape(p), "log", "<hlt>log</hlt>", 1) + "</paragraph>")
	}
	b.WriteString(`</tailParagraphs><publicationDate>2024-05-14</publicationDate><sourceName>` + paper + `</sourceName><baseLanguage>en</baseLanguage></article></ppsarticle></ppsarticleResultSet></ppsArticleResponse>`)
	return b.Bytes()
}

func buildProQuest() []byte {
	rule := strings.Repeat("_", 60) + "\n"
	var b strings.Builder
	b.WriteString("Report Information from ProQuest\n15 May 2024 10:00\n" + rule)
	for range 2 {
		b.WriteString("\n" + headline + "\n\nAuthor: " + writer + "\n\nPublication info: " + paper + " ; Selk [Selk]. " + day + ": A.3.\n\nAbstract: None available.\n\nFull text: ")
		b.WriteString(strings.Join(paragraphs, "\n\n") + "\n\n")
		b.WriteString("Subject: Dams; Villages\n\nTitle: " + headline + "\n\nPublication title: " + paper + "; Selk\n\nPublication date: May 14, 2024\n\nLanguage of publication: English\n\nDocument URL: " + address + "\n\nLast updated: 2024-05-15\n\n" + rule)
	}
	b.WriteString("\nContact ProQuest\n")
	return []byte(b.String())
}

func buildEuropresse() []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><meta charset=utf-8></head><body>")
	for range 2 {
		b.WriteString(`<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">` + paper + `, no. 812</span></div><span class="DocHeader">Selk, mardi 14 mai 2024, p. 3</span><div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">` + headline + `</p></div><div class="sm-margin-bottomNews">` + writer + `</div></header><section><div class="docOcurrContainer">` + inHTML() + `</div></section><footer><div class="publiC-lblNodoc">news·20240514·SC·0012</div></footer></article>`)
	}
	b.WriteString("</body></html>")
	return []byte(b.String())
}
