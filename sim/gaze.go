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
	spares         bool   // somebody may be spared
	houses         bool   // there are some
	all            uint64 // the chance of 1 where the unit sees all, as draw.Cells, else 0
	least          int32  // what a household has to bring, thousandths of a euro per week
	may            agents.Products
	sways          agents.Products // those that influence the needs for these
	quality, noise float64         // weights of true readiness and of noise of the same spread
	fit            float64         // weight of how a household leans to what is sold
	seen, scores   draw.Stream
}

func (m *Market) gaze(u agents.UnitID) *gaze {
	o, quality := m.Model.Org, m.Model.Org.Score
	unit, g := &o.Units[u], &m.scratch.Gaze
	*g = gaze{way: draw.Way(uint64(unit.Key)), houses: len(o.Houses) > 0, least: int32((unit.Worth + 51) / 52), may: unit.May,
		quality: quality, noise: math.Sqrt(1 - float64(quality*quality)), seen: *m.sights(), scores: *m.stream(draw.ScoreNoise)}
	g.spares = o.Filter.Unhappy > 0 || o.Filter.Problem > 0 || m.Customers.Levers != nil
	if !unit.Owns {
		g.all = draw.Cells(1)
	}
	for may := unit.May; may != 0; may &= may - 1 {
		g.sways |= m.Model.Market.Movers[may.First()]
	}
	if quality > 0 {
		g.fit = float64(readyFit * m.Model.Mind.Decision.Fit)
	}
	return g
}

// near are the products of which unit u knows who has one here: by house, none being the first, those it does business
// about with its customers. They stand in scratch.
func (m *Market) near(u agents.UnitID) *[math.MaxUint8 + 1]agents.Products {
	o, near := m.Model.Org, &m.scratch.Near
	for h := range len(o.Houses) + 1 {
		near[h] = o.Deals(u, org.HouseID(h))
	}
	return near
}

// across tells whether the shared record shows c to unit u; once for ever.
func (m *Market) across(u agents.UnitID, c agents.CustomerID) bool {
	return m.sights().Uniform(draw.Pair(m.person(c), m.Model.Org.Units[u].Key)) < m.facing(c).Org.Record
}

// sights is the luck of across.
func (m *Market) sights() *draw.Stream { return m.birth(draw.SeenAcross) }

// scores of those who are seen: quality times true readiness, the rest noise, and more for newcomers where they are called
// first. They stand in scratch.
func (m *Market) scores(seen []int32, g *gaze) []float32 {
	scores, sketches := m.leans(seen, g), m.scratch.Sketches
	luck, at := g.scores, g.scores.K0+g.way
	for i, x := range seen {
		x := &sketches[x]
		score := float64(g.quality * g.readiness(x, scores[i]))
		if g.noise > 0 {
			score += float64(g.noise * draw.Normal(luck.UniformAt(at+x.way)))
		}
		scores[i] = float32(score)
	}
	if m.Model.Org.Targeting.Newcomers {
		for i, x := range seen {
			scores[i] += m.ahead(sketches[x].who)
		}
	}
	return scores
}

// readiness of a customer who leans so far to what a unit may sell to buy it.
func (g *gaze) readiness(x *sketch, leans float32) float64 {
	ready := float64(readyAffinity*float64(x.affinity)) + readyForNeed[bit(x.need&g.may != 0)]
	if g.fit != 0 {
		ready += float64(g.fit * float64(leans))
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
