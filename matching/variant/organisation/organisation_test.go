package organisation

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/assets/model"
	"quotidian/matching/variant/likeness"
)

func open(t testing.TB) Model {
	t.Helper()
	m, err := likeness.Read(bytes.NewReader(model.Open("names.bin")))
	if err != nil {
		t.Fatal(err)
	}
	return Model{m[1]}
}

func TestParse(t *testing.T) {
	for in, want := range map[string]Name{
		"Russia's defense ministry":                       {Words: []string{"defence", "ministry"}, Countries: []string{"russia"}},
		"Ministry of Defence of the Russian Federation":   {Words: []string{"ministry", "defence"}, Countries: []string{"russia"}},
		"Norland Shipping Co. Ltd":                        {Words: []string{"norland", "shipping"}, Legal: "llc"},
		"OOO Norlandtrans":                                {Words: []string{"norlandtrans"}, Legal: "llc"},
		"the 4th Brigade":                                 {Words: []string{"4th", "brigade"}, Numbers: []string{"4"}},
		"International Committee of the Red Cross (ICRC)": {Words: []string{"intl", "committee", "red", "cross"}, Letters: "icrc"},
		"MoD":                         {Words: []string{"mod"}, Letters: "mod"},
		"Azerbaijan":                  {Countries: []string{"azerbaijan"}, Place: true},
		"Baku":                        {Words: []string{"baku"}, Seat: "azerbaijan"},
		"Russian Republic of Georgia": {Countries: []string{"georgia", "russia"}, Place: true},
		"Bank of the Russian Federation of Azerbaijan": {Words: []string{"bank"}, Countries: []string{"azerbaijan", "russia"}},
		"El Al":                         {Words: []string{"el", "al"}},
		"Norland (NN) Ring Road (NNRR)": {Words: []string{"norland", "nn", "ring", "road"}, Letters: "nnrr"},
		"":                              {},
	} {
		got := Parse(in)
		got.Raw, got.Initials = "", [3]string{}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
	}
}

