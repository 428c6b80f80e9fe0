package bench

import (
	"bytes"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"

	"github.com/BurntSushi/toml"

	"xsell/scenarios/results"
)

// Recorded is the price of a customer-week in yardsticks as it was when it was written down, with the sizes it was
// measured at. Another machine has another pace, and nearly the same ratio.
type Recorded struct {
	Schema      string             `toml:"schema"`
	Customers   int                `toml:"customers"`
	Weeks       int                `toml:"weeks"` // without the warm-up
	Repetitions int                `toml:"repetitions"`
	System      string             `toml:"system"` // it was measured on
	Go          string             `toml:"go"`
	Ratios      map[string]float64 `toml:"ratios"` // by scenario: cost of a customer-week over that of a keyed draw
}

const recordedHead = `# What a customer-week costs, counted in dependent keyed draws of the same machine in the same minute. Written by
# "xsell bench --record"; the gate fails when the cost has risen by more than its margin.

`

// Record is what a bench found, to be written down.
func Record(p Plan, b *results.Bench) *Recorded {
	r := &Recorded{Schema: results.BenchSchema, Customers: p.Customers, Weeks: p.Weeks, Repetitions: p.Repetitions,
		System: b.System, Go: b.Go, Ratios: map[string]float64{}}
	for _, s := range b.Scenarios {
		r.Ratios[s.Name] = math.Round(s.Ratio*10) / 10 // more digits would be noise
	}
	return r
}

// Write writes the record to a file, over what was there.
func (r *Recorded) Write(path string) error {
	text := bytes.NewBufferString(recordedHead)
	if err := toml.NewEncoder(text).Encode(r); err != nil {
		return fmt.Errorf("the record cannot be written as TOML: %w", err)
	}
	return os.WriteFile(path, text.Bytes(), 0o644)
}

// ReadRecorded reads a record.
func ReadRecorded(path string) (*Recorded, error) {
	r := &Recorded{}
	meta, err := toml.DecodeFile(path, r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 || r.Schema != results.BenchSchema {
		return nil, fmt.Errorf("%s: not a record of this version of the tool: write it anew with xsell bench --record %[1]s", path)
	}
	return r, nil
}

// Dearer says which scenarios cost more than recorded by more than a margin: 0.3 is 30 %. A scenario that is not recorded
// is dearer too, for nothing is known that would let it pass.
func (r *Recorded) Dearer(b *results.Bench, margin float64) (sentences []string) {
	for _, s := range b.Scenarios {
		was, known := r.Ratios[s.Name]
		switch {
		case !known:
			sentences = append(sentences, fmt.Sprintf("%s is not in the record: write it anew with xsell bench --record", s.Name))
		case s.Ratio > was*(1+margin):
			sentences = append(sentences, fmt.Sprintf("%s: a customer-week costs %.1f yardsticks, %.0f %% more than the %.1f on record; %.0f %% are allowed",
				s.Name, s.Ratio, 100*(s.Ratio/was-1), was, 100*margin))
		}
	}
	return sentences
}

// Plan is what has to be measured to be held against the record: its scenarios at its sizes.
func (r *Recorded) Plan(like Plan) Plan {
	like.Scenarios, like.Customers, like.Weeks, like.Repetitions = slices.Sorted(maps.Keys(r.Ratios)), r.Customers, r.Weeks, r.Repetitions
	return like
}
