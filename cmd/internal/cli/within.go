package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"

	"github.com/spf13/cobra"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/scenarios/explain"
	"xsell/scenarios/journal"
	"xsell/scenarios/results"
)

// deeper is what else a comparison is asked for, of every design against the base: why they differ, who gains and loses.
type deeper struct{ why, who bool }

func (d *deeper) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&d.why, "why", false, "also say why each design differs from the base, lever by lever, as explain does")
	f.BoolVar(&d.who, "who", false, "also follow the same persons in the base and each design, as twins does")
}

// kinds of results that are asked for.
func (d *deeper) kinds() (kinds []string) {
	if d.why {
		kinds = append(kinds, results.Why)
	}
	if d.who {
		kinds = append(kinds, results.Who)
	}
	return kinds
}

// repeat is the part of the command line that asks for them.
func (d *deeper) repeat() (line []string) {
	for _, kind := range d.kinds() {
		line = append(line, "--"+kind)
	}
	return line
}

// within plans what is to stand within the results, and says all that is wrong.
func (j *job) within() (all []inner, err error) {
	var wrong problems
	var m results.Manifest
	for _, name := range j.plan.Names() {
		m.Scenarios = append(m.Scenarios, results.Scenario{Name: name})
	}
	for _, kind := range j.kinds() {
		for n := 1; n < len(m.Scenarios); n++ {
			in, err := j.innerOf(kind, n)
			if err != nil {
				wrong.add(fmt.Errorf("--%s: %w", kind, err))
				continue
			}
			in.at, in.what = m.Within(kind, n), fmt.Sprintf("%s: %s against %s", kind, m.Scenarios[n].Name, m.Scenarios[0].Name)
			all = append(all, in)
		}
	}
	return all, wrong.err()
}

// kinds are those asked for, or those that were when results were made that are extended.
func (j *job) kinds() []string {
	if j.before != nil {
		return j.before.Manifest.Deeper
	}
	return j.deeper.kinds()
}

// innerOf plans the result of a kind on the n-th design, with the worlds and the size that its own command takes.
func (j *job) innerOf(kind string, n int) (inner, error) {
	base, other := j.plan.Scenarios[0], j.plan.Scenarios[n]
	pair := experiment.Plan{Scenarios: []*scenarios.Scenario{base, other}, Seed: j.plan.Seed, Workers: j.workers, Verify: j.verify, Tool: Version}
	by := asked{seed: j.plan.Seed, sets: base.Sets, workers: j.workers}
	names := []string{reference(base), reference(other)}
	if kind == results.Why {
		return j.whyOf(pair, by, names)
	}
	by.replications = usualTwins
	pair.Replications, pair.CommandLine = by.replications, by.repeat("twins", names)
	return innerWho(pair)
}

// whyOf plans to explain a pair of scenarios, in as many markets as explain takes by itself.
func (j *job) whyOf(pair experiment.Plan, by asked, names []string) (inner, error) {
	by.replications = usualExplainWorlds
	e := &explaining{asked: by, measures: explained, by: explain.ByGroup, orders: usualPairs}
	if decided := j.decided(); decided != "" {
		e.measures = []string{decided}
	}
	pair.Replications = by.replications
	if err := e.narrow(&pair); err != nil {
		return inner{}, err
	}
	pair.CommandLine = e.repeatExplain(names)
	return e.innerWhy(pair, nil)
}

// decided is the measure that is decided by; "" where none is.
func (j *job) decided() string {
	switch {
	case j.decision != nil:
		return j.decision.Measure.ID
	case j.before != nil && j.before.Manifest.Decision != nil:
		return j.before.Manifest.Decision.Measure
	}
	return ""
}

// deepen lives what is to stand within the results and does not yet. Each is written whole or not at all, and what is there
// stays.
func (j *job) deepen(parent context.Context) error {
	if len(j.inner) == 0 {
		return nil
	}
	var failed error
	err := journal.Alone(j.place.dir, func() error {
		for _, in := range j.inner {
			if failed == nil && !results.Holds(filepath.Join(j.place.dir, in.at)) {
				failed = j.liveInner(parent, in)
			}
		}
		return nil
	})
	return errors.Join(unopened(err), failed)
}

// liveInner lives one of them and writes it.
func (j *job) liveInner(parent context.Context, in inner) error {
	size := in.plan.Scenarios[0].Model.Size
	fmt.Fprintf(j.notes, "%s, %d histories of %d customers in %d markets\n", in.what, in.histories, size.Customers, size.Markets)
	lived, err := follow(parent, following{notes: j.notes, quiet: j.quiet, verify: j.verify, what: in.what}, in.plan, in.histories, in.run)
	var interrupted *experiment.Interrupted
	if errors.As(err, &interrupted) {
		return halt{interrupted, fmt.Sprintf("interrupted: the comparison is whole; xsell resume %s goes on with %s", j.place.dir, in.what)}
	}
	if err != nil {
		return err
	}
	dir := filepath.Join(j.place.dir, in.at)
	if _, err := results.Mend(dir); err != nil { // what a kill left of it
		return ours(err)
	}
	// The page says that this is not made yet, and a kill may come before it is drawn anew.
	if err := results.Discard(filepath.Join(j.place.dir, "report.html")); err != nil {
		return ours(err)
	}
	return ours(lived.write(dir))
}

// numberedName is the number of a design that is compared under one name with another.
var numberedName = regexp.MustCompile(`-\d+$`)

// reference is how a scenario is named on a command line.
func reference(s *scenarios.Scenario) string {
	if s.Source != "built in" {
		if scenarios.Missing("", s.Source) == "" { // one file, whatever its name holds
			return s.Source
		}
		return overlaid.ReplaceAllString(s.Source, "+")
	}
	if scenarios.Missing("", s.Name) != "" {
		return numberedName.ReplaceAllString(s.Name, "")
	}
	return s.Name
}

// overlaid stands between the paths of a scenario and of its overlays.
var overlaid = regexp.MustCompile(` \+ `)
