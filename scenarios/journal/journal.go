package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"xsell/scenarios/experiment"
	"xsell/scenarios/lock"
	"xsell/scenarios/results"
)

// Journal keeps the histories of one experiment that have ended. Its methods may be called by many goroutines.
type Journal struct {
	Note    func(text string) // tells what the user should know
	Earlier *About            // what was there; nil: nothing
	dir     string
	about   About
	lock    *lock.Lock
	ready   bool     // it is of this experiment
	made    []string // directories that were made for it, the outermost first

	sync.Mutex
	file   *os.File // nil: closed
	full   bool     // adding has failed: nothing more is
	length int64    // of all whole pieces
	kept   map[Key]place
	synced time.Time
}

// Key names a history.
type Key struct {
	Scenario    string
	Replication int
}

// place is where a piece stands in the file.
type place struct{ from, to int64 }

// Open locks the journal beside results, and finds what is in it: worlds that ended when the same experiment was stopped. The
// error is a *lock.Held where another process is at work there, a *Foreign where it is of another experiment.
func Open(dir string, about About, note func(string)) (*Journal, error) {
	j := &Journal{Note: note, dir: Beside(dir), about: about, kept: make(map[Key]place), synced: time.Now()}
	if err := j.take(); err != nil {
		return nil, err
	}
	if err := j.begin(dir); err != nil {
		return nil, errors.Join(err, j.Close())
	}
	return j, nil
}

// takes is how often a directory is made again that another process has removed, because it was done, before it was locked.
const takes = 20

// take makes the directory and locks it.
func (j *Journal) take() (err error) {
	for range takes {
		j.made = nil
		if err = j.make(); err != nil {
			return fmt.Errorf("cannot keep worlds in %s: %w", j.dir, err)
		}
		if j.lock, err = lock.Take(j.dir); !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	if err != nil {
		return errors.Join(err, j.unmake())
	}
	return nil
}

// make makes the directory and remembers which above it were not there.
func (j *Journal) make() error {
	for path := j.dir; ; path = filepath.Dir(path) {
		if _, err := os.Lstat(path); err == nil || path == filepath.Dir(path) {
			break
		}
		j.made = append([]string{path}, j.made...)
	}
	return os.MkdirAll(j.dir, folderMode)
}

// unmake removes the directories again that were made, as far as they are empty.
func (j *Journal) unmake() error {
	for i := len(j.made) - 1; i >= 0; i-- {
		if err := removeEmpty(j.made[i]); err != nil {
			return err
		}
	}
	return nil
}

// begin reads what is there and is ready for more.
func (j *Journal) begin(dir string) error {
	before, err := Read(dir)
	switch {
	case err == nil:
		if why := before.fits(j.about); why != "" {
			return &Foreign{j.dir, why, strings.Join(before.Command, " ")}
		}
		j.Earlier = &before
		for _, d := range before.Scenarios { // some of which may not be lived any more
			if j.about.fits(About{Tool: j.about.Tool, Seed: j.about.Seed, Scenarios: []Design{d}}) != "" {
				j.about.Scenarios = append(j.about.Scenarios, d)
			}
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	path := filepath.Join(j.dir, piecesFile)
	if j.file, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644); err != nil {
		return fmt.Errorf("cannot keep worlds in %s: %w", j.dir, err)
	}
	if err := j.scan(); err != nil {
		return err
	}
	j.ready = true
	return j.about.write(j.dir)
}

// Beyond says whether there are histories of worlds after so many: results of an experiment that was stopped do not hold
// them.
func (j *Journal) Beyond(worlds int) bool {
	j.Lock()
	defer j.Unlock()
	for key := range j.kept {
		if key.Replication >= worlds {
			return true
		}
	}
	return false
}

// Kept is how many histories are there.
func (j *Journal) Kept() int {
	j.Lock()
	defer j.Unlock()
	return len(j.kept)
}

// Has says whether a history is there.
func (j *Journal) Has(key Key) bool {
	j.Lock()
	defer j.Unlock()
	_, has := j.kept[key]
	return has
}

// Worlds counts the worlds of a plan of which all histories are there, and the histories.
func (j *Journal) Worlds(p experiment.Plan) (worlds, histories int) {
	names := p.Names()
	for r := range p.Replications {
		whole := true
		for _, name := range names {
			if j.Has(Key{name, p.Number(r)}) {
				histories++
			} else {
				whole = false
			}
		}
		if whole {
			worlds++
		}
	}
	return worlds, histories
}

// Close lets others in. A journal without histories is removed. Once closed it is another's, and to close it again does
// nothing.
func (j *Journal) Close() error {
	if j == nil {
		return nil
	}
	j.Lock()
	defer j.Unlock()
	if j.lock == nil {
		return nil
	}
	var failed []error
	if j.file != nil {
		if len(j.kept) > 0 {
			failed = append(failed, j.file.Sync())
		}
		failed = append(failed, j.file.Close())
		j.file = nil
	}
	if len(j.kept) == 0 && j.ready {
		failed = append(failed, j.drop())
	}
	failed = append(failed, j.lock.Release(), removeEmpty(j.dir), j.unmake())
	j.lock, j.ready = nil, false
	return errors.Join(failed...)
}

// Drop removes what was kept: results are safe.
func (j *Journal) Drop() error {
	if j == nil {
		return nil
	}
	j.Lock()
	clear(j.kept)
	j.Unlock()
	return j.Close()
}

// drop removes the files of the journal, and nothing else that may be there.
func (j *Journal) drop() error {
	return errors.Join(results.Discard(filepath.Join(j.dir, piecesFile)), results.Discard(filepath.Join(j.dir, aboutFile)))
}

func removeEmpty(dir string) error {
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		return nil
	}
	return os.Remove(dir)
}
