package results

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Overwrite puts a set in the place of the results in dir. The new directory is made and flushed to disk beside the old one
// before the two change places, so that at any moment one of them is whole; see Mend. Whatever is not of this program, and
// panels, are taken along; the report and its pictures are not, as they are of the old results.
func Overwrite(dir string, set *Set) error {
	dir = Real(dir)
	tables := set.encodeTables()
	set.Manifest.ResultsHash = hashFiles(tables)
	manifest, err := encodeManifest(set.Manifest)
	if err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(filepath.Dir(dir), freshPrefix(dir))
	if err != nil {
		return fmt.Errorf("cannot write results to %s: %w", dir, plain(err))
	}
	along, err := strangeFiles(dir)
	if err == nil {
		err = fill(fresh, append(tables, manifest), along)
	}
	if err == nil {
		err = changePlaces(fresh, dir, set.Manifest.ResultsHash)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("cannot write results to %s: %w", dir, err), os.RemoveAll(fresh))
	}
	return nil
}

// changePlaces puts the old directory aside and the new one, of which the hash is given, into its place, moves along what
// could not be in both, and removes the old one.
func changePlaces(fresh, dir, hash string) error {
	aside, err := makeAside(dir, hash)
	if err != nil {
		return err
	}
	if err := os.Rename(dir, aside.results()); err != nil {
		return errors.Join(err, os.RemoveAll(string(aside)))
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(err, aside.back(dir))
	}
	return errors.Join(flush(filepath.Dir(dir)), aside.spend(dir))
}

// strange are the entries of a results directory that are none of its tables, and neither manifest nor report nor pictures.
func strange(dir string) (found []os.DirEntry, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		own := slices.Contains(ownFiles, strings.TrimSuffix(e.Name(), unfinishedEnd)) || e.Name() == picturesDir && e.IsDir()
		if !own {
			found = append(found, e)
		}
	}
	return found, nil
}

// strangeFiles are the paths of those that are files, which can be in two directories at once.
func strangeFiles(dir string) (paths []string, err error) {
	found, err := strange(dir)
	for _, e := range found {
		if e.Type().IsRegular() {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	return paths, err
}

// picturesDir is the directory of the report's pictures.
const picturesDir = "plots"

// ownFiles are those that are written anew with every change of the results.
var ownFiles = []string{
	manifestFile, "report.html", dictionaryTable.file, framesTable.file, outcomesTable.file, summaryTable.file, luckTable.file,
	histogramsTable.file, distributionsTable.file, booksTable.file, itemsTable.file, worldsTable.file, happeningsTable.file,
	sidesTable.file, effectsTable.file, effectItemsTable.file, verdictsTable.file, standingsTable.file, guardsTable.file,
	explainedTable.file, contestantsTable.file, observedTable.file,
}
