package panel

import (
	"xsell/agents"
	"xsell/sim"
)

// Account is one row of the panel of accounts. accountColumns says what the columns mean.
type Account struct {
	Scenario     string `parquet:"scenario,dict"`
	World        int32  `parquet:"world"`
	Week         int32  `parquet:"week"`
	Market       int32  `parquet:"market"`
	Seat         int32  `parquet:"seat"`
	Generation   int32  `parquet:"generation"`
	Person       string `parquet:"person,dict"`
	Product      string `parquet:"product,dict"`
	State        string `parquet:"state,dict"`
	AskedFor     bool   `parquet:"asked_for"`
	Needed       bool   `parquet:"needed"`
	ClosedEarly  bool   `parquet:"closed_early"`
	BadlyAdvised bool   `parquet:"badly_advised"`
	BearsFee     bool   `parquet:"bears_fee"`
	Opened       int32  `parquet:"opened"`
	Seller       string `parquet:"seller,dict"`
}

// accountRows appends the rows of the accounts on a market's books, household by household.
func accountRows(at place, m *sim.Market, rows []Account) []Account {
	for c := range m.Customers.Here {
		who, gen := agents.CustomerID(c), m.Customers.Gen[c]
		row := Account{Scenario: at.scenario, World: at.world, Week: rowWeek(m), Market: int32(m.Index), Seat: int32(c),
			Generation: int32(gen), Person: customerKey(m.Index, uint32(c), gen)}
		for p := range m.Model.Market.Products {
			if a, held := m.AccountOf(who, agents.ProductID(p)); held {
				row.Product = m.Model.Market.Products[p].Name
				rows = append(rows, row.of(m, &a))
			}
		}
	}
	return rows
}

// of is the row with what is known of the account.
func (row Account) of(m *sim.Market, a *sim.Account) Account {
	row.State = "dormant"
	if a.Active {
		row.State = "active"
	}
	row.AskedFor, row.Needed, row.ClosedEarly = a.AskedFor, a.Needed, a.ClosedEarly
	row.BadlyAdvised, row.BearsFee, row.Opened = a.BadlyAdvised, a.Bears, a.Opened
	if s := a.Seller; s != agents.Nobody {
		row.Seller = sellerKey(m.Index, m.Model.Org.Units[m.Sellers.Unit[s]].Name, m.Ordinal(s), m.Sellers.Gen[s])
	}
	return row
}
