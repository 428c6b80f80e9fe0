package cli

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"xsell/scenarios"
)

func newList() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the built-in scenarios and overlays",
		Long: `List the built-in scenarios with what they are, then the overlays. Most scenarios
change one thing in another scenario, their base; an overlay is changes that go
over any scenario, as in silo+low-skill. show prints both.`,
		Example: "  xsell list",
		Args:    argued(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return ours(list(cmd.OutOrStdout()))
		},
	}
}

func list(out io.Writer) error {
	if err := entries(out, scenarios.Library()); err != nil {
		return err
	}
	if _, err := io.WriteString(out, "\nOverlays, to lay over any scenario, as in silo+low-skill:\n\n"); err != nil {
		return err
	}
	return entries(out, scenarios.Overlays())
}

// entries writes a row for each name.
func entries(out io.Writer, list []scenarios.Entry) error {
	table := tabwriter.NewWriter(out, 0, 0, 3, ' ', 0)
	for _, s := range list {
		if _, err := fmt.Fprintf(table, "%s\t%s\n", s.Name, s.Summary); err != nil {
			return err
		}
	}
	return table.Flush()
}

func newShow() *cobra.Command {
	var resolved bool
	var sets []string
	show := &cobra.Command{
		Use:   "show SCENARIO",
		Short: "Print a scenario",
		Long: `Print a built-in scenario or overlay as it is written, with its comments and
sources. With --resolved, print everything a run would use: the base merged in,
overlays and --set laid over it. That works for your own files too.`,
		Example: `  xsell show interlock
  xsell show silo+low-skill --resolved
  xsell show my-silo.toml --resolved
  xsell show silo --resolved --set run.customers=5000 --set run.sellers=50 --set run.markets=5`,
		Args:              argued(1, 1, "one scenario"),
		ValidArgsFunction: completeShown,
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := shown(args[0], sets, resolved || len(sets) > 0)
			if err != nil {
				return err
			}
			_, err = io.WriteString(cmd.OutOrStdout(), text)
			return ours(err)
		},
	}
	show.Flags().BoolVar(&resolved, "resolved", false, "merge the base in and print all that a run would use")
	setFlag(show, &sets)
	return show
}

func shown(name string, sets []string, resolved bool) (string, error) {
	if !resolved {
		return scenarios.Text(name)
	}
	s, err := scenarios.Load(name, sets)
	if err != nil {
		return "", err
	}
	return scenarios.Resolved(s), nil
}

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of scenario files",
		Long: `Print the JSON Schema of scenario files. Editors that know TOML (taplo, Even
Better TOML) use it to complete keys and to show what each one means.`,
		Example: `  xsell schema > xsell.schema.json
  # then, as the first line of a scenario:
  #:schema ./xsell.schema.json`,
		Args: argued(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			schema, err := scenarios.Schema()
			if err != nil {
				return ours(err)
			}
			_, err = cmd.OutOrStdout().Write(schema)
			return ours(err)
		},
	}
}
