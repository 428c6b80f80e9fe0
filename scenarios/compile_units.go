package scenarios

import (
	"xsell/agents"
	"xsell/agents/num"
	"xsell/scenarios/words"
)

// Conversions from the words of a file to the units of a run.

// weekly turns a rate per year into a rate per week.
func weekly(rate words.PerYear) float64 { return float64(rate) / weeksPerYear }

// euro turns an amount into thousandths of a euro.
func euro(amount words.Money) agents.Money { return agents.EUR(float64(amount)) }

// euroPerWeek turns a yearly amount into thousandths of a euro per week.
func euroPerWeek(amount words.MoneyPerYear) agents.Money {
	return agents.EUR(float64(amount) / weeksPerYear)
}

// oncePer is the chance per week of something that takes so many weeks on average; 0 weeks mean never.
func oncePer(weeks words.Weeks) float64 {
	if weeks <= 0 {
		return 0
	}
	return 1 / float64(weeks)
}

// hazard is the constant weekly chance under which the share is gone after so many weeks: 1-(1-share)^(1/weeks). Without
// weeks there is no hazard.
func hazard(share words.Share, weeks words.Weeks) float64 {
	if weeks <= 0 {
		return 0
	}
	return 1 - num.Pow(1-float64(share), 1/float64(weeks))
}

// pace is the share of the way gone in a week if 1-1/e, two thirds, of it is gone in so many weeks; 0 weeks: at once.
func pace(weeks words.Weeks) float64 {
	if weeks <= 0 {
		return 1
	}
	return 1 - num.Exp(-1/float64(weeks))
}
