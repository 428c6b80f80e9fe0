// Package checkpoint keeps the histories of an experiment in a folder while they are lived: those that ended, and of the
// others where they are. An experiment that was stopped, by Ctrl-C or by a power cut, goes on from there and comes to
// the same results to the last byte. It must not know what happens in a history.
package checkpoint

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"xsell/scenarios/experiment"
	"xsell/scenarios/lock"
	"xsell/scenarios/results"
	"xsell/sim"
)

const (
	runningEnd  = ".checkpoint" // of a history in progress
	finishedEnd = ".history"    // of one that ended
	folderMode  = 0o755
)

// Folder is where the histories of one experiment are kept.
type Folder struct {
	Dir    string
	Every  time.Duration     // between two checkpoints of a history, at least
	Resume bool              // go on with what is there
	Tool   string            // version and build of the program
	Note   func(text string) // tells what the user should know; called by many goroutines

	lock *lock.Lock // from Open to Close or Clear
}

// Open makes the folder, or looks at what is in it. Without Resume there must be no histories in it; with it, those of
// the plan must be of its scenarios and its luck. It tells how many ended and how many are in progress. Until Close or
// Clear no other process can open it.
func (d *Folder) Open(plan experiment.Plan) (ended, running int, err error) {
	if err := os.MkdirAll(d.Dir, folderMode); err != nil {
		return 0, 0, fmt.Errorf("cannot keep checkpoints in %s: %w", d.Dir, err)
	}
	if d.lock == nil {
		if d.lock, err = lock.Take(d.Dir); err != nil {
			return 0, 0, err
		}
	}
	ended, running, err = d.found(plan)
	if err != nil {
		err = errors.Join(err, d.Close())
	}
	return ended, running, err
}

// Close lets other processes in.
func (d *Folder) Close() error {
	if d == nil {
		return nil
	}
	err := d.lock.Release()
	d.lock = nil
	return err
}

// found looks at what is in the folder.
func (d *Folder) found(plan experiment.Plan) (ended, running int, err error) {
	if !d.Resume {
		return 0, 0, d.free()
	}
	for _, leg := range plan.Legs() {
		over, begun, err := d.look(leg)
		switch {
		case err != nil:
			return 0, 0, err // the others are of the same run
		case over:
			ended++
		case begun:
			running++
		}
	}
	return ended, running, nil
}

// look tells how far a history has come. Beside one that ended, what is left of it on its way counts for nothing,
// whatever it is: a power cut may have come just before it was dropped.
func (d *Folder) look(leg experiment.Leg) (over, begun bool, err error) {
	path := d.path(leg, finishedEnd)
	switch err := d.check(path, leg); {
	case err == nil:
		if err := results.Discard(d.path(leg, runningEnd)); err != nil {
			d.Note(fmt.Sprintf("cannot remove a checkpoint of a history that ended, so the run goes on with it there: %v", err))
		}
		return true, false, nil
	case !errors.Is(err, fs.ErrNotExist):
		return false, false, d.refused(path, err)
	}
	path = d.path(leg, runningEnd)
	switch err := d.check(path, leg); {
	case err == nil:
		return false, true, nil
	case !errors.Is(err, fs.ErrNotExist):
		return false, false, d.refused(path, err)
	}
	return false, false, nil
}

// free makes sure that there is nothing to overwrite.
func (d *Folder) free() error {
	found, err := os.ReadDir(d.Dir)
	if err != nil {
		return fmt.Errorf("cannot keep checkpoints in %s: %w", d.Dir, err)
	}
	for _, file := range found {
		if end := filepath.Ext(file.Name()); end == runningEnd || end == finishedEnd {
			return fmt.Errorf("%s holds checkpoints of an earlier run: go on with it by --resume, or name another directory", d.Dir)
		}
	}
	return results.Try(d.Dir)
}

// check reads the head of a file.
func (d *Folder) check(path string, leg experiment.Leg) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(sim.Own(f, d.Tool, leg.Model, leg.World), f.Close())
}

// refused says what is wrong with a file and what to do.
func (d *Folder) refused(path string, err error) error {
	advice := "remove it to live this history from its start again"
	var other *sim.Foreign
	if errors.As(err, &other) {
		advice = "go on with the same command and program as before, or name another --checkpoint directory"
	}
	return fmt.Errorf("cannot go on from %s: %w; %s", path, err, advice)
}

// path of a history's file: place and name of the scenario, number of the world.
func (d *Folder) path(leg experiment.Leg, end string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, leg.Scenario)
	return filepath.Join(d.Dir, fmt.Sprintf("%d-%.60s-%d%s", leg.Column+1, plain, leg.Replication, end))
}

// Clear removes what was kept of a plan, once its results are safe, and the folder if nothing else is in it.
func (d *Folder) Clear(plan experiment.Plan) error {
	var failed []error
	for _, leg := range plan.Legs() {
		for _, end := range []string{finishedEnd, runningEnd} {
			failed = append(failed, results.Discard(d.path(leg, end)))
		}
	}
	failed = append(failed, d.Close())
	if left, err := os.ReadDir(d.Dir); err == nil && len(left) == 0 {
		failed = append(failed, os.Remove(d.Dir))
	}
	return errors.Join(failed...)
}
