package sim

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/market"
	"xsell/agents/org"
	"xsell/agents/pay"
	"xsell/sim/draw"
)

// smallWorld is the luck of most tests.
var smallWorld = draw.World{Seed: 20, Replication: 1}

// smallModel is a firm small enough to follow by eye, in which nearly everything can happen within a year: two markets
// with thirty customers and three sellers each; an account, savings and motor insurance in two lines; a bank that serves
// everybody and an insurer with its own customers, joined by a handoff; for the bank a goal with commission, bonus, a fee
// for leads and a threat. Needs are some ten times as frequent as in the library and hours as scarce: sellers work six
// hours a week. Every call returns a new model that a test may change; whoever changes tallies or threats must keep
// Strides as long as the longest plan. It calibrates nothing.
func smallModel() *Model {
	return &Model{
		Size:     Size{Markets: 2, Customers: 60, Sellers: 6, Weeks: 104, WarmUp: 13, Close: 13},
		Mind:     smallMind(),
		Market:   smallMarket(),
		Org:      smallOrg(),
		Plans:    []Plan{bankPlan(), insurerPlan()},
		Targets:  Targets{Pressure: 0.4, Timing: 0.3, Discount: agents.EUR(20)},
		Controls: Controls{Audit: 0.1, Warning: 0.5, Whistle: 0.1, Dismissal: 0.5, Penalty: 6, AuditCost: agents.EUR(15)},
		Around: Around{Reputation: 0.6, Regulator: 0.05, Fine: agents.EUR(900), Remedy: agents.EUR(30), BillDelay: 52,
			Quits: 0.14 / 52, OutsidePay: 1, Vacancy: 8, Hiring: agents.EUR(6000), Acquisition: agents.EUR(400)},
		Strides: Strides{Tallies: 2, Threats: 1},
	}
}

// The products and units of smallModel by row.
const (
	smallAccount agents.ProductID = 0
	smallSavings agents.ProductID = 1
	smallMotor   agents.ProductID = 2
	smallBank    agents.UnitID    = 0
	smallInsurer agents.UnitID    = 1
)

func smallMarket() *market.Table {
	table := &market.Table{
		Lines: []string{"bank", "non-life"},
		Products: []market.Product{
			{Name: "account", Title: "Current account", Line: 0, Margin: 110.0 / 52, WealthPower: 0.5, Cost: agents.EUR(25),
				Handling: agents.EUR(7), Requests: 4.0 / 52, RequestTime: 0.35, Meeting: 0.6, Complexity: 0.05, CoolingOff: 2,
				Rates: customer.Rates{Return: 0.005, Lapse: 0.02 / 52, Dormancy: 0.03 / 52},
				Need:  0.8 / 52, Held: 0.7, Here: 0.6, Silent: 0.8, FeeRisk: 0.1, Points: 1, First: 0.7},
			{Name: "savings", Title: "Savings account", Line: 0, Margin: 70.0 / 52, WealthPower: 1, Fee: agents.EUR(5), Gift: agents.EUR(10),
				Cost: agents.EUR(12), Handling: agents.EUR(6), Requests: 0.8 / 52, RequestTime: 0.25, Meeting: 0.5, Complexity: 0.05,
				CoolingOff: 2, Rates: customer.Rates{Return: 0.005, Lapse: 0.04 / 52, Dormancy: 0.05 / 52},
				Need: 1.0 / 52, Held: 0.4, Here: 0.3, Silent: 1, FeeRisk: 0.02, Points: 1, First: 0.2},
			{Name: "motor", Title: "Motor insurance", Line: 1, Margin: 230.0 / 52, WealthPower: 0.2, Cost: agents.EUR(50),
				Handling: agents.EUR(10), Loss: agents.EUR(300), Requests: 1.0 / 52, RequestTime: 0.4, Meeting: 0.8, Complexity: 0.25,
				Decision: 1, CoolingOff: 2, Rates: customer.Rates{Return: 0.015, Lapse: 0.1 / 52, Default: 0.02 / 52},
				Need: 1.0 / 52, Held: 0.5, Here: 0.2, Silent: 0.03, FeeRisk: 0.2, Points: 2, First: 0.1},
		},
		Follows: [][]float32{{1, 1.2, 1}, {1.5, 1, 1}, {1.1, 1, 1}},
		Segments: []market.Segment{
			{Name: "family", Title: "Family", Share: 0.6, Wealth: 0.9, Move: 1.0 / 780, Next: 1, Need: []float32{1, 1, 1.2}},
			{Name: "retired", Title: "Retired", Share: 0.4, Wealth: 1.2, Next: 1, Need: []float32{0.7, 1, 0.7}},
		},
		Channels: []market.Channel{{Name: "branch", Share: 0.6, Abandon: 0.05, Speed: 1}, {Name: "online", Share: 0.4, Abandon: 0.4, Speed: 1.2}},
		WealthSD: 0.9, Vacant: 0.25, Joining: 0.5 / 52, Compete: 2.2 / 52, Fade: 1.0 / 26, Cancel: 0.08 / 52, Exit: 0.11 / 52,
		Employed: 0.45, Employers: 2, Traits: [4]float64{0.08, 0.06, 0.05, 0.09}, Tenure: 400,
	}
	table.Seal()
	return table
}

