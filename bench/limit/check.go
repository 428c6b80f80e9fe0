package main

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"os"
	"path/filepath"

	"xsell/sim"
)

// check lives one phase and holds that every variant of the kernel, asked before, has come to the same.
func (l *looker) check(m *sim.Market, phase string, run func(*sim.Market)) error {
	said, was := map[string][]byte{}, map[string]*past{}
	for _, variant := range l.variants {
		came, err := l.ask(m, variant, phase)
		if err != nil {
			return err
		}
		said[variant], was[variant] = came, remember(m)
	}
	run(m)
	for _, variant := range l.variants {
		if err := l.compare(was[variant], m, phase, variant, said[variant]); err != nil {
			return fmt.Errorf("week %d, phase %s, kernel %s: %w", m.Week, phase, variant, err)
		}
	}
	return nil
}

// ask lets a variant of the kernel live one phase of the market as it stands, and returns what came of it.
func (l *looker) ask(m *sim.Market, variant, phase string) ([]byte, error) {
	path := filepath.Join(l.folder, "out")
	if _, err := l.run(m, "check", variant, phase, path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// compare holds that what the kernel said of a phase is what has happened.
func (l *looker) compare(was *past, m *sim.Market, phase, variant string, said []byte) error {
	switch phase {
	case "luck":
		return sameMarks(said, m)
	case "drift":
		return sameMoods(said, &m.Customers)
	}
	decided := make([]decision, len(said)/binary.Size(decision{}))
	if _, err := binary.Decode(said, binary.LittleEndian, decided); err != nil {
		return err
	}
	l.events[phase] += len(decided)
	for _, d := range decided {
		was.apply(d, m)
	}
	if err := was.differs(m); err != nil {
		return err
	}
	anew := "refresh"
	if phase == "want" || phase == "lose" {
		anew = "rethink" // accounts have not changed
	}
	return l.refreshed(decided, m, variant, anew)
}

// refreshed holds that the kernel, asked now, finds the thresholds of all of whom something was
// decided as they are after their refresh.
func (l *looker) refreshed(decided []decision, m *sim.Market, variant, anew string) error {
	bounds := make([]uint64, len(m.Customers.Here))
	said, err := l.ask(m, variant, anew)
	if err != nil {
		return err
	}
	if _, err := binary.Decode(said, binary.LittleEndian, bounds); err != nil {
		return err
	}
	cs := &m.Customers
	for _, d := range decided {
		if c := d.Who; cs.Here[c] && d.refreshes() && bounds[c] != cs.Bounds[c] {
			return fmt.Errorf("household %d has thresholds %x with us and %x in the kernel", c, cs.Bounds[c], bounds[c])
		}
	}
	return nil
}

// sameMarks holds that the kernel marks whom we mark.
func sameMarks(said []byte, m *sim.Market) error {
	words := (len(m.Customers.Here) + 63) / 64
	theirs := make([]uint64, len(marked)*words)
	if _, err := binary.Decode(said, binary.LittleEndian, theirs); err != nil {
		return err
	}
	for i, phase := range marked {
		for w, word := range m.Marked(phase) {
			if x := word ^ theirs[i*words+w]; x != 0 {
				return fmt.Errorf("household %d is marked for %s by one and not by the other", w<<6|bits.TrailingZeros64(x), phase)
			}
		}
	}
	return nil
}

// sameMoods holds that the kernel's moods are ours to the last bit.
func sameMoods(said []byte, cs *sim.Customers) error {
	n := len(cs.Here)
	theirs := make([]float32, 4*n)
	if _, err := binary.Decode(said, binary.LittleEndian, theirs); err != nil {
		return err
	}
	for i, mood := range [...]struct {
		name   string
		column []float32
	}{{"trust", cs.Trust}, {"satisfaction", cs.Satisfaction}, {"relation", cs.Relation}, {"fatigue", cs.Fatigue}} {
		for c, x := range mood.column {
			if y := theirs[i*n+c]; math.Float32bits(x) != math.Float32bits(y) {
				return fmt.Errorf("%s of household %d is %v with us and %v in the kernel", mood.name, c, x, y)
			}
		}
	}
	return nil
}
