package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"xsell/reports"
	"xsell/scenarios/comparison"
	"xsell/scenarios/results"
	"xsell/scenarios/tree"
	"xsell/sim/metric"
)

// verdicts is a call of decide.
type verdicts struct {
	deciding
	better, base string
	event        bool
}

const decideHelp = `Judge outcomes of designs that met the same worlds, with the procedures of
compare: the difference of every pair with intervals that hold all at once, who
cannot be ruled out as the best, guardrails, and verdicts once it is said which
difference matters. Nothing is run.

FILE is a CSV table of any origin. It has the columns scenario, replication,
measure and value, as outcomes.csv has them; or a column replication and one for
each design. Rows of one replication must be of the same luck, or of the same
pair, block or year. DIR is a results directory. The first design is the base.
Columns of a file that are equal are not taken for designs that cannot differ.
Looks that were taken at the results of a DIR before are paid for.

What is decided after a look at the outcomes is no longer a declared decision: the
confidence holds for what was meant before.`

func newDecide() *cobra.Command {
	v := &verdicts{}
	cmd := &cobra.Command{
		Use:   "decide FILE|DIR",
		Short: "Give verdicts on outcomes that are there already",
		Long:  decideHelp,
		Example: `  xsell decide out/silo-interlock-20260101 --decide churn --smallest 0.2
  xsell decide trial.csv --better less --smallest 2
  xsell decide trial.csv --event --better less --confidence "99 %"`,
		Args:              argued(1, 1, "one file or directory"),
		ValidArgsFunction: completeDirectory,
		RunE: func(cmd *cobra.Command, args []string) error {
			set, made, err := v.prepare(args[0])
			if err != nil {
				return err
			}
			made.Fill(set, []int{set.Manifest.Finished})
			s := screenOf(cmd.OutOrStdout())
			if s.json {
				return inJSON(cmd.OutOrStdout(), reports.VerdictsDocument(set))
			}
			if err := reports.Verdicts(s, set, s.terminal); err != nil {
				return ours(err)
			}
			_, err = fmt.Fprintln(s, strings.Join(reports.Wrapped(afterwards, reports.UsualWidth), "\n"))
			return ours(err)
		},
	}
	jsonFlag(cmd)
	v.declaration(cmd)
	f := cmd.Flags()
	f.StringVar(&v.better, "better", "", "which way is better, `more` or less, where the measure is none of this program's")
	f.BoolVar(&v.event, "event", false, "the measure is 1 in worlds where something happened and 0 elsewhere")
	f.StringVar(&v.base, "base", "", "`DESIGN` that a share of the base and changes of guardrails are of (default: the first)")
	return cmd
}

// afterwards is how far verdicts reach that were asked for when the outcomes were there.
const afterwards = "The confidence is that of a decision declared before the outcomes were seen; one made up after a look at them is a guess worth new worlds."

// wideMeasure is what the measure of a file is called that does not name it.
const wideMeasure = "outcome"

// prepare reads the outcomes and declares the decision, or says all that is wrong.
func (v *verdicts) prepare(path string) (*results.Set, *comparison.Decision, error) {
	found, manifest, err := readOutcomes(path)
	if err != nil {
		return nil, nil, err
	}
	if v.measure == "" && len(found.Measures) == 1 {
		v.measure = found.Measures[0]
	}
	var wrong problems
	if v.measure == "" {
		wrong.add(fmt.Errorf("--decide: name the measure to decide by: %s", strings.Join(found.Measures, ", ")))
	}
	if len(found.Designs) < 2 {
		wrong.add(fmt.Errorf("%s: there is only %s; nothing to compare it with", path, found.Designs[0]))
	}
	wrong.add(v.first(found))
	asked, faults := v.asked()
	wrong = append(wrong, faults...)
	if v.measure == "" {
		return nil, nil, wrong.err()
	}
	asked.Better, asked.Own = v.better, v.measures(found)
	if v.event {
		wrong.add(events(found, v.measure))
	}
	made, declared := asked.Declare(len(found.Designs))
	for _, f := range declared {
		flag := flagOf(f.Keys)
		if slices.Contains(f.Keys, "better") {
			flag = "--better"
		}
		wrong.add(fmt.Errorf("%s: %s", flag, f.Message))
	}
	if manifest != nil && len(wrong) == 0 {
		wrong.add(made.Seen(manifest))
	}
	return setOf(found, asked.Own, manifest), made, wrong.err()
}

// readOutcomes reads a file, or the outcomes of a results directory, which are checked against their hash, and its
// manifest; nil for a file.
func readOutcomes(path string) (*results.OutcomeFile, *results.Manifest, error) {
	var manifest *results.Manifest
	if about, err := os.Stat(path); err == nil && about.IsDir() {
		set, err := readResults(path)
		if err != nil {
			return nil, nil, err
		}
		path, manifest = filepath.Join(path, "outcomes.csv"), &set.Manifest
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("cannot read %s: %w", path, errors.Unwrap(err))
	}
	defer file.Close()
	found, err := results.ReadOutcomes(file, wideMeasure)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(found.Outcomes) == 0 {
		return nil, nil, fmt.Errorf("%s: there is no outcome below the header", path)
	}
	return found, manifest, nil
}

// first puts the base in front.
func (v *verdicts) first(found *results.OutcomeFile) error {
	if v.base == "" {
		return nil
	}
	i := slices.Index(found.Designs, v.base)
	if i < 0 {
		meant := "; there are " + strings.Join(found.Designs, ", ")
		if near, ok := tree.Nearest(v.base, found.Designs); ok {
			meant = fmt.Sprintf("; did you mean %q?", near)
		}
		return fmt.Errorf("--base: no design %q%s", v.base, meant)
	}
	found.Designs = slices.Insert(slices.Delete(found.Designs, i, i+1), 0, v.base)
	return nil
}

// measures are those of the outcomes: ours where the name is ours.
func (v *verdicts) measures(found *results.OutcomeFile) (all []metric.Measure) {
	for _, id := range found.Measures {
		m, ours := metric.ByID(id)
		if !ours {
			m = &metric.Measure{ID: id, Title: id, Kind: metric.Stock, Good: metric.Neither, Scale: 1}
			if v.event {
				m.Kind = metric.Tail
			}
		}
		all = append(all, *m)
	}
	return all
}

// setOf makes results of outcomes, with as much about them as is known: of a directory the command that can live more of them.
func setOf(found *results.OutcomeFile, measures []metric.Measure, manifest *results.Manifest) *results.Set {
	set := &results.Set{Outcomes: found.Outcomes}
	if manifest != nil {
		set.Manifest.Command = manifest.Command
	}
	set.Manifest.Finished = len(found.Worlds)
	for _, design := range found.Designs {
		set.Manifest.Scenarios = append(set.Manifest.Scenarios, results.Scenario{Name: design})
	}
	for i := range measures {
		m := &measures[i]
		set.Dictionary = append(set.Dictionary, results.Measure{ID: m.ID, Title: m.Title, Unit: m.Unit, Good: string(m.Good)})
	}
	return set
}

// events says where a measure is neither 0 nor 1.
func events(found *results.OutcomeFile, measure string) error {
	for _, o := range found.Outcomes {
		if o.Measure == measure && o.Value != 0 && o.Value != 1 { // an undefined value is neither, too
			return fmt.Errorf("--event: %s of %s in replication %d is %v, neither 0 nor 1", measure, o.Scenario, o.Replication, o.Value)
		}
	}
	return nil
}