func smallOrg() *org.Network {
	bank, motor := agents.Products(0).With(smallAccount).With(smallSavings), agents.Products(0).With(smallMotor)
	network := &org.Network{
		Units: []org.Unit{
			{Name: "bank", Title: "Branch bank", Seats: 0.67, Hours: 6, Start: 0.6, Serves: true, May: bank, Skill: []float32{0.8, 0.8, 0}},
			{Name: "insurer", Title: "Non-life agents", Seats: 0.33, Hours: 6, Start: 0.6, Owns: true, Serves: true, May: motor,
				Skill: []float32{0, 0, 0.9}},
		},
		Handoffs: []org.Handoff{{Name: "bank-to-insurer", From: smallBank, To: smallInsurer, Products: motor, Ease: 0.8, Delay: 1, Finder: 0.5}},
		Server:   []agents.UnitID{smallBank, smallBank, smallInsurer},
		Sellers:  [][]agents.UnitID{{smallBank}, {smallBank}, {smallInsurer}},
		From:     [][]int{{0}, nil},
		Record:   0.3, Score: 0.3, Coordination: 0.25, Clear: 1, Sharing: 0.4, SharingStart: 0.2, SharingPace: 0.01,
		TrainingHours: 0.25, TrainingCost: agents.EUR(10), Reach: 0.01, ReachCost: agents.EUR(0.5),
		Selling: org.Selling{Information: 1},
	}
	network.Seal()
	return network
}

// bankPlan pays EUR 12 for each opening, EUR 350 from a goal of one and a half openings in four weeks on, and EUR 30 for
// a lead; below 60 % of the goal twice in a row a seller is dismissed with chance 20 %, else the pay is cut.
func bankPlan() Plan {
	goal := Tally{Name: "own-line", Measure: Openings, Window: 4, Weight: []float64{1, 1, 0}, Clawback: 13, Goal: true,
		Setter: pay.Setter{Base: 1.5, Ratchet: 0.2}, Usual: 1.5}
	leads := Tally{Name: "leads", Measure: Referrals, Window: 13, Weight: []float64{0, 0, 1}, Usual: 0.5}
	return Plan{
		Salary: 7200, Tallies: []Tally{goal, leads},
		Plan: pay.Plan{
			Tallies: []pay.TallyDef{{Name: goal.Name, Window: goal.Window}, {Name: leads.Name, Window: leads.Window}},
			Rules: []pay.Rule{
				{Name: "commission", Tally: 0, Window: 4, Curve: pay.Curve{{Slope: 12}}, Share: 1},
				{Name: "goal-bonus", Tally: 0, Quota: true, Window: 4, Curve: pay.Curve{{From: 1, Jump: 350}}, Share: 1},
				{Name: "lead-fee", Tally: 1, Window: 13, Curve: pay.Curve{{Slope: 30}}, Share: 1},
			},
		},
		Threats: []Threat{{Threat: pay.Threat{Tally: 0, Window: 4, Floor: 0.6, Misses: 2, Chance: 1}, Dismissal: 0.2, PayCut: 0.05}},
	}
}

// insurerPlan pays EUR 40 for each opening, counted over a quarter.
func insurerPlan() Plan {
	own := Tally{Name: "own-line", Measure: Openings, Window: 13, Weight: []float64{0, 0, 1}, Usual: 3}
	return Plan{
		Salary: 8000, Tallies: []Tally{own},
		Plan: pay.Plan{Tallies: []pay.TallyDef{{Name: own.Name, Window: own.Window}},
			Rules: []pay.Rule{{Name: "commission", Tally: 0, Window: 13, Curve: pay.Curve{{Slope: 40}}, Share: 1}}},
	}
}

