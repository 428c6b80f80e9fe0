package sim

import "xsell/agents"

// foresight is what sellers under the same levers see coming of openings that do not last. It changes with the levers
// alone, so it is worked out once and kept.
type foresight struct {
	market, levers *Model
	undone         []float64         // [(u*K+k)*P+p] part of a needless sale of p that is not to stay on tally k of unit u
	lasts          []float64         // [u*K+k] part of a silent opening that is to stay
	easy           []agents.Products // [u] that count for pay and can be opened silently
}

// foresight of the levers under which seller s lives.
func (m *Market) foresight(s agents.SellerID) *foresight {
	levers := m.of(s)
	for i := range m.scratch.Foresight {
		if x := &m.scratch.Foresight[i]; x.market == m.Model && x.levers == levers {
			return x
		}
	}
	m.scratch.Foresight = append(m.scratch.Foresight, m.foresee(levers))
	return &m.scratch.Foresight[len(m.scratch.Foresight)-1]
}

// foresee works it out.
func (m *Market) foresee(levers *Model) foresight {
	tallies, products := m.Model.Strides.Tallies, m.Model.Products()
	rows := len(levers.Plans) * tallies
	x := foresight{market: m.Model, levers: levers, undone: make([]float64, rows*products), lasts: make([]float64, rows),
		easy: make([]agents.Products, len(levers.Plans))}
	for u := range levers.Plans {
		for p := range products {
			if m.Model.Market.Products[p].Silent > 0 && levers.Plans[u].counted(p) {
				x.easy[u] = x.easy[u].With(agents.ProductID(p))
			}
		}
		for k := range levers.Plans[u].Tallies {
			t, row := &levers.Plans[u].Tallies[k], u*tallies+k
			x.lasts[row] = m.lasts(levers, t)
			for p := range products {
				if weeks := t.horizon(); weeks > 0 && t.Weight[p] != 0 {
					x.undone[row*products+p] = float64(m.Model.Mind.Effort.Foresee * m.undone(agents.ProductID(p), weeks))
				}
			}
		}
	}
	return x
}
