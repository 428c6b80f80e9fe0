package sim

import (
	"math"

	"xsell/agents"
	"xsell/sim/draw"
)

// gaze is what is the same for all households that a unit looks at.
type gaze struct {
	key            uint32
	all            bool            // the unit knows all customers
	near           agents.Products // surely knows those who have one of these
	asks           bool            // and may know others
	spares         bool            // somebody may be spared
	houses         bool            // there are some
	may            agents.Products
	sways          agents.Products // those that influence the needs for these
	worth          int64
	quality, noise float64 // weights of true readiness and of noise of the same spread
	fit            float64 // weight of how a household leans to what is sold
	record         float64 // chance that it sees across, where no customers have levers of their own
	seen, scores   draw.Stream
}

func (m *Market) gaze(u agents.UnitID) *gaze {
	o, quality := m.Model.Org, m.Model.Org.Score
	unit, g := &o.Units[u], &m.scratch.Gaze
	*g = gaze{key: unit.Key, all: !unit.Owns, asks: len(o.Houses)+len(m.Contracts) > 0, may: unit.May, worth: int64(unit.Worth),
		record: m.Model.Org.Record, quality: quality, noise: math.Sqrt(1 - float64(quality*quality)), seen: *m.sights(), scores: *m.stream(draw.ScoreNoise)}
	g.spares, g.houses = o.Filter.Unhappy > 0 || o.Filter.Problem > 0 || m.Customers.Levers != nil, len(o.Houses) > 0
	if !g.houses {
		g.near = unit.May
	}
	for may := unit.May; may != 0; may &= may - 1 {
		g.sways |= m.Model.Market.Movers[may.First()]
	}
	m.scratch.Leanings.lookAgain()
	if quality > 0 {
		g.fit = float64(readyFit * m.Model.Mind.Decision.Fit)
	}
	return g
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
		score += float64(g.noise * draw.Normal(g.scores.Uniform(draw.Pair(x.person, g.key))))
	}
	return float32(score) + m.ahead(x.who)
}

// readiness of a customer to buy what a unit may sell.
func (m *Market) readiness(x *sketch, g *gaze) float64 {
	ready := float64(readyAffinity * float64(m.Customers.Affinity[x.who]))
	if m.Customers.Need.Of(x.who)&g.may != 0 {
		ready += readyNeed
	}
	if g.fit != 0 {
		ready += float64(g.fit * float64(m.leans(x, g.may, g.sways)))
	}
	return ready
}

// Readiness to buy is made of affinity and of an open need, scaled so that its spread over a book is about 1 when one
// customer in eight has a need: 2.6²·(1/8)(7/8) + 0.5² ≈ 1.
const (
	readyAffinity = 0.5
	readyNeed     = 2.6
	readyFit      = 0.5 // per log odds, about as readyAffinity to decision.affinity
)
