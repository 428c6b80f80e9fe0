package panel

import (
	"math"

	"xsell/agents"
	"xsell/sim"
	"xsell/sim/metric"
)

// Seller is one row of the panel of sellers. sellerColumns says what the columns mean.
type Seller struct {
	Scenario         string  `parquet:"scenario,dict"`
	World            int32   `parquet:"world"`
	Week             int32   `parquet:"week"`
	Market           int32   `parquet:"market"`
	Seat             int32   `parquet:"seat"`
	Generation       int32   `parquet:"generation"`
	Person           string  `parquet:"person,dict"`
	Unit             string  `parquet:"unit,dict"`
	Ordinal          int32   `parquet:"ordinal"`
	Team             int32   `parquet:"team"`
	Seated           bool    `parquet:"seated"`
	Replaced         bool    `parquet:"replaced"`
	Tenure           float64 `parquet:"tenure"`
	Integrity        float32 `parquet:"integrity"`
	Orientation      float32 `parquet:"orientation"`
	Speed            float32 `parquet:"speed"`
	Tie              float32 `parquet:"tie"`
	Skill            float64 `parquet:"skill"`
	Morale           float32 `parquet:"morale"`
	Salary           float64 `parquet:"salary"`
	Record           bool    `parquet:"record"`
	Strikes          int32   `parquet:"strikes"`
	Goal             string  `parquet:"goal,dict"`
	WeeksLeft        float64 `parquet:"weeks_left"`
	Tally            float64 `parquet:"tally"`
	Target           float64 `parquet:"target"`
	Attainment       float64 `parquet:"attainment"`
	ShortOfLine      float64 `parquet:"short_of_line"`
	LastWindowWeek   float64 `parquet:"last_window_week"`
	LastWindowGoal   string  `parquet:"last_window_goal,dict"`
	LastWindowWhole  bool    `parquet:"last_window_whole"`
	LastTally        float64 `parquet:"last_tally"`
	LastTarget       float64 `parquet:"last_target"`
	LastAttainment   float64 `parquet:"last_attainment"`
	Sold             int32   `parquet:"openings_sold"`
	Unneeded         int32   `parquet:"openings_unneeded"`
	Pulled           int32   `parquet:"openings_pulled"`
	Silent           int32   `parquet:"openings_unauthorised"`
	WeeksWeighed     int32   `parquet:"weeks_weighed"`
	ShortWhenWeighed float64 `parquet:"short_when_weighed"`
	Returned         int32   `parquet:"returned"`
	Cancelled        int32   `parquet:"cancelled"`
	Defaulted        int32   `parquet:"defaulted"`
	Closed           int32   `parquet:"closed_by_firm"`
	Referrals        int32   `parquet:"referrals"`
	ReferralsSigned  int32   `parquet:"referrals_signed"`
	VariablePay      float64 `parquet:"variable_pay"`
	HoursServe       float64 `parquet:"hours_serve"`
	HoursAdvise      float64 `parquet:"hours_advise"`
	HoursPush        float64 `parquet:"hours_push"`
	HoursRefer       float64 `parquet:"hours_refer"`
	HoursCoordinate  float64 `parquet:"hours_coordinate"`
	HoursLearn       float64 `parquet:"hours_learn"`
	HoursTiming      float64 `parquet:"hours_timing"`
	HoursSilent      float64 `parquet:"hours_silent"`
	HoursSlack       float64 `parquet:"hours_slack"`
	HoursAvailable   float64 `parquet:"hours_available"`
}

// sellerRows appends the rows of a market's sellers, seat by seat, leavers before who took their seat.
func sellerRows(at place, m *sim.Market, rows []Seller) []Seller {
	for s := range m.Sellers.Unit {
		who := agents.SellerID(s)
		for i := range m.Gone {
			if g := &m.Gone[i]; g.Seat == who {
				rows = append(rows, goneRow(at, m, g))
			}
		}
		row := seat(at, m, who, m.Sellers.Gen[s])
		row.flows(&m.Sellers.Deeds[s])
		row.person(m, who)
		row.window(m, who)
		rows = append(rows, row)
	}
	return rows
}

