package date

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"quotidian/assets/lexicon"
)

// shortMonths are forms that stand in feeds and beside numbers only, January first.
const shortMonths = "янв фев мар апр май июн июл авг сен окт ноя дек"

var months = sync.OnceValue(func() map[string]time.Month {
	m := map[string]time.Month{}
	for i, form := range strings.Fields(shortMonths) {
		m[form] = time.Month(i + 1)
	}
	for _, f := range lexicon.Lines("common/months.tsv") {
		n, err := strconv.Atoi(f[0])
		if err != nil {
			panic("internal error: months: " + f[0])
		}
		for _, form := range strings.Fields(f[1]) {
			m[form] = time.Month(n)
		}
	}
	return m
})

// yearWords stand behind a year.
var yearWords = map[string]bool{"г": true, "года": true, "год": true, "р": true, "року": true}

// englishWeekdays count as part of a date wherever they stand in its line.
var englishWeekdays = func() map[string]bool {
	m := map[string]bool{}
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		m[name], m[name[:3]] = true, true
	}
	m["tues"], m["thur"], m["thurs"] = true, true, true
	return m
}()

// weekdayForms are the days of the week, Sunday first, in German, French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish,
// Azerbaijani, Russian (with the two shortenings of feeds), Ukrainian, Chinese, Japanese and Korean. A name of two words
// (Azerbaijani "çərşənbə axşamı", Tuesday) is left out.
var weekdayForms = [...]string{
	"sonntag so dimanche dim domingo dom domenica zondag zo niedziela pazar bazar воскресенье вс вск неділя 星期日 星期天 日曜日 일요일",
	"montag mo lundi lun lunes lunedì segunda-feira segunda maandag ma poniedziałek pazartesi понедельник пн пнд понеділок 星期一 月曜日 월요일",
	"dienstag di mardi mar martes martedì terça-feira terça dinsdag wtorek salı вторник вт втр вівторок 星期二 火曜日 화요일",
	"mittwoch mi mercredi mer miércoles mié mercoledì quarta-feira quarta woensdag wo środa çarşamba çərşənbə среда ср срд середа 星期三 水曜日 수요일",
	"donnerstag do jeudi jeu jueves jue giovedì quinta-feira quinta donderdag czwartek perşembe четверг чт чтв четвер 星期四 木曜日 목요일",
	"freitag fr vendredi ven viernes vie venerdì sexta-feira sexta vrijdag vr piątek cuma cümə пятница пт птн п'ятниця 星期五 金曜日 금요일",
	"samstag sonnabend sa samedi sam sábado sáb sabato zaterdag za sobota cumartesi şənbə суббота сб сбт субота 星期六 土曜日 토요일",
}

var weekdays = sync.OnceValue(func() map[string]time.Weekday {
	m := map[string]time.Weekday{}
	for d, forms := range weekdayForms {
		for _, form := range strings.Fields(forms) {
			m[form] = time.Weekday(d)
		}
	}
	return m
})
