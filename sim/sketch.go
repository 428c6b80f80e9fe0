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

// sketch all customers. They stand in scratch, in the order of seats.
func (m *Market) sketch() {
	cs, all, list := &m.Customers, m.Model.Market.All(), m.scratch.Sketches[:0]
	tiered, levers, record := m.Model.Market.Tiered, cs.Levers != nil, draw.Cells(m.Model.Org.Record)
	for c, here := range cs.Here {
		if !here {
			continue
		}
		who := agents.CustomerID(c)
		own := cs.held(who)
		can := all &^ (own | cs.Pending.Of(who))
		if tiered {
			can = m.inTiers(who, can)
		}
		if levers {
			record = draw.Cells(m.facing(who).Org.Record)
		}
		list = append(list, sketch{way: draw.Way(draw.Pair(m.person(who), 0)), record: record, own: own, held: own | cs.Elsewhere.Of(who), can: can,
			need: cs.Need.Of(who), who: who, brings: cs.Brings[c], affinity: cs.Affinity[c], covered: m.covered(who), segment: cs.Segment[c],
			house: cs.house(who)})
	}
	m.scratch.Sketches = list
}

// covered is 1 + the unit whose contract covers c, 0 where none does.
func (m *Market) covered(c agents.CustomerID) uint16 {
	if k := m.contract(c); k >= 0 {
		return 1 + uint16(m.Model.Org.Contracts[k].Unit)
	}
	return 0
}
