// Package lock keeps two processes from working in one directory at once, with files alone and on every system. It must
// not know what the directory is for.
package lock

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

const (
	prefix   = "lock."
	fileMode = 0o644
	attempts = 3 // two processes that come at the same moment may both step back
)

// Lock is held by this process until it is released.
type Lock struct{ path string }

// Held says who works in the directory.
type Held struct {
	Dir  string
	PID  int
	Host string // "" where it is this machine
	path string
	far  bool // its number means nothing here
}

func (h *Held) Error() string {
	switch {
	case h.Host != "":
		return fmt.Sprintf("process %d on the machine %s is at work in %s; if it is no more, remove %s", h.PID, h.Host, h.Dir, h.path)
	case h.far:
		return fmt.Sprintf("process %d of another container is at work in %s; if it is no more, remove %s", h.PID, h.Dir, h.path)
	}
	return fmt.Sprintf("process %d is at work in %s: wait for its end, or choose another directory; if process %d is none of xsell, as after "+
		"the machine was started again, remove %s", h.PID, h.Dir, h.PID, h.path)
}

// taken tells apart the locks that one process asks for.
var taken atomic.Int64

// Take locks a directory, which must exist. Where another process that is alive has locked it the error is a *Held. Locks
// of processes that have ended, killed or not, count for nothing and are removed.
//
// Every process makes a file of its own name first and looks for others then, so of two that come together at least one
// sees the other; no file is ever removed but by its owner or because its owner has ended, so there is nothing to race for.
func Take(dir string) (*Lock, error) {
	var held *Held
	for attempt := range attempts {
		l, err := try(dir)
		if err == nil || !errors.As(err, &held) {
			return l, err
		}
		if attempt+1 < attempts {
			time.Sleep(time.Duration(1+os.Getpid()%7) * time.Millisecond)
		}
	}
	return nil, held
}

func try(dir string) (*Lock, error) {
	mine := self()
	path := filepath.Join(dir, fmt.Sprintf("%s%d.%d.%d", prefix, os.Getpid(), time.Now().UnixNano(), taken.Add(1)))
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return nil, fmt.Errorf("cannot lock %s: %w", dir, err)
	}
	_, err = f.WriteString(mine.text())
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, errors.Join(fmt.Errorf("cannot lock %s: %w", dir, err), os.Remove(path))
	}
	held, err := other(dir, path, mine)
	if err != nil {
		return nil, errors.Join(err, os.Remove(path))
	}
	if held != nil {
		return nil, errors.Join(held, os.Remove(path))
	}
	return &Lock{path}, nil
}

// other finds a lock of a process that is alive, and removes those of processes that are not.
func other(dir, mine string, here process) (*Held, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("cannot see who is at work in %s: %w", dir, err)
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if !Is(e.Name()) || path == mine {
			continue
		}
		owner, err := ownerOf(path)
		switch {
		case errors.Is(err, fs.ErrNotExist): // released meanwhile
			continue
		case err != nil:
			return nil, err
		case owner.alive(here):
			held := &Held{Dir: dir, PID: owner.pid, path: path, far: owner.far(here)}
			if owner.host != here.host {
				held.Host = owner.host
			}
			return held, nil
		}
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("cannot remove the lock of a process that has ended: %w", err)
		}
	}
	return nil, nil
}

// By says who works in a directory; nil for nobody. Nothing is left behind.
func By(dir string) (*Held, error) {
	held, err := other(dir, "", self())
	if errors.Is(err, fs.ErrNotExist) { // a directory that is not there
		return nil, nil
	}
	return held, err
}

// Is says whether a file's name is that of a lock.
func Is(name string) bool { return strings.HasPrefix(name, prefix) }

// Release lets others in. It may be called more than once.
func (l *Lock) Release() error {
	if l == nil {
		return nil
	}
	if err := os.Remove(l.path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// ownerOf reads whose a lock is. A file that is still empty was made by a process that lives, or died, in that moment: its
// name says which.
func ownerOf(path string) (process, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return process{}, err
	}
	pid, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(path), prefix), ".")
	owner := process{}
	if owner.pid, err = strconv.Atoi(pid); err != nil {
		return process{}, fmt.Errorf("%s is no lock of xsell; remove it", path)
	}
	owner.read(string(text))
	return owner, nil
}
