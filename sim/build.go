package sim

import (
	"xsell/agents"
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
	return build(model, world, index, &scratch{})
}

// build is Build in a worker's scratch.
func build(model *Model, world draw.World, index int, room *scratch) *Market {
	size := &model.Size
	m := &Market{Index: uint32(index), World: world, Week: -int32(size.WarmUp), Model: model, start: model}
	m.makeLuck()
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
	m.borrow(room)
	m.signContracts()
	for c := range m.Customers.seats() {
		m.beBorn(c)
		if int(c) < customers {
			m.startAsCustomer(c)
		}
		m.refresh(c)
	}
	m.refreshLists()
	return m
}

// houseCustomers makes the columns of households and everything sized by them.
func (m *Market) houseCustomers(customers int) {
	model := m.Model
	n := customers + int(float64(float64(customers)*model.Market.Vacant)+0.5)
	units := len(model.Org.Units)
	cs := &m.Customers
	cut(n, &cs.Gen, &cs.Marks, &cs.Segment, &cs.Channel, &cs.Contacts)
	cut(n, &cs.Affinity, &cs.Trust, &cs.Satisfaction, &cs.Relation, &cs.Fatigue)
	cs.Here = make([]bool, n)
	cs.Employer, cs.House = column(n, uint32(model.Market.Employers)), column(n, uint32(len(model.Org.Houses)))
	cs.Partner, cs.Arm = column(n, model.partners()), column(n, model.arms())
	for _, col := range []*Sets{&cs.Need, &cs.Pending, &cs.Held, &cs.Elsewhere} {
		*col = sets(n, model.Products())
	}
	cs.Aware = sets(n, len(model.Market.Lines))
	cs.Joined, cs.Brings = make([]int16, n), make([]int32, n)
	cs.Earned, cs.Bounds = newAmounts(n), make([]uint64, n)
	cs.Holdings = Holdings{First: make([]Holding, n)}
	m.Answers = make([]Answers, len(model.Market.Segments)*len(model.Market.Channels))
	m.Queues, m.Leaning = make([]Queue, units), make([]float64, model.Products())
	m.Order = column(0, uint32(n))
	m.assign()
}

// partners is the largest number in the column of partner firms: 0 where no contract is with one.
func (x *Model) partners() (most uint32) {
	for k := range x.Org.Contracts {
		if x.Org.Contracts[k].Partner > 0 {
			most = uint32(k + 1)
		}
	}
	return most
}

// arms is the largest number in the column of the gift experiment: 0 where nothing is ever given.
func (x *Model) arms() (most uint32) {
	for i := range x.Changes {
		if x.Changes[i].Give >= 0 {
			most = 2
		}
	}
	return most
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
	if e := m.Customers.EmployerOf(c); e > 0 {
		for k := range m.Model.Org.Contracts {
			if m.Contracts[k*slots+int(e)-1] && m.Model.Org.Contracts[k].Partner == 0 && !m.shut(m.Model.Org.Contracts[k].Unit, c) {
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
func (m *Market) trait(c agents.CustomerID, bit uint8) bool { return m.Customers.Traits(c)&bit != 0 }
