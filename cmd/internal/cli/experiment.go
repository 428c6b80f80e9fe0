package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"xsell/scenarios/experiment"
	"xsell/scenarios/journal"
	"xsell/scenarios/panel"
	"xsell/scenarios/results"
)

// job is one call of run or compare.
type job struct {
	*asked
	plan   experiment.Plan
	names  []string // of the scenarios, for the directory
	place  place
	about  journal.About // what the experiment is, for its journal
	kept   *journal.Journal
	drawn  *results.Set // results of this very command, which was stopped before there was a report; nil: none
	before *results.Set // results that are extended; nil: none
	inner  []inner      // what is to stand within the results
	out    io.Writer
	notes  io.Writer     // progress and remarks
	took   time.Duration // by the runs
	meter  *meter        // what was lived in that time
	books  bytes.Buffer  // the ledgers, where books are verified: shown after the answer
}

// do finds everything that is wrong, then runs, writes and reports.
func (a *asked) do(cmd *cobra.Command, scenarioNames []string) error {
	j, err := a.prepare(cmd, scenarioNames)
	if err != nil {
		return err
	}
	if j.drawn != nil {
		return j.draw(cmd.Context())
	}
	if j.place.note != "" {
		fmt.Fprintln(j.notes, j.place.note)
	}
	beyond(j.notes, j.plan.Scenarios)
	set, err := j.run(cmd)
	if set == nil {
		return err
	}
	if err == nil {
		err = j.deepen(cmd.Context())
	}
	if failure := present(j.out, j.place.dir, set); failure != nil {
		return errors.Join(err, failure)
	}
	if err != nil {
		return err
	}
	return j.remarks(cmd, set)
}

// prepare checks everything that can be wrong, the directory included.
func (a *asked) prepare(cmd *cobra.Command, scenarioNames []string) (*job, error) {
	a.weeksGiven, a.outGiven = cmd.Flags().Changed("weeks"), cmd.Flags().Changed("out")
	a.worldsGiven = a.worldsGiven || cmd.Flags().Changed("replications")
	a.panels.notice(cmd)
	a.keeping.notice(cmd)
	undecided := a.declareUnlessRead(cmd, len(scenarioNames))
	plan, wrong := a.plan(cmd.Name(), scenarioNames)
	wrong.add(undecided)
	j := &job{asked: a, plan: plan, out: cmd.OutOrStdout(), notes: cmd.ErrOrStderr()}
	if a.quiet {
		j.notes = io.Discard
	}
	if len(wrong) == 0 {
		for _, s := range plan.Scenarios {
			j.names = append(j.names, s.Name)
		}
		wrong.add(j.introduce())
		within, err := j.within()
		wrong.add(err)
		j.inner = within
	}
	if a.file != "" {
		j.names = []string{bareName(a.file)}
	}
	j.place = a.placeFor(j.names)
	if j.drawn = j.undrawn(len(wrong)); j.drawn == nil {
		wrong.add(results.Check(j.place.dir))
	}
	wrong.add(a.checkKeeping(j.place.dir))
	return j, wrong.err()
}

// run returns results that are on disk, or nil. An interrupted run has both
// results and an error.
func (j *job) run(cmd *cobra.Command) (set *results.Set, err error) {
	ctx, release := onInterrupt(cmd.Context(), j.notes, j.keeping.stopping())
	defer release()
	folder, err := j.folder()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, ours(folder.Close())) }()
	if err := j.open(folder); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, ours(j.kept.Close())) }()
	recorder, failure := j.record()
	if failure != nil {
		return nil, failure
	}
	defer func() { err = errors.Join(err, ours(recorder.Close())) }()
	set, err = j.live(ctx)
	set, err = j.afterKeeping(folder, set, err)
	if set == nil {
		_, failure := aside(j.out, cmd.ErrOrStderr()).Write(j.books.Bytes()) // there is no answer to wait for
		return nil, errors.Join(j.noResults(err), ours(failure))
	}
	if set.Attached, failure = recorder.Join(len(j.plan.Scenarios), set.Manifest.Finished); failure != nil {
		err = errors.Join(err, ours(fmt.Errorf("%w\nthe results of the experiment are kept without it", failure)))
	}
	place, failure := j.write(j.place, j.names, set)
	if failure != nil {
		return nil, errors.Join(err, failure)
	}
	j.place = place
	clearKept(folder, j.plan, j.notes)
	return set, j.safe(set, err)
}

// live does the plan.
func (j *job) live(ctx context.Context) (*results.Set, error) {
	j.meter = newMeter(j.fresh(), time.Now)
	j.plan.Lived = j.meter.add
	switch {
	case j.quiet:
	case j.meter.big():
		j.meter.on(j.notes)
	default:
		j.plan.Progress = progress(j.notes, j.plan.Histories())
	}
	keeper := bookkeeper{out: &j.books}
	j.plan.Ledger = keeper.print
	defer spareMemory(j.plan)()
	started := time.Now()
	set, err := j.histories(ctx)
	err = errors.Join(err, keeper.err)
	j.took = time.Since(started)
	if err != nil {
		fmt.Fprintln(j.notes) // leaves the line of the unfinished bar
	}
	if set != nil {
		set.Manifest.Deeper = j.kinds()
	}
	return set, err
}

// record lets a recorder of panels watch the runs. Without panels it watches nothing.
func (j *job) record() (*panel.Recorder, error) {
	if len(j.panels.kinds) == 0 {
		return &panel.Recorder{}, nil
	}
	recorder, err := panel.NewRecorder(j.panels.order(), j.place.dir)
	if err != nil {
		return nil, ours(fmt.Errorf("cannot write the panels: %w", err))
	}
	j.plan.Watch = recorder.Watch
	return recorder, nil
}

// remarks says what only matters now: whether the books balance, the digest of the histories, and the speed.
func (j *job) remarks(cmd *cobra.Command, set *results.Set) error {
	if j.verify {
		out := aside(j.out, cmd.ErrOrStderr())
		if _, err := fmt.Fprintf(out, "\n%s", j.books.Bytes()); err != nil {
			return ours(err)
		}
		if err := balanced(out, j.plan.Histories(), set.Manifest.Histories); err != nil {
			return err
		}
	}
	fmt.Fprintf(j.notes, "%d histories in %s on %d workers: %.1f ns per customer-week\n",
		j.plan.Histories(), duration(j.took), j.plan.Threads(), float64(j.took.Nanoseconds())/float64(max(j.meter.lived-j.meter.earlier, 1)))
	return nil
}
