package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"xsell/scenarios/comparison"
	"xsell/scenarios/results"
)

// read takes from a comparison file what the command line does not say, and returns the scenarios.
func (a *asked) read(cmd *cobra.Command, file string) ([]string, error) {
	for _, name := range decideFlags {
		if cmd.Flags().Changed(name) {
			return nil, fmt.Errorf("--%s: %s says what is decided; change it there", name, file)
		}
	}
	p, err := comparison.Read(file)
	if err != nil {
		return nil, err
	}
	given := cmd.Flags().Changed
	if p.Replications > 0 && !given("replications") {
		a.replications, a.worldsGiven = p.Replications, true
	}
	if p.HasSeed && !given("seed") {
		a.seed = p.Seed
	}
	if p.Weeks > 0 && !given("weeks") {
		a.weeks = p.Weeks
	}
	for _, name := range []string{"replications", "seed", "weeks"} {
		if given(name) {
			a.given = append(a.given, "--"+name, cmd.Flags().Lookup(name).Value.String())
		}
	}
	a.given = append(a.given, a.deeper.beside(given, p.Why, p.Who)...)
	for _, set := range a.sets {
		a.given = append(a.given, "--set", set)
	}
	if p.Decision != nil && p.Decision.Looks > 1 && given("replications") {
		return nil, fmt.Errorf("--replications: %s looks at the outcomes more than once, up to its budget; change that there", file)
	}
	if p.Decision != nil && len(p.Decision.Until) > 0 && given("replications") {
		return nil, fmt.Errorf("--replications: %s says how precise to be, up to its budget; change that there", file)
	}
	a.sets = append(p.Set[:len(p.Set):len(p.Set)], a.sets...)
	a.decision, a.file, a.dir = p.Decision, file, p.Dir
	return p.Scenarios, nil
}

// beside takes from a comparison file what the flags do not say, and returns the part of the command line that they are.
func (d *deeper) beside(given func(string) bool, why, who bool) (line []string) {
	for _, part := range []struct {
		flag     string
		own      *bool
		fromFile bool
	}{{results.Why, &d.why, why}, {results.Who, &d.who, who}} {
		switch {
		case !given(part.flag):
			*part.own = part.fromFile
		case *part.own:
			line = append(line, "--"+part.flag)
		default:
			line = append(line, "--"+part.flag+"=false")
		}
	}
	return line
}

// checkComparison says what is wrong with a comparison file and with what it names, as a run of it would.
func checkComparison(file string) error {
	a := &asked{replications: usualReplications, seed: usualSeed}
	cmd := &cobra.Command{}
	a.flags(cmd)
	a.deciding.flags(cmd)
	names, err := a.read(cmd, file)
	if err != nil {
		return err
	}
	_, wrong := a.plan("compare", names)
	return wrong.err()
}

// bareName is a file's name without path and ending.
func bareName(file string) string {
	return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
}
