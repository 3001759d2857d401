package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"quotidian/articles/intake"
	"quotidian/assets"
	"quotidian/dossier"
)

// samplePath is where the sample dossier lies: beside other things that can be made again.
func samplePath() (string, error) {
	cache, err := os.UserCacheDir()
	return filepath.Join(cache, "quotidian", "sample.dossier"), err
}

// firstStart reports whether nobody has used the program here yet: there is neither a dossier of the person's own in
// the usual place nor a sample.
func firstStart() bool {
	own, err := homeDossier()
	sample, err2 := samplePath()
	return errors.Join(err, err2) == nil && missing(own) && missing(sample)
}

func missing(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, os.ErrNotExist)
}

// openSample opens the sample dossier, making it from the articles that ship in the program where it is missing.
func openSample() (*dossier.Dossier, error) {
	path, err := samplePath()
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(filepath.Dir(path), "articles")
	if missing(dir) {
		if err := os.CopyFS(dir, assets.Sample); err != nil {
			return nil, err
		}
	}
	d, err := open(path)
	if err != nil || !d.Writable() {
		return d, err
	}
	ctx := context.Background()
	if _, err := d.Add(ctx, intake.Read(ctx, []string{dir}, intake.Options{}), nil); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}
