package score

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/internal/gold"
)

const text = `Ana Torvin said the old bridge will close. “It is unsafe,” she added. Melk hopes to stay on for years.`

// at gives the place of a piece of text in code points.
func at(t *testing.T, piece string) [2]int {
	t.Helper()
	before, _, ok := strings.Cut(text, piece)
	if !ok {
		t.Fatalf("%q is not in the text", piece)
	}
	from := len([]rune(before))
	return [2]int{from, from + len([]rune(piece))}
}

// labelled is the text with its three quotes as annotators would have them.
func labelled(t *testing.T) *gold.Document {
	quote := func(kind, content, cue, source, name string) gold.Quote {
		c, s := at(t, cue), at(t, source)
		return gold.Quote{Type: kind, Spans: [][2]int{at(t, content)}, Cue: &c, Source: &s, Speaker: &name}
	}
	d := &gold.Document{ID: "1", Doc: "1", Text: text, Quotes: []gold.Quote{
		quote("indirect", "the old bridge will close", "said", "Ana Torvin", "Ana Torvin"),
		quote("direct", "“It is unsafe,”", "added", "she", "Ana Torvin"),
		quote("indirect", "to stay on for years", "hopes", "Melk", "Melk"),
	}}
	attitude := false
	d.Quotes[2].SpeechCue = &attitude
	return d
}

func found(t *testing.T, kind, content, cue, source, name string) Found {
	c, s := at(t, cue), at(t, source)
	return Found{Kind: kind, Content: [][2]int{at(t, content)}, Cue: &c, Source: &s, Speaker: name}
}

// TestReport counts by hand: the first quote lacks one word of five and its source lacks one of two, the second is
// right but for its quotation marks and has the wrong speaker, the third is missed, and one found quote is wrong.
func TestReport(t *testing.T) {
	var r Report
	r.Add(labelled(t), []Found{
		found(t, "mixed", "the old bridge will", "said", "Torvin", "Torvin"),
		found(t, "direct", "It is unsafe", "added", "she", "Melk"),
		found(t, "indirect", "Ana Torvin", "close", "bridge", ""),
	})
	want := `1 documents
  quotes exact     P  33.3 R  33.3 F1  33.3   (1/3 predicted, 3 gold)
  quotes IoU>=0.8  P  66.7 R  66.7 F1  66.7   (2/3 predicted, 3 gold)
  quotes IoU>=0.5  P  66.7 R  66.7 F1  66.7   (2/3 predicted, 3 gold)
  quotes GGT>0.3   P  66.7 R  66.7 F1  66.7   (2/3 predicted, 3 gold)
  quotes GGT>0.8   P  33.3 R  33.3 F1  33.3   (1/3 predicted, 3 gold)
  quotes word      P  77.8 R  53.8 F1  63.6   (7/9 predicted, 13 gold)
  speaker span overlaps (of matched)       100.0%  (2/2)
  speaker span exact, trimmed               50.0%  (1/2)
  speaker name agrees                       50.0%  (1/2)
  cue overlaps                             100.0%  (2/2)
  type agrees                               50.0%  (1/2)
  recall, direct                   100.0%  (1/1)   speaker 100.0%
  recall, indirect                 100.0%  (1/1)   speaker 100.0%
  recall, indirect (attitude cue)    0.0%  (0/1)
`
	if d := cmp.Diff(want, r.String()); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestReportLeavesUndecidedZonesOut: a wrong quote in such a zone costs no precision.
func TestReportLeavesUndecidedZonesOut(t *testing.T) {
	d := labelled(t)
	wrong := []Found{found(t, "indirect", "Melk", "close", "bridge", "")}
	var open, closed Report
	closed.Add(d, wrong)
	d.Ignore = []gold.Zone{gold.Zone(at(t, "Melk hopes"))}
	open.Add(d, wrong)
	if c, o := closed.quotes[asIoU50].Found, open.quotes[asIoU50].Found; c != 1 || o != 0 {
		t.Errorf("found quotes that count: %d without the zone, %d with it; want 1 and 0", c, o)
	}
}

// TestSpans scores one sentence: the cue is right, the source too short, and the content cut in two.
func TestSpans(t *testing.T) {
	in := gold.Instance{Doc: "1"}
	for word := range strings.FieldsSeq("Ana Torvin said the old bridge will close") {
		o := at(t, word)
		in.Offsets = append(in.Offsets, &o)
	}
	in.Labels = strings.Fields("B-source I-source B-cue B-content I-content I-content I-content I-content")
	f := found(t, "indirect", "the old", "said", "Torvin", "")
	f.Content = append(f.Content, at(t, "will close"))
	var s Spans
	s.Add(&in, []Found{f, found(t, "direct", "“It is unsafe,”", "added", "she", "")})
	want := Spans{{0, 1, 1}, {1, 1, 1}, {0, 2, 1}}
	if d := cmp.Diff(want, s); d != "" {
		t.Errorf("source, cue, content: -want +got:\n%s", d)
	}
}

func TestRunsBeginWithoutABeginning(t *testing.T) {
	got := runs(strings.Fields("I-cue I-cue O B-cue B-cue I-source I-cue"), "cue")
	want := []run{{0, 2}, {3, 4}, {4, 5}, {6, 7}}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(run{})); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}
