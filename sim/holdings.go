package sim

import (
	"math/bits"

	"xsell/agents"
)

// Holdings are the accounts of a market's customers, without room for those nobody has. Who has one keeps it in First. Who
// has more has a block of as many Rows, in the order of products. A block moves whenever its customer opens or closes an
// account, which is rare; the room it leaves is kept for the next block of its length.
type Holdings struct {
	First []Holding                       // by customer: the only account, or where the block begins
	Rows  []Holding                       // blocks of two accounts and more
	Free  [agents.MaxProducts + 1]Holding // by length: 1 + where the first free block begins, 0 for none; its first row tells the next
}

// of returns the accounts that make up the set held by c. It holds until the next account is opened or closed.
func (x *Holdings) of(c agents.CustomerID, held agents.Products) []Holding {
	switch n := size(held); n {
	case 0:
		return nil
	case 1:
		return x.First[c : c+1]
	default:
		at := int(x.First[c])
		return x.Rows[at : at+n : at+n]
	}
}

// place of product p among the accounts of who holds this set.
func place(held agents.Products, p agents.ProductID) int {
	return bits.OnesCount32(uint32(held) & (1<<p - 1))
}

// put adds account h of product p, which is not in the set that c holds so far.
func (x *Holdings) put(c agents.CustomerID, held agents.Products, p agents.ProductID, h Holding) {
	x.insert(c, x.of(c, held), place(held, p), h)
}

func (x *Holdings) insert(c agents.CustomerID, old []Holding, i int, h Holding) {
	if len(old) == 0 {
		x.First[c] = h
		return
	}
	at := x.block(len(old) + 1) // may move Rows, but what old shows stays as it is
	rows := x.Rows[at : at+len(old)+1]
	copy(rows, old[:i])
	copy(rows[i+1:], old[i:])
	rows[i] = h
	x.release(x.First[c], len(old))
	x.First[c] = Holding(at)
}

// take removes the account of product p, which is in the set that c holds so far.
func (x *Holdings) take(c agents.CustomerID, held agents.Products, p agents.ProductID) {
	old, at, i := x.of(c, held), x.First[c], place(held, p)
	switch len(old) {
	case 1:
		x.First[c] = 0
		return
	case 2:
		x.First[c] = old[1-i]
	default:
		to := x.block(len(old) - 1)
		copy(x.Rows[to:], old[:i])
		copy(x.Rows[to+i:], old[i+1:])
		x.First[c] = Holding(to)
	}
	x.release(at, len(old))
}

// begin returns the rows of the first n accounts of c, who has none, to be written in the order of products; n is not 0.
func (x *Holdings) begin(c agents.CustomerID, n int) []Holding {
	if n == 1 {
		return x.First[c : c+1]
	}
	at := x.block(n)
	x.First[c] = Holding(at)
	return x.Rows[at : at+n : at+n]
}

// block returns where n rows are free: a block given back, or room at the end.
func (x *Holdings) block(n int) int {
	if at := int(x.Free[n]) - 1; at >= 0 {
		x.Free[n] = x.Rows[at]
		return at
	}
	at := len(x.Rows)
	x.Rows = roomFor(x.Rows, n)[:at+n]
	return at
}

// release gives back the block of n rows that begins at a row; a single account has none.
func (x *Holdings) release(at Holding, n int) {
	if n > 1 {
		x.Rows[at] = x.Free[n]
		x.Free[n] = at + 1
	}
}

// put gives c an account of product p, of which c has none.
func (cs *Customers) put(c agents.CustomerID, p agents.ProductID, h Holding) {
	cs.Holdings.put(c, cs.held(c), p, h)
	cs.Held.Add(c, p)
	cs.noteAccounts(c)
}

// take takes the account of product p, which there is, from c and returns it.
func (cs *Customers) take(c agents.CustomerID, p agents.ProductID) Holding {
	h := cs.holding(c, p)
	cs.Holdings.take(c, cs.held(c), p)
	cs.Held.Drop(c, p)
	cs.noteAccounts(c)
	return h
}

// wake lets the account of c in product p fall out of use, or be used again.
func (cs *Customers) wake(c agents.CustomerID, p agents.ProductID) {
	cs.accounts(c)[place(cs.held(c), p)] ^= asleep
	cs.noteAccounts(c)
}

// held is all that c has here, in use or not.
func (cs *Customers) held(c agents.CustomerID) agents.Products { return cs.Held.Of(c) }

// accounts of c in the order of products. They hold until the next account is opened or closed.
func (cs *Customers) accounts(c agents.CustomerID) []Holding { return cs.Holdings.of(c, cs.held(c)) }

// holding is the account of c in product p, 0 without one.
func (cs *Customers) holding(c agents.CustomerID, p agents.ProductID) Holding {
	held := cs.held(c)
	if !held.Has(p) {
		return 0
	}
	return cs.Holdings.of(c, held)[place(held, p)]
}

// unused counts the rows that belong neither to an account nor to a free block: none, unless blocks got lost or mixed up.
func (cs *Customers) unused() int {
	left := len(cs.Holdings.Rows)
	for c := range cs.Holdings.First {
		if n := len(cs.accounts(agents.CustomerID(c))); n > 1 {
			left -= n
		}
	}
	for n, first := range cs.Holdings.Free {
		for at := first; at != 0; at = cs.Holdings.Rows[at-1] {
			left -= n
		}
	}
	return left
}
