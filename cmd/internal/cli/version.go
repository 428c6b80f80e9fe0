package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

// Version of the tool. It stands in every manifest.
const Version = "0.1.0"

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Long:    "Print the version. The same version and seed give the same results to the last digit.",
		Example: "  xsell version",
		Args:    argued(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), "xsell", Version)
			return ours(err)
		},
	}
}
