package laws

import (
	"fmt"
	"math"
	"testing"

	"xsell/sim/metric"
)

// offenders are the sellers who ever offended [%].
var offenders = measure("offenders_share")

// cheating is silent openings per seller week, for sellers between two distances from the next line [accounts].
func cheating(from, to int) reading {
	return over(bins(metric.OffencesByDistance, from, to), bins(metric.WeeksByDistance, from, to))
}

// misconduct is accounts without consent per 1,000 openings.
var misconduct = measure("unauthorised_per_1000_openings")

// quota is the firm of quota.toml with a quota of so many times the demand.
func quota(demand float64) firm {
	return firm{file: "testdata/quota.toml", n: many}.with(fmt.Sprintf("targets.goal.own-line.times-demand = %g", demand))
}

// accelerated is the assignment of the firm's bonus with another amount.
func accelerated(amount float64) string {
	return fmt.Sprintf(`pay.rule.bonus.curve = [{ from = 1.0, jump = "EUR %g", each = "EUR %g" }, { from = 1.5, each = "EUR 0" }]`, amount, amount)
}

// idle is twice the demand as a quota that neither pays nor threatens.
var idle = quota(2).with(noThreat, jump("bonus", 0))

const noThreat = "targets.threat.fired.dismissal = 0"

// Law 4: misconduct is near zero where the quota can be met by demand, and rises ever faster above.
func TestLaw4MisconductIsConvexInTheQuota(t *testing.T) {
	low, full, high := quota(0.5).read(t, misconduct), quota(1).read(t, misconduct), quota(2).read(t, misconduct)
	four := quota(1).read(t, always(4))
	surely(t, less(four, 1, low), "at half the demand it is below 4 in 1,000")
	surely(t, less(four, 1, full), "at the demand it is below 4 in 1,000")
	surely(t, less(root(high), math.Sqrt(10), root(full)), "at twice the demand it is ten times that")
	part := func(demand float64) []float64 { return quota(demand).read(t, offenders) }
	surely(t, less(less(part(2), 1, part(1.25)), 2, less(part(1.25), 1, part(0.5))), "the upper half of the way from 0.5 to 2 adds twice the offenders the lower half adds")

	surely(t, less(root(high), math.Sqrt(10), root(idle.read(t, misconduct))), "a quota that neither pays nor threatens does nothing")
}

// Law 5: the threat drives misconduct more than the size of the bonus, and offenders are those who are behind.
func TestLaw5TheThreatDrivesMisconduct(t *testing.T) {
	whole := quota(2).read(t, offenders)
	calm := quota(2).with(noThreat).read(t, offenders)
	surely(t, less(whole, 5, calm), "without the threat less than a fifth is left")
	unpaid, safe := quota(2).with(jump("bonus", 0)).read(t, misconduct), quota(2).with(noThreat).read(t, misconduct)
	surely(t, less(root(unpaid), 1, root(safe)), "more is left without the bonus than without the threat")
	harsher := quota(2).with(`targets.threat.fired.dismissal = "30 %"`).read(t, offenders)
	richer := quota(2).with(accelerated(1000)).read(t, offenders)
	surely(t, less(harsher, 1, richer), "twice the threat adds more than twice the bonus")

	behind, ahead := quota(2).read(t, cheating(1, 31)), quota(2).read(t, cheating(0, 1))
	surely(t, less(root(behind), math.Sqrt2, root(ahead)), "a week behind a line holds twice the offences of a week ahead of all lines")
}

// Law 6: cheating peaks short of the line and is rare when the line is met or out of reach. In a week a seller can
// open eight accounts at most; [2, 9) accounts short is within reach, 12 and more is not before the end of most windows.
func TestLaw6CheatingPeaksShortOfTheLine(t *testing.T) {
	near, met, far := quota(2).read(t, cheating(2, 9)), quota(2).read(t, cheating(0, 1)), quota(2).read(t, cheating(12, 31))
	surely(t, less(root(near), math.Sqrt2, root(met)), "two to eight accounts short a week holds twice the cheating of a line met")
	surely(t, less(root(near), math.Sqrt2, root(far)), "and twice the cheating of twelve or more")

	surely(t, less(root(near), math.Sqrt(10), root(idle.read(t, cheating(2, 9)))), "a line that neither pays nor threatens draws hardly anybody")
}
