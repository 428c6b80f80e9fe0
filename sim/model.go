// Package sim is what happens: a market's columns, the week as a list of phases, the close of the firm. It sees only
// tables of numbers; it must not know TOML, files, plots or the clock.
package sim

import (
	"xsell/agents"
	"xsell/agents/market"
	"xsell/agents/org"
	"xsell/agents/pay"
	"xsell/sim/metric"
)

// Model is a compiled scenario: everything a run needs, as numbers. It is shared by all markets and never written.
type Model struct {
	Size     Size
	Mind     *agents.Psychology
	Market   *market.Table
	Org      *org.Network
	Plans    []Plan // by unit
	Targets  Targets
	Controls Controls
	Around   Around
	Changes  []Change           // by week
	Strides  Strides            // largest over the model and all its changes
	Regimes  map[InForce]*Model // levers by the changes in force, one for each set that can come about

	Undisclosed bool // chance never discloses misconduct in the measured time; dated changes still do
}

// Size of a run. Weeks is the measured length after the warm-up.
type Size struct{ Markets, Customers, Sellers, Weeks, WarmUp, Close int }

// Strides are row lengths of the seller columns that belong to tallies, threats and promotions.
type Strides struct{ Tallies, Threats, Promotions int }

// Measure is what a tally counts.
type Measure uint8

// The measures. Openings, Points, Kept and Margin count sales; the others count leads.
const (
	Openings Measure = iota
	Points
	Kept // openings less returns, lapses and defaults
	Margin
	Referrals
	ReferralsSigned
)

// Pool is whose count a tally is.
type Pool uint8

// Pools. A pooled tally is the mean over the members, so that one sale adds 1/n to each.
const (
	OfSeller Pool = iota
	OfTeam
	OfUnit // in the market
	OfFirm
)

// Tally is one running count of a plan.
type Tally struct {
	Name     string
	Measure  Measure
	Pool     Pool
	Window   int       // [weeks]
	Weight   []float64 // by product: what one event adds
	Clawback int       // [weeks] in which a return takes an opening off again; 0: never
	Goal     bool
	Setter   pay.Setter // of the target, where it is a goal
	Spread   float64    // of first targets between markets [standard deviation of the logarithm]; 0 for the whole firm's
	Usual    float64    // what an average seller's customers bring unpushed [units per window], the first own-rate belief
}

// Plan is a unit's pay plan with its tallies and threats.
type Plan struct {
	pay.Plan
	Salary     float64 // [EUR per year]
	Tallies    []Tally // parallel to pay.Plan.Tallies
	Threats    []Threat
	Promotions []Promotion
}

// Threat is a firing or demotion rule.
type Threat struct {
	pay.Threat         // its Chance is 1: the rule always strikes, with one of the two consequences
	Key        uint32  // for luck, 24 bits: from the rule's name
	Dismissal  float64 // chance that it strikes with dismissal
	PayCut     float64 // share of salary lost in the demotion otherwise
}

// Promotion is a rule that raises who does well window after window.
type Promotion struct {
	pay.Promotion
	Key   uint32  // 24 bits: from the rule's name
	Raise float64 // share by which the salary rises
}

// Targets beside the plans.
type Targets struct {
	Pressure float64 // in [0, 1]
	Timing   float64 // share of closings whose week a seller can shift
	Discount agents.Money
}

// Controls look for misconduct. Shares unless said otherwise.
type Controls struct {
	Audit, Warning, Validation, Whistle, Dismissal, Suitability float64
	Detector                                                    float64 // standard deviations, 0: none
	Penalty                                                     float64 // weeks of salary
	CallCost, AuditCost                                         agents.Money
	Disclosure                                                  float64         // share of sales talks in which the seller's interest is disclosed
	Disclosed                                                   agents.Products // products in whose talks it is
}

// Around is what the firm cannot choose outside its markets. Rates per week.
type Around struct {
	Reputation, Regulator float64
	Fine, Remedy          agents.Money // per unauthorised account
	BillDelay             int          // [weeks]
	Quits                 float64
	OutsidePay            float64
	Vacancy               float64 // mean [weeks]
	Hiring, Acquisition   agents.Money
	Records               float64 // share of applicants with a record of misconduct
}

// Change is one change at a date, or at the first close from that date on at which a condition holds.
type Change struct {
	Name     string
	Key      uint32 // for luck, 24 bits: from the name
	Week     int32
	When     Condition // nil: at its date; else asked at every close from Week on, until it holds
	Until    int32     // week in which the levers are taken back, 0: never
	Levers   bool      // levers change: those of Model.Regimes with this change in force
	Markets  float64   // share of markets it is for
	Of       Crowd     // among whom it is drawn who it is for
	Part     float64   // share of seats or households it is for, where it is drawn among them
	Give     int       // product given, -1: none
	Share    float64   // of customers without it
	Move     float64   // share of sellers who change places with a colleague in another market
	Plant    int       // sellers per market replaced by one with a record and without conscience
	Disclose bool
	Shock    float64      // share of reputation lost
	Retain   agents.Money // promised to every seller who stays for Vests weeks
	Vests    int
}

// Condition is asked of the frame that ends with a close. Its words tell it from others.
type Condition interface {
	Holds(*metric.Frame) bool
	String() string
}

// Crowd is among whom it is drawn who a change is for.
type Crowd uint8

// Crowds.
const (
	AmongMarkets Crowd = iota
	AmongSellers
	AmongCustomers
)

// String is the crowd's word in scenario files and results.
func (x Crowd) String() string { return [...]string{"markets", "sellers", "customers"}[x] }

// Products is how many there are.
func (m *Model) Products() int { return len(m.Market.Products) }
