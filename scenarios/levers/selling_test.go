package levers

import (
	"testing"

	"xsell/sim/metric"
)

var silo = firm{name: "silo"}

// pitchConversion is the share of pitches that end in a yes.
var pitchConversion = over(count(metric.PushesYes), count(metric.Pushes))

// pressed is the silo under pressure and with more pay for sales: more pitches, so that more can be told from them.
var pressed = silo.with("targets.pressure = 1", "organisation.shared-record = 1", manyPitches)

const manyPitches = `pay.rule.commission.curve = [{ from = 0.0, each = "EUR 30" }]`

// by is the share of pitches that end in a yes between two bins of a pair of distributions.
func by(yes, all metric.Hist, from, to int) reading {
	return over(bins(yes, from, to), bins(all, from, to))
}

// Law 15: conversion falls down the call list, as far as the score knows anything.
func TestConversionFallsDownTheCallList(t *testing.T) {
	fall := func(f firm) []float64 {
		return less(f.read(t, by(metric.YesByDepth, metric.PitchesByDepth, 0, 2)), 1, f.read(t, by(metric.YesByDepth, metric.PitchesByDepth, 5, 20)))
	}
	good, blind := pressed.with("organisation.score-quality = 0.45"), pressed.with("organisation.score-quality = 0")
	surely(t, fall(good), "the twenty best names of a list say yes more often than those after the fiftieth")
	surely(t, less(fall(good), 1, fall(blind)), "without a score less so")
}

// Law 15: conversion falls with repeated contact; not where contact tires nobody.
func TestConversionFallsWithRepeatedContact(t *testing.T) {
	blind := pressed.with("organisation.score-quality = 0")
	fall := func(f firm) []float64 {
		return less(f.read(t, by(metric.YesByContact, metric.PitchesByContact, 0, 1)), 1, f.read(t, by(metric.YesByContact, metric.PitchesByContact, 1, 6)))
	}
	tireless := blind.thinking("trust.fatigue = 0; trust.bother = 0; trust.message = 0; decision.settled = 0")
	surely(t, fall(blind), "who was called before says yes less often")
	surely(t, less(fall(blind), 1, fall(tireless)), "where calls do not tire less so")
}

func TestABetterScoreSellsMorePerPitch(t *testing.T) {
	good, blind := silo.with("organisation.score-quality = 0.45"), silo.with("organisation.score-quality = 0")
	surely(t, less(good.read(t, pitchConversion), 1, blind.read(t, pitchConversion)), "a score finds who is ready to buy")
}

func TestTheCustomersOwnChannelIsHeard(t *testing.T) {
	mass := pressed.with(`organisation.targeting.channel = "mass"`, `organisation.targeting.through = "phone"`)
	habit := pressed.with(`organisation.targeting.channel = "habit"`, `organisation.targeting.through = "phone"`)
	tested := pressed.with(`organisation.targeting.channel = "tested"`, `organisation.targeting.through = "phone"`, `organisation.targeting.test = 0.1`)
	surely(t, less(habit.read(t, pitchConversion), 1, tested.read(t, pitchConversion)), "the channel on record is better than the one a test finds best")
	surely(t, less(tested.read(t, pitchConversion), 1, mass.read(t, pitchConversion)), "a tested channel is better than the telephone for all")

	deaf := "decision.channel = 0"
	surely(t, less(habit.read(t, pitchConversion), 1, habit.thinking(deaf).read(t, pitchConversion)), "that is the channel's doing")
	idle(t, habit.thinking(deaf), mass.thinking(deaf))
}

func TestMinedRulesFindNeeds(t *testing.T) {
	found := over(count(metric.PushesNeeded), count(metric.Pushes))
	linked := pressed.with("organisation.score-quality = 0", "products.personal-loan.follows.credit-card = 15", "products.savings.follows.personal-loan = 10")
	gain := func(f firm) []float64 {
		return less(f.with("organisation.targeting.bundles = 1").read(t, found), 1, f.read(t, found))
	}
	surely(t, gain(linked), "offers by mined rules meet more needs")
}

// growing is a bank that many join.
var growing = []string{"market.vacant-households = 1", "market.joining = 1.5 per year", "targets.pressure = 1", manyPitches}

// early is how many sales there are per customer and week in the first half-year.
var early = over(bins(metric.SalesByTenure, 0, 2), bins(metric.WeeksByTenure, 0, 2))

// leavesEarly is how many leave in the first year, per week.
var leavesEarly = over(bins(metric.ExitsByTenure, 0, 4), bins(metric.WeeksByTenure, 0, 4))

