package panel

import (
	"bufio"
	"encoding/csv"
	"errors"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
)

// join makes the files of a sheet in dir from those of its histories, in their order, and returns their paths.
func (x sheet[T]) join(dir string, parts []string) ([]string, error) {
	columnar, err := x.spool(filepath.Join(dir, x.file(".parquet")))
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, x.file(".csv"))
	err = writeCSV(path, func(w *csv.Writer) error { return x.copyRows(w, columnar, parts) })
	if err := errors.Join(err, columnar.w.Close(), columnar.file.Sync(), columnar.file.Close()); err != nil {
		return nil, err
	}
	words := filepath.Join(dir, x.file(".dictionary.csv"))
	if err := writeCSV(words, x.dictionary); err != nil {
		return nil, err
	}
	return []string{columnar.file.Name(), path, words}, nil
}

// copyRows writes header and rows to both files.
func (x sheet[T]) copyRows(w *csv.Writer, columnar *spool[T], parts []string) error {
	record := x.header()
	if err := w.Write(record); err != nil {
		return err
	}
	for _, path := range parts {
		err := x.each(path, func(rows []T) error {
			for i := range rows {
				cells(reflect.ValueOf(&rows[i]).Elem(), record)
				if err := w.Write(record); err != nil {
					return err
				}
			}
			_, err := columnar.w.Write(rows)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// header are the names of the columns.
func (x sheet[T]) header() (names []string) {
	for _, c := range x.columns {
		names = append(names, c.Name)
	}
	return names
}

// dictionary writes what the columns mean.
func (x sheet[T]) dictionary(w *csv.Writer) error {
	if err := w.Write([]string{"column", "unit", "kind", "meaning"}); err != nil {
		return err
	}
	for _, c := range x.columns {
		if err := w.Write([]string{c.Name, c.Unit, c.Kind, c.Meaning}); err != nil {
			return err
		}
	}
	return nil
}

// cells writes a row's fields as text that reads back exactly; a number that is not known becomes an empty cell.
func cells(row reflect.Value, record []string) {
	for i := range record {
		switch v := row.Field(i); v.Kind() {
		case reflect.String:
			record[i] = v.String()
		case reflect.Bool:
			record[i] = strconv.FormatBool(v.Bool())
		case reflect.Int32:
			record[i] = strconv.FormatInt(v.Int(), 10)
		default:
			record[i] = ""
			if x := v.Float(); !math.IsNaN(x) {
				record[i] = strconv.FormatFloat(x, 'g', -1, v.Type().Bits())
			}
		}
	}
}

// writeCSV makes a file of comma-separated values and makes sure that it has reached the disk.
func writeCSV(path string, fill func(*csv.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	buffer := bufio.NewWriterSize(f, 1<<18)
	w := csv.NewWriter(buffer)
	err = fill(w)
	w.Flush()
	return errors.Join(err, w.Error(), buffer.Flush(), f.Sync(), f.Close())
}
