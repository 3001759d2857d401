package mail

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLooks(t *testing.T) {
	for in, want := range map[string]bool{
		"From: a@b\r\nDate: x\r\n\r\nb":                   true,
		"Subject: x\nMIME-Version: 1.0\n\nb":              true,
		"Title: Gates\nAuthor: me\n\nText":                false,
		"From: the mayor\nThe gates were opened at noon.": false,
		"Note: this is how it was.\n\nFrom: a\nDate: b":   false,
		"": false,
		"Received: from x\n by y\nFrom: a@b\nMessage-ID: <1>\n\n": true,
	} {
		if got := Looks([]byte(in)); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestReadAttachments(t *testing.T) {
	raw := "From: a@b.example\r\nDate: Tue, 14 May 2024 11:20:00 +0200\r\nSubject: Clippings\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" +
		"--b\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+z/Do4uXyPC9wPg==\r\n" +
		"--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\"a.txt\"\r\n\r\nThe gates were open.\r\n" +
		"--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=\"logo.png\"\r\n\r\nx\r\n--b--\r\n"
	a, files, err := Read([]byte(raw))
	if err != nil || a.Text != "Привет" || a.Title != "Clippings" || a.Published.String() != "2024-05-14T11:20:00+02:00" {
		t.Errorf("%+v, %v", a, err)
	}
	if len(files) != 1 || files[0].Name != "a.txt" || !strings.HasPrefix(string(files[0].Content), "The gates") {
		t.Errorf("%+v", files)
	}
}

// TestOldHeaders: a subject in windows-1251 that nothing declares.
func TestOldHeaders(t *testing.T) {
	raw := "From: a@b.example\r\nDate: x\r\nSubject: \xd8\xeb\xfe\xe7\xfb \xee\xf2\xea\xf0\xfb\xeb\xe8\r\n\r\nThe gates were open.\r\n"
	if a, _, err := Read([]byte(raw)); err != nil || a.Title != "Шлюзы открыли" {
		t.Errorf("%+v, %v", a, err)
	}
}

// TestImpossibleZone: a letter sent in a zone 25 hours east of Greenwich is undated, for that cannot be written down.
func TestImpossibleZone(t *testing.T) {
	raw := "From: a@b.example\r\nDate: Mon, 2 Jan 2006 15:04:05 +2460\r\nSubject: Locks\r\n\r\nThe gates were open.\r\n"
	if a, _, err := Read([]byte(raw)); err != nil || a.Published.Known() {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestReadRefuses(t *testing.T) {
	if _, _, err := Read([]byte("From: a@b.example\r\nDate: x\r\n\r\n")); !errors.Is(err, ErrEmpty) {
		t.Error(err)
	}
	deep := "From: a@b.example\r\nMIME-Version: 1.0\r\n" + strings.Repeat("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", 500)
	if _, _, err := Read([]byte(deep)); err == nil {
		t.Error("500 parts inside each other were read")
	}
}

func TestBox(t *testing.T) {
	in := "From a Tue\nFrom: a@b\nDate: x\n\nOne\n>From here\n>>From there\nFrom the middle\n\nFrom b Tue\nFrom: c@d\nDate: y\n\nTwo"
	var got []string
	for raw, err := range Box(strings.NewReader(in)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(raw))
	}
	if len(got) != 2 || !strings.Contains(got[0], "\nFrom here\n>From there\nFrom the middle\n") || !strings.HasSuffix(got[1], "Two") {
		t.Errorf("%q", got)
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"letter.eml", "saved.mhtml", "letters.mbox"} {
		raw, err := os.ReadFile("../intake/testdata/formats/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, files, err := Read(raw)
		if a == nil && len(files) == 0 && err == nil {
			t.Fatal("a message was lost")
		}
		if a != nil && (!utf8.ValidString(a.Text+a.Title) || strings.TrimSpace(a.Text) == "") {
			t.Fatalf("%+q", a.Text)
		}
		n := 0
		for m, err := range Box(strings.NewReader(string(raw))) {
			if n += len(m); err != nil {
				t.Fatal(err)
			}
		}
		if n > len(raw) {
			t.Fatal("a mailbox gave more than was in it")
		}
	})
}

// TestEncodings: what a message declares is believed unless its bytes are UTF-8 all the same.
func TestEncodings(t *testing.T) {
	for head, body := range map[string]string{
		"": "“Открыты”", "Content-Type: text/plain; charset=us-ascii\n": "“Открыты”", "Content-Type: text/plain; charset=iso-8859-1\n": "“Открыты”",
		"Content-Type: text/plain; charset=windows-1251\n":                                                 "\x93\xce\xf2\xea\xf0\xfb\xf2\xfb\x94",
		"Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: quoted-printable\n":          "=EF=D4=CB=D2=D9=D4=D9",
		"Content-Type: text/html; charset=windows-1251\nContent-Transfer-Encoding: quoted-printable\n":     "<p>=93=CE=F2=EA=F0=FB=F2=FB=94</p>",
		"Content-Type: text/html; charset=\"windows-1251\"\nContent-Transfer-Encoding: quoted-printable\n": "<meta charset=utf-8><p>=93=CE=F2=EA=F0=FB=F2=FB=94</p>",
	} {
		a, _, err := Read([]byte("From: a@b.example\nDate: x\nMIME-Version: 1.0\n" + head + "\n" + body + "\n"))
		if err != nil || strings.Trim(a.Text, "“”") != "Открыты" {
			t.Errorf("%q: %+v, %v", head, a, err)
		}
	}
	_, files, err := Read([]byte("From: a@b.example\nDate: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n" +
		"--b\nContent-Type: text/plain; charset=koi8-r\nContent-Disposition: attachment; filename=a.txt\n\n\xef\xd4\xcb\xd2\xd9\xd4\xd9\n--b--\n"))
	if err != nil || len(files) != 1 || strings.TrimSpace(string(files[0].Content)) != "Открыты" {
		t.Errorf("%q, %v", files, err)
	}
}
