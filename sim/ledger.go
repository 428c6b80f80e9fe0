package sim

import (
	"xsell/agents"
	"xsell/sim/metric"
)

// accrue books what runs by the week: margins and keeping of all accounts, salaries, training, contracts.
func accrue(m *Market) {
	m.Books.Add(metric.EarnMargin, m.Brings+m.Standing)
	m.Books.Add(metric.CostKeeping, m.Standing)
	ss := &m.Sellers
	for s := range ss.Seated {
		if ss.Seated[s] {
			m.Books.Add(metric.CostSalaries, int64(m.weeksSalary(agents.SellerID(s))))
			m.Books.Add(metric.CostTraining, int64(m.of(agents.SellerID(s)).Org.TrainingCost))
		}
	}
	m.countWorked()
	for i, on := range m.Contracts {
		if on {
			m.Books.Add(metric.CostContracts, int64(m.Model.Org.Contracts[i/m.slots()].Cost))
		}
	}
}

// weeksSalary of seller s after demotions.
func (m *Market) weeksSalary(s agents.SellerID) agents.Money {
	return agents.EUR(float64(m.plan(s).Salary*float64(m.Sellers.PayFactor[s])) / 52)
}
