package jsonl

import (
	"encoding/json"
	"strings"
)

// object is a line, with the names that other tools have for its fields (newspaper3k, trafilatura, NewsAPI, the Guardian, the New
// York Times, Media Cloud, schema.org). They are fields of one struct and no map, so that a line is parsed once. Letter case
// does not matter.
type object struct {
	ID       json.RawMessage `json:"id"`
	Text     *string         `json:"text"`
	Language loose           `json:"language"`
	Origin   loose           `json:"origin"`

	Title    loose `json:"title"`
	Headline loose `json:"headline"`
	WebTitle loose `json:"webTitle"`

	Byline  loose `json:"byline"`
	Author  loose `json:"author"`
	Authors loose `json:"authors"`

	URL       loose `json:"url"`
	SourceURL loose `json:"source_url"`
	Link      loose `json:"link"`
	WebURL    loose `json:"webUrl"`
	WebURL2   loose `json:"web_url"`

	Outlet       outlet `json:"outlet"`
	SiteName     outlet `json:"sitename"`
	SourceDomain outlet `json:"source_domain"`
	Source       outlet `json:"source"`
	HostName     outlet `json:"hostname"`
	MediaName    outlet `json:"media_name"`
	Publisher    outlet `json:"publisher"`
	Publication  outlet `json:"publication"`

	Published          stamp `json:"published"`
	Date               stamp `json:"date"`
	DatePublish        stamp `json:"date_publish"`
	PublishDate        stamp `json:"publish_date"`
	DatePublished      stamp `json:"datePublished"`
	DatePublished2     stamp `json:"date_published"`
	PubDate            stamp `json:"pubDate"`
	PublishedAt        stamp `json:"publishedAt"`
	PublishedAt2       stamp `json:"published_at"`
	WebPublicationDate stamp `json:"webPublicationDate"`
	PubDate2           stamp `json:"pub_date"`
	PublishedDate      stamp `json:"published_date"`
	PublicationDate    stamp `json:"publication_date"`
}

func (o *object) titles() []loose  { return []loose{o.Title, o.Headline, o.WebTitle} }
func (o *object) bylines() []loose { return []loose{o.Byline, o.Author, o.Authors} }
func (o *object) addresses() []loose {
	return []loose{o.URL, o.SourceURL, o.Link, o.WebURL, o.WebURL2}
}

func (o *object) outlets() []outlet {
	return []outlet{o.Outlet, o.SiteName, o.SourceDomain, o.Source, o.HostName, o.MediaName, o.Publisher, o.Publication}
}

func (o *object) dates() []stamp {
	return []stamp{
		o.Published, o.Date, o.DatePublish, o.PublishDate, o.DatePublished, o.DatePublished2, o.PubDate, o.PublishedAt, o.PublishedAt2,
		o.WebPublicationDate, o.PubDate2, o.PublishedDate, o.PublicationDate,
	}
}

// first gives the first of several values that says something.
func first[T loose | stamp](values []T) string {
	for _, v := range values {
		if v != "" {
			return string(v)
		}
	}
	return ""
}

// loose is a field that tools fill with a string, a list of strings or an object with the string in it, and stamp one of a date,
// which can be a number; another's number is that of something in a database. What they cannot be read from costs the field and
// not the article.
type (
	loose string
	stamp string
)

// deeper are the fields in which the value of a field is, where that is an object: WordPress, the New York Times, MongoDB, lists of
// authors.
var deeper = []string{"rendered", "main", "value", "_text", "name", "$date", "$numberLong"}

const deepestValue = 3 // {"date": {"$date": {"$numberLong": "…"}}}

func (l *loose) UnmarshalJSON(raw []byte) error {
	*l = loose(value(raw, deepestValue, false))
	return nil
}

func (s *stamp) UnmarshalJSON(raw []byte) error {
	*s = stamp(value(raw, deepestValue, true))
	return nil
}

// value reads a string, the values of a list with ", " between them, or the one in an object, and if numbers count a number as it is
// written.
func value(raw json.RawMessage, deep int, numbers bool) string {
	if len(raw) == 0 || deep == 0 {
		return ""
	}
	switch c := raw[0]; {
	case c == '"':
		var s string
		if json.Unmarshal(raw, &s) != nil {
			return ""
		}
		return s
	case numbers && c >= '0' && c <= '9':
		return string(raw)
	case c == '[':
		return joined(raw, deep, numbers)
	case c == '{':
		var fields map[string]json.RawMessage
		if json.Unmarshal(raw, &fields) != nil {
			return ""
		}
		for _, name := range deeper {
			if s := value(fields[name], deep-1, numbers); s != "" {
				return s
			}
		}
	}
	return ""
}

// joined reads the values of a list.
func joined(raw json.RawMessage, deep int, numbers bool) string {
	var all []json.RawMessage
	if json.Unmarshal(raw, &all) != nil {
		return ""
	}
	var out []string
	for _, one := range all {
		if s := value(one, deep-1, numbers); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

// outlet is a name or an object.
type outlet struct{ Name, Origin string }

func (o *outlet) UnmarshalJSON(raw []byte) error {
	var of struct{ Name, Title, Origin loose }
	if len(raw) > 0 && raw[0] == '{' {
		if err := json.Unmarshal(raw, &of); err != nil {
			return err
		}
		o.Name, o.Origin = first([]loose{of.Name, of.Title}), string(of.Origin)
		return nil
	}
	o.Name = value(raw, deepestValue, false)
	return nil
}
