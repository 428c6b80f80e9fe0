package sim

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/sim/draw"
)

// A market of three stretches and a bit, of one, of a bit more and of less, lived by the same worker; its households as two years leave them, then with any number of
// generations, customers and thresholds: the luck of a week marks exactly those for whom a lane of theirs is at most their
// threshold, or that of joining.
func TestLuckMarksThoseWhoseLanesPass(t *testing.T) {
	chance := rand.New(rand.NewPCG(5, 9))
	m, room := Build(smallModel(), smallWorld, 0), new(scratch)
	for _, households := range []int{3*draw.Stretch + 17, draw.Stretch, draw.Stretch + 1, 30} {
		for range 20 {
			anyHouseholds(m, households, chance)
			marksAreOfLanes(t, m, room)
		}
	}
	x := newStepper(smallModel())
	for range 104 {
		x.week(nothing)
	}
	for _, m := range x.Markets {
		marksAreOfLanes(t, m, room)
	}
}

// anyHouseholds leaves so many households, each with any generation and thresholds, customer or not.
func anyHouseholds(m *Market, n int, chance *rand.Rand) {
	cs := &m.Customers
	cs.Here, cs.Gen, cs.Bounds = make([]bool, n), make([]uint8, n), make([]uint64, n)
	for c := range n {
		cs.Here[c], cs.Gen[c] = chance.IntN(3) > 0, uint8(chance.IntN(256))
		if cs.Here[c] {
			cs.Bounds[c] = chance.Uint64() & chance.Uint64()
		}
	}
	m.Week = int32(chance.IntN(500))
}

// marksAreOfLanes holds that luck marks whom the definition marks, one household and lane after the other.
func marksAreOfLanes(t *testing.T, m *Market, room *scratch) {
	t.Helper()
	room.Due.fit(len(m.Customers.Here))
	m.due = &room.Due
	luck(m)
	cs, d := &m.Customers, m.due
	has := func(x marks, c int) bool { return x[c/64]>>(c%64)&1 == 1 }
	for c, here := range cs.Here {
		passes := func(lane uint) bool {
			return m.lane(agents.CustomerID(c), lane) <= draw.Lane(cs.Bounds[c]|d.vacant, lane)
		}
		require.Equal(t, !here && passes(laneLeave), has(d.join, c), "join: household %d, customer %v", c, here)
		require.Equal(t, here && passes(laneLeave), has(d.leave, c), "leave: household %d, customer %v", c, here)
		require.Equal(t, here && (passes(laneNeed) || passes(laneStage) || passes(laneHear)), has(d.want, c), "want: household %d, customer %v", c, here)
		require.Equal(t, here && passes(laneLose), has(d.lose, c), "lose: household %d, customer %v", c, here)
		require.Equal(t, here && passes(laneAsk), has(d.ask, c), "ask: household %d, customer %v", c, here)
		require.Equal(t, here && passes(laneAccounts), has(d.age, c), "age: household %d, customer %v", c, here)
	}
	for c := len(cs.Here); c < 64*len(d.join); c++ {
		for _, set := range []marks{d.join, d.want, d.lose, d.ask, d.age, d.leave} {
			require.False(t, has(set, c), "a seat is marked that there is not")
		}
	}
}
