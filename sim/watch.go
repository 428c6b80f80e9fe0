package sim

import (
	"context"

	"xsell/sim/draw"
)

// Watch is somebody who looks on at fixed dates of the measured time. What is seen never changes what happens.
type Watch struct {
	Every int         // [weeks] between two looks; 0: whenever the books are closed
	See   func(*Firm) // called between two weeks, with all markets at rest; it must change nothing
}

// RunObserved is Run with somebody looking on, or nobody where watch is nil: at every close, or every so many weeks and
// at the end. Deeds of sellers are those since the last look. The record is that of Run to the last bit.
func RunObserved(ctx context.Context, model *Model, world draw.World, workers int, watch *Watch) (*Record, error) {
	r, _, err := Live(ctx, model, world, workers, Journey{Watch: watch})
	return r, err
}

// attend lets somebody look on, or nobody.
func (f *Firm) attend(watch *Watch) {
	f.watch = watch
	for _, m := range f.Markets {
		m.observed = watch != nil
	}
}

// look lets the one who looks on see the firm, where it is time, and begins new deeds.
func (f *Firm) look() {
	if f.watch == nil || f.Week <= 0 || !f.timeToLook() {
		return
	}
	f.watch.See(f)
	for _, m := range f.Markets {
		m.ClearDeeds()
	}
}

func (f *Firm) timeToLook() bool {
	if f.watch.Every == 0 {
		return f.closes(f.Week)
	}
	return f.Week%int32(f.watch.Every) == 0 || f.Week == int32(f.Model.Size.Weeks)
}

// nextLook is the next week at which the period must stop for a look, end where none comes before.
func (f *Firm) nextLook(end int32) int32 {
	if f.watch == nil || f.watch.Every == 0 || f.Week < 0 {
		return end
	}
	every := int32(f.watch.Every)
	return min(end, f.Week-f.Week%every+every)
}
