package cli

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"xsell/scenarios/comparison"
	"xsell/scenarios/decide"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/scenarios/words"
)

// deciding is what the flags of compare say about a decision, and what became of them or of a comparison file.
type deciding struct {
	measure, smallest, confidence string
	guardrails, until             []string
	budget, looks                 int

	decision *comparison.Decision // nil: nothing is to be decided
	file     string               // that asks for the comparison, "" for none
	dir      string               // from which paths of scenarios start
	given    []string             // flags that stand on the command line beside a file, to repeat them
}

func (d *deciding) flags(cmd *cobra.Command) {
	d.declaration(cmd)
	f := cmd.Flags()
	f.IntVar(&d.budget, "budget", 0, "most `WORLDS`")
	f.StringArrayVar(&d.until, "until", nil, "add worlds until every difference is so `PRECISE`, such as \"half-width=0.5\", \"churn half-width=0.1\" or \"half-width=2 % of the base\", or --budget ends it; repeatable")
	f.IntVar(&d.looks, "looks", 1, "judge so many `TIMES` on the way to the budget, and stop when nothing that counts is open")
}

// declaration is what can be said of outcomes of any origin.
func (d *deciding) declaration(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&d.measure, "decide", "", "give verdicts in this `MEASURE`, such as profit_per_customer")
	f.StringVar(&d.smallest, "smallest", "", "smallest `DIFFERENCE` that matters: in the measure's unit, or \"2 % of the base\"")
	f.StringArrayVar(&d.guardrails, "guardrail", nil, "what no design may do, a `SENTENCE` such as \"churn up at most 0.5\"; repeatable")
	f.StringVar(&d.confidence, "confidence", "95 %", "how sure all verdicts together must be, as a `SHARE`")
}

// decideFlags are the flags above, which a file says in their place.
var decideFlags = []string{"decide", "smallest", "guardrail", "confidence", "budget", "looks", "until"}

// declare turns the flags into a decision between so many designs.
func (d *deciding) declare(cmd *cobra.Command, designs int) error {
	if d.measure == "" {
		for _, name := range decideFlags {
			if cmd.Flags().Changed(name) {
				return fmt.Errorf("--%s: there is nothing to decide; say by which measure with --decide, such as --decide profit_per_customer", name)
			}
		}
		return nil
	}
	asked, wrong := d.asked()
	wrong.add(d.ranges(cmd))
	if len(wrong) > 0 {
		return wrong.err()
	}
	made, faults := asked.Declare(designs)
	for _, f := range faults {
		wrong.add(fmt.Errorf("%s: %s", flagOf(f.Keys), f.Message))
	}
	d.decision = made
	return wrong.err()
}

// asked is the decision in words.
func (d *deciding) asked() (asked comparison.Asked, wrong problems) {
	asked = comparison.Asked{Measure: d.measure, Budget: d.budget, Looks: d.looks, Until: d.until}
	if d.smallest != "" {
		asked.Smallest = comparison.Amount(d.smallest)
	}
	var share words.Share
	if err := share.UnmarshalTOML(comparison.Amount(d.confidence)); err != nil {
		wrong.add(fmt.Errorf("--confidence: %w", err))
	}
	asked.Confidence = float64(share)
	for _, sentence := range d.guardrails {
		rail, err := comparison.Sentence(sentence, asked.Guardrails)
		if err != nil {
			wrong.add(fmt.Errorf("--guardrail %q: %w", sentence, err))
			continue
		}
		asked.Guardrails = append(asked.Guardrails, rail)
	}
	return asked, wrong
}

