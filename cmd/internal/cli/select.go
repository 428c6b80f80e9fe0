package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/spf13/cobra"

	"xsell/scenarios/comparison"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/scenarios/selection"
	"xsell/scenarios/words"
	"xsell/sim/metric"
)

const selectHelp = `Find the best of several scenarios in one measure with as few worlds as it takes.
All are run in the same worlds; one that is surely behind another, or ahead of it by
less than matters, is dropped and not run any further (Kim and Nelson's procedure).

--delta is the smallest difference that matters, in the unit of the measure. There is
no usual one: it is yours to say. The smaller it is, the more worlds it takes; half of
it takes about four times as many.

The best is selected with the confidence asked for, if it leads every other scenario
by --delta or more and means over worlds are about normal. Skewed measures are taken
in means of 5 worlds. Where others are as good as the best within --delta, one of
these is selected as a rule; that is not proved for every case.

Rare things are beyond it. Where scenarios differ by one and the same amount, such as
0, in most of the first worlds, nothing is selected, and it says so; use compare. And
what happens in few worlds on top of everyday differences may be in none of those run.

The results hold the usual tables and pictures of the worlds that all scenarios share,
and in selection.csv who was dropped, when and by whom. To learn how much designs
differ, and about guardrails, use compare.

Ctrl-C keeps all worlds that ended; the same command goes on with them. Where the
budget ends it, or nothing can be selected, the results say so and the exit code is 0;
a script reads selection.settled of --json.`

// selecting is what the flags of select say.
type selecting struct {
	asked
	rule  selection.Rule
	about metric.Measure
}

func newSelect() *cobra.Command {
	s := &selecting{}
	cmd := &cobra.Command{
		Use:   "select SCENARIO OTHER...",
		Short: "Find the best of several scenarios with few worlds",
		Long:  selectHelp,
		Example: `  xsell select silo interlock group-retail --decide profit_per_customer --delta "EUR 5"
  xsell select silo silo+low-skill sales-quota --decide churn --delta 0.2 --budget 300`,
		Args:              argued(2, math.MaxInt, "at least two scenarios"),
		ValidArgsFunction: completeScenarios,
		RunE:              func(cmd *cobra.Command, args []string) error { return s.do(cmd, args) },
	}
	f := cmd.Flags()
	f.StringVar(&s.measure, "decide", "", "select in this `MEASURE`, such as profit_per_customer")
	f.StringVar(&s.smallest, "delta", "", "smallest `DIFFERENCE` that matters, in the measure's unit")
	f.StringVar(&s.confidence, "confidence", "95 %", "how sure to be that the best is selected, as a `SHARE`")
	f.IntVar(&s.budget, "budget", 0, "most `WORLDS` (default: as many as it takes)")
	f.Uint64Var(&s.seed, "seed", usualSeed, "`NUMBER` where luck starts; the same seed repeats every result")
	f.IntVar(&s.weeks, "weeks", 0, "measure this many `WEEKS` after the warm-up (default: as the scenario says)")
	f.IntVar(&s.workers, "workers", 0, "use this many `PROCESSORS`, 0 for all; it never changes a result")
	f.StringVar(&s.out, "out", "", "put the results into `DIR`, new or empty (default: out/NAMES-SEED)")
	f.BoolVar(&s.quiet, "quiet", false, "no progress and no notes")
	f.BoolVar(&s.verify, "verify", false, "check that the books balance in every history")
	setFlag(cmd, &s.sets)
	jsonFlag(cmd)
	fullFlag(cmd)
	return cmd
}

// do finds everything that is wrong, then selects, writes and reports.
func (s *selecting) do(cmd *cobra.Command, names []string) (err error) {
	j, err := s.prepare(cmd, names)
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
	ctx, release := onInterrupt(cmd.Context(), j.notes, "stopping: worlds that ended are kept; once more stops at once")
	defer release()
	if err := j.open(nil); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ours(j.kept.Close())) }()
	set, err := s.sift(ctx, j)
	if err != nil {
		return err
	}
	if j.place, err = j.write(j.place, j.names, set); err != nil {
		return err
	}
	if err := ours(j.kept.Drop()); err != nil {
		return err
	}
	return present(j.out, j.place.dir, set)
}

// sift lives the worlds it takes.
func (s *selecting) sift(ctx context.Context, j *job) (*results.Set, error) {
	x := &experiment.Sifting{Plan: j.plan, Measure: &s.about, Race: selection.NewRace(s.rule), Most: s.budget, Told: tell(j)}
	err := x.Run(ctx)
	var interrupted *experiment.Interrupted
	if errors.As(err, &interrupted) {
		return nil, halt{interrupted, fmt.Sprintf("interrupted after %s: what ended is kept, and the same command goes on with it", worldsLived(x.Race.Worlds))}
	}
	if err != nil {
		return nil, err
	}
	better := results.More
	if s.rule.Less {
		better = results.Less
	}
	return x.Set(results.Selection{Measure: s.measure, Better: better, Asked: s.smallest, Delta: s.rule.Delta, Confidence: 1 - s.rule.Alpha, Budget: s.budget}), nil
}

