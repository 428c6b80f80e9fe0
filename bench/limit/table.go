package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// bar is how many times the kernel's time the week may take.
const bar = 3

// table is what a household-week costs in each phase, with us and in the kernel.
func (l *looker) table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s; %s; %s\n", processor(), compiler(), runtime.Version())
	fmt.Fprintf(&b, "%s, one market of %d households; alike in %d weeks and all variants: %s\n", l.scenario, l.households,
		l.checked, l.decisions())
	fmt.Fprintf(&b, "nanoseconds of processor time per household-week, medians\n\n")
	fmt.Fprintf(&b, "%-8s%8s", "phase", ours)
	for _, variant := range l.variants {
		fmt.Fprintf(&b, "%9s", variant)
	}
	fmt.Fprintf(&b, "%18s\n", "ours ÷ the best")
	sums, best := map[string]float64{}, 0.0
	for _, phase := range phases {
		row := map[string]float64{}
		for _, variant := range append([]string{ours}, l.variants...) {
			row[variant] = l.median(variant, phase)
			sums[variant] += row[variant]
		}
		best += l.row(&b, phase, row)
	}
	l.row(&b, "sum", sums)
	verdict := "below"
	if sums[ours] > bar*best {
		verdict = "above"
	}
	fmt.Fprintf(&b, "\nThe phases together take %.1f times the best kernel's time, %s the bar of %d.\n", sums[ours]/best, verdict, bar)
	return b.String()
}

// row adds a line and returns the best of the kernel.
func (l *looker) row(b *strings.Builder, phase string, took map[string]float64) (best float64) {
	fmt.Fprintf(b, "%-8s%8.2f", phase, took[ours])
	best = took[l.variants[0]]
	for _, variant := range l.variants {
		fmt.Fprintf(b, "%9.2f", took[variant])
		best = min(best, took[variant])
	}
	fmt.Fprintf(b, "%18.1f\n", took[ours]/best)
	return best
}

// median of a phase [ns per household-week].
func (l *looker) median(variant, phase string) float64 {
	took := slices.Sorted(slices.Values(l.took[variant+" "+phase]))
	return took[len(took)/2] / float64(l.households)
}

// decisions of the checked weeks, by phase.
func (l *looker) decisions() string {
	var parts []string
	for _, phase := range phases {
		if n := l.events[phase]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", phase, n/len(l.variants)))
		}
	}
	return strings.Join(parts, ", ")
}

func processor() string {
	info, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return runtime.GOARCH
	}
	for line := range strings.Lines(string(info)) {
		if name, model, found := strings.Cut(line, ":"); found && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(model)
		}
	}
	return runtime.GOARCH
}

func compiler() string {
	said, err := exec.Command("gcc", "--version").Output()
	if err != nil {
		return "another compiler than gcc"
	}
	line, _, _ := strings.Cut(string(said), "\n")
	return line
}
