package reports

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"xsell/scenarios/results"
)

func TestOffencesAreDrawnPerWeekAtRisk(t *testing.T) {
	v := newView(synthetic(corners["two"]))
	place := bin{2, 3}
	v.bars[cell{"silo", offencesID}][place] = map[int]float64{0: 4, 1: 3}
	v.bars[cell{"silo", atRiskID}][place] = map[int]float64{0: 200}
	rates := v.withOffenceRates().bars[cell{"silo", offencesID}][place]
	assert.Equal(t, 20.0, rates[0], "4 accounts in 200 weeks are 20 per 1,000 weeks")
	assert.True(t, math.IsNaN(rates[1]), "without weeks at risk there is no rate")
	assert.Equal(t, 4.0, v.bars[cell{"silo", offencesID}][place][0], "the counts themselves must stay")
}

func TestFewOffencesAreNotDrawn(t *testing.T) {
	v := newView(synthetic(corners["two"]))
	v.bars[cell{"silo", offencesID}] = map[bin]map[int]float64{{0, 1}: {0: 10, 1: 9}}
	f := offences(v)
	assert.Contains(t, f.alt, "silo, silent openings by distance to the goal: too few to draw")
	_, err := f.png(v)
	require.NoError(t, err)
	v.bars[cell{"interlock", offencesID}] = nil
	assert.Contains(t, offences(v).missing, "too few to draw")
}

func TestHistoriesWithoutContributionAreLeftOutOfTheCurve(t *testing.T) {
	bars := map[bin]map[int]float64{{0, 0.5}: {0: 1.2, 1: 0}, {0.5, 1}: {0: 1, 1: 0}}
	moments := histogramOf(contributing(bars))
	require.Len(t, moments, 2)
	assert.Equal(t, 1.2, moments[0].spread.mean, "a history of zeros must not be averaged in")
	v := newView(synthetic(corners["two"]))
	v.bars[cell{"silo", whaleID}] = map[bin]map[int]float64{{0, 1}: {0: 0, 1: 0}}
	f := whale(v)
	assert.Contains(t, f.reading, "(2 of silo)")
	assert.Contains(t, f.alt, "silo has no history with a positive sum")
}

func TestIntervalOfARateEndsAtZero(t *testing.T) {
	set := synthetic(corners["two"])
	for i, r := range set.Summary {
		if r.Scenario == "silo" && r.Measure == "conduct_cost" {
			set.Summary[i].Low, set.Summary[i].High = -5, 9
		}
	}
	s := newView(set).tabled("silo", "conduct_cost", spread{mean: 2})
	assert.Equal(t, [2]float64{0, 9}, [2]float64{s.low, s.high})
}

func TestNamesNeverCoverAnotherMean(t *testing.T) {
	p := panel{draw.New(vgimg.New(400, 300)), axis{extent: extent{0, 10}}, axis{extent: extent{0, 10}}}
	at := func(n int, x, y float64) cloud { return cloud{number: n, x: spread{mean: x}, y: spread{mean: y}} }
	clouds := []cloud{at(0, 5, 5), at(1, 6, 5)}
	assert.Equal(t, -1.0, float64(p.sides(clouds, 0)[0]), "the other mean is to the right, so the name goes left")
	assert.Equal(t, 1.0, float64(p.sides(clouds, 1)[0]))
	mean := p.at(6, 5)
	other := around(mean, meanRadius, meanRadius)
	assert.False(t, p.free(nameBox(p.at(5, 5), 60, 1), []vg.Rectangle{other}), "a name to the right would cover the other mean")
}

func TestNamesOfMeansThatLieCloseTogetherAreAllWritten(t *testing.T) {
	p := panel{draw.New(vgimg.New(400, 300)), axis{extent: extent{0, 10}}, axis{extent: extent{0, 10}}}
	var taken []vg.Rectangle
	means := []vg.Point{p.at(5, 5), p.at(5.2, 5.1), p.at(4.8, 5.05)}
	for _, mean := range means {
		taken = append(taken, around(mean, meanRadius, meanRadius))
	}
	for i, mean := range means {
		box, found := p.room(mean, 60, []vg.Length{1, -1}, taken)
		require.True(t, found, "the name of mean %d has no room", i)
		assert.True(t, p.free(box, taken), "the name of mean %d covers another", i)
		taken = append(taken, box)
	}
}

func TestHeadingsOfDifferencesAreWholeOnATelephone(t *testing.T) {
	v := newView(synthetic(usual)).forTelephone()
	head := bold(letters(headSize, ink))
	for _, title := range []string{percentTitle(v), ownTitle(v)} {
		assert.Equal(t, title, fit(head, title, narrowWidth-2*margin))
	}
}

func TestNamesOfGroupsAreWholeOnATelephone(t *testing.T) {
	const name = "below half the average"
	room := roomForGroups([]groupRow{{name: "wealth, which is a heading and may run on over the bars"}, {name: name, share: &results.TwinShare{}}}, narrowWidth-2*margin)
	assert.Equal(t, name, fit(letters(textSize, ink), name, room-gap))
	assert.LessOrEqual(t, room, vg.Length(narrowWidth/2), "bars need the other half")
}

// turning is a set whose profit per customer is worse by 10 in the first year and
// better by 10 in the last.
func turning() *results.Set {
	set := synthetic(corners["two"])
	for i, f := range set.Frames {
		if f.Measure == yearly && f.Scenario == "interlock" {
			set.Frames[i].Value = 100 + float64(f.Replication%3)
			if f.Week < year {
				set.Frames[i].Value -= 10
			} else {
				set.Frames[i].Value += 10
			}
		}
		if f.Measure == yearly && f.Scenario == "silo" {
			set.Frames[i].Value = 100
		}
	}
	return set
}

func TestTurnOfProfitOverTheYearsIsSaid(t *testing.T) {
	assert.Regexp(t, `Over time: profit per customer worse by 9\.0 \[.*\] EUR a year in the first year, better by 11\.0 \[.*\] EUR a year in the last\.`, Words(turning()))
	same := synthetic(corners["same"])
	assert.NotContains(t, Words(same), "Over time", "nothing changes, so nothing is said")
}
