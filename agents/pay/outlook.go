package pay

import "math"

// Situation is one seller in the middle of the windows, one entry per tally of the plan.
// The slices are read, never kept.
type Situation struct {
	Sum       []float64 // tally so far [units]
	Target    []float64 // target of the whole window [units]; 0: none
	Rate      []float64 // the seller's own recent rate [units per week]
	Var       []float64 // variance of the weekly gain [units² per week]
	WeeksLeft []float64 // weeks of the window still to come after the unit in question, 0 in the last
	LeastSD   float64   // least spread of a belief while weeks are left [units]; 0: none. 0.5 suits counts
	Memo      *Memo     // nil: nothing is kept between questions
}

// Memo keeps what was worked out about a situation for later questions, as long as nothing in it changes. The zero value
// remembers nothing.
type Memo struct {
	known   uint32 // set of tallies
	beliefs [MaxTallies]belief
}

// Forget makes room for another situation.
func (m *Memo) Forget() { m.known = 0 }

// view is what a seller believes about the tallies of a plan in this window, or in the next.
type view struct {
	*Situation
	next   []TallyDef // of the plan, in the next window
	room   belief     // the last that was worked out and is not kept
	scaled belief     // the last in units of a target
}

// of is the belief about a tally. It stands until the next is asked for.
func (v *view) of(t int) *belief {
	if v.next != nil {
		v.room = v.ahead(t, v.next[t].Window)
		return &v.room
	}
	return v.belief(t, &v.room)
}

// least is what the tally has reached for sure.
func (v *view) least(t int) float64 {
	if v.next != nil {
		return 0
	}
	return v.Sum[t]
}

// Marginal writes into out[t] the expected pay that one more unit on tally t adds, over all
// rules [EUR per unit]: the curve's part times P(gates open) plus the pay times the change of
// P(gates open). It allocates nothing; out has one entry per tally.
func (p *Plan) Marginal(s *Situation, out []float64) {
	p.all(&view{Situation: s}, out)
}

// Steady tells whether the plan pays so much for one more unit on each tally, out[t] [EUR], whatever is believed, as long as
// each tally has reached least[t] [units]: where no pay hangs on a target or a gate.
func (p *Plan) Steady(out, least []float64) bool {
	clear(out)
	for t := range least {
		least[t] = math.Inf(-1)
	}
	for r := range p.Rules {
		rule := &p.Rules[r]
		if rule.Quota || len(rule.Gates) > 0 {
			return false
		}
		for i := range rule.Curve {
			least[rule.Tally] = max(least[rule.Tally], rule.Curve[i].From)
		}
	}
	far := Situation{Sum: least}
	p.Marginal(&far, out)
	return true
}

// NextWindow writes into out[t] the expected pay that one unit on tally t adds if it is booked in the
// next window, whose sums start at 0 with all weeks ahead, under the same targets and own
// rates [EUR per unit]. Gates are taken to start afresh as well, whatever their window.
// Pulling forward or holding back compares it with Step of 1 now.
func (p *Plan) NextWindow(s *Situation, out []float64) {
	p.all(&view{Situation: s, next: p.Tallies}, out)
}

func (p *Plan) all(v *view, out []float64) {
	clear(out)
	for r := range p.Rules {
		p.Rules[r].adds(v, 1, out)
	}
}

// Step returns the expected pay that step units at once add on tally t [EUR]; a step of 1 is
// Marginal, a negative one takes units back.
func (p *Plan) Step(s *Situation, t int, step float64) float64 {
	v := view{Situation: s}
	var out [MaxTallies]float64
	for r := range p.Rules {
		if p.Rules[r].reads(t) {
			p.Rules[r].adds(&v, step, out[:])
		}
	}
	return out[t]
}

// belief about a tally of this window, kept in the memo, or else in room.
func (s *Situation) belief(t int, room *belief) *belief {
	m := s.Memo
	if m == nil {
		*room = believe(s.Sum[t], s.future(t, s.WeeksLeft[t]))
		return room
	}
	if m.known>>t&1 == 0 {
		m.known |= 1 << t
		m.beliefs[t] = believe(s.Sum[t], s.future(t, s.WeeksLeft[t]))
	}
	return &m.beliefs[t]
}

// ahead is the belief about a window that starts afresh.
func (s *Situation) ahead(t, weeks int) belief { return believe(0, s.future(t, float64(weeks))) }

// future is the own rate and spread over the weeks to come; with no week to come it is certain.
func (s *Situation) future(t int, weeks float64) Future {
	if weeks <= 0 {
		return Future{}
	}
	sd := math.Sqrt(float64(s.Var[t] * weeks))
	return Future{Mean: float64(s.Rate[t] * weeks), SD: max(sd, s.LeastSD)}
}
