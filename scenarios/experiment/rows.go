package experiment

import (
	"xsell/scenarios/results"
	"xsell/sim"
	"xsell/sim/metric"
)

// place is whose numbers a row holds.
type place struct {
	scenario    string
	replication int
}

// history adds all rows of one scenario in one block.
func (c *collector) history(s, r int) {
	record := c.blocks[r][s]
	at := place{c.names[s], c.plan.Number(r)}
	c.opening(at, record)
	c.frames(at, record.Frames)
	c.outcomes(at, record.Frames)
	c.histograms(at, &record.Hists)
	c.whale(at, record.Whale)
	c.happenings(at, s, record)
	c.sides(at, s, record)
	c.set.Worlds = append(c.set.Worlds, results.World{Scenario: at.scenario, Replication: at.replication, Digest: sim.Digest(record)})
}

// openingWeek stands in books.csv for the stocks with which the measured time opens.
const openingWeek = -1

// opening adds the stocks at the start of measuring, so that the first frame can be checked as well.
func (c *collector) opening(at place, record *sim.Record) {
	for i, item := range metric.Items {
		if item.Stock {
			c.set.Books = append(c.set.Books, results.Book{Scenario: at.scenario, Replication: at.replication,
				Week: openingWeek, Item: item.ID, Value: record.Opening[i]})
		}
	}
}

// frames adds measures and counters of every close.
func (c *collector) frames(at place, frames []metric.Frame) {
	for f := range frames {
		week := frames[f].Week
		for m := range metric.Measures {
			c.set.Frames = append(c.set.Frames, results.Frame{
				Scenario: at.scenario, Replication: at.replication, Week: week,
				Measure: metric.Measures[m].ID, Value: metric.Measures[m].Over(frames[f : f+1]),
			})
		}
		for i := range metric.Items {
			c.set.Books = append(c.set.Books, results.Book{
				Scenario: at.scenario, Replication: at.replication, Week: week,
				Item: metric.Items[i].ID, Value: frames[f].Books[i],
			})
		}
	}
}

// outcomes adds measures over the whole horizon.
func (c *collector) outcomes(at place, frames []metric.Frame) {
	for m := range metric.Measures {
		c.set.Outcomes = append(c.set.Outcomes, results.Outcome{
			Scenario: at.scenario, Replication: at.replication,
			Measure: metric.Measures[m].ID, Value: metric.Measures[m].Over(frames),
		})
	}
}

// histograms adds every bar of every distribution, empty ones included.
func (c *collector) histograms(at place, hists *metric.Hists) {
	for h, shape := range metric.Shapes {
		for bin, count := range hists.Bins(metric.Hist(h)) {
			c.bar(at, results.Histogram{
				Distribution: shape.ID,
				Low:          shape.Low + float64(float64(bin)*shape.Width),
				High:         shape.Low + float64(float64(bin+1)*shape.Width),
				Value:        float64(count),
			})
		}
	}
}

// whale adds the curve of cumulated profit.
func (c *collector) whale(at place, curve [sim.WhaleBins]float64) {
	for bin, share := range curve {
		c.bar(at, results.Histogram{
			Distribution: whale.ID,
			Low:          float64(bin) / sim.WhaleBins,
			High:         float64(bin+1) / sim.WhaleBins,
			Value:        share,
		})
	}
}

func (c *collector) bar(at place, bar results.Histogram) {
	bar.Scenario, bar.Replication = at.scenario, at.replication
	c.set.Histograms = append(c.set.Histograms, bar)
}
