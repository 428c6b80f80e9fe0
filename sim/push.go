package sim

import (
	"math"

	"xsell/agents"
	"xsell/agents/num"
	"xsell/agents/seller"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// push pitches down each seller's call list. A yes is a sale with or without need; a no costs patience and sometimes
// the right to call again. Reads lists and hours; writes leads, fatigue, trust.
func push(m *Market) {
	for s := range m.Sellers.Seated {
		if m.Sellers.Seated[s] {
			m.pitchList(agents.SellerID(s))
		}
	}
}

// pitchList takes the next names of the list as long as hours last, each name at most once a week.
func (m *Market) pitchList(s agents.SellerID) {
	ss := &m.Sellers
	hours, list := ss.Hours[s][seller.Push], &ss.List[s]
	rounding := m.stream(draw.HoursRounding).Uniform(uint64(m.staff(s)) | secondDraw<<1)
	calls := draw.Round(hours/m.Model.Mind.Effort.PitchTime, rounding)
	length := list.To - list.From
	sale := m.pitchWorth(s, m.saleWorth(s))
	made, keen := 0, m.keenness(s, sale)
	for tried := int32(0); tried < length && made < calls; tried++ {
		c, depth := m.scratch.Order[list.From+list.Next], list.Next
		if list.Next++; list.Next == length {
			list.Next = 0
		}
		if !m.callable(c) || m.shut(ss.Unit[s], c) {
			continue
		}
		pitched, yes := m.pitch(s, c, sale)
		if pitched {
			made++
			m.countPitch(c, depth, yes)
		}
		if yes {
			sale = m.askAgain(s)
			now := m.keenness(s, sale)
			calls = made + draw.Round(float64(float64(calls-made)*min(now/keen, 1)), rounding)
			keen = now
		}
	}
	used := min(float64(float64(made)*m.Model.Mind.Effort.PitchTime), hours)
	m.spendHours(s, metric.HoursPush, milli(used))
	m.spendHours(s, metric.HoursSlack, milli(hours)-milli(used))
}

func (m *Market) callable(c agents.CustomerID) bool {
	return m.Customers.Here[c] && !m.Customers.NoCalls[c] && !m.nurtured(c) && !m.spared(c)
}

// countPitch counts a pitch by how many names stood above it on the list, and by how often the customer was
// pitched to before.
func (m *Market) countPitch(c agents.CustomerID, depth int32, yes bool) {
	contacts := &m.Customers.Contacts[c]
	if m.measuring {
		m.Hists.Add(metric.PitchesByDepth, float64(depth)/10, 1)
		m.Hists.Add(metric.YesByDepth, float64(depth)/10, flag(yes))
		m.Hists.Add(metric.PitchesByContact, float64(*contacts), 1)
		m.Hists.Add(metric.YesByContact, float64(*contacts), flag(yes))
	}
	if *contacts < math.MaxUint8 {
		*contacts++
	}
}

// keenness is the chance of pitching against rest.
func (m *Market) keenness(s agents.SellerID, sale []float64) float64 {
	mind := &m.Model.Mind.Effort
	return num.Logistic((m.pushValue(s, sale) - mind.Rest - m.low(s)) / mind.Noise)
}

// askAgain asks the outlook anew after a yes, which from now on counts as good as done.
func (m *Market) askAgain(s agents.SellerID) []float64 {
	m.outlook(s)
	return m.pitchWorth(s, m.saleWorth(s))
}

// pitch offers c the product that promises most. It tells whether there was one to offer, and whether c says yes.
func (m *Market) pitch(s agents.SellerID, c agents.CustomerID, sale []float64) (pitched, yes bool) {
	p, found := m.pitchWhat(s, c, sale)
	if !found {
		return false, false
	}
	cs, mind := &m.Customers, m.Model.Mind
	id := draw.Nth(m.person(c), m.Sellers.Key[s], 1) // a seller pitches a customer once a week
	offer := m.offer(s, c, p)
	channel := m.through(c)
	offer.Pushed, offer.Need = true, cs.Need[c].Has(p)
	offer.Channel, offer.Disclosed = m.fit(c, channel), m.discloses(s, c, p)
	offer.Propensity = m.leansTo(c, p)
	m.Books.Add(metric.Pushes, 1)
	m.Books.Add(metric.PushesNeeded, flag(offer.Need))
	yes = signs(m, &offer, id) && !m.reviewStops(s, c, p, offer.Need)
	m.noteAnswer(c, channel, yes)
	m.learnLine(c, p, 2)
	cs.Fatigue[c] += float32(mind.Trust.Fatigue * (2 - m.facing(c).Org.Clear))
	if !yes { // a lead that ends as it begins
		m.Books.Add(metric.LeadsPushed, 1)
		m.Books.Add(metric.LeadsDeclined, 1)
		m.bother(c, id)
		return true, false
	}
	m.Books.Add(metric.PushesYes, 1)
	m.add(lead{Customer: c, Product: p, Seller: s, Finder: agents.Nobody, Handoff: -1, Source: Pushed, Due: m.Week})
	m.agree(s, int32(len(m.Leads.Customer)-1), offer.Need, &offer)
	return true, true
}

// bother costs trust, and may end in "do not call me".
func (m *Market) bother(c agents.CustomerID, id uint64) {
	cs, mind := &m.Customers, &m.Model.Mind.Trust
	cs.Trust[c] -= float32(float32(mind.Bother) * cs.Trust[c])
	if m.stream(draw.OptOut).Uniform(id) < mind.OptOut {
		cs.NoCalls[c] = true
		m.Books.Add(metric.OptedOut, 1)
	}
}

// pitchWhat picks the product to offer among those the unit may sell and c does not have here: in proportion to what a
// sale is worth to the seller and how often such households come to need it, which experience tells; as far as the firm
// goes by them, to how often such customers took it by the rules mined from its book.
func (m *Market) pitchWhat(s agents.SellerID, c agents.CustomerID, sale []float64) (agents.ProductID, bool) {
	cs, t := &m.Customers, m.Model.Market
	can := m.Model.Org.Units[m.Sellers.Unit[s]].May & m.offerable(c)
	var weight [agents.MaxProducts]float64
	total, own := 0.0, float64(m.Model.Mind.Effort.Sale*m.hourPay(s))
	need := t.Segments[cs.Segment[c]].Need
	for p := range sale {
		if q := agents.ProductID(p); can.Has(q) {
			weight[p] = float64(float64((own+max(sale[p], 0))*float64(t.Products[p].Need*need[p])) * m.convinces(s, q))
			total += weight[p]
		}
	}
	if total == 0 {
		return 0, false
	}
	if m.Rules != nil && m.Model.Org.Targeting.Bundles > 0 {
		total = m.blend(s, c, weight[:len(sale)], total)
	}
	left := float64(total * m.stream(draw.PushChoice).Uniform(draw.Nth(m.person(c), m.Sellers.Key[s], 2)))
	last := agents.ProductID(0)
	for p := range sale {
		if weight[p] > 0 {
			last = agents.ProductID(p)
			if left -= weight[p]; left < 0 {
				break
			}
		}
	}
	return last, true
}
