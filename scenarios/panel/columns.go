package panel

// Column says what a column of a panel means.
type Column struct{ Name, Unit, Kind, Meaning string }

// Kinds of columns: key (whose row it is), trait (drawn once and kept for life), state (at the end of the row's week),
// past (of the last finished window) and flow (since the last row of the same seat, the row's week included).
const (
	key   = "key"
	trait = "trait"
	state = "state"
	past  = "past"
	flow  = "flow"
)

var places = []Column{
	{"scenario", "", key, "name of the scenario"},
	{"world", "", key, "number of the replication; the same number is the same luck in every scenario"},
	{"week", "week", key, "last week lived, from 0 at the end of the warm-up; states are those at its end, after the close if the books are closed then"},
	{"market", "", key, "number of the market, from 0"},
}

var sellerColumns = append(places[:len(places):len(places)], []Column{
	{"seat", "", key, "number of the seat in the market; it differs between scenarios with other units"},
	{"generation", "", key, "how many sellers have left this seat before"},
	{"person", "", key, "who it is within a world: s, market, unit, ordinal and generation. The same person key in another scenario of " +
		"the same world is the same person where the unit bears the same name: same integrity, orientation, speed and tie, and the same luck of " +
		"their own. Generation 0 was there from the start in every scenario. A later generation may have been hired in another week, and is there " +
		"only where all before it have left: a seller who left in one scenario and not in the other is followed by somebody else in the one only"},
	{"unit", "", key, "name of the unit"},
	{"ordinal", "", key, "number of the seat in the unit, from 0; the same in every scenario that has the unit"},
	{"team", "", state, "number of the first team the seller belongs to, -1 without teams"},
	{"seated", "", state, "on the seat at the end of the week; where not, traits, skill, morale, record and strikes are those of who left last, " +
		"whose agreed sales may still be signed"},
	{"replaced", "", state, "left, and the seat has been filled anew since the last row: the row holds the keys and the last flows only"},
	{"tenure", "weeks", state, "on the seat; veterans of the start count as there for 260 weeks"},
	{"integrity", "0 to 1", trait, "weight of conscience"},
	{"orientation", "1 = average", trait, "to the customer"},
	{"speed", "1 = average", trait, "of meetings and service"},
	{"tie", "0 to 1", trait, "to other units"},
	{"skill", "0 to 1", state, "how far trained, mean over the lines the unit may sell"},
	{"morale", "0 to 1", state, "0.5 is calm"},
	{"salary", "EUR a year", state, "fixed pay after demotions"},
	{"record", "", state, "was investigated for accounts without consent"},
	{"strikes", "", state, "largest number of misses in a row under a firing or demotion rule"},
	{"goal", "", state, "name of the first goal of the plan, empty without one"},
	{"weeks_left", "weeks", state, "to the end of the goal's window, the next week included"},
	{"tally", "the goal's unit", state, "count in the window that runs; 0 when the week ended a window"},
	{"target", "the goal's unit", state, "of the window that runs"},
	{"attainment", "1 = target", state, "tally over target"},
	{"short_of_line", "accounts", state, "missing to the nearest goal, pay or firing line not yet reached, with the product that needs fewest; agreed " +
		"sales count as done; 0 where all lines are reached"},
	{"last_window_week", "week", past, "last week of the goal's last finished window"},
	{"last_window_goal", "", past, "name of that goal"},
	{"last_window_whole", "", past, "was there for all of that window"},
	{"last_tally", "the goal's unit", past, "final count of that window"},
	{"last_target", "the goal's unit", past, "target of that window"},
	{"last_attainment", "1 = target", past, "final count over target"},
	{"openings_sold", "accounts", flow, "opened with consent"},
	{"openings_unneeded", "accounts", flow, "of these without a need"},
	{"openings_pulled", "accounts", flow, "of these closed early for the seller"},
	{"openings_unauthorised", "accounts", flow, "opened without consent"},
	{"weeks_weighed", "weeks", flow, "in which opening without consent was weighed: the time at risk"},
	{"short_when_weighed", "accounts", flow, "missing to the nearest line when it was weighed last; in weekly rows the distance behind " +
		"offences_by_distance and weeks_by_distance, rounded up there; empty where nothing was weighed"},
	{"returned", "accounts", flow, "own openings returned in the cooling-off time"},
	{"cancelled", "accounts", flow, "own openings cancelled or lapsed"},
	{"defaulted", "accounts", flow, "own openings in default"},
	{"closed_by_firm", "accounts", flow, "own openings without consent that the firm closed"},
	{"referrals", "leads", flow, "passed on to another unit"},
	{"referrals_signed", "leads", flow, "passed on now or earlier and signed now"},
	{"variable_pay", "EUR", flow, "paid by the plan"},
	{"hours_serve", "hours", flow, "serving"},
	{"hours_advise", "hours", flow, "advising"},
	{"hours_push", "hours", flow, "pitching"},
	{"hours_refer", "hours", flow, "referring and joint meetings"},
	{"hours_coordinate", "hours", flow, "coordinating"},
	{"hours_learn", "hours", flow, "training and learning"},
	{"hours_timing", "hours", flow, "shifting closings"},
	{"hours_silent", "hours", flow, "opening without consent"},
	{"hours_slack", "hours", flow, "not worked"},
	{"hours_available", "hours", flow, "available"},
}...)

