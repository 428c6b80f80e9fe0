package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/org"
	"xsell/sim/metric"
)

// flowsOf sums the books of a record whose identities hold.
func flowsOf(t *testing.T, model *Model) metric.Books {
	t.Helper()
	r := lived(t, model)
	require.Empty(t, Verify(r), "the books must balance")
	var sum metric.Books
	for i := range r.Frames {
		sum.Merge(&r.Frames[i].Books)
	}
	return sum
}

// gold makes savings the better tier of the account.
func gold() *Model {
	model := smallModel()
	model.Market.Products[smallSavings].Basis = agents.Products(0).With(smallAccount)
	model.Market.Products[smallSavings].Silent = 0
	model.Market.Seal()
	return model
}

func TestABetterTierTakesThePlaceOfTheOneBelow(t *testing.T) {
	x := newStepper(gold())
	x.toEnd(func(m *Market) {
		for c := range m.Customers.seats() {
			own := m.Customers.held(c) &^ m.Customers.Silent(c)
			require.False(t, own.Has(smallAccount) && own.Has(smallSavings), "week %d: customer %d has both tiers", m.Week, c)
			require.False(t, m.Customers.Here[c] && own.Has(smallSavings) && m.Customers.Need.Of(c).Has(smallAccount) && m.needRate(int(c), smallAccount) > 0,
				"who has the better tier comes to need no lower one")
		}
	})
	sum := flowsOf(t, gold())
	require.Positive(t, sum[metric.Upgraded], "somebody takes the better tier")
	require.Zero(t, flowsOf(t, smallModel())[metric.Upgraded], "without tiers nothing is replaced")
}

// needRate is the weekly rate at which customer c comes to need p.
func (m *Market) needRate(c int, p agents.ProductID) float32 {
	var rates [agents.MaxProducts]float32
	m.needRates(agents.CustomerID(c), &rates)
	return rates[p]
}

func TestTiersAreStackedHoweverManySteps(t *testing.T) {
	model := gold()
	model.Market.Products[smallMotor].Basis = agents.Products(0).With(smallSavings)
	model.Market.Seal()
	require.Equal(t, agents.Products(0).With(smallAccount).With(smallSavings), model.Market.Products[smallMotor].Below, "two steps down")
	require.Equal(t, agents.Products(0).With(smallSavings).With(smallMotor), model.Market.Products[smallAccount].Above, "two steps up")
}

// partnered adds a partner firm that half of all households are customers of.
func partnered(chosen float64) *Model {
	model := smallModel()
	model.Org.Contracts = []org.Contract{{Name: "partner", Unit: smallInsurer, Partner: 0.5, Joining: 1, Sends: 0.05, Chosen: chosen,
		Fee: agents.EUR(40)}}
	model.Org.Seal()
	return model
}

func TestAPartnerSendsWhomItsTermsAskFor(t *testing.T) {
	well, badly, none := flowsOf(t, partnered(1)), flowsOf(t, partnered(0)), flowsOf(t, smallModel())
	require.Positive(t, well[metric.JoinedByPartner], "chosen households join")
	require.Zero(t, badly[metric.JoinedByPartner], "a household sent without need does not join")
	require.Positive(t, badly[metric.LeadsContract], "customers are sent whether needed or not")
	require.Zero(t, none[metric.CostContracts])
	for name, sum := range map[string]metric.Books{"well": well, "badly": badly} {
		require.Positive(t, sum[metric.CostContracts], name)
		require.Zero(t, sum[metric.CostContracts]%int64(agents.EUR(40)), "every posting is a whole fee")
	}
	require.Less(t, float64(badly[metric.LeadsSigned])/float64(badly[metric.LeadsContract]+badly[metric.LeadsWalkIn]+1),
		float64(well[metric.LeadsSigned])/float64(well[metric.LeadsContract]+well[metric.LeadsWalkIn]+1), "badly chosen leads sign less")
}

func TestALimitOfLeadsHolds(t *testing.T) {
	model := smallModel()
	model.Org.Limit = 1
	years, seats := int64(model.Size.Weeks/52), int64(model.Size.Sellers)
	free, limited := flowsOf(t, smallModel()), flowsOf(t, model)
	staff := seats + limited[metric.Hired] // a successor has a count of their own
	require.LessOrEqual(t, limited[metric.Referrals], years*staff, "one lead per seller and year")
	require.Less(t, limited[metric.Referrals], free[metric.Referrals], "without a limit there are more")
}

