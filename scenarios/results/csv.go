package results

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// table is a file and its columns.
type table[T any] struct {
	file    string
	columns []column[T]
}

// column reads and writes one field of a row.
type column[T any] struct {
	name string
	get  func(*T) string
	set  func(*T, string) error
}

// later is how many of a table's last columns results of earlier versions lack. They are then left empty.
var later = map[string]int{"guardrails.csv": 1, "summary.csv": 2, "verdicts.csv": 1}

// file is a name inside the directory and its bytes.
type file struct {
	name  string
	bytes []byte
}

// encode returns a table as CSV with a header line and \n line ends.
func encode[T any](t table[T], rows []T) file {
	var buffer bytes.Buffer
	w := csv.NewWriter(&buffer)
	record := t.header()
	put(w, record)
	for r := range rows {
		for c := range t.columns {
			record[c] = t.columns[c].get(&rows[r])
		}
		put(w, record)
	}
	w.Flush()
	return file{t.file, buffer.Bytes()}
}

// put writes a record. Writing to memory cannot fail; if it does, the program is
// broken and says so.
func put(w *csv.Writer, record []string) {
	if err := w.Write(record); err != nil {
		panic(fmt.Sprintf("results: a CSV record could not be written to memory: %v", err))
	}
}

func (t table[T]) header() []string {
	names := make([]string, len(t.columns))
	for c, column := range t.columns {
		names[c] = column.name
	}
	return names
}

// readTable reads one table of a directory. Errors name file, line and column.
func readTable[T any](dir string, t table[T]) ([]T, error) {
	path := filepath.Join(dir, t.file)
	bytes, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, plain(err))
	}
	rows, err := decode(t, bytes)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return rows, nil
}

// decode is the inverse of encode.
func decode[T any](t table[T], data []byte) ([]T, error) {
	r := csv.NewReader(bytes.NewReader(data))
	r.ReuseRecord = true
	if err := t.checkHeader(r); err != nil {
		return nil, err
	}
	var rows []T
	words := make(map[string]string) // one copy of each word, however often it occurs
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		row, err := t.parse(record, words)
		if err != nil {
			line, _ := r.FieldPos(0)
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		rows = append(rows, row)
	}
}

func (t table[T]) checkHeader(r *csv.Reader) error {
	header, err := r.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	want := t.header()
	if len(header) > len(want) || len(header) < len(want)-later[t.file] || !slices.Equal(header, want[:len(header)]) {
		return fmt.Errorf("the first line is %q, expected %q: not written by this version of the tool",
			strings.Join(header, ","), strings.Join(want, ","))
	}
	return nil
}

func (t table[T]) parse(record []string, words map[string]string) (row T, err error) {
	for c, column := range t.columns[:len(record)] {
		if err := column.set(&row, shared(words, record[c])); err != nil {
			return row, fmt.Errorf("%s: %q is not a number", column.name, record[c])
		}
	}
	return row, nil
}

// shared returns the first copy seen of a word, so that a long table keeps one
// "silo" in memory and not one per row. Numbers pass through: they are parsed
// and dropped.
func shared(words map[string]string, cell string) string {
	if cell == "" || strings.ContainsAny(cell[:1], "+-0123456789") {
		return strings.Clone(cell)
	}
	if word, ok := words[cell]; ok {
		return word
	}
	word := strings.Clone(cell)
	words[word] = word
	return word
}

// formatNumber prints the shortest form that reads back to the same number;
// "not a number" becomes an empty cell.
func formatNumber(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

func parseNumber(cell string) (float64, error) {
	if cell == "" {
		return math.NaN(), nil
	}
	return strconv.ParseFloat(cell, 64)
}
