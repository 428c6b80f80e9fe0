// Package scenarios turns TOML words into the tables of numbers a run needs: it holds the embedded library,
// overlays variants on their bases, checks every word against its type and compiles. It must never run anything.
package scenarios

import "xsell/scenarios/words"

// Spec is one scenario as written. Above the line is what nobody chooses (run, market, customers, products,
// environment), below it what management can choose (organisation, pay, targets, controls), then the dates.
type Spec struct {
	Title       string   `toml:"title" required:"true" doc:"one line for lists and charts"`
	Summary     string   `toml:"summary" doc:"a paragraph: the system, the case it comes from, what to watch"`
	Base        string   `toml:"base" doc:"name of a built-in scenario or path of a file (relative to this one) that this one changes"`
	Overlay     bool     `toml:"overlay" doc:"true: no scenario, but changes to lay over any, as in silo+low-skill; it has no base and leaves run, customers and products alone"`
	Sources     []string `toml:"sources" doc:"where the scenario's own numbers come from, or what is assumed"`
	Run         Run      `toml:"run" required:"true" doc:"size and length of a run"`
	Market      Market   `toml:"market" required:"true" doc:"the local area and the competitor in it"`
	Customers   People   `toml:"customers" required:"true" doc:"who the customers are"`
	Products    Products `toml:"products" required:"true" doc:"what can be held, one table per product"`
	Environment Around   `toml:"environment" required:"true" doc:"public reputation, regulator, labour market"`

	Organisation Organisation `toml:"organisation" required:"true" doc:"units, grants, handoffs, ownership, information, culture"`
	Pay          Pay          `toml:"pay" required:"true" doc:"salaries and the rows of the pay plans"`
	Targets      Targets      `toml:"targets" doc:"goals and the threat behind them"`
	Controls     Controls     `toml:"controls" doc:"what looks for misconduct and what follows"`
	Timeline     Timeline     `toml:"timeline" doc:"dated changes, one table each"`
}

// Run is the size and length of a run.
type Run struct {
	Markets   int         `toml:"markets" required:"true" range:"1..100000" doc:"local areas; they do not touch one another between closes"`
	Customers int         `toml:"customers" required:"true" range:"1..200000000" doc:"customers of the firm at the start, over all markets; run.sellers does not follow, so change both in proportion"`
	Sellers   int         `toml:"sellers" required:"true" range:"0..10000000" doc:"seats for sellers, over all markets"`
	Weeks     words.Weeks `toml:"weeks" required:"true" range:"1..2600" doc:"measured length after the warm-up"`
	WarmUp    words.Weeks `toml:"warm-up" range:"0..520" doc:"weeks run before anything is measured"`
	Close     words.Weeks `toml:"close" required:"true" range:"1..52" doc:"weeks between the firm's closes; 4 or 13 are usual"`

	Replications int `toml:"replications" range:"0..1000000" doc:"worlds in which the commands run and compare live it where they are not told; 0: 30"`
}

// Market is what surrounds customers locally.
type Market struct {
	Vacant     words.Factor  `toml:"vacant-households" range:"0..5" doc:"households that are no customers at the start, per customer"`
	Joining    words.PerYear `toml:"joining" range:"0..50" doc:"chance per year that a vacant household becomes a customer, at reference reputation"`
	Competitor words.PerYear `toml:"competitor" range:"0..50" doc:"rate per year at which a competitor meets an open need"`
	Fading     words.Weeks   `toml:"fading" required:"true" range:"1..520" doc:"mean weeks until an open need fades by itself"`
	Cancelling words.PerYear `toml:"cancelling-elsewhere" range:"0..5" doc:"rate per year at which a product held elsewhere ends there"`
	Exit       words.PerYear `toml:"exit" range:"0..5" doc:"leaving rate per year of a settled customer with one product and average affinity, before affinity, products, trust and tenure act"`
}

