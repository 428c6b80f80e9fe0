package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"xsell/reports"
	"xsell/reports/document"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
)

// rerunning is what the flags of rerun say.
type rerunning struct {
	worlds, workers int
	quiet           bool
}

const rerunHelp = `Repeat what a report shows and say whether it is the same: every measure of every
world to the last bit. The page alone is enough, as it was sent by mail: it carries
the scenarios in full, the seed, and what came out. A results directory does too.

A page that was made by another version of xsell is repeated all the same; that is
said first, and then what differs. What the page carries is held by its SHA-256, so
that a number changed by mistake is found; that is no signature.

What stands within the results of a comparison, by --why and --who, is repeated too;
in a directory its tables are read first, and refused where they were changed. What was
asked for and never made, as the comparison was stopped, is named as not there: that is
no difference, and the exit code speaks of the rest.

--worlds repeats only the first worlds, to look quickly. The exit code is 0 where
all is identical and 4 where anything differs.`

func newRerun() *cobra.Command {
	r := &rerunning{}
	command := &cobra.Command{
		Use:   "rerun REPORT",
		Short: "Repeat what a report shows, and say whether it is the same",
		Long:  rerunHelp,
		Example: `  xsell rerun report.html
  xsell rerun out/silo-interlock-20260101 --worlds 2
  xsell rerun report.html --json | jq .verdict`,
		Args: argued(1, 1, "one page or directory"),
		RunE: func(cmd *cobra.Command, args []string) error { return r.do(cmd, args[0]) },
	}
	f := command.Flags()
	f.IntVar(&r.worlds, "worlds", 0, "repeat only the first so many `WORLDS`, 0 for all")
	f.IntVar(&r.workers, "workers", 0, "use this many `PROCESSORS`, 0 for all; it never changes a result")
	f.BoolVar(&r.quiet, "quiet", false, "no progress")
	jsonFlag(command)
	return command
}

func (r *rerunning) do(cmd *cobra.Command, path string) error {
	var wrong problems
	if r.worlds < 0 {
		wrong.add(fmt.Errorf("--worlds %d: it must be 0 (all) or more", r.worlds))
	}
	if r.workers < 0 {
		wrong.add(fmt.Errorf("--workers %d: it must be 0 (all processors) or more", r.workers))
	}
	was, err := readRecorded(path)
	wrong.add(err)
	if len(wrong) > 0 {
		return wrong.err()
	}
	plan, err := was.plan(r.worlds, r.workers)
	if err != nil {
		return err
	}
	within, err := r.planWithin(was)
	if err != nil {
		return err
	}
	was.older(plan)
	out := cmd.OutOrStdout()
	if !screenOf(out).json {
		for _, note := range was.notes {
			fmt.Fprintln(out, note)
		}
	}
	here, cut := r.live(cmd, plan)
	if here == nil {
		return cut
	}
	if cut == nil {
		if err := r.repeatWithin(cmd, was, within); err != nil {
			return err
		}
	}
	return errors.Join(cut, was.answer(out, here, plan))
}

// live does the plan. When it is interrupted, there are the worlds that are complete, and an error.
func (r *rerunning) live(cmd *cobra.Command, plan experiment.Plan) (*results.Set, error) {
	notes := cmd.ErrOrStderr()
	if r.quiet {
		notes = io.Discard
	}
	ctx, release := onInterrupt(cmd.Context(), notes, "stopping: what is complete is compared; once more stops at once")
	defer release()
	if !r.quiet {
		plan.Progress = progress(notes, plan.Histories())
	}
	defer spareMemory(plan)()
	set, err := experiment.Run(ctx, plan)
	if err != nil && !errors.Is(err, context.Canceled) {
		fmt.Fprintln(notes) // leaves the line of the unfinished bar
	}
	return set, err
}

// older says what is known before anything is repeated: another version, another luck.
func (w *recorded) older(plan experiment.Plan) {
	m, scheme := &w.set.Manifest, experiment.Manifest(plan, 0).Scheme
	if m.Tool != Version {
		w.notes = append(w.notes, fmt.Sprintf("%s was made by xsell %s, and this is %s: its formulas and tables may be others", w.path, m.Tool, Version))
	}
	if m.Scheme != scheme {
		w.notes = append(w.notes, fmt.Sprintf("the rule that turns a seed into luck has changed: scheme %d there, %d here; expect other numbers", m.Scheme, scheme))
	}
}

// answer compares and says what was found.
func (w *recorded) answer(out io.Writer, here *results.Set, plan experiment.Plan) error {
	found := w.compare(here)
	if screenOf(out).json {
		if err := inJSON(out, found); err != nil {
			return err
		}
	} else if err := reports.RerunWords(out, found, screenOf(out).terminal); err != nil {
		return ours(err)
	}
	if found.Verdict == "identical" {
		return nil
	}
	return &different{w.path}
}

// different is the error of a repetition that gave something else.
type different struct{ path string }

func (d *different) Error() string {
	return "repeating " + d.path + " gave something else than it shows"
}

// compare holds what was repeated against what is there.
func (w *recorded) compare(here *results.Set) document.Rerun {
	there := w.set
	same := results.Same(there, here)
	d := document.Rerun{Schema: document.RerunSchema, Verdict: "identical", Of: w.path, There: there.Manifest.Tool, Here: Version,
		Worlds: here.Manifest.Finished, Recorded: there.Manifest.Finished, Compared: same.Worlds, Numbers: same.Numbers, Differs: same.Different,
		Tables: "not compared", Histories: "not compared", Within: w.inner, Notes: w.notes}
	if o := same.First; o != nil {
		d.First = &document.FirstOdds{Scenario: o.Scenario, World: o.Replication, Measure: o.Measure, There: document.Number(o.There),
			Here: document.Number(o.Here)}
	}
	if len(same.Missing) > 0 {
		d.Missing = len(same.Missing)
		d.Notes = append(d.Notes, fmt.Sprintf("%d measures are there and not here, %s first", len(same.Missing), same.Missing[0]))
	}
	if there.Manifest.Selection != nil {
		d.Notes = append(d.Notes, "the worlds that all designs were lived in are repeated; those of the course of the selection beyond them are not")
	} else if here.Manifest.Finished == there.Manifest.Finished {
		d.Histories = word(here.Manifest.Histories == there.Manifest.Histories)
		if err := w.decide(here); err != nil {
			d.Notes = append(d.Notes, err.Error())
		}
		d.Tables = word(here.Hash() == there.Manifest.ResultsHash)
		if table := results.FirstTable(there, here); table != "" {
			d.Notes = append(d.Notes, "the first difference in what was made of the worlds: "+table)
		}
	}
	if d.First != nil || len(same.Missing) > 0 || d.Numbers == 0 || d.Histories == "different" || d.Tables == "different" {
		d.Verdict = "different"
	}
	for _, x := range d.Within {
		switch x.Verdict {
		case "different":
			d.Verdict = x.Verdict
		case document.NotThere:
			d.Notes = append(d.Notes, x.At+" was asked for and is not there: it was not repeated, and the verdict is without it")
		}
	}
	return d
}

func word(same bool) string {
	if same {
		return "identical"
	}
	return "different"
}
