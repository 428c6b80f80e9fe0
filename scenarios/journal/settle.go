package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"xsell/scenarios/results"
)

// Unspent says that a journal holds worlds that the results beside it do not.
type Unspent struct{ Dir, Why string }

func (u *Unspent) Error() string {
	return fmt.Sprintf("%s is complete, but %s beside it holds worlds that are not in it: %s; to go on with those, move the results away and resume again; "+
		"to throw them away, remove %s", strings.TrimSuffix(u.Dir, end), u.Dir, u.Why, u.Dir)
}

// Settle removes the journal beside results that are complete. A journal with worlds that these do not hold stays, and the
// error is an *Unspent; where another process is at work there it is a *lock.Held.
func Settle(dir string, m *results.Manifest) error {
	if _, err := os.Lstat(Beside(dir)); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	now := About{Seed: m.Seed}
	for _, s := range m.Scenarios {
		now.Scenarios = append(now.Scenarios, Design{s.Name, s.Model})
	}
	about, err := Read(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		about = now
	case err != nil:
		return err
	}
	now.Tool = about.Tool // another build may have written both
	if why := about.fits(now); why != "" {
		return &Unspent{Beside(dir), why}
	}
	j, err := Open(dir, about, nil)
	if err != nil {
		return err
	}
	if why := j.unspent(m); why != "" {
		return errors.Join(&Unspent{j.dir, why}, j.Close())
	}
	return j.Drop()
}

// unspent says which histories results of this journal's seed and scenarios do not hold; "" for none. A command that has
// come to its end needs none of those it lived ahead.
func (j *Journal) unspent(m *results.Manifest) string {
	if line := j.about.Command; len(line) >= len(m.Command) && len(m.Command) > 0 && slices.Equal(line[:len(m.Command)], m.Command) {
		return ""
	}
	j.Lock()
	defer j.Unlock()
	for key := range j.kept {
		if !slices.ContainsFunc(m.Scenarios, func(s results.Scenario) bool { return s.Name == key.Scenario }) {
			return fmt.Sprintf("they are of %s too", key.Scenario)
		}
		if key.Replication >= m.Finished {
			return fmt.Sprintf("there are more than %d", m.Finished)
		}
	}
	return ""
}

// Alone does something for results while nobody else is at work on them.
func Alone(dir string, do func() error) error {
	j := &Journal{dir: Beside(dir)}
	if err := j.take(); err != nil {
		return err
	}
	return errors.Join(do(), j.Close())
}