// People is the customer mix.
type People struct {
	Segments  map[string]Segment     `toml:"segment" required:"true" sum:"1" sumfield:"share" doc:"segments with their life stage, one table each"`
	Wealth    words.Factor           `toml:"wealth-spread" range:"0..3" doc:"standard deviation of log wealth inside a segment"`
	Employed  words.Share            `toml:"with-large-employer" range:"0..1" doc:"share of households with a member at a large employer"`
	Employers int                    `toml:"employers-per-market" range:"0..200" doc:"large employers in a market"`
	Channels  map[string]Channel     `toml:"channel" required:"true" sum:"1" sumfield:"share" doc:"how customers come with a need, one table each"`
	Traits    Traits                 `toml:"traits" doc:"the four persistent problem traits"`
	Primary   map[string]words.Share `toml:"first-product" required:"true" sum:"1" refkeys:"products" doc:"with which product a new customer starts, shares sum to 1"`
	Fonder    words.Factor           `toml:"fonder-at-start" range:"-3..3" doc:"by how much customers at the start like the firm more than other households do, in standard deviations of affinity"`
	Ending    words.PerYear          `toml:"accounts-ending" range:"0..5" doc:"rate at which accounts of customers at the start ended so far, by themselves or with their customer; with dormancy it gives the share unused at the start"`
	Tenure    words.Weeks            `toml:"mean-tenure" required:"true" range:"1..2600" doc:"mean tenure of customers at the start"`
}

// Segment is a kind of household in a stage of life.
type Segment struct {
	Title  string                  `toml:"title" doc:"for reports"`
	Share  words.Share             `toml:"share" required:"true" range:"0..1" doc:"share of households"`
	Wealth words.Factor            `toml:"wealth" required:"true" range:"0..100" doc:"mean wealth, 1 = the average household"`
	Stays  words.Weeks             `toml:"stays" range:"1..5200" doc:"mean weeks in this stage of life"`
	Next   string                  `toml:"next" ref:"customers.segment" doc:"stage that follows; empty: none"`
	Needs  map[string]words.Factor `toml:"needs" refkeys:"products" range:"0..100" doc:"multiplies the rate of need of a product; 1 where absent"`
}

// Channel is a way customers come with a need.
type Channel struct {
	Share   words.Share  `toml:"share" required:"true" range:"0..1" doc:"share of customers with this habit"`
	Abandon words.Share  `toml:"abandon" range:"0..1" doc:"share of those who come that give up before anybody advises them"`
	Speed   words.Factor `toml:"speed" required:"true" range:"0..10" doc:"how readily a need is brought to the firm, 1 = as in a branch"`
}

// Traits are the shares of customers with each problem trait, and its strength.
type Traits struct {
	Demanders words.Share `toml:"service-demanders" range:"0..1" doc:"share who ask for service far more often"`
	Reversers words.Share `toml:"revenue-reversers" range:"0..1" doc:"share who return, cancel and default far more often"`
	Promo     words.Share `toml:"promotion-maximisers" range:"0..1" doc:"share who take the opening gift and leave the account unused"`
	Limiters  words.Share `toml:"spending-limiters" range:"0..1" doc:"share whose accounts earn little"`
}

// Products is the range, one table per product.
type Products map[string]Product