func TestCompare(t *testing.T) {
	m := open(t)
	for _, c := range []struct {
		a, b     string
		min, max float64
		doubt    string
	}{
		{"Ministry of Defense", "Defence Ministry", 0.99, 1, ""},
		{"Russia's defense ministry", "Ministry of Defence of the Russian Federation", 0.99, 1, ""},
		{"ICRC", "International Committee of the Red Cross", 0.99, 1, ""},
		{"MoD", "Ministry of Defence", 0.99, 1, ""},
		{"MoV", "Ministry of Valour", 0.9, 0.98, "three letters"},
		{"Organisation for Harbours and Co-operation (OHC)", "Organization for Harbours and Cooperation", 0.99, 1, ""},
		{"Norland Dockers' Union (NDX)", "NDX", 0.9, 0.98, "three letters"},
		{"NIOC", "Norland International Operating Company", 0.99, 1, ""},
		{"Criminal Tribunal for the former Yugoslavia", "Criminal Tribunal for Rwanda", 0, 0.1, "two countries"},
		{"Workers' Party of Korea", "Korean Workers' Party", 0.99, 1, ""},
		{"ISIL", "Islamic State", 0.99, 1, ""},
		{"NPEC", "MPEC", 0, 0.1, "other letters"},
		{"US Treasury Department", "US Department of Transportation", 0, 0.1, "two ministries"},
		{"Ministry of Health of Norway", "Ministry of Justice of Norway", 0, 0.1, "two ministries"},
		{"Ministry of Trade", "Commerce Ministry", 0.05, 0.98, ""},
		{"Foreign Ministry", "Azerbaijani Foreign Ministry", 0.5, 0.98, "only one of them names the country"},
		{"Azerbaijani Defense Ministry", "Russian Defence Ministry", 0, 0.1, "two countries"},
		{"4th Brigade", "5th Brigade", 0, 0.1, "two numbers"},
		{"Baku", "Azerbaijani government", 0.5, 0.98, "suggestion only"},
		{"the Kremlin", "Russia", 0.5, 0.98, "suggestion only"},
		{"Norland Shipping Ltd", "Norland Shipping", 0.9, 1, ""},
		{"Norland Shipping Ltd", "Norland Shipping JSC", 0.5, 0.98, "legal forms"},
		{"Norland Shipping Company", "Harbour Insurance Company", 0, 0.2, "two bodies"},
		{"Norland Cable Company", "Harbour Glass Company", 0, 0.2, "words of its own"},
		{"Norland's Southern District Court", "Norland's Eastern District Court", 0, 0.1, "two bodies"},
		{"Norland Motors", "Norland Steel", 0, 0.1, "two bodies"},
		{"Norland SDI", "Norland SDS", 0, 0.1, "two bodies"},
		{"Norland Army's XV Corps", "Norland Army's XVI Corps", 0, 0.1, "two numbers"},
		{"Norland Court of Appeals for the Fifth Circuit", "Norland Court of Appeals for the Ninth Circuit", 0, 0.1, "two numbers"},
		{"Norland Fifth Army", "Norland 5th Army", 0.99, 1, ""},
		{"Workers' Party (North)", "Workers' Party (South)", 0, 0.2, "in brackets"},
		{"Workers' Party", "Workers' Party (Marxist)", 0, 0.5, "in brackets"},
		{"Norland Harbour Office (NHO)", "Nidaros Herring Organisation (NHO)", 0, 0.5, "words of its own"},
		{"University of Norland", "Norland University", 0.5, 0.98, "can be two"},
		{"Norland State University", "University of Norland", 0, 0.4, "a branch: state"},
		{"Norland Workers", "Norland Workers Youth", 0, 0.1, "a branch"},
		{"Tarn Municipal Hospital", "Plesh Municipal Hospital", 0, 0.4, "two bodies"},
		{"Milan Prosecutor's Office", "Rome Prosecutor's Office", 0, 0.4, "two"},
		{"Group of Seven", "Group of 7", 0.99, 1, ""},
		{"F.B.I.", "FBI", 0.99, 1, ""},
		{"Norland Workers' Party (NWP)", "Norland Workers' Party (Orlo faction)", 0, 0.5, "in brackets"},
		{"Catalan parliament", "Spanish parliament", 0, 0.1, "two countries"},
		{"Auswärtiges Amt", "German Foreign Ministry", 0.99, 1, ""},
		{"Germany's Foreign Office", "Auswärtiges Amt", 0.99, 1, ""},
		{"the Pentagon", "U.S. Department of Defense", 0.99, 1, ""},
		{"Pentagon", "Defense Department", 0.5, 0.9, "names the country"},
		{"Brazil's Workers' Party", "Partido dos Trabalhadores", 0.99, 1, ""},
		{"UNICEF", "UN Children's Fund", 0.99, 1, ""},
		{"Chinese Nationalist Party (KMT)", "Kuomintang", 0.99, 1, ""},
		{"Bank of Japan", "Bank of Korea", 0, 0.1, "two countries"},
		{"People's Bank of China", "China's central bank", 0.99, 1, ""},
		{"People's Liberation Army", "Chinese military", 0.99, 1, ""},
		{"US State Department", "State Department", 0.99, 1, ""},
		{"Texas Department of State", "State Department", 0, 0.1, "two countries"},
		{"US Defense Department", "Defense Department", 0.5, 0.98, "names the country"},
		{"German Foreign Office", "Foreign Office", 0.5, 0.98, "names the country"},
		{"Federal Reserve Board", "the Fed", 0.99, 1, ""},
		{"G7", "Group of Seven", 0.99, 1, ""},
		{"G-20", "Group of Twenty", 0.99, 1, ""},
		{"G7 nations", "G7", 0, 0.98, "words of its own"},
		{"G7", "G20", 0, 0.1, "two numbers"},
		{"M23 rebels", "M23", 0.99, 1, ""},
		{"Norland F1", "Norland Formula 1", 0.06, 0.98, "words of its own"},
		{"Kurdistan Regional Government", "Iraqi Kurdistan's government", 0.99, 1, ""},
		{"Popular Party", "Partido Popular", 0.99, 1, ""},
		{"BKA", "Austria's BKA", 0.5, 0.98, "names the country"},
		{"Turkey's PKK", "PKK", 0.99, 1, ""},
		{"DRC government", "Congolese government", 0.99, 1, ""},
		{"Republic of Congo government", "Congolese government", 0, 0.1, "two countries"},
		{"CGT", "Argentina's CGT", 0.5, 0.98, "names the country"},
		{"Malawi's Democratic Progressive Party", "Democratic Progressive Party", 0.5, 0.98, "names the country"},
		{"SDF", "Japan Self-Defense Forces", 0.5, 0.98, "three letters"},
		{"CPC", "Communist Party of China", 0.5, 0.98, "three letters"},
		{"Norland Petroleum Company", "Norland Oil and Gas Company", 0.06, 0.98, ""},
		{"Tarn Provincial Council", "Tarn Regional Council", 0.06, 0.98, "words of its own"},
		{"Tarn Town Hall", "Tarn City Hall", 0.5, 0.98, ""},
		{"Tarn State Medical University", "Tarn Medical University", 0.5, 0.98, ""},
		{"Tarn State Medical University", "Tarn State University", 0, 0.4, "a branch"},
		{"El Al", "El Al", 0.99, 1, ""},
		{"Azerbaijani Foreign Ministry", "Ministry of Foreign Affairs of Azerbaijan", 0.99, 1, ""},
		{"MFA of Azerbaijan", "Azerbaijan's Foreign Ministry", 0.99, 1, ""},
		{"Ministry of Internal Affairs", "Interior Ministry", 0.99, 1, ""},
		{"Ministry of Internal Affairs", "Ministry of Foreign Affairs", 0, 0.5, "two ministries"},
		{"Foreign Ministry", "Azerbaijani Ministry of Foreign Affairs", 0.5, 0.98, "only one of them names the country"},
		{"Federation of Norland Harbour Unions", "Norland Harbour Union Federation", 0.99, 1, ""},
		{"Norland Harbour Union", "Norland Harbour Unions", 0, 0.98, ""},
		{"Norlandoil", "Norland Oil PJSC", 0.9, 0.98, "parted otherwise"},
		{"Third Assault Brigade", "3rd Assault Brigade", 0.99, 1, ""},
		{"Third Assault Brigade", "4th Assault Brigade", 0, 0.5, "number"},
		{"Norland City Court", "Norland District Court", 0, 0.98, ""},
		{"UN Commission for Harbours", "United Nations Commission for Harbours", 0.99, 1, ""},
		{"UNCH", "UN Commission for Harbours", 0.99, 1, ""},
		{"New Norland", "the New Norland party", 0.5, 0.98, "what kind of body"},
		{"FC Norland", "Norland Football Club", 0.99, 1, ""},
		{"72nd Separate Mechanised Brigade", "72nd Mechanized Brigade", 0.5, 0.98, "what kind of body"},
		{"73rd Separate Mechanised Brigade", "72nd Mechanized Brigade", 0, 0.1, "two numbers"},
		{"НТБ", "Норландский Тестовый Банк", 0.9, 0.98, "three letters"},
		{"НБ", "Норландский Банк", 0.7, 0.9, "two letters"},
		{"UK government", "Scottish government", 0, 0.1, "two countries"},
		{"Russian company", "Russia", 0, 0.5, ""},
		{"EU", "European Union", 0.99, 1, ""},
		{"EU", "Elmar University", 0, 0.5, "words of its own"},
		{"US", "US Senate", 0, 0.5, ""},
		{"the White House", "Washington", 0, 0.5, "words of its own"},
		{"the White House", "Downing Street", 0, 0.5, "words of its own"},
		{"the White House", "US government", 0.5, 0.98, "suggestion only"},
		{"the Pentagon", "US government", 0, 0.5, "two bodies"},
		{"press office of the Norland Harbour Union", "Norland Harbour Union", 0.5, 0.98, "what kind of body"},
		{"Fed", "Federal Reserve", 0.99, 1, ""},
		{"Norland Herald", "Norland Herald newspaper", 0.99, 1, ""},
		{"Norland", "Norland news agency", 0.99, 1, ""},
		{"Norland Agency", "Norland", 0.99, 1, ""},
		{"NHN", "NHN news agency", 0.5, 0.98, "what kind of body"},
		{"private Norland news agency", "Norland News Agency", 0.99, 1, ""},
		{"Varn-based Norland Observatory", "Norland Observatory", 0.99, 1, ""},
		{"documents of the Norland Observatory", "Norland Observatory", 0, 0.98, "words of its own"},
		{"Norland Observatory", "Norland Observatory for Harbour Rights", 0.5, 0.98, "what the body is for"},
		{"", "Norland", 0, 0, ""},
	} {
		a, b := m.NewForm(Parse(c.a)), m.NewForm(Parse(c.b))
		v := m.Compare(a, b)
		if v.P < c.min || v.P > c.max || !strings.Contains(v.Doubt.Text, c.doubt) || c.doubt == "" && v.Doubt.Text != "" {
			t.Errorf("%q, %q: %v, doubt %q", c.a, c.b, v.P, v.Doubt.Text)
		}
		if w := m.Compare(b, a); w.P != v.P {
			t.Errorf("%q, %q: %v one way, %v the other", c.a, c.b, v.P, w.P)
		}
	}
}

