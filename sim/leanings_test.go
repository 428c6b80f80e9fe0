package sim

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/market"
)

// swayed is a market of eight products in three stages of life, under up to five influences each.
func swayed(seed uint64) *market.Table {
	dice, t := rand.New(rand.NewPCG(8, seed)), &market.Table{Products: make([]market.Product, 8), Follows: make([][]float32, 8)}
	for p := range t.Products {
		t.Products[p].Name, t.Products[p].Need = string(rune('a'+p)), dice.Float32()
		t.Follows[p] = make([]float32, 8)
		for q := range t.Follows[p] {
			t.Follows[p][q] = 1
		}
		for range p % 5 {
			t.Follows[p][dice.IntN(8)] = 3 * dice.Float32()
		}
	}
	for q := 1; q <= 5; q++ {
		t.Follows[0][q] = 1.5
	}
	for range 3 {
		need := make([]float32, 8)
		for p := range need {
			need[p] = dice.Float32()
		}
		t.Segments = append(t.Segments, market.Segment{Need: need})
	}
	t.Seal()
	return t
}

// 3 × 256 households share 1024 places and are asked for twice in any order: some drive one another out, but none is taken
// for another. Another market's table is another story.
func TestTheTablesOfACloseSayWhatTheFormulasSay(t *testing.T) {
	var l leanings
	for _, table := range []*market.Table{swayed(4), swayed(5)} {
		l.speakOf(table)
		for _, x := range rand.New(rand.NewPCG(7, 7)).Perm(2 * 3 * 256) {
			segment, held := uint8(x%3), agents.Products(x/3%256)
			alike := *l.alike(segment, held)
			for p := range table.Products {
				known := float64(table.Products[p].Need * table.Segments[segment].Need[p])
				require.Equal(t, known, l.of(segment)[p], "what is known of a need in a stage of life")
				require.Equal(t, table.Products[p].Need*table.Segments[segment].Need[p], l.usual[segment][p], "the usual rate of the need")
				require.Equal(t, table.Follow(agents.ProductID(p), held), alike.follow[p], "what holding %b does to the need for product %d", held, p)
				inclination := float64(known * float64(table.Follow(agents.ProductID(p), held)))
				require.Equal(t, float64(known*inclination), alike.weighed[p], "product %d in segment %d, held %b", p, segment, held)
			}
		}
	}
}

// 3 × 16 × 64 kinds share 1024 places and are asked for in any order: they drive one another out, but none is taken for
// another.
func TestNoKindOfHouseholdIsTakenForAnother(t *testing.T) {
	l, dice, found := &leanings{}, rand.New(rand.NewPCG(1, 9)), 0
	for range 5 {
		l.closeAgain()
		leans := map[[3]uint32]float32{}
		for range 5000 {
			segment, can, held := uint8(dice.IntN(3)), agents.Products(dice.IntN(16)<<4), agents.Products(dice.IntN(64))
			key := [3]uint32{uint32(segment), uint32(can), uint32(held)}
			x, known := l.kind(segment, can, held)
			if known {
				found++
				require.Equal(t, leans[key], x.leans, "a household of segment %d that can be offered %b and holds %b", segment, can, held)
				continue
			}
			x.leans = dice.Float32()
			leans[key] = x.leans
		}
	}
	require.Greater(t, found, 5000, "most are met again")
}

// Between two closes half of the households without motor insurance take it out elsewhere, so that the usual need for a savings
// account rises. Those whose own stage of life and products stay the same are of the same kind as before, but lean less to it.
func TestEveryCloseComparesHouseholdsWithThoseOfItsOwn(t *testing.T) {
	m := leaning(1, 400)
	kindOf := func(x *sketch) [3]uint32 { return [3]uint32{uint32(x.segment), uint32(x.can), uint32(x.held)} }
	before := map[[3]uint32]float32{}
	usual := 0.0
	for nth := range 2 {
		m.refreshLists()
		g, l, changed := m.gaze(smallBank), &m.scratch.Leanings, 0
		all := make([]int32, len(m.scratch.Sketches))
		for i := range all {
			all[i] = int32(i)
		}
		for i, leans := range m.leans(all, g) {
			x := &m.scratch.Sketches[i]
			require.Equal(t, m.leaning(x.segment, g.may&l.Offered&x.can, x.held), leans, "close %d, household %d", nth+1, x.who)
			if was, met := before[kindOf(x)]; nth == 0 {
				before[kindOf(x)] = leans
			} else if met && was != leans {
				changed++
			}
		}
		if nth == 1 {
			require.Greater(t, m.Leaning[smallSavings], 1.1*usual, "the usual need rises")
			require.Greater(t, changed, 100, "and so many households of a kind met before lean otherwise")
		}
		usual = m.Leaning[smallSavings]
		for c := range m.Customers.seats() {
			if held := m.Customers.held(c) | m.Customers.Elsewhere.Of(c); !held.Has(smallMotor) && c%2 == 0 {
				m.Customers.Elsewhere.Add(c, smallMotor)
			}
		}
	}
}
