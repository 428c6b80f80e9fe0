package cli

import (
	"github.com/spf13/cobra"

	"xsell/scenarios/results"
)

func newReport() *cobra.Command {
	return &cobra.Command{
		Use:   "report DIR",
		Short: "Draw the report of earlier results again",
		Long: `Draw the pictures and the report of a results directory again and print its
table and its answer; those of risk, facts and twins too. Nothing is run: the tables
on disk are all it needs, and they are checked against the hash in their manifest.`,
		Example:           "  xsell report out/silo-interlock-20260101",
		Args:              argued(1, 1, "one directory"),
		ValidArgsFunction: completeDirectory,
		RunE: func(cmd *cobra.Command, args []string) error {
			if results.HoldsRisk(args[0]) {
				return againRisk(cmd.OutOrStdout(), args[0])
			}
			if results.HoldsFacts(args[0]) {
				return presentFacts(cmd.OutOrStdout(), args[0])
			}
			if results.HoldsTwins(args[0]) {
				return presentTwins(cmd.OutOrStdout(), args[0])
			}
			set, err := results.Read(args[0])
			if err != nil {
				return err
			}
			return present(cmd.OutOrStdout(), args[0], set)
		},
	}
}
