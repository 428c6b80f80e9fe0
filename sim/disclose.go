package sim

import (
	"xsell/agents"
	"xsell/agents/num"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// bill of a disclosure, paid in equal parts from one week to another.
type bill struct {
	from, to int32
	amount   agents.Money
	paid     agents.Money
}

// Hazard is the risk that hidden misconduct becomes public at one close, or at the date of a change that discloses.
//
// It speaks of the next disclosure. Where none is lived, as in an undisclosed run, the chances of all closes are those of
// the first one: with S the product of 1 − Chance over the closes before, it comes at this close with chance S·Chance,
// and then brings this Bill.
type Hazard struct {
	Week   int32        // in which it falls: the last week before the close, or the date of the change
	Since  int32        // first week of the period in which the oldest account of the bill was opened; Week where there is none
	Due    int32        // the week around which the bill would be paid
	Chance float64      // in [0, 1]; 1 at the date of a change that discloses
	Bill   agents.Money // for all accounts opened silently since the last disclosure
}

// remember keeps the convictions in the closes of the last year and counts what is hidden after so many weeks.
func (f *Firm) remember(weeks int32) {
	copy(f.caught[1:], f.caught[:])
	f.caught[0] = 0
	before := f.Hidden
	for _, m := range f.Markets {
		f.caught[0] += m.Books[metric.Caught]
		f.Hidden += m.Books[metric.OpeningsUnauthorised]
	}
	if before == 0 {
		f.since = f.Week - weeks
	}
}

// mayDisclose draws whether hidden misconduct becomes public, and notes the risk. In an undisclosed run it never does
// once measuring has begun.
func (f *Firm) mayDisclose(weeks float64) {
	chance := f.chanceOfDisclosure(weeks)
	f.noteRisk(f.Week-1, chance)
	if f.Model.Undisclosed && f.Week > 0 {
		return
	}
	if f.World.Stream(draw.Disclosure, draw.Firm, f.Week).Uniform(0) < chance {
		f.Disclose()
	}
}

// chanceOfDisclosure is a hazard of the silent accounts still on the books and of the cases known inside, over so many
// weeks; zero where nothing was opened silently since the last disclosure.
func (f *Firm) chanceOfDisclosure(weeks float64) float64 {
	if f.Hidden == 0 {
		return 0
	}
	var hidden, customers, sellers int64
	for _, m := range f.Markets {
		hidden += m.Books[metric.AccountsUnauthorised]
		customers += m.Books[metric.Customers]
		sellers += m.Books[metric.SellersSeated]
	}
	public := &f.Model.Mind.Public
	known := 0.0
	for _, n := range f.caught {
		known += float64(n)
	}
	hazard := float64(public.Hazard*float64(hidden))*1000/float64(max(customers, 1)) +
		float64(public.Cases*known)*100/float64(max(sellers, 1))
	hazard *= float64(f.Around.Regulator*weeks) / 52
	return 1 - num.Exp(-hazard)
}

// noteRisk keeps the chance and the bill of a disclosure that falls in a week.
func (f *Firm) noteRisk(week int32, chance float64) {
	since := f.since
	if f.Hidden == 0 {
		since = week
	}
	f.Risk = append(f.Risk, Hazard{Week: week, Since: since, Due: f.Week + int32(f.Around.BillDelay),
		Chance: chance, Bill: f.liability()})
}

// liability is the bill of a disclosure now.
func (f *Firm) liability() agents.Money {
	return agents.Money(f.Hidden) * (f.Around.Fine + f.Around.Remedy)
}

// Disclose makes hidden misconduct public: reputation and trust fall at once, the bill comes later.
func (f *Firm) Disclose() {
	public := &f.Model.Mind.Public
	f.Books.Add(metric.Disclosures, 1)
	size := f.scandal()
	f.shock(float64(public.Shock * size))
	for _, m := range f.Markets {
		for c := range m.Customers.Trust {
			m.Customers.Trust[c] -= float32(float32(public.Trust*size) * m.Customers.Trust[c])
		}
		m.clean()
	}
	amount := f.liability()
	f.Hidden = 0
	f.Books.Add(metric.ConductBill, int64(amount))
	f.Books.Add(metric.BillsUnpaid, int64(amount))
	half := int32(public.BillYears * 26)
	middle := f.Week + int32(f.Around.BillDelay)
	f.Bills = append(f.Bills, bill{from: max(middle-half, f.Week), to: middle + half, amount: amount})
}

// scandal is how much of the full shock the hidden accounts are worth: it nears 1 as they become many per customer.
func (f *Firm) scandal() float64 {
	customers := int64(0)
	for _, m := range f.Markets {
		customers += m.Books[metric.Customers]
	}
	per1000 := float64(1000*f.Hidden) / float64(max(customers, 1))
	return 1 - num.Exp(-per1000/f.Model.Mind.Public.Scandal)
}

// clean closes every silent account: after a disclosure the firm goes through its books.
func (m *Market) clean() {
	for c := range m.Customers.seats() {
		set := m.Customers.Silent(c)
		for p := range set.All {
			m.unhide(m.Customers.holding(c, p))
			m.end(c, p, metric.ClosedByFirm) // its remedy is in the bill
		}
		if set != 0 {
			m.refresh(c)
		}
	}
}

// shock takes a share of public reputation, national and local.
func (f *Firm) shock(share float64) {
	f.Public -= float64(share * f.Public)
	for _, m := range f.Markets {
		m.Public = f.Public
		m.Local -= float64(share * m.Local)
	}
}

// payBills pays the part of each bill that is due.
func (f *Firm) payBills() {
	for i := range f.Bills {
		b := &f.Bills[i]
		share := float64(f.Week-b.from) / float64(max(b.to-b.from, 1))
		due := agents.Money(float64(b.amount) * min(max(share, 0), 1))
		f.Books.Add(metric.CostConduct, int64(due-b.paid))
		f.Books.Add(metric.BillsPaid, int64(due-b.paid))
		f.Books.Add(metric.BillsUnpaid, -int64(due-b.paid))
		b.paid = due
	}
}
