package cli

import (
	"io"

	"github.com/spf13/cobra"

	"xsell/reports"
	"xsell/scenarios/results"
)

func newReport() *cobra.Command {
	var images bool
	cmd := &cobra.Command{
		Use:   "report DIR",
		Short: "Draw the report of earlier results again",
		Long: `Draw the pictures and the report of a results directory again and print its
answer; those of risk, facts, explain and twins too. --full prints all measures as
well. Nothing is run: the tables on disk are all it needs, and they are checked against
the hash in their manifest.

Pictures are SVG files, which every browser and office program can show; --png
draws them as images too.`,
		Example: `  xsell report out/silo-interlock-20260101
  xsell report out/silo-interlock-20260101 --full --png
  xsell report out/silo-interlock-20260101 --json | jq .answer`,
		Args:              argued(1, 1, "one directory"),
		ValidArgsFunction: completeDirectory,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := again(cmd.OutOrStdout(), args[0]); err != nil || !images {
				return err
			}
			if results.HoldsTwins(args[0]) {
				return ours(reports.TwinsPictures(args[0]))
			}
			return ours(reports.Pictures(args[0]))
		},
	}
	jsonFlag(cmd)
	fullFlag(cmd)
	cmd.Flags().BoolVar(&images, "png", false, "also draw the pictures of plots/ as PNG files")
	return cmd
}

// again draws and prints what a directory holds, whatever kind of results it is.
func again(out io.Writer, dir string) error {
	if results.HoldsRisk(dir) {
		return againRisk(out, dir)
	}
	if results.HoldsFacts(dir) {
		return presentFacts(out, dir)
	}
	if results.HoldsExplain(dir) {
		return presentExplain(out, dir)
	}
	if results.HoldsTwins(dir) {
		return presentTwins(out, dir)
	}
	set, err := readResults(dir)
	if err != nil {
		return err
	}
	return present(out, dir, set)
}