// Product is one thing that can be held, at most once per customer.
type Product struct {
	Title       string                  `toml:"title" doc:"for reports"`
	Line        string                  `toml:"line" required:"true" doc:"product line; lines exist by being named here"`
	Margin      words.MoneyPerYear      `toml:"margin" required:"true" range:"-100000..100000" doc:"yearly margin of a used account of a household of average wealth"`
	Keeping     words.MoneyPerYear      `toml:"keeping" range:"0..100000" doc:"yearly cost of keeping an account, used or not and whatever it earns: systems, statements, checks"`
	WealthPower words.Factor            `toml:"wealth-power" range:"0..2" doc:"margin grows with wealth to this power"`
	Fee         words.Money             `toml:"fee" range:"-100000..100000" doc:"one-off fee at opening"`
	Gift        words.Money             `toml:"gift" range:"0..100000" doc:"promotion paid at opening"`
	Cost        words.Money             `toml:"cost" range:"0..100000" doc:"cost of opening: papers, checks, underwriting"`
	Requests    words.PerYear           `toml:"requests" range:"0..1000" doc:"service requests per year of a used account"`
	Handling    words.Money             `toml:"request-cost" range:"0..10000" doc:"cost of one request beside the seller's time"`
	Minutes     words.Hours             `toml:"request-time" range:"0..40" doc:"seller's time for one request"`
	Complexity  words.Share             `toml:"complexity" range:"0..1" doc:"0 explains itself, 1 needs a specialist"`
	Meeting     words.Hours             `toml:"meeting" required:"true" range:"0.05..40" doc:"seller's time for one advice meeting about it"`
	Decision    words.Weeks             `toml:"decision" range:"0..52" doc:"mean weeks from yes to signature"`
	CoolingOff  words.Weeks             `toml:"cooling-off" range:"0..104" doc:"weeks in which it can be returned without reason"`
	Return      words.Share             `toml:"return" range:"0..0.99" doc:"share of needed and well advised openings returned in the cooling-off time"`
	Lapse       words.PerYear           `toml:"lapse" range:"0..20" doc:"cancellation rate per year of a needed, well advised account after cooling-off"`
	Dormancy    words.PerYear           `toml:"dormancy" range:"0..20" doc:"rate per year at which a needed account falls out of use"`
	Default     words.PerYear           `toml:"default" range:"0..20" doc:"credit default rate per year"`
	Loss        words.Money             `toml:"loss" range:"0..10000000" doc:"loss given default"`
	Need        words.PerYear           `toml:"need" required:"true" range:"0..100" doc:"needs per year of a household that does not hold it"`
	Held        words.Share             `toml:"held" range:"0..1" doc:"share of households that hold it somewhere at the start"`
	Here        words.Share             `toml:"here" range:"0..1" doc:"share of those customers' holdings that are with the firm at the start"`
	Silent      words.Share             `toml:"opened-silently" range:"0..1" doc:"ease of opening without the customer: 0 impossible, 1 a few keystrokes"`
	FeeRisk     words.Share             `toml:"silent-fee" range:"0..1" doc:"share of silently opened accounts that come to bear a fee"`
	Points      words.Factor            `toml:"points" range:"0..1000" doc:"sales points of one opening, where pay counts points"`
	Upgrades    string                  `toml:"upgrades" ref:"products" doc:"the product of which this one is the better tier: only its holders come to need this one, and taking it ends the other"`
	Follows     map[string]words.Factor `toml:"follows" refkeys:"products" range:"0..100" doc:"holding the named product multiplies the need for this one; below 1 for substitutes"`
}

// Around is what the firm cannot choose outside its markets.
type Around struct {
	Reputation  words.Share   `toml:"reputation" required:"true" range:"0..1" doc:"public reputation at the start and its long-run level"`
	Regulator   words.Factor  `toml:"regulator" range:"0..100" doc:"attention of regulator and press; 1 = the reference hazard of disclosure, 0 = nobody looks"`
	Fine        words.Money   `toml:"fine" range:"0..1000000000" doc:"fines and settlements per unauthorised account once disclosed"`
	Remedy      words.Money   `toml:"remedy" range:"0..1000000000" doc:"refund and remediation cost per unauthorised account once disclosed"`
	BillDelay   words.Weeks   `toml:"bill-delay" range:"0..1040" doc:"weeks from disclosure to the middle of the payments"`
	Quits       words.PerYear `toml:"quits" range:"0..20" doc:"quit rate per year of a content seller at outside pay"`
	OutsidePay  words.Factor  `toml:"outside-pay" required:"true" range:"0.1..10" doc:"pay a seller would get elsewhere, 1 = own salary"`
	Vacancy     words.Weeks   `toml:"vacancy" range:"0..104" doc:"mean weeks until a free seat is filled"`
	Records     words.Share   `toml:"applicants-on-record" range:"0..1" doc:"share of sellers and applicants who come with a record of misconduct; the less conscience, the likelier"`
	Hiring      words.Money   `toml:"hiring-cost" range:"0..1000000" doc:"cost of filling a seat"`
	Acquisition words.Money   `toml:"acquisition-cost" range:"0..100000" doc:"cost of winning a new customer"`
}

