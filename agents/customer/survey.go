package customer

import "xsell/agents"

// Survey asks many customers whether they mean to leave. It knows the least and the highest chance between some
// satisfactions, between which it falls or rises, so that most answers need no exponential.
type Survey struct {
	mind  *agents.StayMind
	cells [surveyCells]surveyCell // from satisfaction i/surveyCells on
}

// surveyCell is a range of satisfaction: with luck below least the answer is yes, and from most on no.
type surveyCell struct{ least, most float64 }

const (
	surveyCells = 64
	surveySlack = 1e-9 // share of a chance, far above the error of it
)

// NewSurvey prepares a survey among customers of this mind.
func NewSurvey(mind *agents.StayMind) (s Survey) {
	s.mind = mind
	last := SaysLeave(mind, 0)
	for i := range s.cells {
		next := SaysLeave(mind, float32(float32(i+1)/surveyCells)) // rounded here: the compiler makes a product of it
		s.cells[i] = surveyCell{min(last, next) * (1 - surveySlack), max(last, next) * (1 + surveySlack)}
		last = next
	}
	return s
}

// SaysLeave tells whether a customer with this satisfaction in [0, 1] says so under luck u in (0, 1): below the chance of
// the function of that name.
func (s *Survey) SaysLeave(satisfaction float32, u float64) bool {
	if satisfaction >= 0 && satisfaction < 1 {
		cell := &s.cells[int(satisfaction*surveyCells)&(surveyCells-1)]
		if says := u < cell.least; says == (u < cell.most) { // luck decides what is said, but seldom whether it is known
			return says
		}
	}
	return u < SaysLeave(s.mind, satisfaction)
}
