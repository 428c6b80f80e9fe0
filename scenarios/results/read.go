package results

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Read returns the results in dir exactly as they were written. It fails when a
// file is missing, damaged or was changed after the run. Results that are replaced meanwhile are read again.
func Read(dir string) (*Set, error) {
	for attempt := 0; ; attempt++ {
		manifest, err := readManifest(dir)
		if err != nil {
			err = halfReplaced(dir, err)
		} else if set, failure := readOf(dir, manifest); failure == nil {
			return set, nil
		} else {
			err = failure
		}
		const most = 100 // times that replacedSince waits: two seconds, where results take milliseconds to change places
		if attempt == most || !replacedSince(dir, manifest.ResultsHash) {
			return nil, err
		}
	}
}

// replacedSince says whether another process has put other results there than those of a hash, or is about to.
func replacedSince(dir, hash string) bool {
	if Half(dir) {
		time.Sleep(20 * time.Millisecond) // in which two directories have changed places
	}
	now, err := NotedHash(dir)
	return err == nil && now != hash
}

// readOf reads the results of a manifest.
func readOf(dir string, manifest Manifest) (*Set, error) {
	set := &Set{Manifest: manifest}
	if err := set.readTables(dir); err != nil {
		return nil, another(dir, err)
	}
	if err := unchanged(dir, set.Hash(), manifest.ResultsHash, manifest.Anew()); err != nil {
		return nil, err
	}
	return set, nil
}

// NotedHash is the hash of the results in dir that their manifest notes: results that were replaced have another.
func NotedHash(dir string) (string, error) {
	manifest, err := readManifest(dir)
	return manifest.ResultsHash, err
}

// another says of a directory that holds results of another kind which these are.
func another(dir string, err error) error {
	for _, kind := range []struct {
		holds   func(string) bool
		command string
	}{{HoldsRisk, "risk"}, {HoldsFacts, "facts"}, {HoldsExplain, "explain"}, {HoldsTwins, "twins"}} {
		if kind.holds(dir) {
			return fmt.Errorf("%s holds the results of xsell %s, and not those of run or compare: xsell report shows them, and the command that makes others is in %s",
				dir, kind.command, filepath.Join(dir, manifestFile))
		}
	}
	return err
}

// unchanged refuses tables that are not those of their manifest.
func unchanged(dir, hash, noted, anew string) error {
	if hash == noted {
		return nil
	}
	return fmt.Errorf("the tables in %s do not match the results_hash of their manifest (%.12s… instead of %.12s…): "+
		"a file was changed after the run; %s", dir, hash, noted, anew)
}

func (s *Set) readTables(dir string) error {
	return errors.Join(
		readInto(&s.Dictionary, dir, dictionaryTable),
		readInto(&s.Frames, dir, framesTable),
		readInto(&s.Outcomes, dir, outcomesTable),
		readInto(&s.Summary, dir, summaryTable),
		readInto(&s.Luck, dir, luckTable),
		readInto(&s.Histograms, dir, histogramsTable),
		readInto(&s.DistributionDictionary, dir, distributionsTable),
		readInto(&s.Books, dir, booksTable),
		readInto(&s.BooksDictionary, dir, itemsTable),
		s.readWorlds(dir),
		readIfThere(&s.Happenings, dir, happeningsTable),
		readIfThere(&s.Sides, dir, sidesTable),
		readIfThere(&s.Effects, dir, effectsTable),
		readIfThere(&s.EffectsDictionary, dir, effectItemsTable),
		s.readDecision(dir),
		s.readSelection(dir),
	)
}

// readWorlds reads the ledger of worlds, which all results have had since they can grow.
func (s *Set) readWorlds(dir string) error {
	if _, err := os.Stat(filepath.Join(dir, worldsTable.file)); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s has no %s: it was written before results kept one, or has lost it; %s", dir, worldsTable.file, s.Manifest.Anew())
	}
	return readInto(&s.Worlds, dir, worldsTable)
}

// readIfThere reads a table that not all results have.
func readIfThere[T any](rows *[]T, dir string, t table[T]) error {
	if _, err := os.Stat(filepath.Join(dir, t.file)); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return readInto(rows, dir, t)
}

func readInto[T any](rows *[]T, dir string, t table[T]) (err error) {
	*rows, err = readTable(dir, t)
	return err
}

// Hash returns the sha256 of all tables, as hexadecimal digits. Equal hashes
// mean equal numbers to the last bit; the manifest is not part of it.
func (s *Set) Hash() string {
	return hashFiles(s.encodeTables())
}

func hashFiles(files []file) string {
	sum := sha256.New()
	for _, f := range files {
		// Name and length first, so that no two sets of files look alike.
		mustWrite(sum, fmt.Appendf(nil, "%s %d\n", f.name, len(f.bytes)))
		mustWrite(sum, f.bytes)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func mustWrite(w io.Writer, data []byte) {
	if _, err := w.Write(data); err != nil {
		panic(fmt.Sprintf("results: a hash refused data: %v", err))
	}
}

// plain strips the operation and path from a file error: the message around it
// already names them.
func plain(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
