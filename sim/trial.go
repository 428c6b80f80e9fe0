package sim

import (
	"xsell/agents"
	"xsell/sim/metric"
)

// Trial compares those a change was for with those it was not for, from its date to the end of the run. Who was drawn
// stays in its arm, whatever becomes of the seat or the levers.
type Trial struct {
	Change int // place in Model.Changes
	Of     Crowd
	Week   int32
	Arms   [2]Arm // the untreated, the treated
}

// Arm is what was counted of one side of a trial: frames of its markets, or sums over its seats or households.
type Arm struct {
	Members   int64          // markets, seats, or customers when the change was made
	Frames    []metric.Frame // of markets: their books at every close
	Weeks     int64          // worked by sellers, or of customers as they stood at closes
	Left      int64          // sellers who quit or were dismissed, or customers who left
	Openings  int64          // with consent
	Unneeded  int64          // of these
	Silent    int64          // openings without consent
	Referrals int64
	Money     agents.Money // variable pay, or profit
	Goals     int64        // windows of a goal that ended
	Attained  float64      // summed shares of these goals
	Products  int64        // in real use, times weeks
	Trust     int64        // in 1/65536, times weeks; Satisfaction likewise
	Satisfied int64
}

// Sides of a trial as kept by seat; 0 is in none.
const untreated, treated uint8 = 1, 2

// trial is a market's part of a Trial.
type trial struct {
	Trial
	own  uint8        // the market's side, where it is a trial of markets
	side []uint8      // by seat or household
	base metric.Books // flows of the frame that ran when the change was made
	seen []Deeds      // by seat: deeds counted so far
}

// IsTrial tells whether a change is for some and not for others, and who they are.
func (x *Change) IsTrial() (Crowd, bool) {
	switch {
	case x.Of != AmongMarkets:
		return x.Of, true
	case x.Markets > 0 && x.Markets < 1:
		return AmongMarkets, true
	}
	return AmongCustomers, x.Give >= 0 && x.Markets >= 1
}

// compare opens the market's part of a trial just before change i is made; chosen tells whether it is for this market.
func (m *Market) compare(i int, chosen bool) {
	x := &m.start.Changes[i]
	of, is := x.IsTrial()
	if !is || of != AmongMarkets && !chosen {
		return
	}
	t := trial{Trial: Trial{Change: i, Of: of, Week: m.Week}, own: sideOf(chosen)}
	switch of {
	case AmongMarkets:
		t.base = m.Books
		t.Arms[t.own-1].Members = 1
	case AmongSellers:
		t.side, t.seen = make([]uint8, len(m.Sellers.Unit)), make([]Deeds, len(m.Sellers.Unit))
		copy(t.seen, m.Sellers.Deeds)
		for s := range t.side {
			t.side[s] = sideOf(m.chosenSeller(agents.SellerID(s), x))
			t.Arms[t.side[s]-1].Members++
		}
	case AmongCustomers:
		t.side = make([]uint8, len(m.Customers.Here))
	}
	m.trials = append(m.trials, t)
	if of == AmongCustomers && x.Of == AmongCustomers { // a gift draws its own lots
		for c := range m.Customers.Here {
			who := agents.CustomerID(c)
			m.side(i, who, sideOf(m.chosenHousehold(who, x)))
		}
	}
}

func sideOf(chosen bool) uint8 {
	if chosen {
		return treated
	}
	return untreated
}

// side puts a household on a side of change i's trial, if there is one of customers.
func (m *Market) side(i int, c agents.CustomerID, side uint8) {
	for k := range m.trials {
		t := &m.trials[k]
		if t.Change != i || t.Of != AmongCustomers {
			continue
		}
		if was := t.side[c]; was != 0 {
			t.enrol(was, -flag(m.Customers.Here[c]), m.profitOf(c))
		}
		t.side[c] = side
		t.enrol(side, flag(m.Customers.Here[c]), -m.profitOf(c))
	}
}

// enrol counts a member in, and what it earned before out.
func (t *trial) enrol(side uint8, members int64, profit agents.Money) {
	t.Arms[side-1].Members += members
	t.Arms[side-1].Money += profit
}

// profitOf is what c has earned the firm since measuring began, up to this week.
func (m *Market) profitOf(c agents.CustomerID) agents.Money { return agents.Money(m.profit(c)) }

// closeTrials counts what is read at a close, before the books turn.
func (m *Market) closeTrials(frame *metric.Frame) {
	for k := range m.trials {
		t := &m.trials[k]
		weeks := min(frame.Weeks, int(m.Week-t.Week))
		if weeks == 0 {
			continue
		}
		switch t.Of {
		case AmongMarkets:
			t.keepFrame(&m.Books, frame.Week, weeks)
		case AmongCustomers:
			m.readCustomers(t, int64(weeks))
		}
	}
}

// keepFrame keeps the books of a market since the last close, or since the change where it was made later.
func (t *trial) keepFrame(books *metric.Books, week, weeks int) {
	x := metric.Frame{Week: week, Weeks: weeks, Books: *books}
	for c := range x.Books {
		if !metric.Items[c].Stock {
			x.Books[c] -= t.base[c]
		}
	}
	x.Books[metric.Profit] = profit(&x.Books)
	t.base = metric.Books{}
	t.Arms[t.own-1].Frames = append(t.Arms[t.own-1].Frames, x)
}

// readCustomers adds up what the customers of a trial are like at a close, times the weeks since the last.
func (m *Market) readCustomers(t *trial, weeks int64) {
	cs := &m.Customers
	for c, side := range t.side {
		if side == 0 || !cs.Here[c] {
			continue
		}
		a := &t.Arms[side-1]
		a.Weeks += weeks
		a.Products += weeks * int64(size(m.real(agents.CustomerID(c))))
		a.Trust += weeks * int64(cs.Trust[c]*65536)
		a.Satisfied += weeks * int64(cs.Satisfaction[c]*65536)
	}
}
