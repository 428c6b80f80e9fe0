package sim

import (
	"xsell/agents"
	"xsell/agents/org"
	"xsell/sim/draw"
)

// sketch is what a close reads of a customer more than once.
type sketch struct {
	way                  uint64          // to the household's luck with a unit, see draw.Way
	record               uint64          // chance that a unit sees it across, as draw.Cells
	own, held, can, need agents.Products // on the books here; held anywhere; what could be offered; open needs
	who                  agents.CustomerID
	brings               int32 // see Customers.Brings
	affinity             float32
	covered              uint16 // 1 + the unit whose contract covers the household; 0: none does
	segment              uint8
	house                org.HouseID
}

// sketch all customers. They stand in scratch, in the order of seats; leanings speak of the market's table from then on.
func (m *Market) sketch() {
	m.scratch.Leanings.speakOf(m.Model.Market)
	cs, list, n := &m.Customers, m.scratch.Sketches[:len(m.Customers.Here)], 0
	record, covering, all := draw.Cells(m.Model.Org.Record), m.covering(), m.Model.Market.All()
	for c, here := range cs.Here {
		if !here {
			continue
		}
		who, x := agents.CustomerID(c), &list[n]
		n++
		own := cs.held(who)
		*x = sketch{way: draw.Way(draw.Pair(m.person(who), 0)), record: record, own: own, held: own | cs.Elsewhere.Of(who),
			can: all &^ (own | cs.Pending.Of(who)), need: cs.Need.Of(who), who: who, brings: cs.Brings[c], affinity: cs.Affinity[c],
			segment: cs.Segment[c]}
		if covering.any {
			x.covered = covering.unit(who)
		}
	}
	m.scratch.Sketches = list[:n]
	m.sketchMore()
}

// sketchMore adds what few markets have: houses, tiers, and levers that not all customers meet.
func (m *Market) sketchMore() {
	houses, tiered, levers := len(m.Model.Org.Houses) > 0, m.Model.Market.Tiered, m.Customers.Levers != nil
	if !houses && !tiered && !levers {
		return
	}
	for i := range m.scratch.Sketches {
		x := &m.scratch.Sketches[i]
		x.house = m.Customers.house(x.who)
		if tiered {
			x.can = m.inTiers(x.who, x.can)
		}
		if levers {
			x.record = draw.Cells(m.facing(x.who).Org.Record)
		}
	}
}

// covering tells whom contracts cover.
type covering struct {
	m        *Market
	any      bool
	houses   bool     // there are some
	partners bool     // some households are customers of a partner firm
	by       []uint16 // by employer, none being the first: 1 + the unit whose contract covers who works there; 0: none does
}

// covering as contracts are now. It stands in scratch.
func (m *Market) covering() covering {
	o, slots := m.Model.Org, m.slots()
	x := covering{m: m, any: len(m.Contracts) > 0, houses: len(o.Houses) > 0, partners: m.hasPartners()}
	x.by = fit(m.scratch.Covering[:0], slots+1)
	clear(x.by)
	for k := len(o.Contracts) - 1; k >= 0; k-- {
		for e := range slots {
			if contract := &o.Contracts[k]; contract.Partner == 0 && m.Contracts[k*slots+e] {
				x.by[e+1] = 1 + uint16(contract.Unit)
			}
		}
	}
	m.scratch.Covering = x.by
	return x
}

// unit is 1 + the unit whose contract covers c, 0 where none does.
func (x *covering) unit(c agents.CustomerID) uint16 {
	if !x.houses && !x.partners {
		return x.by[x.m.Customers.EmployerOf(c)]
	}
	if k := x.m.contract(c); k >= 0 {
		return 1 + uint16(x.m.Model.Org.Contracts[k].Unit)
	}
	return 0
}
