package experiment

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/sim"
	"xsell/sim/metric"
)

func TestCustomersFromNowhereAreNoticedWithTheirPlace(t *testing.T) {
	record := &sim.Record{Frames: []metric.Frame{{Week: 12, Weeks: 13}, {Week: 25, Weeks: 13}}}
	record.Frames[1].Books[metric.Customers] = 5 // without anybody having joined
	broken := placed(sim.Verify(record), "silo", 4)
	require.NotEmpty(t, broken)
	assert.True(t, strings.HasPrefix(broken[0], "silo, replication 4: "), "%s", broken[0])
}

func TestOneMistakeEverywhereDoesNotFillTheScreen(t *testing.T) {
	e := &Unbalanced{make([]string, 1000)}
	assert.Len(t, strings.Split(e.Error(), "\n"), 1+sentencesShown+1)
	assert.Contains(t, e.Error(), "and 980 more")
	e = &Unbalanced{[]string{"customers are missing"}}
	assert.Equal(t, "the books do not balance:\ncustomers are missing", e.Error())
}

func TestMeasureDefinedInOneWorldOrNoneHasNoInterval(t *testing.T) {
	low, high := around(math.Inf(-1), math.Inf(1))
	assert.True(t, math.IsNaN(low) && math.IsNaN(high), "endless limits are left empty in files")
	low, high = around(1, 2)
	assert.Equal(t, []float64{1, 2}, []float64{low, high})
}
