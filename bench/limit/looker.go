package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"xsell/sim"
)

// phases are those the kernel knows, in the order of the week.
var phases = []string{"luck", "join", "want", "lose", "ask", "age", "leave", "drift"}

// looker stands around the phases of the week: it checks or times them.
type looker struct {
	*plan
	folder     string
	variants   []string // of the kernel
	households int
	took       map[string][]float64 // by variant and phase [ns]
	events     map[string]int       // decisions by phase in the checked weeks
	err        error                // the first difference, or what else went wrong
}

func newLooker(p *plan, folder string) (*looker, error) {
	said, err := exec.Command(p.kernel, "variants").Output()
	return &looker{plan: p, folder: folder, variants: strings.Fields(string(said)), took: map[string][]float64{},
		events: map[string]int{}}, err
}

// attach puts the looker around the phases that the kernel knows.
func (l *looker) attach() {
	for i := range sim.Week {
		phase := &sim.Week[i]
		for _, name := range phases {
			if run := phase.Run; phase.Name == name {
				phase.Run = func(m *sim.Market) { l.around(m, name, run) }
			}
		}
	}
}

// around lives one phase: unseen until the bank is settled, then checked, then timed.
func (l *looker) around(m *sim.Market, phase string, run func(*sim.Market)) {
	switch week := int(m.Week) - l.settled; {
	case l.err != nil || week < 0:
		run(m)
	case week < l.checked:
		l.err = l.check(m, phase, run)
	default:
		l.households = len(m.Customers.Here)
		l.time(m, phase, run, week-l.checked)
	}
}

// ours is the name of the variant that is the product.
const ours = "ours"

// time takes the time of a phase. Each stretch ends with a turn of the kernel, so the first week after one does not count:
// its columns come from farther away.
func (l *looker) time(m *sim.Market, phase string, run func(*sim.Market), week int) {
	start := now()
	run(m)
	if took := now() - start; week%l.stretch > 0 {
		l.keep(ours, phase, took)
	}
	if phase == phases[0] && week%l.stretch == l.stretch-1 {
		l.err = l.turn(m)
	}
}

func (l *looker) keep(variant, phase string, took time.Duration) {
	key := variant + " " + phase
	l.took[key] = append(l.took[key], float64(took))
}

// turn lets the kernel live the week after luck several times and keeps the medians.
func (l *looker) turn(m *sim.Market) error {
	said, err := l.run(m, "time", fmt.Sprint(l.repeats))
	if err != nil {
		return err
	}
	for line := range strings.Lines(said) {
		var variant, phase string
		var took float64
		if _, err := fmt.Sscan(line, &variant, &phase, &took); err != nil {
			return fmt.Errorf("the kernel says %q: %w", line, err)
		}
		l.keep(variant, phase, time.Duration(took))
	}
	return nil
}

// run writes the market and calls the kernel on it.
func (l *looker) run(m *sim.Market, words ...string) (string, error) {
	market := filepath.Join(l.folder, "market")
	if err := os.WriteFile(market, snapshot(m), 0o600); err != nil {
		return "", err
	}
	kernel := exec.Command(l.kernel, append([]string{market}, words...)...)
	var complaint bytes.Buffer
	kernel.Stderr = &complaint
	said, err := kernel.Output()
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, &complaint)
	}
	return string(said), nil
}
