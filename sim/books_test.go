package sim

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// busy is smallModel with more of what is rare in it: silent accounts, returns, defaults, exits, joiners and controls.
func busy() *Model {
	model := smallModel()
	model.Mind.Conduct.Conscience, model.Controls.Penalty = 0.1, 0
	model.Controls.Validation, model.Controls.Audit, model.Controls.Detector, model.Controls.CallCost = 0.05, 0.5, 1, agents.EUR(4)
	model.Targets.Pressure, model.Org.Handoffs[0].Joint = 1, true
	model.Around.Regulator = 2
	model.Market.Exit, model.Market.Joining = 0.5/52, 2.0/52
	for p := range model.Market.Products {
		x, rates := &model.Market.Products[p], &model.Market.Products[p].Rates
		rates.Return, rates.Lapse, rates.Dormancy, rates.Default = 5*rates.Return, 5*rates.Lapse, 5*rates.Dormancy+0.002, 0.002
		x.FeeRisk, x.Keeping = 0.5, 1.5
	}
	model.Changes = []Change{{Name: "gift", Week: 30, Markets: 1, Give: int(smallMotor), Share: 0.5},
		{Name: "disclosure", Week: 47, Markets: 1, Give: -1, Disclose: true}}
	return model
}

// soundRows asserts that every stock that events keep up to date is what the rows say.
func soundRows(t *testing.T, m *Market, what string) {
	t.Helper()
	counted := recount(m)
	for _, c := range kept {
		require.Equal(t, counted[c], m.Books[c], "%s, market %d, week %d: %s", what, m.Index, m.Week-1, metric.Items[c].Title)
	}
	require.Empty(t, m.crossed(), what)
}

func TestStocksEqualARecountEveryWeek(t *testing.T) {
	for name, model := range map[string]*Model{"small": smallModel(), "busy": busy()} {
		newStepper(model).toEnd(func(m *Market) { soundRows(t, m, name) })
	}
}

func TestEveryRowIsSoundEveryWeek(t *testing.T) {
	newStepper(busy()).toEnd(func(m *Market) {
		cs, products := &m.Customers, m.Model.Products()
		var running, standing int64
		for c := range cs.seats() {
			what := fmt.Sprintf("market %d, week %d, household %d: ", m.Index, m.Week-1, c)
			held := cs.held(c)
			running, standing = running+m.Margin(c), standing+int64(m.keeping(held))
			require.Zero(t, cs.Active(c)&cs.Dormant(c), what+"an account is used or asleep, not both")
			require.Zero(t, held&cs.Elsewhere.Of(c)&^cs.Silent(c), what+"what was asked for here is not held elsewhere too")
			require.Zero(t, cs.Silent(c)&^held, what+"a silent account is an account")
			if !cs.Here[c] {
				require.Zero(t, held|cs.Need.Of(c)|cs.Pending.Of(c), what+"who is no customer has neither accounts nor needs nor leads here")
				require.Zero(t, cs.Brings[c], what+"who is no customer earns and costs nothing")
			}
			for p := range products {
				q := agents.ProductID(p)
				h := cs.holding(c, q)
				require.Equal(t, held.Has(q), h != 0, what+"the word of account %d is there when the account is", p)
				require.Equal(t, cs.Silent(c).Has(q), h.Is(silent), what+"account %d is known to be silent", p)
			}
			for _, x := range []float32{cs.Trust[c], cs.Satisfaction[c], cs.Relation[c]} {
				require.True(t, x >= 0 && x <= 1, what+"trust, satisfaction and relationship lie between 0 and 1: %v", x)
			}
			require.GreaterOrEqual(t, cs.Fatigue[c], float32(0), what+"fatigue")
		}
		require.Equal(t, [2]int64{running, standing}, [2]int64{m.Brings + m.Standing, m.Standing}, "market %d, week %d: running margin and standing cost are sums over households", m.Index, m.Week-1)
		for s := range m.Sellers.Seated {
			for _, x := range []float32{m.Sellers.Morale[s], m.Sellers.PayFactor[s], m.Sellers.Skill[2*s], m.Sellers.Skill[2*s+1]} {
				require.True(t, x >= 0 && x <= 1, "seller %d, week %d: morale, pay factor and skill lie between 0 and 1: %v", s, m.Week-1, x)
			}
		}
	})
}

func TestSilentAccountsStandAgainstWhoOpenedThem(t *testing.T) {
	most := int32(0)
	newStepper(busy()).toEnd(func(m *Market) {
		hidden := make([]int32, len(m.Sellers.Unit))
		for c := range m.Customers.seats() {
			for _, h := range m.Customers.accounts(c) {
				if s := h.Seller(); h.Is(silent) && h.Week() >= m.Sellers.Joined[s] {
					hidden[s]++
				}
			}
		}
		for s, n := range hidden {
			most = max(most, n)
			if m.Sellers.Seated[s] {
				require.Equal(t, n, m.Sellers.Hidden[s], "market %d, week %d: silent accounts of seller %d", m.Index, m.Week-1, s)
			}
		}
	})
	require.Greater(t, most, int32(1), "somebody has hidden something")
}