// Organisation is structure as data: units, grants, handoffs, ownership, information and culture.
type Organisation struct {
	Units        map[string]Unit     `toml:"unit" required:"true" sum:"1" sumfield:"seats" doc:"groups of sellers, one table each"`
	Grants       map[string]Grant    `toml:"grant" required:"true" doc:"who may sell what and how well, one table each"`
	Handoffs     map[string]Handoff  `toml:"handoff" doc:"how a lead changes hands, one table each"`
	Contracts    map[string]Contract `toml:"contract" doc:"employers or partner firms bound by contract, one table each"`
	Teams        bool                `toml:"teams" doc:"true: one seller of each unit shares the same customers (a team); false: every unit assigns its customers by itself"`
	Record       words.Share         `toml:"shared-record" range:"0..1" doc:"chance that what one unit knows of a customer is seen by another"`
	Score        words.Share         `toml:"score-quality" range:"0..1" doc:"correlation of the call list's order with true readiness to buy"`
	Coordination words.HoursPerWeek  `toml:"coordination" range:"0..80" doc:"hours a seller spends in meetings with other units"`
	Territories  words.Share         `toml:"clear-territories" range:"0..1" doc:"1: everybody knows whose the customer is; below: so many contacts are made twice"`
	Simple       words.Share         `toml:"simplification" range:"0..1" doc:"how far products are made simpler: the share of their complexity that is taken away"`
	Bundle       words.Share         `toml:"bundle-discount" range:"0..1" doc:"share of the first year's margin given to a customer who uses another line here"`
	Limit        words.PerYear       `toml:"referral-limit" range:"0..1000" doc:"most leads a seller may pass on in a year; 0: no limit"`
	Culture      Culture             `toml:"culture" doc:"habit of sharing customers"`
	Training     Training            `toml:"training" doc:"how skill is built"`
	Campaign     Campaign            `toml:"campaign" doc:"what the centre does to make lines known"`
	Houses       map[string]House    `toml:"house" sum:"1" sumfield:"share" doc:"firms whose customers and sellers are apart until they merge, one table each; none: one firm"`
	Merged       bool                `toml:"merged" doc:"true: the houses act as one firm: handoffs lead from one to the other, and who finds nobody in the own house who may sell a product comes to the other"`

	Information words.Factor `toml:"product-information" range:"0..5" doc:"what sellers know of other units' products, as a factor on the chance to think of one and on how well they tell who needs it; 1 = as usual; absent: 1"`
	Attention   words.Share  `toml:"leadership-attention" range:"0..1" doc:"leadership's attention to passing customers on: at 100 % sellers think of other units' products about twice as often"`
	Events      words.Share  `toml:"event-leads" range:"0..1" doc:"chance per week that an open need of a customer is seen in the firm's own data (a salary, a house, a birth) and becomes a lead"`
	Precision   words.Share  `toml:"event-precision" range:"0..1" doc:"share of these leads that are about the product the customer needs; the others are false alarms; absent: all"`
	Targeting   Targeting    `toml:"targeting" doc:"through which channel, with what and in which order a call list's customers are approached"`
	Nurture     Nurture      `toml:"nurture" doc:"what happens to new customers before anybody pitches to them"`
	Filter      Filter       `toml:"filter" doc:"whom nobody approaches unasked"`
}

