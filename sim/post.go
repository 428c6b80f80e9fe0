package sim

import (
	"xsell/agents"
	"xsell/sim/metric"
)

// event is what tallies react to.
type event uint8

const (
	onSale event = iota
	onReferral
	onReferralSigned
)

// counts tells whether a measure reacts to an event.
func (x Measure) counts(e event) bool {
	switch e {
	case onReferral:
		return x == Referrals
	case onReferralSigned:
		return x == ReferralsSigned
	}
	return x <= Margin
}

// post adds an event to the tallies of seller s (and, where they are pooled, of the others in the pool). This is the
// one place where the organisation's credit meets the plan.
func (m *Market) post(s agents.SellerID, p agents.ProductID, e event, share float64) {
	if !m.Sellers.Seated[s] {
		return
	}
	tallies := m.plan(s).Tallies
	for k := range tallies {
		if t := &tallies[k]; t.Measure.counts(e) && t.Weight[p] != 0 {
			m.postTo(s, k, float64(t.Weight[p]*share))
		}
	}
}

// postUndone takes an opening that did not last off the tallies that say so.
func (m *Market) postUndone(s agents.SellerID, p agents.ProductID, age int32) {
	if !m.Sellers.Seated[s] {
		return
	}
	tallies := m.plan(s).Tallies
	for k := range tallies {
		t := &tallies[k]
		if t.Measure <= Margin && t.Weight[p] != 0 && (t.Measure == Kept || age <= int32(t.Clawback)) {
			m.postTo(s, k, -t.Weight[p])
		}
	}
}

// postTo adds amount to tally k of seller s, or 1/n of it to every member of the pool.
func (m *Market) postTo(s agents.SellerID, k int, amount float64) {
	ss := &m.Sellers
	pool := m.plan(s).Tallies[k].Pool
	switch pool {
	case OfSeller:
		ss.Sum[m.tally(s, k)] += amount
		ss.News[m.tally(s, k)] += amount
	case OfFirm:
		m.FirmSum[ss.Unit[s]][m.plan(s).Tallies[k].Name] += amount
	default:
		n := 0
		for t := range ss.Unit {
			if m.pooled(s, agents.SellerID(t), pool) {
				n++
			}
		}
		for t := range ss.Unit {
			if who := agents.SellerID(t); m.pooled(s, who, pool) {
				m.postPooled(s, who, k, amount/float64(n))
			}
		}
	}
}

// postPooled adds a share of what s did to the same tally of a colleague; in another unit it is the one of that name.
func (m *Market) postPooled(s, who agents.SellerID, k int, amount float64) {
	name := m.plan(s).Tallies[k].Name
	for j := range m.plan(who).Tallies {
		if m.plan(who).Tallies[j].Name == name {
			m.Sellers.Sum[m.tally(who, j)] += amount
			m.Sellers.News[m.tally(who, j)] += amount
			return
		}
	}
}

// pooled tells whether two sellers share a pooled tally: those of a unit, or those who meet in a team.
func (m *Market) pooled(s, t agents.SellerID, pool Pool) bool {
	ss := &m.Sellers
	if !ss.Seated[t] {
		return false
	}
	if pool == OfUnit {
		return ss.Unit[t] == ss.Unit[s]
	}
	for team := range m.Teams {
		if m.inTeam(s, team) && m.inTeam(t, team) {
			return true
		}
	}
	return false
}

// inTeam tells whether seller s belongs to a team: each team has one seller of each unit, and a unit with fewer seats
// than there are teams shares its sellers among them.
func (m *Market) inTeam(s agents.SellerID, team int) bool {
	seats := m.Seats[m.Sellers.Unit[s]]
	return team%seats == int(m.Sellers.Key[s]&ordinalMask)
}

// slip ends windows: it pays what the plan says, applies the threats, counts attainment, moves targets and morale, and
// starts the tallies again. Reads tallies; writes pay, strikes, targets, morale, beliefs about the own rate and leads.
func slip(m *Market) {
	for s := range m.Sellers.Seated {
		if who := agents.SellerID(s); m.Sellers.Seated[s] {
			m.learnRate(who)
			m.Sellers.Heard[s].Learn(m.Model.Mind.Refer.Learn)
			m.payVested(who)
			if m.windowEnds(who) {
				m.payOut(who)
				m.countGoals(who)
				m.applyThreats(who)
				m.applyPromotions(who)
				m.turnTallies(who)
			}
		}
	}
}

