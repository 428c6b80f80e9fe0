package results

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// BenchSchema is the version of the form in which speed is written. It rises when a field changes its meaning or goes.
const BenchSchema = "xsell-bench/1"

// Bench is how fast the simulator is on a machine. Times are medians over repetitions in which everything was measured in
// turn, the yardstick too; a ratio is the median of the ratios within a repetition.
type Bench struct {
	Schema      string          `json:"schema" jsonschema:"enum=xsell-bench/1"` // BenchSchema
	Tool        string          `json:"tool_version"`                           // of xsell
	Go          string          `json:"go"`                                     // version of the compiler
	System      string          `json:"system"`                                 // operating system and processor, as linux/amd64
	Processors  int             `json:"processors"`                             // that the program may use
	Clock       string          `json:"clock"`                                  // what times on one worker are of: "cpu" or, where that cannot be had, "wall"
	Repetitions int             `json:"repetitions"`
	Yardstick   Yardstick       `json:"yardstick"`
	Start       Start           `json:"start"`
	Scenarios   []BenchScenario `json:"scenarios"`
	Sizes       []BenchSize     `json:"sizes,omitempty"` // where one scenario was measured at several sizes in place of its parts
}

// Yardstick is the machine's own pace [ns].
type Yardstick struct {
	Integer float64 `json:"integer_ns"` // one keyed draw: four dependent multiplications and shifts
	Memory  float64 `json:"memory_ns"`  // 64 bytes read and written in order, in a buffer larger than the caches
}

// Start is how long the program takes to do nothing [ms].
type Start struct {
	Wall float64 `json:"wall_ms"` // from the call to the end, of xsell version
	CPU  float64 `json:"cpu_ms"`
}

// BenchScenario is the speed of one scenario. A customer-week is one of the scenario's customers for one week, the
// warm-up included; households that could become customers live too and are not counted.
type BenchScenario struct {
	Name         string      `json:"name"`
	Customers    int         `json:"customers"`
	Households   int         `json:"households"`
	Sellers      int         `json:"sellers"`
	Markets      int         `json:"markets"`
	Weeks        int         `json:"weeks"`   // with the warm-up
	Cost         float64     `json:"cost_ns"` // per customer-week on one worker, build and closes included
	Ratio        float64     `json:"ratio"`   // of the cost to Yardstick.Integer
	MemoryRatio  float64     `json:"memory_ratio"`
	PerSecond    float64     `json:"per_second"`      // customer-weeks on one worker
	Workers      int         `json:"workers"`         // of the run on all
	PerSecondAll float64     `json:"per_second_all"`  // customer-weeks on all workers, of the time on the wall
	SpeedUp      float64     `json:"speed_up"`        // of all workers over one, of the time on the wall
	CostAll      float64     `json:"cost_all_ns"`     // per customer-week on all workers, of all of them together: above Cost they wait for one another
	Bytes        float64     `json:"bytes"`           // of memory per household after the build
	Draws        float64     `json:"draws,omitempty"` // keyed draws per customer-week, build included; only of a program built with the tag counted, whose times mean nothing
	Parts        []BenchPart `json:"parts"`
}

// BenchPart is what one part of the work costs: the build, a phase of the week, the closes.
type BenchPart struct {
	Name  string  `json:"name"`
	Cost  float64 `json:"cost_ns"` // per customer-week; of the build per customer
	Share float64 `json:"share"`   // of the whole history
	Ratio float64 `json:"ratio"`   // of the cost to Yardstick.Integer
}

// BenchSize is what a customer-week costs at one size of a scenario, on all workers.
type BenchSize struct {
	Name      string  `json:"name"`
	Customers int     `json:"customers"`
	Markets   int     `json:"markets"`
	Sellers   int     `json:"sellers"`
	Weeks     int     `json:"weeks"` // with the warm-up
	Workers   int     `json:"workers"`
	Lived     int     `json:"lived"`   // histories, of which the median counts
	Cost      float64 `json:"cost_ns"` // of all workers together per customer-week, build and closes included
	Ratio     float64 `json:"ratio"`   // of the cost to Yardstick.Integer
	Wall      float64 `json:"wall_s"`  // of one history
}

// benchFile is where the figures stand in a directory of their own.
const benchFile = "bench.json"

// JSON is the bench as a text for other programs.
func (b *Bench) JSON() ([]byte, error) {
	text, err := json.MarshalIndent(b, "", "  ")
	return append(text, '\n'), err
}

// WriteBench puts a bench into dir, which must not exist or be empty, with further files by their names.
func WriteBench(dir string, b *Bench, more map[string][]byte) error {
	if err := Check(dir); err != nil {
		return err
	}
	text, err := b.JSON()
	if err != nil {
		return fmt.Errorf("the figures cannot be written as JSON: %w", err)
	}
	files := []file{{benchFile, text}}
	for name, bytes := range more {
		files = append(files, file{name, bytes})
	}
	if err := writeWhole(dir, files, nil); err != nil {
		return fmt.Errorf("cannot write figures to %s: %w", dir, err)
	}
	return nil
}

// ReadBench reads what WriteBench wrote.
func ReadBench(dir string) (*Bench, error) {
	text, err := os.ReadFile(filepath.Join(dir, benchFile))
	if err != nil {
		return nil, fmt.Errorf("%s holds no figures of speed: %w", dir, plain(err))
	}
	b := &Bench{}
	if err := json.Unmarshal(text, b); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, benchFile), err)
	}
	if b.Schema != BenchSchema {
		return nil, errors.New(filepath.Join(dir, benchFile) + ": not written by this version of the tool: schema " + b.Schema + ", not " + BenchSchema)
	}
	return b, nil
}
