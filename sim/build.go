package sim

import (
	"slices"

	"xsell/agents"
	"xsell/agents/num"
	"xsell/agents/seller"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// share of n that market i of k gets: differences of at most one, the first markets get more.
func share(n, k, i int) int { return n/k + min(max(n%k-i, 0), 1) }

// Build returns market index of the model's world as it stands at the start of the warm-up. Everybody's traits are
// keyed by who they are, so another scenario in the same world has the same people.
func Build(model *Model, world draw.World, index int) *Market {
	size := &model.Size
	m := &Market{Index: uint32(index), World: world, Week: -int32(size.WarmUp), Model: model}
	m.Local, m.Public = model.Around.Reputation, model.Around.Reputation
	m.Culture = model.Org.SharingStart
	customers := share(size.Customers, size.Markets, index)
	m.FirmSum = make([]float64, len(model.Org.Units)*model.Strides.Tallies)
	m.seatSellers(share(size.Sellers, size.Markets, index))
	m.settle(customers)
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

// settle makes the columns of households and everything sized by them.
func (m *Market) settle(customers int) {
	model := m.Model
	n := customers + int(float64(float64(customers)*model.Market.Vacant)+0.5)
	units, products := len(model.Org.Units), model.Products()
	cs := &m.Customers
	for _, col := range []*[]uint8{&cs.Gen, &cs.Arm, &cs.Segment, &cs.Channel, &cs.Employer, &cs.Traits} {
		*col = make([]uint8, n)
	}
	cs.Here, cs.NoCalls = make([]bool, n), make([]bool, n)
	for _, col := range []*[]float32{&cs.Wealth, &cs.Affinity, &cs.Trust, &cs.Satisfaction, &cs.Relation, &cs.Fatigue,
		&cs.NeedRate, &cs.Asks, &cs.Restless} {
		*col = make([]float32, n)
	}
	for _, col := range []*[]agents.Products{&cs.Need, &cs.Pending, &cs.Active, &cs.Dormant, &cs.Silent, &cs.Elsewhere, &cs.Aware} {
		*col = make([]agents.Products, n)
	}
	cs.Joined, cs.Since, cs.Margin = make([]int32, n), make([]int32, n), make([]int32, n)
	cs.Profit = make([]int64, n)
	cs.Holding = make([]Holding, n*products)
	cs.Book = make([]agents.SellerID, n*units)
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
	w.Score = make([]float32, n)
	w.Rank = make([]ranked, 0, room)
	w.Keys, w.Requests = make([]uint64, 0, room), make([]Request, 0, room)
	w.Sale = make([]float64, m.Model.Products())
	w.Lines = make([][]int32, len(m.Sellers.Unit))
	for s := range w.Lines {
		w.Lines[s] = make([]int32, 0, 256)
	}
}

// person is the id of the household now on seat c.
func (m *Market) person(c agents.CustomerID) uint32 {
	return draw.Person(uint32(c), m.Customers.Gen[c])
}

// staff is the id of the seller now on seat s.
func (m *Market) staff(s agents.SellerID) uint32 {
	return draw.Person(m.Sellers.Key[s], m.Sellers.Gen[s])
}

// key of product p for luck.
func (m *Market) key(p agents.ProductID) uint32 { return m.Model.Market.Products[p].Key }

// stream is this market's luck for a purpose this week. A week's streams are made once, when first asked for.
func (m *Market) stream(p draw.Purpose) draw.Stream {
	if x := &m.streams[p]; x.made && x.week == m.Week {
		return x.Stream
	}
	return m.makeStream(p)
}

func (m *Market) makeStream(p draw.Purpose) draw.Stream {
	m.streams[p] = weekly{m.World.Stream(p, m.Index, m.Week), m.Week, true}
	return m.streams[p].Stream
}

// birth is this market's luck for traits, the same whenever somebody is born.
func (m *Market) birth(p draw.Purpose) draw.Stream {
	if x := &m.births[p]; x.made {
		return x.Stream
	}
	m.births[p] = weekly{m.World.Stream(p, m.Index, birthWeek), birthWeek, true}
	return m.births[p].Stream
}

// weekly is a stream kept for its week.
type weekly struct {
	draw.Stream
	week int32
	made bool
}

const birthWeek = -1 << 20 // no run reaches so far back

// beBorn draws the lasting traits of the household now on seat c; it holds nothing here yet.
func (m *Market) beBorn(c agents.CustomerID) {
	t, cs, id := m.Model.Market, &m.Customers, uint64(m.person(c))
	cs.Segment[c] = uint8(pick(len(t.Segments), func(i int) float64 { return t.Segments[i].Share }, m.birth(draw.Segment).Uniform(id)))
	cs.Channel[c] = uint8(pick(len(t.Channels), func(i int) float64 { return t.Channels[i].Share }, m.birth(draw.Orientation).Uniform(id)))
	cs.Wealth[c] = m.wealth(c, id)
	cs.Affinity[c] = float32(draw.Normal(m.birth(draw.Affinity).Uniform(id)))
	cs.Traits[c] = m.traits(id)
	cs.Employer[c] = m.employer(id)
	cs.Trust[c], cs.Satisfaction[c] = float32(m.reputation()), 0.5
	cs.Relation[c], cs.Fatigue[c] = 0, 0
	cs.Need[c], cs.Pending[c], cs.Active[c], cs.Dormant[c], cs.Silent[c], cs.Aware[c] = 0, 0, 0, 0, 0, 0
	cs.NoCalls[c], cs.Here[c], cs.Arm[c] = false, false, 0
	cs.Profit[c], cs.Since[c] = 0, m.Week
	cs.Elsewhere[c] = m.ownsElsewhere(c, id)
}

// pick returns the first i whose cumulative weight exceeds u times the total of 1.
func pick(n int, weight func(int) float64, u float64) int {
	for i := range n - 1 {
		u -= weight(i)
		if u < 0 {
			return i
		}
	}
	return n - 1
}

func (m *Market) wealth(c agents.CustomerID, id uint64) float32 {
	t := m.Model.Market
	z := draw.Normal(m.birth(draw.Wealth).Uniform(id))
	sd := t.WealthSD
	return float32(t.Segments[m.Customers.Segment[c]].Wealth * num.Exp(float64(sd*z)-float64(sd*sd)/2))
}

func (m *Market) traits(id uint64) (set uint8) {
	for i, chance := range m.Model.Market.Traits {
		if m.birth(draw.Traits).Uniform(id<<2|uint64(i)) < chance {
			set |= 1 << i
		}
	}
	return set
}

func (m *Market) employer(id uint64) uint8 {
	t := m.Model.Market
	u := m.birth(draw.Employer).Uniform(id)
	if t.Employers == 0 || u >= t.Employed {
		return 0
	}
	return uint8(1 + int(float64(float64(t.Employers)*u)/t.Employed))
}

// ownsElsewhere draws what a household holds at other firms when it is not a customer.
func (m *Market) ownsElsewhere(c agents.CustomerID, id uint64) (set agents.Products) {
	t := m.Model.Market
	luck := m.birth(draw.InitialElsewhere)
	for p := range t.Products {
		if luck.Uniform(draw.Nth(uint32(id), t.Products[p].Key, 0)) < m.owns(c, p) {
			set = set.With(agents.ProductID(p))
		}
	}
	return set
}

// owns is the chance that the household holds p somewhere: the product's share, moved by the segment's need in odds.
func (m *Market) owns(c agents.CustomerID, p int) float64 {
	t := m.Model.Market
	held := t.Products[p].Held
	odds := float64(held * float64(t.Segments[m.Customers.Segment[c]].Need[p]))
	return odds / (odds + 1 - held)
}

// startAsCustomer lets the household be a customer from before the start, with tenure, holdings and awareness.
func (m *Market) startAsCustomer(c agents.CustomerID) {
	t, cs, id := m.Model.Market, &m.Customers, uint64(m.person(c))
	cs.Here[c] = true
	m.Books.Add(customersStock, 1)
	tenure := float64(-num.Log(m.birth(draw.InitialTenure).Uniform(id)) * t.Tenure)
	cs.Joined[c] = m.Week - int32(min(tenure, 1000))
	cs.Relation[c] = float32(m.Model.Mind.Trust.Old)
	luck := m.birth(draw.InitialHoldings)
	for p := range t.Products {
		q := agents.ProductID(p)
		if cs.Elsewhere[c].Has(q) && luck.Uniform(draw.Nth(uint32(id), t.Products[p].Key, 0)) < m.heldHere(c, p) {
			cs.Elsewhere[c] = cs.Elsewhere[c].Without(q)
			m.startHolding(c, q)
		}
	}
	if cs.Active[c] == 0 {
		m.startHolding(c, m.firstProduct(c))
	}
	m.Books.Add(metric.HeldElsewhere, int64(size(cs.Elsewhere[c])))
}

// heldHere is the chance that a product held somewhere is held here; affinity moves its odds.
func (m *Market) heldHere(c agents.CustomerID, p int) float64 {
	here := m.Model.Market.Products[p].Here
	if here <= 0 || here >= 1 {
		return here
	}
	return num.Logistic(num.Log(here/(1-here)) + float64(m.Model.Mind.Need.HereStart*float64(m.Customers.Affinity[c])))
}

func (m *Market) startHolding(c agents.CustomerID, p agents.ProductID) {
	cs := &m.Customers
	cs.Elsewhere[c] = cs.Elsewhere[c].Without(p)
	m.hold(c, p, opened(max(cs.Joined[c], m.Week-520), agents.Nobody, 0), true)
	m.Books.Add(openedFirst, 1)
}

// firstProduct is the product with which this household starts a relationship.
func (m *Market) firstProduct(c agents.CustomerID) agents.ProductID {
	t := m.Model.Market
	u := m.birth(draw.JoinProduct).Uniform(uint64(m.person(c)))
	return agents.ProductID(pick(len(t.Products), func(p int) float64 { return t.Products[p].First }, u))
}

// seatSellers makes the columns of sellers and seats one on each.
func (m *Market) seatSellers(n int) {
	model, ss := m.Model, &m.Sellers
	k, lines, threats := model.Strides.Tallies, len(model.Market.Lines), model.Strides.Threats
	ss.Gen, ss.Unit, ss.Seated = make([]uint8, n), make([]agents.UnitID, n), make([]bool, n)
	for _, col := range []*[]int32{&ss.Back, &ss.Joined, &ss.Hidden, &ss.Unused, &ss.Opened, &ss.LastOffence} {
		*col = make([]int32, n)
	}
	for _, col := range []*[]float32{&ss.Integrity, &ss.Orientation, &ss.Speed, &ss.Tie, &ss.Morale, &ss.PayFactor} {
		*col = make([]float32, n)
	}
	for _, col := range []*[]float64{&ss.Sum, &ss.Target, &ss.Rate, &ss.Var, &ss.Pipe, &ss.News, &ss.Worth, &ss.Later} {
		*col = make([]float64, n*k)
	}
	for _, col := range []*[]bool{&ss.Offended, &ss.Caught, &ss.Warned} {
		*col = make([]bool, n)
	}
	ss.Skill, ss.Key = make([]float32, n*lines), make([]uint32, n)
	ss.Strikes = make([]uint8, n*threats)
	ss.Hours, ss.Extra = make([]seller.Values, n), make([]Extra, n)
	ss.List, ss.Earned = make([]List, n), make([]float64, n)
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
	ss.Seated[s], ss.Joined[s] = true, m.Week
	if veteran {
		ss.Joined[s] = m.Week - 260
	}
	m.Books.Add(seatedStock, 1)
	ss.Integrity[s] = float32(draw.Power(1/mind.Conduct.Skew, m.birth(draw.SellerIntegrity).Uniform(id)))
	ss.Orientation[s] = float32(num.Exp(float64(mind.Effort.Spread * draw.Normal(m.birth(draw.SellerOrientation).Uniform(id)))))
	ss.Speed[s] = float32(num.Exp(float64(mind.Effort.Own * draw.Normal(m.birth(draw.SellerSpeed).Uniform(id)))))
	ss.Tie[s] = float32(m.birth(draw.SellerTies).Uniform(id))
	ss.Morale[s], ss.PayFactor[s], ss.Extra[s] = 0.5, 1, Extra{}
	ss.Hidden[s], ss.Unused[s], ss.Opened[s], ss.LastOffence[s] = 0, 0, 0, Never
	ss.Offended[s], ss.Caught[s], ss.Warned[s] = false, false, false
	lines := len(m.Model.Market.Lines)
	for l := range lines {
		ss.Skill[int(s)*lines+l] = m.startSkill(s, veteran)
	}
	clear(m.Sellers.Strikes[int(s)*m.Model.Strides.Threats : (int(s)+1)*m.Model.Strides.Threats])
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
		ss.Sum[i], ss.News[i], ss.Target[i] = 0, 0, float64(whole*t.Setter.Base)
		ss.Rate[i], ss.Var[i] = usual, max(float64(usual*slices.Max(t.Weight)), 0.01)
	}
}

// tally is the row of seller s and tally k in the tally columns.
func (m *Market) tally(s agents.SellerID, k int) int { return int(s)*m.Model.Strides.Tallies + k }

// plan is the pay plan of seller s.
func (m *Market) plan(s agents.SellerID) *Plan { return &m.Model.Plans[m.Sellers.Unit[s]] }

// ordinalMask cuts a seat's ordinal in its unit out of its key.
const ordinalMask = 1<<12 - 1

// assign gives every household a seller in every unit: by rendezvous, so that one seat more moves only its own
// customers. In teams the unit's seat follows from the team, so that one of each unit share the same customers.
func (m *Market) assign() {
	o, cs := m.Model.Org, &m.Customers
	n := len(cs.Here)
	m.First, m.Seats = m.unitSeats()
	if m.Teams = 0; o.Teams {
		m.Teams = slices.Max(m.Seats)
	}
	for u := range o.Units {
		for c := range n {
			cs.Book[u*n+c] = m.assigned(u, uint32(c))
		}
	}
}

// assigned is the seller of unit u who looks after household c: of its team, or of the unit's own choice.
func (m *Market) assigned(u int, c uint32) agents.SellerID {
	luck := m.birth(draw.Assign)
	switch {
	case m.Seats[u] == 0:
		return agents.Nobody
	case m.Teams > 0:
		return agents.SellerID(m.First[u] + luck.Seat(c, m.Teams)%m.Seats[u])
	}
	who := c | (m.Model.Org.Units[u].Key+1)<<24 // 8 bits of the key reach here
	return agents.SellerID(m.First[u] + luck.Seat(who, m.Seats[u]))
}

// unitSeats returns the first seat of each unit and how many it has.
func (m *Market) unitSeats() (first, seats []int) {
	first, seats = make([]int, len(m.Model.Org.Units)), make([]int, len(m.Model.Org.Units))
	for s := len(m.Sellers.Unit) - 1; s >= 0; s-- {
		u := m.Sellers.Unit[s]
		first[u] = s
		seats[u]++
	}
	return first, seats
}

// book is the seller of unit u who looks after c, or Nobody.
func (m *Market) book(u agents.UnitID, c agents.CustomerID) agents.SellerID {
	return m.Customers.Book[int(u)*len(m.Customers.Here)+int(c)]
}

// signContracts draws which employers of this market are under which contract; the first contract by name wins.
func (m *Market) signContracts() {
	o, employers := m.Model.Org, m.Model.Market.Employers
	m.Contracts = make([]bool, len(o.Contracts)*employers)
	luck := m.birth(draw.PartnerLead)
	taken := make([]bool, employers)
	for k := range o.Contracts {
		for e := range employers {
			if !taken[e] && luck.Uniform(uint64(k)<<16|uint64(e)) < o.Contracts[k].Employers {
				m.Contracts[k*employers+e], taken[e] = true, true
			}
		}
	}
}

// contract is the contract that covers c, or -1.
func (m *Market) contract(c agents.CustomerID) int {
	e := int(m.Customers.Employer[c])
	if e == 0 || len(m.Contracts) == 0 {
		return -1
	}
	for k := range m.Model.Org.Contracts {
		if m.Contracts[k*m.Model.Market.Employers+e-1] {
			return k
		}
	}
	return -1
}

// reputation is what a household here thinks of the firm before own experience.
func (m *Market) reputation() float64 {
	local := m.Model.Mind.Public.Local
	return float64(local*m.Local) + float64((1-local)*m.Public)
}

// trait tells whether c has a problem trait.
func (m *Market) trait(c agents.CustomerID, bit uint8) bool { return m.Customers.Traits[c]&bit != 0 }
