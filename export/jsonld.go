package export

import (
	"context"
	"encoding/json"
	"io"

	"quotidian/attribution"
	"quotidian/dossier"
	"quotidian/matching/wording"
)

// linked is a node of linked data: its properties by their names in the vocabulary of schema.org. What is unknown
// is left out.
type linked map[string]any

// put sets a property unless its value is empty.
func (n linked) put(name string, value any) linked {
	switch v := value.(type) {
	case string:
		if v == "" {
			return n
		}
	case linked:
		if len(v) == 0 {
			return n
		}
	case []linked:
		if len(v) == 0 {
			return n
		}
	}
	n[name] = value
	return n
}

// writeLinked writes JSON-LD in the vocabulary of schema.org: a Quotation for each statement, with one for each
// appearance that is an example of it and part of its NewsArticle, and a ClaimReview for each statement whose sense
// an outlet changed. A review has no rating: that is the editor's to give, and until then it is a draft.
func writeLinked(ctx context.Context, src Source, w io.Writer, o Options) error {
	l, err := read(ctx, src, o)
	if err != nil {
		return err
	}
	kinds := map[dossier.SpeakerID]attribution.SpeakerKind{}
	for i := range l.speakers {
		kinds[l.speakers[i].ID] = l.speakers[i].Kind
	}
	if _, err := io.WriteString(w, `{"@context":"https://schema.org","@graph":[`); err != nil {
		return err
	}
	separator := "\n"
	err = each(ctx, src, l.rows, o, func(s *dossier.Statement) error {
		for _, node := range statementNodes(s, kinds) {
			raw, err := json.Marshal(node)
			if err != nil {
				return err
			}
			if _, err := io.WriteString(w, separator+string(raw)); err != nil {
				return err
			}
			separator = ",\n"
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, "\n]}\n")
	return err
}

func statementNodes(s *dossier.Statement, kinds map[dossier.SpeakerID]attribution.SpeakerKind) []linked {
	speaker := speakerNode(s.Speaker, s.SpeakerName, kinds)
	var examples []linked
	for e := range entries(s) {
		examples = append(examples, linked{"@type": "Quotation", "@id": urn(string(e.Quote)), "exampleOfWork": linked{"@id": urn(string(s.ID))}}.
			put("text", e.Text).put("spokenByCharacter", speakerNode(e.Speaker, e.SpeakerAs, kinds)).
			put("isPartOf", articleNode(&e.Article)).put("position", positions(e.Position)).put("creditText", relayed(e)).
			put("inLanguage", e.Article.Language))
	}
	quotation := linked{"@type": "Quotation", "@id": urn(string(s.ID)), "identifier": string(s.ID)}.put("text", s.Text).
		put("spokenByCharacter", speaker).put("datePublished", s.First.String()).put("workExample", examples)
	nodes := []linked{quotation}
	if len(apart(s)) > 0 {
		nodes = append(nodes, reviewNode(s, speaker))
	}
	return nodes
}

// urn makes an id of this file's own: dossiers have no address on the web.
func urn(id string) string { return "urn:quotidian:" + id }

// speakerNode is empty for nobody known. Groups and people without a name are organisations or persons by what they
// are most like: schema.org knows no third.
func speakerNode(id dossier.SpeakerID, name string, kinds map[dossier.SpeakerID]attribution.SpeakerKind) linked {
	if name == "" {
		return nil
	}
	kind := "Person"
	if k := kinds[id]; k == attribution.Organisation || k == attribution.Group {
		kind = "Organization"
	}
	return linked{"@type": kind, "@id": urn(string(id)), "name": name}
}

func articleNode(a *dossier.ArticleInfo) linked {
	n := linked{"@type": "NewsArticle", "@id": urn(string(a.ID))}.put("headline", a.Title).put("url", a.URL).put("datePublished", a.Published.String()).
		put("inLanguage", a.Language).put("identifier", linked{"@type": "PropertyValue", "propertyID": "sha256", "value": a.Hash})
	if a.Outlet.Name != "" {
		n.put("publisher", linked{"@type": "Organization", "name": a.Outlet.Name})
	}
	if a.Byline != "" {
		n.put("author", linked{"@type": "Person", "name": a.Byline})
	}
	if a.Outlet.Origin != "" {
		n.put("sourceOrganization", linked{"@type": "Organization", "name": a.Outlet.Origin})
	}
	return n
}

// reviewNode is a ClaimReview to be filled in: what is claimed, by whom, where it appeared, and what the wordings
// do to each other.
func reviewNode(s *dossier.Statement, speaker linked) linked {
	var appearances []linked
	var told []wording.Change
	for i := range s.Appearances {
		appearances = append(appearances, articleNode(&s.Appearances[i].Article))
	}
	for _, w := range apart(s) {
		told = append(told, w.Changes...)
	}
	claim := linked{"@type": "Claim", "@id": urn("claim-" + string(s.ID))}.put("text", s.Text).put("author", speaker).
		put("datePublished", s.First.String()).put("appearance", appearances)
	if s.First.Known() {
		claim.put("firstAppearance", appearances[0])
	}
	return linked{"@type": "ClaimReview", "@id": urn("review-" + string(s.ID)), "creativeWorkStatus": "Draft"}.
		put("claimReviewed", s.Text).put("itemReviewed", claim).put("reviewBody", notes(told))
}
