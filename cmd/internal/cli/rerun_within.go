package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"xsell/reports/document"
	"xsell/scenarios/experiment"
	"xsell/scenarios/explain"
	"xsell/scenarios/results"
	"xsell/scenarios/twins"
)

// repeatWithin repeats what stands within the results of a comparison, each with its own worlds, and notes how it came out.
func (r *rerunning) repeatWithin(cmd *cobra.Command, was *recorded) error {
	m := &was.set.Manifest
	for _, kind := range m.Deeper {
		for n := 1; n < len(m.Scenarios); n++ {
			inner, err := was.set.WithinManifest(was.path, kind, n)
			if err != nil {
				return err
			}
			if inner == nil {
				continue
			}
			x := document.RerunWithin{At: filepath.ToSlash(m.Within(kind, n)), Verdict: "not repeated"}
			if r.worlds == 0 {
				hash, err := r.repeatInner(cmd, was, kind, inner)
				if err != nil {
					return err
				}
				x.Verdict = word(hash == inner.ResultsHash)
			}
			was.inner = append(was.inner, x)
		}
	}
	return nil
}

// repeatInner lives one of them again and returns the hash of its tables.
func (r *rerunning) repeatInner(cmd *cobra.Command, was *recorded, kind string, m *results.Manifest) (string, error) {
	all, err := was.scenarios(m)
	if err != nil {
		return "", err
	}
	if len(all) != 2 {
		return "", fmt.Errorf("%s: what stands within it under %s is of %d designs, not of two", was.path, kind, len(all))
	}
	p := experiment.Plan{Scenarios: all, Replications: m.Finished, Seed: m.Seed, Workers: r.workers, Tool: Version, CommandLine: m.Command}
	f := following{notes: cmd.ErrOrStderr(), quiet: r.quiet, what: kind}
	if r.quiet {
		f.notes = io.Discard
	}
	if kind == results.Why {
		return explainAgain(cmd.Context(), f, p)
	}
	whole := twins.Plan{Plan: p}
	if err := twinsFit(&whole, machineMemory()); err != nil {
		return "", err
	}
	set, err := follow(cmd.Context(), f, &whole.Plan, whole.Histories(), func(ctx context.Context) (*results.TwinSet, error) { return twins.Run(ctx, whole) })
	if err != nil {
		return "", err
	}
	return set.Hash(), nil
}

// explainAgain lives an explanation again, as its command says.
func explainAgain(parent context.Context, f following, p experiment.Plan) (string, error) {
	e, flags := &explaining{}, &cobra.Command{}
	e.flags(flags)
	if len(p.CommandLine) < 2 {
		return "", fmt.Errorf("an explanation names no command: it cannot be repeated")
	}
	if err := flags.ParseFlags(p.CommandLine[2:]); err != nil {
		return "", err
	}
	p.AtOnce = atOnce(p, machineMemory())
	if err := checkMemory(p); err != nil {
		return "", err
	}
	var wrong problems
	whole := explain.Plan{Plan: p, Measures: e.measures, Pairs: e.orders}
	wrong.add(explain.Check(whole))
	split, err := explain.Of(p.Scenarios[0], p.Scenarios[1], e.by, e.hands(&wrong))
	wrong.add(err)
	if len(wrong) > 0 {
		return "", wrong.err()
	}
	whole.Split = split
	whole.Prepare()
	set, err := follow(parent, f, &whole.Plan, whole.Histories(), func(ctx context.Context) (*results.ExplainSet, error) { return explain.Run(ctx, whole) })
	if err != nil {
		return "", err
	}
	return set.Hash(), nil
}
