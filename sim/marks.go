package sim

import (
	"xsell/agents"
	"xsell/agents/org"
)

// Marks beside the traits, which are the lower bits: who asked not to be called, who has an account nobody asked for, and
// who has one that lies unused.
const (
	noCalls  = 1 << 4
	deceived = 1 << 5
	sleeps   = 1 << 6
	inborn   = noCalls - 1
)

// seats of all households, to range over.
func (cs *Customers) seats() agents.CustomerID { return agents.CustomerID(len(cs.Here)) }

// Traits of c, as customer's bits.
func (cs *Customers) Traits(c agents.CustomerID) uint8 { return cs.Marks[c] & inborn }

// OptedOut tells whether c asked not to be called.
func (cs *Customers) OptedOut(c agents.CustomerID) bool { return cs.Marks[c]&noCalls != 0 }

// noteAccounts marks whether c has accounts nobody asked for and such as lie unused.
func (cs *Customers) noteAccounts(c agents.CustomerID) {
	any := Holding(0)
	for _, h := range cs.accounts(c) {
		any |= h
	}
	cs.Marks[c] &^= deceived | sleeps
	if any.Is(silent) {
		cs.Marks[c] |= deceived
	}
	if any.Is(asleep) {
		cs.Marks[c] |= sleeps
	}
}

// Silent are the accounts of c that nobody asked for, used or not.
func (cs *Customers) Silent(c agents.CustomerID) agents.Products {
	return cs.those(c, deceived, silent)
}

// Dormant are the accounts of c that are not used.
func (cs *Customers) Dormant(c agents.CustomerID) agents.Products { return cs.those(c, sleeps, asleep) }

// Active are the accounts of c that are used, asked for or not.
func (cs *Customers) Active(c agents.CustomerID) agents.Products { return cs.held(c) &^ cs.Dormant(c) }

// real are the accounts of c that are used and were asked for. Among those of who has others no branch hangs on the flags,
// which nobody can foresee.
func (cs *Customers) real(c agents.CustomerID) agents.Products {
	held := cs.held(c)
	if cs.Marks[c]&(deceived|sleeps) == 0 {
		return held
	}
	left := held
	for _, h := range cs.Holdings.of(c, left) {
		held &^= left & -left & -agents.Products(h.any(silent|asleep))
		left &= left - 1
	}
	return held
}

// those are the accounts of c with any of these flags, of which mark tells whether there can be any.
func (cs *Customers) those(c agents.CustomerID, mark uint8, flags Holding) agents.Products {
	if cs.Marks[c]&mark == 0 {
		return 0
	}
	return cs.flagged(c, flags)
}

func (cs *Customers) flagged(c agents.CustomerID, flags Holding) (set agents.Products) {
	left := cs.held(c)
	for _, h := range cs.Holdings.of(c, left) {
		set |= left & -left & -agents.Products(h.any(flags))
		left &= left - 1
	}
	return set
}

// ArmOf the gift experiment: 0 none, 1 untreated, 2 treated.
func (cs *Customers) ArmOf(c agents.CustomerID) uint32 { return cs.Arm.at(int(c)) }

// EmployerOf c: 0 none, else employer+1.
func (cs *Customers) EmployerOf(c agents.CustomerID) int32 { return int32(cs.Employer.at(int(c))) }

// house with which c deals, 0 where the firm has none.
func (cs *Customers) house(c agents.CustomerID) org.HouseID { return org.HouseID(cs.House.at(int(c))) }
