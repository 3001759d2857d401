package export

import (
	"context"
	"encoding/json"
	"io"
	"time"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/matching/wording"
)

// The objects of the JSON Lines. Names and offsets are those of `quotidian extract`.
type (
	jsonDossier struct {
		Type       string   `json:"type"` // "dossier"
		Name       string   `json:"name"`
		Version    string   `json:"version"`
		Made       string   `json:"made,omitempty"`
		Narrowed   string   `json:"narrowed,omitempty"`
		Articles   int      `json:"articles"`
		Statements int      `json:"statements"`
		Speakers   int      `json:"speakers"`
		Faults     int      `json:"faults"`
		Measured   []string `json:"measured,omitempty"`
	}
	jsonOutlet struct {
		Name   string `json:"name"`
		Origin string `json:"origin,omitempty"`
		From   string `json:"from,omitempty"`
	}
	jsonArticle struct {
		Type      string     `json:"type,omitempty"` // "article"
		ID        string     `json:"id"`
		Path      string     `json:"path"`
		Hash      string     `json:"hash"`
		Format    string     `json:"format,omitempty"`
		Title     string     `json:"title"`
		Byline    string     `json:"byline,omitempty"`
		URL       string     `json:"url,omitempty"`
		Language  string     `json:"language,omitempty"`
		Outlet    jsonOutlet `json:"outlet"`
		Published string     `json:"published,omitempty"`
		DateFrom  string     `json:"published_from,omitempty"`
		Quotes    int        `json:"quotes,omitempty"`
		Words     int        `json:"words,omitempty"`
		Note      string     `json:"note,omitempty"`
	}
	jsonSpelling struct {
		Text    string   `json:"text"`
		Count   int      `json:"count"`
		Outlets []string `json:"outlets"`
	}
	jsonSpeaker struct {
		Type       string         `json:"type"` // "speaker"
		ID         string         `json:"id"`
		Name       string         `json:"name"`
		Kind       string         `json:"kind"`
		Spellings  []jsonSpelling `json:"spellings"`
		Roles      []string       `json:"roles,omitempty"`
		Quotes     int            `json:"quotes"`
		Statements int            `json:"statements"`
		Outlets    []string       `json:"outlets"`
	}
	jsonChange struct {
		Kind string `json:"kind"`
		From string `json:"from,omitempty"`
		To   string `json:"to,omitempty"`
		Note string `json:"note,omitempty"`
	}
	jsonWording struct {
		Text       string       `json:"text"`
		Kind       string       `json:"kind"`
		Outlets    []string     `json:"outlets"`
		Changes    []jsonChange `json:"changes,omitempty"`
		Difference string       `json:"difference,omitempty"`
	}
	jsonAppearance struct {
		ID         string      `json:"id"`
		Article    jsonArticle `json:"article"`
		Kind       string      `json:"kind"`
		Medium     string      `json:"medium"`
		Text       string      `json:"text"`
		Content    [][2]int    `json:"content"`
		Before     string      `json:"before,omitempty"`
		Sentence   string      `json:"sentence"`
		After      string      `json:"after,omitempty"`
		Cue        string      `json:"cue,omitempty"`
		Source     string      `json:"source,omitempty"`
		Speaker    string      `json:"speaker,omitempty"`
		Printed    string      `json:"printed,omitempty"`
		Role       string      `json:"role,omitempty"`
		Relay      []string    `json:"relay,omitempty"`
		Wording    int         `json:"wording"`
		Reason     string      `json:"reason,omitempty"`
		Why        string      `json:"why,omitempty"`
		Confidence float64     `json:"confidence"`
		Status     string      `json:"status"`
		DecidedBy  string      `json:"decided_by,omitempty"`
		DecidedAt  string      `json:"decided_at,omitempty"`
		Note       string      `json:"note,omitempty"`
	}
	jsonStatement struct {
		Type        string           `json:"type"` // "statement"
		ID          string           `json:"id"`
		Text        string           `json:"text"`
		SpeakerID   string           `json:"speaker_id,omitempty"`
		Speaker     string           `json:"speaker,omitempty"`
		First       string           `json:"first,omitempty"`
		FirstOutlet string           `json:"first_outlet,omitempty"`
		FirstText   string           `json:"first_text,omitempty"`
		Outlets     []string         `json:"outlets"`
		Sources     []string         `json:"sources"`
		Changes     []string         `json:"changes,omitempty"`
		Confidence  float64          `json:"confidence"`
		Status      string           `json:"status"`
		NeedsReview bool             `json:"needs_review,omitempty"`
		Review      string           `json:"review,omitempty"`
		Attitude    bool             `json:"attitude,omitempty"`
		Wordings    []jsonWording    `json:"wordings"`
		Appearances []jsonAppearance `json:"appearances"`
	}
	jsonFault struct {
		Type   string `json:"type"` // "fault"
		Path   string `json:"path"`
		Fault  string `json:"fault"`
		LastAt string `json:"at,omitempty"`
	}
	jsonDecision struct {
		Type string `json:"type"` // "decision"
		decision.Decision
	}
)

