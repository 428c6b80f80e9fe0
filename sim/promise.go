package sim

import (
	"xsell/agents"
	"xsell/agents/pay"
	"xsell/agents/seller"
	"xsell/sim/metric"
)

// promise is pay that is to come, and lost by who is gone or convicted before.
type promise struct {
	Due    int32 // week at whose end it is paid
	Amount agents.Money
}

// handBy pays a seller by a row of the plan whose window ended with a week [EUR]: part of it perhaps later. Pay of the
// year counts it as it feels today.
func (m *Market) handBy(s agents.SellerID, r *pay.Rule, amount float64, ended int32) {
	if r.Deferred == 0 {
		m.hand(s, amount)
		return
	}
	now, later := r.Split(amount)
	m.hand(s, now)
	m.Sellers.Earned[s] += float64(later * r.Weight)
	m.promise(s, promise{ended + int32(r.Vests), agents.EUR(later)})
}

// promise notes pay that is to come.
func (m *Market) promise(s agents.SellerID, x promise) {
	if x.Amount <= 0 {
		return
	}
	m.Sellers.Promised[s] = append(m.Sellers.Promised[s], x)
	m.Books.Add(metric.PayPromised, int64(x.Amount))
	m.Books.Add(metric.PayOutstanding, int64(x.Amount))
}

// retain promises money to every seller who stays until a date.
func (m *Market) retain(x *Change) {
	for s, seated := range m.Sellers.Seated {
		if seated {
			m.promise(agents.SellerID(s), promise{m.Week + int32(x.Vests) - 1, x.Retain})
		}
	}
}

// payVested pays what was promised for this week.
func (m *Market) payVested(s agents.SellerID) {
	list := m.Sellers.Promised[s]
	kept := list[:0]
	for _, x := range list {
		if x.Due > m.Week {
			kept = append(kept, x)
			continue
		}
		m.Books.Add(metric.CostVariablePay, int64(x.Amount))
		m.Books.Add(metric.PayVested, int64(x.Amount))
		m.Sellers.Deeds[s].Pay += x.Amount
		m.Books.Add(metric.PayOutstanding, -int64(x.Amount))
	}
	m.Sellers.Promised[s] = kept
}

// forfeit takes away what seller s was promised.
func (m *Market) forfeit(s agents.SellerID) {
	for _, x := range m.Sellers.Promised[s] {
		m.Books.Add(metric.PayForfeited, int64(x.Amount))
		m.Books.Add(metric.PayOutstanding, -int64(x.Amount))
	}
	m.Sellers.Promised[s] = m.Sellers.Promised[s][:0]
}

// unvested is what seller s is promised [EUR].
func (m *Market) unvested(s agents.SellerID) (sum float64) {
	for _, x := range m.Sellers.Promised[s] {
		sum += x.Amount.Float()
	}
	return sum
}

// stake is what it adds to own pay when leaving is weighed [EUR per year]; the week that begins is still to be stayed.
func (m *Market) stake(s agents.SellerID) (sum float64) {
	for _, x := range m.Sellers.Promised[s] {
		sum += seller.Stake(&m.Model.Mind.Career, x.Amount.Float(), float64(max(x.Due-m.Week+1, 0)))
	}
	return sum
}
