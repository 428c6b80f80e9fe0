package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"xsell/reports"
	"xsell/scenarios/evidence"
	"xsell/scenarios/results"
)

// factual is what the flags of facts say.
type factual struct {
	claimed
	role, out string
	files     []string
	outGiven  bool
}

func newFacts() *cobra.Command {
	f := &factual{}
	facts := &cobra.Command{
		Use:   "facts [ID...]",
		Short: "Hold the model against published figures",
		Long: `Hold the model against published figures: live the firms that each one is about
and print the model's value with its 95 % interval beside the tolerance. CAL are
figures that the model was set to, CHK figures that it was not, BOUND loose ones
that only say what is plausible. Without ids: all.
An id also names those that begin with it and a -: R1 means R1-two and R1-three.
A fact is met where the value lies within the tolerance. The exit code is 0
whatever the verdicts are: missed facts are an answer and not an error.

With --file, facts of your own are looked at too, written like the built-in ones:

  [fact.my-churn]
  role = "CHK"
  title = "churn"
  text = "Between 5 and 15 % of customers leave in a year."
  scenario = "silo"
  value = 'firm.measure("churn")'
  low = 5
  high = 15

The columns of --csv are id, role, value, low, high, target_low, target_high,
verdict; an open end of a tolerance is empty.`,
		Example: `  xsell facts --list
  xsell facts --role CAL
  xsell facts R1 R7 --replications 20 --csv -
  xsell facts --file mine.toml --out out/facts`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeFact,
		RunE:              func(cmd *cobra.Command, args []string) error { return f.do(cmd, args) },
	}
	f.flags(facts)
	facts.Flags().StringVar(&f.role, "role", "", "only facts of this `ROLE`: CAL, CHK or BOUND")
	facts.Flags().StringArrayVar(&f.files, "file", nil, "look at the facts in `FILE` as well; repeatable")
	facts.Flags().StringVar(&f.out, "out", "", "put tables, picture and page into `DIR`, new or empty")
	return facts
}

func completeFact(_ *cobra.Command, _ []string, begun string) (fitting []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, f := range evidence.Builtin().Facts {
		if len(f.ID) >= len(begun) && f.ID[:len(begun)] == begun {
			fitting = append(fitting, cobra.CompletionWithDesc(f.ID, f.Title))
		}
	}
	return fitting, cobra.ShellCompDirectiveNoFileComp
}

func (f *factual) do(cmd *cobra.Command, ids []string) error {
	chosen, err := f.prepare(cmd, ids)
	if err != nil {
		return err
	}
	if f.list {
		return listFacts(cmd.OutOrStdout(), chosen)
	}
	ctx, release := stoppable(cmd)
	defer release()
	judged, err := evidence.JudgeFacts(ctx, chosen, f.options(cmd.ErrOrStderr()))
	if err != nil {
		return err
	}
	set := evidence.FactSet(judged)
	set.Manifest = results.FactManifest{Tool: Version, Seed: strconv.FormatUint(f.seed, 10), Command: f.line(ids)}
	return f.present(cmd.OutOrStdout(), set)
}

// prepare finds everything that is wrong before anything runs.
func (f *factual) prepare(cmd *cobra.Command, ids []string) ([]*evidence.Fact, error) {
	var wrong problems
	f.outGiven = cmd.Flags().Changed("out")
	wrong.add(f.ranges(cmd))
	if f.role != "" && !slices.Contains(evidence.Roles, f.role) {
		wrong.add(fmt.Errorf("--role %s: it must be one of %s", f.role, strings.Join(evidence.Roles, ", ")))
	}
	if f.outGiven {
		wrong.add(results.Check(f.out))
	}
	book, unread := f.book()
	wrong.add(unread)
	chosen, unknown := book.ChooseFacts(ids, f.role)
	if unread != nil {
		unknown = nil // they may stand in the file that cannot be read
	}
	for _, sentence := range unknown {
		wrong.add(withHelp(cmd, fmt.Errorf("%s", sentence)))
	}
	if len(wrong) == 0 && len(chosen) == 0 {
		wrong.add(fmt.Errorf("no fact of these has the role %s", f.role))
	}
	return chosen, wrong.err()
}

// book is what is built in with the facts of the user's files, or what is wrong with these.
func (f *factual) book() (*evidence.Book, error) {
	book := evidence.Builtin()
	var wrong problems
	for _, name := range f.files {
		own, err := evidence.ReadFile(name)
		if err != nil {
			wrong.add(err)
			continue
		}
		book = book.With(own)
	}
	return book, wrong.err()
}

// line is the command line that gives the same results.
func (f *factual) line(ids []string) []string {
	var more []string
	if f.role != "" {
		more = append(more, "--role", f.role)
	}
	for _, file := range f.files {
		more = append(more, "--file", file)
	}
	return f.repeat("facts", ids, more...)
}

// present writes what was asked for: CSV or the table, and the directory.
func (f *factual) present(out io.Writer, set *results.FactSet) error {
	if err := f.writeCSV(out, results.FactsCSV(set.Facts)); err != nil {
		return err
	}
	if f.outGiven {
		if err := results.WriteFacts(f.out, set); err != nil {
			return ours(err)
		}
	}
	switch {
	case f.csv == "-" && f.outGiven:
		return ours(reports.RenderFacts(f.out))
	case f.csv == "-":
		return nil
	case f.outGiven:
		return presentFacts(out, f.out)
	}
	if screenOf(out).json {
		return inJSON(out, reports.FactsDocument("", set))
	}
	return ours(reports.FactsTable(out, set, screenOf(out).terminal))
}

// presentFacts draws the page of facts that are on disk in dir, prints their table and says where the page is.
func presentFacts(out io.Writer, dir string) error {
	set, err := results.ReadFacts(dir)
	if err != nil {
		return err
	}
	if err := reports.RenderFacts(dir); err != nil {
		return ours(fmt.Errorf("the facts are in %s, but their page could not be drawn: %w", dir, err))
	}
	if screenOf(out).json {
		return inJSON(out, reports.FactsDocument(dir, set))
	}
	if err := reports.FactsTable(out, set, screenOf(out).terminal); err != nil {
		return ours(err)
	}
	_, err = fmt.Fprintf(out, "\npage: %s\n", filepath.Join(dir, "facts.html"))
	return ours(err)
}

func listFacts(out io.Writer, facts []*evidence.Fact) error {
	if screenOf(out).json {
		return inJSON(out, factClaims(facts))
	}
	lines := [][]string{{"id", "role", "what", "target", "scenario"}}
	for _, f := range facts {
		lines = append(lines, []string{f.ID, f.Role, f.Title, f.Band.String(), f.Scenarios()})
	}
	return ours(reports.List(out, reports.Listing{Rows: lines, Head: true, Wraps: []int{2, 4, 3}, Spare: []int{4}}, screenOf(out).terminal))
}
