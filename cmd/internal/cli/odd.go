package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"xsell/cmd/internal/odd"
	"xsell/scenarios"
)

func newODD() *cobra.Command {
	var file string
	var sets []string
	description := &cobra.Command{
		Use:   "odd SCENARIO",
		Short: "Describe the model for one scenario, by the ODD+D protocol",
		Long: `Print the description of the model with all values of one scenario: who is in it,
what happens in a week, every equation, the products, units, handoffs, pay plans
with their curves in words, goals, controls, dated changes, the constants of
behaviour with their sources, and what is measured from which counters. It is
the page docs/ODD.md, in Markdown, with the tables of your scenario.`,
		Example: `  xsell odd silo
  xsell odd my-silo.toml -o model.md
  xsell odd sales-quota --set targets.pressure=0`,
		Args:              argued(1, 1, "one scenario"),
		ValidArgsFunction: completeScenario,
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := scenarios.Load(args[0], sets)
			if err != nil {
				return err
			}
			text, err := odd.Text(s)
			if err != nil {
				return ours(err)
			}
			return deliver(cmd.OutOrStdout(), file, text)
		},
	}
	description.Flags().StringVarP(&file, "out", "o", "", "write to `FILE`, which must not exist, in place of the terminal")
	setFlag(description, &sets)
	return description
}

// deliver prints a text, or writes it to a new file and says so.
func deliver(out io.Writer, file, text string) error {
	if file == "" {
		_, err := io.WriteString(out, text)
		return ours(err)
	}
	if err := writeNew(file, text); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "%s written\n", file)
	return ours(err)
}