var householdKeys = append(places[:len(places):len(places)], []Column{
	{"seat", "", key, "number of the household's place in the market; the same place in every scenario"},
	{"generation", "", key, "how many households have left this place before"},
	{"person", "", key, "which household it is within a world: c, market, seat and generation. The same key in another scenario of the same " +
		"world is the same household: same segment at birth, wealth, affinity, traits, channel and employer, and the same luck of its own. " +
		"Generation 0 lived there from the start. A household that left in one scenario and not in the other is followed in the one by a later " +
		"generation, which is somebody else; a later generation that both have may have moved in at different weeks"},
}...)

var customerColumns = append(householdKeys[:len(householdKeys):len(householdKeys)], []Column{
	{"here", "", state, "is a customer; where not, the columns of the relation are empty or 0"},
	{"arm", "", state, "of an experiment that gave a product: treated, untreated, or empty"},
	{"segment", "", state, "stage of life"},
	{"wealth", "1 = average", trait, ""},
	{"affinity", "standard deviations", trait, "to this firm; customers of the start like it more than others do"},
	{"demander", "", trait, "asks for service far more often"},
	{"reverser", "", trait, "returns, cancels and defaults far more often"},
	{"promotion_maximiser", "", trait, "takes the gift and leaves the account unused"},
	{"spend_limiter", "", trait, "accounts earn little"},
	{"channel", "", trait, "how the household comes with a need"},
	{"employer", "", trait, "number of the large employer in the market, from 1; 0 without one"},
	{"trust", "0 to 1", state, ""},
	{"satisfaction", "0 to 1", state, ""},
	{"relationship", "0 to 1", state, "with the own seller"},
	{"fatigue", "pitches", state, "of being pitched at"},
	{"tenure", "weeks", state, "as a customer"},
	{"accounts_active", "accounts", state, "in use"},
	{"accounts_dormant", "accounts", state, "not used"},
	{"accounts_unauthorised", "accounts", state, "of both, those nobody asked for"},
	{"held_elsewhere", "products", state, "held at other firms"},
	{"products", "", state, "names of the products here, used or not, joined by +"},
	{"margin_per_year", "EUR a year", state, "of the accounts in use that were asked for"},
	{"profit", "EUR", state, "margins, fees and costs since measuring began"},
	{"opted_out", "", state, "asked not to be called"},
	{"opened", "accounts", flow, "opened since the last row and still on the books"},
}...)

var accountColumns = append(householdKeys[:len(householdKeys):len(householdKeys)], []Column{
	{"product", "", key, "name of the product; a household holds it at most once"},
	{"state", "", state, "active or dormant"},
	{"asked_for", "", trait, "opened with consent"},
	{"needed", "", trait, "opened with consent and not known to be unneeded; true for accounts from before the start"},
	{"closed_early", "", trait, "closing pulled forward for the seller"},
	{"badly_advised", "", trait, "the seller's skill fell well short of the product"},
	{"bears_fee", "", trait, "a silent account that came to bear a fee"},
	{"opened", "week", trait, "week of opening, negative before the measured time"},
	{"seller", "", state, "person key of who opened it, if still on the seat; else empty"},
}...)
