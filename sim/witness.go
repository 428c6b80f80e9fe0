package sim

import "xsell/agents"

// Happening is something that happens to a customer.
type Happening uint8

// Happenings, with the amount that goes with each.
const (
	Leaving      Happening = iota // before everything is closed and the seat is filled anew
	Complained                    // 1
	Served                        // weeks waited
	GaveUp                        // likewise, and never served
	Called                        // unasked: 1
	NeedMet                       // by an account signed: 1
	SoldUnneeded                  // an account signed without a need: 1
	Forged                        // an account opened that nobody asked for: 1
)

// Witness hears of what happens to the customers of a market while it is lived. It must change nothing.
type Witness interface {
	Hear(what Happening, c agents.CustomerID, amount int32)
}

// say tells of a happening, where somebody listens. Each happening is posted beside its counter in the books, so that the
// sum over customers is the books' flow.
func (m *Market) say(what Happening, c agents.CustomerID, amount int32) {
	if m.witness != nil {
		m.witness.Hear(what, c, amount)
	}
}

// Profit of customer c since measuring began, less costs, up to now.
func (m *Market) Profit(c agents.CustomerID) agents.Money { return agents.Money(m.profit(c)) }

// Holds is the set of all products that customer c has here, used or not.
func (m *Market) Holds(c agents.CustomerID) agents.Products { return m.Customers.held(c) }

// WeeksPay is what seller s is booked as salary for a week, nothing on an empty seat.
func (m *Market) WeeksPay(s agents.SellerID) agents.Money {
	if !m.Sellers.Seated[s] {
		return 0
	}
	return m.weeksSalary(s)
}

// Number is the one by which a trace names the household on seat c, and whether it has one: those who may join later have
// none.
func (m *Market) Number(c agents.CustomerID) (number int, numbered bool) {
	n, k := m.Model.Size.Customers, m.Model.Size.Markets
	if int(c) >= share(n, k, int(m.Index)) {
		return 0, false
	}
	return sharesBefore(n, k, int(m.Index)) + int(c), true
}

// SellerNumber is the one by which a trace names the seller on seat s.
func (m *Market) SellerNumber(s agents.SellerID) int {
	return sharesBefore(m.Model.Size.Sellers, m.Model.Size.Markets, int(m.Index)) + int(s)
}

// sharesBefore is how many of n, shared out to k markets, are in those before market i.
func sharesBefore(n, k, i int) (sum int) {
	for market := range i {
		sum += share(n, k, market)
	}
	return sum
}
