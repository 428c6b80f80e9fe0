package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
)

// extending is what the flags of extend say.
type extending struct {
	asked
	more        int
	total       int // worlds when all is done; with --until at most
	replicating bool
}

const extendHelp = `Add worlds to the results of run or compare, and make everything that follows from
all worlds anew. No world is lived twice: the results are those of one command with
so many worlds from the start, to the last byte.

A decision is different in one thing. Its verdicts have been seen, and to look again
at more worlds is another chance to be wrong. So the next look has half of the error
of the last one, its intervals are a little wider, and the report says how sure all
looks are together. Looks that were planned with --looks are paid for already.

--why and --who add to a comparison what compare makes of them: why each design differs
from the base, and who gains and loses. Without a number of worlds they are all that is
added. What is there already stays as it is.

Results of another version, whose scenarios or luck are not the same in this one, are
refused; the last world is lived again to make sure.

Ctrl-C, or a machine that goes down, leaves the results as they were and keeps the new
worlds that ended: the same command goes on with them.`

func newExtend() *cobra.Command {
	x := &extending{}
	extend := &cobra.Command{
		Use:   "extend DIR",
		Short: "Add worlds to results",
		Long:  extendHelp,
		Example: `  xsell extend out/silo-interlock-20260101 --replications 60      # 60 in all
  xsell extend out/silo-interlock-20260101 --more 30
  xsell extend out/silo-interlock-20260101 --why --who
  xsell extend out/which-5 --until "half-width=2 % of the base" --budget 400`,
		Args:              argued(1, 1, "one directory"),
		ValidArgsFunction: completeDirectory,
		RunE:              func(cmd *cobra.Command, args []string) error { return x.do(cmd, args[0]) },
	}
	f := extend.Flags()
	f.IntVar(&x.replications, "replications", 0, "have this many `WORLDS` in all")
	f.IntVar(&x.more, "more", 0, "add this many `WORLDS`")
	f.StringArrayVar(&x.until, "until", nil, "add worlds until every difference is so `PRECISE`, as in compare, or --budget ends it; repeatable")
	f.IntVar(&x.budget, "budget", 0, "most `WORLDS` in all, with --until")
	x.deeper.flags(extend)
	f.IntVar(&x.workers, "workers", 0, "use this many `PROCESSORS`, 0 for all; it never changes a result")
	f.BoolVar(&x.quiet, "quiet", false, "no progress and no notes")
	f.BoolVar(&x.verify, "verify", false, "check that the books of the new worlds balance")
	jsonFlag(extend)
	fullFlag(extend)
	return extend
}

// do finds everything that is wrong, then lives the new worlds, writes and reports.
func (x *extending) do(cmd *cobra.Command, dir string) error {
	set, err := x.read(dir)
	if err != nil {
		return err
	}
	given := cmd.Flags().Changed
	if given("replications") && x.replications == set.Manifest.Finished && !reported(dir) {
		return finish(cmd, dir, set, &x.asked) // stopped while the report was drawn
	}
	if err := outside(dir); err != nil {
		return err
	}
	if err := x.deepenMore(set, dir); err != nil {
		return err
	}
	if len(x.deeper.kinds()) > 0 && !given("replications") && !given("more") && !given("until") {
		return x.deepenAlone(cmd, dir, set)
	}
	j, wrong := x.prepare(cmd, dir, set)
	if len(wrong) > 0 {
		return wrong.err()
	}
	return j.extend(cmd, x)
}

// read returns the results, if they are some that can grow.
func (x *extending) read(dir string) (*results.Set, error) {
	if results.HoldsRisk(dir) || results.HoldsFacts(dir) {
		return nil, fmt.Errorf("%s holds no results of run or compare: only those can be extended; run the command again with more --replications", dir)
	}
	set, err := readResults(dir)
	switch {
	case err != nil:
		return nil, err
	case set.Manifest.Selection != nil:
		return nil, fmt.Errorf("%s is a selection, which ends when it knows the best: it cannot be extended; select again with a smaller --delta or a larger --budget", dir)
	case set.Manifest.Tool != Version:
		return nil, fmt.Errorf("%s was made with version %s of xsell, and this is version %s: new worlds would not go with the old ones; %s",
			dir, set.Manifest.Tool, Version, set.Manifest.Anew())
	}
	return set, nil
}