// tell says who is dropped, and how far the selection is.
func tell(j *job) func(*selection.Race) {
	names := j.plan.Names()
	gone, often := make([]bool, len(names)), 20
	return func(r *selection.Race) {
		for i := range names {
			if fate, dropped := r.Fate(i); dropped && !gone[i] {
				gone[i] = true
				fmt.Fprintf(j.notes, "after %s: %s is dropped, behind %s by %.3g with a margin of %.3g\n", worldsLived(r.Worlds), names[i], names[fate.By], fate.Behind, fate.Margin)
			}
		}
		if r.Worlds%often == 0 && !r.Over() {
			fmt.Fprintf(j.notes, "%s, %d of %d scenarios are left; it may take up to %s, or what --budget says\n", worldsLived(r.Worlds), len(r.Left()), len(names), worldsLived(max(r.Most, selection.FirstStage*r.Batch)))
		}
	}
}

func worldsLived(n int) string {
	if n == 1 {
		return "1 world"
	}
	return fmt.Sprintf("%d worlds", n)
}

// prepare checks everything that can be wrong, the directory included.
func (s *selecting) prepare(cmd *cobra.Command, names []string) (*job, error) {
	s.weeksGiven, s.outGiven = cmd.Flags().Changed("weeks"), cmd.Flags().Changed("out")
	s.replications, s.worldsGiven = selection.FirstStage, true
	plan, wrong := s.plan("select", names)
	wrong.add(s.declare(len(names)))
	plan.CommandLine = s.repeat(names)
	j := &job{asked: &s.asked, plan: plan, out: cmd.OutOrStdout(), notes: cmd.ErrOrStderr()}
	if s.quiet {
		j.notes = io.Discard
	}
	if len(wrong) == 0 {
		for _, x := range plan.Scenarios {
			j.names = append(j.names, x.Name)
		}
		wrong.add(j.introduce())
	}
	j.place = s.placeFor(j.names)
	if j.drawn = j.undrawn(len(wrong)); j.drawn == nil {
		wrong.add(results.Check(j.place.dir))
	}
	return j, wrong.err()
}

// declare turns the flags into a rule between so many designs.
func (s *selecting) declare(designs int) error {
	var wrong []error
	if s.measure == "" {
		wrong = append(wrong, errors.New("--decide: name the measure to select in, such as profit_per_customer"))
	}
	if s.smallest == "" {
		wrong = append(wrong, errors.New("--delta: say which difference matters, in the unit of the measure, such as \"EUR 5\": designs that differ by less are as good as one another, "+
			"and to tell them apart would take worlds without end; there is no usual value, for it is what you would act on"))
	}
	if s.budget < 0 || s.budget > mostReplications || s.budget > 0 && s.budget < selection.FirstStage {
		wrong = append(wrong, fmt.Errorf("--budget %d: it must be from %d, which the first stage takes, to %d", s.budget, selection.FirstStage, mostReplications))
	}
	if len(wrong) > 0 {
		return errors.Join(wrong...)
	}
	var share words.Share
	if err := share.UnmarshalTOML(comparison.Amount(s.confidence)); err != nil {
		return fmt.Errorf("--confidence: %w", err)
	}
	asked := comparison.Asked{Measure: s.measure, Smallest: comparison.Amount(s.smallest), Confidence: float64(share)}
	made, faults := asked.Declare(designs)
	for _, f := range faults {
		flag := flagOf(f.Keys)
		if flag == "--smallest" {
			flag = "--delta"
		}
		wrong = append(wrong, fmt.Errorf("%s: %s", flag, f.Message))
	}
	if len(wrong) > 0 {
		return errors.Join(wrong...)
	}
	s.rule = selection.Rule{Designs: designs, Delta: made.Smallest.Value, Alpha: 1 - made.Confidence, Less: !made.Measure.More}
	about, _ := metric.ByID(s.measure)
	s.about = *about
	return s.possible(made)
}

// possible refuses what the procedure cannot do.
func (s *selecting) possible(made *comparison.Decision) error {
	switch {
	case made.Smallest.OfBase:
		return fmt.Errorf("--delta: found %q, but what matters must be known before anything is run, and the base is not: write an amount in %s", s.smallest, unitWords(s.about.Unit))
	case made.Measure.Whole > 0:
		return fmt.Errorf("--decide: %s happens in a world or it does not, and select needs a measure that is about normal over worlds; use compare with --decide and --looks", s.measure)
	}
	if err := s.rule.Check(); err != nil {
		return fmt.Errorf("--confidence: %w", err)
	}
	return nil
}
