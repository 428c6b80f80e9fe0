package sim

import (
	"xsell/agents"
	"xsell/agents/num"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// births are tables of chances that many households share, of the model of the market at hand. Those with which luck is
// only compared are counted in draw.Cells.
type births struct {
	traits  [4]uint64 // chances
	ways    []uint64  // by product: draw.Way from one household's luck to that about the product
	owns    []uint64  // by segment × product: chance of a household at birth to hold it somewhere
	odds    []float64 // by product: that what is held is held here, at average affinity
	logOdds []float64 // their logarithms
	asleep  []uint64  // by product: see asleep
}

// tabulate fills them.
func (x *births) tabulate(model *Model) {
	t := model.Market
	x.ways, x.owns, x.odds, x.logOdds, x.asleep = x.ways[:0], x.owns[:0], x.odds[:0], x.logOdds[:0], x.asleep[:0]
	for i, chance := range t.Traits {
		x.traits[i] = draw.Cells(chance)
	}
	for i := range t.Segments {
		for p := range t.Products {
			x.owns = append(x.owns, draw.Cells(owns(t.Products[p].Held, float64(t.Segments[i].Need[p]))))
		}
	}
	for p := range t.Products {
		odds := t.Products[p].Here / (1 - t.Products[p].Here)
		x.ways = append(x.ways, draw.Way(draw.Nth(0, t.Products[p].Key, 0)))
		x.odds, x.logOdds = append(x.odds, odds), append(x.logOdds, num.Log(odds))
		x.asleep = append(x.asleep, draw.Cells(model.asleep(agents.ProductID(p))))
	}
}

// owns is the chance that a household holds a product somewhere: its share, moved by the segment's need in odds.
func owns(held, need float64) float64 {
	odds := float64(held * need)
	return odds / (odds + 1 - held)
}

// asleep is the share of holdings of p out of use where falling asleep, waking and closing balance.
func (x *Model) asleep(p agents.ProductID) float64 {
	sleep, mind := float64(52*float64(x.Market.Products[p].Rates.Dormancy)), &x.Mind.Regret
	if sleep == 0 {
		return 0
	}
	return sleep / (sleep + mind.Revive + mind.Clean + x.Market.StartAge)
}

// startAsCustomer lets the household be a customer from before the start, with tenure, holdings and awareness.
func (m *Market) startAsCustomer(c agents.CustomerID) {
	t, cs, id := m.Model.Market, &m.Customers, uint64(m.person(c))
	cs.Here[c] = true
	m.Books.Add(metric.Customers, 1)
	cs.Affinity[c] += float32(t.StartAffinity) // those who stayed so far like the firm more than others do
	tenure := float64(-num.Log(m.birth(draw.InitialTenure).Uniform(id)) * t.Tenure)
	cs.Joined[c] = int16(m.Week - int32(min(tenure, 1000)))
	cs.Relation[c] = float32(m.Model.Mind.Trust.Old)
	here := m.hereAtStart(c, id)
	if here == 0 {
		here = here.With(m.firstProduct(c))
	}
	m.startHoldings(c, here)
	m.Books.Add(metric.HeldElsewhere, int64(size(cs.Elsewhere.Of(c))))
}

// hereAtStart draws which of the household's products are here. Who has a better tier here has none of those below.
func (m *Market) hereAtStart(c agents.CustomerID, id uint64) (here agents.Products) {
	t, cs := m.Model.Market, &m.Customers
	luck, lift, ways := m.birth(draw.InitialHoldings), num.Exp(m.hereLift(c)), m.scratch.Births.ways
	who, below := luck.K0+draw.Way(draw.Nth(uint32(id), 0, 0)), agents.Products(0)
	for left := cs.Elsewhere.Of(c) & m.Model.Org.Sells(cs.house(c)); left != 0; left &= left - 1 {
		p := left.First()
		if m.isHere(c, p, lift, luck.UniformAt(who+ways[p])) {
			here = here.With(p)
			below |= t.Products[p].Below
		}
	}
	cs.Elsewhere.Set(c, cs.Elsewhere.Of(c)&^below)
	return here &^ below
}

// isHere tells whether a product held somewhere is held here, with luck u: whether that is below heldHere, which need only
// be asked where it is close. lift is what affinity puts on the odds.
func (m *Market) isHere(c agents.CustomerID, p agents.ProductID, lift, u float64) bool {
	const doubt = 1e-9 // far above the error of the lift and of heldHere
	odds := float64(m.scratch.Births.odds[p] * lift)
	switch x := float64(u * (1 + odds)); {
	case x < float64(odds*(1-doubt)):
		return true
	case x > float64(odds*(1+doubt)):
		return false
	}
	return u < m.heldHere(c, p)
}

// heldHere is the chance that a product held somewhere is held here; affinity moves its odds.
func (m *Market) heldHere(c agents.CustomerID, p agents.ProductID) float64 {
	here := m.Model.Market.Products[p].Here
	if here <= 0 || here >= 1 {
		return here
	}
	return num.Logistic(m.scratch.Births.logOdds[p] + m.hereLift(c))
}

// hereLift is what affinity adds to the logarithm of these odds.
func (m *Market) hereLift(c agents.CustomerID) float64 {
	return float64(m.Model.Mind.Need.HereStart * float64(m.Customers.Affinity[c]))
}

// startHoldings puts all accounts on the books that c, who has none, has had from before the start. The caller refreshes c.
func (m *Market) startHoldings(c agents.CustomerID, here agents.Products) {
	cs, luck, births := &m.Customers, m.birth(draw.InitialNeeds), &m.scratch.Births
	usual := opened(max(int32(cs.Joined[c]), m.Week-520), agents.Nobody, 0)
	rows, unused, lines, who := cs.Holdings.begin(c, size(here)), int64(0), agents.Products(0), draw.Way(draw.Nth(m.person(c), 0, 0))
	for i, left := 0, here; i < len(rows); i, left = i+1, left&(left-1) {
		p := left.First()
		idle := draw.Below(luck.BitsAt(luck.K0+who+births.ways[p]), births.asleep[p])
		unused += int64(idle)
		rows[i] = usual | Holding(idle)*asleep
		lines = lines.With(m.line(p))
	}
	cs.Held.Set(c, here)
	cs.noteAccounts(c)
	cs.Elsewhere.Set(c, cs.Elsewhere.Of(c)&^here)
	cs.Aware.Set(c, cs.Aware.Of(c)|lines)
	m.holdsNow(0, here)
	n := int64(len(rows))
	m.Books.Add(metric.AccountsActive, n-unused)
	m.Books.Add(metric.OpenedInUse, n-unused)
	m.Books.Add(metric.AccountsDormant, unused)
	m.Books.Add(metric.OpenedUnused, unused)
	m.Books.Add(metric.OpenedFirst, n)
}
