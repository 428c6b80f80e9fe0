package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"

	"github.com/spf13/cobra"

	"xsell/reports"
	"xsell/scenarios/results"
	"xsell/scenarios/risk"
)

// usualRisk is what risk does without arguments: hardly any misconduct, and a lot.
var usualRisk = []string{"silo", "sales-quota"}

// usualYears are the horizons unless said otherwise [years].
var usualYears = []int{5, 10}

// riskAsked is what the flags of risk say.
type riskAsked struct {
	asked
	years []int
	csv   string
}

const riskHelp = `Print how likely hidden misconduct is to become public within some years, and
what the first bill then costs, with 95 % intervals and with the differences
from the first scenario in the same worlds. Without arguments: silo and
sales-quota.

Disclosure is rare: of plain histories nearly all would say nothing. Here every
history is lived without chance disclosures and notes at each close how likely
one would have been and what its bill would have been. Until the first one the
path is the same, so that a history holds the whole distribution of the first
disclosure; the last lines say how many plain histories that is worth. Dates in
[timeline] that disclose still do, and count.

The first bill is fine and remedy for every account opened silently before the
first disclosure, in euro of any year (not discounted); it is nothing where no
disclosure comes. Percentile and shortfalls are over all cases, those without a
bill included. It leaves out all that follows: customers and trust that are
lost, later disclosures and their bills, remedies paid before. "From first
offence to the middle of payment" counts disclosures within the horizon only, and
so less than it would be with more time.

Without --out nothing is written. With it, the directory holds the tables, two
pictures and a page; report draws them again.`

func newRisk() *cobra.Command {
	a := &riskAsked{}
	command := &cobra.Command{
		Use:   "risk [SCENARIO...]",
		Short: "Measure the risk that hidden misconduct becomes public, and its first bill",
		Long:  riskHelp,
		Example: `  xsell risk
  xsell risk silo my-silo.toml --years 3,5,10 --replications 100
  xsell risk sales-quota --csv - --quiet
  xsell risk --out out/risk --set environment.regulator=2`,
		Args:              argued(0, math.MaxInt, "scenarios"),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = usualRisk
			}
			return a.do(cmd, args)
		},
	}
	a.riskFlags(command)
	jsonFlag(command)
	return command
}

func (a *riskAsked) riskFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.IntSliceVar(&a.years, "years", usualYears, "horizons in `YEARS`, the shortest first; histories are as long as the last")
	f.IntVar(&a.replications, "replications", usualReplications, "run this many `WORLDS`; more of them narrow the intervals")
	f.Uint64Var(&a.seed, "seed", usualSeed, "`NUMBER` where luck starts; the same seed repeats every result")
	f.IntVar(&a.workers, "workers", 0, "use this many `PROCESSORS`, 0 for all; it never changes a result")
	f.StringVar(&a.out, "out", "", "put tables and pictures into `DIR`, new or empty (default: nothing is written)")
	f.StringVar(&a.csv, "csv", "", "write the estimates as CSV to `FILE`, or with - in place of the table")
	f.BoolVar(&a.quiet, "quiet", false, "no progress and no notes")
	f.BoolVar(&a.verify, "verify", false, "check that the books of every history balance")
	setFlag(cmd, &a.sets)
}

// do finds everything that is wrong, then runs, writes and reports.
func (a *riskAsked) do(cmd *cobra.Command, names []string) error {
	plan, err := a.riskPlan(cmd, names)
	if err != nil {
		return err
	}
	f := a.following(cmd.ErrOrStderr())
	beyond(f.notes, plan.Scenarios)
	set, err := follow(cmd.Context(), f, &plan.Plan, plan.Histories(), func(ctx context.Context) (*results.RiskSet, error) {
		return risk.Run(ctx, plan)
	})
	if set == nil {
		return err
	}
	return errors.Join(err, a.present(cmd.OutOrStdout(), set))
}

// present writes what was asked for and prints the table, or the CSV in its place.
func (a *riskAsked) present(out io.Writer, set *results.RiskSet) error {
	if a.out != "" {
		if err := results.WriteRisk(a.out, set); err != nil {
			return ours(err)
		}
		if err := reports.RenderRisk(a.out); err != nil {
			return ours(fmt.Errorf("the results are in %s, but their page could not be drawn: %w", a.out, err))
		}
	}
	if a.csv == "-" {
		_, err := out.Write(set.EstimatesCSV())
		return ours(err)
	}
	if a.csv != "" {
		if err := writeNew(a.csv, string(set.EstimatesCSV())); err != nil {
			return err
		}
	}
	return presentRisk(out, a.out, set)
}

// againRisk draws the page of an earlier analysis again and prints its table.
func againRisk(out io.Writer, dir string) error {
	set, err := results.ReadRisk(dir)
	if err != nil {
		return err
	}
	if err := reports.RenderRisk(dir); err != nil {
		return ours(fmt.Errorf("the page could not be drawn: %w", err))
	}
	return presentRisk(out, dir, set)
}

// presentRisk prints an analysis that is kept in dir, or nowhere.
func presentRisk(out io.Writer, dir string, set *results.RiskSet) error {
	s := screenOf(out)
	if s.json {
		return inJSON(out, reports.RiskDocument(dir, set))
	}
	if err := reports.RiskTable(out, set, s.terminal); err != nil || dir == "" {
		return ours(err)
	}
	_, err := fmt.Fprintf(out, "\nreport: %s\n", filepath.Join(dir, "report.html"))
	return ours(err)
}
