package sim

// drift moves trust towards what the market thinks of the firm, satisfaction to one half, and lets relationship and
// fatigue fade. Reads reputation; writes the four columns of every household.
func drift(m *Market) {
	cs, mind := &m.Customers, &m.Model.Mind.Trust
	goal, pull := float32(m.reputation()), float32(mind.Drift)
	calm, keep, rest := float32(mind.Calm), float32(1-mind.Forget), float32(1-mind.Rest)
	trust, n := cs.Trust, len(cs.Trust)
	satisfaction, relation, fatigue := cs.Satisfaction[:n], cs.Relation[:n], cs.Fatigue[:n]
	for c := range trust {
		trust[c] += float32(pull * (goal - trust[c]))
		satisfaction[c] += float32(calm * (0.5 - satisfaction[c]))
		relation[c] *= keep
		fatigue[c] *= rest
	}
}
