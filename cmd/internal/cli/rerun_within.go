package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"xsell/reports/document"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
)

// innerRecorded is what stands within results that are to be repeated.
type innerRecorded struct {
	inner
	hash    string // of its tables, as recorded
	verdict string // "" where it is to be repeated, and planned
}

// planWithin plans what stands within the results of a comparison, each with its own worlds, and says all that is wrong with
// it: it may be damaged, or anybody's. Where only some worlds are repeated, nothing of it is. What was asked
// for and never made has its verdict already.
func (r *rerunning) planWithin(was *recorded) (all []innerRecorded, err error) {
	var wrong problems
	m := &was.set.Manifest
	for _, kind := range results.AllWithin {
		for n := 1; n < len(m.Scenarios); n++ {
			kept, err := was.set.WithinManifest(was.path, kind, n)
			if err != nil {
				wrong.add(err)
				continue
			}
			in := innerRecorded{}
			switch {
			case kept == nil && !slices.Contains(m.Deeper, kind):
				continue // nobody asked for it
			case kept == nil:
				in.verdict = document.NotThere
			case r.worlds > 0:
				in.verdict = document.NotRepeated
			default:
				in.hash = kept.ResultsHash
				in.inner, err = was.innerAgain(kind, kept, r.workers)
			}
			in.at, in.what = filepath.ToSlash(m.Within(kind, n)), kind
			if err != nil {
				wrong.add(fmt.Errorf("%s: %s cannot be repeated: %w", was.path, in.at, err))
			}
			all = append(all, in)
		}
	}
	return all, wrong.err()
}

// innerAgain plans one of them from its manifest.
func (w *recorded) innerAgain(kind string, m *results.Manifest, workers int) (inner, error) {
	if n := len(m.Scenarios); n != 2 {
		return inner{}, fmt.Errorf("its manifest must name two designs, found %d", n)
	}
	if m.Finished > mostReplications {
		return inner{}, fmt.Errorf("its manifest names %d worlds, and there may be %d at most", m.Finished, mostReplications)
	}
	all, err := w.scenarios(m)
	if err != nil {
		return inner{}, err
	}
	p := experiment.Plan{Scenarios: all, Replications: m.Finished, Seed: m.Seed, Workers: workers, Tool: Version, CommandLine: m.Command}
	if kind == results.Who {
		return innerWho(p)
	}
	return whyAgain(p)
}

// whyAgain plans an explanation as its command says. Its scenarios are those that were lived, with so many markets.
func whyAgain(p experiment.Plan) (inner, error) {
	e, flags := &explaining{}, &cobra.Command{}
	e.flags(flags)
	if len(p.CommandLine) < 2 {
		return inner{}, errors.New("it names no command")
	}
	if err := flags.ParseFlags(p.CommandLine[2:]); err != nil {
		return inner{}, err
	}
	var wrong problems
	hands := e.hands(&wrong)
	if len(wrong) > 0 {
		return inner{}, wrong.err()
	}
	return e.innerWhy(p, hands)
}

// repeatWithin repeats what was planned, and notes how it came out.
func (r *rerunning) repeatWithin(cmd *cobra.Command, was *recorded, all []innerRecorded) error {
	f := following{notes: cmd.ErrOrStderr(), quiet: r.quiet}
	if r.quiet {
		f.notes = io.Discard
	}
	for _, in := range all {
		x := document.RerunWithin{At: in.at, Verdict: in.verdict}
		if x.Verdict == "" {
			f.what = in.what
			lived, err := follow(cmd.Context(), f, in.plan, in.histories, in.run)
			if err != nil {
				return err
			}
			x.Verdict = word(lived.hash() == in.hash)
		}
		was.inner = append(was.inner, x)
	}
	return nil
}
