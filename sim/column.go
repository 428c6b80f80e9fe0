package sim

import (
	"math"

	"xsell/agents"
)

// Column is a column of whole numbers in as little room a row as its largest number needs: none where all are 0, else half
// a byte, one, two or four.
type Column struct {
	Halves []uint8 // two rows a byte, the even one low
	Ones   []uint8
	Twos   []uint16
	Fours  []uint32
}

// half is the largest number in half a byte.
const half = 1<<4 - 1

// column returns a column of so many zeros that can hold any number up to most.
func column(rows int, most uint32) (x Column) {
	switch {
	case most == 0:
	case most <= half:
		x.Halves = make([]uint8, (rows+1)/2)
	case most <= math.MaxUint8:
		x.Ones = make([]uint8, rows)
	case most <= math.MaxUint16:
		x.Twos = make([]uint16, rows)
	default:
		x.Fours = make([]uint32, rows)
	}
	return x
}

// at is the number in a row.
func (x *Column) at(row int) uint32 {
	if x.Twos != nil {
		return uint32(x.Twos[row])
	}
	if x.Halves != nil {
		return uint32(x.Halves[row>>1]>>(row&1<<2)) & half
	}
	if x.Ones != nil {
		return uint32(x.Ones[row])
	}
	if x.Fours != nil {
		return x.Fours[row]
	}
	return 0
}

// kept tells whether numbers are kept at all: not all of them are 0.
func (x *Column) kept() bool {
	return x.Twos != nil || x.Halves != nil || x.Ones != nil || x.Fours != nil
}

// next is the first row from row on whose number is not 0, or one behind the last of so many.
func (x *Column) next(row, rows int) int {
	switch {
	case x.Twos != nil:
		return filled(x.Twos[:rows], row)
	case x.Halves != nil:
		for ; row < rows && x.at(row) == 0; row++ {
		}
		return row
	case x.Ones != nil:
		return filled(x.Ones[:rows], row)
	case x.Fours != nil:
		return filled(x.Fours[:rows], row)
	}
	return rows
}

// filled is next in the part of a column that is used.
func filled[T uint8 | uint16 | uint32](part []T, row int) int {
	for ; row+8 <= len(part); row += 8 {
		if x := part[row : row+8 : row+8]; x[0]|x[1]|x[2]|x[3]|x[4]|x[5]|x[6]|x[7] != 0 {
			break
		}
	}
	for ; row < len(part) && part[row] == 0; row++ {
	}
	return row
}

// set writes a number that the column can hold.
func (x *Column) set(row int, n uint32) {
	switch {
	case x.Twos != nil:
		x.Twos[row] = uint16(n)
	case x.Halves != nil:
		shift := row & 1 << 2
		x.Halves[row>>1] = x.Halves[row>>1]&^(half<<shift) | uint8(n)<<shift
	case x.Ones != nil:
		x.Ones[row] = uint8(n)
	case x.Fours != nil:
		x.Fours[row] = n
	case n != 0:
		panic("sim: a number in a column of which it was said that all are 0")
	}
}

// reach makes a column so many rows long.
func (x *Column) reach(rows int) {
	x.Halves, x.Ones = reach(x.Halves, (rows+1)/2), reach(x.Ones, rows)
	x.Twos, x.Fours = reach(x.Twos, rows), reach(x.Fours, rows)
}

// reach makes a part of a column so many rows long, if it is the part that is used.
func reach[T any](part []T, rows int) []T {
	if part == nil {
		return nil
	}
	return roomFor(part[:min(len(part), rows)], max(rows-len(part), 0))[:rows]
}

// Sets has a set of products, or of lines, by household.
type Sets struct{ Column }

// sets returns empty sets out of so many things.
func sets(households, things int) Sets { return Sets{column(households, uint32(1<<things-1))} }

// Of is the set of c.
func (x *Sets) Of(c agents.CustomerID) agents.Products { return agents.Products(x.at(int(c))) }

// Set replaces the set of c.
func (x *Sets) Set(c agents.CustomerID, set agents.Products) { x.set(int(c), uint32(set)) }

// Add puts p into the set of c.
func (x *Sets) Add(c agents.CustomerID, p agents.ProductID) { x.Set(c, x.Of(c).With(p)) }

// Drop takes p out of the set of c.
func (x *Sets) Drop(c agents.CustomerID, p agents.ProductID) { x.Set(c, x.Of(c).Without(p)) }
