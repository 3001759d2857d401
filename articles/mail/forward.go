package mail

import (
	"net/mail"
	"regexp"
	"strings"

	"quotidian/articles"
	"quotidian/articles/date"
	"quotidian/articles/masthead"
	"quotidian/articles/outlet"
)

// People send each other articles: as forwarded messages, with the head of the message that was forwarded printed above its
// text, or quoted in an answer with "> " before every line. The article is what was passed on, and not the note above it.

const (
	// mostPassed is how many times a message may have been passed on.
	mostPassed = 5
	// mostNote is how many words a note above an article has. Where there are more, the letter is the text.
	mostNote = 100
	// mostAbove is how many lines are looked through for the head of what was passed on.
	mostAbove = 80
	// fewestFields is how many fields such a head has, From among them.
	fewestFields = 3
)

// field is one of the fields that mail programs print above what they forward.
type field uint8

const (
	noField field = iota
	fromField
	dateField
	subjectField
	toField
)

// fields are their names, in small letters.
var fields = map[string]field{
	"from": fromField, "von": fromField, "de": fromField, "da": fromField, "от": fromField, "от кого": fromField, "kimden": fromField, "gönderen": fromField,
	"date": dateField, "sent": dateField, "datum": dateField, "gesendet": dateField, "envoyé": dateField, "fecha": dateField, "enviado": dateField,
	"дата": dateField, "отправлено": dateField, "tarih": dateField, "gönderildi": dateField,
	"subject": subjectField, "betreff": subjectField, "objet": subjectField, "asunto": subjectField, "тема": subjectField, "konu": subjectField,
	"to": toField, "an": toField, "à": toField, "para": toField, "кому": toField, "kime": toField, "cc": toField, "kopie": toField, "копия": toField,
	"reply-to": toField, "antwort an": toField,
}

// fieldOf reads a line such as "*Sent:* 14 March".
func fieldOf(line string) (field, string) {
	name, value, ok := strings.Cut(strings.TrimLeft(line, "* "), ":")
	if !ok || len(name) > 24 {
		return noField, ""
	}
	return fields[strings.ToLower(strings.TrimRight(name, "* \u00a0"))], strings.Trim(value, "* \u00a0")
}

// passedOn puts what a message passes on in the place of the message, and reads what its head says.
func passedOn(a *articles.Article) {
	for range mostPassed {
		lines := strings.Split(a.Text, "\n")
		if inner, ok := quoted(lines); ok {
			a.Text, a.Outlet = inner, articles.Outlet{} // the answer's sender did not carry it
			continue
		}
		head, inner, ok := forwarded(lines)
		if !ok {
			return
		}
		a.Text = inner
		if s := withoutPrefix(head[subjectField]); s != "" {
			a.Title = s
		}
		if when := sent(head[dateField]); when.Known() {
			a.Published = when
		}
		a.Outlet = sender(head[fromField])
	}
}

// forwarded looks for the head of a message below a note, and gives its fields and the text below it.
func forwarded(lines []string) (head map[field]string, text string, ok bool) {
	for i := range lines[:min(len(lines), mostAbove)] {
		if f, _ := fieldOf(lines[i]); f == noField {
			continue
		}
		if head, end := headAt(lines[i:]); len(head) >= fewestFields && head[fromField] != "" {
			text = strings.TrimSpace(strings.Join(lines[i+end:], "\n"))
			return head, text, isNote(lines[:i], text)
		}
	}
	return nil, "", false
}

// headAt reads the fields that stand in the first lines, and gives how many lines these are. Empty lines may stand between
// fields, and a list of addresses may go on in lines of its own.
func headAt(lines []string) (head map[field]string, n int) {
	head = map[field]string{}
	last := noField
	for i, l := range lines {
		f, value := fieldOf(l)
		switch {
		case f != noField:
			if _, again := head[f]; !again {
				head[f] = value
			}
			last, n = f, i+1
		case strings.TrimSpace(l) == "":
		case i == n && last == toField && strings.Contains(l, "@"):
			n = i + 1
		default:
			return head, n
		}
	}
	return head, n
}

// isNote reports whether lines are no more than a note above a text.
func isNote(lines []string, text string) bool {
	words := len(strings.Fields(strings.Join(lines, " ")))
	return words <= mostNote && words < len(strings.Fields(text))
}

// quoted gives what an answer quotes, without the marks before its lines, where that is most of it.
func quoted(lines []string) (string, bool) {
	var own, inner []string
	for _, l := range lines {
		if rest, ok := strings.CutPrefix(l, ">"); ok {
			inner = append(inner, strings.TrimPrefix(rest, " "))
		} else {
			own = append(own, l)
		}
	}
	text := strings.TrimSpace(strings.Join(inner, "\n"))
	return text, isNote(own, text)
}

// prefixes are what programs put before the subject of what they forward and answer.
var prefixes = regexp.MustCompile(`(?i)^(?:\s*(?:re|fwd?|aw|wg|tr|rv|sv|ynt|ilt)(?:\[\d+\])?:)+\s*`)

func withoutPrefix(subject string) string { return prefixes.ReplaceAllString(oneLine(subject), "") }

// sent reads when a forwarded message was sent.
func sent(s string) articles.Date {
	when, ok := date.Parse(s)
	if !ok {
		when, _ = date.Scan(strings.Fields(s))
	}
	when.From = articles.FromLetter
	return when
}

// sender gives the outlet that a message is from: that of a known address, else a name that is a paper's.
func sender(from string) (o articles.Outlet) {
	name := from
	if a, err := mail.ParseAddress(from); err == nil {
		name = a.Name
		if _, host, ok := strings.Cut(a.Address, "@"); ok {
			if known, ok := outlet.OfHost(host); ok {
				o.Name = known
			}
		}
	}
	if o.Name == "" {
		name, _, _ = strings.Cut(name, "<")
		name, _, _ = strings.Cut(name, "[")
		if name = strings.Trim(oneLine(name), `"' `); masthead.Imprint(name) {
			o.Name, _ = outlet.Named(name)
		}
	}
	if o.Name != "" {
		o.From = articles.FromMetadata
	}
	return o
}
