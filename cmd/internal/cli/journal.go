package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"xsell/scenarios/checkpoint"
	"xsell/scenarios/experiment"
	"xsell/scenarios/journal"
	"xsell/scenarios/lock"
	"xsell/scenarios/results"
)

// introduce says what the experiment is, so that its journal can be told from others; results without a place of their own
// then keep away from those of others.
func (j *job) introduce() error {
	tool, err := thisProgram()
	if err != nil {
		return ours(err)
	}
	if j.about, err = journal.Of(j.plan, tool, nil); err != nil {
		return ours(err)
	}
	j.occupied = func(dir string) string { return journal.Occupied(dir, j.about) }
	return nil
}

// open opens the journal beside the results and lets the plan's histories be kept there. With --checkpoint they are kept in
// that directory.
func (j *job) open(folder *checkpoint.Folder) (err error) {
	if folder != nil {
		return nil
	}
	j.about.Command = j.again()
	j.kept, err = journal.Open(j.place.dir, j.about, func(text string) { fmt.Fprintln(j.notes, "\n"+text) })
	if err != nil {
		return unopened(err)
	}
	mended, err := results.Mend(j.place.dir)
	if err != nil {
		return ours(errors.Join(err, j.kept.Close()))
	}
	if mended && j.before == nil { // there are results now where there were none
		if err := results.Check(j.place.dir); err != nil {
			return errors.Join(err, j.kept.Close())
		}
	}
	fresh := j.fresh()
	if worlds, histories := j.kept.Worlds(fresh); histories > 0 {
		fmt.Fprintf(j.notes, "going on: %d of %d worlds were there (%d of %d histories)\n", worlds, fresh.Replications, histories, fresh.Histories())
	}
	j.plan.Live = j.kept.Live
	return nil
}

// unopened is the error of a journal that cannot be used. Only that others are at work there, or that it holds something
// else, is for the user to change; anything else is a failure of the machine.
func unopened(err error) error {
	var held *lock.Held
	var foreign *journal.Foreign
	var unspent *journal.Unspent
	if err == nil || errors.As(err, &held) || errors.As(err, &foreign) || errors.As(err, &unspent) {
		return err
	}
	return ours(err)
}

// fresh is the part of the plan that is not in results yet.
func (j *job) fresh() experiment.Plan {
	p := j.plan
	if j.before != nil {
		p.FirstReplication = p.Number(j.before.Manifest.Finished)
		p.Replications -= j.before.Manifest.Finished
	}
	return p
}

// undrawn are complete results of this very command, where it was stopped while their report was drawn.
func (j *job) undrawn(wrong int) *results.Set {
	if wrong > 0 || j.place.usual {
		return nil
	}
	set, err := results.Read(j.place.dir)
	if err != nil || set.Manifest.Finished < set.Manifest.Asked || !slices.Equal(set.Manifest.Command, j.plan.CommandLine) ||
		reported(j.place.dir) && len(set.Manifest.Lacking(j.place.dir)) == 0 {
		return nil
	}
	return set
}

// reported says whether a directory holds a report.
func reported(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, "report.html"))
	return err == nil
}

// draw ends what was stopped while the report was drawn, or while what stands within the results was lived.
func (j *job) draw(ctx context.Context) error {
	if err := journal.Settle(j.place.dir, &j.drawn.Manifest); err != nil {
		return unopened(err)
	}
	missing := "the report was missing"
	if lacking := j.drawn.Manifest.Lacking(j.place.dir); len(lacking) > 0 {
		missing = "missing are " + strings.Join(lacking, ", ")
	}
	fmt.Fprintf(j.notes, "going on: all worlds were there; %s\n", missing)
	err := j.deepen(ctx)
	return errors.Join(err, present(j.out, j.place.dir, j.drawn))
}

// again is the command that goes on with this one: the same, to the same place.
func (j *job) again() []string {
	if j.before != nil {
		return j.extendAgain()
	}
	return append(slices.Concat(j.plan.CommandLine, []string{"--out", j.place.dir}), j.aside()...)
}

// extendAgain is the command that goes on with an extension.
func (j *job) extendAgain() []string {
	line := append([]string{"xsell", "extend", j.place.dir}, j.deeper.repeat()...)
	if len(j.until) == 0 {
		return append(append(line, "--replications", strconv.Itoa(j.plan.Replications)), j.aside()...)
	}
	for _, u := range j.until {
		line = append(line, "--until", u)
	}
	return append(append(line, "--budget", strconv.Itoa(j.budget)), j.aside()...)
}

// aside are the flags that change no result.
func (j *job) aside() (line []string) {
	if j.verify {
		line = append(line, "--verify")
	}
	if j.workers > 0 {
		line = append(line, "--workers", strconv.Itoa(j.workers))
	}
	return line
}

// safe drops the journal: results are on disk. After an interrupt it stays if it holds histories that the results do not.
func (j *job) safe(set *results.Set, err error) error {
	if j.kept == nil {
		return err
	}
	var interrupted *experiment.Interrupted
	if errors.As(err, &interrupted) {
		err = cut{interrupted, j.place.dir}
		if j.kept.Beyond(set.Manifest.Finished) {
			return err
		}
	}
	if failure := j.kept.Drop(); failure != nil {
		fmt.Fprintf(j.notes, "%s could not be removed: %v\n", journal.Beside(j.place.dir), failure)
	}
	return err
}

// cut is an interrupt after which the results can be extended.
type cut struct {
	*experiment.Interrupted
	dir string
}

func (c cut) Error() string {
	return fmt.Sprintf("%v; xsell extend %s --replications %d goes on", c.Interrupted, c.dir, c.Asked)
}

func (c cut) Unwrap() error { return c.Interrupted }

// without is an interrupt before there are results, of which histories are kept.
type without struct {
	*experiment.Interrupted
	histories int
}

func (w without) Error() string {
	histories := "the one history"
	if w.histories > 1 {
		histories = fmt.Sprintf("the %d histories", w.histories)
	}
	return fmt.Sprintf("%v; the same command goes on with %s that ended", w.Interrupted, histories)
}

func (w without) Unwrap() error { return w.Interrupted }

// noResults is the error of a run that left none.
func (j *job) noResults(err error) error {
	var interrupted *experiment.Interrupted
	if j.kept != nil && errors.As(err, &interrupted) && j.kept.Kept() > 0 {
		return without{interrupted, j.kept.Kept()}
	}
	return err
}
