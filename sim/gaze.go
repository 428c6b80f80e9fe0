package sim

import (
	"math"

	"xsell/agents"
	"xsell/agents/org"
	"xsell/sim/draw"
)

// gaze is what is the same for all households that a unit looks at.
type gaze struct {
	way            uint64 // to the unit's luck with a household, see draw.Way
	all            bool   // the unit knows all customers
	spares         bool   // somebody may be spared
	newcomers      bool   // new customers are called first
	covers         uint16 // 1 + the unit
	may            agents.Products
	sways          agents.Products // those that influence the needs for these
	worth          int64
	quality, noise float64 // weights of true readiness and of noise of the same spread
	fit            float64 // weight of how a household leans to what is sold
	record         uint64  // chance that it sees across, as draw.Cells, where no customers have levers of their own
	seen, scores   draw.Stream
}

// dealing is what a unit has to do with the customers of a house.
type dealing struct {
	near agents.Products // surely knows those who have one of these
	open uint64          // 1, or 0 where it has nothing to do with them
}

func (m *Market) gaze(u agents.UnitID) *gaze {
	o, quality := m.Model.Org, m.Model.Org.Score
	unit, g := &o.Units[u], &m.scratch.Gaze
	*g = gaze{way: draw.Way(uint64(unit.Key)), all: !unit.Owns, covers: 1 + uint16(u), may: unit.May, worth: int64(unit.Worth),
		record: draw.Cells(o.Record), quality: quality, noise: math.Sqrt(1 - float64(quality*quality)), seen: *m.sights(), scores: *m.stream(draw.ScoreNoise)}
	g.spares = o.Filter.Unhappy > 0 || o.Filter.Problem > 0 || m.Customers.Levers != nil
	g.newcomers = o.Targeting.Newcomers
	for may := unit.May; may != 0; may &= may - 1 {
		g.sways |= m.Model.Market.Movers[may.First()]
	}
	m.scratch.Leanings.lookAgain()
	if quality > 0 {
		g.fit = float64(readyFit * m.Model.Mind.Decision.Fit)
	}
	return g
}

// dealings of unit u with the customers of no house, and of each. They stand in scratch.
func (m *Market) dealings(u agents.UnitID) []dealing {
	list := m.scratch.Dealings[:0]
	for h := range len(m.Model.Org.Houses) + 1 {
		house := org.HouseID(h)
		list = append(list, dealing{m.Model.Org.Deals(u, house), uint64(1 - flag(m.Model.Org.Shut(u, house)))})
	}
	m.scratch.Dealings = list
	return list
}

// across tells whether the shared record shows c to unit u; once for ever.
func (m *Market) across(u agents.UnitID, c agents.CustomerID) bool {
	return m.sights().Uniform(draw.Pair(m.person(c), m.Model.Org.Units[u].Key)) < m.facing(c).Org.Record
}

// sights is the luck of across.
func (m *Market) sights() *draw.Stream { return m.birth(draw.SeenAcross) }

// score of a customer: quality times true readiness, the rest noise.
func (m *Market) score(x *sketch, g *gaze) float32 {
	score := float64(g.quality * m.readiness(x, g))
	if g.noise > 0 {
		score += float64(g.noise * draw.Normal(g.scores.UniformAt(g.scores.K0+x.way+g.way)))
	}
	if g.newcomers {
		return float32(score) + m.ahead(x.who)
	}
	return float32(score)
}

// readiness of a customer to buy what a unit may sell.
func (m *Market) readiness(x *sketch, g *gaze) float64 {
	ready := float64(readyAffinity*float64(x.affinity)) + readyForNeed[flag(x.need&g.may != 0)]
	if g.fit != 0 {
		ready += float64(g.fit * float64(m.leans(x, g.may, g.sways)))
	}
	return ready
}

// readyForNeed is what is added without a need for what is sold, and with one.
var readyForNeed = [2]float64{0, readyNeed}

// Readiness to buy is made of affinity and of an open need, scaled so that its spread over a book is about 1 when one
// customer in eight has a need: 2.6²·(1/8)(7/8) + 0.5² ≈ 1.
const (
	readyAffinity = 0.5
	readyNeed     = 2.6
	readyFit      = 0.5 // per log odds, about as readyAffinity to decision.affinity
)
