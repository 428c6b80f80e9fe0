package cli

import (
	"fmt"
	"os"
	"path/filepath"
)

// outside says that results cannot be replaced as a whole by somebody who stands in them.
func outside(dir string) error {
	here, err := os.Getwd()
	if err != nil {
		return ours(err)
	}
	of, mine := os.Stat(dir)
	at, not := os.Stat(here)
	if mine != nil || not != nil || !os.SameFile(of, at) {
		return nil
	}
	return fmt.Errorf("%s is the directory you are in, and results are replaced as a whole: go one up, and name it: cd .. && xsell extend %s",
		dir, inShell([]string{filepath.Base(here)}))
}
