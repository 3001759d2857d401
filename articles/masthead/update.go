package masthead

import "strings"

// updates are the words for a change of an article in the languages whose lines of publication are read, published those for its
// publication.
var (
	updates = []string{
		"update", "modified", "edited", "aktualisier", "geändert", "mis à jour", "mise à jour", "modifié", "actualizado", "actualización", "atualizado",
		"aggiornat", "güncelle", "yenilən", "обновлен", "изменен", "оновлено", "bijgewerkt", "zaktualizowano", "aktualizacja", "更新",
	}
	publications = []string{
		"created", "publish", "posted", "issued", "released", "veröffentlich", "erstellt", "publié", "publicado", "pubblicat", "publication",
		"giriş", "yayın", "dərc", "опубликован", "создан", "дата публикации", "опубліковано", "gepubliceerd", "opublikowano", "publikacja", "发布", "發布",
	}
)

// Update reports a line that says when an article was changed, and not when it was published.
func Update(line string) bool {
	if len(line) > shortLine {
		return false
	}
	line = strings.ToLower(line)
	return indexOf(line, updates) >= 0 && indexOf(line, publications) < 0
}

// updatedFirst reports that the first of two dates is the update: "Updated: 4 May 2024 | Created: 3 May 2024".
func updatedFirst(s string) bool {
	s = strings.ToLower(s)
	update := indexOf(s, updates)
	return update >= 0 && update < indexOf(s, publications)
}

// indexOf gives where the first of some words stands in s, -1 if none does.
func indexOf(s string, words []string) int {
	first := -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}

// published reports whether one of some lines says when an article was published.
func published(lines []line) bool {
	for _, l := range lines {
		if _, _, ok := publicationLine(l.text); ok && !Update(l.text) {
			return true
		}
	}
	return false
}
