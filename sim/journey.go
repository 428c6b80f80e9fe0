package sim

import (
	"context"
	"errors"
	"io"
	"sync/atomic"

	"xsell/sim/draw"
)

// Journey is what goes along with a history without moving anything in it. The zero value lets it live alone, from its
// start to its end.
type Journey struct {
	Watch  *Watch    // who looks on; nil: nobody
	Verify bool      // the books are audited at every close
	From   io.Reader // the checkpoint at which the history goes on; nil: at its start
	Tool   string    // version and build of the program, for checkpoints

	// Halt is asked by many goroutines, before a market lives a period, whether all shall come to rest; nil: never.
	Halt func() bool
	// Rest is called with all at rest, where Halt said yes and where the context is cancelled. save writes a checkpoint.
	// An error ends the history. nil: nothing happens there.
	Rest func(save func(io.Writer) error) error
	// Lived is called by many goroutines after a market has lived a stretch, and first with what a checkpoint had lived
	// already; nil: not called.
	Lived func(Stretch)
}

// Stretch is a part of a history. All of them together are customers at the start times weeks, warm-up included.
type Stretch struct {
	CustomerWeeks int64
	Earlier       bool // lived before the checkpoint at which the history went on
}

// Live lives one history of the model in a world, on so many workers, with a journey. It returns what is kept of it and,
// where the books are verified, all that is broken in them as sentences. Errors are those of a cancelled context, of
// Rest, and of a checkpoint that cannot be read.
func Live(ctx context.Context, model *Model, world draw.World, workers int, with Journey) (*Record, []string, error) {
	f, r, err := with.begin(model, world, workers)
	if err != nil {
		return nil, nil, err
	}
	if err := f.run(ctx, r, workers); err != nil {
		return nil, nil, err
	}
	if !with.Verify {
		return r, nil, nil
	}
	return r, append(f.broken, Verify(r)...), nil
}

// begin builds the firm, or reads it from its checkpoint.
func (with *Journey) begin(model *Model, world draw.World, workers int) (*Firm, *Record, error) {
	if with.From == nil {
		f := NewFirm(model, world, workers)
		f.auditing = with.Verify
		f.accompany(with)
		return f, &Record{}, nil
	}
	f, r, err := Restore(with.From, with.Tool, model, world)
	if err != nil {
		return nil, nil, err
	}
	if f.auditing != with.Verify {
		return nil, nil, foreign("the history was begun %s its books being verified", [...]string{"with", "without"}[flag(with.Verify)])
	}
	f.accompany(with)
	for _, m := range f.Markets {
		behind := m.stretch(m.Week + int32(model.Size.WarmUp))
		behind.Earlier = true
		with.tell(behind)
	}
	return f, r, nil
}

// accompany lets a journey go along with the firm.
func (f *Firm) accompany(with *Journey) {
	f.journey = with
	f.attend(with.Watch)
}

// stretch is so many weeks of a market.
func (m *Market) stretch(weeks int32) Stretch {
	size := &m.start.Size
	return Stretch{CustomerWeeks: int64(share(size.Customers, size.Markets, int(m.Index))) * int64(weeks)}
}

// tell of a stretch.
func (with *Journey) tell(x Stretch) {
	if with.Lived != nil {
		with.Lived(x)
	}
}

// pause is the place where all are at rest: the end of a history that is cancelled, and a checkpoint where one is due. A
// firm that has only been built needs none.
func (f *Firm) pause(ctx context.Context, r *Record) error {
	with, cancelled := f.journey, ctx.Err()
	built := f.Week == -int32(f.Model.Size.WarmUp) && !f.begun
	if with.Rest == nil || built || cancelled == nil && (with.Halt == nil || !with.Halt()) {
		return cancelled
	}
	return errors.Join(cancelled, with.Rest(func(to io.Writer) error { return f.Save(to, with.Tool, r) }))
}

// livePeriod lets every market live until week end, and tells whether all have. Where the journey calls for a halt, or
// the context is cancelled, markets that have not begun stay where they are; at least one goes on.
func (f *Firm) livePeriod(ctx context.Context, end int32, workers int) bool {
	with := f.journey
	var begun, halted atomic.Bool
	f.eachMarket(workers, func(m *Market) {
		if m.Week >= end {
			return
		}
		if begun.Swap(true) && (halted.Load() || ctx.Err() != nil || with.Halt != nil && with.Halt()) {
			halted.Store(true)
			return
		}
		weeks := end - m.Week
		m.liveUntil(end)
		with.tell(m.stretch(weeks))
	})
	return !halted.Load()
}
