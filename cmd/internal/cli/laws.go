package cli

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"xsell/reports"
	"xsell/scenarios/evidence"
	"xsell/scenarios/results"
)

func newLaws() *cobra.Command {
	c := &claimed{}
	laws := &cobra.Command{
		Use:   "laws [NUMBER|ID...]",
		Short: "Show the shapes that must come out of the model",
		Long: `Live small firms and print for each law what was measured, with its 95 %
interval, whether the law holds, and the same with its mechanism switched off,
when it must be gone. Without arguments: all laws.

A law holds where its value, and all that must hold besides, lies within the
bounds but for a chance of one in a million by Student's t over worlds; where all lie within, but not so
surely, it is unsure: more --replications may show it. The exit code is 0
whatever the answer is. The columns of --csv are law, scenario, value, low, high,
holds, value_off, low_off, high_off; holds is false also where it is unsure.`,
		Example: `  xsell laws --list
  xsell laws 1 5
  xsell laws --replications 30 --csv laws.csv`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeLaw,
		RunE:              func(cmd *cobra.Command, args []string) error { return c.laws(cmd, args) },
	}
	c.flags(laws)
	return laws
}

func completeLaw(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return completeShape(evidence.Builtin().Laws, begun)
}

// completeShape offers the ids that begin with what was begun.
func completeShape(laws []*evidence.Law, begun string) (fitting []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, l := range laws {
		if strings.HasPrefix(l.ID, begun) {
			fitting = append(fitting, cobra.CompletionWithDesc(l.ID, l.Text))
		}
	}
	return fitting, cobra.ShellCompDirectiveNoFileComp
}

func (c *claimed) laws(cmd *cobra.Command, words []string) error {
	chosen, unknown := evidence.Builtin().ChooseLaws(words)
	return c.shapes(cmd, "law", chosen, unknown)
}

// shapes judges laws, or systems, and prints them under their noun.
func (c *claimed) shapes(cmd *cobra.Command, noun string, chosen []*evidence.Law, unknown []string) error {
	var wrong problems
	wrong.add(c.ranges(cmd))
	for _, sentence := range unknown {
		wrong.add(withHelp(cmd, fmt.Errorf("%s", sentence)))
	}
	if err := wrong.err(); err != nil {
		return err
	}
	if c.list {
		return listLaws(cmd.OutOrStdout(), noun, chosen)
	}
	ctx, release := stoppable(cmd)
	defer release()
	judged, err := evidence.JudgeLaws(ctx, chosen, c.options(cmd.ErrOrStderr()))
	if err != nil {
		return err
	}
	if err := c.writeCSV(cmd.OutOrStdout(), results.LawsCSV(evidence.LawRows(judged))); err != nil || c.csv == "-" {
		return err
	}
	if out := cmd.OutOrStdout(); screenOf(out).json {
		return inJSON(out, lawsDocument(noun, c.seed, judged))
	}
	return ours(lawTable(cmd.OutOrStdout(), noun, judged))
}

// lawColumn is how many letters of a line say what was measured.
const lawColumn = 64

// lawTable prints the laws, below each what must hold besides and what is left with its mechanism off, then what is not as
// it should be.
func lawTable(out io.Writer, noun string, judged []evidence.LawResult) error {
	at := screenOf(out).terminal.Column(lawColumn)
	lines := [][]string{{noun, "scenario", "measured", "value [95 % interval]", "wanted", "holds"}}
	for _, r := range judged {
		lines = append(lines, lawLines(at, r.Name(), r.Scenarios(), r.Title, value(r.On), r.Band.String(), holds(r))...)
		for i, also := range r.Also {
			condition := r.Law.Also[i]
			lines = append(lines, lawLines(at, "", "", "and "+condition.Text, value(also), condition.Band.String(), "")...)
		}
		if r.Law.Off != nil {
			lines = append(lines, lawLines(at, "", "", "off: "+r.Law.Off.Text, value(r.Off), r.WantedOff(), still(r.Gone))...)
		}
	}
	if err := reports.List(out, reports.Listing{Rows: lines, Head: true, Wraps: []int{2, 1, 4}, Spare: []int{1}}, screenOf(out).terminal); err != nil {
		return err
	}
	for _, r := range judged {
		if err := lawFailure(out, noun, r); err != nil {
			return err
		}
	}
	return nil
}

// lawFailure prints why a law is not as it should be; nothing where it is.
func lawFailure(out io.Writer, noun string, r evidence.LawResult) error {
	for _, sentence := range r.Fails {
		if _, err := fmt.Fprintf(out, "\n%s\n", reports.Say(fmt.Sprintf("%s %s: %s", noun, r.Name(), sentence), screenOf(out).terminal)); err != nil {
			return err
		}
	}
	if len(r.Fails) == 0 || r.Explanation == "" {
		return nil
	}
	_, err := fmt.Fprintln(out, reports.Say(r.Explanation, screenOf(out).terminal))
	return err
}

// lawLines breaks a long description over lines at a width.
func lawLines(at int, law, scenario, what, measured, wanted, holds string) (lines [][]string) {
	for i, part := range reports.Wrapped(what, at) {
		if i == 0 {
			lines = append(lines, []string{law, scenario, part, measured, wanted, holds})
			continue
		}
		lines = append(lines, []string{"", "", part, "", "", ""})
	}
	return lines
}

func value(x evidence.Estimate) string {
	if math.IsNaN(x.Value) {
		return "undefined"
	}
	return reports.Interval(x.Value, x.Low, x.High)
}

// holds says whether a law holds, and where it only looks so that this is not sure.
func holds(r evidence.LawResult) string {
	switch {
	case r.Holds:
		return "yes"
	case r.Likely:
		return "unsure"
	}
	return "no"
}

func still(gone bool) string {
	if gone {
		return "gone"
	}
	return "not gone"
}

func listLaws(out io.Writer, noun string, laws []*evidence.Law) error {
	if screenOf(out).json {
		return inJSON(out, lawClaims(noun, laws))
	}
	lines := [][]string{{noun, "id", "scenario", "what it says"}}
	for _, l := range laws {
		for i, part := range reports.Wrapped(l.Text, screenOf(out).terminal.Column(2*lawColumn)) {
			if i == 0 {
				lines = append(lines, []string{l.Name(), l.ID, l.Scenarios(), part})
				continue
			}
			lines = append(lines, []string{"", "", "", part})
		}
	}
	return ours(reports.List(out, reports.Listing{Rows: lines, Head: true, Wraps: []int{3, 2}}, screenOf(out).terminal))
}
