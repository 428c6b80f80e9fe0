package checkpoint

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync/atomic"
	"time"

	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/sim"
)

// Live lives one history of an experiment, or reads what is kept of it, and keeps it: every so often where it is, and
// at its end what is left of it. A cancelled context stops it between two periods of a market and keeps where it is.
func (d *Folder) Live(ctx context.Context, leg experiment.Leg) (*sim.Record, []string, error) {
	ended, err := d.ended(leg)
	if err == nil {
		d.skip(leg)
		return ended.Record, ended.Broken, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, d.refused(d.path(leg, finishedEnd), err)
	}
	from, err := d.begun(leg)
	if err != nil {
		return nil, nil, err
	}
	leg.Tool = d.Tool
	if from != nil {
		defer from.Close()
		leg.From = from
	}
	d.watch(ctx, &leg)
	r, broken, err := sim.Live(ctx, leg.Model, leg.World, leg.Workers, leg.Journey)
	if err != nil {
		return nil, nil, d.explained(leg, err)
	}
	return r, broken, d.end(leg, &sim.Finished{Record: r, Verified: leg.Verify, Broken: broken})
}

// ended reads what is kept of a history that ended. Where its books were not looked at and shall be, or the other way
// round, there is nothing.
func (d *Folder) ended(leg experiment.Leg) (*sim.Finished, error) {
	if !d.Resume {
		return nil, fs.ErrNotExist
	}
	f, err := os.Open(d.path(leg, finishedEnd))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	e, err := sim.RestoreFinished(f, d.Tool, leg.Model, leg.World)
	if err == nil && leg.Verify != e.Verified {
		return nil, fs.ErrNotExist
	}
	return e, err
}

// skip tells that a history has been lived long ago.
func (d *Folder) skip(leg experiment.Leg) {
	if size := leg.Model.Size; leg.Lived != nil {
		leg.Lived(sim.Stretch{CustomerWeeks: int64(size.Customers) * int64(size.WarmUp+size.Weeks), Earlier: true})
	}
}

// begun opens the checkpoint of a history, nil where there is none.
func (d *Folder) begun(leg experiment.Leg) (*os.File, error) {
	if !d.Resume {
		return nil, nil
	}
	f, err := os.Open(d.path(leg, runningEnd))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return f, err
}

// watch lets a journey come to rest for a checkpoint when it is time.
func (d *Folder) watch(ctx context.Context, leg *experiment.Leg) {
	var due atomic.Int64
	later := func() { due.Store(time.Now().Add(d.Every).UnixNano()) }
	later()
	leg.Halt = func() bool { return time.Now().UnixNano() >= due.Load() }
	path := d.path(*leg, runningEnd)
	leg.Rest = func(save func(io.Writer) error) error {
		defer later()
		err := results.Replace(path, save)
		switch {
		case err == nil:
			return nil
		case ctx.Err() != nil:
			d.Note(fmt.Sprintf("cannot save where %s is; what was kept before still is: %v", leg.Scenario, err))
			return err
		}
		d.Note(fmt.Sprintf("cannot save a checkpoint, so the run goes on without a new one: %v", err))
		return nil
	}
}

// end keeps what is left of a history, and drops the checkpoint.
func (d *Folder) end(leg experiment.Leg, e *sim.Finished) error {
	err := results.Replace(d.path(leg, finishedEnd), func(to io.Writer) error {
		return e.Save(to, d.Tool, leg.Model, leg.World)
	})
	if err != nil {
		d.Note(fmt.Sprintf("cannot keep a history that ended, so the run goes on without: %v", err))
		return nil
	}
	return results.Discard(d.path(leg, runningEnd))
}

// explained says of which checkpoint an error is. That of a cancelled context stays what it is.
func (d *Folder) explained(leg experiment.Leg, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return d.refused(d.path(leg, runningEnd), err)
}
