package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"xsell/scenarios/comparison"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
)

// prepare checks everything that can be wrong.
func (x *extending) prepare(cmd *cobra.Command, dir string, set *results.Set) (*job, problems) {
	var wrong problems
	x.replicating = cmd.Flags().Changed("replications") || cmd.Flags().Changed("more")
	wrong.add(x.sizes(cmd, dir, set.Manifest.Finished))
	wrong.add(panelsWhole(dir, set))
	plan, err := experiment.Again(set)
	wrong.add(err)
	if set.Manifest.Decision != nil {
		wrong.add(x.decideAgain(set))
	} else if len(x.until) > 0 {
		wrong.add(fmt.Errorf("--until: %s holds no decision, so there are no intervals of all differences to make narrow; use --replications or --more", dir))
	}
	j := &job{asked: &x.asked, plan: plan, before: set, place: place{dir: dir}, out: cmd.OutOrStdout(), notes: cmd.ErrOrStderr()}
	if x.quiet {
		j.notes = io.Discard
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	j.plan.Replications, j.plan.Workers, j.plan.Verify = x.total, x.workers, x.verify
	j.plan.AtOnce = atOnce(j.plan, machineMemory())
	wrong.add(checkMemory(j.plan))
	wrong.add(j.introduce())
	if len(set.Manifest.Lacking(dir)) > 0 {
		within, err := j.within()
		wrong.add(err)
		j.inner = within
	}
	j.about.Base = set.Manifest.Finished
	return j, wrong
}

// sizes says which numbers cannot be meant, and how many worlds there shall be.
func (x *extending) sizes(cmd *cobra.Command, dir string, finished int) error {
	var wrong []error
	given := cmd.Flags().Changed
	asked := 0
	for _, flag := range []string{"replications", "more", "until"} {
		if given(flag) {
			asked++
		}
	}
	switch {
	case asked == 0:
		wrong = append(wrong, fmt.Errorf("how many worlds? Name all there shall be with --replications, those to add with --more, or how precise to be with --until; %s holds %d", dir, finished))
	case asked > 1:
		wrong = append(wrong, errors.New("--replications, --more and --until each say how many worlds there shall be: use one of them"))
	case given("replications"):
		x.total = x.replications
	case given("more"):
		x.total = finished + x.more
	case x.budget == 0:
		wrong = append(wrong, errors.New("--until: say with --budget how many worlds there may be at most, as the intervals may never be so narrow"))
	default:
		x.total = x.budget
	}
	if given("budget") && !given("until") {
		wrong = append(wrong, errors.New("--budget: it ends worlds that are added with --until; without it use --replications"))
	}
	if given("more") && x.more < 1 {
		wrong = append(wrong, fmt.Errorf("--more %d: it must be 1 or more", x.more))
	} else if len(wrong) == 0 && x.total <= finished {
		wrong = append(wrong, fmt.Errorf("%s holds %d worlds already, and %d were asked for: ask for more", dir, finished, x.total))
	}
	if x.total > mostReplications {
		wrong = append(wrong, fmt.Errorf("%d worlds: there may be %d at most", x.total, mostReplications))
	}
	if x.workers < 0 {
		wrong = append(wrong, fmt.Errorf("--workers %d: it must be 0 (all processors) or more", x.workers))
	}
	return errors.Join(wrong...)
}

// decideAgain makes the decision of the results, and pays for another look at them.
func (x *extending) decideAgain(set *results.Set) error {
	made, faults := comparison.Again(set.Manifest.Decision, len(set.Manifest.Scenarios), x.until, x.budget)
	var wrong []error
	for _, f := range faults {
		where := ""
		if len(f.Keys) > 1 {
			where = flagOf(f.Keys) + ": "
		}
		wrong = append(wrong, errors.New(where+f.Message))
	}
	x.decision = made
	return errors.Join(wrong...)
}

// withReplications is a command line that asks for so many worlds.
func withReplications(command []string, worlds int) []string {
	line := slices.Clone(command)
	if at := slices.Index(line, "--replications"); at >= 0 && at+1 < len(line) {
		line[at+1] = strconv.Itoa(worlds)
		return line
	}
	return append(line, "--replications", strconv.Itoa(worlds))
}

// panelsWhole refuses results with panels that would have to be of new worlds as well.
func panelsWhole(dir string, set *results.Set) error {
	at := slices.Index(set.Manifest.Command, "--panel-worlds")
	if at < 0 || at+1 >= len(set.Manifest.Command) {
		return nil
	}
	worlds, err := strconv.Atoi(set.Manifest.Command[at+1])
	if err != nil || worlds <= set.Manifest.Finished {
		return err
	}
	return fmt.Errorf("%s was to hold panels of %d worlds and was stopped after %d: panels are written while a world is lived and cannot be added to; %s",
		dir, worlds, set.Manifest.Finished, set.Manifest.Anew())
}
