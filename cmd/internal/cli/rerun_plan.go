package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"xsell/reports"
	"xsell/reports/document"
	"xsell/scenarios"
	"xsell/scenarios/comparison"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
)

// recorded are results that are to be repeated.
type recorded struct {
	path  string
	set   *results.Set
	notes []string
	inner []document.RerunWithin // what came out of what stands within them
}

// readRecorded reads a page or a directory.
func readRecorded(path string) (*recorded, error) {
	found, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("%s: there is no such page or directory", path)
	}
	if found.IsDir() {
		return readRecordedDir(path)
	}
	page, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	enclosed, err := reports.ReadEnclosed(path, page)
	if err != nil {
		return nil, err
	}
	r := &recorded{path: path, set: enclosed.Set}
	if !enclosed.Drawn {
		r.notes = append(r.notes, "the text of the page is not as it was drawn: somebody edited it, or a program saved it anew; "+
			"what is repeated are the numbers it carries out of sight, which are sound")
	}
	return r, nil
}

// repeatable are the commands whose results can be repeated from what they leave.
var repeatable = map[string]bool{"run": true, "compare": true, "extend": true, "resume": true, "select": true}

func readRecordedDir(dir string) (*recorded, error) {
	if command := results.CommandOf(dir); len(command) > 1 && !repeatable[command[1]] {
		return nil, fmt.Errorf("%s holds the results of xsell %s, and rerun repeats those of run and compare; this command gives them again: %s",
			dir, command[1], strings.Join(command, " "))
	}
	set, err := readResults(dir)
	if err != nil {
		return nil, err
	}
	if err := soundWithin(dir, &set.Manifest); err != nil {
		return nil, err
	}
	set.Manifests, err = results.WithinOf(dir, &set.Manifest)
	return &recorded{path: dir, set: set}, ours(err)
}

// soundWithin refuses what stands within results and is not as it was written: only then does the hash in its manifest speak
// for its tables.
func soundWithin(dir string, m *results.Manifest) error {
	var wrong problems
	for n := 1; n < len(m.Scenarios); n++ {
		if at := filepath.Join(dir, m.Within(results.Why, n)); results.Holds(at) {
			_, err := results.ReadExplain(at)
			wrong.add(err)
		}
		if at := filepath.Join(dir, m.Within(results.Who, n)); results.Holds(at) {
			_, err := results.ReadTwins(at)
			wrong.add(err)
		}
	}
	return wrong.err()
}

// plan is what it takes to live the first so many worlds again; 0: all. Scenarios come from the manifest, where bases,
// overlays and assignments are laid over already.
func (r *recorded) plan(worlds, workers int) (experiment.Plan, error) {
	m := &r.set.Manifest
	p := experiment.Plan{Replications: m.Finished, Seed: m.Seed, Workers: workers, Tool: Version, CommandLine: m.Command}
	if worlds > 0 {
		p.Replications = min(worlds, m.Finished)
	}
	if len(r.set.Outcomes) > 0 {
		p.FirstReplication = r.set.Outcomes[0].Replication
		for _, o := range r.set.Outcomes {
			p.FirstReplication = min(p.FirstReplication, o.Replication)
		}
	}
	all, err := r.scenarios(m)
	if err != nil {
		return p, err
	}
	p.Scenarios = all
	var wrong problems
	if len(p.Scenarios) == 0 {
		return p, fmt.Errorf("%s names no scenario: there is nothing to repeat", r.path)
	}
	wrong.add(experiment.Check(p))
	if len(wrong) == 0 {
		p.AtOnce = atOnce(p, machineMemory())
		wrong.add(checkMemory(p))
	}
	return p, wrong.err()
}

// scenarios are those of a manifest, compiled again.
func (r *recorded) scenarios(m *results.Manifest) (all []*scenarios.Scenario, err error) {
	var wrong problems
	for _, was := range m.Scenarios {
		s, err := scenarios.LoadText(was.Name, was.TOML, nil)
		if err != nil {
			wrong.add(err)
			continue
		}
		s.Name, s.Source, s.Sets = was.Name, was.Source, was.Sets
		note := was.Name + " is not the same model in this program: a constant of behaviour, a default or a table has changed; expect other numbers"
		if experiment.Fingerprint(s) != was.Model && !slices.Contains(r.notes, note) {
			r.notes = append(r.notes, note)
		}
		all = append(all, s)
	}
	if len(wrong) > 0 {
		return nil, fmt.Errorf("this version of xsell, %s, cannot read a scenario any more that %s, drawn by %s, was made of:\n%w", Version, r.path, m.Tool, wrong.err())
	}
	return all, nil
}

// decide judges repeated worlds as those were judged; without a decision it does nothing.
func (r *recorded) decide(here *results.Set) error {
	was := r.set.Manifest.Decision
	if was == nil {
		return nil
	}
	decision, faults := comparison.AsKept(was, len(here.Manifest.Scenarios))
	if len(faults) > 0 {
		return errors.New("the decision cannot be taken again: " + faults[0].Message)
	}
	if n := len(was.Taken); n > 0 {
		decision.Error = was.Taken[n-1].Alpha // as that look was paid for
	}
	decision.Fill(here, was.Looks)
	return nil
}
