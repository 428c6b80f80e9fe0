package sim

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestANarrowColumnIsAPlainOne writes numbers into a column as narrow as they allow and into a plain one, which must agree
// in every row, however long the column becomes.
func TestANarrowColumnIsAPlainOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]uint32{0, 1, half, half + 1, math.MaxUint8, math.MaxUint8 + 1, math.MaxUint16, math.MaxUint16 + 1, math.MaxUint32}).Draw(t, "most")
		rows := rapid.IntRange(1, 9).Draw(t, "rows")
		x, plain := column(rows, most), make([]uint32, rows, 64)
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			if len(plain) < cap(plain) && rapid.IntRange(0, 9).Draw(t, "longer") == 0 {
				plain = append(plain, 0)
				x.reach(len(plain))
				x.set(len(plain)-1, 0)
			}
			row := rapid.IntRange(0, len(plain)-1).Draw(t, "row")
			plain[row] = rapid.Uint32Range(0, most).Draw(t, "number")
			x.set(row, plain[row])
			for i, want := range plain {
				require.Equal(t, want, x.at(i), "row %d of a column of numbers up to %d", i, most)
			}
		}
	})
}

// TestTheNextRowIsTheFirstThatIsNotZero: next jumps over zeros in eights, at sees each row.
func TestTheNextRowIsTheFirstThatIsNotZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]uint32{0, 1, half, half + 1, math.MaxUint8, math.MaxUint8 + 1, math.MaxUint16, math.MaxUint16 + 1, math.MaxUint32}).Draw(t, "most")
		room := rapid.IntRange(1, 70).Draw(t, "room")
		x := column(room, most)
		for range rapid.IntRange(0, 6).Draw(t, "filled") {
			x.set(rapid.IntRange(0, room-1).Draw(t, "row"), rapid.Uint32Range(0, most).Draw(t, "number"))
		}
		rows := rapid.IntRange(0, room).Draw(t, "rows") // not all need be in use
		for from := range rows + 1 {
			want := from
			for want < rows && x.at(want) == 0 {
				want++
			}
			require.Equal(t, want, x.next(from, rows), "from row %d on of %d, in a column of numbers up to %d", from, rows, most)
		}
	})
}

func TestAColumnOfZerosTakesNothingElse(t *testing.T) {
	x := column(3, 0)
	x.set(1, 0)
	require.Zero(t, x.at(1))
	require.Panics(t, func() { x.set(1, 1) }, "a number got lost in silence")
}

// TestAmountsAddUp: an amount is kept in six bytes and still adds up, down to below zero and as high as money can go here.
func TestAmountsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, sum := newAmounts(2), int64(0)
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			amount := rapid.Int64Range(-1<<42, 1<<42).Draw(t, "amount")
			x.add(1, amount)
			sum += amount
			require.Equal(t, sum, x.of(1))
			require.Zero(t, x.of(0), "another row has moved")
		}
	})
}
