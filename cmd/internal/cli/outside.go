package cli

import (
	"fmt"
	"os"
	"path/filepath"
)

// outside says that results cannot be replaced as a whole by somebody who stands in them, or anywhere below.
func outside(dir string) error {
	here, err := os.Getwd()
	if err != nil {
		return ours(err)
	}
	physical, err := filepath.EvalSymlinks(here)
	if err != nil {
		return ours(err)
	}
	of, missing := os.Stat(dir)
	if missing != nil {
		return nil // whoever reads them says so
	}
	for at, up := physical, ".."; ; at, up = filepath.Dir(at), filepath.Join(up, "..") {
		if found, err := os.Stat(at); err == nil && os.SameFile(of, found) {
			is, way := "is the directory you are in", "go one up"
			if at != physical {
				is, way = "holds the directory you are in", "go up"
			}
			if physical != here { // there .. leads elsewhere in a shell
				up = filepath.Dir(at)
			}
			return fmt.Errorf("%s %s, and results are replaced as a whole: %s, and name it: %s && %s",
				dir, is, way, inShell([]string{"cd", up}), inShell([]string{"xsell", "extend", filepath.Base(at)}))
		}
		if filepath.Dir(at) == at {
			return nil
		}
	}
}
