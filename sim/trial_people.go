package sim

import (
	"xsell/agents"
	"xsell/sim/metric"
)

// This file counts what happens to the sellers and customers of trials when it happens. Without a trial nothing is done.

// armOf is where the seat of seller s is counted in a trial, nil where it is in none.
func (t *trial) armOf(crowd Crowd, row int) *Arm {
	if t.Of != crowd || t.side[row] == 0 {
		return nil
	}
	return &t.Arms[t.side[row]-1]
}

// settleDeeds counts what seller s did since it was last counted. It must run before deeds are cleared.
func (m *Market) settleDeeds(s agents.SellerID) {
	for k := range m.trials {
		t := &m.trials[k]
		a := t.armOf(AmongSellers, int(s))
		if a == nil {
			continue
		}
		now, seen := &m.Sellers.Deeds[s], &t.seen[s]
		a.Openings += int64(now.Sold - seen.Sold)
		a.Unneeded += int64(now.Unneeded - seen.Unneeded)
		a.Silent += int64(now.Silent - seen.Silent)
		a.Referrals += int64(now.Referred - seen.Referred)
		a.Money += now.Pay - seen.Pay
		*seen = *now
	}
}

// forgetDeeds says that the deeds of seller s start again from nothing.
func (m *Market) forgetDeeds(s agents.SellerID) {
	for k := range m.trials {
		if t := &m.trials[k]; t.Of == AmongSellers {
			t.seen[s] = Deeds{}
		}
	}
}

// countWorked counts this week of everybody who sits on a seat of a trial.
func (m *Market) countWorked() {
	for k := range m.trials {
		for s, seated := range m.Sellers.Seated {
			if a := m.trials[k].armOf(AmongSellers, s); a != nil {
				a.Weeks += flag(seated)
			}
		}
	}
}

// countDeparture counts a seller who goes; one who is replaced by a change has not chosen to.
func (m *Market) countDeparture(s agents.SellerID, cause metric.Counter) {
	for k := range m.trials {
		if a := m.trials[k].armOf(AmongSellers, int(s)); a != nil && cause != metric.Replaced {
			a.Left++
		}
	}
}

// countAttained counts a window of a goal by the share reached.
func (m *Market) countAttained(s agents.SellerID, share float64) {
	for k := range m.trials {
		if a := m.trials[k].armOf(AmongSellers, int(s)); a != nil {
			a.Goals++
			a.Attained += share
		}
	}
}

// countOpened counts an opening by a customer of a trial.
func (m *Market) countOpened(c agents.CustomerID) {
	for k := range m.trials {
		if a := m.trials[k].armOf(AmongCustomers, int(c)); a != nil {
			a.Openings++
		}
	}
}

// countGoodbye counts a customer of a trial who leaves, with the profit so far. Who got a gift takes the place in the
// trial along; where seats were drawn, the next household on the seat has it.
func (m *Market) countGoodbye(c agents.CustomerID) {
	for k := range m.trials {
		t := &m.trials[k]
		if a := t.armOf(AmongCustomers, int(c)); a != nil {
			a.Left++
			a.Money += m.profitOf(c)
			if m.start.Changes[t.Change].Of != AmongCustomers {
				t.side[c] = 0
			}
		}
	}
}

// endTrials counts what is still open when the run is over.
func (m *Market) endTrials() {
	for s := range m.Sellers.Unit {
		m.settleDeeds(agents.SellerID(s))
	}
	for k := range m.trials {
		for c := range m.Customers.seats() {
			if a := m.trials[k].armOf(AmongCustomers, int(c)); a != nil {
				a.Money += m.profitOf(c)
			}
		}
	}
}

// mergeTrials adds up the markets' parts of all trials, in the order in which the changes were made.
func (f *Firm) mergeTrials() (all []Trial) {
	for _, m := range f.Markets {
		m.endTrials()
		for k := range m.trials {
			all = add(all, &m.trials[k].Trial)
		}
	}
	return all
}

// add adds a market's part to the trial of the same change, which is opened where there is none yet.
func add(all []Trial, part *Trial) []Trial {
	at := 0
	for at < len(all) && (all[at].Change != part.Change || all[at].Of != part.Of) {
		at++
	}
	if at == len(all) {
		all = append(all, Trial{Change: part.Change, Of: part.Of, Week: part.Week})
	}
	for side := range part.Arms {
		all[at].Arms[side].merge(&part.Arms[side])
	}
	return all
}

// merge adds another market's part of an arm.
func (a *Arm) merge(b *Arm) {
	a.Members += b.Members
	a.Weeks += b.Weeks
	a.Left += b.Left
	a.Openings += b.Openings
	a.Unneeded += b.Unneeded
	a.Silent += b.Silent
	a.Referrals += b.Referrals
	a.Money += b.Money
	a.Goals += b.Goals
	a.Attained += b.Attained
	a.Products += b.Products
	a.Trust += b.Trust
	a.Satisfied += b.Satisfied
	for i := range b.Frames {
		if i == len(a.Frames) {
			a.Frames = append(a.Frames, metric.Frame{Week: b.Frames[i].Week, Weeks: b.Frames[i].Weeks})
		}
		a.Frames[i].Books.Merge(&b.Frames[i].Books)
	}
}
