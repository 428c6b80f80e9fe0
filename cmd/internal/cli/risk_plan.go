package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"xsell/scenarios/results"
	"xsell/scenarios/risk"
)

// riskPlan loads the scenarios and checks everything that can be wrong, the places to write to included.
func (a *riskAsked) riskPlan(cmd *cobra.Command, names []string) (risk.Plan, error) {
	a.outGiven, a.worldsGiven = cmd.Flags().Changed("out"), cmd.Flags().Changed("replications")
	var wrong problems
	wrong.add(a.yearsRight())
	a.weeks = int(risk.Weeks(a.years))
	plan, more := a.plan(cmd.Name(), names)
	for _, p := range more {
		wrong.add(errors.New(p))
	}
	whole := risk.Plan{Plan: plan, Years: a.years}
	whole.CommandLine = a.repeatRisk(names)
	if len(wrong) == 0 {
		wrong.add(risk.Check(whole))
	}
	if a.out != "" {
		wrong.add(results.Check(a.out))
	}
	if a.csv != "" && a.csv != "-" {
		wrong.add(freeFile(a.csv))
	}
	return whole, wrong.err()
}

// yearsRight says which horizons cannot be meant, in the words of the flags.
func (a *riskAsked) yearsRight() error {
	if slices.ContainsFunc(a.sets, setsWeeks) {
		return errors.New("--set run.weeks=… is not for risk: histories are as long as the last of --years")
	}
	if err := risk.CheckYears(a.years); err != nil {
		return fmt.Errorf("--years: %w", err)
	}
	return nil
}

// freeFile refuses a file that exists, or that no directory is there for: better before a long run than after it.
func freeFile(path string) error {
	found, err := os.Stat(path)
	if err == nil && found.IsDir() {
		return fmt.Errorf("--csv %s: it is a directory; name a file", path)
	}
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("--csv %s: it exists and is not overwritten; name another file", path)
	}
	if found, err = os.Stat(filepath.Dir(path)); err != nil || !found.IsDir() {
		return fmt.Errorf("--csv %s: there is no directory %s", path, filepath.Dir(path))
	}
	return nil
}

// repeatRisk is the command line that gives the same results.
func (a *riskAsked) repeatRisk(names []string) []string {
	years := make([]string, len(a.years))
	for i, y := range a.years {
		years[i] = strconv.Itoa(y)
	}
	line := append([]string{"xsell", "risk"}, names...)
	line = append(line, "--years", strings.Join(years, ","),
		"--replications", strconv.Itoa(a.replications), "--seed", strconv.FormatUint(a.seed, 10))
	for _, set := range a.sets {
		line = append(line, "--set", set)
	}
	return line
}
