// The small week with Ark, an entity component system: components, filters and systems, as its guide writes them.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"runtime/debug"
	"strconv"
	"syscall"
	"time"
)

func main() {
	customers := flag.Int("customers", 100_000, "how many, a whole number of books of 100")
	weeks := flag.Int("weeks", 100, "how long")
	seed := flag.Uint64("seed", 1, "the world's luck")
	flag.Parse()
	runtime.GOMAXPROCS(1)

	born := time.Now()
	week := newWeek(*customers, *seed)
	start, spent := time.Now(), cpu()
	week.live(*weeks)
	seconds, used := time.Since(start).Seconds(), cpu()-spent
	err := json.NewEncoder(os.Stdout).Encode(map[string]any{
		"framework": "Ark", "version": version(), "language": "Go " + runtime.Version()[2:], "threads": 1,
		"customers": *customers, "weeks": *weeks, "seconds": seconds, "cpu_seconds": used,
		"total_seconds": time.Since(born).Seconds(), "peak_bytes": peak(), "outcomes": week.outcomes()})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// outcomes counts what happened, and the world at the end.
func (w *Week) outcomes() map[string]any {
	open, customers, sellers := 0, 0.0, 0.0
	var sum struct{ need, trust, skill, needSpread, trustSpread float64 }
	for query := w.leaving.Query(); query.Next(); customers++ {
		x, y, z := query.Get()
		need, trust := float64(x.X), float64(y.X)
		if z.Yes {
			open++
		}
		sum.need += need
		sum.trust += trust
		sum.needSpread += (need - 0.5) * (need - 0.5)
		sum.trustSpread += (trust - 0.5) * (trust - 0.5)
	}
	for query := w.selling.Query(); query.Next(); sellers++ {
		skill, _, _ := query.Get()
		sum.skill += float64(skill.X)
	}
	return map[string]any{
		"customers": int(customers), "offers": w.count.Offers, "accepted": w.count.Accepted, "arisen": w.count.Arisen,
		"faded": w.count.Faded, "helped": w.count.Helped, "failed": w.count.Failed, "left": w.count.Left, "open": open,
		"need": sum.need / customers, "trust": sum.trust / customers, "skill": sum.skill / sellers,
		"need_spread": sum.needSpread / customers, "trust_spread": sum.trustSpread / customers}
}

// version is the version of Ark this program was built with.
func version() string {
	info, _ := debug.ReadBuildInfo()
	for _, module := range info.Deps {
		if module.Path == "github.com/mlange-42/ark" {
			return module.Version
		}
	}
	return "unknown"
}

// cpu is the CPU time of this process so far [s].
func cpu() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()).Seconds()
}

var highWater = regexp.MustCompile(`VmHWM:\s*(\d+) kB`)

// peak is the largest resident memory of this process so far [bytes], 0 where the system does not tell.
func peak() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	found := highWater.FindSubmatch(status)
	if found == nil {
		return 0
	}
	kb, err := strconv.ParseInt(string(found[1]), 10, 64)
	if err != nil {
		return 0
	}
	return kb << 10
}
