package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/scenarios/words"
)

// Defaults of an experiment.
const (
	usualReplications = 30
	usualSeed         = 20260101
	mostReplications  = 1_000_000 // more would be a typing error
)

// asked is what the flags of run and compare say.
type asked struct {
	replications, weeks, workers int
	seed                         uint64
	sets                         []string
	out                          string
	quiet, verify                bool
	weeksGiven, outGiven         bool // on the command line, whatever their value
	worldsGiven                  bool // likewise: --replications
	panels                       panels
	deeper                       deeper // of compare alone
	keeping                      keeping
	deciding                                             // of compare alone
	occupied                     func(dir string) string // why results of this experiment cannot go there, "" where they can; nil: they always can
}

func (a *asked) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.IntVar(&a.replications, "replications", usualReplications, "run this many `WORLDS`; more of them narrow the intervals; a scenario may ask for another number")
	f.Uint64Var(&a.seed, "seed", usualSeed, "`NUMBER` where luck starts; the same seed repeats every result")
	f.IntVar(&a.weeks, "weeks", 0, "measure this many `WEEKS` after the warm-up (default: as the scenario says)")
	f.IntVar(&a.workers, "workers", 0, "use this many `PROCESSORS`, 0 for all; it never changes a result")
	f.StringVar(&a.out, "out", "", "put the results into `DIR`, new or empty (default: out/NAMES-SEED)")
	f.BoolVar(&a.quiet, "quiet", false, "no progress and no notes")
	f.BoolVar(&a.verify, "verify", false, "print the books and check that they balance in every history")
	a.panels.flags(cmd)
	a.keeping.flags(cmd)
	setFlag(cmd, &a.sets)
}

// setFlag is the flag that changes keys of a scenario.
func setFlag(cmd *cobra.Command, sets *[]string) {
	// An array and not a slice: a comma is part of the value.
	cmd.Flags().StringArrayVar(sets, "set", nil, "change a key of every scenario, as `PATH=VALUE`; repeatable")
}

// overlays are the assignments laid over every scenario, in this order.
func (a *asked) overlays() []string {
	if a.weeks < 1 {
		return a.sets
	}
	return append(a.sets[:len(a.sets):len(a.sets)], "run.weeks="+words.Weeks(a.weeks).String())
}

// plan loads the scenarios and checks everything but the directory. It returns
// all that is wrong.
func (a *asked) plan(command string, scenarioNames []string) (experiment.Plan, problems) {
	var wrong problems
	wrong.add(a.ranges())
	plan := experiment.Plan{
		Replications: a.replications, Seed: a.seed, Workers: a.workers, Verify: a.verify,
		Tool: Version,
	}
	for _, name := range scenarioNames {
		s, err := scenarios.LoadBeside(a.dir, name, a.overlays())
		wrong.add(err)
		plan.Scenarios = append(plan.Scenarios, s)
	}
	if len(wrong) == 0 {
		a.worlds(plan.Scenarios[0])
		plan.Replications = a.most()
		plan.AtOnce = atOnce(plan, machineMemory())
		wrong.add(experiment.Check(plan))
		wrong.add(checkMemory(plan))
	}
	plan.CommandLine = a.repeat(command, scenarioNames)
	return plan, wrong
}

// worlds takes as many as the first scenario asks for, unless the command line says how many.
func (a *asked) worlds(first *scenarios.Scenario) {
	if asked := first.Spec.Run.Replications; asked > 0 && !a.worldsGiven {
		a.replications = asked
	}
}

// ranges says which numbers cannot be meant.
func (a *asked) ranges() error {
	var wrong []error
	if a.replications < 1 || a.replications > mostReplications {
		wrong = append(wrong, fmt.Errorf("--replications %d: it must be from 1 to %d", a.replications, mostReplications))
	}
	if a.weeksGiven && a.weeks < 1 {
		wrong = append(wrong, fmt.Errorf("--weeks %d: it must be 1 or more", a.weeks))
	}
	if a.weeksGiven && slices.ContainsFunc(a.sets, setsWeeks) {
		wrong = append(wrong, errors.New("--weeks and --set run.weeks=… say the same thing: use one of them"))
	}
	if a.outGiven && a.out == "" {
		wrong = append(wrong, errors.New("--out is empty: name a directory, or leave it out"))
	}
	wrong = append(wrong, a.panels.check())
	if a.workers < 0 {
		wrong = append(wrong, fmt.Errorf("--workers %d: it must be 0 (all processors) or more", a.workers))
	}
	return errors.Join(wrong...)
}

// setsWeeks says whether an assignment is one to run.weeks.
func setsWeeks(set string) bool {
	key, _, _ := strings.Cut(set, "=")
	return strings.TrimSpace(key) == "run.weeks"
}

// repeat is the command line that gives the same results: without what only says
// how and where.
func (a *asked) repeat(command string, scenarioNames []string) []string {
	if a.file != "" {
		return slices.Concat([]string{"xsell", command, a.file}, a.given, a.panels.repeat())
	}
	line := append([]string{"xsell", command}, scenarioNames...)
	if a.looks <= 1 && len(a.until) == 0 {
		line = append(line, "--replications", strconv.Itoa(a.replications))
	}
	line = append(line, "--seed", strconv.FormatUint(a.seed, 10))
	if a.weeks != 0 {
		line = append(line, "--weeks", strconv.Itoa(a.weeks))
	}
	for _, set := range a.sets {
		line = append(line, "--set", set)
	}
	return slices.Concat(line, a.deciding.repeat(), a.deeper.repeat(), a.panels.repeat())
}
