package results

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// beforeEnd stands behind the name of results that are being replaced, until those that take their place are there.
const beforeEnd = ".before"

// Overwrite puts a set in the place of the results in dir. The new directory is made and flushed to disk beside the old one
// before the two change places, so that at any moment one of them is whole; see Mend. Files that are not of this program, and
// panels, are taken along; the report and its pictures are not, as they are of the old results.
func Overwrite(dir string, set *Set) error {
	dir = filepath.Clean(dir)
	tables := set.encodeTables()
	set.Manifest.ResultsHash = hashFiles(tables)
	manifest, err := encodeManifest(set.Manifest)
	if err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+"-unfinished-")
	if err != nil {
		return fmt.Errorf("cannot write results to %s: %w", dir, plain(err))
	}
	along, err := strange(dir)
	if err == nil {
		err = fill(fresh, append(tables, manifest), along)
	}
	if err == nil {
		err = changePlaces(fresh, dir)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("cannot write results to %s: %w", dir, err), os.RemoveAll(fresh))
	}
	return nil
}

// changePlaces renames the old directory away, the new one into its place, and removes the old one.
func changePlaces(fresh, dir string) error {
	before := dir + beforeEnd
	if err := os.Rename(dir, before); err != nil {
		return err
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(err, os.Rename(before, dir))
	}
	return errors.Join(flush(filepath.Dir(dir)), os.RemoveAll(before))
}

// Mend brings results back, or to their end, that were being replaced when the program was killed, and removes what it left
// beside them. Nobody else may be at work in dir. It tells whether there was anything to mend.
func Mend(dir string) (mended bool, err error) {
	dir = filepath.Clean(dir)
	before := dir + beforeEnd
	var failed []error
	if _, err := os.Lstat(filepath.Join(before, manifestFile)); err == nil {
		mended = true
		if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
			failed = append(failed, os.Rename(before, dir))
		} else {
			failed = append(failed, os.RemoveAll(before))
		}
	}
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		return mended, errors.Join(append(failed, err)...)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), "."+filepath.Base(dir)+"-unfinished-") && e.IsDir() {
			failed = append(failed, os.RemoveAll(filepath.Join(filepath.Dir(dir), e.Name())))
		}
	}
	return mended, errors.Join(failed...)
}

// halfReplaced adds to the error of results that are not there that they were being replaced, if so.
func halfReplaced(dir string, err error) error {
	if _, found := os.Lstat(filepath.Join(filepath.Clean(dir)+beforeEnd, manifestFile)); found != nil || err == nil {
		return err
	}
	return fmt.Errorf("%w; they were being replaced when the program was stopped: xsell resume %s puts them back", err, dir)
}

// strange are the paths of files in a results directory that are none of its tables, and neither manifest nor report.
func strange(dir string) (paths []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if e.Type().IsRegular() && !slices.Contains(ownFiles, e.Name()) && !strings.HasSuffix(e.Name(), unfinishedEnd) {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	return paths, nil
}

// ownFiles are those that are written anew with every change of the results.
var ownFiles = []string{
	manifestFile, "report.html", dictionaryTable.file, framesTable.file, outcomesTable.file, summaryTable.file, luckTable.file,
	histogramsTable.file, distributionsTable.file, booksTable.file, itemsTable.file, worldsTable.file, happeningsTable.file,
	sidesTable.file, effectsTable.file, effectItemsTable.file, verdictsTable.file, standingsTable.file, guardsTable.file,
	explainedTable.file, contestantsTable.file, observedTable.file,
}
