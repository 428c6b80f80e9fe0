package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"xsell/reports"
	"xsell/reports/document"
	"xsell/scenarios"
)

func newList() *cobra.Command {
	command := &cobra.Command{
		Use:   "list",
		Short: "List the built-in scenarios and overlays",
		Long: `List the built-in scenarios with what they are, then the overlays. Most scenarios
change one thing in another scenario, their base; an overlay is changes that go
over any scenario, as in silo+low-skill. show prints both.`,
		Example: "  xsell list",
		Args:    argued(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if out := cmd.OutOrStdout(); screenOf(out).json {
				return inJSON(out, libraryDocument())
			}
			return ours(list(cmd.OutOrStdout()))
		},
	}
	jsonFlag(command)
	return command
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
	l := reports.Listing{Wraps: []int{1}}
	for _, s := range list {
		l.Rows = append(l.Rows, []string{s.Name + " ", s.Summary})
	}
	return reports.List(out, l, screenOf(out).terminal)
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
			if out := cmd.OutOrStdout(); screenOf(out).json {
				return inJSON(out, document.Text{Schema: document.ScenarioSchema, Name: args[0], Resolved: resolved || len(sets) > 0, Sets: sets, TOML: text})
			}
			_, err = io.WriteString(cmd.OutOrStdout(), text)
			return ours(err)
		},
	}
	jsonFlag(show)
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
	var names []cobra.Completion
	for _, k := range document.Kinds {
		names = append(names, cobra.CompletionWithDesc(k.Name, k.Title))
	}
	return &cobra.Command{
		Use:   "schema [DOCUMENT]",
		Short: "Print the JSON Schema of scenario files, or of what --json prints",
		Long: `Print the JSON Schema of scenario files. Editors that know TOML (taplo, Even
Better TOML) use it to complete keys and to show what each one means.

With the name of a document, print the schema of what --json prints: ` + strings.Join(kindNames(), ", ") + `.`,
		Example: `  xsell schema > xsell.schema.json
  # then, as the first line of a scenario:
  #:schema ./xsell.schema.json
  xsell schema comparison               # of xsell compare --json`,
		Args:      argued(0, 1, "at most one name of a document"),
		ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := schemaOf(args)
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(text)
			return ours(err)
		},
	}
}

func kindNames() (names []string) {
	for _, k := range document.Kinds {
		names = append(names, k.Name)
	}
	return names
}

// schemaOf is the schema of scenario files, or of a document by its name.
func schemaOf(args []string) ([]byte, error) {
	if len(args) == 0 {
		text, err := scenarios.Schema()
		return text, ours(err)
	}
	at := slices.Index(kindNames(), args[0])
	if at < 0 {
		return nil, fmt.Errorf("there is no document %q: name one of %s", args[0], strings.Join(kindNames(), ", "))
	}
	text, err := document.Kinds[at].Schema()
	return text, ours(err)
}
