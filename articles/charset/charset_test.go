package charset

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

const (
	english = "“We have the harbour under control,” the chief of the port said on Monday. He didn’t say when the ships — nine of them — would sail.\n"
	russian = "Начальник порта заявил в понедельник, что гавань находится под контролем. Он не сказал, когда выйдут корабли.\n"
	turkish = "Liman başkanı pazartesi günü yaptığı açıklamada limanın kontrol altında olduğunu söyledi. Gemilerin ne zaman çıkacağını söylemedi.\n"
	polish  = "Szef portu powiedział w poniedziałek, że przystań jest pod kontrolą. Nie powiedział, kiedy statki wypłyną, ale będzie to wkrótce.\n"
	japan   = "港湾の責任者は月曜日、港は管理下にあると述べた。船がいつ出航するかは明らかにしなかった。\n"
)

func TestDecode(t *testing.T) {
	enc := func(s string, with interface{ Bytes([]byte) ([]byte, error) }) []byte {
		out, err := with.Bytes([]byte(strings.Repeat(s, 5)))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, c := range []struct {
		name     string
		raw      []byte
		declared string
		want     string
		encoding string
	}{
		{"utf-8", []byte(english), "", english, "utf-8"},
		{"utf-8 with a mark", []byte("\xef\xbb\xbf" + english), "", english, "utf-8"},
		{"utf-8 that says latin-1", []byte(english), "iso-8859-1", english, "utf-8"},
		{"utf-16 with a mark", enc(english, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()), "", strings.Repeat(english, 5), "utf-16le"},
		{"utf-16 without", enc(english, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder()), "", strings.Repeat(english, 5), "utf-16be"},
		{"russian utf-16 without", enc(russian, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder()), "", strings.Repeat(russian, 5), "utf-16le"},
		{"windows-1252", enc(english, charmap.Windows1252.NewEncoder()), "", strings.Repeat(english, 5), "windows-1252"},
		{"windows-1251", enc(russian, charmap.Windows1251.NewEncoder()), "", strings.Repeat(russian, 5), "windows-1251"},
		{"koi8-r", enc(russian, charmap.KOI8R.NewEncoder()), "", strings.Repeat(russian, 5), "koi8-r"},
		{"turkish", enc(turkish, charmap.Windows1254.NewEncoder()), "", strings.Repeat(turkish, 5), "windows-1254"},
		{"polish", enc(polish, charmap.ISO8859_2.NewEncoder()), "", strings.Repeat(polish, 5), "iso-8859-2"},
		{"declared", enc(polish, charmap.Windows1250.NewEncoder()), "windows-1250", strings.Repeat(polish, 5), "windows-1250"},
		{"iso-2022-jp", enc(japan, japanese.ISO2022JP.NewEncoder()), "", strings.Repeat(japan, 5), "iso-2022-jp"},
		{"shift_jis", enc(japan, japanese.ShiftJIS.NewEncoder()), "", strings.Repeat(japan, 5), "shift_jis"},
		{"line ends", []byte("a\r\nb\rc\n\r\nd"), "", "a\nb\nc\n\nd", "utf-8"},
	} {
		got, err := Decode(c.raw, c.declared)
		if err != nil || got.String != c.want || got.Encoding != c.encoding || got.Repaired != 0 {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

func TestDecodeCountsRepairs(t *testing.T) {
	raw := strings.Repeat("Ünal öffnete die Tür. ", 20) + "Hal\x00bert\xff sagte"
	got, err := Decode([]byte(raw), "")
	if err != nil || got.Repaired != 2 || !strings.HasSuffix(got.String, "Hal�bert� sagte") {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestDecodeRefusesBinary(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 4096)
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	for name, raw := range map[string][]byte{
		"noise":    noise,
		"elf":      append([]byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00"), noise...),
		"zeros":    make([]byte, 1000),
		"controls": []byte(strings.Repeat("\x01\x02ab", 100)),
	} {
		if got, err := Decode(raw, ""); !errors.Is(err, ErrBinary) {
			t.Errorf("%s: read as %s", name, got.Encoding)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(english), "")
	f.Add([]byte("\xff\xfea\x00b"), "utf-16")
	f.Add([]byte("\x1b$B%\x1b(B\r\r\n\xe4"), "iso-2022-jp")
	f.Add([]byte("caf\xe9 \x00"), "koi8-r")
	f.Fuzz(func(t *testing.T, raw []byte, declared string) {
		got, err := Decode(raw, declared)
		if err != nil {
			return
		}
		if !utf8.ValidString(got.String) || strings.ContainsAny(got.String, "\r\x00") {
			t.Fatalf("%q is no clean text", got.String)
		}
		if again, _ := Decode(raw, declared); again != got {
			t.Fatalf("%+v, then %+v", got, again)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	raw := []byte(strings.Repeat(english, 40))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := Decode(raw, ""); err != nil {
			b.Fatal(err)
		}
	}
}
