package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"xsell/reports"
	"xsell/scenarios/results"
	"xsell/scenarios/twins"
)

// usualTwins is how many worlds twins lives unless said otherwise: everybody in them is followed, so that a few tell much.
const usualTwins = 4

// twinned is what the flags of twins say.
type twinned struct {
	asked
	csv    string
	people bool
}

const twinsHelp = `Follow the same customers and sellers under two designs and say who is better
off and who worse: how many, by how much, by what they were before, and at which
week and by which event their two histories parted. Five pairs are told side by
side.

Both designs are lived in step in the same worlds. A person is the same under
both: same household or seller, same traits, same luck for every decision they
share. Who is there under one design only (joined or hired only there) is
counted beside the pairs, never dropped.

Better off overall means better in at least one outcome that matters to the
person and worse in none; no outcome is weighed against another. Intervals, 95 %,
are over worlds: persons of one world share it and are not independent.

Without --out nothing is written. With it, the directory holds the tables, the
pictures and a page, twins.html; report draws them again.`

func newTwins() *cobra.Command {
	a := &twinned{}
	command := &cobra.Command{
		Use:   "twins SCENARIO SCENARIO",
		Short: "Follow the same persons under two designs: who gains and who loses",
		Long:  twinsHelp,
		Example: `  xsell twins silo interlock
  xsell twins silo my-silo.toml --replications 10 --out out/twins
  xsell twins silo silo+fair-incentive --csv - --quiet`,
		Args:              argued(2, 2, "two scenarios"),
		ValidArgsFunction: completeScenarios,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.do(cmd, args) },
	}
	a.twinFlags(command)
	return command
}

func (a *twinned) twinFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.IntVar(&a.replications, "replications", usualTwins, "run this many `WORLDS`; more of them narrow the intervals")
	f.Uint64Var(&a.seed, "seed", usualSeed, "`NUMBER` where luck starts; the same seed repeats every result")
	f.IntVar(&a.weeks, "weeks", 0, "measure this many `WEEKS` after the warm-up (default: as the scenario says)")
	f.IntVar(&a.workers, "workers", 0, "use this many `PROCESSORS`, 0 for all; it never changes a result")
	f.StringVar(&a.out, "out", "", "put tables, pictures and page into `DIR`, new or empty (default: nothing is written)")
	f.BoolVar(&a.people, "pairs", false, "also write a row for every person and outcome of the first world; some 20 MB for 20,000 customers")
	f.StringVar(&a.csv, "csv", "", "write the shares as CSV to `FILE`, or with - in place of the answer")
	f.BoolVar(&a.quiet, "quiet", false, "no progress and no notes")
	f.BoolVar(&a.verify, "verify", false, "check that the books of every history balance")
	setFlag(cmd, &a.sets)
	jsonFlag(cmd)
}

// do finds everything that is wrong, then runs, writes and reports.
func (a *twinned) do(cmd *cobra.Command, names []string) error {
	plan, err := a.twinPlan(cmd, names)
	if err != nil {
		return err
	}
	f := a.following(cmd.ErrOrStderr())
	beyond(f.notes, plan.Scenarios)
	set, err := follow(cmd.Context(), f, &plan.Plan, plan.Histories(), func(ctx context.Context) (*results.TwinSet, error) {
		return twins.Run(ctx, plan)
	})
	if set == nil {
		return err
	}
	return errors.Join(err, a.present(cmd.OutOrStdout(), set))
}

// twinPlan loads the scenarios and checks everything that can be wrong, the places to write to included.
func (a *twinned) twinPlan(cmd *cobra.Command, names []string) (twins.Plan, error) {
	a.weeksGiven, a.outGiven, a.worldsGiven = cmd.Flags().Changed("weeks"), cmd.Flags().Changed("out"), true
	var wrong problems
	plan, more := a.plan(cmd.Name(), names)
	for _, p := range more {
		wrong.add(errors.New(p))
	}
	whole := twins.Plan{Plan: plan, People: a.people, Untold: a.out == "" && !given(cmd, "json")}
	if len(wrong) == 0 {
		wrong.add(twins.Check(whole))
		wrong.add(twinsFit(&whole, machineMemory()))
	}
	if a.people {
		whole.CommandLine = append(whole.CommandLine, "--pairs")
		if a.out == "" {
			wrong.add(errors.New("--pairs: the rows are a table of the results; say where with --out DIR"))
		}
	}
	if a.out != "" {
		wrong.add(results.Check(a.out))
	}
	if a.csv != "" && a.csv != "-" {
		wrong.add(freeFile(a.csv))
	}
	return whole, wrong.err()
}

// perTwin is what is kept of a household beside the tables of both its histories, and of who came after it [bytes].
const perTwin = 900

// twinsFit lets as many worlds be lived at a time as the machine has memory for, and refuses where that is none.
func twinsFit(p *twins.Plan, memory float64) error {
	m := p.Scenarios[0].Model
	world := 2*mostMemory(p.Plan) + float64(m.Size.Customers)*(1+m.Market.Vacant)*perTwin
	if world > memory {
		return tooLarge(world, memory, "fewer customers (--set run.customers=…)")
	}
	p.AtOnce = int(min(memory/world, float64(p.Threads())))
	return nil
}

// present writes what was asked for and prints the answer, or the CSV in its place.
func (a *twinned) present(out io.Writer, set *results.TwinSet) error {
	if a.out != "" {
		if err := results.WriteTwins(a.out, set); err != nil {
			return ours(err)
		}
	}
	if a.csv != "" && a.csv != "-" {
		if err := writeNew(a.csv, string(set.SharesCSV())); err != nil {
			return err
		}
	}
	switch {
	case a.csv == "-":
		if a.out != "" {
			if err := reports.RenderTwins(a.out); err != nil {
				return ours(err)
			}
		}
		_, err := out.Write(set.SharesCSV())
		return ours(err)
	case a.out != "":
		return presentTwins(out, a.out)
	}
	if screenOf(out).json {
		return inJSON(out, reports.TwinsDocument("", set))
	}
	return ours(reports.Twins(out, set, screenOf(out).terminal))
}

// presentTwins draws the page of twins that are on disk in dir, prints the answer and says where the page is.
func presentTwins(out io.Writer, dir string) error {
	set, err := results.ReadTwins(dir)
	if err != nil {
		return err
	}
	if err := reports.RenderTwins(dir); err != nil {
		return ours(fmt.Errorf("the results are in %s, but their page could not be drawn: %w", dir, err))
	}
	if screenOf(out).json {
		return inJSON(out, reports.TwinsDocument(dir, set))
	}
	if err := reports.Twins(out, set, screenOf(out).terminal); err != nil {
		return ours(err)
	}
	_, err = fmt.Fprintf(out, "\npage: %s\n", filepath.Join(dir, "twins.html"))
	return ours(err)
}
