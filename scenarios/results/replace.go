package results

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Replace writes a file whole or not at all: into a new file beside it, flushed to disk and then renamed. Until then, and
// where anything fails, the file that was there stays as it is.
func Replace(path string, write func(io.Writer) error) error {
	fresh := path + ".unfinished"
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
