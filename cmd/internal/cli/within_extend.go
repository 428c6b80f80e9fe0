package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"xsell/scenarios/experiment"
	"xsell/scenarios/journal"
	"xsell/scenarios/results"
)

// deepenMore notes in results what is asked for within them, and in their command.
func (x *extending) deepenMore(set *results.Set, dir string) error {
	m := &set.Manifest
	for _, kind := range x.deeper.kinds() {
		if len(m.Scenarios) < 2 {
			return fmt.Errorf("--%s: %s holds one design, and there is nothing to compare it with", kind, dir)
		}
		if slices.Contains(m.Deeper, kind) {
			continue
		}
		m.Deeper = append(m.Deeper, kind)
		if flag := "--" + kind; !slices.Contains(m.Command, flag) {
			m.Command = append(slices.Clone(m.Command), flag)
		}
	}
	slices.SortFunc(m.Deeper, func(a, b string) int { return slices.Index(results.AllWithin, a) - slices.Index(results.AllWithin, b) })
	return nil
}

// deepenAlone adds what stands within results without any world.
func (x *extending) deepenAlone(cmd *cobra.Command, dir string, set *results.Set) error {
	if lacking := set.Manifest.Lacking(dir); len(lacking) == 0 && reported(dir) {
		return errors.New(dir + " holds what --why and --who ask for: there is nothing to add; remove one of its directories why/ and who/ to make it anew")
	}
	j, err := finisher(cmd, dir, set, &x.asked)
	if err != nil {
		return err
	}
	var failed error
	err = journal.Alone(dir, func() error {
		if failed = j.asRead(); failed == nil {
			failed = ours(results.Overwrite(dir, set))
		}
		return nil
	})
	if err := errors.Join(unopened(err), failed); err != nil {
		return err
	}
	return j.finish(cmd.Context())
}

// finish makes what results lack that hold all their worlds: the report, and what was to stand within them.
func finish(cmd *cobra.Command, dir string, set *results.Set, a *asked) error {
	j, err := finisher(cmd, dir, set, a)
	if err != nil {
		return err
	}
	return j.finish(cmd.Context())
}

// finisher plans that, and says all that is wrong.
func finisher(cmd *cobra.Command, dir string, set *results.Set, a *asked) (*job, error) {
	j := &job{asked: a, before: set, place: place{dir: dir}, out: cmd.OutOrStdout(), notes: a.following(cmd.ErrOrStderr()).notes}
	if len(set.Manifest.Lacking(dir)) == 0 {
		return j, nil
	}
	plan, err := experiment.Again(set)
	if err != nil {
		return nil, err
	}
	j.plan = plan
	j.inner, err = j.within()
	return j, err
}

func (j *job) finish(ctx context.Context) error {
	return errors.Join(j.deepen(ctx), present(j.out, j.place.dir, j.before))
}
