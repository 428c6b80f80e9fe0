package sim

import (
	"xsell/agents"
	"xsell/agents/org"
	"xsell/sim/draw"
)

// share of n that market i of k gets: differences of at most one, the first markets get more.
func share(n, k, i int) int { return n/k + min(max(n%k-i, 0), 1) }

// Seats returns how many seats each unit has, over all markets.
func (x *Model) Seats() []int {
	all := make([]int, len(x.Org.Units))
	for market := range x.Size.Markets {
		for u, n := range x.Org.Seats(share(x.Size.Sellers, x.Size.Markets, market)) {
			all[u] += n
		}
	}
	return all
}

// Build returns market index of the model's world as it stands at the start of the warm-up. Everybody's traits are
// keyed by who they are, so another scenario in the same world has the same people.
func Build(model *Model, world draw.World, index int) *Market {
	size := &model.Size
	m := &Market{Index: uint32(index), World: world, Week: -int32(size.WarmUp), Model: model, start: model}
	m.Local, m.Public = model.Around.Reputation, model.Around.Reputation
	m.Culture, m.Strange = model.Org.SharingStart, 1
	customers := share(size.Customers, size.Markets, index)
	m.Sold, m.Ways = make([]int64, len(model.Org.Units)*model.Products()), newWays(model)
	m.Silent = make([]int64, model.Products())
	m.FirmSum = make([]map[string]float64, len(model.Org.Units))
	for u := range m.FirmSum {
		m.FirmSum[u] = map[string]float64{}
	}
	m.seatSellers(share(size.Sellers, size.Markets, index))
	m.houseCustomers(customers)
	m.groups()
	m.signContracts()
	for c := range m.Customers.Here {
		m.beBorn(agents.CustomerID(c))
		if c < customers {
			m.startAsCustomer(agents.CustomerID(c))
		}
		m.refresh(agents.CustomerID(c))
	}
	m.refreshLists()
	return m
}

// houseCustomers makes the columns of households and everything sized by them.
func (m *Market) houseCustomers(customers int) {
	model := m.Model
	n := customers + int(float64(float64(customers)*model.Market.Vacant)+0.5)
	units, products := len(model.Org.Units), model.Products()
	cs := &m.Customers
	for _, col := range []*[]uint8{&cs.Gen, &cs.Arm, &cs.Segment, &cs.Channel, &cs.Employer, &cs.Partner, &cs.Traits, &cs.Contacts} {
		*col = make([]uint8, n)
	}
	cs.Here, cs.NoCalls, cs.House = make([]bool, n), make([]bool, n), make([]org.HouseID, n)
	for _, col := range []*[]float32{&cs.Wealth, &cs.Affinity, &cs.Trust, &cs.Satisfaction, &cs.Relation, &cs.Fatigue,
		&cs.NeedRate, &cs.Asks, &cs.Restless} {
		*col = make([]float32, n)
	}
	for _, col := range []*[]agents.Products{&cs.Need, &cs.Pending, &cs.Active, &cs.Dormant, &cs.Silent, &cs.Elsewhere, &cs.Aware} {
		*col = make([]agents.Products, n)
	}
	cs.Joined, cs.Since, cs.Margin, cs.Keeping = make([]int32, n), make([]int32, n), make([]int32, n), make([]int32, n)
	cs.Profit = make([]int64, n)
	cs.Holding = make([]Holding, n*products)
	cs.Book = make([]agents.SellerID, n*units)
	m.Answers = make([]Answers, len(model.Market.Segments)*len(model.Market.Channels))
	m.makeRoom(n, units)
	m.assign()
}

// makeRoom sizes leads, queues and scratch so that the week never allocates in an ordinary run.
func (m *Market) makeRoom(n, units int) {
	room := n + 64
	l := &m.Leads
	l.Customer, l.Product = make([]agents.CustomerID, 0, room), make([]agents.ProductID, 0, room)
	l.Seller, l.Finder = make([]agents.SellerID, 0, room), make([]agents.SellerID, 0, room)
	l.Handoff = make([]int8, 0, room)
	for _, col := range []*[]uint8{&l.Source, &l.Stage, &l.Flags} {
		*col = make([]uint8, 0, room)
	}
	l.Born, l.Due = make([]int32, 0, room), make([]int32, 0, room)
	m.Queues = make([]Queue, units)
	for u := range m.Queues {
		m.Queues[u].Rows = make([]Request, 0, n+64)
	}
	w := &m.scratch
	w.Luck[0], w.Luck[1] = make([]uint64, n), make([]uint64, n)
	w.Order = make([]agents.CustomerID, n*units)
	w.Rank = make([]ranked, 0, room)
	w.Keys, w.Sorted, w.Requests = make([]uint64, 0, room), make([]uint64, room), make([]Request, 0, room)
	w.Leanings = newLeanings(len(m.Model.Market.Segments), m.Model.Products())
	w.Appeal = make([]appeal, m.Model.Products())
	for _, col := range []*[]float64{&w.Sale, &w.Usual, &w.Pitch, &w.Weight} {
		*col = make([]float64, m.Model.Products())
	}
	w.Waiting = make([]float64, units)
	w.Lines = make([][]int32, len(m.Sellers.Unit))
	for s := range w.Lines {
		w.Lines[s] = make([]int32, 0, 256)
	}
}

// signContracts draws which employers are bound by contract. A partner firm takes the first slot of its contract.
func (m *Market) signContracts() {
	o, slots := m.Model.Org, m.slots()
	m.Contracts = make([]bool, len(o.Contracts)*slots)
	luck := m.birth(draw.PartnerLead)
	taken := make([]bool, slots)
	for k := range o.Contracts {
		if o.Contracts[k].Partner > 0 {
			m.Contracts[k*slots] = true
			continue
		}
		for e := range m.Model.Market.Employers {
			if !taken[e] && luck.Uniform(draw.Nth(o.Contracts[k].Key, uint32(e), 0)) < o.Contracts[k].Employers {
				m.Contracts[k*slots+e], taken[e] = true, true
			}
		}
	}
}

// slots is how many parties one contract can have in a market: all large employers, or one partner firm.
func (m *Market) slots() int { return max(m.Model.Market.Employers, 1) }

// contract is the contract that covers c, or -1: that of the employer, else that of a partner firm.
func (m *Market) contract(c agents.CustomerID) int {
	if len(m.Contracts) == 0 {
		return -1
	}
	slots := m.slots()
	if e := int(m.Customers.Employer[c]); e > 0 {
		for k := range m.Model.Org.Contracts {
			if m.Contracts[k*slots+e-1] && m.Model.Org.Contracts[k].Partner == 0 && !m.shut(m.Model.Org.Contracts[k].Unit, c) {
				return k
			}
		}
	}
	return m.partner(c)
}

// reputation is what a household here thinks of the firm before own experience.
func (m *Market) reputation() float64 {
	local := m.Model.Mind.Public.Local
	return float64(local*m.Local) + float64((1-local)*m.Public)
}

// trait tells whether c has a problem trait.
func (m *Market) trait(c agents.CustomerID, bit uint8) bool { return m.Customers.Traits[c]&bit != 0 }
