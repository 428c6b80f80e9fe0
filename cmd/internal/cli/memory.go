package cli

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"xsell/scenarios/experiment"
	"xsell/sim"
	"xsell/sim/metric"
)

// Rough sizes as measured, to refuse what cannot fit [bytes].
const (
	perHousehold  = 78       // scenarios/memory_test.go measures it, sellers included, without a trial and of a short range
	perTreated    = 25       // a household more where a change is for some customers: its changes 16, levers 8, side 1
	perWide       = 2 * 4    // a household more where the range is long: two bytes more in each of four sets of products
	shortRange    = 16       // products up to which a set takes two bytes
	perInScratch  = 57       // a household of the market that a processor is busy with
	perSeller     = 2_500    // in small markets, with what a market has once
	perRow        = 300      // of a table of results, in memory and as text
	assumedMemory = 16 << 30 // where the system does not say
	gib           = 1 << 30
)

// checkMemory refuses plans that need more memory than the machine has.
func checkMemory(p experiment.Plan) error {
	return fits(p, machineMemory())
}

func fits(p experiment.Plan, memory float64) error {
	runs, tables := runMemory(p), tableMemory(p)
	if runs+tables <= memory {
		return nil
	}
	advice := "fewer --replications, or more weeks between closes (--set run.close=\"13 weeks\")"
	if runs > tables {
		advice = "fewer customers (--set run.customers=…)"
	}
	return tooLarge(runs+tables, memory, advice)
}

func tooLarge(need, memory float64, advice string) error {
	return fmt.Errorf("this needs about %.1f GiB of memory, and the machine has %.1f GiB; take %s", need/gib, memory/gib, advice)
}

// traceFits refuses to trace a firm that needs more memory than there is.
func traceFits(m *sim.Model, memory float64) error {
	if need := historyMemory(m) + marketScratch(m); need > memory {
		return tooLarge(need, memory, "fewer customers in fewer markets (--set run.customers=… --set run.markets=… --set run.sellers=…)")
	}
	return nil
}

// runMemory is what the histories take that are lived at a time, and the processors that live them [bytes].
func runMemory(p experiment.Plan) float64 {
	return mostMemory(p)*float64(p.Abreast()) + scratchMemory(p)
}

// scratchMemory is what all processors need beside the tables [bytes].
func scratchMemory(p experiment.Plan) float64 {
	most := 0.0
	for _, s := range p.Scenarios {
		most = max(most, marketScratch(s.Model))
	}
	return most * float64(p.Threads())
}

// marketScratch is what a processor needs for the largest market [bytes].
func marketScratch(m *sim.Model) float64 {
	largest := math.Ceil(float64(m.Size.Customers) / float64(max(m.Size.Markets, 1)))
	return largest * (1 + m.Market.Vacant) * perInScratch
}

// atOnce is how many histories of a plan fit into so much memory at a time, at least 1. The others' processors work
// inside these.
func atOnce(p experiment.Plan, memory float64) int {
	fit := (memory - tableMemory(p) - scratchMemory(p)) / max(mostMemory(p), 1)
	return int(min(max(fit, 1), float64(p.Threads())))
}

// mostMemory is what the largest scenario takes [bytes].
func mostMemory(p experiment.Plan) float64 {
	most := 0.0
	for _, s := range p.Scenarios {
		most = max(most, historyMemory(s.Model))
	}
	return most
}

// historyMemory is what the tables of a history take [bytes].
func historyMemory(m *sim.Model) float64 {
	households, each := float64(m.Size.Customers)*(1+m.Market.Vacant), float64(perHousehold)
	if slices.ContainsFunc(m.Changes, func(x sim.Change) bool { return x.Of == sim.AmongCustomers }) {
		each += perTreated
	}
	if m.Products() > shortRange {
		each += perWide
	}
	return households*each + float64(m.Size.Sellers)*perSeller
}

// tableMemory is what the results take until they are written [bytes].
func tableMemory(p experiment.Plan) float64 {
	size := p.Scenarios[0].Model.Size
	frames := float64(size.Weeks/max(size.Close, 1) + 1)
	rows := frames * float64(len(metric.Items)+len(metric.Measures))
	return rows * perRow * float64(p.Histories())
}

// machineMemory is the memory of the machine [bytes].
func machineMemory() float64 {
	f, err := os.Open("/proc/meminfo")
	if err != nil {
		return assumedMemory
	}
	defer f.Close()
	return totalMemory(f)
}

// totalMemory reads the line "MemTotal:  24531000 kB".
func totalMemory(meminfo io.Reader) float64 {
	lines := bufio.NewScanner(meminfo)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) < 2 || words[0] != "MemTotal:" {
			continue
		}
		if kib, err := strconv.ParseFloat(words[1], 64); err == nil {
			return kib * 1024
		}
	}
	return assumedMemory
}
