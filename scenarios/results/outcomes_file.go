package results

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// OutcomeFile is a table of outcomes of any origin: of every design in every world, one value of one or more measures.
type OutcomeFile struct {
	Designs  []string // in the order they first appear; the first is the base
	Measures []string
	Worlds   []int // in the order they first appear
	Outcomes []Outcome
}

// ReadOutcomes reads outcomes from a CSV file with a header, in one of two forms: long, with the columns scenario,
// replication, measure and value in any order, as outcomes.csv has them; or wide, with a column replication (or world) and
// one column for each design, all of one measure, which is named wide. An empty cell is an undefined value. Every design
// must have one row for every measure and world. Errors say the line.
func ReadOutcomes(r io.Reader, wide string) (*OutcomeFile, error) {
	in := csv.NewReader(r)
	header, err := in.Read()
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = errors.New("it is empty")
		}
		return nil, err
	}
	header[0] = strings.TrimPrefix(header[0], "\ufeff") // a spreadsheet's mark of its encoding
	f := &OutcomeFile{}
	take, err := f.taker(header, wide)
	if err != nil {
		return nil, err
	}
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			return f, f.complete()
		}
		if err != nil {
			return nil, err
		}
		if err := take(record); err != nil {
			line, _ := in.FieldPos(0)
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
	}
}

// taker returns what takes a line of the form that the header says.
func (f *OutcomeFile) taker(header []string, wide string) (func([]string) error, error) {
	at := func(name string) int { return slices.Index(header, name) }
	scenario, replication, measure, value := at("scenario"), at("replication"), at("measure"), at("value")
	if scenario >= 0 && replication >= 0 && measure >= 0 && value >= 0 {
		return func(record []string) error {
			return f.add(record[scenario], record[replication], record[measure], record[value])
		}, nil
	}
	if len(header) == 1 && strings.Contains(header[0], ";") {
		return nil, errors.New("its cells are separated by semicolons: save it with commas between cells and points in numbers")
	}
	world := max(replication, at("world"))
	if world < 0 || scenario >= 0 || len(header) < 3 {
		return nil, fmt.Errorf("the first line is %q; want the columns scenario, replication, measure and value, "+
			"or a column replication and one for each design", strings.Join(header, ","))
	}
	return func(record []string) error {
		for c, design := range header {
			if c == world {
				continue
			}
			if err := f.add(design, record[world], wide, record[c]); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// add takes one value.
func (f *OutcomeFile) add(design, world, measure, cell string) error {
	o := Outcome{Scenario: strings.TrimSpace(design), Measure: strings.TrimSpace(measure)}
	if _, err := fmt.Sscanf(strings.TrimSpace(world)+"\n", "%d\n", &o.Replication); err != nil {
		return fmt.Errorf("replication: %q is not a whole number", world)
	}
	value, err := parseNumber(strings.TrimSpace(cell))
	if err != nil || math.IsInf(value, 0) {
		return fmt.Errorf("%s of %s in replication %d: %q is not a number", o.Measure, o.Scenario, o.Replication, cell)
	}
	o.Value = value
	f.Designs, f.Measures, f.Worlds = with(f.Designs, o.Scenario), with(f.Measures, o.Measure), with(f.Worlds, o.Replication)
	f.Outcomes = append(f.Outcomes, o)
	return nil
}

// with is a list with a member that it may hold already.
func with[T comparable](list []T, x T) []T {
	if slices.Contains(list, x) {
		return list
	}
	return append(list, x)
}

// complete says what is not there, or there twice, and puts worlds and designs of a measure in order.
func (f *OutcomeFile) complete() error {
	type place struct {
		design, measure string
		world           int
	}
	found := make(map[place]float64, len(f.Outcomes))
	for _, o := range f.Outcomes {
		p := place{o.Scenario, o.Measure, o.Replication}
		if _, twice := found[p]; twice {
			return fmt.Errorf("%s of %s in replication %d stands there twice", o.Measure, o.Scenario, o.Replication)
		}
		found[p] = o.Value
	}
	f.Outcomes = f.Outcomes[:0]
	for _, design := range f.Designs {
		for _, world := range f.Worlds {
			for _, measure := range f.Measures {
				value, ok := found[place{design, measure, world}]
				if !ok {
					return fmt.Errorf("there is no %s of %s in replication %d; a value that is undefined is an empty cell", measure, design, world)
				}
				f.Outcomes = append(f.Outcomes, Outcome{design, world, measure, value})
			}
		}
	}
	return nil
}
