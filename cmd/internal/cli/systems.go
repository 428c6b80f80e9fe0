package cli

import (
	"github.com/spf13/cobra"

	"xsell/scenarios/evidence"
)

func newSystems() *cobra.Command {
	c := &claimed{}
	systems := &cobra.Command{
		Use:   "systems [NAME...]",
		Short: "Show what scenarios and overlays of the library must do beside their contrast",
		Long: `Live small firms and print for each scenario and overlay of the library what it
changes against its natural contrast, with a 95 % interval, and whether that is
what the system is there to show. Without arguments: all.

It is shown where the value, and all that must hold besides, lies within the
bounds but for a chance of one in a million by Student's t over worlds; where all lie within, but not so
surely, it is unsure: more --replications may show it. The exit code is 0
whatever the answer is. The columns of --csv are those of laws.`,
		Example: `  xsell systems --list
  xsell systems referral-culture
  xsell systems --csv systems.csv`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeSystem,
		RunE: func(cmd *cobra.Command, words []string) error {
			chosen, unknown := evidence.Builtin().ChooseSystems(words)
			return c.shapes(cmd, "system", chosen, unknown)
		},
	}
	c.flags(systems)
	return systems
}

func completeSystem(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return completeShape(evidence.Builtin().Systems, begun)
}
