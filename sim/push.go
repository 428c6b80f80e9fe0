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
	m.scratch.Leanings.speakOf(m.Model.Market)
	m.scratch.Pushed = m.mostPushed()
	for s := range m.Sellers.Seated {
		if m.Sellers.Seated[s] {
			m.pitchList(agents.SellerID(s))
		}
	}
}

// pitchList takes the next names of the list as long as hours last, each name at most once a week.
func (m *Market) pitchList(s agents.SellerID) {
	hours := m.Sellers.Hours[s][seller.Push]
	rounding := m.stream(draw.HoursRounding).Uniform(uint64(m.staff(s)) | secondDraw<<1)
	made := 0
	if calls := draw.Round(hours/m.Model.Mind.Effort.PitchTime, rounding); calls > 0 {
		made = m.call(s, calls, rounding)
	}
	used := min(float64(float64(made)*m.Model.Mind.Effort.PitchTime), hours)
	m.spendHours(s, metric.HoursPush, milli(used))
	m.spendHours(s, metric.HoursSlack, milli(hours)-milli(used))
}

// call makes so many calls, or as many as names are there to call, and returns how many; after a yes the others are
// thought over.
func (m *Market) call(s agents.SellerID, calls int, rounding float64) (made int) {
	list, unit := &m.Sellers.List[s], m.Sellers.Unit[s]
	length := m.handedOut(list)
	sale := m.pitchWorth(s, m.saleWorth(s))
	m.appeal(s, sale)
	spares := m.sparesSome()
	for left := length - m.calledAlready(list); made < calls; {
		c, depth, passed := m.nextName(list, length, left)
		if left -= passed; left < 0 {
			break
		}
		if !m.Customers.Here[c] || spares && (!m.callable(c) || m.shut(unit, c)) {
			continue
		}
		pitched, yes := m.pitch(s, c)
		if pitched {
			made++
			m.countPitch(c, depth, yes)
		}
		if yes {
			keen := m.keenness(s, sale)
			sale = m.askAgain(s)
			calls = made + draw.Round(float64(float64(calls-made)*min(m.keenness(s, sale)/keen, 1)), rounding)
		}
	}
	return made
}

// nextName is the next on a list of whom so many may still be tried, with how many stood above and how many names are
// passed with it: those who asked not to be called have no turn. One more is passed than may be where there is none.
func (m *Market) nextName(list *List, length, left int32) (c agents.CustomerID, depth, passed int32) {
	marks, next := m.Customers.Marks, list.Next
	for passed < left {
		if next == length {
			next = 0
		}
		c, depth = m.listed(list.From+next), next
		next++
		passed++
		if marks[c]&noCalls == 0 {
			list.Next = next
			return c, depth, passed
		}
	}
	list.Next = next
	return 0, 0, left + 1
}

// handedOut is how many names of a list are there to call: all, or the best of them.
func (m *Market) handedOut(list *List) int32 {
	all := list.To - list.From
	if best := m.Model.Org.Targeting.Best; best > 0 {
		return int32(math.Ceil(float64(best*float64(all)) - 1e-9))
	}
	return all
}

// calledAlready is how many names of a list are not called any more before the next one is made: none, unless only the
// best are called, and these once.
func (m *Market) calledAlready(list *List) int32 {
	if m.Model.Org.Targeting.Best > 0 {
		return list.Next
	}
	return 0
}

// callable tells whether customer c, who did not ask not to be called, may be.
func (m *Market) callable(c agents.CustomerID) bool { return !m.nurtured(c) && !m.spared(c) }

// countPitch counts a pitch by how many names stood above it on the list, and by how often the customer was
// pitched to before.
func (m *Market) countPitch(c agents.CustomerID, depth int32, yes bool) {
	contacts := &m.Customers.Contacts[c]
	if m.measuring {
		m.Hists.Count(metric.PitchesByDepth, int(depth)/10, 1)
		m.Hists.Count(metric.PitchesByContact, int(*contacts), 1)
		if yes {
			m.Hists.Count(metric.YesByDepth, int(depth)/10, 1)
			m.Hists.Count(metric.YesByContact, int(*contacts), 1)
		}
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
	sale := m.pitchWorth(s, m.saleWorth(s))
	m.appeal(s, sale)
	return sale
}

// appeal fills scratch.Appeal with what draws seller s to offer each product of the unit, whoever the customer: what a sale
// adds to what any sale is worth, and how far a pitch of it convinces.
func (m *Market) appeal(s agents.SellerID, sale []float64) {
	own, discloses := float64(m.Model.Mind.Effort.Sale*m.hourPay(s)), m.of(s).Controls.Disclosure > 0
	for may := m.Model.Org.Units[m.Sellers.Unit[s]].May; may != 0; may &= may - 1 {
		p := may.First()
		x := &m.scratch.Appeal[p]
		x.worth, x.convinces = own+max(sale[p], 0), 1
		if discloses {
			x.convinces = m.convinces(s, p)
		}
	}
}

// appeal is what draws a seller to offer a product.
type appeal struct{ worth, convinces float64 }

// pitchWhat picks the product to offer among those the unit may sell and c does not have here: in proportion to what a
// sale is worth to the seller and how often such households come to need it, which experience tells; as far as the firm
// goes by them, to how often such customers took it by the rules mined from its book.
func (m *Market) pitchWhat(s agents.SellerID, c agents.CustomerID) (agents.ProductID, bool) {
	weight, known := m.scratch.Weight, m.scratch.Leanings.of(m.Customers.Segment[c])
	can := m.Model.Org.Units[m.Sellers.Unit[s]].May & m.offerable(c)
	blends := m.Rules != nil && m.Model.Org.Targeting.Bundles > 0
	if blends {
		clear(weight) // the rules look at all
	}
	total := 0.0
	for set := can; set != 0; set &= set - 1 {
		p := set.First()
		x := &m.scratch.Appeal[p]
		weight[p] = float64(float64(x.worth*known[p]) * x.convinces)
		total += weight[p]
	}
	if total == 0 {
		return 0, false
	}
	if blends {
		total = m.blend(s, c, weight, total)
	}
	left := float64(total * m.stream(draw.PushChoice).Uniform(draw.Nth(m.person(c), m.Sellers.Key[s], 2)))
	last := agents.ProductID(0)
	for set := can; set != 0; set &= set - 1 {
		if p := set.First(); weight[p] > 0 {
			last = p
			if left -= weight[p]; left < 0 {
				break
			}
		}
	}
	return last, true
}
