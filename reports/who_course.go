package reports

import (
	"cmp"
	"slices"

	"xsell/scenarios/results"
)

// whoCourse is how many pairs have parted up to each week, by kind of event, as means over worlds.
type whoCourse struct {
	pairs float64 // in all
	weeks []int   // at which anybody parts
	kinds []kindCourse
	all   []float64 // by week: of all kinds
	felt  []float64 // by week: who feel otherwise
	held  []float64 // by week: who hold other products
}

// kindCourse is one kind of event.
type kindCourse struct {
	id, words string
	upTo      []float64 // by week
}

func (k kindCourse) total() float64 { return k.upTo[len(k.upTo)-1] }

// course of a crowd, the commonest kind of event first.
func (v *whoView) course(crowd string) (c whoCourse) {
	worlds := float64(max(v.set.Manifest.Finished, 1))
	c.pairs = v.share(crowd, overallOutcome).Pairs
	counts := map[string]map[int]float64{}
	for _, p := range v.set.Partings {
		if p.Crowd != crowd {
			continue
		}
		if counts[p.Kind] == nil {
			counts[p.Kind] = map[int]float64{}
		}
		counts[p.Kind][p.Week] += float64(p.Pairs) / worlds
		c.weeks = append(c.weeks, p.Week)
	}
	slices.Sort(c.weeks)
	c.weeks = slices.Compact(c.weeks)
	c.all = make([]float64, len(c.weeks))
	for _, k := range v.set.Kinds {
		if by := counts[k.ID]; by != nil {
			one := kindCourse{k.ID, k.Words, c.running(by)}
			for i := range c.all {
				c.all[i] += one.upTo[i]
			}
			c.kinds = append(c.kinds, one)
		}
	}
	c.felt, c.held = c.running(counts[results.Feelings]), c.running(counts[results.Holdings])
	slices.SortStableFunc(c.kinds, func(a, b kindCourse) int { return cmp.Compare(b.total(), a.total()) })
	return c
}

// running adds counts up week by week.
func (c *whoCourse) running(by map[int]float64) []float64 {
	sums, sum := make([]float64, len(c.weeks)), 0.0
	for i, week := range c.weeks {
		sum += by[week]
		sums[i] = sum
	}
	return sums
}

// reaches is the first week by which a share of all pairs has parted, and whether there is one.
func (c *whoCourse) reaches(share float64) (week int, found bool) {
	for i := range c.weeks {
		if c.all[i] >= share*c.pairs {
			return c.weeks[i], true
		}
	}
	return 0, false
}
