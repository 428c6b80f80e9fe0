package sim

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/sim/metric"
)

// tried is a busy smallModel with one change of levers.
func tried(x Change, levers *Model) *Model {
	model := smallModel()
	model.Size.Markets, model.Size.Customers, model.Size.Sellers = 6, 180, 36
	x.Name, x.Key, x.Levers = "tried", 77, true
	if x.Give == 0 {
		x.Give = -1
	}
	model.Changes = []Change{x}
	levers.Size = model.Size
	model.Regimes = map[InForce]*Model{InForce{}.With(0): levers}
	return model
}

// crowds are the ways to single out whom a change is for.
var crowds = map[string]Change{
	"markets":   {Week: 26, Markets: 0.5},
	"sellers":   {Week: 26, Markets: 1, Of: AmongSellers, Part: 0.5},
	"customers": {Week: 26, Markets: 1, Of: AmongCustomers, Part: 0.5},
}

func TestAPlaceboForSomeIsNoChangeAtAll(t *testing.T) {
	plain := smallModel()
	plain.Size = tried(Change{}, smallModel()).Size
	want := onlyLives(lived(t, plain))
	for name, x := range crowds {
		got := lived(t, tried(x, smallModel()))
		require.Len(t, got.Trials, 1, name)
		for side, arm := range got.Trials[0].Arms {
			assert.Positive(t, arm.Members, "%s on side %d", name, side)
		}
		assert.Equal(t, want, onlyLives(got), "to be drawn among %s for a change that changes nothing moves nobody", name)
	}
}

// pushed are levers that are felt by everybody.
func pushed() *Model {
	levers := smallModel()
	levers.Targets.Pressure, levers.Org.Reach, levers.Controls.Audit = 0.9, 0.3, 0.5
	return levers
}

func TestTheSidesOfATrialOfPeopleAddUpToTheBooks(t *testing.T) {
	after := func(r *Record, counters ...metric.Counter) (sum int64) {
		for i := range r.Frames {
			if r.Frames[i].Week >= 26 {
				sum += total(&r.Frames[i].Books, counters)
			}
		}
		return sum
	}
	sum := func(r *Record, of func(*Arm) int64) int64 { return of(&r.Trials[0].Arms[0]) + of(&r.Trials[0].Arms[1]) }

	r := lived(t, tried(crowds["sellers"], pushed()))
	assert.Equal(t, after(r, metric.OpeningsSold), sum(r, func(a *Arm) int64 { return a.Openings }), "openings")
	assert.Equal(t, after(r, metric.OpeningsUnneeded), sum(r, func(a *Arm) int64 { return a.Unneeded }), "without need")
	assert.Equal(t, after(r, metric.OpeningsUnauthorised), sum(r, func(a *Arm) int64 { return a.Silent }), "without consent")
	assert.Equal(t, after(r, metric.Referrals), sum(r, func(a *Arm) int64 { return a.Referrals }), "leads")
	assert.Equal(t, after(r, metric.CostVariablePay), sum(r, func(a *Arm) int64 { return int64(a.Money) }), "variable pay")
	assert.Equal(t, after(r, metric.GoalWindows), sum(r, func(a *Arm) int64 { return a.Goals }), "windows")
	assert.Equal(t, after(r, metric.Quit, metric.Dismissed, metric.DismissedForMisses), sum(r, func(a *Arm) int64 { return a.Left }), "leavers")

	r = lived(t, tried(crowds["customers"], pushed()))
	assert.Equal(t, after(r, metric.OpeningsSold), sum(r, func(a *Arm) int64 { return a.Openings }), "openings")
	assert.Equal(t, after(r, metric.Left), sum(r, func(a *Arm) int64 { return a.Left }), "leavers")
}

func TestTheSidesOfATrialOfMarketsAddUpToTheBooks(t *testing.T) {
	firms := listed(metric.CostConduct, metric.ConductBill, metric.BillsPaid, metric.BillsUnpaid, metric.Disclosures, metric.Profit)
	r := lived(t, tried(crowds["markets"], pushed()))
	last := len(r.Trials[0].Arms[0].Frames) - 1
	for i := range last + 1 {
		both := r.Trials[0].Arms[0].Frames[i].Books
		both.Merge(&r.Trials[0].Arms[1].Frames[i].Books)
		want := r.Frames[len(r.Frames)-1-last+i].Books
		for c := range want {
			if k := metric.Counter(c); !slices.Contains(firms, k) {
				assert.Equal(t, want[c], both[c], "%s in frame %d: what is not the firm's own is some market's", metric.Items[c].ID, i)
			}
		}
	}
}

