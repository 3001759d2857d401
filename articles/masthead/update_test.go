package masthead

import "testing"

// TestUpdate: the day of publication comes before that of a change, whichever stands first.
func TestUpdate(t *testing.T) {
	const body = "\n\nThe gates of the upper dam were opened before the villages below it had been warned, the operator said.\n"
	for lines, want := range map[string]string{
		"Updated: 19 May 2031\nPublished: 17 May 2031":             "2031-05-17",
		"Published: 17 May 2031\nUpdated: 19 May 2031":             "2031-05-17",
		"Mis à jour le 19 mai 2031\nPublié le 17 mai 2031":         "2031-05-17",
		"Son Güncelleme: 19 Mayıs 2031\nYayınlanma: 17 Mayıs 2031": "2031-05-17",
		"Aktualisiert: 19. Mai 2031 Veröffentlicht: 17. Mai 2031":  "2031-05-17",
		"Обновлено: 19 мая 2031 Опубликовано: 17 мая 2031":         "2031-05-17",
		"Updated: 19 May 2031": "2031-05-19",
	} {
		if got := Read("Gates open above Selk\n\n" + lines + body).Date.String(); got != want {
			t.Errorf("%q: %s, want %s", lines, got, want)
		}
	}
	for line, want := range map[string]bool{
		"Last updated 19 May 2031": true, "Published and updated 19 May 2031": false, "19 May 2031": false, "Дата публикации: 19 мая 2031": false,
	} {
		if Update(line) != want {
			t.Errorf("%q: an update is %v", line, !want)
		}
	}
}
