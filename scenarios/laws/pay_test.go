package laws

import (
	"fmt"
	"testing"

	"xsell/sim/metric"
)

// straight is the assignment of a row of pay without lines: so many euro for each unit.
func straight(rule string, each float64) string {
	return fmt.Sprintf(`pay.rule.%s.curve = [{ from = 0.0, each = "EUR %.4f" }]`, rule, each)
}

// jump is the assignment of a row that pays so much on reaching the goal.
func jump(rule string, amount float64) string {
	return fmt.Sprintf(`pay.rule.%s.curve = [{ from = 1.0, jump = "EUR %g" }]`, rule, amount)
}

// attained are the bins of goal attainment between two shares of the goal.
func attained(from, to float64) reading {
	s := metric.Shapes[metric.Attainment]
	return bins(metric.Attainment, int(from/s.Width+0.5), int(to/s.Width+0.5))
}

// Law 1: a bonus threshold gathers results just above itself and leaves a hole below; pay in proportion, of the same
// mean, does not. The goal is 13 openings a quarter: [0.8, 1) holds 11 and 12, [1, 1.15) holds 13 and 14,
// [1.25, 1.4) holds 17 and 18.
func TestLaw1ThresholdsBunch(t *testing.T) {
	bonus := firm{file: "testdata/threshold.toml", n: many}
	above, below, beyond := attained(1, 1.15), attained(0.8, 1), attained(1.25, 1.4)
	surely(t, less(bonus.read(t, above), 4, bonus.read(t, below)), "four times as many windows end just above the line as just below")
	surely(t, less(bonus.read(t, above), 1, bonus.read(t, beyond)), "the heap is at the line, not beyond")
	surely(t, less(bonus.read(t, attained(0.6, 0.8)), 1, bonus.read(t, below)), "the hole is below the line, with more windows to its left")

	linear := bonus.with(straight("bonus", meanBonus(t, bonus)), `pay.rule.bonus.measure = "openings"`, `pay.rule.bonus.goal = ""`,
		`pay.rule.bonus.window = "13 weeks"`, `pay.rule.bonus.units = ["bank"]`)
	surely(t, less(linear.read(t, below), 0.5, linear.read(t, above)), "under linear pay of the same mean there is no heap above the line: not twice as many as below")
	surely(t, less(linear.read(t, attained(0.6, 0.8)), 0.5, linear.read(t, below)), "under linear pay there is no hole")
}

// meanBonus is what the bonus pays per opening of the branch bank.
func meanBonus(t *testing.T, f firm) float64 {
	paid, sold := 0.0, 0.0
	for _, r := range f.live(t) {
		paid += count(metric.CostVariablePay)(r) / 1000
		for bin, n := range r.Hists.Bins(metric.Attainment) {
			sold += float64(n) * (float64(bin) + 0.5) * metric.Shapes[metric.Attainment].Width * goalOfThreshold
		}
	}
	return paid / sold
}

// goalOfThreshold is the goal in threshold.toml [openings].
const goalOfThreshold = 13

// Law 7: where hours are scarce, more pay on A cuts the work on unpaid B, and the best weight of A lies between none
// and all.
func TestLaw7PaidTasksCrowdOutUnpaid(t *testing.T) {
	scarce := firm{file: "testdata/two-tasks.toml", n: many}
	salesOfB := count(metric.EarnFees)
	pay := func(f firm, a, b float64) firm { return f.with(straight("commission", a), straight("commission-b", b)) }
	unpaid, paid := scarce.read(t, salesOfB), pay(scarce, 100, 0).read(t, salesOfB)
	surely(t, less(unpaid, 1.0/0.8, paid), "EUR 100 a point on A cost more than a fifth of the sales of B")

	best := pay(scarce, 60, 40).read(t, measure("profit"))
	surely(t, less(best, 1, pay(scarce, 0, 100).read(t, measure("profit"))), "profit is higher with 60 of EUR 100 on A than with nothing on A")
	surely(t, less(best, 1, pay(scarce, 100, 0).read(t, measure("profit"))), "profit is higher with 60 of EUR 100 on A than with nothing on B")

	ample := scarce.with(`organisation.unit.bank.hours = "80 hours per week"`)
	lost := less(ample.read(t, salesOfB), 1, pay(ample, 100, 0).read(t, salesOfB))
	surely(t, less(less(unpaid, 1, paid), 4, lost), "with ample hours not a quarter of this is lost")
}

// Law 8: quotas that are too hard, or that follow success, lower effort.
func TestLaw8TooHardQuotasLowerEffort(t *testing.T) {
	goal := func(openings int) firm {
		return firm{file: "testdata/threshold.toml", n: worlds}.with(`run.weeks = "78 weeks"`, fmt.Sprintf("targets.goal.own-line.count = %d", openings))
	}
	pitching := count(metric.HoursPush)
	feasible := goal(13).read(t, pitching)
	surely(t, less(feasible, 3, goal(26).read(t, pitching)), "sellers with a goal of twice the usual pitch less than a third of what those with a feasible one do")
	surely(t, less(feasible, 3, goal(4).read(t, pitching)), "an easy goal asks for no effort either")
	follows := goal(13)
	follows.n = many
	ratchet := follows.with("targets.goal.own-line.ratchet = 1").read(t, pitching)
	surely(t, less(follows.read(t, pitching), 1.1, ratchet), "a quota that follows success lowers effort")

	surely(t, less(feasible, 3, goal(13).with(jump("bonus", 0)).read(t, pitching)), "the effort comes from the goal being paid")
	idle := goal(26).with(jump("bonus", 0)).read(t, pitching)
	same := less(goal(13).with(jump("bonus", 0)).read(t, pitching), 1, idle)
	surely(t, less(less(feasible, 1, goal(26).read(t, pitching)), 10, same), "without the bonus the hard goal changes next to nothing")
}
