package cli

import (
	"errors"
	"math"

	"github.com/spf13/cobra"
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
	return run
}

// usualComparison is what compare does without arguments: units that sell alone,
// units that help one another, one unit that sells all.
var usualComparison = []string{"silo", "interlock", "group-retail"}

func newCompare() *cobra.Command {
	a := &asked{}
	compare := &cobra.Command{
		Use:   "compare [BASE OTHER...]",
		Short: "Compare scenarios in the same worlds",
		Long: `Run scenarios in the same worlds and print what each one changes against the
first. The same customers meet the same luck under every design, so differences
are those of the design; the interval says how sure they are. A change is called
one only where its 95 % interval keeps away from zero.

Behind a scenario's name may stand overlays, each after a +. Without arguments:
silo, interlock and group-retail. --set changes every scenario alike; to compare
a change, put it into a file of its own (see init) or into an overlay.`,
		Example: `  xsell compare
  xsell compare silo my-silo.toml
  xsell compare silo silo+low-skill     # an overlay: list names those built in
  xsell compare silo interlock --replications 100 \
    --set run.customers=5000 --set run.sellers=50 --set run.markets=5
  xsell compare silo silo               # the same design twice: exactly no difference`,
		Args:              argued(0, math.MaxInt, "scenarios"),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return withHelp(cmd, errors.New("one scenario cannot be compared: name at least two, or use xsell run "+args[0]))
			}
			if len(args) == 0 {
				args = usualComparison
			}
			return a.do(cmd, args)
		},
	}
	a.flags(compare)
	return compare
}