// Unit seats people.
type Unit struct {
	Title  string             `toml:"title" doc:"for reports"`
	Seats  words.Share        `toml:"seats" required:"true" range:"0..1" doc:"share of the firm's sellers; shares of all units sum to 1"`
	Hours  words.HoursPerWeek `toml:"hours" required:"true" range:"0..100" doc:"hours a week for customers; 0: the unit does nothing"`
	Skill  words.Share        `toml:"starting-skill" range:"0..1" doc:"skill of a new seller"`
	Owns   bool               `toml:"owns-customers" doc:"true: only customers with a product of the unit's own lines are in its sellers' books; false: all customers of the market are"`
	Worth  words.MoneyPerYear `toml:"worth-at-least" range:"0..1000000" doc:"a desk for the best: only customers with at least this yearly margin come to it and are on its lists; at 0 all but those who cost more than they bring"`
	Serves bool               `toml:"serves" doc:"true: takes service requests of its lines"`
	House  string             `toml:"house" ref:"organisation.house" doc:"house it belongs to; empty: it serves the customers of all"`
}

// House is a firm of its own until the merger.
type House struct {
	Share    words.Share `toml:"share" required:"true" range:"0..1" doc:"share of households that deal with it, as customers or not yet; shares of all houses sum to 1"`
	Acquired bool        `toml:"acquired" doc:"true: it is the one that is taken over"`
}

// Grant says which lines a unit may sell and how well.
type Grant struct {
	Unit     string      `toml:"unit" required:"true" ref:"organisation.unit" doc:"who may sell"`
	Lines    []string    `toml:"lines" doc:"lines it may sell"`
	Products []string    `toml:"products" ref:"products" doc:"or single products"`
	Skill    words.Share `toml:"skill" required:"true" range:"0..1" doc:"skill a trained seller of the unit reaches in them, 1 = specialist"`
}

// Handoff says how a lead changes hands.
type Handoff struct {
	From     string             `toml:"from" required:"true" ref:"organisation.unit" doc:"unit that finds the lead"`
	To       string             `toml:"to" required:"true" ref:"organisation.unit" doc:"unit that receives it"`
	Lines    []string           `toml:"lines" doc:"lines it covers; empty: all the receiver may sell"`
	Ease     words.Share        `toml:"ease" range:"0..1" doc:"how easy passing on is: 1 a click and known rules, 0 nobody knows whom to call"`
	Delay    words.Weeks        `toml:"delay" range:"0..104" doc:"until the receiver sees it"`
	Joint    bool               `toml:"joint" doc:"both sellers sit at the table"`
	Moves    bool               `toml:"moves-customer" doc:"the receiver's relationship replaces the finder's afterwards"`
	WorthMin words.MoneyPerYear `toml:"worth-at-least" range:"0..1000000" doc:"only customers whose yearly margin is at least this; at 0 all but those who cost more than they bring"`
	Finder   words.Share        `toml:"finder-credit" range:"0..1" doc:"share of the sale's credit that goes to the finder as well"`
}

// Contract binds employers, or a partner firm, whose staff or customers become customers or leads of ours.
type Contract struct {
	Unit      string             `toml:"unit" required:"true" ref:"organisation.unit" doc:"unit whose sellers look after the covered households"`
	Employers words.Share        `toml:"employers" range:"0..1" doc:"share of large employers under contract"`
	Partner   words.Share        `toml:"partner" range:"0..1" doc:"instead of employers: share of households that are customers of a partner firm under contract"`
	Wealth    words.Factor       `toml:"wealth-at-least" range:"0..100" doc:"only the partner's customers of at least this wealth; 1 = the average household"`
	Sends     words.PerYear      `toml:"sends" range:"0..52" doc:"chance per year that the partner sends us a covered household"`
	Chosen    words.Share        `toml:"chosen" range:"0..1" doc:"share of those sent who were chosen because they need something; the others are sent whether needed or not"`
	Fee       words.Money        `toml:"fee" range:"0..100000" doc:"paid to the partner for each household sent, and for each customer sent who becomes a lead"`
	Joining   words.Factor       `toml:"joining" range:"0..100" doc:"multiplies the chance that a covered vacant household joins; 1 where it is not set"`
	Data      words.Share        `toml:"staff-data" range:"0..1" doc:"chance per week that an open need of a covered customer is seen through shared data"`
	Awareness words.Share        `toml:"awareness" range:"0..1" doc:"share of lines a covered customer knows the firm sells"`
	Exclusive words.Share        `toml:"exclusive" range:"0..1" doc:"share of the competitor's reach that is shut out of covered households"`
	Cost      words.MoneyPerYear `toml:"cost-per-employer" range:"0..100000000" doc:"what the contract and the branch on site cost"`
	Lost      words.PerYear      `toml:"lost" range:"0..20" doc:"rate per year at which an employer ends its contract"`
}