// ranges says which numbers cannot be meant.
func (d *deciding) ranges(cmd *cobra.Command) error {
	var wrong []error
	if d.looks < 1 {
		wrong = append(wrong, fmt.Errorf("--looks %d: it must be 1 or more", d.looks))
	}
	if d.budget < 0 || d.budget > mostReplications {
		wrong = append(wrong, fmt.Errorf("--budget %d: it must be from 1 to %d", d.budget, mostReplications))
	}
	if d.looks > 1 && cmd.Flags().Changed("replications") {
		wrong = append(wrong, errors.New("--replications and --looks: the looks say how many worlds are run, up to --budget; leave --replications out"))
	}
	if len(d.until) > 0 && cmd.Flags().Changed("replications") {
		wrong = append(wrong, errors.New("--replications and --until: precision says how many worlds are run, up to --budget; leave --replications out"))
	}
	return errors.Join(wrong...)
}

// declareUnlessRead is declare where no comparison file has said what is decided.
func (d *deciding) declareUnlessRead(cmd *cobra.Command, designs int) error {
	if d.file != "" || cmd.Flags().Lookup("decide") == nil {
		return nil
	}
	return d.declare(cmd, designs)
}

// flagOf is the flag that says what stands under a key of a comparison file.
func flagOf(keys []string) string {
	switch {
	case keys[0] == "guardrail" && len(keys) > 1:
		return "--guardrail " + keys[1]
	case keys[0] == "guardrail":
		return "--guardrail"
	case keys[1] == "measure" || keys[1] == "better":
		return "--decide"
	}
	return "--" + keys[1]
}

// repeat is the part of the command line that gives the same verdicts.
func (d *deciding) repeat() (line []string) {
	if d.measure == "" {
		return nil
	}
	line = []string{"--decide", d.measure}
	if d.smallest != "" {
		line = append(line, "--smallest", d.smallest)
	}
	for _, g := range d.guardrails {
		line = append(line, "--guardrail", g)
	}
	line = append(line, "--confidence", d.confidence)
	if d.budget > 0 {
		line = append(line, "--budget", strconv.Itoa(d.budget))
	}
	if d.looks > 1 {
		line = append(line, "--looks", strconv.Itoa(d.looks))
	}
	for _, u := range d.until {
		line = append(line, "--until", u)
	}
	return line
}

// most is how many worlds are run at most.
func (a *asked) most() int {
	switch {
	case a.decision == nil:
		return a.replications
	case len(a.decision.Until) > 0 && a.decision.Budget > 0: // without a budget it is refused, in words of its own
		return a.decision.Budget
	}
	sizes := a.decision.LookSizes(a.replications)
	return sizes[len(sizes)-1]
}

// histories runs them: all at once, look by look where a decision asks for that, or until they are precise enough.
func (j *job) histories(ctx context.Context) (*results.Set, error) {
	switch {
	case j.before != nil:
		return j.further(ctx)
	case j.decision == nil:
		return experiment.Run(ctx, j.plan)
	case len(j.decision.Until) > 0:
		return j.precisely(ctx, min(decide.FirstLook, j.decision.Budget))
	}
	looks := j.decision.LookSizes(j.replications)
	set, err := experiment.RunLooks(ctx, j.plan, looks, func(y experiment.Outcomes) bool {
		return j.decision.Judge(decide.Outcomes(y)).Settled
	})
	return j.judged(set, looks), err
}

// precisely adds worlds to so many until the intervals are as narrow as was asked, or the budget is spent.
func (j *job) precisely(ctx context.Context, worlds int) (*results.Set, error) {
	set, err := experiment.RunAhead(ctx, j.plan, worlds, j.before, func(y experiment.Outcomes) int {
		return j.decision.Further(len(y(j.decision.Measure.ID)), j.decision.Precisions(decide.Outcomes(y)))
	})
	if set == nil {
		return nil, err
	}
	return j.judged(set, []int{set.Manifest.Asked}), err
}

// judged puts the verdicts beside the results.
func (j *job) judged(set *results.Set, looks []int) *results.Set {
	if set != nil {
		j.decision.Fill(set, looks)
		j.plan.Replications = set.Manifest.Finished
	}
	return set
}