func TestNurtureSellsLaterAndBetterThanSellingAtOnce(t *testing.T) {
	nurture, atOnce := firm{name: "nurture"}.with(growing...), firm{name: "sell-at-once"}.with(growing...)
	surely(t, less(atOnce.read(t, early), 1, nurture.read(t, early)), "who is sold to at once buys more in the first half-year")
	later, now := firm{name: "nurture"}, firm{name: "sell-at-once"} // with few pitches each is of a name near the top
	surely(t, less(later.read(t, pitchConversion), 1, now.read(t, pitchConversion)), "pitches convert better after nurture")
	surely(t, less(atOnce.read(t, leavesEarly), 1, nurture.read(t, leavesEarly)), "fewer leave in the first year after nurture")

	dumb := "trust.nurtured = 0"
	surely(t, less(nurture.thinking(dumb).read(t, leavesEarly), 1, nurture.read(t, leavesEarly)), "for the relationship that messages build")
	for _, n := range nurture.read(t, count(metric.Messages)) {
		if n == 0 {
			t.Error("new customers get messages")
		}
	}
}

func TestAFilterSparesWhomItKnows(t *testing.T) {
	none := silo.with("organisation.filter.unhappy = 1", "run.weeks = 26 weeks")
	surely(t, less(silo.read(t, measure("pitches")), 1, none.read(t, measure("pitches"))), "who is unhappy is not called")
	for _, n := range none.read(t, count(metric.Pushes, metric.Referrals)) {
		if n != 0 {
			t.Errorf("nobody is perfectly happy, so a filter at 1 lets nobody be called or passed on; %v were", n)
		}
	}
	f := firm{name: "selective"}.with("targets.pressure = 1", manyPitches)
	all := f.with("organisation.filter.problem = 0", "organisation.filter.unhappy = 0")
	losses := bins(metric.LossByProducts, 2, 8)
	surely(t, less(all.read(t, measure("openings_gross")), 1, f.read(t, measure("openings_gross"))), "a selective firm sells less")
	surely(t, less(all.read(t, losses), 1, f.read(t, losses)), "and loses less with those who hold more than one product")
}

// Law 15, fact R11: leads by event convert at least twice as often as pitches, by the need they are about.
func TestTimingBeatsVolume(t *testing.T) {
	byEvent := over(count(metric.EventsSigned), count(metric.EventsEnded))
	f := silo.with("organisation.event-leads = 0.1")
	surely(t, less(f.read(t, byEvent), 2, f.read(t, pitchConversion)), "a lead by event is worth more than two pitches")
	surely(t, less(f.read(t, measure("needs_met_share")), 1, silo.read(t, measure("needs_met_share"))), "more needs are met here")
	blunt := f.thinking("decision.need = 0")
	surely(t, less(blunt.read(t, pitchConversion), 0.5, blunt.read(t, byEvent)), "where needs do not count it is not")
}

// sharing is a silo with some habit of sharing customers: more referrals, so that more can be told from them.
var sharing = silo.with("organisation.culture.start = 0.5", "organisation.culture.sharing = 0.5")

func TestKnowingTheOthersProductsMakesMoreAndBetterLeads(t *testing.T) {
	knows, ignorant := sharing.with("organisation.product-information = 1.5"), sharing.with("organisation.product-information = 0.5")
	surely(t, less(knows.read(t, measure("referrals")), 1, ignorant.read(t, measure("referrals"))), "who knows the others' products passes more on")
	surely(t, less(knows.read(t, measure("referral_precision")), 1, ignorant.read(t, measure("referral_precision"))), "and tells better who needs them")
	none := sharing.with("organisation.product-information = 0")
	for _, n := range none.read(t, count(metric.Referrals)) {
		if n != 0 {
			t.Errorf("who knows nothing of the others' products passes nobody on; %v were", n)
		}
	}
}

// Fact O6: where leaders make it a priority referrals about double (1.5 to 2.5 times).
func TestLeadershipsAttentionAboutDoublesReferrals(t *testing.T) {
	watched := sharing.with("organisation.leadership-attention = 1")
	surely(t, less(watched.read(t, measure("referrals")), 1.5, sharing.read(t, measure("referrals"))), "attention brings half as many again and more")
	surely(t, less(sharing.read(t, measure("referrals")), 1/2.5, watched.read(t, measure("referrals"))), "not more than two and a half times as many")
	idle(t, watched.thinking("refer.attention = 0"), sharing.thinking("refer.attention = 0"))
}

func TestDisclosureLowersNeedlessSales(t *testing.T) {
	open := pressed.with("controls.disclosure = 1")
	surely(t, less(pressed.read(t, measure("unsuitable_share")), 1, open.read(t, measure("unsuitable_share"))), "a disclosed interest convinces fewer who need nothing")
	idle(t, open.thinking("decision.disclosed = 0"), pressed.thinking("decision.disclosed = 0"))
}
