package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"xsell/reports"
	"xsell/scenarios/explain"
	"xsell/scenarios/results"
	"xsell/sim/metric"
)

// explained are the measures that explain speaks of unless it is told others.
var explained = []string{"profit_per_customer", "products_real", "churn", "trust"}

// Defaults of an explanation: every combination of levers is lived in every world, so worlds are few and small.
const (
	usualExplainWorlds = 10
	usualPairs         = 1
	fewCustomers       = 5_000 // from so many on only some of the markets are lived
)

// explaining is what the flags of explain say.
type explaining struct {
	asked
	measures, levers []string
	by               string
	markets, orders  int
	marketsGiven     bool
}

const explainHelp = `Say why two designs differ. The keys in which OTHER differs from BASE are grouped
into levers, such as handoffs, pay or the customer file. The designs between the
two, with some of the levers laid and others not, are lived in the same worlds,
and the difference is shared out among the levers: each gets what it adds, on
average over all orders in which the levers can be laid (Shapley's way). Shares
add up to the difference exactly; a lever that changes nothing gets exactly 0.
"Alone" is what a lever changes in BASE by itself, "last" what it adds when all
others are there already: where the two are far apart, levers need or hamper one
another, and the share is a fair split and not an effect of its own.

Up to 6 levers are laid in all combinations. With more, each world draws an order
of its own and its reverse, and from 10 worlds on the intervals hold that luck
too. With more than 12, edits are grouped coarser; where all would be one lever
and finer ones, 6 at most, can stand apart, finer. Levers that cannot stand
apart, such as a pay rule and the goal it names, are one, and a note says why.

To be quick, only as many markets are lived as hold 5,000 customers, with their
share of sellers; totals in euro are those of these markets. --markets 0 takes
all of them.`

func newExplain() *cobra.Command {
	e := &explaining{}
	command := &cobra.Command{
		Use:   "explain BASE OTHER",
		Short: "Say why two designs differ: which change brings how much",
		Long:  explainHelp + "\n\nMeasures: " + strings.Join(measureIDs(), ", ") + ".",
		Example: `  xsell explain silo interlock
  xsell explain silo my-silo.toml --measure profit_per_customer --by key
  xsell explain silo interlock --replications 40 \
    --lever "joint desk=organisation.handoff,organisation.teams"
  xsell explain interlock interlock+low-skill --out why`,
		Args:              argued(2, 2, "two scenarios"),
		ValidArgsFunction: completeScenarios,
		RunE:              func(cmd *cobra.Command, args []string) error { return e.do(cmd, args) },
	}
	e.flags(command)
	return command
}

func measureIDs() []string {
	ids := make([]string, len(metric.Measures))
	for m := range metric.Measures {
		ids[m] = metric.Measures[m].ID
	}
	return ids
}

func (e *explaining) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&e.measures, "measure", explained, "explain the difference in `MEASURE`; repeatable")
	f.StringVar(&e.by, "by", explain.ByGroup, "how fine levers are: `key`, entry, group or table")
	f.StringArrayVar(&e.levers, "lever", nil, "put keys into one lever, as `NAME=KEY,KEY`; a key stands for all below it; repeatable")
	f.IntVar(&e.replications, "replications", usualExplainWorlds, "live this many `WORLDS`; more of them narrow the intervals")
	f.IntVar(&e.markets, "markets", 0, "live only this many `MARKETS`, 0 for all (default: as many as hold 5,000 customers)")
	f.IntVar(&e.orders, "orders", usualPairs, "with more than 6 levers, draw this many `PAIRS` of orders in each world")
	f.Uint64Var(&e.seed, "seed", usualSeed, "`NUMBER` where luck starts; the same seed repeats every result")
	f.IntVar(&e.weeks, "weeks", 0, "measure this many `WEEKS` after the warm-up (default: as the scenario says)")
	f.IntVar(&e.workers, "workers", 0, "use this many `PROCESSORS`, 0 for all; it never changes a result")
	f.StringVar(&e.out, "out", "", "put the results into `DIR`, new or empty (default: out/why-NAMES-SEED)")
	f.BoolVar(&e.quiet, "quiet", false, "no progress and no notes")
	f.BoolVar(&e.verify, "verify", false, "check that the books of every history balance")
	setFlag(cmd, &e.sets)
	jsonFlag(cmd)
}

// do finds everything that is wrong, then runs, writes and reports.
func (e *explaining) do(cmd *cobra.Command, names []string) error {
	plan, where, err := e.explainPlan(cmd, names)
	if err != nil {
		return err
	}
	f := e.following(cmd.ErrOrStderr())
	e.announce(f.notes, plan, where)
	set, err := follow(cmd.Context(), f, &plan.Plan, plan.Histories(), func(ctx context.Context) (*results.ExplainSet, error) {
		return explain.Run(ctx, plan)
	})
	if set == nil {
		return err
	}
	if failure := results.WriteExplain(where.dir, set); failure != nil {
		return errors.Join(err, ours(failure))
	}
	return errors.Join(err, presentExplain(cmd.OutOrStdout(), where.dir))
}

// presentExplain draws the page of an explanation that is on disk in dir, prints its answer and says where the page is.
func presentExplain(out io.Writer, dir string) error {
	set, err := results.ReadExplain(dir)
	if err != nil {
		return err
	}
	if err := reports.RenderWhy(dir); err != nil {
		return ours(fmt.Errorf("the results are in %s, but their page could not be drawn: %w", dir, err))
	}
	s := screenOf(out)
	if s.json {
		return inJSON(out, reports.WhyDocument(dir, set))
	}
	if err := reports.Why(out, set, s.terminal); err != nil {
		return ours(err)
	}
	_, err = fmt.Fprintf(out, "\nreport: %s\n", filepath.Join(dir, "report.html"))
	return ours(err)
}
