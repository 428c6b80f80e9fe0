package results

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/BurntSushi/toml"
)

// traceTable has a column for each parameter and each target.
func (c *Calibration) traceTable() table[Trial] {
	t := table[Trial]{"trace.csv", []column[Trial]{
		whole("number", func(x *Trial) *int { return &x.Number }),
		whole("round", func(x *Trial) *int { return &x.Round }),
		text("stage", func(x *Trial) *string { return &x.Stage }),
		number("objective", func(x *Trial) *float64 { return &x.Objective }),
		flag("kept", func(x *Trial) *bool { return &x.Kept }),
	}}
	for j := range c.Parameters {
		t.columns = append(t.columns, place(c.Parameters[j].Parameter, len(c.Parameters), j, func(x *Trial) *[]float64 { return &x.Parameters }))
	}
	for j := range c.Targets {
		t.columns = append(t.columns, place(c.Targets[j].Target, len(c.Targets), j, func(x *Trial) *[]float64 { return &x.Targets }))
	}
	return t
}

// place is the column of one place of a list of numbers.
func place(name string, length, at int, list func(*Trial) *[]float64) column[Trial] {
	return number(name, func(x *Trial) *float64 {
		numbers := list(x)
		if *numbers == nil {
			*numbers = make([]float64, length)
		}
		return &(*numbers)[at]
	})
}

func (c *Calibration) encodeTables() []file {
	files := []file{encode(calibratedTable, c.Parameters), encode(confirmedTable, c.Targets),
		encode(slopesTable(c.Manifest.Kind), c.Slopes), encode(directionsTable, c.Directions)}
	if c.Manifest.Kind == Search { // of slopes alone there is a column for each parameter and nothing to follow
		files = append(files, encode(c.traceTable(), c.Trace))
	}
	for _, name := range slices.Sorted(maps.Keys(c.Texts)) {
		files = append(files, file{name, []byte(c.Texts[name])})
	}
	return files
}

// WriteCalibration puts a calibration into dir as Write does a set, and fills in the manifest's ResultsHash.
func WriteCalibration(dir string, c *Calibration) error {
	if err := Check(dir); err != nil {
		return err
	}
	tables := c.encodeTables()
	c.Manifest.ResultsHash = hashFiles(tables)
	manifest, err := toml.Marshal(c.Manifest)
	if err != nil {
		return fmt.Errorf("the calibration cannot be written as TOML: %w", err)
	}
	if err := writeWhole(dir, append(tables, file{calibrationFile, manifest}), nil); err != nil {
		return fmt.Errorf("cannot write the calibration to %s: %w", dir, err)
	}
	return nil
}

// ReadCalibration returns what WriteCalibration left in dir, without further files; only calibration.toml, parameters.csv,
// confirm.csv and the table of slopes are needed.
func ReadCalibration(dir string) (*Calibration, error) {
	c := new(Calibration)
	data, err := os.ReadFile(filepath.Join(dir, calibrationFile))
	if err != nil {
		return nil, fmt.Errorf("%s holds no calibration: cannot read %s: %w", dir, calibrationFile, plain(err))
	}
	if err := toml.Unmarshal(data, &c.Manifest); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, calibrationFile), err)
	}
	return c, errors.Join(readInto(&c.Parameters, dir, calibratedTable), readInto(&c.Targets, dir, confirmedTable),
		readInto(&c.Slopes, dir, slopesTable(c.Manifest.Kind)))
}