func TestLooks(t *testing.T) {
	for s, want := range map[string]bool{"Defence Ministry": true, "NATO": true, "Baku": true, "Norland": false, "Anar Eyvazov": false, "Bank of Norland": true, "": false} {
		if got := Looks(s); got != want {
			t.Errorf("Looks(%q) = %v", s, got)
		}
	}
}

// TestLongWords: the letters of a word without end are not compared one with another, which costs the product of their number.
func TestLongWords(t *testing.T) {
	m := open(t)
	for n, settled := range map[int]bool{longestWord: true, longestWord + 2: false, 1 << 18: false} {
		a, b := m.NewForm(Parse("Norland "+strings.Repeat("ab", n/2))), m.NewForm(Parse("Norland "+strings.Repeat("cd", n/2)))
		if v, ok := m.ByRule(a, b); ok != settled {
			t.Errorf("two words of %d bytes: %+v, settled %v", n, v, ok)
		}
		m.Compare(a, b)
	}
}

// BenchmarkParse reads names that no one bears, of 4 KiB and 64 KiB: the cost of a byte must stay the same.
func BenchmarkParse(b *testing.B) {
	for _, part := range []string{"Bank (b) ", "a b ", "Ltd ", "Russia "} {
		for _, size := range []int{4 << 10, 64 << 10} {
			s := strings.Repeat(part, size/len(part))
			b.Run(fmt.Sprintf("%s/%dKiB", strings.TrimSpace(part), size>>10), func(b *testing.B) {
				for b.Loop() {
					Parse(s)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(s)), "ns/byte")
			})
		}
	}
}

func FuzzCompare(f *testing.F) {
	m := open(f)
	f.Add("Ministry of X (MoX)", "X Ministry")
	f.Add("(", ") Ltd")
	f.Add("S.A. de C.V.", "'s s' ’s")
	f.Add("Республика", "Republic of")
	f.Fuzz(func(t *testing.T, s, u string) {
		a, b := m.NewForm(Parse(s)), m.NewForm(Parse(u))
		v, w := m.Compare(a, b), m.Compare(b, a)
		if v.P != w.P || v.P < 0 || v.P > 1 {
			t.Fatalf("%q, %q: %v one way, %v the other", s, u, v.P, w.P)
		}
	})
}
