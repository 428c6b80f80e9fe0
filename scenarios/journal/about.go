package journal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"xsell/scenarios/experiment"
	"xsell/scenarios/lock"
	"xsell/scenarios/results"
)

const (
	end        = ".unfinished" // behind the name of the results
	aboutFile  = "about.json"
	piecesFile = "histories"
	folderMode = 0o755
)

// About says what the experiment of a journal is.
type About struct {
	Tool      string   `json:"tool"`    // version and build of the program
	Command   []string `json:"command"` // that goes on with it, from the directory below
	Directory string   `json:"directory"`
	Seed      uint64   `json:"seed,string"`
	Scenarios []Design `json:"scenarios"`
	Base      int      `json:"base,omitempty"` // worlds of the results that are extended; 0: they are not extended
}

// Design is one scenario.
type Design struct {
	Name  string `json:"name"`
	Model string `json:"model"` // fingerprint of the compiled scenario with all constants
}

// Of is what a plan's experiment is, for a build of the program and the command that goes on with it.
func Of(p experiment.Plan, tool string, command []string) (About, error) {
	here, err := os.Getwd()
	if err != nil {
		return About{}, fmt.Errorf("cannot tell in which directory this is: %w", err)
	}
	a := About{Tool: tool, Command: command, Directory: here, Seed: p.Seed}
	for i, name := range p.Names() {
		a.Scenarios = append(a.Scenarios, Design{name, experiment.Fingerprint(p.Scenarios[i])})
	}
	return a, nil
}

// Beside is the directory of the journal of results, whether they are named as they are or by a link.
func Beside(dir string) string { return results.Real(dir) + end }

// Foreign says that a journal is of another experiment.
type Foreign struct{ Dir, Why, Command string }

func (f *Foreign) Error() string {
	return fmt.Sprintf("%s holds worlds of an experiment that was stopped, and %s; go on with that one by xsell resume %s (it was: %s), "+
		"or choose another --out, or remove %s to throw its worlds away",
		f.Dir, f.Why, strings.TrimSuffix(f.Dir, end), f.Command, f.Dir)
}

// Read says what the journal beside results is of; fs.ErrNotExist where there is none.
func Read(dir string) (About, error) {
	path := filepath.Join(Beside(dir), aboutFile)
	text, err := os.ReadFile(path)
	if err != nil {
		return About{}, err
	}
	var a About
	if err := json.Unmarshal(text, &a); err != nil {
		return About{}, fmt.Errorf("%s is damaged: %w; remove %s to begin again", path, err, Beside(dir))
	}
	return a, nil
}

// fits says why the worlds of a journal are not those of an experiment; "" where they are. Which scenarios are left and how
// many worlds are asked for is another matter.
func (a *About) fits(now About) string {
	if a.Tool != now.Tool {
		return fmt.Sprintf("another build of xsell lived them, %s, and this is %s", a.Tool, now.Tool)
	}
	if a.Seed != now.Seed {
		return fmt.Sprintf("their seed is %d and not %d", a.Seed, now.Seed)
	}
	for _, d := range now.Scenarios {
		i := slices.IndexFunc(a.Scenarios, func(x Design) bool { return x.Name == d.Name })
		if i < 0 {
			return fmt.Sprintf("%s is none of their scenarios", d.Name)
		}
		if a.Scenarios[i].Model != d.Model {
			return fmt.Sprintf("%s was another: an assignment, its file or a constant has changed", d.Name)
		}
	}
	return ""
}

// Occupied says whether the journal beside results belongs to somebody else: to a process at work, or to another
// experiment.
func Occupied(dir string, now About) (why string) {
	if _, err := os.Lstat(Beside(dir)); err != nil {
		return "" // if nothing can be there, whoever writes finds out
	}
	held, err := lock.By(Beside(dir))
	if err != nil {
		return err.Error()
	}
	if held != nil {
		return fmt.Sprintf("another process is at work for %s", dir)
	}
	a, err := Read(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ""
	case err != nil || a.fits(now) != "":
		return fmt.Sprintf("%s holds worlds of another experiment that was stopped (xsell resume %s goes on with it)", Beside(dir), dir)
	}
	return ""
}

// write notes what the journal is of.
func (a About) write(dir string) error {
	return results.Replace(filepath.Join(dir, aboutFile), func(to io.Writer) error {
		text, err := json.MarshalIndent(a, "", "  ")
		if err != nil {
			return err
		}
		_, err = to.Write(append(text, '\n'))
		return err
	})
}
