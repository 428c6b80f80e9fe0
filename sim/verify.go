package sim

import (
	"fmt"

	"xsell/sim/metric"
)

// Identity says that the change of a stock over a frame is what came in less what went out.
type Identity struct {
	Name    string
	Stock   metric.Counter
	In, Out []metric.Counter
}

// Identities of the books.
var Identities = []Identity{
	{"customers", metric.Customers, []metric.Counter{metric.Joined}, []metric.Counter{metric.Left}},
	{"sellers", metric.SellersSeated, []metric.Counter{metric.Hired}, []metric.Counter{metric.Quit, metric.Dismissed, metric.DismissedForMisses, metric.Replaced}},
	{"needs", metric.NeedsOpen, []metric.Counter{metric.NeedsArrived},
		[]metric.Counter{metric.NeedsMet, metric.NeedsFaded, metric.NeedsToCompetitor, metric.NeedsGoneWithCustomer}},
	{"leads", metric.LeadsOpen, []metric.Counter{metric.LeadsWalkIn, metric.LeadsNoticed, metric.LeadsPushed, metric.LeadsReferred,
		metric.LeadsCalledBack, metric.LeadsContract}, []metric.Counter{metric.LeadsSigned, metric.LeadsDeclined, metric.LeadsLost}},
	{"requests", metric.RequestsWaiting, []metric.Counter{metric.Requests}, []metric.Counter{metric.Served, metric.Dropped}},
}

// opened and ended accounts, for the identity over both states together.
var (
	accountsIn  = []metric.Counter{metric.Given, metric.OpenedAtJoining, metric.OpenedFirst, metric.OpeningsSold, metric.OpeningsUnauthorised}
	accountsOut = []metric.Counter{metric.Returned, metric.Cancelled, metric.Defaulted, metric.ClosedWithCustomer, metric.ClosedByFirm, metric.Upgraded}
	hoursParts  = []metric.Counter{metric.HoursServe, metric.HoursAdvise, metric.HoursPush, metric.HoursRefer,
		metric.HoursCoordinate, metric.HoursLearn, metric.HoursTiming, metric.HoursSilent, metric.HoursSlack}
)

// Verify checks the identities of the books in every frame of a record and returns the broken ones as sentences.
func Verify(r *Record) (broken []string) {
	before := &r.Opening
	for i := range r.Frames {
		now := &r.Frames[i].Books
		week := r.Frames[i].Week
		for _, x := range Identities {
			broken = balance(broken, x.Name, week, now[x.Stock]-before[x.Stock], total(now, x.In)-total(now, x.Out))
		}
		stock := func(b *metric.Books) int64 { return b[metric.AccountsActive] + b[metric.AccountsDormant] }
		broken = balance(broken, "accounts", week, stock(now)-stock(before), total(now, accountsIn)-total(now, accountsOut))
		broken = balance(broken, "profit", week, now[metric.Profit], total(now, Earnings)-total(now, Costs))
		// Hours are rounded to thousandths once per seller, week and activity.
		slack := now[metric.SellersSeated]*int64(r.Frames[i].Weeks)*int64(len(hoursParts)) + 1000
		if d := now[metric.HoursAvailable] - total(now, hoursParts); d > slack || d < -slack {
			broken = append(broken, fmt.Sprintf("hours, week %d: %d available, %d spent", week, now[metric.HoursAvailable], total(now, hoursParts)))
		}
		before = now
	}
	return broken
}

func balance(broken []string, name string, week int, change, flows int64) []string {
	if change == flows {
		return broken
	}
	return append(broken, fmt.Sprintf("%s, week %d: the stock changed by %d, what came in less what went out is %d", name, week, change, flows))
}

func total(b *metric.Books, counters []metric.Counter) (sum int64) {
	for _, c := range counters {
		sum += b[c]
	}
	return sum
}
