package sim

import (
	"slices"

	"xsell/agents"
)

// foresight is what sellers under the same levers see coming of openings that do not last, and what openings nobody asked for
// can come to. It changes with the levers alone, so it is worked out once and kept.
type foresight struct {
	market, levers *Model
	undone         []float64 // [(u*K+k)*P+p] part of a needless sale of p that is not to stay on tally k of unit u
	lasts          []float64 // [u*K+k] part of a silent opening that is to stay
	lines          [][]line  // [u] of the plan
	spoils         []spoils  // [u]
	steady         []steady  // [u]
	windows        [][]int32 // [u] all that the plan has, each once [weeks]
}

// foresight of the levers under which seller s lives.
func (m *Market) foresight(s agents.SellerID) *foresight {
	levers := m.of(s)
	if x := m.scratch.Foreseen; x != nil && x.market == m.Model && x.levers == levers {
		return x
	}
	return m.foreseen(levers)
}

// foreseen looks among what was worked out before the last.
func (m *Market) foreseen(levers *Model) *foresight {
	room := m.scratch
	i := slices.IndexFunc(room.Foresight, func(x *foresight) bool { return x.market == m.Model && x.levers == levers })
	if i < 0 {
		i = len(room.Foresight)
		room.Foresight = append(room.Foresight, m.foresee(levers))
	}
	room.Foreseen = room.Foresight[i]
	return room.Foreseen
}

// foresee works it out.
func (m *Market) foresee(levers *Model) *foresight {
	tallies, products := m.Model.Strides.Tallies, m.Model.Products()
	rows := len(levers.Plans) * tallies
	x := &foresight{market: m.Model, levers: levers, undone: make([]float64, rows*products), lasts: make([]float64, rows),
		lines: make([][]line, len(levers.Plans)), spoils: make([]spoils, len(levers.Plans)),
		windows: make([][]int32, len(levers.Plans)), steady: make([]steady, len(levers.Plans))}
	for u := range levers.Plans {
		for k := range levers.Plans[u].Tallies {
			t, row := &levers.Plans[u].Tallies[k], u*tallies+k
			x.lasts[row] = m.lasts(levers, t)
			for p := range products {
				if weeks := t.horizon(); weeks > 0 && t.Weight[p] != 0 {
					x.undone[row*products+p] = float64(m.Model.Mind.Effort.Foresee * m.undone(agents.ProductID(p), weeks))
				}
			}
		}
		x.steady[u] = levers.Plans[u].steady()
		x.windows[u] = levers.Plans[u].windows()
		x.lines[u] = levers.Plans[u].lines()
		x.spoils[u] = m.spoils(&levers.Plans[u], x.lasts[u*tallies:], m.Model.Org.Units[u].May)
		x.spoils[u].alike = countAlike(&levers.Plans[u], x.lines[u], x.spoils[u].easy)
	}
	return x
}
