package mail

import (
	"strings"
	"testing"
)

const story = "Council weighs wall\n\nThe council of Varn met on Thursday to debate the wall.\n\n“Build it now,” Tomas Orlo said."

// TestPassedOn: an article that is forwarded or quoted is read without the note above it, and as its own message says.
func TestPassedOn(t *testing.T) {
	marked := "> " + strings.ReplaceAll(story, "\n", "\n> ")
	head := "From: Varn Courier <news@courier.example>\nDate: Thu, Mar 14, 2031 at 6:00 PM\nSubject: Wall row\nTo: <ana@desk.example>\n"
	for name, c := range map[string]struct{ subject, text, title, outlet, published string }{
		"a letter":     {"Wall row", "FYI\n\n" + story, "Wall row", "", "2031-03-15T09:12:00+01:00"},
		"forwarded":    {"Fwd: Wall", "See below.\n\n---------- Forwarded message ---------\n" + head + "\n" + story, "Wall row", "Varn Courier", "2031-03-14"},
		"without note": {"FW: x", head + "\n" + story, "Wall row", "Varn Courier", "2031-03-14"},
		"Outlook, German": {
			"WG: Mauer", "Bitte prüfen!\n\n________________________________\nVon: The Arden Courier [mailto:news@arden.example]\nGesendet: Donnerstag, 14. März 2031 18:00\n" +
				"An: Ana Lund\nBetreff: AW: Wall row\n\n" + story, "Wall row", "The Arden Courier", "2031-03-14",
		},
		"bold fields in paragraphs": {
			"Fwd: Wall", "*From:* Ivo Kesh <ivo@desk.example>\n\n*Sent:* 14 March 2031\n\n*To:* Ana Lund <ana@desk.example>;\n ben@desk.example\n\n*Subject:* Wall row\n\n" + story,
			"Wall row", "", "2031-03-14",
		},
		"an answer":                {"Re: RE: Wall", "I call him.\n\nOn 14 March, Ana Lund wrote:\n" + marked, "Wall", "", "2031-03-15T09:12:00+01:00"},
		"an answer to a forwarded": {"Re: Fwd: Wall", "Thanks!\n> See\n> " + strings.ReplaceAll(head+"\n"+story, "\n", "\n> "), "Wall row", "Varn Courier", "2031-03-14"},
	} {
		raw := "From: The Lund desk <ana@desk.example>\nTo: x@desk.example\nDate: Sat, 15 Mar 2031 09:12:00 +0100\nSubject: " + c.subject +
			"\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + c.text
		a, _, err := Read([]byte(raw))
		if err != nil {
			t.Fatal(err)
		}
		if want := story; a.Text != want && (name != "a letter" || a.Text != c.text) {
			t.Errorf("%s: %q", name, a.Text)
		}
		if a.Title != c.title || a.Outlet.Name != c.outlet || a.Published.String() != c.published {
			t.Errorf("%s: %q, %+v, %s", name, a.Title, a.Outlet, a.Published)
		}
	}
}

// TestNotPassedOn: a letter that says much itself stays whole, and so does one that only looks like a forwarded one.
func TestNotPassedOn(t *testing.T) {
	long := strings.Repeat("The council of Varn has put off the wall again. ", 20)
	for _, text := range []string{
		long + "\n\nFrom: Ana\nDate: 4 May\nSubject: x\n\n" + story,
		long + "\n> short",
		"From: the mayor's desk came no word.\nTo: nobody\n\n" + story,
		"From: Ana\nDate: 4 May\nSubject: nothing below",
	} {
		a, _, err := Read([]byte("From: a@b.example\nDate: x\n\n" + text))
		if err != nil || a.Text != strings.TrimSpace(text) {
			t.Errorf("%q became %q, %v", text, a.Text, err)
		}
	}
}
