package results

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// Results are for anyone on the machine to read and for their owner to change.
const (
	directoryMode fs.FileMode = 0o755
	fileMode      fs.FileMode = 0o644
)

// Write puts the set into dir, which must not exist or be empty. All files are
// written to a temporary sibling, flushed to disk and then renamed, so dir holds
// either everything or nothing, even after a power cut. It fills in the
// manifest's ResultsHash.
func Write(dir string, set *Set) error {
	return writeTables(dir, &set.Manifest, set.encodeTables(), set.Attached)
}

// Check says whether Write could put results into dir, without leaving anything
// behind. Call it before long runs.
func Check(dir string) error {
	if dir == "" {
		return errors.New("no directory for the results: name one with --out")
	}
	problem := checkParent(dir)
	if found, err := os.Lstat(dir); err == nil {
		problem = checkPresent(dir, found)
	}
	if problem != nil {
		return fmt.Errorf("cannot write results to %s: %w%s choose another --out", dir, problem, joint(problem))
	}
	return nil
}

// errFull is an error that already says what to do.
var errFull = errors.New("it is not empty; empty it first")

// joint stands between a problem and the advice to choose another directory.
func joint(problem error) string {
	if errors.Is(problem, errFull) {
		return " or"
	}
	return ";"
}

// checkPresent refuses anything but an empty directory that can be replaced.
func checkPresent(dir string, found fs.FileInfo) error {
	if !found.IsDir() {
		return errors.New("it exists and is not a directory")
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return plain(err)
	}
	if here, err := os.Stat("."); err == nil && os.SameFile(here, found) {
		return errors.New("it is the directory you are in")
	}
	if len(entries) == 0 {
		// Removing and making it again is the only proof that it can be replaced.
		return plain(errors.Join(syscall.Rmdir(dir), os.Mkdir(dir, directoryMode)))
	}
	if _, err := os.Stat(filepath.Join(dir, manifestFile)); err == nil {
		return errors.New("it holds other results, which are never overwritten; remove it first")
	}
	return errFull
}

// checkParent tries to make a directory where the results would be made.
func checkParent(dir string) error {
	return Try(nearestExisting(filepath.Dir(filepath.Clean(dir))))
}

// Try says whether something can be made in a directory, and leaves nothing behind.
func Try(parent string) error {
	trial, err := os.MkdirTemp(parent, ".xsell-check-")
	if err != nil {
		return fmt.Errorf("%s: %w", parent, plain(err))
	}
	return os.Remove(trial)
}

// nearestExisting returns the closest ancestor of path that exists; the working
// directory or the root always does.
func nearestExisting(path string) string {
	for {
		if _, err := os.Lstat(path); err == nil || path == filepath.Dir(path) {
			return path
		}
		path = filepath.Dir(path)
	}
}

// writeWhole makes dir appear with all its files at once.
func writeWhole(dir string, files []file, attached []string) error {
	dir = filepath.Clean(dir)
	parent := filepath.Dir(dir)
	if err := os.MkdirAll(parent, directoryMode); err != nil {
		return err
	}
	temporary, err := os.MkdirTemp(parent, "."+filepath.Base(dir)+"-unfinished-")
	if err != nil {
		return err
	}
	if err := fill(temporary, files, attached); err != nil {
		return errors.Join(err, os.RemoveAll(temporary))
	}
	if err := swap(temporary, dir); err != nil {
		return errors.Join(err, os.RemoveAll(temporary))
	}
	return flush(parent)
}

// fill writes the files and makes sure they have reached the disk.
func fill(dir string, files []file, attached []string) error {
	if err := os.Chmod(dir, directoryMode); err != nil {
		return err
	}
	for _, f := range files {
		if err := writeFile(filepath.Join(dir, f.name), f.bytes); err != nil {
			return err
		}
	}
	for _, path := range attached {
		if err := attach(path, dir); err != nil {
			return err
		}
	}
	return flush(dir)
}

func writeFile(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// swap renames the finished directory into place. Only an empty directory gives
// way: one that has been filled meanwhile, or a file, stays and is an error.
func swap(from, to string) error {
	if err := syscall.Rmdir(to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w", to, err)
	}
	return os.Rename(from, to)
}

// flush makes the names in a directory durable. Windows does that itself and refuses to be asked.
func flush(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
