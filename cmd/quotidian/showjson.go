package main

import (
	"quotidian/dossier"
	"quotidian/matching/wording"
)

type statementJSON struct {
	rowJSON
	Sources        []string         `json:"sources"`
	WordingList    []wordingJSON    `json:"wording_list"`
	AppearanceList []appearanceJSON `json:"appearance_list"`
}

type wordingJSON struct {
	Text    string       `json:"text"`
	Kind    string       `json:"kind"`
	Outlets []string     `json:"outlets"`
	Changes []changeJSON `json:"changes"`
	Diff    []runJSON    `json:"diff"`
}

type changeJSON struct {
	Kind wording.ChangeKind `json:"kind"`
	From string             `json:"from"`
	To   string             `json:"to"`
	Note string             `json:"note"`
}

type runJSON struct {
	Op string `json:"op"`
	A  string `json:"a,omitempty"`
	B  string `json:"b,omitempty"`
}

type appearanceJSON struct {
	Quote     string      `json:"quote"`
	Article   string      `json:"article"`
	Path      string      `json:"path"`
	Hash      string      `json:"hash"`
	Outlet    outletJSON  `json:"outlet"`
	Published string      `json:"published"`
	Kind      string      `json:"kind"`
	Medium    string      `json:"medium"`
	Text      string      `json:"text"`
	Sentence  string      `json:"sentence"`
	Printed   string      `json:"speaker_as_printed"`
	Role      string      `json:"role"`
	Relay     []relayJSON `json:"relay"`
	Source    string      `json:"source"`
	TextOf    string      `json:"text_of,omitempty"`
	Wording   int         `json:"wording"`
	Status    string      `json:"status"`
	Speaker   string      `json:"speaker"`
	DecidedBy string      `json:"decided_by,omitempty"`
	Note      string      `json:"note,omitempty"`
}

var opNames = map[wording.Op]string{wording.Same: "same", wording.Deleted: "deleted", wording.Inserted: "inserted", wording.Replaced: "replaced"}

func statementToJSON(s dossier.Statement) statementJSON {
	out := statementJSON{rowJSON: rowToJSON(s.StatementRow), Sources: filled(s.Sources())}
	for i := range s.Wordings {
		out.WordingList = append(out.WordingList, wordingToJSON(&s.Wordings[i]))
	}
	for i := range s.Appearances {
		out.AppearanceList = append(out.AppearanceList, appearanceToJSON(&s.Appearances[i]))
	}
	return out
}

func wordingToJSON(w *dossier.Wording) wordingJSON {
	out := wordingJSON{Text: w.Text, Kind: w.Kind.String(), Outlets: filled(w.Outlets), Changes: changesToJSON(w.Changes), Diff: diffToJSON(w.Diff)}
	return out
}

func changesToJSON(changes []wording.Change) []changeJSON {
	out := []changeJSON{}
	for _, c := range changes {
		out = append(out, changeJSON{c.Kind, c.From, c.To, c.Note})
	}
	return out
}

func diffToJSON(d wording.Diff) []runJSON {
	out := []runJSON{}
	for _, r := range d {
		out = append(out, runJSON{opNames[r.Op], r.A, r.B})
	}
	return out
}

func appearanceToJSON(a *dossier.Appearance) appearanceJSON {
	out := appearanceJSON{
		Quote: string(a.Quote), Article: string(a.Article.ID), Path: a.Article.Path, Hash: a.Article.Hash,
		Outlet: outletJSON{a.Article.Outlet.Name, a.Article.Outlet.Origin}, Published: a.Article.Published.String(),
		Kind: a.Kind.String(), Medium: a.Medium.String(), Text: a.Text, Sentence: a.Sentence, Printed: a.Printed, Role: a.Role,
		Relay: []relayJSON{}, Source: a.RestsOn, TextOf: a.TextOf, Wording: a.Wording, Status: a.Status,
		Speaker: a.SpeakerAs, DecidedBy: a.DecidedBy, Note: a.Note,
	}
	for _, name := range a.Via {
		out.Relay = append(out.Relay, relayJSON{name})
	}
	return out
}
