package sim

import (
	"math"

	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/num"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// Firm is what markets share; it changes only between periods, in fixed order.
type Firm struct {
	World   draw.World
	Model   *Model
	Around  *Around // as the dated changes for all markets have left it
	Week    int32   // the first week not lived yet
	Public  float64 // national reputation, in [0, 1]
	Hidden  int64   // silent accounts opened since the last disclosure
	Bills   []bill
	Books   metric.Books // postings of the firm itself
	Markets []*Market
	Opening metric.Books // stocks when measuring began, before any change dated that week
	caught  []int64      // convictions in the closes of the last year, newest first
}

// bill of a disclosure, paid in equal parts from one week to another.
type bill struct {
	from, to int32
	amount   agents.Money
	paid     agents.Money
}

// NewFirm builds all markets of a model in a world, on so many workers.
func NewFirm(model *Model, world draw.World, workers int) *Firm {
	f := &Firm{World: world, Model: model, Week: -int32(model.Size.WarmUp), caught: make([]int64, (52+model.Size.Close-1)/model.Size.Close), Around: &model.Around, Public: model.Around.Reputation}
	f.Markets = make([]*Market, model.Size.Markets)
	Parallel(len(f.Markets), workers, func(i int) { f.Markets[i] = Build(model, world, i) })
	return f
}

// close is the meeting of the firm after so many weeks: pay on the firm's count, controls that compare sellers,
// reputation, culture, disclosure and its bill, and new call lists.
func (f *Firm) close(weeks, workers int) {
	span := float64(weeks)
	f.poolFirm()
	mean, spread := f.unused()
	for _, m := range f.Markets {
		m.Usual, m.Spread = mean, spread
		m.watch(span)
		m.meetFirm(span)
	}
	f.remember()
	f.mayDisclose(span)
	f.payBills()
	f.Public += float64(f.pull(span) * (f.Around.Reputation - f.Public))
	Parallel(len(f.Markets), workers, func(i int) {
		f.Markets[i].Public = f.Public
		f.Markets[i].refreshLists()
		f.Markets[i].takeStock(weeks)
	})
}

// pull is the share of the way back to the long-run level gone in so many weeks.
func (f *Firm) pull(weeks float64) float64 {
	return 1 - num.Exp(-float64(f.Model.Mind.Public.Recover*weeks))
}

// meetFirm moves what is local: reputation by complaints, the habit of sharing, contracts.
func (m *Market) meetFirm(weeks float64) {
	public, o := &m.Model.Mind.Public, m.Model.Org
	rate := float64(m.scratch.Complaints) / float64(max(m.Books[metric.Customers], 1))
	m.scratch.Complaints = 0
	m.Local += float64((1 - num.Exp(-float64(public.Recover*weeks))) * (m.Model.Around.Reputation - m.Local))
	m.Local *= num.Exp(-float64(public.Say * rate))
	m.Culture += float64((1 - num.Pow(1-o.SharingPace, weeks)) * (o.Sharing - m.Culture))
	luck := m.stream(draw.Campaign)
	for i, on := range m.Contracts {
		lost := o.Contracts[i/m.Model.Market.Employers].Lost
		if on && luck.Uniform(uint64(i)|secondDraw) < 1-num.Exp(-float64(lost*weeks)) {
			m.Contracts[i] = false
		}
	}
}

// unused is mean and standard deviation over sellers of openings unused from the start since the last close.
func (f *Firm) unused() (mean, spread float64) {
	n, sum, squares := 0.0, 0.0, 0.0
	for _, m := range f.Markets {
		for s, seated := range m.Sellers.Seated {
			if x := float64(m.Sellers.Unused[s]); seated {
				n++
				sum += x
				squares += float64(x * x)
			}
		}
	}
	if n == 0 {
		return 0, 0
	}
	mean = sum / n
	return mean, math.Sqrt(max(squares/n-float64(mean*mean), 0))
}

// poolFirm shares out what was posted on tallies of the whole firm: every seller gets the mean over all sellers.
func (f *Firm) poolFirm() {
	sums, sellers := map[string]float64{}, 0.0
	for _, m := range f.Markets {
		m.handIn(sums)
		for _, seated := range m.Sellers.Seated {
			sellers += float64(flag(seated))
		}
	}
	if sellers == 0 {
		return
	}
	for _, m := range f.Markets {
		m.settleFirm(sums, sellers)
	}
}

// handIn adds this market's postings to the firm's tallies by name, and clears them.
func (m *Market) handIn(sums map[string]float64) {
	stride := m.Model.Strides.Tallies
	for u := range m.Model.Plans {
		for k, t := range m.Model.Plans[u].Tallies {
			if t.Pool == OfFirm {
				sums[t.Name] += m.FirmSum[u*stride+k]
			}
		}
	}
	clear(m.FirmSum)
}

// settleFirm posts the firm's mean on this market's sellers and pays where the window ends with this close.
func (m *Market) settleFirm(sums map[string]float64, sellers float64) {
	ss := &m.Sellers
	for s, seated := range ss.Seated {
		who := agents.SellerID(s)
		if !seated {
			continue
		}
		for k, t := range m.plan(who).Tallies {
			if t.Pool != OfFirm {
				continue
			}
			i := m.tally(who, k)
			ss.Sum[i] += sums[t.Name] / sellers
			ss.Rate[i] = sums[t.Name] / sellers / float64(m.Model.Size.Close)
			if modulo(m.Week, int32(t.Window)) == 0 {
				m.payFirm(who, k)
				ss.Target[i] = t.Setter.Next(ss.Target[i], ss.Sum[i])
				ss.Sum[i] = 0
			}
		}
	}
}

// payFirm pays the rules on firm tally k.
func (m *Market) payFirm(s agents.SellerID, k int) {
	plan, ss := m.plan(s), &m.Sellers
	i, j := m.tally(s, 0), m.tally(s, len(plan.Tallies))
	for r := range plan.Rules {
		if plan.Rules[r].Tally == k {
			m.hand(s, plan.Pays(r, ss.Sum[i:j], ss.Target[i:j]))
		}
	}
}

// hand pays a seller [EUR].
func (m *Market) hand(s agents.SellerID, amount float64) {
	m.Sellers.Earned[s] += amount
	m.Books.Add(metric.CostVariablePay, int64(agents.EUR(amount)))
}

// remember keeps the convictions of the last four closes and counts what is hidden.
func (f *Firm) remember() {
	copy(f.caught[1:], f.caught[:])
	f.caught[0] = 0
	for _, m := range f.Markets {
		f.caught[0] += m.Books[metric.Caught]
		f.Hidden += m.Books[metric.OpeningsUnauthorised]
	}
}

// mayDisclose draws whether hidden misconduct becomes public: a hazard of the silent accounts still on the books and
// of the cases known inside.
func (f *Firm) mayDisclose(weeks float64) {
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
	if f.Hidden > 0 && f.World.Stream(draw.Disclosure, draw.Firm, f.Week).Uniform(0) < 1-num.Exp(-hazard) {
		f.Disclose()
	}
}

// Disclose makes hidden misconduct public: reputation and trust fall at once, the bill comes later.
func (f *Firm) Disclose() {
	public, around := &f.Model.Mind.Public, f.Around
	f.Books.Add(metric.Disclosures, 1)
	f.shock(public.Shock)
	for _, m := range f.Markets {
		for c := range m.Customers.Trust {
			m.Customers.Trust[c] -= float32(float32(public.Trust) * m.Customers.Trust[c])
		}
	}
	amount := agents.Money(f.Hidden) * (around.Fine + around.Remedy)
	f.Hidden = 0
	f.Books.Add(metric.ConductBill, int64(amount))
	half := int32(public.BillYears * 26)
	middle := f.Week + int32(around.BillDelay)
	f.Bills = append(f.Bills, bill{from: max(middle-half, f.Week), to: middle + half, amount: amount})
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
		b.paid = due
	}
}

