package sim

import (
	"xsell/agents"
	"xsell/agents/org"
)

// Marks beside the traits, which are the lower bits: who asked not to be called, and who has an account nobody asked for.
const (
	noCalls  = 1 << 4
	deceived = 1 << 5
	inborn   = noCalls - 1
)

// seats of all households, to range over.
func (cs *Customers) seats() agents.CustomerID { return agents.CustomerID(len(cs.Here)) }

// Traits of c, as customer's bits.
func (cs *Customers) Traits(c agents.CustomerID) uint8 { return cs.Marks[c] & inborn }

// OptedOut tells whether c asked not to be called.
func (cs *Customers) OptedOut(c agents.CustomerID) bool { return cs.Marks[c]&noCalls != 0 }

// Silent are the accounts of c that nobody asked for, used or not.
func (cs *Customers) Silent(c agents.CustomerID) agents.Products {
	if cs.Marks[c]&deceived == 0 {
		return 0
	}
	return cs.unasked(c)
}

// unasked looks through the accounts of c for those nobody asked for.
func (cs *Customers) unasked(c agents.CustomerID) (set agents.Products) {
	accounts := cs.accounts(c)
	for p := range cs.held(c).All {
		if accounts[0].Is(silent) {
			set = set.With(p)
		}
		accounts = accounts[1:]
	}
	return set
}

// ArmOf the gift experiment: 0 none, 1 untreated, 2 treated.
func (cs *Customers) ArmOf(c agents.CustomerID) uint32 { return cs.Arm.at(int(c)) }

// EmployerOf c: 0 none, else employer+1.
func (cs *Customers) EmployerOf(c agents.CustomerID) int32 { return int32(cs.Employer.at(int(c))) }

// house with which c deals, 0 where the firm has none.
func (cs *Customers) house(c agents.CustomerID) org.HouseID { return org.HouseID(cs.House.at(int(c))) }
