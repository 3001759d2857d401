package attribution

import (
	"strings"
	"testing"

	"quotidian/articles"
)

// TestRolesOfSources: what stands between a name and its description, and where the two end.
func TestRolesOfSources(t *testing.T) {
	for _, x := range []struct{ text, name, role string }{
		{"“It is raw,” said Anne Orlo, KTB co-founder and program manager.", "Anne Orlo", "KTB co-founder and program manager"},
		{"“It is raw,” said Ana Varga, one of his editors at Tor.", "Ana Varga", "one of his editors at Tor"},
		{"“So be it,” said Rep. Brian Varga (R-TX), ranking member of the House Committee.", "Brian Varga", "Rep., ranking member of the House Committee"},
		{"Rui Orlo, also a board member, said that it was late.", "Rui Orlo", "board member"},
		{"KTB's lawyer Fazlul Kesh today told the Lantern that it was late.", "Fazlul Kesh", "KTB's lawyer"},
		{"District nazim Amir Kesh said that it was late.", "Amir Kesh", "District nazim"},
	} {
		q := Extract(&articles.Article{Text: x.text})
		if len(q) == 0 || q[0].Speaker == nil || q[0].Speaker.Name != x.name || q[0].Speaker.Role != x.role || q[0].Speaker.Kind != Person {
			t.Errorf("%q: got %+v, want %s, %s", x.text, q[0].Speaker, x.name, x.role)
		}
	}
}

// TestRolesOfOthers: what stands beside a name and is somebody else's, or is no role.
func TestRolesOfOthers(t *testing.T) {
	for _, x := range []struct{ text, name, role string }{
		{"It was late, Ana Orlo, Secretary of State Ivo Varga said, and she said it was cold.", "Ana Orlo", ""},
		{"Yesterday they met in the hall with Nina Orlo, Vice President Ivo Varga and Senator Paul Kesh. Orlo said it was cold.", "Nina Orlo", ""},
		{"The hall was full, but Kesh, Head of Velia Almir Varga said, was late. Kesh said that it was cold.", "Kesh", ""},
		{"A vocal critic of President Ana Orlo came. Orlo said it was late.", "Ana Orlo", "President"},
		{"The former head of President Ana Orlo's team came. Orlo said it was late.", "Ana Orlo", "President"},
		{"The Air Force Chief of Staff General Ana Orlo came. Orlo said it was late.", "Ana Orlo", "Air Force Chief of Staff General"},
		{"The Velian premier met his Norwegian counterpart Ana Orlo. Orlo said it was late.", "Ana Orlo", ""},
		{"Orlo, the half-brother of Velian leader Ivo Orlo, died. Ivo Orlo said it was late.", "Ivo Orlo", "Velian leader"},
		{"According to press secretary Ana Orlo, President Varga's decision was late.", "Ana Orlo", "press secretary"},
		{"Ana Orlo told reporters Varga was out. Varga said it was late.", "Varga", ""},
		{"Premier complains Varga told Norpress it was late.", "Varga", ""},
		{"“It is late,” explains one of them, Ivo Orlo.", "Ivo Orlo", ""},
		{"The council released a film aimed at Ivo Orlo, questioning the mayor's plan. Orlo said it was late.", "Ivo Orlo", ""},
		{"It sued Ivo Orlo, alleging that the former clerk broke the contract. Orlo said it was late.", "Ivo Orlo", ""},
		{"One woman, Ana Orlo, pulled Mayor Kesh aside after the talk. Orlo said it was late.", "Ana Orlo", "woman"},
		{"The federal judge Orlo was referring to, Ivo Varga, left. Orlo said it was late.", "Orlo", ""},
		{"The clerk Orlo spoke with was out. Orlo said it was late.", "Orlo", ""},
		{"Mayor Ivo Orlo said it was nothing to worry about. Orlo said it was late.", "Ivo Orlo", "Mayor"},
		{"Mayor Ivo Orlo said this was what he had hoped for, and left. Orlo said it was late.", "Ivo Orlo", "Mayor"},
		{"Mayor Ivo Orlo knows what the money is for. Orlo said it was late.", "Ivo Orlo", "Mayor"},
		{"Mr. Varga and Mr. Orlo, rival candidates from the north, came. Orlo said it was late.", "Orlo", ""},
	} {
		checkRole(t, x.text, x.name, x.role)
	}
}

