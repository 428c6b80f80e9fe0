package results

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

const unfinishedEnd = ".unfinished"

// Discard removes a file that Replace wrote, and what a program that was killed may have left beside it. That there is
// none is no error.
func Discard(path string) (err error) {
	for _, path := range []string{path, path + unfinishedEnd} {
		if failure := os.Remove(path); !errors.Is(failure, fs.ErrNotExist) {
			err = errors.Join(err, failure)
		}
	}
	return err
}

// Replace writes a file whole or not at all: into a new file beside it, flushed to disk and then renamed. Until then, and
// where anything fails, the file that was there stays as it is.
func Replace(path string, write func(io.Writer) error) error {
	fresh := path + unfinishedEnd
	f, err := os.OpenFile(fresh, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode)
	if err != nil {
		return err
	}
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	if err := os.Rename(fresh, path); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	return flush(filepath.Dir(path))
}
