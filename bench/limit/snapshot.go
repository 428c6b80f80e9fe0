package main

import (
	"encoding/binary"

	"xsell/agents/num"
	"xsell/sim"
	"xsell/sim/draw"
)

// sections are columns under their names, as kernel/load.c reads them: name in 24 bytes, count and element size in 8 each,
// 24 bytes of nothing, and the elements, padded to 64 bytes.
type sections []byte

const (
	nameBytes    = 24
	sectionAlign = 64
)

// snapshot is all that the kernel needs of a market at this moment of its week.
func snapshot(m *sim.Market) []byte {
	var s sections
	s.households(m)
	s.streams(m)
	s.products(m)
	s.constants(m)
	return s
}

// column adds a slice of numbers of fixed size.
func column[T any](s *sections, name string, values []T) {
	var header [sectionAlign]byte
	copy(header[:nameBytes-1], name)
	width := binary.Size(make([]T, 1))
	binary.LittleEndian.PutUint64(header[nameBytes:], uint64(len(values)))
	binary.LittleEndian.PutUint64(header[nameBytes+8:], uint64(width))
	all, err := binary.Append(append(*s, header[:]...), binary.LittleEndian, values)
	if err != nil {
		panic("the column " + name + " has no fixed size: " + err.Error())
	}
	for len(all)%sectionAlign != 0 {
		all = append(all, 0)
	}
	*s = all
}

func (s *sections) number(name string, x float64) { column(s, name, []float64{x}) }

func (s *sections) households(m *sim.Market) {
	cs := &m.Customers
	s.number("households", float64(len(cs.Here)))
	s.number("week", float64(m.Week))
	column(s, "gen", cs.Gen)
	column(s, "here", cs.Here)
	column(s, "segment", cs.Segment)
	column(s, "signs", cs.Marks)
	column(s, "joined", cs.Joined)
	column(s, "affinity", cs.Affinity)
	column(s, "trust", cs.Trust)
	column(s, "satisfaction", cs.Satisfaction)
	column(s, "relation", cs.Relation)
	column(s, "fatigue", cs.Fatigue)
	column(s, "need", cs.Need.Twos)
	column(s, "pending", cs.Pending.Twos)
	column(s, "held", cs.Held.Twos)
	column(s, "elsewhere", cs.Elsewhere.Twos)
	column(s, "first", cs.Holdings.First)
	column(s, "rows", cs.Holdings.Rows)
	column(s, "bounds", cs.Bounds)
	for _, phase := range marked {
		column(s, "marks."+phase, m.Marked(phase))
	}
}

// marked are the phases with marks, in the order of the kernel.
var marked = []string{"join", "want", "lose", "ask", "age", "leave"}

func (s *sections) streams(m *sim.Market) {
	for name, purpose := range map[string]draw.Purpose{"luck": draw.CustomerLuck, "join-fine": draw.JoinFine,
		"need-fine": draw.NeedFine, "stage": draw.StageChange, "campaign": draw.Campaign, "gone-fine": draw.NeedGoneFine,
		"service-fine": draw.ServiceFine, "account-fine": draw.AccountFine, "audit-luck": draw.Audit, "exit-fine": draw.ExitFine} {
		column(s, name, []draw.Stream{m.World.Stream(purpose, m.Index, m.Week)})
	}
}

func (s *sections) products(m *sim.Market) {
	t := m.Model.Market
	s.number("products", float64(len(t.Products)))
	column(s, "movers", t.Movers)
	from, held, factor := []uint32{0}, []uint32{}, []float32{}
	var needs, moves = []float32{}, []float64{}
	for p := range t.Products {
		for q, x := range t.Follows[p] {
			if x != 1 {
				held, factor = append(held, uint32(q)), append(factor, x)
			}
		}
		from = append(from, uint32(len(held)))
	}
	for i := range t.Segments {
		needs, moves = append(needs, t.Segments[i].Need...), append(moves, t.Segments[i].Move)
	}
	column(s, "influence-from", from)
	column(s, "influence-held", held)
	column(s, "influence-factor", factor)
	column(s, "segment-need", needs)
	column(s, "move", moves)
	s.eachProduct(m)
}

func (s *sections) eachProduct(m *sim.Market) {
	products := m.Model.Market.Products
	n := len(products)
	keys, gifts, cooling := make([]uint32, n), make([]float64, n), make([]int32, n)
	var single [6][]float32
	for p := range products {
		x := &products[p]
		keys[p], gifts[p], cooling[p] = x.Key, x.Gift.Float(), int32(x.CoolingOff)
		for i, rate := range [...]float32{x.Need, x.Requests, x.Rates.Return, x.Rates.Lapse, x.Rates.Dormancy, x.Rates.Default} {
			single[i] = append(single[i], rate)
		}
	}
	for i, name := range [...]string{"product-need", "requests", "return", "lapse", "dormancy", "default"} {
		column(s, name, single[i])
	}
	column(s, "key", keys)
	column(s, "gift", gifts)
	column(s, "cooling-off", cooling)
}

func (s *sections) constants(m *sim.Market) {
	mind, t, controls := m.Model.Mind, m.Model.Market, &m.Model.Controls
	reputation := float64(mind.Public.Local*m.Local) + float64((1-mind.Public.Local)*m.Public)
	joining := float64(t.Joining * num.Exp(float64(mind.Public.Join*(reputation-m.Model.Around.Reputation))))
	column(s, "vacant", []uint64{draw.At(draw.Threshold(float32(joining)), laneLeave)})
	for name, x := range map[string]float64{
		"joining": joining, "goal": reputation, "reach": m.Model.Org.Reach, "lines": float64(len(t.Lines)),
		"first-boost": mind.Need.FirstBoost, "first-weeks": mind.Need.FirstWeeks, "need-affinity": mind.Need.Affinity,
		"need-switch": mind.Need.Switch, "promo-need": mind.Traits.PromoNeed, "demander": mind.Traits.Demander,
		"habit": mind.Traits.Habit, "reverser": mind.Traits.Reverser, "loyal": mind.Seek.Loyal,
		"fade": t.Fade, "compete": t.Compete, "cancel": t.Cancel, "exit": t.Exit,
		"audit": controls.Audit, "warning": controls.Warning, "conceal": mind.Conduct.Conceal, "found": mind.Conduct.Found,
		"revive": mind.Regret.Revive, "clean": mind.Regret.Clean, "gap": mind.Regret.Gap, "regret-return": mind.Regret.Return,
		"regret-lapse": mind.Regret.Lapse, "regret-default": mind.Regret.Default, "regret-unskilled": mind.Regret.Unskilled,
		"regret-pulled": mind.Regret.Pulled, "stay-affinity": mind.Stay.Affinity, "stay-trust": mind.Stay.Trust,
		"stay-relation": mind.Stay.Relation, "stay-unhappy": mind.Stay.Unhappy, "stay-products": mind.Stay.Products,
		"stay-first": mind.Stay.First, "stay-first-weeks": mind.Stay.FirstWeeks, "stay-empty": mind.Stay.Empty,
		"stay-cap": mind.Stay.Cap, "pull": mind.Trust.Drift, "calm": mind.Trust.Calm, "forget": mind.Trust.Forget,
		"rest": mind.Trust.Rest} {
		s.number(name, x)
	}
}

// laneLeave is the lane that decides about leaving and joining.
const laneLeave = 4
