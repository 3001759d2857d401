package dossier

import (
	"slices"
	"testing"

	"quotidian/dossier/decision"
)

// TestOutletsOfOneName: an outlet that its articles print with and without its article is one, shown as most of them print it:
// among those that carried a statement and in the counts; and as a person gave it, be it to one article.
func TestOutletsOfOneName(t *testing.T) {
	const said = `“The harbour will open on Monday,” said Dana Orlova.`
	d := newDossier(t)
	mustAdd(t, d,
		art("The Port Courier", "2031-05-02", said+" Port workers cheered."),
		art("Port Courier", "2031-05-03", said),
		art("port courier", "2031-05-04", said+" They are tired."),
		art("Port Courier", "2031-05-05", "Nobody said anything about the ferries."),
		art("Evening Star", "2031-05-05", said+" The mayor of Varn was there."))
	check := func(name string) {
		t.Helper()
		row := find(t, d, "harbour monday")
		if want := []string{name, "Evening Star"}; !slices.Equal(row.Outlets, want) || row.FirstOutlet != name {
			t.Errorf("carried by %q, first %s; want %q", row.Outlets, row.FirstOutlet, want)
		}
		n, err := d.Counts()
		if err != nil || n.Outlets != 2 {
			t.Errorf("%d outlets, %v", n.Outlets, err)
		}
		speakers, err := d.Speakers()
		if err != nil || len(speakers) != 1 || len(speakers[0].Outlets) != 2 || !slices.Contains(speakers[0].Outlets, name) {
			t.Errorf("speakers %+v, %v", speakers, err)
		}
		for _, asked := range []string{"The Port Courier", "Port Courier", "port courier"} {
			rows, err := d.Statements(Filter{Outlet: asked})
			if err != nil || len(rows) != 1 {
				t.Errorf("%d statements of %q, %v", len(rows), asked, err)
			}
			hits, err := d.Find(Search{Words: "harbour", Outlet: asked, Quotes: true})
			if err != nil || len(hits) != 3 {
				t.Errorf("%d quotes found in %q, %v", len(hits), asked, err)
			}
		}
	}
	check("Port Courier")
	infos, err := d.Articles()
	if err != nil {
		t.Fatal(err)
	}
	of := slices.IndexFunc(infos, func(a ArticleInfo) bool { return a.Published.String() == "2031-05-02" })
	decide(t, d, decision.Decision{Kind: decision.Outlet, Targets: []string{string(infos[of].ID)}, Value: "The PORT Courier"})
	check("The PORT Courier")
	sameFromNothing(t, d)
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	check("Port Courier")
}
