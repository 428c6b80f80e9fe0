package sim

import (
	"io"

	"xsell/sim/draw"
)

// Finished is what is kept of a history that ended.
type Finished struct {
	Record   *Record
	Verified bool     // its books were looked at
	Broken   []string // what is wrong in them, as sentences
}

// Save writes it like a checkpoint.
func (e *Finished) Save(to io.Writer, tool string, model *Model, world draw.World) error {
	head, err := headOf(tool, model, world)
	if err != nil {
		return err
	}
	head.Week, head.Ended = int32(model.Size.Weeks), true
	w, err := seal(to, &head, e)
	if err != nil {
		return err
	}
	return w.Close()
}

// RestoreFinished reads what Save wrote of a history of this model in this world, by this version of the program, whose
// books were verified or not. Errors are like those of Restore.
func RestoreFinished(from io.Reader, tool string, model *Model, world draw.World) (*Finished, error) {
	in, err := unseal(from, model)
	if err != nil {
		return nil, err
	}
	ended, err := readHead(in, tool, model, world)
	if err != nil {
		return nil, err
	}
	if !ended {
		return nil, foreign("its history has not ended")
	}
	e := &Finished{}
	if err := in.Get(e); err != nil {
		return nil, err
	}
	return e, in.Close()
}
