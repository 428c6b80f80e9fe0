// Package org is structure as data: who may sell what, whose the customer is, how a lead changes hands. It must not
// know pay or time.
package org

import "xsell/agents"

// Unit seats people.
type Unit struct {
	Key         uint32 // for luck, 12 bits; see Seal
	Name, Title string
	Seats       float64 // share of the firm's sellers
	Hours       float64 // a week for customers
	Start       float64 // skill of a new seller as a share of what the grant lets one reach
	Owns        bool    // only customers with a product it may sell are in its books
	Serves      bool
	Worth       agents.Money    // yearly margin of a customer from which on the unit takes them; 0: anybody
	May         agents.Products // products it may sell
	Skill       []float32       // by product: skill a trained seller reaches, 0 = may not sell
	House       HouseID         // whose it is; 0: it serves the customers of all
}

// Handoff says how a lead changes hands.
type Handoff struct {
	Name     string
	From, To agents.UnitID
	Products agents.Products // it covers
	Ease     float64         // in [0, 1]
	Delay    int             // [weeks]
	Joint    bool
	Moves    bool
	WorthMin agents.Money // yearly margin of the customer
	Finder   float64      // share of the credit that goes to the finder as well
}

// Contract binds employers, or a partner firm where Partner is above 0.
type Contract struct {
	Key       uint32 // for luck, 24 bits; see Seal
	Name      string
	Unit      agents.UnitID
	Employers float64      // share of employers covered
	Joining   float64      // factor
	Data      float64      // chance that a need is seen
	Awareness float64      // share of lines known
	Exclusive float64      // share of the competitor's reach shut out
	Cost      agents.Money // per employer and week
	Lost      float64      // [1/week] contracts end
	Partner   float64      // share of households that are the partner's customers
	Wealth    float64      // least wealth of those it is about, 1 = average
	Sends     float64      // chance per week that a covered household is sent
	Chosen    float64      // share of those sent who need something
	Fee       agents.Money // for each household sent
}

// Network is the whole organisation.
type Network struct {
	Units                              []Unit
	Handoffs                           []Handoff
	Contracts                          []Contract
	Server                             []agents.UnitID   // by product: unit that serves it
	Sellers                            [][]agents.UnitID // by product: units that may sell it
	From                               [][]int           // by unit: handoffs that start there
	Teams                              bool
	Record                             float64 // chance that one unit sees what another knows
	Score                              float64 // quality of call lists, in [0, 1]
	Coordination                       float64 // [hours a week]
	Clear                              float64 // clarity of territories, in [0, 1]
	Sharing, SharingStart, SharingPace float64 // habit of sharing: goal, start, share of the way per week
	TrainingHours                      float64
	TrainingCost                       agents.Money // per seller and week
	Ethics                             float64
	Reach                              float64      // campaign messages per customer and week
	ReachCost                          agents.Money // of one
	Bundle                             float64      // share of the first year's margin given to users of another line
	Limit                              int          // leads a seller may pass on in a year, 0: no limit
	Houses                             []House      // none: one firm
	Merged                             bool         // the houses act as one firm
	Distance                           float64      // between the houses' cultures, in [0, 1]
	Selling
}

// Seats deals n seats to units by largest remainder, ties to the lower unit.
func (o *Network) Seats(n int) []int {
	seats := make([]int, len(o.Units))
	rest := make([]float64, len(o.Units))
	given := 0
	for u := range o.Units {
		whole := float64(float64(n) * o.Units[u].Seats)
		seats[u] = int(whole + 1e-9)
		rest[u] = whole - float64(seats[u])
		given += seats[u]
	}
	for ; given < n; given++ {
		best := 0
		for u := range rest {
			if rest[u] > rest[best] {
				best = u
			}
		}
		seats[best]++
		rest[best] = -1
	}
	return seats
}

// Seal gives units and contracts the keys of their names. It must be called once when the network is complete.
func (o *Network) Seal() {
	names := make([]string, len(o.Units))
	for u := range o.Units {
		names[u] = o.Units[u].Name
	}
	for u, key := range agents.Keys(names, 12) {
		o.Units[u].Key = key
	}
	names = names[:0]
	for k := range o.Contracts {
		names = append(names, o.Contracts[k].Name)
	}
	for k, key := range agents.Keys(names, 24) {
		o.Contracts[k].Key = key
	}
}
