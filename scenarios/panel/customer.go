package panel

import (
	"math"
	"math/bits"
	"strings"

	"xsell/agents"
	"xsell/agents/customer"
	"xsell/sim"
)

// Customer is one row of the panel of households. customerColumns says what the columns mean.
type Customer struct {
	Scenario      string  `parquet:"scenario,dict"`
	World         int32   `parquet:"world"`
	Week          int32   `parquet:"week"`
	Market        int32   `parquet:"market"`
	Seat          int32   `parquet:"seat"`
	Generation    int32   `parquet:"generation"`
	Person        string  `parquet:"person,dict"`
	Here          bool    `parquet:"here"`
	Arm           string  `parquet:"arm,dict"`
	Segment       string  `parquet:"segment,dict"`
	Wealth        float32 `parquet:"wealth"`
	Affinity      float32 `parquet:"affinity"`
	Demander      bool    `parquet:"demander"`
	Reverser      bool    `parquet:"reverser"`
	Promo         bool    `parquet:"promotion_maximiser"`
	Limiter       bool    `parquet:"spend_limiter"`
	Channel       string  `parquet:"channel,dict"`
	Employer      int32   `parquet:"employer"`
	Trust         float32 `parquet:"trust"`
	Satisfaction  float32 `parquet:"satisfaction"`
	Relationship  float32 `parquet:"relationship"`
	Fatigue       float32 `parquet:"fatigue"`
	Tenure        float64 `parquet:"tenure"`
	InUse         int32   `parquet:"accounts_active"`
	Dormant       int32   `parquet:"accounts_dormant"`
	Silent        int32   `parquet:"accounts_unauthorised"`
	Elsewhere     int32   `parquet:"held_elsewhere"`
	Products      string  `parquet:"products,dict"`
	MarginPerYear float64 `parquet:"margin_per_year"`
	Profit        float64 `parquet:"profit"`
	OptedOut      bool    `parquet:"opted_out"`
	Opened        int32   `parquet:"opened"`
}

// arms of an experiment, as sim numbers them.
var arms = [...]string{"", "untreated", "treated"}

// customerRows appends the rows of a market's households, seat by seat; from is the first week since the last rows.
func customerRows(at place, m *sim.Market, from int32, rows []Customer) []Customer {
	sets := make(map[agents.Products]string)
	for c := range m.Customers.Here {
		row := household(at, m, agents.CustomerID(c))
		if row.Here {
			row.relation(m, agents.CustomerID(c), sets)
			row.Opened = openedSince(m, agents.CustomerID(c), from)
		}
		rows = append(rows, row)
	}
	return rows
}

// household is a row with keys, what a household is, and what it holds elsewhere.
func household(at place, m *sim.Market, c agents.CustomerID) Customer {
	cs, nan, traits := &m.Customers, math.NaN(), m.Customers.Traits(c)
	return Customer{Scenario: at.scenario, World: at.world, Week: rowWeek(m), Market: int32(m.Index), Seat: int32(c),
		Generation: int32(cs.Gen[c]), Person: customerKey(m.Index, uint32(c), cs.Gen[c]), Here: cs.Here[c], Arm: arms[cs.ArmOf(c)],
		Segment: m.Model.Market.Segments[cs.Segment[c]].Name, Channel: m.Model.Market.Channels[cs.Channel[c]].Name,
		Wealth: m.Wealth(c), Affinity: cs.Affinity[c], Employer: cs.EmployerOf(c),
		Demander: traits&customer.Demander != 0, Reverser: traits&customer.Reverser != 0,
		Promo: traits&customer.Promo != 0, Limiter: traits&customer.Limiter != 0,
		Trust: cs.Trust[c], Satisfaction: cs.Satisfaction[c], Relationship: cs.Relation[c], Fatigue: cs.Fatigue[c],
		Elsewhere: count(cs.Elsewhere.Of(c)), OptedOut: cs.OptedOut(c), Tenure: nan, MarginPerYear: nan, Profit: nan}
}

// relation fills in what a customer has here. Names of sets of products are kept in sets.
func (row *Customer) relation(m *sim.Market, c agents.CustomerID, sets map[agents.Products]string) {
	cs := &m.Customers
	row.Tenure = float64(m.Week - int32(cs.Joined[c]))
	row.InUse, row.Dormant, row.Silent = count(cs.Active(c)), count(cs.Dormant(c)), count(cs.Silent(c))
	row.MarginPerYear = agents.Money(m.Margin(c) * 52).Float()
	row.Profit = m.ProfitOf(c)
	held := cs.Held.Of(c)
	if _, known := sets[held]; !known {
		sets[held] = names(m, held)
	}
	row.Products = sets[held]
}

// names of a set of products, joined by +.
func names(m *sim.Market, set agents.Products) string {
	var list []string
	for p := range m.Model.Market.Products {
		if set.Has(agents.ProductID(p)) {
			list = append(list, m.Model.Market.Products[p].Name)
		}
	}
	return strings.Join(list, "+")
}

func count(set agents.Products) int32 { return int32(bits.OnesCount32(uint32(set))) }

// openedSince counts the accounts on the books that were opened in week from or later.
func openedSince(m *sim.Market, c agents.CustomerID, from int32) (n int32) {
	for p := range m.Model.Market.Products {
		if a, held := m.AccountOf(c, agents.ProductID(p)); held && a.Opened >= from {
			n++
		}
	}
	return n
}