func TestADiscountIsBookedAndSellsMore(t *testing.T) {
	dear, cheap := smallModel(), smallModel()
	dear.Targets.Discount, cheap.Targets.Discount = 0, 0
	cheap.Org.Bundle = 0.3
	without, with := flowsOf(t, dear), flowsOf(t, cheap)
	require.Zero(t, without[metric.CostDiscounts], "no discount, no cost")
	require.Positive(t, with[metric.CostDiscounts], "a discount costs")
	cheap.Mind.Decision.Price = 0
	require.Positive(t, flowsOf(t, cheap)[metric.CostDiscounts], "also where nobody cares about it")
}

func TestADeskSeesOnlyTheBestCustomers(t *testing.T) {
	model := smallModel()
	model.Org.Units[smallInsurer].Worth = agents.EUR(200)
	x := newStepper(model)
	x.toEnd(func(m *Market) {
		if modulo(m.Week-1, 13) != 0 {
			return // lists are made at closes
		}
		for u, seats := range m.Seats {
			for s := m.First[u]; u == int(smallInsurer) && s < m.First[u]+seats; s++ {
				list := m.Sellers.List[s]
				for _, c := range m.names(list) {
					require.Positive(t, m.Margin(c), "nobody without margin is on the desk's list")
				}
			}
		}
	})
	model.Org.Units[smallInsurer].Worth = agents.EUR(1e6)
	x = newStepper(model)
	x.toEnd(func(m *Market) {
		for row := range m.Leads.Source {
			if m.Leads.Product[row] == smallMotor {
				require.NotEqual(t, WalkIn, m.Leads.Source[row], "nobody comes to a desk that is for none of them")
			}
		}
	})
}

func TestFavoursAreReturned(t *testing.T) {
	m := newStepper(smallModel()).Markets[0]
	bank, insurer := agents.SellerID(m.First[smallBank]), agents.SellerID(m.First[smallInsurer])
	require.Zero(t, m.owed(insurer, smallBank), "nothing is owed at the start")
	m.favour(bank, insurer)
	require.Equal(t, 1.0, m.owed(insurer, smallBank), "the receiver of a lead owes one")
	m.fadeFavours()
	require.Less(t, m.owed(insurer, smallBank), 1.0, "what is owed fades")
	m.favour(insurer, bank)
	require.Zero(t, m.owed(insurer, smallBank), "a lead back pays it off")
	require.Equal(t, 1.0, m.owed(bank, smallInsurer), "and now the other owes")
}

func TestADiscountIsTakenOffWhatTheCustomerLeavesHere(t *testing.T) {
	model := smallModel()
	model.Org.Bundle, model.Mind.Traits.Limiter = 0.3, 0.2
	m := Build(model, smallWorld, 0)
	given := func(trait uint8) int64 {
		m.Customers.Marks[0] = trait
		m.Customers.empty(0)
		m.Customers.put(0, smallMotor, opened(0, agents.Nobody, 0)) // another line
		before := m.Books[metric.CostDiscounts]
		m.giveDiscount(0, smallAccount, 0)
		return m.Books[metric.CostDiscounts] - before
	}
	usual := given(0)
	require.Positive(t, usual, "who uses another line is given a discount")
	require.InDelta(t, 0.2*float64(usual), given(customer.Limiter), 1, "a limiter leaves a fifth of the margin, and is given a fifth of the discount")
	model.Mind.Traits.Limiter = -0.5
	require.Zero(t, given(customer.Limiter), "where the account brings a loss there is no margin to take anything off")
}

func TestMarginsAreRoundedHalfAwayFromZero(t *testing.T) {
	for amount, want := range map[float64]int32{0: 0, 0.0004: 0, 0.0005: 1, 0.0014: 1, 2.5: 2500, -0.0004: 0, -0.0005: -1, -0.0014: -1,
		-0.0016: -2, -2.5: -2500} {
		require.Equal(t, want, perWeek(amount), "%v EUR a week in thousandths", amount)
	}
}

func TestChangesInForceForTheMarketAndForOneAreJoined(t *testing.T) {
	market, own := InForce{}.With(3).With(70), InForce{}.With(3).With(5)
	both := market.Or(own)
	for i := range MaxChanges {
		require.Equal(t, i == 3 || i == 5 || i == 70, both.Has(i), "change %d", i)
	}
}
