package sim

import (
	"xsell/agents"
	"xsell/agents/org"
)

// noCalls marks who asked not to be called; the lower bits are the traits.
const (
	noCalls = 1 << 4
	inborn  = noCalls - 1
)

// seats of all households, to range over.
func (cs *Customers) seats() agents.CustomerID { return agents.CustomerID(len(cs.Here)) }

// Traits of c, as customer's bits.
func (cs *Customers) Traits(c agents.CustomerID) uint8 { return cs.Marks[c] & inborn }

// OptedOut tells whether c asked not to be called.
func (cs *Customers) OptedOut(c agents.CustomerID) bool { return cs.Marks[c]&noCalls != 0 }

// ArmOf the gift experiment: 0 none, 1 untreated, 2 treated.
func (cs *Customers) ArmOf(c agents.CustomerID) uint32 { return cs.Arm.at(int(c)) }

// EmployerOf c: 0 none, else employer+1.
func (cs *Customers) EmployerOf(c agents.CustomerID) int32 { return int32(cs.Employer.at(int(c))) }

// house with which c deals, 0 where the firm has none.
func (cs *Customers) house(c agents.CustomerID) org.HouseID { return org.HouseID(cs.House.at(int(c))) }
