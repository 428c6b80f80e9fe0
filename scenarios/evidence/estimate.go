package evidence

import (
	"fmt"
	"math"
	"slices"

	"xsell/scenarios/stats"
)

// estimate evaluates an expression over the pool of all worlds, and over those without each in turn.
func (c *cast) estimate(claim *Claim, arms []arm, value *expression) (Estimate, error) {
	worlds := c.worlds(claim)
	all, err := c.at(claim, arms, value, -1)
	without := make([]float64, worlds)
	for world := 0; world < worlds && err == nil; world++ {
		without[world], err = c.at(claim, arms, value, world)
	}
	if err != nil {
		return Estimate{}, fmt.Errorf("%s: %w", claim.ID, err)
	}
	return estimated(all, without), nil
}

func estimated(all float64, without []float64) Estimate {
	x := Estimate{jackknife: stats.Jackknife(all, without), without: without}
	x.Value = x.jackknife.Value
	x.Low, x.High = x.jackknife.Limits(stats.Confidence)
	return x
}

// at evaluates an expression without one world; -1 with all.
func (c *cast) at(claim *Claim, arms []arm, value *expression, leftOut int) (float64, error) {
	pools := make(map[string]*pool, len(arms))
	for i := range arms {
		if !slices.Contains(value.arms, arms[i].name) {
			pools[arms[i].name] = nil // not read by this one
			continue
		}
		p := c.player(claim, &arms[i].firm)
		lived := poolOf(p.records[:c.worlds(claim)], leftOut)
		lived.model, lived.spec = p.model, p.spec
		pools[arms[i].name] = lived
	}
	return value.of(pools)
}

// less is the difference of two estimates in the same worlds.
func (x Estimate) less(other Estimate) Estimate {
	without := make([]float64, len(x.without))
	for i := range without {
		without[i] = x.without[i] - other.without[i]
	}
	return estimated(x.Value-other.Value, without)
}

// verdict on a value that must lie in a band.
func (x Estimate) verdict(band Band) Verdict {
	switch {
	case !x.jackknife.Known():
		return Undefined
	case band.holds(x.Value):
		return Met
	}
	return Missed
}

// place of the 95 % interval; empty where there is none.
func (x Estimate) place(band Band) Place {
	switch {
	case !x.jackknife.Known():
		return ""
	case x.High < band.Low || x.Low > band.High:
		return Outside
	case band.holds(x.Low) && band.holds(x.High):
		return Inside
	}
	return Overlaps
}

// surely says whether the value lies within the band but for a chance of FalseAlarm at either end. A value on the edge
// does not; one that no world changes lies there for sure.
func (x Estimate) surely(band Band) bool {
	if !x.jackknife.Known() {
		return false
	}
	return (math.IsInf(band.Low, -1) || x.jackknife.Above(FalseAlarm) > band.Low) &&
		(math.IsInf(band.High, 1) || x.jackknife.Below(FalseAlarm) < band.High)
}

// String writes the estimate with its interval.
func (x Estimate) String() string {
	switch {
	case math.IsNaN(x.Value):
		return "undefined"
	case !x.jackknife.Known():
		return fmt.Sprintf("%.4g, without an interval", x.Value)
	}
	return fmt.Sprintf("%.4g [%.4g, %.4g]", x.Value, x.Low, x.High)
}