// takeStock reads the stocks that are not kept up to date by every event.
func (m *Market) takeStock(weeks int) {
	cs, b := &m.Customers, &m.Books
	var trust, satisfaction, real, two, three, none, lines, say int64
	survey := m.stream(draw.Survey)
	for c := range cs.Here {
		if !cs.Here[c] {
			continue
		}
		who := agents.CustomerID(c)
		trust += int64(cs.Trust[c] * 65536)
		satisfaction += int64(cs.Satisfaction[c] * 65536)
		used := m.real(who)
		n, reported := size(used), size(cs.Active[c]|cs.Dormant[c])
		real += int64(n)
		lines += int64(size(m.Model.Market.LineSet(used)))
		two, three = two+flag(reported >= 2), three+flag(reported >= 3)
		none += flag(n == 0)
		say += flag(survey.Uniform(uint64(m.person(who))) < customer.SaysLeave(&m.Model.Mind.Stay, cs.Satisfaction[c]))
		if m.measuring {
			m.countWeeks(who, n, int64(weeks))
		}
	}
	b[metric.TrustSum], b[metric.SatisfactionSum], b[metric.AccountsReal] = trust, satisfaction, real
	b[metric.With2Reported], b[metric.With3Reported], b[metric.WithoutReal] = two, three, none
	b[metric.LinesHeld], b[metric.SayLeave] = lines, say
	b[metric.Reputation], b[metric.MarketsCounted] = int64(m.reputation()*65536), 1
}

func flag(is bool) int64 {
	if is {
		return 1
	}
	return 0
}

// countWeeks adds the weeks since the last stock-taking to the time under risk of leaving.
func (m *Market) countWeeks(c agents.CustomerID, used int, weeks int64) {
	m.Hists.Add(metric.WeeksByProducts, float64(used), weeks)
	m.Hists.Add(metric.WeeksByTenure, float64(m.Week-m.Customers.Joined[c])/13, weeks)
	m.Hists.Add(metric.WeeksByArm, float64(m.Customers.Arm[c]), weeks)
}
