package results

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// aside is a hidden directory beside results, into which they are put while others take their place. It holds a marker that
// says which those are, so that nothing of a user's is ever taken for it.
type aside string

const (
	markerFile = "xsell-replaced-by" // in it: the hash of the results that take the place
	asideName  = "results"           // in it: the results that give way
)

func freshPrefix(dir string) string { return "." + filepath.Base(dir) + "-unfinished-" }

func asidePrefix(dir string) string { return "." + filepath.Base(dir) + "-before-" }

func (a aside) results() string { return filepath.Join(string(a), asideName) }

// makeAside makes room for the results in dir, with a marker.
func makeAside(dir, hash string) (aside, error) {
	path, err := os.MkdirTemp(filepath.Dir(dir), asidePrefix(dir))
	if err != nil {
		return "", err
	}
	if err := errors.Join(writeFile(filepath.Join(path, markerFile), []byte(hash)), flush(path), flush(filepath.Dir(path))); err != nil {
		return "", errors.Join(err, os.RemoveAll(path))
	}
	return aside(path), nil
}

// back puts the results into their place again.
func (a aside) back(dir string) error {
	if err := os.Rename(a.results(), dir); err != nil {
		return err
	}
	return errors.Join(flush(filepath.Dir(dir)), os.RemoveAll(string(a)))
}

// spend moves to the new results what they do not have and is not of this program, and removes the old ones.
func (a aside) spend(dir string) error {
	left, err := strange(a.results())
	if err != nil {
		return err
	}
	for _, e := range left {
		to := filepath.Join(dir, e.Name())
		_, err := os.Lstat(to)
		switch {
		case err == nil && e.Type().IsRegular(): // taken along before
		case err == nil:
			return fmt.Errorf("%s is there already: %s is kept", to, filepath.Join(a.results(), e.Name()))
		default:
			if err := os.Rename(filepath.Join(a.results(), e.Name()), to); err != nil {
				return err
			}
		}
	}
	return errors.Join(flush(dir), os.RemoveAll(a.results()), os.RemoveAll(string(a))) // the marker last
}

// mend brings a replacement back, or to its end. It tells whether there were results to mend.
func (a aside) mend(dir string, hash string) (bool, error) {
	if _, err := os.Lstat(a.results()); errors.Is(err, fs.ErrNotExist) {
		return false, os.RemoveAll(string(a)) // nothing had been put aside yet
	}
	if syscall.Rmdir(dir) == nil { // an empty directory that somebody made meanwhile
		return true, a.back(dir)
	}
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return true, a.back(dir)
	}
	if now, err := Read(dir); err == nil && now.Manifest.ResultsHash == hash {
		return true, a.spend(dir)
	}
	return false, fmt.Errorf("%s holds results that were in %s before, and what is there now is not what took their place: "+
		"move %s away, and they are put back by xsell resume; or remove %s", a.results(), dir, dir, string(a))
}

// Real is where results are: what a symbolic link points at, there or not.
func Real(dir string) string {
	const most = 40 // links that point at links
	dir = filepath.Clean(dir)
	for range most {
		to, err := os.Readlink(dir)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(dir), to)
		}
		dir = filepath.Clean(to)
	}
	return dir
}

// Mend brings results back, or to their end, that were being replaced when the program was killed, and removes what it left
// beside them. Nobody else may be at work in dir. It tells whether there was anything to mend.
func Mend(dir string) (mended bool, err error) {
	dir = Real(dir)
	fresh, old, err := leftBeside(dir)
	failed := []error{err}
	for a, hash := range old {
		did, err := a.mend(dir, hash)
		mended = mended || did
		failed = append(failed, err)
	}
	for _, path := range fresh {
		failed = append(failed, os.RemoveAll(path))
	}
	return mended, errors.Join(failed...)
}

// Half says whether there is anything for Mend to do.
func Half(dir string) bool {
	fresh, old, err := leftBeside(Real(dir))
	return err != nil || len(fresh)+len(old) > 0
}

// leftBeside finds what a program that was killed left beside results: directories that were being filled, and those put
// aside with the hashes of their successors.
func leftBeside(dir string) (fresh []string, old map[aside]string, err error) {
	entries, err := os.ReadDir(filepath.Dir(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	old = make(map[aside]string)
	for _, e := range entries {
		path := filepath.Join(filepath.Dir(dir), e.Name())
		switch {
		case !e.IsDir():
		case numbered(e.Name(), freshPrefix(dir)):
			fresh = append(fresh, path)
		case numbered(e.Name(), asidePrefix(dir)):
			if hash, err := os.ReadFile(filepath.Join(path, markerFile)); err == nil {
				old[aside(path)] = string(hash)
			} else if inside, err := os.ReadDir(path); err == nil && len(inside) == 0 {
				fresh = append(fresh, path)
			}
		}
	}
	return fresh, old, err
}

// numbered says whether a name is a prefix and a number, as the system's temporary directories are.
func numbered(name, prefix string) bool {
	number, has := strings.CutPrefix(name, prefix)
	return has && number != "" && strings.Trim(number, "0123456789") == ""
}

// halfReplaced adds to the error of results that are not there that they were being replaced, if so.
func halfReplaced(dir string, err error) error {
	_, old, _ := leftBeside(Real(dir))
	for a := range old {
		if _, failure := os.Lstat(a.results()); failure == nil {
			return fmt.Errorf("%w; they were being replaced when the program was stopped: xsell resume %s puts them back", err, dir)
		}
	}
	return err
}
