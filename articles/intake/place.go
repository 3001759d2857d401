package intake

import (
	"os"
	"strings"
)

// File gives the file of a path as items and faults have it, "file#place": the longest beginning that exists, for names
// may hold a "#" too; where none does, what stands before the first "#".
func File(path string) string {
	for end := len(path); end > 0; end = strings.LastIndexByte(path[:end], '#') {
		if _, err := os.Stat(path[:end]); err == nil {
			return path[:end]
		}
	}
	file, _, _ := strings.Cut(path, "#")
	return file
}