// extend lives the new worlds and puts all in the place of what was there.
func (j *job) extend(cmd *cobra.Command, x *extending) (err error) {
	ctx, release := onInterrupt(cmd.Context(), j.notes, "stopping: new worlds that ended are kept; once more stops at once")
	defer release()
	if err := j.open(nil); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ours(j.kept.Close())) }()
	if err := j.asRead(); err != nil {
		return err
	}
	if done := j.kept.Earlier; done != nil && done.Base > 0 && done.Base < j.before.Manifest.Finished {
		fmt.Fprintf(j.notes, "%s was extended to %d worlds before the program was stopped: there is nothing to go on with\n", j.place.dir, j.before.Manifest.Finished)
		return errors.Join(ours(j.kept.Drop()), present(j.out, j.place.dir, j.before))
	}
	if err := experiment.SameHistories(ctx, j.plan, j.before); err != nil {
		return j.unextended(err)
	}
	set, err := j.live(ctx)
	if err != nil {
		return j.unextended(err)
	}
	set.Manifest.Grown = append(slices.Clone(j.before.Manifest.Grown), j.before.Manifest.Finished)
	if j.decision == nil {
		set.Manifest.Command = withReplications(set.Manifest.Command, set.Manifest.Finished)
	}
	if err := results.Overwrite(j.place.dir, set); err != nil {
		return ours(err)
	}
	if err := ours(j.kept.Drop()); err != nil {
		return err
	}
	if err := errors.Join(j.deepen(cmd.Context()), present(j.out, j.place.dir, set)); err != nil {
		return err
	}
	j.plan.Replications = set.Manifest.Finished - j.before.Manifest.Finished
	return j.remarks(cmd, set)
}

// asRead makes sure that the results are those that were read before nobody else could be at work on them.
func (j *job) asRead() error {
	hash, err := results.NotedHash(j.place.dir)
	if err != nil {
		return err
	}
	if hash != j.before.Manifest.ResultsHash {
		return fmt.Errorf("%s has been changed by another command while this one began, most likely by another extend: nothing was done; look at it, and give the command again", j.place.dir)
	}
	return nil
}

// further lives worlds beyond those that are there.
func (j *job) further(ctx context.Context) (*results.Set, error) {
	finished := j.before.Manifest.Finished
	if len(j.until) > 0 {
		next := j.decision.Further(finished, j.decision.Precisions(j.before.Values))
		return j.precisely(ctx, max(next, finished+1))
	}
	total := j.plan.Replications
	set, err := experiment.RunAhead(ctx, j.plan, total, j.before, func(experiment.Outcomes) int { return total })
	if err != nil || j.decision == nil {
		return set, err
	}
	return j.judged(set, []int{total}), nil
}

// unextended is the error of an extension that left the results as they were.
func (j *job) unextended(err error) error {
	var interrupted *experiment.Interrupted
	if !errors.As(err, &interrupted) {
		return err
	}
	if j.verify {
		j.books.Reset()
	}
	kept := "the same command begins again"
	if n := j.kept.Kept(); n > 0 {
		kept = fmt.Sprintf("%d histories that ended are kept, and the same command goes on with them", n)
	}
	return halt{interrupted, fmt.Sprintf("interrupted: %s is as it was, with %d worlds; %s", j.place.dir, j.before.Manifest.Finished, kept)}
}

// halt is an interrupt with a sentence of its own.
type halt struct {
	*experiment.Interrupted
	sentence string
}

func (h halt) Error() string { return h.sentence }

func (h halt) Unwrap() error { return h.Interrupted }
