package sim

import (
	"math"

	"xsell/agents"
)

// This file is what somebody who looks on may ask beside the columns: what is packed in them, and sums over them. All
// of it only reads; dates are those of the week that has just been lived.

// Ordinal is the number of seat s in its unit in this market, from 0. It stays with the seat in every scenario that has
// the unit.
func (m *Market) Ordinal(s agents.SellerID) int { return int(m.Sellers.Key[s] & ordinalMask) }

// Team is the first team that seller s belongs to, or -1 without teams.
func (m *Market) Team(s agents.SellerID) int {
	for team := range m.Teams {
		if m.inTeam(s, team) {
			return team
		}
	}
	return -1
}

// Training is how far seller s is trained on average in the lines the own unit may sell, in [0, 1]; NaN where it may
// sell none.
func (m *Market) Training(s agents.SellerID) float64 {
	lines := m.Model.Market.LineSet(m.Model.Org.Units[m.Sellers.Unit[s]].May)
	row, sum := int(s)*len(m.Model.Market.Lines), 0.0
	for l := range m.Model.Market.Lines {
		if lines.Has(agents.ProductID(l)) {
			sum += float64(m.Sellers.Skill[row+l])
		}
	}
	return sum / float64(size(lines))
}

// Salary of seller s after demotions [EUR/year].
func (m *Market) Salary(s agents.SellerID) float64 {
	return float64(m.plan(s).Salary * float64(m.Sellers.PayFactor[s]))
}

// Strikes is the largest number of misses in a row that a threat counts against seller s.
func (m *Market) Strikes(s agents.SellerID) (most int) {
	for t := range m.plan(s).Threats {
		most = max(most, m.strikes(s, t))
	}
	return most
}

// Goal is where a seller stands in the window that runs.
type Goal struct {
	Name          string // of the tally; "" without a goal
	WeeksLeft     int    // the next week included
	Tally, Target float64
}

// FirstGoal is where seller s stands with the first goal of the plan.
func (m *Market) FirstGoal(s agents.SellerID) Goal {
	k := m.plan(s).FirstGoal()
	if k < 0 { // without a goal
		return Goal{Tally: math.NaN(), Target: math.NaN()}
	}
	t, i := &m.plan(s).Tallies[k], m.tally(s, k)
	return Goal{t.Name, int(m.left(t)) + 1, m.Sellers.Sum[i], m.Sellers.Target[i]}
}

// ShortOfLine is how many accounts are missing to the nearest line of goals, pay and threats not yet reached, with the
// product that needs fewest; 0 where all are reached, NaN where no tally counts what the seller may sell.
func (m *Market) ShortOfLine(s agents.SellerID) float64 {
	may, least, counted := m.Model.Org.Units[m.Sellers.Unit[s]].May, math.Inf(1), false
	for p := range m.Model.Market.Products {
		if may.Has(agents.ProductID(p)) && m.plan(s).counted(p) {
			counted = true
			if short, _ := m.gap(s, agents.ProductID(p)); short > 0 {
				least = min(least, short)
			}
		}
	}
	switch {
	case !counted:
		return math.NaN()
	case math.IsInf(least, 1):
		return 0
	}
	return least
}

// ProfitOf is what customer c has brought since measuring began, less costs, up to now [EUR].
func (m *Market) ProfitOf(c agents.CustomerID) float64 {
	return m.profitOf(c).Float()
}

// Account is one account as it stands.
type Account struct {
	Active                                             bool
	AskedFor, Needed, ClosedEarly, BadlyAdvised, Bears bool // opened with consent; out of a need; pulled forward; beyond the seller's skill; bears a fee
	Opened                                             int32
	Seller                                             agents.SellerID // who opened it, Nobody if not here any more
}

// AccountOf is the account of customer c in product p, and whether there is one.
func (m *Market) AccountOf(c agents.CustomerID, p agents.ProductID) (Account, bool) {
	cs, h := &m.Customers, m.Customers.holding(c, p)
	if !cs.held(c).Has(p) {
		return Account{}, false
	}
	a := Account{Active: !h.Is(asleep), AskedFor: !h.Is(silent), Needed: !h.Is(silent | unneeded), ClosedEarly: h.Is(pulled),
		BadlyAdvised: h.Is(gapped), Bears: h.Is(bearsFee), Opened: h.Week(), Seller: h.Seller()}
	if s := a.Seller; s != agents.Nobody && (!m.Sellers.Seated[s] || h.Week() < m.Sellers.Placed[s]) {
		a.Seller = agents.Nobody
	}
	return a, true
}
