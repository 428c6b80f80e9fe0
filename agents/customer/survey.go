package customer

import "xsell/agents"

// Survey asks many customers whether they mean to leave. It knows the chance at some satisfactions, between which it
// falls or rises, so that most answers need no exponential.
type Survey struct {
	mind *agents.StayMind
	at   [surveyCells + 1]float64 // chance at satisfaction i/surveyCells
}

const (
	surveyCells = 64
	surveySlack = 1e-9 // share of a chance, far above the error of it
)

// NewSurvey prepares a survey among customers of this mind.
func NewSurvey(mind *agents.StayMind) (s Survey) {
	s.mind = mind
	for i := range s.at {
		s.at[i] = SaysLeave(mind, float32(float32(i)/surveyCells)) // rounded here: the compiler makes a product of it
	}
	return s
}

// SaysLeave tells whether a customer with this satisfaction in [0, 1] says so under luck u in (0, 1): below the chance of
// the function of that name.
func (s *Survey) SaysLeave(satisfaction float32, u float64) bool {
	if satisfaction >= 0 && satisfaction < 1 {
		i := int(satisfaction * surveyCells)
		low, high := min(s.at[i], s.at[i+1]), max(s.at[i], s.at[i+1])
		switch {
		case u >= high*(1+surveySlack):
			return false
		case u < low*(1-surveySlack):
			return true
		}
	}
	return u < SaysLeave(s.mind, satisfaction)
}
