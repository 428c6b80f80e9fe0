package sim

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/sim/metric"
)

func TestIdentitiesHoldInEveryFrame(t *testing.T) {
	for name, model := range map[string]*Model{"small": smallModel(), "busy": busy(), "crowded": crowded()} {
		r := lived(t, model)
		require.Empty(t, Verify(r), name)
		for _, line := range Ledger(r) {
			require.True(t, line.Balances(), "%s: %s over the whole run", name, line.Name)
			require.True(t, line.Rounded || line.Difference() == 0, "%s: nothing is missing in %s", name, line.Name)
		}
	}
}

func TestVerifyFindsEveryCounterOfAnIdentityThatIsOneOff(t *testing.T) {
	r := lived(t, smallModel())
	for _, x := range Identities {
		if x.Rounded {
			continue // one thousandth of an hour is within rounding
		}
		for _, c := range slices.Concat(x.Stock, x.In, x.Out) {
			r.Frames[3].Books[c]++
			broken := strings.Join(Verify(r), "; ")
			require.Contains(t, broken, x.Name+", week 51", "one %s more than there were", metric.Items[c].Title)
			r.Frames[3].Books[c]--
		}
	}
	require.Empty(t, Verify(r), "put right again, the books balance")
}

func TestVerifyFindsHoursThatNobodyWorked(t *testing.T) {
	r := lived(t, smallModel())
	r.Frames[3].Books[metric.HoursSlack] += 10_000 // of six sellers in 13 weeks: rounding is 6·13·9/1000 + 1 hours at most
	require.NotEmpty(t, Verify(r))
}

func TestVerifyFindsABarThatIsOneOff(t *testing.T) {
	for _, h := range []metric.Hist{metric.ReportedPerCustomer, metric.ExitsByArm, metric.Attainment, metric.SalesByWindowWeek} {
		r := lived(t, smallModel())
		r.Hists.Add(h, 0, 1)
		require.Contains(t, strings.Join(Verify(r), "; "), metric.Shapes[h].ID)
	}
}

func TestAuditFindsABookThatIsOneOff(t *testing.T) {
	x := newStepper(smallModel())
	x.toEnd(nothing)
	require.Empty(t, Audit(x.Firm))
	for _, c := range slices.Concat(kept, read) {
		x.Markets[1].Books[c]--
		broken := strings.Join(Audit(x.Firm), "; ")
		require.Contains(t, broken, "market 1, week 103: the books say")
		require.Contains(t, broken, metric.Items[c].Title)
		x.Markets[1].Books[c]++
	}
}

func TestAuditFindsABillThatIsNotInTheBooks(t *testing.T) {
	x := newStepper(busy())
	x.toEnd(nothing)
	require.Positive(t, x.unpaid(), "the disclosure of week 47 is not paid yet")
	x.Bills[0].paid++
	require.Contains(t, strings.Join(Audit(x.Firm), "; "), "firm, week 103: the books say")
}

func TestAuditFindsRowsThatContradictOneAnother(t *testing.T) {
	for what, spoil := range map[string]func(m *Market){
		"the margin that runs": func(m *Market) { m.Customers.Brings[0]++ },
		"do not tell of its accounts": func(m *Market) {
			m.Customers.Marks[0] ^= deceived
		},
		"other leads than those on the table": func(m *Market) {
			m.Customers.Pending.Set(0, m.Customers.Pending.Of(0)^agents.Products(0).With(smallMotor))
		},
	} {
		x := newStepper(smallModel())
		x.toEnd(nothing)
		spoil(x.Markets[0])
		require.Contains(t, strings.Join(Audit(x.Firm), "; "), what)
	}
}

func TestCountingTheRowsAgainChangesNothing(t *testing.T) {
	want, err := Run(t.Context(), busy(), smallWorld, 2)
	require.NoError(t, err)
	require.Equal(t, want, lived(t, busy()), "a history that is audited is the one that is not")
}

func TestAHistoryThatIsVerifiedSaysWhatItsAuditsFound(t *testing.T) {
	f := NewFirm(smallModel(), smallWorld, 1)
	f.auditing = true
	f.Markets[0].Books.Add(metric.Customers, 1)
	require.NoError(t, f.run(t.Context(), &Record{}, 1))
	require.Len(t, f.broken, 1+8, "one customer too many is seen at every close: of the warm-up and of two years")
}

// TestEveryCounterIsInTheLedger: what is in no identity, no audit and no other check can go wrong unseen. Those named
// here are parts or by-products of others.
func TestEveryCounterIsInTheLedger(t *testing.T) {
	seen := map[metric.Counter]bool{}
	for _, x := range Identities {
		for _, c := range slices.Concat(x.Stock, x.In, x.Out) {
			seen[c] = true
		}
	}
	for _, c := range slices.Concat(kept, read) {
		seen[c] = true
	}
	for _, c := range listed(metric.GoalWindows, metric.OpeningsSold, metric.Left, metric.ReferralsSigned) { // against distributions and tables
		seen[c] = true
	}
	parts := listed(metric.JoinedByPartner, metric.Abandoned, metric.ReferralsWithNeed, metric.OptedOut, metric.PulledForward,
		metric.HeldBack, metric.OpeningsUnneeded, metric.OpeningsPulled, metric.ReturnedPulled, metric.WaitWeeks, metric.Complaints, metric.LetDown,
		metric.TrustSum, metric.SatisfactionSum, metric.SayLeave, metric.Reputation, metric.MarketsCounted, metric.OffendersEver,
		metric.CaughtEver, metric.Caught, metric.CaughtOffences, metric.AttemptsBlocked, metric.Audited,
		metric.DiscoveredByCustomer, metric.FeesOnUnauthorised, metric.Disclosures, metric.GoalReached,
		metric.LeftAcquired, metric.GoneAcquired, metric.ReferralsAcross, metric.Promoted,
		metric.PushesNeeded, metric.EventsSigned, metric.EventsEnded, metric.Messages, metric.SellersMoved)
	for c := range metric.Counter(metric.Counters) {
		if slices.Contains(parts, c) {
			require.False(t, seen[c], "%s is in the ledger: take it off the list of parts", metric.Items[c].ID)
			continue
		}
		require.True(t, seen[c], "%s is in no identity and no audit", metric.Items[c].ID)
	}
}