func TestPendingIsALeadOnTheTable(t *testing.T) {
	newStepper(busy()).toEnd(func(m *Market) {
		pending := make([]agents.Products, len(m.Customers.Here))
		for row, c := range m.Leads.Customer {
			p := m.Leads.Product[row]
			require.NotEqual(t, Ended, m.Leads.Stage[row], "ended leads are swept by the end of the week")
			require.False(t, pending[c].Has(p), "week %d: household %d has two leads for product %d", m.Week-1, c, p)
			require.Less(t, int(m.Leads.Seller[row]), len(m.Sellers.Unit), "week %d: every lead has a seat", m.Week-1)
			pending[c] = pending[c].With(p)
		}
		for c := range m.Customers.seats() {
			require.Equal(t, pending[c], m.Customers.Pending.Of(c), "week %d: pending products of household %d are those with a lead", m.Week-1, c)
		}
	})
}

func TestSumsThatHangOnAStateAreFresh(t *testing.T) {
	models := savable()
	models["merging"], models["tiers"] = merging(), gold()
	for name, model := range models {
		newStepper(model).toEnd(func(m *Market) { requireFresh(t, name, m) })
	}
}

// requireFresh asks that what refresh keeps of every household is what it would be if asked anew.
func requireFresh(t *testing.T, name string, m *Market) {
	cs := &m.Customers
	for c := range cs.Here {
		who := agents.CustomerID(c)
		bounds, margin := cs.Bounds[c], cs.Brings[c]
		m.refresh(who)
		what := fmt.Sprintf("%s: market %d, week %d, household %d", name, m.Index, m.Week-1, c)
		require.Equal(t, cs.Brings[c], margin, what+": margin")
		for lane, of := range []string{"needs", "needs that go", "accounts", "requests", "leaving", "stages of life", "messages"} {
			require.LessOrEqual(t, draw.Lane(cs.Bounds[c], uint(lane)), draw.Lane(bounds, uint(lane)),
				what+": the bound of "+of+" may be too high, never too low")
		}
	}
}

// profitOfCustomers is all that was posted to households of a firm since measuring began.
func profitOfCustomers(f *Firm) (sum int64) {
	for _, m := range f.Markets {
		sum += m.Departed
		for c := range m.Customers.seats() {
			sum += m.profit(c)
		}
	}
	return sum
}

// paid is what a firm has paid of the bills of disclosures.
func paid(f *Firm) (sum int64) {
	for _, bill := range f.Bills {
		sum += int64(bill.paid)
	}
	return sum
}

func TestEveryEuroOfACustomerIsInTheBooks(t *testing.T) {
	for name, model := range map[string]*Model{"small": smallModel(), "busy": busy()} {
		x := newStepper(model)
		for x.Week < 0 {
			x.week(nothing)
		}
		bills := -paid(x.Firm)
		x.toEnd(nothing)
		bills += paid(x.Firm)
		var all metric.Books
		for i := range x.record.Frames {
			all.Merge(&x.record.Frames[i].Books)
		}
		borne := total(&all, []metric.Counter{metric.EarnDefault, metric.CostGifts, metric.CostOpening, metric.CostRequests,
			metric.CostKeeping, metric.CostAcquisition, metric.CostRefunds, metric.CostDiscounts, metric.CostCampaigns})
		// Of the controls only the call that confirms a signature is the customer's: not audits, not calls that stop a forgery.
		audits := all[metric.Audited]*int64(model.Controls.AuditCost) + all[metric.AttemptsBlocked]*int64(model.Controls.CallCost)
		borne += all[metric.CostControls] - audits
		borne += all[metric.CostConduct] - bills // what is paid back to customers, not the bills of disclosures
		require.Equal(t, all[metric.EarnMargin]+all[metric.EarnFees]-borne, profitOfCustomers(x.Firm),
			"%s: margins and fees less the costs customers cause are the profits of those here and those who left", name)
		require.Positive(t, all[metric.EarnMargin], name)
		costs := total(&all, Costs)
		require.Equal(t, total(&all, Earnings)-costs, all[metric.Profit], "%s: profit of all frames", name)
	}
}

func TestTheWhaleAndTheHistogramsCountEveryCustomerOnce(t *testing.T) {
	x := newStepper(busy())
	x.toEnd(nothing)
	var profits, customers int64
	for _, m := range x.Markets {
		customers += m.Books[metric.Customers]
		for c := range m.Customers.Here {
			profits += m.profit(agents.CustomerID(c)) * flag(m.Customers.Here[c])
		}
	}
	h := &x.record.Hists
	sum := func(which metric.Hist) (n int64) {
		for _, bin := range h.Bins(which) {
			n += bin
		}
		return n
	}
	require.Equal(t, customers, sum(metric.ReportedPerCustomer))
	require.Equal(t, customers, sum(metric.RealPerCustomer))
	require.Equal(t, customers, sum(metric.PlainByProducts)+sum(metric.TraitByProducts))
	require.Equal(t, profits, sum(metric.PlainProfitByProducts)+sum(metric.TraitProfitByProducts))
	if profits > 0 {
		require.InDelta(t, 1.0, x.record.Whale[WhaleBins-1], 1e-12, "all customers together have all the profit")
	}
}

func TestHoursAddUpEveryWeek(t *testing.T) {
	model := busy()
	model.Size.Markets, model.Size.Customers, model.Size.Sellers = 1, 30, 3
	for x := newStepper(model); !x.over(); {
		before := x.Markets[0].Books
		x.week(func(m *Market) {
			spent := total(&m.Books, hoursParts) - total(&before, hoursParts)
			free := m.Books[metric.HoursAvailable] - before[metric.HoursAvailable]
			// Each of eleven bookings per seller is rounded by at most half a thousandth of an hour.
			require.InDelta(t, free, spent, 0.5*11*3, "week %d: hours of all activities against hours there were", m.Week-1)
		})
	}
}