// smallMind is a table of behavioural constants near those of the library, which it does not follow when they are
// calibrated anew.
func smallMind() *agents.Psychology {
	return &agents.Psychology{
		Need: agents.NeedMind{Affinity: 0.9, FirstBoost: 2.0, FirstWeeks: 16, Switch: 0.15, HereStart: 1.3},
		Seek: agents.SeekMind{Weekly: 0.1, Trust: 1.2, Affinity: 0.25, Unaware: 0.15, Learn: 0.6, CallBack: 0.7,
			Loyal: 0.4, FreeChance: 0.5, Cap: 0.9},
		Decision: agents.DecisionMind{Base: -4.6, Need: 3.4, Trust: 1.5, Relation: 0.8, Skill: 1.2, Aware: 0.2,
			Fatigue: 0.5, Affinity: 0.6, Push: 0.7, Joint: 0.5, Wait: 0.12, Bundle: 0.1, Walkin: 0.6, Price: 3},
		Regret: agents.RegretMind{Return: 4, Lapse: 4, Default: 1.5, Dormant: 0.45, Pulled: 2, Unskilled: 1, Earns: 0.4,
			Revive: 0.1, Clean: 0.12, Complain: 0.15, Gap: 0.3},
		Stay: agents.StayMind{Affinity: 0.9, Products: 0.12, Trust: 0.8, Relation: 0.5, Unhappy: 1, First: 0.9,
			FirstWeeks: 13, Empty: 0.5, Cap: 0.06, SayBase: -1.5, Say: 4},
		Trust: agents.TrustMind{Drift: 0.01, Advice: 0.06, Regret: 0.15, Betrayal: 0.5, Bother: 0.01, Served: 0.08,
			Wait: 0.06, Calm: 0.02, Contact: 0.1, Forget: 0.015, Leaver: 0.5, Fatigue: 0.5, Rest: 0.1, OptOut: 0.04,
			Complaint: 0.04, Outrage: 0.5, LongWait: 4, Patience: 13, Message: 0.05, Old: 0.3, New: 0.1},
		Traits: agents.TraitMind{Demander: 5, Reverser: 3, Promo: 0.8, Limiter: 0.2, PromoNeed: 2, Habit: 10, Reversed: 0.1, Bargain: 0.3},
		Effort: agents.EffortMind{Noise: 0.35, Serve: 1, Advise: 1.1, Push: -1.3, Learn: 0.2, Rest: 0.45, Pressure: 0.6,
			PitchTime: 0.5, Practice: 0.004, Trained: 0.01, Rate: 0.08, Own: 0.2, Spread: 0.25, Chance: 0.4, Sale: 0.1,
			Cold: 0.06, Gain: 1, Shift: 1, ShiftTime: 0.3},
		Refer: agents.ReferMind{Notice: 0.5, Own: 0.35, Effort: 0.3, Trouble: 0.8, Culture: 2.5, Tie: 0.4, Fear: 0.1,
			Shame: 0.8, Noise: 0.35, Signal: 2, Base: -1, Think: 0.02, Return: 0.5, Memory: 0.02},
		Conduct: agents.ConductMind{Conscience: 6.5, Scale: 0.5, Skew: 0.35, Noise: 0.2, Peers: 0.06, Pressure: 0.35,
			Ethics: 0.15, Caught: 0.01, AuditSeen: 0.8, DetectSeen: 0.05, Job: 26, Misses: 0.4, Fear: 1, Time: 0.3,
			Most: 8, Found: 0.25, Conceal: 0.7, Report: 0.3, Dormant: 0.92, Record: 2},
		Career: agents.CareerMind{Morale: 1.0, Pay: 1.5, Pressure: 0.4, Novice: 0.5, Miss: 0.12, Hit: 0.06, Calm: 0.02,
			GiveUp: 0.3},
		Public: agents.PublicMind{Join: 3, Say: 0.5, Recover: 0.004, Local: 0.5, Hazard: 0.05, Scandal: 5, Cases: 0.05, Shock: 0.45,
			Trust: 0.15, BillYears: 4},
	}
}

func TestSmallModelIsSound(t *testing.T) {
	m := smallModel()
	n := m.Products()
	require.Len(t, m.Market.Follows, n)
	for u := range m.Plans {
		plan := &m.Plans[u]
		require.Empty(t, plan.Check(), "plan of %s", m.Org.Units[u].Name)
		require.LessOrEqual(t, len(plan.Tallies), m.Strides.Tallies)
		require.LessOrEqual(t, len(plan.Threats), m.Strides.Threats)
		for _, tally := range plan.Tallies {
			require.Len(t, tally.Weight, n, fmt.Sprintf("tally %s weighs every product", tally.Name))
		}
	}
	require.Len(t, lived(t, m).Frames, m.Size.Weeks/m.Size.Close)
}
