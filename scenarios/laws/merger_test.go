package laws

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/sim"
	"xsell/sim/metric"
)

// merger is the two banks of merger-alike, small, with cultures so far apart. Sellers change jobs easily and cultures
// grow together slowly, so that a few worlds show who leaves.
func merger(distance float64) firm {
	return firm{file: "merger-alike", n: many}.with("run.markets=4", "run.customers=4000", "run.sellers=40",
		`run.weeks="156 weeks"`, `run.warm-up="26 weeks"`, `environment.quits="0.4 per year"`,
		`organisation.culture.pace="260 weeks"`, fmt.Sprintf("organisation.culture.distance=%g", distance))
}

// separate is the firm without its merger.
func separate(f firm) firm { return f.with(`timeline.merger.at="2600 weeks"`) }

// between sums a counter over the weeks from one to another.
func between(c metric.Counter, from, to int) reading {
	return func(r *sim.Record) (sum float64) {
		for i := range r.Frames {
			if r.Frames[i].Week >= from && r.Frames[i].Week < to {
				sum += float64(r.Frames[i].Books[c])
			}
		}
		return sum
	}
}

// Law 18: what a merger adds falls, and who leaves rises, with the distance between the cultures.
func TestLaw18SynergyFallsAndAttritionRisesWithDistance(t *testing.T) {
	near, far, never := merger(0.1), merger(0.9), separate(merger(0.1))
	across := count(metric.ReferralsAcross)
	surely(t, less(near.read(t, across), 2, far.read(t, across)), "near cultures pass on more than twice the leads of far ones")
	lines := measure("lines_per_customer")
	surely(t, less(near.read(t, lines), 1, never.read(t, lines)), "a merger with a near culture sells customers more lines")
	surely(t, less(near.read(t, lines), 1, far.read(t, lines)), "and more than a merger with a far one")

	left := between(metric.LeftAcquired, 52, 104)
	surely(t, less(near.read(t, left), 1, never.read(t, left)), "the merger costs customers of the house taken over")
	surely(t, less(far.read(t, left), 1.1, near.read(t, left)), "a far culture costs a tenth more of them")
	gone := between(metric.GoneAcquired, 52, 156)
	surely(t, less(far.read(t, gone), 1.25, near.read(t, gone)), "and a quarter more of its sellers")
}

// Without the three constants through which distance acts a far culture is as good as a near one, to the last digit.
func TestLaw18DistanceActsThroughPeople(t *testing.T) {
	deaf := "refer.distance = 0; career.clash = 0; public.clash = 0"
	near, far := merger(0.1), merger(0.9)
	near.n, far.n = 2, 2
	a, b := near.thinking(deaf).live(t), far.thinking(deaf).live(t)
	for i := range a {
		require.Equal(t, a[i].Frames, b[i].Frames, "world %d: nobody minds the distance, but something changed", i+1)
	}
}

// staying is a firm whose sellers change jobs often, and are promised so much for staying the half year from week 26.
func staying(euro int) firm {
	return firm{file: "testdata/plain.toml", n: many}.with(`environment.quits="0.8 per year"`, "timeline.stay.at=\"26 weeks\"",
		fmt.Sprintf("timeline.stay.retention=\"EUR %d\"", euro), `timeline.stay.vests="26 weeks"`)
}

// Law 18: retention money delays exits to the day it is paid. The money vests at the end of week 51.
func TestLaw18RetentionMoneyDelaysExits(t *testing.T) {
	held, free := staying(15000), staying(0)
	before, after := between(metric.Quit, 26, 52), between(metric.Quit, 52, 78)
	surely(t, less(free.read(t, before), 1.5, held.read(t, before)), "before the money is paid fewer quit than without it")
	surely(t, less(held.read(t, after), 1.5, held.read(t, before)), "after it is paid half as many again quit as before")
	surely(t, less(less(held.read(t, after), 1, held.read(t, before)), 1, less(free.read(t, after), 1, free.read(t, before))),
		"which they do not where nothing is promised")
	surely(t, held.read(t, count(metric.PayForfeited)), "who leaves before loses it")
}

// Deferred pay lowers misconduct more than effort: a quota with a bonus and no threat, 60 % of the bonus deferred by two
// years, against all of it at once.
func TestDeferredPayLowersMisconductMoreThanEffort(t *testing.T) {
	bonus := func(amount float64) firm { return quota(1.5).with(noThreat, jump("bonus", amount)) }
	defer60 := []string{`pay.rule.bonus.deferred="60 %"`, `pay.rule.bonus.vests="104 weeks"`}
	pitching := count(metric.HoursPush)
	rich, later := bonus(3000), bonus(3000).with(defer60...)
	surely(t, less(root(rich.read(t, misconduct)), math.Sqrt(1/0.75), root(later.read(t, misconduct))), "of the misconduct for a rich bonus less than three quarters are left")
	surely(t, less(later.read(t, pitching), 0.75, rich.read(t, pitching)), "of the effort more than three quarters are")

	modest := bonus(1000)
	surely(t, less(modest.read(t, pitching), 1, modest.with(defer60...).read(t, pitching)), "deferral of a modest bonus does cost effort")
}

// A promotion ahead drives effort, and not where sellers do not look forward to it.
func TestAPromotionDrivesEffort(t *testing.T) {
	f := firm{file: "testdata/plain.toml", n: worlds}
	rising := f.with(`targets.promotion.up.goal="own-line"`, "targets.promotion.up.at-least=1.1", "targets.promotion.up.hits=2",
		`targets.promotion.up.raise="10 %"`)
	pitching := count(metric.HoursPush)
	surely(t, less(rising.read(t, pitching), 1.2, f.read(t, pitching)), "a raise in sight makes sellers pitch a fifth more")
	surely(t, rising.read(t, count(metric.Promoted)), "somebody gets it")
	dull := rising.thinking("career.promise = 0")
	surely(t, less(rising.read(t, pitching), 1.2, dull.read(t, pitching)), "and not those who do not look forward to it")
}
