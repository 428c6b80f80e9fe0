package sim

import "xsell/agents"

// Amounts is a column of amounts of money in six bytes a row: thousandths of a euro up to 140 billion euro either way, which
// no household's account with a firm reaches.
type Amounts struct {
	High []int32
	Low  []uint16
}

func newAmounts(rows int) Amounts { return Amounts{make([]int32, rows), make([]uint16, rows)} }

// of is the amount of c.
func (x *Amounts) of(c agents.CustomerID) int64 { return int64(x.High[c])<<16 | int64(x.Low[c]) }

// add adds an amount to that of c.
func (x *Amounts) add(c agents.CustomerID, amount int64) {
	sum := x.of(c) + amount
	x.High[c], x.Low[c] = int32(sum>>16), uint16(sum)
}