// Culture is the habit of sharing customers.
type Culture struct {
	Sharing words.Share `toml:"sharing" range:"0..1" doc:"habit of sharing customers the leadership works towards"`
	Start   words.Share `toml:"start" range:"0..1" doc:"habit at the start"`
	Pace    words.Weeks `toml:"pace" range:"1..1040" doc:"weeks in which two thirds of the way is gone"`
	Apart   words.Share `toml:"distance" range:"0..1" doc:"how far apart the cultures of merged houses are at the merger; it fades with the pace"`
}

// Training builds skill.
type Training struct {
	Hours  words.HoursPerWeek `toml:"hours" range:"0..40" doc:"hours a week in training"`
	Cost   words.MoneyPerYear `toml:"cost" range:"0..100000" doc:"cost per seller"`
	Ethics words.Share        `toml:"ethics" range:"0..1" doc:"strength of ethics training; 0 none"`
}

// Campaign is what the centre does to make lines known.
type Campaign struct {
	Reach words.PerYear `toml:"reach" range:"0..52" doc:"messages per customer and year about a line it does not hold"`
	Cost  words.Money   `toml:"cost" range:"0..100" doc:"cost of one message"`
}

// Pay is salaries and the rows of the plans.
type Pay struct {
	Salary map[string]words.MoneyPerYear `toml:"salary" refkeys:"organisation.unit" range:"0..10000000" doc:"base salary by unit"`
	Rules  map[string]Rule               `toml:"rule" doc:"rows of the pay plans, one table each"`
}

// Rule is one row of a pay plan: measure, window, gates, curve.
type Rule struct {
	Units    []string        `toml:"units" ref:"organisation.unit" doc:"whose plan the row is in; empty: every unit's"`
	Goal     string          `toml:"goal" ref:"targets.goal" doc:"goal whose attainment is paid (x = share of the goal reached); then measure, lines, products and window are the goal's, whatever the row says"`
	Measure  string          `toml:"measure" enum:"openings|points|kept-openings|referrals|referrals-signed|margin" doc:"what is counted when no goal is named: openings, their points, openings less returns and lapses, leads passed on, leads passed on that were signed, yearly margin opened [EUR]"`
	Lines    []string        `toml:"lines" doc:"lines that count; empty: all"`
	Products []string        `toml:"products" ref:"products" doc:"products that count; empty: all"`
	Of       string          `toml:"of" enum:"seller|team|unit|firm" doc:"whose count: the seller's own (default), the team's mean, the unit's mean in the market, the firm's mean; gates look at the same people"`
	Window   words.Weeks     `toml:"window" range:"1..260" doc:"weeks over which is counted"`
	Curve    []Piece         `toml:"curve" required:"true" doc:"what a final count pays, in pieces from left to right"`
	Gates    map[string]Gate `toml:"gate" doc:"pays only if these goals are reached too, one table each"`
	Clawback words.Weeks     `toml:"clawback" range:"0..520" doc:"an opening returned, lapsed or defaulted within so many weeks is taken off the count again"`
	Deferred words.Share     `toml:"deferred" range:"0..1" doc:"share of what the row pays that is paid later, and lost by who quits, is dismissed or convicted before"`
	Vests    words.Weeks     `toml:"vests" range:"0..1040" doc:"weeks until the deferred share is paid"`
}

