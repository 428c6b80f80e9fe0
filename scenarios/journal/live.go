package journal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"xsell/scenarios/experiment"
	"xsell/sim"
)

// Live lives one history of an experiment and keeps it, or reads what is kept of it. One that somebody looks on at is lived.
func (j *Journal) Live(ctx context.Context, leg experiment.Leg) (*sim.Record, []string, error) {
	if leg.Watch == nil {
		kept, err := j.read(leg)
		if err != nil {
			return nil, nil, err
		}
		if kept != nil {
			if size := leg.Model.Size; leg.Lived != nil {
				leg.Lived(sim.Stretch{CustomerWeeks: int64(size.Customers) * int64(size.WarmUp+size.Weeks), Earlier: true})
			}
			return kept.Record, kept.Broken, nil
		}
	}
	r, broken, err := sim.Live(ctx, leg.Model, leg.World, leg.Workers, leg.Journey)
	if err != nil {
		return nil, nil, err
	}
	j.add(leg, &sim.Finished{Record: r, Verified: leg.Verify, Broken: broken})
	return r, broken, nil
}

// keyOf names the history of a leg.
func keyOf(leg experiment.Leg) Key { return Key{leg.Scenario, leg.Replication} }

// read returns a history that ended; nil where there is none, or its books were not looked at and shall be, or the other way
// round.
func (j *Journal) read(leg experiment.Leg) (*sim.Finished, error) {
	j.Lock()
	at, has := j.kept[keyOf(leg)]
	file := j.file
	j.Unlock()
	if !has || file == nil {
		return nil, nil
	}
	e, err := sim.RestoreFinished(io.NewSectionReader(file, at.from, at.to-at.from), j.about.Tool, leg.Model, leg.World)
	if err != nil {
		return nil, j.damaged(err)
	}
	if e.Verified != leg.Verify {
		return nil, nil
	}
	return e, nil
}

// add keeps a history that ended. That it cannot must not stop the experiment.
func (j *Journal) add(leg experiment.Leg, e *sim.Finished) {
	var history bytes.Buffer
	err := e.Save(&history, j.about.Tool, leg.Model, leg.World)
	if err == nil {
		err = j.write(keyOf(leg), history.Bytes())
	}
	if err != nil {
		j.Note(fmt.Sprintf("worlds that end from now on cannot be kept in %s, so that an experiment that is stopped would live them again: %v", j.dir, err))
	}
}

// write adds a piece in one go. After a failure nothing more is added; where the piece could not be written the file is as it
// was.
func (j *Journal) write(key Key, history []byte) error {
	content := labelled(key, history)
	piece := append(headOf(content), content...)
	j.Lock()
	defer j.Unlock()
	if j.stopped() {
		return nil
	}
	if _, err := j.file.Write(piece); err != nil {
		err = errors.Join(err, j.file.Truncate(j.length))
		j.full = true
		return err
	}
	from := j.length + headSize + int64(len(content)-len(history))
	j.length += int64(len(piece))
	j.kept[key] = place{from, j.length}
	if time.Since(j.synced) < syncEvery {
		return nil
	}
	j.synced = time.Now()
	if err := j.file.Sync(); err != nil { // a disk that fails: to try again and again would only say so again and again
		j.full = true
		return err
	}
	return nil
}

// stopped says whether nothing is added any more.
func (j *Journal) stopped() bool { return j.file == nil || j.full }
