package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/sim/metric"
)

// inCurrency is the model with every amount of money times k.
func inCurrency(model *Model, k float64) *Model {
	n := int64(k)
	for p := range model.Market.Products {
		x := &model.Market.Products[p]
		x.Margin *= k
		x.Keeping *= k
		x.Fee, x.Gift, x.Cost, x.Handling, x.Loss = x.Fee*agents.Money(n), x.Gift*agents.Money(n), x.Cost*agents.Money(n), x.Handling*agents.Money(n), x.Loss*agents.Money(n)
	}
	for u := range model.Plans {
		plan := &model.Plans[u]
		plan.Salary *= k
		for r := range plan.Rules {
			for i := range plan.Rules[r].Curve {
				plan.Rules[r].Curve[i].Jump *= k
				plan.Rules[r].Curve[i].Slope *= k
			}
		}
	}
	a, o := &model.Around, model.Org
	a.Fine, a.Remedy, a.Hiring, a.Acquisition = a.Fine*agents.Money(n), a.Remedy*agents.Money(n), a.Hiring*agents.Money(n), a.Acquisition*agents.Money(n)
	o.TrainingCost, o.ReachCost = o.TrainingCost*agents.Money(n), o.ReachCost*agents.Money(n)
	o.Nurture.Cost *= agents.Money(n)
	for h := range o.Handoffs {
		o.Handoffs[h].WorthMin *= agents.Money(n)
	}
	model.Targets.Discount *= agents.Money(n)
	model.Controls.AuditCost, model.Controls.CallCost = model.Controls.AuditCost*agents.Money(n), model.Controls.CallCost*agents.Money(n)
	return model
}

// tempted is a firm whose sellers weigh products that count unlike much, for pitching and for silent openings. Pay is so
// small that an amount of one euro hidden in a formula would be felt.
func tempted() *Model {
	model := busy()
	model.Plans[0].Tallies[0].Weight = []float64{2, 0.5, 0}
	for u := range model.Plans {
		plan := &model.Plans[u]
		plan.Salary /= 64
		for r := range plan.Rules {
			for i := range plan.Rules[r].Curve {
				plan.Rules[r].Curve[i].Jump /= 64
				plan.Rules[r].Curve[i].Slope /= 64
			}
		}
	}
	return model
}

func TestTheCurrencyScalesMoneyOnly(t *testing.T) {
	// Twice is exact in floating point, so that whoever weighs money against pay decides the same to the last bit.
	a, b := lived(t, tempted()), lived(t, inCurrency(tempted(), 2))
	// Margins are rounded to thousandths of a euro per household and week, salaries per seller and week, pay and bills
	// per posting: each costs at most 1.5 thousandths of difference, and there are fewer than 200 a week.
	const tolerance = 1.5 * 200 * 13
	for i := range a.Frames {
		for c := range metric.Counter(metric.Counters) {
			was, is, id := a.Frames[i].Books[c], b.Frames[i].Books[c], metric.Items[c].ID
			if money(c) {
				require.InDelta(t, 2*was, is, tolerance, "%s in the frame to week %d is money", id, a.Frames[i].Week)
				continue
			}
			require.Equal(t, was, is, "%s in the frame to week %d is not money", id, a.Frames[i].Week)
		}
	}
}

func TestTheCurrencyMovesNoSeller(t *testing.T) {
	a, b := newStepper(tempted()), newStepper(inCurrency(tempted(), 1024))
	for !a.over() {
		a.week(nothing)
		b.week(nothing)
		for i := range a.Markets {
			was, is := a.Markets[i], b.Markets[i]
			require.Equal(t, was.Sellers.Hours, is.Sellers.Hours, "hours in week %d", was.Week)
			require.Equal(t, was.Sellers.Rate, is.Sellers.Rate, "own rates in week %d", was.Week)
			require.Equal(t, was.Customers.Trust, is.Customers.Trust, "trust in week %d", was.Week)
			require.Equal(t, was.Customers.Held, is.Customers.Held, "accounts in week %d", was.Week)
		}
	}
}
