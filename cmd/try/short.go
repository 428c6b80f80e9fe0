package main

import (
	"fmt"

	"xsell/sim"
	"xsell/sim/metric"
)

func sh(b []int64, i int) float64 {
	t := int64(0)
	for _, x := range b {
		t += x
	}
	return float64(b[i]) / float64(t)
}

func short(name string, h *metric.Hists, recs []*sim.Record) {
	e, w := h.Bins(metric.ExitsByProducts), h.Bins(metric.WeeksByProducts)
	hz := func(i int) float64 { return float64(e[i]) / float64(w[i]) * 52 }
	t, tw := h.Bins(metric.ExitsByTenure), h.Bins(metric.WeeksByTenure)
	first := float64(t[0]+t[1]) / float64(tw[0]+tw[1])
	var se, sw int64
	for i := 8; i < len(t); i++ {
		se += t[i]
		sw += tw[i]
	}
	rep, real := h.Bins(metric.ReportedPerCustomer), h.Bins(metric.RealPerCustomer)
	d9 := []float64{.11, .41, .21, .19, .07, .02}
	tv := 0.0
	for i := range d9 {
		x := sh(real, i)
		if i == 5 {
			for j := 6; j < len(real); j++ {
				x += sh(real, j)
			}
		}
		if x > d9[i] {
			tv += x - d9[i]
		}
	}
	v := func(id string) float64 {
		m, _ := metric.ByID(id)
		s := 0.0
		for _, r := range recs {
			s += m.Over(r.Frames) / float64(len(recs))
		}
		return s
	}
	fr := recs[0].Frames
	c := func(x metric.Counter) (s float64) {
		for i := range fr {
			s += float64(fr[i].Books[x])
		}
		return s
	}
	m, _ := metric.ByID("products_reported")
	nb, np := h.Bins(metric.NewByTenure), h.Bins(metric.NewProfitByTenure)
	for i := range 16 {
		fmt.Printf("%.0f ", float64(np[i])/float64(nb[i])/1000)
	}
	fmt.Println("new profit by tenure")
	fmt.Printf("%-10s rep %.2f (%.2f>%.2f) P1 %.2f real %.2f TV %.3f | R1 1:2 %.2f 1:3 %.2f R6 %.2f churn %.1f N %.0f>%.0f | O1 %.2f prec %.0f O2 %.0f | leadconv %.2f pitch/cy %.1f conv %.1f open %.1f needsmet %.0f unsuit %.0f | unauth %.2f off %.1f goal %.0f wait %.2f | profit/c %.0f rev/c %.0f var %.0f turn %.0f trust %.2f whale20 %.2f dorm %.2f bycomp\n",
		name, v("products_reported"), m.Over(fr[:1]), m.Over(fr[len(fr)-1:]), sh(rep, 1), v("products_real"), tv, hz(1)/hz(2), hz(1)/hz(3), first/(float64(se)/float64(sw)), v("churn"),
		float64(fr[0].Books[metric.Customers]), float64(fr[len(fr)-1].Books[metric.Customers]),
		v("referrals"), v("referral_precision"), v("referral_conversion"), c(metric.MeetingsYes)/c(metric.Meetings), v("pitches"), v("pitch_conversion"), v("openings_gross"), v("needs_met_share"), v("unsuitable_share"),
		v("unauthorised_per_1000_openings"), v("offenders_share"), v("goal_reached"), v("service_wait"), v("profit_per_customer"), v("revenue")/v("customers")/5, v("variable_pay_share"), v("seller_turnover"), v("trust"), recs[0].Whale[9], float64(fr[19].Books[metric.AccountsDormant])/float64(fr[19].Books[metric.Customers]))
}
