package panel

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/sim"
)

// Order is what is asked for.
type Order struct {
	Kinds  []string // of Kinds; empty: no panel
	Weekly bool     // rows every week; otherwise at every close
	Worlds int      // the first so many replications, at least 1
}

// Check says what is wrong with an order.
func (o Order) Check() error {
	var problems []error
	for _, name := range o.Kinds {
		if !slices.Contains(Kinds, name) {
			problems = append(problems, fmt.Errorf("--panel %q: there is no such panel; choose among %s", name, strings.Join(Kinds, ", ")))
		}
	}
	if o.Worlds < 1 {
		problems = append(problems, fmt.Errorf("--panel-worlds %d: it must be 1 or more", o.Worlds))
	}
	return errors.Join(problems...)
}

// Recorder writes the rows of every history it watches to files of their own and joins them at the end. It may be asked
// by many goroutines; each history is watched by one.
type Recorder struct {
	order Order
	dir   string // for files on the way
	guard sync.Mutex
	wrong error  // the first thing that went wrong
	parts []part // begun
}

// NewRecorder makes a recorder that keeps what is on the way in a new directory near dir, where the results will be.
func NewRecorder(order Order, dir string) (*Recorder, error) {
	room, err := results.Beside(dir)
	if err != nil {
		return nil, err
	}
	order.Kinds = slices.Compact(slices.Sorted(slices.Values(order.Kinds)))
	return &Recorder{order: order, dir: room}, nil
}

// Watch is for experiment.Plan: it looks on at histories of the first worlds.
func (r *Recorder) Watch(h experiment.History) *sim.Watch {
	if h.Block >= r.order.Worlds {
		return nil
	}
	d := &diary{recorder: r, at: place{h.Scenario, int32(h.Replication)}}
	for _, name := range r.order.Kinds {
		p, err := sheets[name].begin(r.part(name, h.Column, h.Block))
		if err != nil {
			r.fail(err)
			return nil
		}
		d.parts = append(d.parts, p)
		r.keep(p)
	}
	watch := &sim.Watch{See: d.see}
	if r.order.Weekly {
		watch.Every = 1
	}
	return watch
}

// part is the path of what one history writes of one sheet.
func (r *Recorder) part(name string, column, block int) string {
	return filepath.Join(r.dir, fmt.Sprintf("%s-%d-%d", name, column, block))
}

// keep remembers a part that has to be closed.
func (r *Recorder) keep(p part) {
	r.guard.Lock()
	defer r.guard.Unlock()
	r.parts = append(r.parts, p)
}

func (r *Recorder) fail(err error) {
	r.guard.Lock()
	defer r.guard.Unlock()
	if r.wrong == nil {
		r.wrong = err
	}
}

// Join returns the files of all panels: of so many scenarios, in the first complete worlds. A panel that cannot be
// written is missing, and the error says so.
func (r *Recorder) Join(scenarios, complete int) ([]string, error) {
	if r.wrong != nil {
		return nil, fmt.Errorf("cannot write the panels: %w", r.wrong)
	}
	var files []string
	var failures []error
	for _, name := range r.order.Kinds {
		var parts []string
		for column := range scenarios {
			for block := range min(complete, r.order.Worlds) {
				parts = append(parts, r.part(name, column, block))
			}
		}
		made, err := sheets[name].join(r.dir, parts)
		if err != nil {
			failures = append(failures, fmt.Errorf("cannot write the panel of %s: %w", name, err))
			continue
		}
		files = append(files, made...)
	}
	return files, errors.Join(failures...)
}

// Close removes what is on the way, that of interrupted histories included.
func (r *Recorder) Close() error {
	for _, p := range r.parts {
		p.abandon()
	}
	return os.RemoveAll(r.dir)
}

// diary is what is written of one history.
type diary struct {
	recorder *Recorder
	at       place
	parts    []part
	seen     int32 // first week since the last rows
}

// see writes the rows of all sheets, and ends them with the history. After an error nothing more is written.
func (d *diary) see(f *sim.Firm) {
	over := f.Week >= int32(f.Model.Size.Weeks)
	for _, p := range d.parts {
		err := p.see(d.at, f, d.seen)
		if over {
			err = errors.Join(err, p.close())
		}
		if err != nil {
			d.recorder.fail(err)
			d.parts = nil
			return
		}
	}
	d.seen = f.Week
}