// seat is a row with its keys, for whoever of that generation sits or sat there. What is not known is NaN.
func seat(at place, m *sim.Market, s agents.SellerID, generation uint8) Seller {
	unit, ordinal, nan := m.Model.Org.Units[m.Sellers.Unit[s]].Name, m.Ordinal(s), math.NaN()
	return Seller{Scenario: at.scenario, World: at.world, Week: rowWeek(m), Market: int32(m.Index), Seat: int32(s),
		Generation: int32(generation), Person: sellerKey(m.Index, unit, ordinal, generation),
		Unit: unit, Ordinal: int32(ordinal), Team: int32(m.Team(s)),
		Tenure: nan, Integrity: float32(nan), Orientation: float32(nan), Speed: float32(nan), Tie: float32(nan),
		Skill: nan, Morale: float32(nan), Salary: nan, WeeksLeft: nan, Tally: nan, Target: nan, Attainment: nan,
		ShortOfLine: nan, LastWindowWeek: nan, LastTally: nan, LastTarget: nan, LastAttainment: nan}
}

// goneRow is the last row of somebody whose seat has been filled anew: keys and flows.
func goneRow(at place, m *sim.Market, g *sim.Gone) Seller {
	row := seat(at, m, g.Seat, g.Gen)
	row.Replaced = true
	row.flows(&g.Deeds)
	return row
}

// person fills in traits and state. They stay those of the last day after the seller has left.
func (row *Seller) person(m *sim.Market, s agents.SellerID) {
	ss := &m.Sellers
	row.Seated = ss.Seated[s]
	row.Integrity, row.Orientation, row.Speed, row.Tie = ss.Integrity[s], ss.Orientation[s], ss.Speed[s], ss.Tie[s]
	row.Skill, row.Morale, row.Record, row.Strikes = m.Training(s), ss.Morale[s], ss.Warned[s], int32(m.Strikes(s))
	if row.Seated {
		row.Tenure, row.Salary = float64(m.Week-ss.Joined[s]), m.Salary(s)
	}
}

// window fills in where the seller stands with the first goal, and how its last window came out.
func (row *Seller) window(m *sim.Market, s agents.SellerID) {
	goal := m.FirstGoal(s)
	if row.Goal = goal.Name; goal.Name != "" {
		row.WeeksLeft = float64(goal.WeeksLeft)
	}
	if row.Seated {
		row.Tally, row.Target, row.Attainment = goal.Tally, goal.Target, attained(goal.Tally, goal.Target)
		row.ShortOfLine = m.ShortOfLine(s)
	}
	if past := &m.Sellers.Past[s]; past.Goal != "" {
		row.LastWindowWeek, row.LastWindowGoal, row.LastWindowWhole = float64(past.Week), past.Goal, past.Whole
		row.LastTally, row.LastTarget, row.LastAttainment = past.Tally, past.Target, attained(past.Tally, past.Target)
	}
}

// attained is the share of a target that is reached, NaN without a target.
func attained(tally, target float64) float64 {
	if target <= 0 {
		return math.NaN()
	}
	return tally / target
}

// flows fills in what was done since the last row.
func (row *Seller) flows(d *sim.Deeds) {
	row.Sold, row.Unneeded, row.Pulled, row.Silent = d.Sold, d.Unneeded, d.Pulled, d.Silent
	row.Returned, row.Cancelled, row.Defaulted, row.Closed = d.Returned, d.Cancelled, d.Defaulted, d.Found
	row.Referrals, row.ReferralsSigned, row.VariablePay = d.Referred, d.Signed, d.Pay.Float()
	row.WeeksWeighed, row.ShortWhenWeighed = d.Weighed, math.NaN()
	if d.Weighed > 0 {
		row.ShortWhenWeighed = d.Short
	}
	hours := func(c metric.Counter) float64 { return float64(d.Hours[c-metric.HoursServe]) / 1000 }
	row.HoursServe, row.HoursAdvise, row.HoursPush = hours(metric.HoursServe), hours(metric.HoursAdvise), hours(metric.HoursPush)
	row.HoursRefer, row.HoursCoordinate = hours(metric.HoursRefer), hours(metric.HoursCoordinate)
	row.HoursLearn, row.HoursTiming, row.HoursSilent = hours(metric.HoursLearn), hours(metric.HoursTiming), hours(metric.HoursSilent)
	row.HoursSlack, row.HoursAvailable = hours(metric.HoursSlack), hours(metric.HoursAvailable)
}
