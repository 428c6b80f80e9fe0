// Limit tells how close the customers' phases of the week come to what the hardware allows: it lives a bank, lets a
// small kernel in C (folder kernel, never part of the product) decide the same weeks from the same columns, holds that
// both decide alike to the last bit, and prints what either costs.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"xsell/scenarios"
	"xsell/sim"
	"xsell/sim/draw"
)

// plan is what is lived: the weeks until the bank is settled, those in which both must decide alike, and stretches that
// are timed, each followed by a turn of the kernel.
type plan struct {
	kernel, scenario            string
	settled, checked            int // [weeks]
	stretches, stretch, repeats int // of weeks; turns of the kernel after each
}

func (p *plan) weeks() int { return p.settled + p.checked + p.stretches*p.stretch }

func main() {
	var p plan
	flag.StringVar(&p.kernel, "kernel", "", "the compiled kernel; by default it is compiled with gcc")
	flag.StringVar(&p.scenario, "scenario", "silo", "the bank that is lived")
	flag.IntVar(&p.settled, "settled", 104, "weeks until the bank is settled")
	flag.IntVar(&p.checked, "checked", 13, "weeks in which both must decide alike")
	flag.IntVar(&p.stretches, "stretches", 10, "stretches that are timed")
	flag.Parse()
	p.stretch, p.repeats = 13, 15
	if err := measure(&p); err != nil {
		fmt.Fprintln(os.Stderr, "limit:", err)
		os.Exit(1)
	}
}

// measure lives the plan and prints the table.
func measure(p *plan) error {
	runtime.LockOSThread() // the clock is that of the thread
	folder, err := os.MkdirTemp("", "limit")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if p.kernel == "" {
		p.kernel = filepath.Join(folder, "kernel")
		if said, err := exec.Command("bench/limit/kernel/build.sh", p.kernel).CombinedOutput(); err != nil {
			return fmt.Errorf("the kernel does not compile (run this from the top of the module, with gcc): %w\n%s", err, said)
		}
	}
	model, err := bank(p)
	if err != nil {
		return err
	}
	l, err := newLooker(p, folder)
	if err != nil {
		return err
	}
	l.attach()
	if _, err := sim.Run(context.Background(), model, draw.World{Seed: 1}, 1); err != nil {
		return err
	}
	if l.err != nil {
		return l.err
	}
	fmt.Print(l.table())
	return nil
}

// bank is one market of a bank of 70 million customers: 12,000 of them with 17 sellers.
func bank(p *plan) (*sim.Model, error) {
	s, err := scenarios.Load(p.scenario, []string{"run.markets=1", "run.customers=12_000", "run.sellers=17",
		fmt.Sprintf("run.weeks=%d weeks", p.weeks())})
	if err != nil {
		return nil, err
	}
	var beyond []string
	for what, used := range map[string]bool{"contracts": len(s.Model.Org.Contracts) > 0, "houses": len(s.Model.Org.Houses) > 0,
		"tiers": s.Model.Market.Tiered, "nurturing": s.Model.Org.Nurture.Wait > 0, "changes for some": changesForSome(s.Model)} {
		if used {
			beyond = append(beyond, what)
		}
	}
	if len(beyond) > 0 {
		return nil, fmt.Errorf("%s has %s, which the kernel does not know; try silo", p.scenario, strings.Join(beyond, ", "))
	}
	return s.Model, nil
}

// changesForSome tells whether people of one market may live under different levers.
func changesForSome(model *sim.Model) bool {
	return slices.ContainsFunc(model.Changes, func(x sim.Change) bool { return x.Of != sim.AmongMarkets })
}