// Piece of a pay curve.
type Piece struct {
	From words.Factor `toml:"from" range:"0..1000000000" doc:"from this count (or share of the goal) on"`
	Jump words.Money  `toml:"jump" range:"-1000000000..1000000000" doc:"paid on reaching it"`
	Each words.Money  `toml:"each" range:"-1000000000..1000000000" doc:"paid per further unit (or per whole goal, when the row names a goal)"`
}

// Gate on a goal.
type Gate struct {
	Goal    string      `toml:"goal" required:"true" ref:"targets.goal" doc:"goal that must be reached"`
	AtLeast words.Share `toml:"at-least" required:"true" range:"0..10" doc:"share of the goal"`
	Else    words.Share `toml:"else" range:"0..1" doc:"share of the row that is paid otherwise; 0 nothing"`
}

// Targets are goals and threats.
type Targets struct {
	Goals      map[string]Goal      `toml:"goal" doc:"what sellers are asked to reach, one table each"`
	Threats    map[string]Threat    `toml:"threat" doc:"what happens to those who do not, one table each"`
	Promotions map[string]Promotion `toml:"promotion" doc:"what comes to those who do well window after window, one table each"`
	Pressure   words.Share          `toml:"pressure" range:"0..1" doc:"how much managers press for the goals: 0 not at all, 1 daily calls"`
	Timing     words.Share          `toml:"timing-control" range:"0..1" doc:"share of closings whose week a seller can shift"`
	Discount   words.Money          `toml:"discount" range:"0..100000" doc:"price cut given when a closing is pulled forward"`
	Spread     words.Share          `toml:"spread" range:"0..2" doc:"how much harder some markets are asked for their goals than others: standard deviation of the logarithm, around the same mean"`
}

// Goal is a quota on a count.
type Goal struct {
	Units    []string     `toml:"units" ref:"organisation.unit" doc:"who has it; empty: every unit"`
	Measure  string       `toml:"measure" required:"true" enum:"openings|points|kept-openings|referrals|referrals-signed|margin" doc:"what is counted"`
	Lines    []string     `toml:"lines" doc:"lines that count; empty: all"`
	Products []string     `toml:"products" ref:"products" doc:"products that count; empty: all"`
	Window   words.Weeks  `toml:"window" required:"true" range:"1..260" doc:"weeks over which is counted"`
	Demand   words.Factor `toml:"times-demand" range:"0..1000000" doc:"quota as a multiple of what the seller's customers would buy unpushed"`
	Count    words.Factor `toml:"count" range:"0..1000000" doc:"or quota as a number per seller and window"`
	Growth   words.Share  `toml:"growth" range:"-1..10" doc:"rise of the quota per year, whatever happens"`
	Ratchet  words.Share  `toml:"ratchet" range:"0..1" doc:"share of what a seller sold above quota that is added to the next quota"`
}

// Threat is a firing or demotion rule.
type Threat struct {
	Units     []string    `toml:"units" ref:"organisation.unit" doc:"who is under it; empty: all with the goal"`
	Goal      string      `toml:"goal" required:"true" ref:"targets.goal" doc:"goal it looks at"`
	Floor     words.Share `toml:"floor" required:"true" range:"0..10" doc:"share of the goal below which a window counts as a miss"`
	Misses    int         `toml:"misses" required:"true" range:"1..100" doc:"misses in a row until it strikes"`
	Dismissal words.Share `toml:"dismissal" range:"0..1" doc:"chance that the seller is then dismissed"`
	PayCut    words.Share `toml:"pay-cut" range:"0..1" doc:"or the salary cut of a demotion"`
}

// Promotion is a rule that raises salaries.
type Promotion struct {
	Units   []string    `toml:"units" ref:"organisation.unit" doc:"who can rise; empty: all with the goal"`
	Goal    string      `toml:"goal" required:"true" ref:"targets.goal" doc:"goal it looks at"`
	AtLeast words.Share `toml:"at-least" required:"true" range:"0..10" doc:"share of the goal from which on a window counts"`
	Hits    int         `toml:"hits" required:"true" range:"1..100" doc:"such windows in a row until the promotion; then the count starts again"`
	Raise   words.Share `toml:"raise" range:"0..1" doc:"rise of the salary"`
}

