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
		path := filepath.Join(l.folder, "out")
		if _, err := l.run(m, "check", variant, phase, path); err != nil {
			return err
		}
		came, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		said[variant], was[variant] = came, remember(m)
	}
	run(m)
	for _, variant := range l.variants {
		if err := l.compare(was[variant], m, phase, said[variant]); err != nil {
			return fmt.Errorf("week %d, phase %s, kernel %s: %w", m.Week, phase, variant, err)
		}
	}
	return nil
}

func (l *looker) compare(was *past, m *sim.Market, phase string, said []byte) error {
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
	return was.differs(m)
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
