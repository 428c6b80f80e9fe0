package laws

import (
	"fmt"
	"testing"

	"xsell/scenarios/stats"
	"xsell/sim"
	"xsell/sim/metric"
)

func TestTmp(t *testing.T) {
	size := []string{"run.markets=4", "run.customers=4000", "run.sellers=40", `run.weeks="156 weeks"`, `run.warm-up="26 weeks"`}
	show := func(name string, f firm) {
		line := name
		for _, id := range []string{"products_real", "lines_per_customer", "churn", "seller_turnover", "referrals", "profit_per_customer", "return_rate", "unsuitable_share", "conversion"} {
			line += fmt.Sprintf(" %s %.3f", id, stats.Summary(f.read(t, measure(id))).Mean)
		}
		for _, c := range []metric.Counter{metric.ReferralsAcross, metric.LeftAcquired, metric.GoneAcquired, metric.PayVested, metric.PayForfeited, metric.Quit} {
			line += fmt.Sprintf(" %s %.1f", metric.Items[c].ID, stats.Summary(f.read(t, count(c))).Mean)
		}
		year := func(y int) reading {
			return func(r *sim.Record) float64 {
				s, n := 0.0, 0.0
				for _, fr := range r.Frames[4*y : 4*y+4] {
					s += float64(fr.Books[metric.LeftAcquired])
					n += float64(fr.Books[metric.CustomersAcquired])
				}
				return s / n * 4 * 100
			}
		}
		gone := func(y int) reading {
			return func(r *sim.Record) float64 {
				s, n := 0.0, 0.0
				for _, fr := range r.Frames[4*y : 4*y+4] {
					s += float64(fr.Books[metric.GoneAcquired])
					n += float64(fr.Books[metric.SellersAcquired])
				}
				return s / n * 4 * 100
			}
		}
		for y := range 3 {
			line += fmt.Sprintf(" | y%d churn %.1f gone %.1f", y, stats.Summary(f.read(t, year(y))).Mean, stats.Summary(f.read(t, gone(y))).Mean)
		}
		fmt.Println(line)
	}
	u := firm{file: "merger-unrelated", n: 6}.with(size...)
	show("never", u.with(`timeline.merger.at="2600 weeks"`))
	for _, k := range []float64{0.02, 0.15, 0.8} {
		show(fmt.Sprint("skill ", k), u.with(fmt.Sprintf("timeline.merger.set.organisation.grant.branch-securities.skill=%g", k)))
	}
	show("no grant", u.with(`timeline.merger.set.organisation.grant.branch-securities.lines=["bank"]`))
}
