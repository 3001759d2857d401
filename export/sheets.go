package export

import (
	"fmt"
	"strings"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/export/edits"
	"quotidian/matching/wording"
)

var statementColumns = []column[*dossier.Statement]{
	{edits.Statement, 15, func(s *dossier.Statement) any { return string(s.ID) }},
	{edits.Speaker, 24, func(s *dossier.Statement) any { return s.SpeakerName }},
	{"Statement in the wording that stands for it", 64, func(s *dossier.Statement) any { return s.Text }},
	{"First seen (UTC)", 17, func(s *dossier.Statement) any { return s.First }},
	{"First outlet", 20, func(s *dossier.Statement) any { return s.FirstOutlet }},
	{"Outlets", 9, func(s *dossier.Statement) any { return len(s.Outlets) }},
	{"Independent sources", 12, func(s *dossier.Statement) any { return len(s.Sources()) }},
	{"Wordings", 10, func(s *dossier.Statement) any { return len(s.Wordings) }},
	{"Changes, worst first", 26, func(s *dossier.Statement) any { return s.Changes }},
	{edits.Status, 12, func(s *dossier.Statement) any { return s.Status }},

	{"Appearances", 12, func(s *dossier.Statement) any { return len(s.Appearances) }},
	{"Which outlets", 40, func(s *dossier.Statement) any { return strings.Join(s.Outlets, ", ") }},
	{"Which sources", 30, func(s *dossier.Statement) any { return sourcesOf(s.Sources()) }},
	{"First seen as stated", 24, func(s *dossier.Statement) any { return dated(s.First) }},
	{"First seen in other words", 40, func(s *dossier.Statement) any { return s.FirstOtherwise() }},
	{"Confidence", 11, func(s *dossier.Statement) any { return s.Confidence }},
	{"Needs review", 30, func(s *dossier.Statement) any { return s.Review() }},
	{attitude, 12, func(s *dossier.Statement) any { return yes(s.Thought) }},
	{edits.SealColumn, 28, func(s *dossier.Statement) any { return edits.Seal(string(s.ID), s.Status, s.SpeakerName, "") }},
}

// attitude heads a column that is empty unless attitudes are asked for.
const attitude = "Attitude, not a statement"

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// version is wording i of a statement.
type version struct {
	*dossier.Statement
	i int
}

func (v version) wording() *dossier.Wording { return &v.Wordings[v.i] }

var wordingColumns = []column[version]{
	{"Statement", 15, func(v version) any { return string(v.ID) }},
	{"Speaker", 24, func(v version) any { return v.SpeakerName }},
	{"Wording no.", 10, func(v version) any { return v.i + 1 }},
	{"Wording", 60, func(v version) any { return v.wording().Text }},
	{"Kind", 10, func(v version) any { return v.wording().Kind.String() }},
	{"Outlets", 9, func(v version) any { return len(v.wording().Outlets) }},
	{"Which outlets", 24, func(v version) any { return strings.Join(v.wording().Outlets, ", ") }},
	{"Changes", 20, func(v version) any { return wording.KindsOf(v.wording().Changes) }},
	{"Difference from the first wording", 60, func(v version) any {
		if len(v.wording().Changes) == 0 {
			return ""
		}
		return v.wording().Diff
	}},
	{"What changed", 50, func(v version) any { return notes(v.wording().Changes) }},
}

var speakerColumns = []column[*dossier.SpeakerInfo]{
	{"Speaker id", 20, func(s *dossier.SpeakerInfo) any { return string(s.ID) }},
	{"Speaker", 28, func(s *dossier.SpeakerInfo) any { return s.Name }},
	{"Kind", 13, func(s *dossier.SpeakerInfo) any { return s.Kind.String() }},
	{"Spellings, with how often", 50, func(s *dossier.SpeakerInfo) any { return counted(s.Spellings) }},
	{"Roles", 60, func(s *dossier.SpeakerInfo) any { return strings.Join(s.Roles, "; ") }},
	{"Quotes", 9, func(s *dossier.SpeakerInfo) any { return s.Quotes }},
	{"Statements", 11, func(s *dossier.SpeakerInfo) any { return s.Statements }},
	{"Outlets", 9, func(s *dossier.SpeakerInfo) any { return len(s.Outlets) }},
	{"Which outlets", 40, func(s *dossier.SpeakerInfo) any { return strings.Join(s.Outlets, ", ") }},
	{"Why the spellings stand together", 70, func(s *dossier.SpeakerInfo) any { return evidence(s.Joins) }},
}

func counted(spellings []dossier.Spelling) string {
	var all []string
	for _, s := range spellings {
		all = append(all, fmt.Sprintf("%s (%d)", s.Text, s.Count))
	}
	return strings.Join(all, ", ")
}

func evidence(joins []dossier.Join) string {
	var all []string
	for _, j := range joins {
		var why []string
		for _, r := range j.Reasons {
			sign := "against: "
			if r.For {
				sign = ""
			}
			why = append(why, sign+r.Text)
		}
		all = append(all, fmt.Sprintf("%s = %s (%.0f %%, by %s): %s", j.A, j.B, 100*j.Score, j.By, strings.Join(why, ", ")))
	}
	return strings.Join(all, "\n")
}

