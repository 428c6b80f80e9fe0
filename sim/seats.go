package sim

import (
	"slices"

	"xsell/agents"
	"xsell/agents/num"
	"xsell/agents/seller"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// seatSellers makes the columns of sellers and seats one on each.
func (m *Market) seatSellers(n int) {
	model, ss := m.Model, &m.Sellers
	k, lines, threats := model.Strides.Tallies, len(model.Market.Lines), model.Strides.Threats
	ss.Gen, ss.Unit, ss.Seated = make([]uint8, n), make([]agents.UnitID, n), make([]bool, n)
	for _, col := range []*[]int32{&ss.Back, &ss.Joined, &ss.Placed, &ss.Hidden, &ss.Unused, &ss.LastOffence} {
		*col = make([]int32, n)
	}
	for _, col := range []*[]float32{&ss.Integrity, &ss.Orientation, &ss.Speed, &ss.Tie, &ss.Morale, &ss.PayFactor} {
		*col = make([]float32, n)
	}
	for _, col := range []*[]float64{&ss.Sum, &ss.Target, &ss.Rate, &ss.Var, &ss.Pipe, &ss.News, &ss.Worth} {
		*col = make([]float64, n*k)
	}
	for _, col := range []*[]bool{&ss.Offended, &ss.Caught, &ss.Warned} {
		*col = make([]bool, n)
	}
	ss.Skill, ss.Key = make([]float32, n*lines), make([]uint32, n)
	ss.Strikes, ss.Hits = make([]uint8, n*threats), make([]uint8, n*model.Strides.Promotions)
	ss.Promised = make([][]promise, n)
	ss.Hours, ss.Extra = make([]seller.Values, n), make([]Extra, n)
	ss.List, ss.Earned = make([]List, n), make([]float64, n)
	ss.Owed, ss.Passed = make([]float32, n*len(model.Org.Units)), make([]int32, n)
	ss.Heard = make([]seller.Experience, n)
	ss.Deeds, ss.Past = make([]Deeds, n), make([]Window, n)
	s := 0
	for u, seats := range model.Org.Seats(n) {
		for i := range seats {
			ss.Unit[s] = agents.UnitID(u)
			ss.Key[s] = model.Org.Units[u].Key<<12 | uint32(i)
			m.takeSeat(agents.SellerID(s), true)
			s++
		}
	}
}

// takeSeat seats the next occupant: a veteran at the start, a novice later.
func (m *Market) takeSeat(s agents.SellerID, veteran bool) {
	ss, mind := &m.Sellers, m.Model.Mind
	id := uint64(m.staff(s))
	m.handOver(s)
	ss.Seated[s], ss.Joined[s] = true, m.Week
	if veteran {
		ss.Joined[s] = m.Week - 260
	}
	ss.Placed[s] = ss.Joined[s]
	m.Books.Add(metric.SellersSeated, 1)
	ss.Integrity[s] = float32(draw.Power(1/mind.Conduct.Skew, m.birth(draw.SellerIntegrity).Uniform(id)))
	ss.Orientation[s] = float32(num.Exp(float64(mind.Effort.Spread * draw.Normal(m.birth(draw.SellerOrientation).Uniform(id)))))
	ss.Speed[s] = float32(num.Exp(float64(mind.Effort.Own * draw.Normal(m.birth(draw.SellerSpeed).Uniform(id)))))
	ss.Tie[s] = float32(m.birth(draw.SellerTies).Uniform(id))
	ss.Morale[s], ss.PayFactor[s], ss.Extra[s], ss.Earned[s] = 0.5, 1, Extra{}, 0
	ss.Hidden[s], ss.Unused[s], ss.LastOffence[s] = 0, 0, Never
	m.forgetFavours(s)
	ss.Heard[s] = seller.Experience{Chance: mind.Effort.Chance}
	ss.Offended[s], ss.Caught[s] = false, false
	ss.Warned[s] = m.birth(draw.SellerRecord).Uniform(id) < seller.OnRecord(m.Model.Around.Records, float64(ss.Integrity[s]), mind.Conduct.Skew)
	lines := len(m.Model.Market.Lines)
	for l := range lines {
		ss.Skill[int(s)*lines+l] = m.startSkill(s, veteran)
	}
	clear(m.Sellers.Strikes[int(s)*m.Model.Strides.Threats : (int(s)+1)*m.Model.Strides.Threats])
	clear(m.hits(s))
	m.openTallies(s)
}

func (m *Market) startSkill(s agents.SellerID, veteran bool) float32 {
	if veteran {
		return 1
	}
	return float32(m.Model.Org.Units[m.Sellers.Unit[s]].Start)
}

// openTallies gives a seller the plan's first targets and the usual rate as first belief about the own.
func (m *Market) openTallies(s agents.SellerID) {
	ss, plan := &m.Sellers, m.plan(s)
	for k := range plan.Tallies {
		i, t := m.tally(s, k), &plan.Tallies[k]
		usual := t.Usual / float64(t.Window)
		whole := float64(m.left(t)+1) / float64(t.Window) // a window joined late has a quota in proportion
		ss.Sum[i], ss.News[i], ss.Target[i] = 0, 0, float64(whole*m.asked(t))
		ss.Rate[i], ss.Var[i] = usual, max(float64(usual*slices.Max(t.Weight)), 0.01)
	}
}

// asked is the first target of a whole window here [units per window]: some markets are asked more than others, all
// their life and for all their goals, around the same mean.
func (m *Market) asked(t *Tally) float64 {
	if t.Spread == 0 {
		return t.Setter.Base
	}
	z := draw.Normal(m.birth(draw.MarketGoals).Uniform(0))
	return float64(t.Setter.Base * num.Exp(float64(t.Spread*z)-float64(t.Spread*t.Spread/2)))
}

// tally is the row of seller s and tally k in the tally columns.
func (m *Market) tally(s agents.SellerID, k int) int { return int(s)*m.Model.Strides.Tallies + k }

// plan is the pay plan of seller s.
func (m *Market) plan(s agents.SellerID) *Plan { return &m.of(s).Plans[m.Sellers.Unit[s]] }

// ordinalMask cuts a seat's ordinal in its unit out of its key.
const ordinalMask = 1<<12 - 1
