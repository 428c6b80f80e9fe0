// The small week with the engine of xsell: keyed luck, columns, candidates by lanes, markets lived by workers.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"syscall"
	"time"

	"xsell/sim/draw"
)

// Result is the one line a program of this folder prints.
type Result struct {
	Framework string   `json:"framework"`
	Version   string   `json:"version"`
	Language  string   `json:"language"`
	Threads   int      `json:"threads"`
	Customers int      `json:"customers"`
	Weeks     int      `json:"weeks"`
	Seconds   float64  `json:"seconds"`       // of the weekly loop
	CPU       float64  `json:"cpu_seconds"`   // of the weekly loop, all threads
	Total     float64  `json:"total_seconds"` // building the world included
	Peak      int64    `json:"peak_bytes"`    // largest resident memory
	Outcomes  Outcomes `json:"outcomes"`
}

func main() {
	customers := flag.Int("customers", 100_000, "how many, a whole number of books of 100")
	weeks := flag.Int("weeks", 100, "how long")
	seed := flag.Uint64("seed", 1, "the world's luck")
	threads := flag.Int("threads", 1, "how many cores")
	yard := flag.Bool("yardstick", false, "measure this machine instead")
	flag.Parse()
	runtime.GOMAXPROCS(*threads)
	switch {
	case *yard:
		fmt.Printf("%.4f\n", yardstick())
	case *customers < bookSize || *customers%bookSize != 0:
		fmt.Fprintf(os.Stderr, "--customers %d is not a whole number of books of %d\n", *customers, bookSize)
		os.Exit(2)
	default:
		run(draw.World{Seed: *seed}, *customers, *weeks, *threads)
	}
}

// run lives one world and prints its line.
func run(w draw.World, customers, weeks, threads int) {
	born := time.Now()
	firm := newFirm(w, customers, threads)
	start, spent := time.Now(), cpu()
	firm.live(weeks)
	result := Result{Framework: "xsell", Version: "this tree", Language: "Go " + runtime.Version()[2:], Threads: threads,
		Customers: customers, Weeks: weeks, Seconds: time.Since(start).Seconds(), CPU: cpu() - spent,
		Total: time.Since(born).Seconds(), Peak: peak(), Outcomes: firm.outcomes()}
	if err := json.NewEncoder(os.Stdout).Encode(result); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

const yardSteps = 100_000_000

// yardstick is how long one step of a chain takes in which each waits for the one before [ns of CPU]: two
// multiplications, three shifts. It tells machines apart, and a machine at rest from one with company.
func yardstick() float64 {
	x, start := uint64(1), cpu()
	for range yardSteps {
		x = draw.Stream{}.Bits(x)
	}
	runtime.KeepAlive(x)
	return (cpu() - start) * 1e9 / yardSteps
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
