package results

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Beside makes a directory for files on their way to the results in dir, on the file system where those will be. Whoever
// asks removes it.
func Beside(dir string) (string, error) {
	return os.MkdirTemp(nearestExisting(filepath.Dir(filepath.Clean(dir))), ".xsell-on-the-way-")
}

// attach puts a finished file into dir under its own name: by a second name for the same bytes where the file system
// can, else by a copy. The file itself stays where it is.
func attach(path, dir string) error {
	to := filepath.Join(dir, filepath.Base(path))
	if os.Link(path, to) == nil {
		return nil
	}
	from, err := os.Open(path)
	if err != nil {
		return err
	}
	copied, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return errors.Join(err, from.Close())
	}
	_, err = io.Copy(copied, from)
	return errors.Join(err, copied.Sync(), copied.Close(), from.Close())
}