func TestALeverForSomeIsFeltByThemAlone(t *testing.T) {
	levers := smallModel()
	levers.Plans[smallBank].Salary, levers.Org.Reach = 14400, 0.5
	for name, x := range crowds {
		step := newStepper(tried(x, levers))
		for step.Week < 27 {
			step.week(nothing)
		}
		pays, hears := map[float64]bool{}, map[float64]bool{}
		for _, m := range step.Markets {
			for s := range m.Sellers.Unit {
				pays[m.of(agents.SellerID(s)).Plans[smallBank].Salary] = true
			}
			for c := range m.Customers.seats() {
				hears[m.facing(c).Org.Reach] = true
			}
		}
		assert.Equal(t, name != "customers", len(pays) == 2, "%s: two salaries", name)
		assert.Equal(t, name != "sellers", len(hears) == 2, "%s: two campaigns", name)
	}
}

func TestLeversAreTakenBackAfterTheirTime(t *testing.T) {
	for name, x := range crowds {
		x.Until = 40
		levers := smallModel()
		levers.Targets.Pressure = 0.9
		model := tried(x, levers)
		step := newStepper(model)
		for step.Week < 52 {
			step.week(func(m *Market) {
				if m.Week <= 40 {
					return
				}
				for s := range m.Sellers.Unit {
					require.Same(t, model, m.of(agents.SellerID(s)), "%s in week %d", name, m.Week)
				}
				require.Same(t, model, m.facing(0), "%s in week %d", name, m.Week)
			})
		}
		assert.Equal(t, int32(26), step.Happened[0])
	}
}

func TestAPartialChangeStaysPartialWhenALaterOneIsForAll(t *testing.T) {
	audits, both, calls := smallModel(), smallModel(), smallModel()
	audits.Controls.Audit, both.Controls.Audit = 0.7, 0.7
	calls.Controls.Validation, both.Controls.Validation = 0.4, 0.4
	model := tried(crowds["markets"], audits)
	model.Changes = append(model.Changes, Change{Name: "later", Week: 30, Markets: 1, Give: -1, Levers: true})
	for i, levers := range []*Model{audits, calls, both} {
		levers.Size = model.Size
		model.Regimes[InForce{uint64(i + 1)}] = levers
	}
	step := newStepper(model)
	for step.Week < 31 {
		step.week(nothing)
	}
	seen := map[float64]int{}
	for _, m := range step.Markets {
		seen[m.Model.Controls.Audit]++
		assert.Equal(t, 0.4, m.Model.Controls.Validation, "the later change is for all")
	}
	assert.Len(t, seen, 2, "the earlier change is still for some markets only: %v", seen)
	assert.Same(t, &calls.Around, step.Around, "the firm itself lives under what is for all")
}

func TestOneMoreSeatMovesNobodyIntoAnotherArm(t *testing.T) {
	x := Change{Name: "pay", Key: 5, Week: 20, Markets: 1, Of: AmongSellers, Part: 0.5, Give: -1, Levers: true}
	with := func(model, levers *Model) *Model {
		model.Changes = []Change{x}
		model.Regimes = map[InForce]*Model{InForce{}.With(0): levers}
		return model
	}
	paid := func(model *Model, unit string) *Model {
		for u := range model.Plans {
			if model.Org.Units[u].Name == unit {
				model.Plans[u].Salary *= 2
			}
		}
		return model
	}
	base := with(alone(), paid(alone(), "bank"))
	for at, name := range []string{"aaa", "inn", "zzz"} {
		more, levers := withUnit(alone(), at, name, 0.25), withUnit(alone(), at, name, 0.25)
		more.Size.Sellers = 16
		levers.Size.Sellers = 16
		t.Run(name, func(t *testing.T) { sameLives(t, base, with(more, paid(levers, "bank")), 2) })
	}
}
