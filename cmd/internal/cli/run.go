package cli

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/spf13/cobra"

	"xsell/scenarios"
	"xsell/scenarios/comparison"
	"xsell/scenarios/results"
)

func newRun() *cobra.Command {
	a := &asked{}
	run := &cobra.Command{
		Use:   "run SCENARIO",
		Short: "Run one scenario in many worlds",
		Long: `Run one scenario, built in or your own file, in many worlds that differ only in
luck, and print what happened on average with 95 % intervals. The results go to
a directory with tables, pictures and a report.

Ctrl-C stops the run and keeps the worlds that are complete (exit code 3). With
--checkpoint it keeps all that was lived, and --resume goes on from there.`,
		Example: `  xsell run silo
  xsell run my-silo.toml --replications 100 --seed 7
  xsell run silo --weeks 52 --out first-look \
    --set run.customers=5000 --set run.sellers=50 --set run.markets=5
  xsell run national-bank --checkpoint kept             # once more with --resume goes on`,
		Args:              argued(1, 1, "one scenario"),
		ValidArgsFunction: completeScenario,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.do(cmd, args) },
	}
	a.flags(run)
	jsonFlag(run)
	fullFlag(run)
	return run
}

// usualComparison is what compare does without arguments: units that sell alone,
// units that help one another, one unit that sells all.
var usualComparison = []string{"silo", "interlock", "group-retail"}

const compareHelp = `Run scenarios in the same worlds and print what each one changes against the
first. The same customers meet the same luck under every design, so differences
are those of the design; the interval says how sure they are. A change is called
one only where its 95 % interval keeps away from zero.

Behind a scenario's name may stand overlays, each after a +. Without arguments:
silo, interlock and group-retail. --set changes every scenario alike; to compare
a change, put it into a file of its own (see init) or into an overlay.

With --decide MEASURE every pair gets an interval, all of which hold at once, and
designs that cannot be ruled out as the best are named. With --smallest, the
smallest difference that matters, every pair gets a verdict: better, worse,
practically the same, breaks a guardrail, or undecided and about how many more
worlds it needs. With --looks and --budget worlds are run in batches until
nothing that counts is undecided. A file can say all of this, to be declared
before anything is run:

  [comparison]
  scenarios = ["silo", "interlock", "my-silo.toml"]
  [decision]
  measure = "profit_per_customer"
  smallest = "EUR 5 a year"
  budget = 200
  looks = 3
  [guardrail.leavers]
  measure = "churn"
  up-at-most = 0.5

--why and --who answer two more questions in the same report: which change of a
design brings how much of its difference from the base, as explain does, and who
of the same customers and sellers gains and who loses, as twins does. Both are
made anew for every design after the base, in the worlds and the size those
commands take, and stand in why/ and who/ within the results. In a file: why =
true and who = true under [comparison].`

func newCompare() *cobra.Command {
	a := &asked{}
	compare := &cobra.Command{
		Use:   "compare [BASE OTHER... | FILE]",
		Short: "Compare scenarios in the same worlds",
		Long:  compareHelp,
		Example: `  xsell compare
  xsell compare silo my-silo.toml
  xsell compare silo silo+low-skill     # an overlay: list names those built in
  xsell compare silo interlock --replications 100 \
    --set run.customers=5000 --set run.sellers=50 --set run.markets=5
  xsell compare silo silo               # the same design twice: exactly no difference
  xsell compare silo interlock --decide profit_per_customer --smallest "EUR 5" \
    --guardrail "churn up at most 0.5" --budget 120 --looks 3
  xsell compare silo interlock --why --who
  xsell compare my-comparison.toml`,
		Args:              argued(0, math.MaxInt, "scenarios"),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			names, err := a.compared(cmd, args)
			if err != nil {
				return err
			}
			return a.do(cmd, names)
		},
	}
	a.flags(compare)
	jsonFlag(compare)
	fullFlag(compare)
	a.deciding.flags(compare)
	a.deeper.flags(compare)
	return compare
}

// compared are the scenarios to compare: as they are named, those of a comparison file, or the usual ones.
func (a *asked) compared(cmd *cobra.Command, args []string) ([]string, error) {
	at := slices.IndexFunc(args, comparison.Is)
	switch {
	case at >= 0 && len(args) > 1:
		return nil, withHelp(cmd, fmt.Errorf("%s is a comparison, which names its scenarios itself: it stands alone", args[at]))
	case at >= 0:
		return a.read(cmd, args[at])
	case len(args) == 1 && results.Holds(args[0]):
		return nil, fmt.Errorf("%s holds results: xsell report %[1]s shows them", args[0])
	case len(args) == 1:
		if _, err := scenarios.Load(args[0], a.sets); err != nil {
			return nil, err
		}
		return nil, withHelp(cmd, errors.New("one scenario cannot be compared: name at least two, or use xsell run "+args[0]))
	case len(args) == 0:
		return usualComparison, nil
	}
	return args, nil
}
