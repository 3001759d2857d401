package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"quotidian/assets"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"quotidian": main})
}

// TestScripts runs the very program as a person would type it. Each script starts in an empty folder that holds
// the sample articles under sample/.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("QUOTIDIAN_WHO", "Mirela")
			return copySample(env.WorkDir)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"damage": damage, "edit": edit},
	})
}

// damage changes one byte of a file: "damage FILE OFFSET".
func damage(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	raw, err := os.ReadFile(path)
	ts.Check(err)
	at, err := strconv.Atoi(args[1])
	ts.Check(err)
	raw[at] ^= 0x10
	ts.Check(os.WriteFile(path, raw, 0o600))
}

func copySample(dir string) error {
	return fs.WalkDir(assets.Sample, "sample", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(path))
		if d.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		raw, err := assets.Sample.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, raw, 0o644)
	})
}