// TestRolesCutRightly: where a role begins and ends.
func TestRolesCutRightly(t *testing.T) {
	for _, x := range []struct{ text, name, role string }{
		{"The source said on Friday that the clerk, Ana Orlo, had left. Orlo said it was late.", "Ana Orlo", "clerk"},
		{"The row began when Velia's ambassador to Norway, Ana Orlo, said it was late.", "Ana Orlo", "Velia's ambassador to Norway"},
		{"Among the critics is the chief executive of Varn, Ana Orlo. Orlo said it was late.", "Ana Orlo", "chief executive of Varn"},
		{"They wait that the president and the first lady, Ana Orlo, are here. Orlo said it was late.", "Ana Orlo", "first lady"},
		{"First Lady Ana Orlo said it was late.", "Ana Orlo", "First Lady"},
		{"He took the office his father, Ivo Orlo, held. Orlo said it was late.", "Ivo Orlo", "father"},
		{"“It is late,” says Lina's husband, Ivo Orlo.", "Ivo Orlo", "Lina's husband"},
		{"Deputy spokesman for the Secretary General, Ana Orlo, told Norpress it was late.", "Ana Orlo", "Deputy spokesman for the Secretary General"},
		{"US President Ana Orlo said it was late.", "Ana Orlo", "US President"},
		{"On Friday he met council candidate Ana Orlo. Orlo said it was late.", "Ana Orlo", "council candidate"},
		{"Not easy against Ana Orlo, an opponent who’s had more time. Orlo said it was late.", "Ana Orlo", "opponent"},
		{"Ana Orlo, a close friend of Ms Varga's who was her clerk, came. Orlo said it was late.", "Ana Orlo", "close friend of Ms Varga's"},
		{"“It is late,” said Ana Orlo, the minister of finance at the time the tax was brought in.", "Ana Orlo", "minister of finance"},
		{"The premier left. Trade and Industry Minister Ivo Varga was at home. Varga said it was cold.", "Ivo Varga", "Trade and Industry Minister"},
		{"Health and Human Services Secretary Ivo Varga said it was late.", "Ivo Varga", "Health and Human Services Secretary"},
		{"A call was made to White House press secretary Ivo Varga on Monday. Varga said it was late.", "Ivo Varga", "White House press secretary"},
		{"It has more services Norwegian designer Ana Orlo wants. Orlo said it was late.", "Ana Orlo", "Norwegian designer"},
		{"Two reporters, Ana Orlo and Ivo Varga, came. Varga said it was late.", "Ivo Varga", "reporter"},
		{"An older man named Ivo said it was late.", "Ivo", "older man"},
		{"“It is late,” said Ana Orlo, an analyst with Orlo Securities Co. Meanwhile, prices rose.", "Ana Orlo", "analyst with Orlo Securities Co."},
		{"“It is late,” said Ana Orlo, an activist from the north Despite its promises, the council left.", "Ana Orlo", "activist from the north"},
		{"“It is late,” said Ana Orlo, member of a group that robbed a bank, after the trial.", "Ana Orlo", "member of a group"},
		{"“It is late,” said Ana Orlo, director of the Varn Museum in a statement.", "Ana Orlo", "director of the Varn Museum"},
		{"“It is late,” said Ana Orlo, director of the Varn Museum at a seminar in Norland.", "Ana Orlo", "director of the Varn Museum"},
		{"“It is late,” said Ana Orlo, director of the Varn Museum on the sidelines of the fair.", "Ana Orlo", "director of the Varn Museum"},
		{"“It is late,” said Ana Orlo, a speaker at the seminar.", "Ana Orlo", "speaker at the seminar"},
		{"“It is late,” said Ana Orlo, a senior fellow at the Center for Naval & Port Studies.", "Ana Orlo", "senior fellow at the Center for Naval & Port Studies"},
		{"“It is late,” said Ana Orlo, professor in law at Varn.", "Ana Orlo", "professor in law at Varn"},
		{"“It is late,” said Ana Orlo, director of sales at Orlo's.", "Ana Orlo", "director of sales at Orlo's"},
		{"Ivo Varga - a co-author of the study - has an idea. Varga said it was late.", "Ivo Varga", "co-author of the study"},
		{"Ivo Varga, the mayor of the town has left. Varga said it was late.", "Ivo Varga", "mayor of the town"},
		{"Ana Orlo, a scientist known as Velia's \"mother of wheat\", came. Orlo said it was late.", "Ana Orlo", "scientist"},
		{"Ana Orlo, head of sales at Varga and co-author of the report, said it was late.", "Ana Orlo", "head of sales at Varga and co-author of the report"},
		{"Ana Orlo, one of the party's leading policy voices, said it was late.", "Ana Orlo", "one of the party's leading policy voices"},
		{"Ana Orlo, leader of the staunchly anti-tax, anti-road Velian Party, said it was late.", "Ana Orlo", "leader"},
	} {
		checkRole(t, x.text, x.name, x.role)
	}
}