func writeJSON(ctx context.Context, src Source, w io.Writer, o Options) error {
	l, err := read(ctx, src, o)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	err = enc.Encode(jsonDossier{"dossier", o.Name, o.Version, stamp(o.Made), o.Narrowed(), len(l.articles), len(l.rows), len(l.speakers), len(l.faults), o.Measured})
	for i := 0; i < len(l.articles) && err == nil; i++ {
		a := articleJSON(&l.articles[i])
		a.Type = "article"
		err = enc.Encode(a)
	}
	for i := 0; i < len(l.speakers) && err == nil; i++ {
		err = enc.Encode(speakerJSON(&l.speakers[i]))
	}
	if err == nil {
		err = each(ctx, src, l.rows, o, func(s *dossier.Statement) error { return enc.Encode(statementJSON(s)) })
	}
	for i := 0; i < len(l.faults) && err == nil; i++ {
		f := &l.faults[i]
		err = enc.Encode(jsonFault{"fault", f.Path, f.Reason, stamp(f.At)})
	}
	for i := 0; i < len(l.log) && err == nil; i++ {
		err = enc.Encode(jsonDecision{"decision", l.log[i]})
	}
	return err
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func articleJSON(a *dossier.ArticleInfo) jsonArticle {
	return jsonArticle{
		ID: string(a.ID), Path: a.Path, Hash: a.Hash, Format: a.Format, Title: a.Title, Byline: a.Byline, URL: a.URL,
		Language: a.Language, Outlet: outletJSON(a.Outlet), Published: a.Published.String(), DateFrom: a.Published.From,
		Quotes: a.Quotes, Words: a.Words, Note: a.Note,
	}
}

func outletJSON(o articles.Outlet) jsonOutlet { return jsonOutlet{o.Name, o.Origin, o.From} }

func speakerJSON(s *dossier.SpeakerInfo) jsonSpeaker {
	out := jsonSpeaker{
		Type: "speaker", ID: string(s.ID), Name: s.Name, Kind: s.Kind.String(), Roles: s.Roles,
		Quotes: s.Quotes, Statements: s.Statements, Outlets: s.Outlets,
	}
	for _, sp := range s.Spellings {
		out.Spellings = append(out.Spellings, jsonSpelling(sp))
	}
	return out
}

func statementJSON(s *dossier.Statement) jsonStatement {
	out := jsonStatement{
		Type: "statement", ID: string(s.ID), Text: s.Text, SpeakerID: string(s.Speaker), Speaker: s.SpeakerName,
		First: s.First.String(), FirstOutlet: s.FirstOutlet, FirstText: s.FirstText(), Outlets: s.Outlets, Sources: s.Sources(),
		Confidence: s.Confidence, Status: s.Status, NeedsReview: s.NeedsReview, Review: s.Review(), Attitude: s.Thought,
	}
	for _, k := range s.Changes {
		out.Changes = append(out.Changes, string(k))
	}
	for i := range s.Wordings {
		out.Wordings = append(out.Wordings, wordingJSON(&s.Wordings[i]))
	}
	for e := range entries(s) {
		out.Appearances = append(out.Appearances, appearanceJSON(e))
	}
	return out
}

func wordingJSON(w *dossier.Wording) jsonWording {
	out := jsonWording{Text: w.Text, Kind: w.Kind.String(), Outlets: w.Outlets, Difference: marked(w.Diff)}
	for _, c := range w.Changes {
		out.Changes = append(out.Changes, changeJSON(c))
	}
	return out
}

func changeJSON(c wording.Change) jsonChange {
	return jsonChange{string(c.Kind), c.From, c.To, c.Note}
}

func appearanceJSON(e entry) jsonAppearance {
	return jsonAppearance{
		ID: string(e.Quote), Article: articleJSON(&e.Article), Kind: e.Kind.String(), Medium: e.Medium.String(),
		Text: e.Text, Content: e.Position, Before: e.Before, Sentence: e.Sentence, After: e.After,
		Cue: e.CueText, Source: e.SourceText, Speaker: e.SpeakerAs, Printed: e.Printed, Role: e.Role, Relay: e.Via,
		Wording: e.Wording, Reason: e.Reason, Why: e.Why, Confidence: e.Confidence, Status: e.Status,
		DecidedBy: e.DecidedBy, DecidedAt: stamp(e.DecidedAt), Note: e.Note,
	}
}
