package results

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// Stream calls take with some columns of a CSV file of dir, in the order asked for, row by row: for files that are too
// large to hold. The cells are only good until take returns. A file that is not there is fs.ErrNotExist.
func Stream(dir, name string, columns []string, take func(cells []string) error) (err error) {
	path := filepath.Join(dir, name)
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("cannot read %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	header, err := r.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: %w", path, err)
	}
	places := make([]int, len(columns))
	for i, column := range columns {
		if places[i] = slices.Index(header, column); places[i] < 0 {
			return fmt.Errorf("%s: there is no column %q: not written by this version of the tool", path, column)
		}
	}
	return each(r, path, places, take)
}

// each calls take with the cells at some places of every row.
func each(r *csv.Reader, path string, places []int, take func(cells []string) error) error {
	cells := make([]string, len(places))
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		for i, place := range places {
			cells[i] = record[place]
		}
		if err := take(cells); err != nil {
			line, _ := r.FieldPos(0)
			return fmt.Errorf("%s: line %d: %w", path, line, err)
		}
	}
}