// learnRate moves the belief about the own weekly rate and its variance by this week's news.
func (m *Market) learnRate(s agents.SellerID) {
	ss, weight, tallies := &m.Sellers, m.Model.Mind.Effort.Rate, m.plan(s).Tallies
	for k := range tallies {
		if tallies[k].Pool == OfFirm {
			continue // known only at the close
		}
		i := m.tally(s, k)
		miss := ss.News[i] - ss.Rate[i]
		ss.Rate[i] += float64(weight * miss)
		ss.Var[i] += float64(weight * (float64(miss*miss) - ss.Var[i]))
		ss.News[i] = 0
	}
}

// payOut pays the rules whose window ends this week.
func (m *Market) payOut(s agents.SellerID) {
	plan, ss := m.plan(s), &m.Sellers
	i, j := m.tally(s, 0), m.tally(s, len(plan.Tallies))
	for r := range plan.Rules {
		ofFirm := plan.Tallies[plan.Rules[r].Tally].Pool == OfFirm // paid at the close
		if !ofFirm && modulo(m.Week+1, int32(plan.Rules[r].Window)) == 0 {
			paid := plan.Pays(r, ss.Sum[i:j], ss.Target[i:j])
			if plan.Rules[r].Quota { // who joined late had a smaller goal, and gets pay for it in proportion
				paid *= m.whole(s, plan.Rules[r].Window)
			}
			m.handBy(s, &plan.Rules[r], paid, m.Week)
		}
	}
}

// applyThreats counts misses and carries out what they lead to.
func (m *Market) applyThreats(s agents.SellerID) {
	plan, ss := m.plan(s), &m.Sellers
	for t := range plan.Threats {
		threat := &plan.Threats[t]
		if modulo(m.Week+1, int32(threat.Window)) != 0 || !m.binds(s, threat) {
			continue
		}
		i := int(s)*m.Model.Strides.Threats + t
		k := m.tally(s, threat.Tally)
		strikes := threat.Strikes(ss.Sum[k], ss.Target[k], int(ss.Strikes[i]))
		ss.Strikes[i] = uint8(min(strikes, 255))
		if threat.Triggered(strikes) {
			ss.Strikes[i] = 0
			m.carryOut(s, threat)
			if !ss.Seated[s] {
				return
			}
		}
	}
}

// countGoals counts goals reached in windows that end, and moves morale by them. A window joined late is not counted.
func (m *Market) countGoals(s agents.SellerID) {
	plan, ss, mind := m.plan(s), &m.Sellers, &m.Model.Mind.Career
	for k := range plan.Tallies {
		t, i := &plan.Tallies[k], m.tally(s, k)
		if !t.Goal || ss.Target[i] <= 0 || m.left(t) != 0 || m.whole(s, t.Window) < 1 {
			continue
		}
		share := ss.Sum[i] / ss.Target[i]
		m.countGoal(share)
		m.countAttained(s, share)
		if share >= 1-1e-9 {
			ss.Morale[s] += float32(float32(mind.Hit) * (1 - ss.Morale[s]))
		} else {
			ss.Morale[s] -= float32(float32(mind.Miss) * ss.Morale[s])
		}
	}
}

// whole is the share of the window now ending that seller s has been here for, 1 for all of it.
func (m *Market) whole(s agents.SellerID, window int) float64 {
	return min(float64(m.Week-m.Sellers.Joined[s]+1)/float64(window), 1)
}

// turnTallies moves targets and starts ended windows again.
func (m *Market) turnTallies(s agents.SellerID) {
	plan, ss := m.plan(s), &m.Sellers
	for k := range plan.Tallies {
		t, i := &plan.Tallies[k], m.tally(s, k)
		if modulo(m.Week+1, int32(t.Window)) != 0 {
			continue
		}
		if t.Pool != OfFirm {
			m.noteWindow(s, k, m.Week)
			ss.Target[i] = m.nextTarget(s, t, ss.Target[i], ss.Sum[i])
			ss.Sum[i] = min(ss.Sum[i], 0) // what was clawed back beyond the window's sales is carried over as a debt
		}
	}
}

// nextTarget moves a target; after a first window that was not whole it is the first target again.
func (m *Market) nextTarget(s agents.SellerID, t *Tally, target, achieved float64) float64 {
	if m.Week-m.Sellers.Joined[s] < int32(t.Window)-1 {
		return m.asked(t)
	}
	return t.Setter.Next(target, achieved)
}

func (m *Market) countGoal(share float64) {
	m.Books.Add(metric.GoalWindows, 1)
	if share >= 1-1e-9 {
		m.Books.Add(metric.GoalReached, 1)
	}
	if m.measuring {
		m.Hists.Add(metric.Attainment, share, 1)
	}
}
