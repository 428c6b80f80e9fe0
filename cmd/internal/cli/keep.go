package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"xsell/scenarios/checkpoint"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/scenarios/words"
)

// usualEvery is how often histories are kept unless said otherwise.
const usualEvery = "5 minutes"

// keeping is what the flags say about checkpoints.
type keeping struct {
	dir, every string
	resume     bool
	given      []string // flags that say how to keep
}

func (k *keeping) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&k.dir, "checkpoint", "", "keep histories in `DIR` while they are lived, so that the run can be stopped and go on with --resume")
	f.StringVar(&k.every, "checkpoint-every", usualEvery, "save where each history is after this `TIME`, such as \"90 minutes\"")
	f.BoolVar(&k.resume, "resume", false, "go on with what is kept in the --checkpoint directory; the results are those of an undisturbed run")
}

// notice remembers which flags were given.
func (k *keeping) notice(cmd *cobra.Command) {
	for _, flag := range []string{"checkpoint", "checkpoint-every", "resume"} {
		if cmd.Flags().Changed(flag) {
			k.given = append(k.given, "--"+flag)
		}
	}
}

// checkKeeping says what cannot be meant: results go to place.
func (a *asked) checkKeeping(place string) error {
	k := &a.keeping
	if k.dir == "" {
		if len(k.given) == 0 {
			return nil
		}
		return fmt.Errorf("%s: name the directory as well, with --checkpoint DIR", strings.Join(k.given, " and "))
	}
	var wrong []error
	if _, err := k.period(); err != nil {
		wrong = append(wrong, err)
	}
	if len(a.panels.kinds) > 0 {
		wrong = append(wrong, errors.New("--checkpoint and --panel: panels are written while a history is lived and cannot go on in its middle; leave one of them out"))
	}
	if inside(k.dir, place) || inside(place, k.dir) {
		wrong = append(wrong, fmt.Errorf("--checkpoint %s: results go to %s; name a directory beside it", k.dir, place))
	}
	return errors.Join(wrong...)
}

// inside tells whether a path is a directory or below it.
func inside(path, dir string) bool {
	one, err := filepath.Abs(path)
	other, failure := filepath.Abs(dir)
	if err != nil || failure != nil {
		return false
	}
	way, err := filepath.Rel(other, one)
	return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
}

// period is the time between two checkpoints.
func (k *keeping) period() (time.Duration, error) {
	var hours words.Hours
	if err := hours.UnmarshalTOML(k.every); err != nil {
		return 0, fmt.Errorf("--checkpoint-every: %w", err)
	}
	if hours < 0 {
		return 0, fmt.Errorf("--checkpoint-every %q: it must not be negative", k.every)
	}
	return time.Duration(float64(hours) * float64(time.Hour)), nil
}

// folder opens the directory of checkpoints and lets the plan's histories be kept there; nil without --checkpoint.
func (j *job) folder() (*checkpoint.Folder, error) {
	if j.keeping.dir == "" {
		return nil, nil
	}
	every, err := j.keeping.period()
	if err != nil {
		return nil, err
	}
	tool, err := thisProgram()
	if err != nil {
		return nil, err
	}
	d := &checkpoint.Folder{Dir: j.keeping.dir, Every: every, Resume: j.keeping.resume, Tool: tool,
		Note: func(text string) { fmt.Fprintln(j.notes, "\n"+text) }}
	ended, running, err := d.Open(j.plan)
	if err != nil {
		return nil, err
	}
	switch {
	case j.keeping.resume && ended+running == 0:
		fmt.Fprintf(j.notes, "nothing is kept in %s yet: the run begins at its start\n", d.Dir)
	case j.keeping.resume:
		fmt.Fprintf(j.notes, "going on from %s: %d of %d histories have ended, %d are on their way\n", d.Dir, ended, j.plan.Histories(), running)
	}
	j.plan.Live = d.Live
	return d, nil
}

// halted is an interrupt whose histories are kept.
type halted struct {
	*experiment.Interrupted
	dir string
}

func (h halted) Error() string {
	return fmt.Sprintf("interrupted: %d of %d worlds are complete; all that was lived is kept in %s, and the same command with --resume goes on from there",
		h.Finished, h.Asked, h.dir)
}

func (h halted) Unwrap() error { return h.Interrupted }

// afterKeeping makes of an interrupt one that is kept, without results and books: they come when the run is complete.
func (j *job) afterKeeping(d *checkpoint.Folder, set *results.Set, err error) (*results.Set, error) {
	var interrupted *experiment.Interrupted
	if d == nil || !errors.As(err, &interrupted) {
		return set, err
	}
	j.books.Reset()
	return nil, halted{interrupted, d.Dir}
}

// stopping is what the first Ctrl-C says.
func (k *keeping) stopping() string {
	if k.dir == "" {
		return "stopping: complete worlds are kept; once more stops at once"
	}
	return fmt.Sprintf("stopping: all histories are saved in %s; once more stops at once", k.dir)
}

// clearKept removes checkpoints whose results are safe. That it cannot spoils nothing.
func clearKept(d *checkpoint.Folder, plan experiment.Plan, notes io.Writer) {
	if d == nil {
		return
	}
	if err := d.Clear(plan); err != nil {
		fmt.Fprintf(notes, "checkpoints could not be removed: %v\n", err)
	}
}
