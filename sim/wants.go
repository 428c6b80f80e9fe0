package sim

import (
	"xsell/agents"
	"xsell/agents/market"
)

// wants are tables of what rates of needs hang on. They come from the market's table alone, so that a worker keeps them from
// market to market.
type wants struct {
	table  *market.Table   // of which they speak
	gifts  agents.Products // that come with one
	movers agents.Products // that influence the need for anything
	usual  []rates         // by segment: of who holds nothing
	rows   []follows       // by a hash of what is held; they drive one another out
}

// rates are a number for each product.
type rates [agents.MaxProducts]float32

// follows are the factors that what is held puts on all needs.
type follows struct {
	held  agents.Products // of those that influence any
	known bool
	rates
}

// followBits is how many rows there are, as bits.
const followBits = 9

// wants of the market's table.
func (m *Market) wants() *wants {
	w := &m.scratch.Wants
	if w.table != m.Model.Market {
		w.speakOf(m.Model.Market)
	}
	return w
}

// speakOf makes the tables.
func (w *wants) speakOf(t *market.Table) {
	*w = wants{table: t, usual: fit(w.usual, len(t.Segments)), rows: fit(w.rows, 1<<followBits)}
	clear(w.rows)
	for p := range t.Products {
		w.movers |= t.Movers[p]
		if t.Products[p].Gift > 0 {
			w.gifts = w.gifts.With(agents.ProductID(p))
		}
		for s := range t.Segments {
			w.usual[s][p] = t.Products[p].Need * t.Segments[s].Need[p]
		}
	}
}

// follow are the factors of these holdings. They hold until it is asked for others.
func (w *wants) follow(held agents.Products) *rates {
	held &= w.movers
	x := &w.rows[uint32(held)*0x9e3779b9>>(32-followBits)]
	if !x.known || x.held != held {
		x.held, x.known = held, true
		for p := range w.table.Products {
			x.rates[p] = w.table.Follow(agents.ProductID(p), held)
		}
	}
	return &x.rates
}