// spelled is one spelling of a speaker.
type spelled struct {
	speaker  *dossier.SpeakerInfo
	spelling *dossier.Spelling
}

func spellingsOf(speakers []dossier.SpeakerInfo) []spelled {
	var all []spelled
	for i := range speakers {
		for j := range speakers[i].Spellings {
			all = append(all, spelled{&speakers[i], &speakers[i].Spellings[j]})
		}
	}
	return all
}

var spellingColumns = []column[spelled]{
	{"Spelling", 28, func(s spelled) any { return s.spelling.Text }},
	{"Speaker", 28, func(s spelled) any { return s.speaker.Name }},
	{"Speaker id", 20, func(s spelled) any { return string(s.speaker.ID) }},
	{"How often", 10, func(s spelled) any { return s.spelling.Count }},
	{"Which outlets", 60, func(s spelled) any { return strings.Join(s.spelling.Outlets, ", ") }},
}

var outletColumns = []column[*outletTally]{
	{"Outlet", 30, func(o *outletTally) any { return o.name }},
	{"Articles", 10, func(o *outletTally) any { return o.articles }},
	{"Quotes", 10, func(o *outletTally) any { return o.quotes }},
	{"Statements", 11, func(o *outletTally) any { return o.statements }},
	{"Had it first", 12, func(o *outletTally) any { return o.first }},
	{"Had it alone", 12, func(o *outletTally) any { return o.alone }},
	{"Quotes whose sense changed", 14, func(o *outletTally) any { return o.serious }},
	{"Agencies credited", 40, func(o *outletTally) any { return strings.Join(o.origins, ", ") }},
}

var articleColumns = []column[*dossier.ArticleInfo]{
	{"Article", 18, func(a *dossier.ArticleInfo) any { return string(a.ID) }},
	{"Headline", 60, func(a *dossier.ArticleInfo) any { return a.Title }},
	{"Outlet", 22, func(a *dossier.ArticleInfo) any { return a.Outlet.Name }},
	{"Origin", 16, func(a *dossier.ArticleInfo) any { return a.Outlet.Origin }},
	{"Byline", 24, func(a *dossier.ArticleInfo) any { return a.Byline }},
	{"Published (UTC)", 17, func(a *dossier.ArticleInfo) any { return a.Published }},
	{"Quotes", 9, func(a *dossier.ArticleInfo) any { return a.Quotes }},
	{"Link", 44, func(a *dossier.ArticleInfo) any { return address(a.URL) }},

	{"Published as stated", 24, func(a *dossier.ArticleInfo) any { return dated(a.Published) }},
	{"Date known from", 12, func(a *dossier.ArticleInfo) any { return a.Published.From }},
	{"Outlet known from", 12, func(a *dossier.ArticleInfo) any { return a.Outlet.From }},
	{"Language", 10, func(a *dossier.ArticleInfo) any { return a.Language }},
	{"Words", 9, func(a *dossier.ArticleInfo) any { return a.Words }},
	{"File", 40, func(a *dossier.ArticleInfo) any { return a.Path }},
	{"Format", 9, func(a *dossier.ArticleInfo) any { return a.Format }},
	{"File SHA-256", 66, func(a *dossier.ArticleInfo) any { return a.Hash }},
	{"Added (UTC)", 17, func(a *dossier.ArticleInfo) any { return a.Added }},
	{"Remark", 40, func(a *dossier.ArticleInfo) any { return a.Note }},
}

var faultColumns = []column[*dossier.FaultRow]{
	{"File", 60, func(f *dossier.FaultRow) any { return f.Path }},
	{"Why it could not be read", 80, func(f *dossier.FaultRow) any { return f.Reason }},
	{"Last tried (UTC)", 17, func(f *dossier.FaultRow) any { return f.At }},
}

var logColumns = []column[*decision.Decision]{
	{"No.", 7, func(d *decision.Decision) any { return int(d.Seq) }},
	{"When (UTC)", 17, func(d *decision.Decision) any { return d.When }},
	{"Who", 20, func(d *decision.Decision) any { return d.Who }},
	{"What", 14, func(d *decision.Decision) any { return string(d.Kind) }},
	{"Value", 24, func(d *decision.Decision) any { return d.Value }},
	{"Why", 36, func(d *decision.Decision) any { return d.Why }},
	{"Before", 44, func(d *decision.Decision) any { return d.Before }},
	{"After", 44, func(d *decision.Decision) any { return d.After }},

	{"About", 50, func(d *decision.Decision) any { return strings.Join(d.Targets, ", ") }},
	{"Held against", 40, func(d *decision.Decision) any { return strings.Join(d.Against, ", ") }},
	{"Entry it is about", 10, func(d *decision.Decision) any {
		if d.Of == 0 {
			return ""
		}
		return int(d.Of)
	}},
}
