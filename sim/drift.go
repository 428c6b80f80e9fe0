package sim

// drift moves trust towards what the market thinks of the firm, satisfaction to one half, and lets relationship and
// fatigue fade. Reads reputation; writes the four columns of every household.
func drift(m *Market) {
	cs, mind := &m.Customers, &m.Model.Mind.Trust
	approach(cs.Trust, float32(m.reputation()), float32(mind.Drift))
	approach(cs.Satisfaction, 0.5, float32(mind.Calm))
	fade(cs.Relation, float32(1-mind.Forget))
	fade(cs.Fatigue, float32(1-mind.Rest))
}

// approach moves all moods a share of the way to the goal.
func approach(moods []float32, goal, share float32) {
	n := approachFours(moods, goal, share)
	for i := range moods[n:] {
		moods[n+i] += float32(share * (goal - moods[n+i]))
	}
}

// fade leaves of all moods what is to be kept.
func fade(moods []float32, keep float32) {
	n := fadeFours(moods, keep)
	for i := range moods[n:] {
		moods[n+i] *= keep
	}
}
