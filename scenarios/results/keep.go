package results

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// kept is a kind of results beside those of run and compare: a manifest, and tables in the order the hash reads them.
type kept interface {
	keeps() (*Manifest, []part)
}

// part is a table with its rows in a set.
type part struct {
	files func() []file
	read  func(dir string) error
}

// rows are those of a table.
func rows[T any](of *[]T, t table[T]) part {
	return part{func() []file { return []file{encode(t, *of)} }, func(dir string) error { return readInto(of, dir, t) }}
}

// rowsIfAny are those of a table that is left out where there are none.
func rowsIfAny[T any](of *[]T, t table[T]) part {
	always := rows(of, t)
	files := func() []file {
		if len(*of) == 0 {
			return nil
		}
		return always.files()
	}
	return part{files, func(dir string) error { return readIfThere(of, dir, t) }}
}

// encoded are all tables as CSV.
func encoded(parts []part) (files []file) {
	for _, p := range parts {
		files = append(files, p.files()...)
	}
	return files
}

// writeKept puts a set into dir, as Write does with a set of measures.
func writeKept(dir string, set kept) error {
	manifest, parts := set.keeps()
	return writeTables(dir, manifest, encoded(parts), nil)
}

// writeTables puts tables and manifest into dir, which must not exist or be empty, and fills in the manifest's hash.
func writeTables(dir string, m *Manifest, tables []file, attached []string) error {
	if err := Check(dir); err != nil {
		return err
	}
	m.ResultsHash = hashFiles(tables)
	manifest, err := encodeManifest(*m)
	if err != nil {
		return err
	}
	if err := writeWhole(dir, append(tables, manifest), attached); err != nil {
		return fmt.Errorf("cannot write results to %s: %w", dir, err)
	}
	return nil
}

// Hash returns the sha256 of all tables, as that of a set of measures.
func (s *ExplainSet) Hash() string { return hashKept(s) }

// Hash returns the sha256 of all tables, as that of a set of measures.
func (s *TwinSet) Hash() string { return hashKept(s) }

func hashKept(set kept) string {
	_, parts := set.keeps()
	return hashFiles(encoded(parts))
}

// readKept fills a set with what stands in dir. It fails when a file is missing, damaged or was changed after the run.
func readKept(dir string, set kept) error {
	read, err := readManifest(dir)
	if err != nil {
		return err
	}
	manifest, parts := set.keeps()
	*manifest = read
	var failed []error
	for _, p := range parts {
		failed = append(failed, p.read(dir))
	}
	if err := errors.Join(failed...); err != nil {
		return err
	}
	return unchanged(dir, hashFiles(encoded(parts)), read.ResultsHash, again)
}

// holds says whether a directory holds the table by which a kind of results is known.
func holds(dir, table string) bool {
	_, err := os.Stat(filepath.Join(dir, table))
	return err == nil
}
