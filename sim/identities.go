package sim

import "xsell/sim/metric"

// Identity of the books over a frame: what was there at its beginning and what came in, less what went out, is what is
// there at its end. Where there is no stock, all that came in went out again.
type Identity struct {
	Name    string
	Stock   []metric.Counter // summed; none: 0 at both ends
	In, Out []metric.Counter
	Unit    Unit // zero: pieces
	Rounded bool // the parts are rounded one by one: they may miss the whole by that
}

// Unit in which an identity is told: so many of a counter's units are one of it; 0 stands for 1.
type Unit struct {
	Name  string
	Parts int64
}

// Units of identities that do not count pieces.
var (
	hours = Unit{"hours", 1000}
	euros = Unit{"EUR", 1000}
)

// listed is a list of counters.
func listed(counters ...metric.Counter) []metric.Counter { return counters }

// opened and ended accounts by cause; hours by activity.
var (
	accountsIn  = listed(metric.Given, metric.OpenedAtJoining, metric.OpenedFirst, metric.OpeningsSold, metric.OpeningsUnauthorised)
	accountsOut = listed(metric.Returned, metric.Cancelled, metric.Defaulted, metric.ClosedWithCustomer, metric.ClosedByFirm,
		metric.Upgraded)
	hoursParts = listed(metric.HoursServe, metric.HoursAdvise, metric.HoursPush, metric.HoursRefer,
		metric.HoursCoordinate, metric.HoursLearn, metric.HoursTiming, metric.HoursSilent, metric.HoursSlack)
)

// Identities of the books: people by fate, needs, leads by source and end, requests, accounts by cause and state, hours
// by activity, money by cause, and what must be counted alike in two places.
var Identities = []Identity{
	{Name: "customers", Stock: listed(metric.Customers), In: listed(metric.Joined), Out: listed(metric.Left)},
	{Name: "sellers", Stock: listed(metric.SellersSeated), In: listed(metric.Hired),
		Out: listed(metric.Quit, metric.Dismissed, metric.DismissedForMisses, metric.Replaced)},
	{Name: "sellers ever seated", Stock: listed(metric.SellersEver), In: listed(metric.Hired)},
	{Name: "needs", Stock: listed(metric.NeedsOpen), In: listed(metric.NeedsArrived),
		Out: listed(metric.NeedsMet, metric.NeedsFaded, metric.NeedsToCompetitor, metric.NeedsGoneWithCustomer)},
	{Name: "leads", Stock: listed(metric.LeadsOpen),
		In: listed(metric.LeadsWalkIn, metric.LeadsNoticed, metric.LeadsPushed, metric.LeadsReferred,
			metric.LeadsCalledBack, metric.LeadsContract, metric.LeadsEvent),
		Out: listed(metric.LeadsSigned, metric.LeadsDeclined, metric.LeadsLost)},
	{Name: "referred leads", Stock: listed(metric.ReferralsOpen), In: listed(metric.Referrals), Out: listed(metric.ReferralsEnded)},
	{Name: "requests", Stock: listed(metric.RequestsWaiting), In: listed(metric.Requests), Out: listed(metric.Served, metric.Dropped)},
	{Name: "accounts", Stock: listed(metric.AccountsActive, metric.AccountsDormant), In: accountsIn, Out: accountsOut},
	{Name: "accounts in use", Stock: listed(metric.AccountsActive), In: listed(metric.OpenedInUse, metric.Reactivated),
		Out: listed(metric.ClosedInUse, metric.WentDormant)},
	{Name: "accounts not used", Stock: listed(metric.AccountsDormant), In: listed(metric.OpenedUnused, metric.WentDormant),
		Out: listed(metric.ClosedUnused, metric.Reactivated)},
	{Name: "accounts nobody asked for", Stock: listed(metric.AccountsUnauthorised), In: listed(metric.OpeningsUnauthorised),
		Out: listed(metric.ClosedUnauthorised)},
	{Name: "openings by cause and state", In: accountsIn, Out: listed(metric.OpenedInUse, metric.OpenedUnused)},
	{Name: "joiners and first products", In: listed(metric.Joined), Out: listed(metric.OpenedAtJoining)},
	{Name: "signatures and sales", In: listed(metric.LeadsSigned), Out: listed(metric.OpeningsSold)},
	{Name: "answers to offers", In: listed(metric.Meetings, metric.Pushes),
		Out: listed(metric.MeetingsYes, metric.PushesYes, metric.LeadsDeclined)},
	{Name: "referrals by finder and receiver", In: listed(metric.Referrals), Out: listed(metric.LeadsReferred)},
	{Name: "hours", In: listed(metric.HoursAvailable), Out: hoursParts, Unit: hours, Rounded: true},
	{Name: "bills of disclosures", Stock: listed(metric.BillsUnpaid), In: listed(metric.ConductBill), Out: listed(metric.BillsPaid), Unit: euros},
	{Name: "deferred pay", Stock: listed(metric.PayOutstanding), In: listed(metric.PayPromised),
		Out: listed(metric.PayVested, metric.PayForfeited), Unit: euros},
	{Name: "profit", In: Earnings, Out: append(listed(metric.Profit), Costs...), Unit: euros},
}

// rounding is how far the parts of a frame may miss the whole: hours are rounded to thousandths once per seller, week
// and activity, and a few at the frame's edge.
func (x *Identity) rounding(f *metric.Frame) int64 {
	if !x.Rounded {
		return 0
	}
	return f.Books[metric.SellersSeated]*int64(f.Weeks)*int64(len(x.Out)) + 1000
}

// Line of the ledger is one identity over some time, in the unit of its counters.
type Line struct {
	*Identity
	Opening, In, Out, Closing int64
	Rounding                  int64 // how large the difference may be
}

// Difference is what is missing (or too much, below 0) at the end: 0 where the books balance.
func (l Line) Difference() int64 { return l.Opening + l.In - l.Out - l.Closing }

// Balances tells whether the difference is no more than rounding.
func (l Line) Balances() bool {
	return l.Difference() <= l.Rounding && -l.Difference() <= l.Rounding
}

// Plus adds the line of another history.
func (l Line) Plus(o Line) Line {
	return Line{l.Identity, l.Opening + o.Opening, l.In + o.In, l.Out + o.Out, l.Closing + o.Closing, l.Rounding + o.Rounding}
}

// over returns the identity's line of one frame that follows the books before it.
func (x *Identity) over(before *metric.Books, f *metric.Frame) Line {
	return Line{x, total(before, x.Stock), total(&f.Books, x.In), total(&f.Books, x.Out), total(&f.Books, x.Stock), x.rounding(f)}
}

// Ledger returns every identity over the whole of a record.
func Ledger(r *Record) []Line {
	lines := make([]Line, len(Identities))
	for i := range Identities {
		x := &Identities[i]
		opening := total(&r.Opening, x.Stock)
		lines[i] = Line{Identity: x, Opening: opening, Closing: opening}
		before := &r.Opening
		for f := range r.Frames {
			frame := x.over(before, &r.Frames[f])
			lines[i].In += frame.In
			lines[i].Out += frame.Out
			lines[i].Closing = frame.Closing
			lines[i].Rounding += frame.Rounding
			before = &r.Frames[f].Books
		}
	}
	return lines
}
