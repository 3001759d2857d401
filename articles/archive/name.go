package archive

import (
	"errors"
	"path"
	"strings"
	"unicode/utf8"
)

// CheckName says why a member's name cannot have been given in good faith: it leads out of the archive, names a
// device of Windows, or holds what no name of a file holds.
func CheckName(name string) error {
	switch {
	case name == "":
		return errors.New("a member without a name")
	case len(name) > 4096:
		return errors.New("a member with a name of more than 4096 bytes")
	case strings.ContainsRune(name, 0):
		return errors.New("its name holds a NUL")
	case strings.HasPrefix(name, "/"), strings.HasPrefix(name, `\`), len(name) > 1 && name[1] == ':':
		return errors.New("its name leads out of the archive")
	}
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '/' || r == '\\' }) {
		if part == ".." {
			return errors.New("its name leads out of the archive")
		}
		if isDevice(part) {
			return errors.New("it is named like a device of Windows")
		}
	}
	return nil
}

// isDevice reports the names that Windows keeps for devices, with any extension.
func isDevice(part string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(strings.TrimRight(part, " .")), ".")
	switch stem = strings.TrimSpace(stem); stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	digit, isPort := strings.CutPrefix(stem, "COM")
	if !isPort {
		digit, isPort = strings.CutPrefix(stem, "LPT")
	}
	return isPort && utf8.RuneCountInString(digit) == 1 && strings.Contains("0123456789¹²³", digit)
}

// Furniture reports members that no person put there to be read: hidden entries, the leavings of operating systems,
// the owner files of Office.
func Furniture(name string) bool {
	for part := range strings.SplitSeq(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/") {
		switch {
		case part == "..":
			return false
		case len(part) > 1 && part[0] == '.', strings.HasPrefix(part, "~$"), part == "__MACOSX", part == "Thumbs.db", part == "desktop.ini":
			return true
		}
	}
	return false
}
