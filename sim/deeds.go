package sim

import (
	"xsell/agents"
	"xsell/sim/metric"
)

// HourKinds is how many activities hours are booked under, the hours available among them.
const HourKinds = int(metric.HoursAvailable-metric.HoursServe) + 1

// Deeds are what the person on a seat did since the deeds were last cleared. They are posted beside the books, so that
// their sums over sellers are the books' flows; nothing in the model reads them.
type Deeds struct {
	Sold, Unneeded, Pulled int32            // openings with consent; of these without a need, and closed early
	Silent                 int32            // openings without consent
	Returned, Cancelled    int32            // own openings given back in the cooling-off time; cancelled later
	Defaulted, Found       int32            // own openings in default; own silent accounts that the firm closed
	Referred, Signed       int32            // leads passed on; leads passed on earlier that were signed
	Hours                  [HourKinds]int32 // thousandths of an hour, in the order of the books from HoursServe on
	Weighed                int32            // weeks in which opening without consent was weighed
	Short                  float64          // accounts missing to the nearest line at the latest weighing, ≥ 0; see gap
	Pay                    agents.Money     // variable
}

// Window is a window of a seller's first goal that has ended.
type Window struct {
	Goal          string // name of the tally; "" when none has ended
	Week          int32  // the last of it
	Tally, Target float64
	Whole         bool // the seller was there for all of it
}

// Gone are the deeds of somebody whose seat has been filled anew since the deeds were last cleared.
type Gone struct {
	Seat   agents.SellerID
	Gen    uint8
	Joined int32 // week
	Deeds  Deeds
}

// ClearDeeds forgets what was done so far.
func (m *Market) ClearDeeds() {
	for s := range m.Sellers.Deeds {
		m.settleDeeds(agents.SellerID(s))
		m.forgetDeeds(agents.SellerID(s))
	}
	clear(m.Sellers.Deeds)
	m.Gone = m.Gone[:0]
}

// handOver keeps the deeds of the one who was on the seat, where somebody looks on, and starts new ones.
func (m *Market) handOver(s agents.SellerID) {
	ss := &m.Sellers
	m.settleDeeds(s)
	m.forgetDeeds(s)
	if m.observed && m.measuring && ss.Deeds[s] != (Deeds{}) {
		m.Gone = append(m.Gone, Gone{Seat: s, Gen: ss.Gen[s] - 1, Joined: ss.Joined[s], Deeds: ss.Deeds[s]})
	}
	ss.Deeds[s], ss.Past[s] = Deeds{}, Window{}
}

// spendHours books hours of a seller under their cause, in thousandths.
func (m *Market) spendHours(s agents.SellerID, cause metric.Counter, thousandths int64) {
	m.Books.Add(cause, thousandths)
	m.Sellers.Deeds[s].Hours[cause-metric.HoursServe] += int32(thousandths)
}

// undone counts an own opening that did not last.
func (d *Deeds) undone(cause metric.Counter) {
	switch cause {
	case metric.Returned:
		d.Returned++
	case metric.Cancelled:
		d.Cancelled++
	case metric.Defaulted:
		d.Defaulted++
	case metric.ClosedByFirm:
		d.Found++
	}
}

// sold counts an opening with consent by what it was.
func (d *Deeds) sold(flags Holding) {
	d.Sold++
	d.Unneeded += int32(flag(flags.Is(unneeded)))
	d.Pulled += int32(flag(flags.Is(pulled)))
}

// FirstGoal is the tally of the first goal of unit u's plan, or -1.
func (p *Plan) FirstGoal() int {
	for k := range p.Tallies {
		if p.Tallies[k].Goal {
			return k
		}
	}
	return -1
}

// noteWindow keeps how the window of tally k that ends now came out, where it is the seller's first goal.
func (m *Market) noteWindow(s agents.SellerID, k int, last int32) {
	plan, ss, i := m.plan(s), &m.Sellers, m.tally(s, k)
	if k != plan.FirstGoal() {
		return
	}
	t := &plan.Tallies[k]
	ss.Past[s] = Window{Goal: t.Name, Week: last, Tally: ss.Sum[i], Target: ss.Target[i],
		Whole: last-ss.Joined[s]+1 >= int32(t.Window)}
}