// Controls look for misconduct.
type Controls struct {
	Audit       words.Share  `toml:"audit" range:"0..1" doc:"share of new accounts checked with the customer each year at random"`
	Warning     words.Share  `toml:"warning" range:"0..1" doc:"share of audits announced beforehand"`
	Detector    words.Factor `toml:"detector" range:"0..100" doc:"a seller with so many standard deviations more unused openings than others is looked into; 0: no detector"`
	Validation  words.Share  `toml:"validation-call" range:"0..1" doc:"share of openings confirmed with the customer by phone before they are booked"`
	CallCost    words.Money  `toml:"call-cost" range:"0..1000" doc:"cost of one such call"`
	AuditCost   words.Money  `toml:"audit-cost" range:"0..10000" doc:"cost of one audited account"`
	Whistle     words.Share  `toml:"whistleblowing" range:"0..1" doc:"chance per year that a colleague who sees misconduct reports it and is heard"`
	Dismissal   words.Share  `toml:"dismissal" range:"0..1" doc:"chance that a caught seller is dismissed"`
	Penalty     words.Factor `toml:"penalty" range:"0..1000" doc:"loss a caught seller expects, in weeks of salary, beside dismissal"`
	Suitability words.Share  `toml:"suitability-review" range:"0..1" doc:"share of sales reviewed for need before signature"`
	Disclosure  words.Share  `toml:"disclosure" range:"0..1" doc:"share of sales talks in which the seller's own interest is disclosed"`
	Disclosed   []string     `toml:"disclosure-lines" doc:"lines for which it is; empty: all"`
}

// Timeline is dated changes.
type Timeline map[string]Change

// Change is one dated overlay, for all or for a random share.
type Change struct {
	Week       words.Weeks    `toml:"at" range:"0..2600" doc:"weeks after the end of the warm-up; with a condition the first week in which it is asked, 0 where absent"`
	When       string         `toml:"when" doc:"condition on what management sees at a close, such as \"churn > 12 and week >= 26\": published measures by their ids, over the weeks since the last close, and week; the change is made once, at the first close at or after its date at which it holds"`
	Until      words.Weeks    `toml:"until" range:"1..2600" doc:"weeks after the end of the warm-up at which the levers are taken back; absent: never"`
	Title      string         `toml:"title" doc:"for reports"`
	Set        map[string]any `toml:"set" doc:"levers to change: any part of organisation, pay, targets, controls, environment or market, written as in the scenario itself"`
	Markets    words.Share    `toml:"markets" range:"0..1" doc:"share of markets it is for, drawn at random; absent: all"`
	Sellers    words.Share    `toml:"sellers" range:"0..1" doc:"or share of sellers' seats it is for, drawn at random in all markets; for pay, targets, controls, training and coordination"`
	Customers  words.Share    `toml:"customers" range:"0..1" doc:"or share of households it is for, drawn at random in all markets; for campaigns, shared record, territories and what happens in the market"`
	Move       words.Share    `toml:"move" range:"0..1" doc:"share of sellers who change places with a colleague of the same unit in another market; of their customers' relationships is lost what goes with a leaver"`
	Plant      int            `toml:"plant" range:"0..100" doc:"sellers in each market replaced by one with a record and without conscience"`
	Give       string         `toml:"give" ref:"products" doc:"product given, fully used, to a random share of the customers who lack it"`
	Share      words.Share    `toml:"share" range:"0..1" doc:"share of customers drawn for the gift; the others are the untreated"`
	Disclose   bool           `toml:"disclose" doc:"true: hidden misconduct becomes public at this date"`
	Reputation words.Share    `toml:"reputation-shock" range:"0..1" doc:"share of public reputation lost at this date"`
	Retention  words.Money    `toml:"retention" range:"0..10000000" doc:"money promised at this date to every seller who stays until it vests"`
	Vests      words.Weeks    `toml:"vests" range:"0..1040" doc:"weeks a seller must stay for the retention money"`
}
