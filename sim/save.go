package sim

import (
	"cmp"
	"fmt"
	"io"
	"reflect"

	"xsell/sim/draw"
	"xsell/sim/snapshot"
)

// savedAs is how firm and markets are written: everything they hold but what is given anew with the model and the world,
// what somebody who looks on brings along, and luck, which follows from both.
var savedAs = &snapshot.Format{
	Apart: []string{
		"Firm.World", "Firm.Model", "Firm.Around", "Firm.Markets", "Firm.watch", "Firm.journey", "Firm.rooms",
		"Market.World", "Market.Model", "Market.start", "Market.streams", "Market.births", "Market.assigns", "Market.scratch", "Market.due", "Market.witness",
		"Customers.Levers", "Sellers.Levers",
	},
}

// savedMagic is the first line of every checkpoint. Its number rises when what follows is written in another way.
const savedMagic = "xsell checkpoint 1\n"

// savedHead says what a checkpoint is of.
type savedHead struct {
	Tool   string // version and build of the program
	Layout string // of the tables
	Model  string // fingerprint of the compiled scenario with its constants
	Size   Size
	World  draw.World
	Week   int32 // first week that not all markets have lived
	Ended  bool  // nothing but what is kept of a history that ended
}

// layout is the fingerprint of the tables of this program.
func layout() string {
	return savedAs.Layout(reflect.TypeFor[struct {
		Firm   Firm
		Record Record
		Market Market
	}]())
}

// headOf says what a checkpoint of a history would be of.
func headOf(tool string, model *Model, world draw.World) (savedHead, error) {
	fingerprint, err := snapshot.Fingerprint(model)
	return savedHead{Tool: tool, Layout: layout(), Model: fingerprint, Size: model.Size, World: world}, err
}

// Save writes everything that the rest of a history follows from, with all at rest: the firm, the record so far, and
// market by market. Tool is the version and build of the program. Markets may have lived a part of the period that runs.
func (f *Firm) Save(to io.Writer, tool string, r *Record) error {
	head, err := headOf(tool, f.Model, f.World)
	if err != nil {
		return err
	}
	head.Week = f.Week
	w, err := seal(to, &head, f, r)
	if err != nil {
		return err
	}
	for i, m := range f.Markets {
		if err := w.Put(m); err != nil {
			return fmt.Errorf("market %d: %w", i, err)
		}
	}
	return w.Close()
}

// seal begins a checkpoint with its first line and some of its parts.
func seal(to io.Writer, parts ...any) (*snapshot.Writer, error) {
	if err := snapshot.Supported(); err != nil {
		return nil, err
	}
	if _, err := io.WriteString(to, savedMagic); err != nil {
		return nil, err
	}
	w := savedAs.NewWriter(to)
	for _, part := range parts {
		if err := w.Put(part); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// Restore reads what Save wrote of a history of this model in this world, by this build of the program. The history
// that goes on from there is to the last bit the one that was never interrupted. A checkpoint of anything else, or one
// whose bytes are not as they were written, is an error that says so.
func Restore(from io.Reader, tool string, model *Model, world draw.World) (*Firm, *Record, error) {
	in, err := unseal(from, model)
	if err != nil {
		return nil, nil, err
	}
	if ended, err := readHead(in, tool, model, world); err != nil || ended {
		return nil, nil, cmp.Or(err, foreign("its history has ended"))
	}
	return restore(in, model, world)
}

// unseal reads the first line of a checkpoint of a model and returns a reader of what follows.
func unseal(from io.Reader, model *Model) (*snapshot.Reader, error) {
	if err := snapshot.Supported(); err != nil {
		return nil, err
	}
	magic := make([]byte, len(savedMagic))
	if _, err := io.ReadFull(from, magic); err != nil || string(magic) != savedMagic {
		return nil, ErrNoCheckpoint
	}
	return savedAs.NewReader(from, model.mostRows()), nil
}

// restore reads what follows the head.
func restore(in *snapshot.Reader, model *Model, world draw.World) (*Firm, *Record, error) {
	f, r := bareFirm(model, world), &Record{}
	for _, part := range []any{f, r} {
		if err := in.Get(part); err != nil {
			return nil, nil, err
		}
	}
	for i := range f.Markets {
		m, err := readMarket(in, f)
		if err != nil {
			return nil, nil, fmt.Errorf("market %d: %w", i, err)
		}
		f.Markets[i] = m
	}
	f.around()
	return f, r, in.Close()
}

// readMarket reads the next market and ties it to its model and its luck.
func readMarket(in *snapshot.Reader, f *Firm) (*Market, error) {
	m := &Market{}
	if err := in.Get(m); err != nil {
		return nil, err
	}
	m.World, m.start = f.World, f.Model
	m.makeLuck()
	m.Model = m.start.Under(m.InForce)
	if m.Sellers.InForce != nil {
		m.Sellers.Levers = make([]*Model, len(m.Sellers.InForce))
	}
	if m.Customers.InForce != nil {
		m.Customers.Levers = make([]*Model, len(m.Customers.InForce))
	}
	m.regroup()
	m.borrow(f.roomsFor(1)[0])
	return m, nil
}

// mostRows is more than any table of a firm of this model has rows: where a checkpoint says otherwise, it is damaged.
func (x *Model) mostRows() int {
	const columns, spare = 64, 4096 // rows per household or seat in any one table; rows where there are hardly any of them
	size := &x.Size
	households := float64(size.Customers/size.Markets+1) * (1 + x.Market.Vacant)
	return columns*(int(households)+size.Sellers/size.Markets) + columns*spare + size.Markets + size.Weeks
}
