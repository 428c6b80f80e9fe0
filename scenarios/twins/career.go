package twins

import (
	"xsell/agents"
	"xsell/sim"
	"xsell/sim/metric"
)

// career is what one seller came to in the measured time under one design.
type career struct {
	gen    uint8
	known  bool // was on the seat at a date of the measured time
	stays  bool // is on it at the end
	weeks  int32
	morale float64 // summed over these weeks
	salary agents.Money
	deeds  sim.Deeds
	traits sellerTraits
}

// sellerTraits are what a seller was when they came.
type sellerTraits struct {
	integrity, speed, orientation float64
	veteran                       bool // there from the start
}

// staffer follows the sellers of one market under one design.
type staffer struct {
	m       *sim.Market
	careers []career // by seat
	past    []pastCareer
}

type pastCareer struct {
	seat agents.SellerID
	career
}

func newStaffer(m *sim.Market) *staffer {
	f := &staffer{m: m, careers: make([]career, len(m.Sellers.Unit))}
	for s := range f.careers {
		f.careers[s] = f.begun(agents.SellerID(s), true)
	}
	return f
}

func (f *staffer) begun(s agents.SellerID, veteran bool) career {
	ss := &f.m.Sellers
	return career{gen: ss.Gen[s], traits: sellerTraits{float64(ss.Integrity[s]), float64(ss.Speed[s]), float64(ss.Orientation[s]), veteran}}
}

// turn notes who has taken a seat since it was last asked.
func (f *staffer) turn() {
	for s := range f.careers {
		if f.m.Sellers.Gen[s] != f.careers[s].gen {
			f.past = append(f.past, pastCareer{agents.SellerID(s), f.careers[s]})
			f.careers[s] = f.begun(agents.SellerID(s), false)
		}
	}
}

// week counts one more week of everybody on a seat.
func (f *staffer) week() {
	for s, seated := range f.m.Sellers.Seated {
		if seated {
			x := &f.careers[s]
			x.known = true
			x.weeks++
			x.morale += float64(f.m.Sellers.Morale[s])
			x.salary += f.m.WeeksPay(agents.SellerID(s))
		}
	}
}

// end fills in what everybody did: of who has been followed by somebody else it is kept apart.
func (f *staffer) end() {
	f.turn()
	for s := range f.careers {
		f.careers[s].deeds = f.m.Sellers.Deeds[s]
		f.careers[s].stays = f.m.Sellers.Seated[s]
		f.careers[s].known = f.careers[s].known || f.careers[s].deeds != (sim.Deeds{})
	}
	for i := range f.past {
		for g := range f.m.Gone {
			if x := &f.m.Gone[g]; x.Seat == f.past[i].seat && x.Gen == f.past[i].gen {
				f.past[i].deeds, f.past[i].known = x.Deeds, true
			}
		}
	}
}

// worked is the hours spent on something [hours].
func (x *career) worked() float64 {
	at := func(c metric.Counter) float64 { return float64(x.deeds.Hours[c-metric.HoursServe]) / 1000 }
	return at(metric.HoursAvailable) - at(metric.HoursSlack)
}