// TestRelayNames: a relay is called by the name of the agency or of whoever passes it on, and what is no relay is none.
func TestRelayNames(t *testing.T) {
	for _, x := range []struct{ text, via string }{
		{"“It is late,” Ana Orlo was quoted as saying by the official Velian News Agency.", "Velian News Agency"},
		{"“It is late,” Ana Orlo said, according to Velia's state news agency Reuters.", "Reuters"},
		{"Ana Orlo said it was late, Norway's state news agency Reuters reported.", "Reuters"},
		{"“It is late,” Norway's Daily Orlo newspaper quoted Ana Varga as saying.", "Daily Orlo"},
		{"“It is late,” a KTB delegate quoted Ana Orlo as saying.", "a KTB delegate"},
		{"“It is late,” Ana Orlo said, according to the Varn Alpine safety board.", "Varn Alpine safety board"},
		{"“It is late,” Ana Orlo said, commenting on a Reuters report.", ""},
		{"Five were found in the hall, Ana Orlo said, according to data released on Monday.", ""},
		{"The Guardian wrote on Monday that it was late. The paper quoted Ana Orlo as saying: “It is cold.”", "Guardian"},
		{"The Daily Orlo in Varn reported that it was late. It was cold, CNN said. The paper quoted Ana Orlo as saying: “It is cold.”", "Daily Orlo"},
		{"State-run Xinhua News Agency last week quoted Ana Orlo as saying that it was late.", "Xinhua News Agency"},
		{"“It is late,” the news agency Reuters quoted the Velian minister as saying.", "Reuters"},
		{"“It is late,” said an official in Varn, as reported by AFP news agency.", "AFP"},
	} {
		q := Extract(&articles.Article{Text: x.text})
		if len(q) == 0 || strings.Join(q[len(q)-1].Via, ", ") != x.via {
			t.Errorf("%q: got %+v, want %s", x.text, q, x.via)
		}
	}
}

// checkRole compares the speaker of the last quote of a text.
func checkRole(t *testing.T, text, name, role string) {
	t.Helper()
	q := Extract(&articles.Article{Text: text})
	if len(q) == 0 || q[len(q)-1].Speaker == nil {
		t.Errorf("%q: no speaker", text)
		return
	}
	if s := q[len(q)-1].Speaker; s.Name != name || s.Role != role {
		t.Errorf("%q: got %s, %q, want %s, %q", text, s.Name, s.Role, name, role)
	}
}
