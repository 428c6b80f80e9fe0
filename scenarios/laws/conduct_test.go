package laws

import (
	"fmt"
	"testing"

	"xsell/sim/metric"
)

// misconduct is accounts without consent per 1,000 openings.
var misconduct = measure("unauthorised_per_1000_openings")

// quota is the firm of quota.toml with a quota of so many times the demand.
func quota(demand float64) firm {
	return firm{file: "testdata/quota.toml"}.with(fmt.Sprintf("targets.goal.own-line.times-demand = %g", demand))
}

const noThreat = "targets.threat.fired.dismissal = 0"

// Law 4: misconduct is near zero where the quota can be met by demand, and rises ever faster above.
func TestLaw4MisconductIsConvexInTheQuota(t *testing.T) {
	low, half, mid, high := quota(0.5).read(t, misconduct), quota(1).read(t, misconduct), quota(1.25).read(t, misconduct), quota(2).read(t, misconduct)
	one := make([]float64, worlds)
	for i := range one {
		one[i] = 1
	}
	surely(t, less(one, 1, low), "at half the demand it is below 1 in 1,000")
	surely(t, less(one, 1, half), "at the demand it is below 1 in 1,000")
	surely(t, less(high, 10, half), "at twice the demand it is ten times that")
	surely(t, less(less(high, 1, mid), 3, less(mid, 1, low)), "the upper half of the way from 0.5 to 2 adds three times what the lower half adds")

	idle := quota(2).with(noThreat, jump("bonus", 0))
	surely(t, less(high, 10, idle.read(t, misconduct)), "a quota that neither pays nor threatens does nothing")
}

// Law 5: the threat drives misconduct more than the size of the bonus, and offenders are those who are behind.
func TestLaw5TheThreatDrivesMisconduct(t *testing.T) {
	whole := quota(1.75).read(t, misconduct)
	calm := quota(1.75).with(noThreat).read(t, misconduct)
	unpaid := quota(1.75).with(jump("bonus", 0)).read(t, misconduct)
	surely(t, less(whole, 5, calm), "without the threat less than a fifth is left")
	surely(t, less(unpaid, 1, calm), "more is left without the bonus than without the threat")
	harsher := quota(1.75).with(`targets.threat.fired.dismissal = "30 %"`).read(t, misconduct)
	richer := quota(1.75).with(jump("bonus", 1000)).read(t, misconduct)
	surely(t, less(harsher, 1, richer), "twice the threat adds more than twice the bonus")

	behind := over(bins(metric.OffencesByDistance, 1, 31), bins(metric.WeeksByDistance, 1, 31))
	there := over(bins(metric.OffencesByDistance, 0, 1), bins(metric.WeeksByDistance, 0, 1))
	f := quota(1.75)
	surely(t, less(f.read(t, behind), 3, f.read(t, there)), "a week behind a line holds three times the offences of a week ahead")
}

// Law 6: cheating peaks just short of the line and is rare when the line is met or out of reach. The goal is 40 openings
// a quarter, in a bank whose customers bring ten.
func TestLaw6CheatingPeaksJustShortOfTheLine(t *testing.T) {
	f := firm{file: "testdata/near-miss.toml"}
	rate := func(from, to int) reading {
		return over(bins(metric.OffencesByDistance, from, to), bins(metric.WeeksByDistance, from, to))
	}
	near, met, far := f.read(t, rate(1, 4)), f.read(t, rate(0, 1)), f.read(t, rate(10, 31))
	surely(t, less(near, 3, met), "one to three openings short is worth three times the cheating of a line met")
	surely(t, less(near, 3, far), "one to three openings short is worth three times the cheating of ten or more")

	linear := f.with(noThreat, straight("bonus", 0), straight("commission", 300)).thinking("conduct.conscience = 1")
	surely(t, less(linear.read(t, rate(10, 31)), 1/3.0, linear.read(t, rate(1, 4))), "under linear pay, distance does not matter")
}
