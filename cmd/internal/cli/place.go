package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"xsell/scenarios/results"
)

const (
	usualPlace  = "out"
	longestName = 60 // letters of the scenarios' names in a directory's name
)

// place is where results go.
type place struct {
	dir   string
	usual bool   // not named by the user
	note  string // what the user should know about it; "" for nothing
}

// placeFor returns the directory named with --out or one with a name of its own.
func (a *asked) placeFor(scenarioNames []string) place {
	if a.out != "" {
		return place{dir: a.out}
	}
	usual := filepath.Join(usualPlace, fmt.Sprintf("%s-%d", dirName(scenarioNames), a.seed))
	dir, why := usual, a.unfree(usual)
	first := why
	for number := 2; why != ""; number++ {
		dir = fmt.Sprintf("%s-%d", usual, number)
		why = a.unfree(dir)
	}
	p := place{dir: dir, usual: true}
	if dir != usual {
		p.note = fmt.Sprintf("%s; this one goes to %s", first, dir)
	}
	return p
}

// unfree says why results cannot go to a directory; "" where they can.
func (a *asked) unfree(dir string) string {
	switch {
	case taken(dir):
		return dir + " holds an earlier run"
	case a.occupied != nil:
		return a.occupied(dir)
	}
	return ""
}

// taken says whether there is anything that results could overwrite.
func taken(dir string) bool {
	if _, err := os.Lstat(dir); err != nil {
		return false
	}
	entries, err := os.ReadDir(dir)
	return err != nil || len(entries) > 0
}

// dirName joins names with what any file system allows.
func dirName(scenarioNames []string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, strings.Join(scenarioNames, "-"))
	letters := []rune(plain)
	return string(letters[:min(len(letters), longestName)])
}

// write puts the results there. Where another run has taken a usual place
// meanwhile, the next free one is used.
func (a *asked) write(p place, scenarioNames []string, set *results.Set) (place, error) {
	err := results.Write(p.dir, set)
	if err == nil || !p.usual || !taken(p.dir) {
		return p, ours(err)
	}
	p = a.placeFor(scenarioNames)
	return p, ours(results.Write(p.dir, set))
}
