package agents

// Psychology is the one table of behavioural constants, shared by every scenario. Values, units, ranges and
// sources stand in scenarios/psychology.toml; the same file feeds docs/ODD.md.
type Psychology struct {
	Need     NeedMind     `toml:"need"`
	Seek     SeekMind     `toml:"seek"`
	Decision DecisionMind `toml:"decision"`
	Regret   RegretMind   `toml:"regret"`
	Stay     StayMind     `toml:"stay"`
	Trust    TrustMind    `toml:"trust"`
	Traits   TraitMind    `toml:"traits"`
	Effort   EffortMind   `toml:"effort"`
	Refer    ReferMind    `toml:"refer"`
	Conduct  ConductMind  `toml:"conduct"`
	Career   CareerMind   `toml:"career"`
	Public   PublicMind   `toml:"public"`
}

// NeedMind shapes how needs arise.
type NeedMind struct {
	Affinity   float64 `toml:"affinity"`    // log rate of needs per standard deviation of affinity
	FirstBoost float64 `toml:"first-boost"` // extra rate in the first week of a relationship, 1 = doubled
	FirstWeeks float64 `toml:"first-weeks"` // weeks in which that extra falls to 1/e
	Switch     float64 `toml:"switch"`      // rate of need for a product held elsewhere, relative to one not held
	HereStart  float64 `toml:"here-start"`  // log odds of a holding being here at the start, per sd of affinity
}

// SeekMind shapes how a customer brings a need to the firm.
type SeekMind struct {
	Weekly     float64 `toml:"weekly"`      // chance per week that an open need is brought to the firm, trust 0.5 and line known
	Trust      float64 `toml:"trust"`       // log chance per unit of trust above one half
	Affinity   float64 `toml:"affinity"`    // log chance per sd of affinity
	Relation   float64 `toml:"relation"`    // log chance per unit of relationship: who has a seller of their own comes sooner
	Unaware    float64 `toml:"unaware"`     // factor when the customer does not know the firm sells the line
	Learn      float64 `toml:"learn"`       // chance that a conversation about a line makes it known
	CallBack   float64 `toml:"call-back"`   // chance that a call back on an abandoned request is made when the record is shared
	Loyal      float64 `toml:"loyal"`       // how far a relationship of 1 keeps needs from the competitor, share
	FreeChance float64 `toml:"free-chance"` // share of a need's walk-ins that the reference demand counts as sold
	Cap        float64 `toml:"cap"`         // largest chance per week
}

// DecisionMind is the logit of a customer's signature.
type DecisionMind struct {
	Base     float64 `toml:"base"`     // log odds with nothing else
	Need     float64 `toml:"need"`     // with an open need
	Trust    float64 `toml:"trust"`    // per unit of trust above one half
	Relation float64 `toml:"relation"` // per unit of relationship
	Skill    float64 `toml:"skill"`    // per unit of skill above the product's complexity
	Aware    float64 `toml:"aware"`    // when the line is known
	Fatigue  float64 `toml:"fatigue"`  // per unit of fatigue, subtracted
	Affinity float64 `toml:"affinity"` // per sd of affinity
	Push     float64 `toml:"push"`     // when pushed
	Joint    float64 `toml:"joint"`    // when finder and receiver sit together
	Wait     float64 `toml:"wait"`     // per week a lead has waited, subtracted
	Bundle   float64 `toml:"bundle"`   // per further line already held here (one-stop convenience)
	Walkin   float64 `toml:"walk-in"`  // when the customer came of their own accord
	Settled  float64 `toml:"settled"`  // chance that a no ends a need
	Price    float64 `toml:"price"`    // per first year's price taken off by a discount

	Channel   float64 `toml:"channel"`   // a contact through the own channel against one through another
	Disclosed float64 `toml:"disclosed"` // when pushed without need by a seller who discloses the own interest, subtracted
	Fit       float64 `toml:"fit"`       // when pushed without need, per log of how often such a household comes to need it over the average
}

// RegretMind shapes what happens to accounts that were not needed.
type RegretMind struct {
	Return    float64 `toml:"return"`    // factor on the return hazard of an unneeded account
	Lapse     float64 `toml:"lapse"`     // factor on its lapse hazard
	Default   float64 `toml:"default"`   // factor on its default hazard
	Dormant   float64 `toml:"dormant"`   // share of unneeded openings never used
	Pulled    float64 `toml:"pulled"`    // factor on return, lapse and default of a closing pulled forward
	Unskilled float64 `toml:"unskilled"` // factor per unit by which skill fell short of complexity
	Earns     float64 `toml:"earns"`     // margin of an unneeded account relative to a needed one
	Revive    float64 `toml:"revive"`    // yearly rate at which a dormant, consented account is used again
	Clean     float64 `toml:"clean"`     // yearly rate at which a dormant account is closed
	Complain  float64 `toml:"complain"`  // share of returns and lapses of unneeded accounts that come with a complaint
	Gap       float64 `toml:"gap"`       // shortfall of skill from which on a sale counts as badly advised, and which it then stands for
}

// StayMind shapes leaving.
type StayMind struct {
	Affinity   float64 `toml:"affinity"`    // log hazard per sd of affinity, subtracted
	Products   float64 `toml:"products"`    // log hazard per further used product, subtracted (switching cost: the causal part)
	Trust      float64 `toml:"trust"`       // per unit of trust above one half, subtracted
	Relation   float64 `toml:"relation"`    // per unit of relationship, subtracted
	Unhappy    float64 `toml:"unhappy"`     // per unit of satisfaction below one half, added
	First      float64 `toml:"first"`       // extra hazard factor in the first week
	FirstWeeks float64 `toml:"first-weeks"` // weeks in which it falls to 1/e
	Empty      float64 `toml:"empty"`       // factor for a customer without any used product
	Cap        float64 `toml:"cap"`         // largest hazard per week
	SayBase    float64 `toml:"say-base"`    // log odds of saying one means to leave, at satisfaction one half
	Say        float64 `toml:"say"`         // per unit of satisfaction above one half, subtracted
}

// TrustMind moves trust, satisfaction, relationship and fatigue.
type TrustMind struct {
	Drift     float64 `toml:"drift"`     // weekly pull of trust towards what the market thinks of the firm
	Advice    float64 `toml:"advice"`    // gain from good advice, share of the way to 1
	Regret    float64 `toml:"regret"`    // loss from a regretted sale, share of trust
	Betrayal  float64 `toml:"betrayal"`  // loss from finding an account nobody asked for
	Bother    float64 `toml:"bother"`    // loss from an unwanted pitch
	Served    float64 `toml:"served"`    // gain of satisfaction from prompt service, share of the way to 1
	Wait      float64 `toml:"wait"`      // loss of satisfaction per week waited, share
	Calm      float64 `toml:"calm"`      // weekly pull of satisfaction to one half
	Contact   float64 `toml:"contact"`   // gain of relationship from a useful contact, share of the way to 1
	Forget    float64 `toml:"forget"`    // weekly loss of relationship without contact, share
	Leaver    float64 `toml:"leaver"`    // share of relationship that goes with a leaving seller
	Fatigue   float64 `toml:"fatigue"`   // fatigue added by one pitch
	Rest      float64 `toml:"rest"`      // weekly loss of fatigue, share
	OptOut    float64 `toml:"opt-out"`   // chance that an unwanted pitch ends in "do not call me"
	Complaint float64 `toml:"complaint"` // chance that an unhappy event becomes a complaint
	Outrage   float64 `toml:"outrage"`   // chance that finding an account nobody asked for becomes a complaint
	LongWait  float64 `toml:"long-wait"` // weeks of waiting after which a request is given up
	Patience  float64 `toml:"patience"`  // weeks after which a lead nobody has worked is lost
	Message   float64 `toml:"message"`   // fatigue added by a message of the centre
	Old       float64 `toml:"old"`       // relationship of customers at the start
	New       float64 `toml:"new"`       // relationship of a new customer
	Fade      float64 `toml:"fade"`      // weekly chance that a customer kept waiting for a signature changes their mind
	Nurtured  float64 `toml:"nurtured"`  // gain of relationship from a message to a new customer, share of the way to 1
}

// TraitMind is how strongly the four problem traits act.
type TraitMind struct {
	Demander  float64 `toml:"demander"`   // factor on service requests
	Reverser  float64 `toml:"reverser"`   // factor on returns, lapses and defaults
	Promo     float64 `toml:"promo"`      // chance that an account of a promotion maximiser stays unused
	Limiter   float64 `toml:"limiter"`    // share of their margin that accounts of a spending limiter bring
	PromoNeed float64 `toml:"promo-need"` // factor on the rate of "needs" of a promotion maximiser for products with a gift
	Habit     float64 `toml:"habit"`      // further service requests per year of a service demander for each account beyond the first
	Reversed  float64 `toml:"reversed"`   // share of their margin that accounts of a revenue reverser bring in the end; below 0 more is taken back
	Bargain   float64 `toml:"bargain"`    // share of their margin that accounts of a promotion maximiser bring
}

// EffortMind shapes how hours are divided. Values are in hours of own pay per hour of work.
type EffortMind struct {
	Noise     float64 `toml:"noise"`      // scale of the logit over activities
	Serve     float64 `toml:"serve"`      // worth of serving by itself, at orientation 1
	Advise    float64 `toml:"advise"`     // worth of advising on a real need by itself, at orientation 1
	Push      float64 `toml:"push"`       // dislike of pitching without a need, negative
	Learn     float64 `toml:"learn"`      // worth of learning by itself
	Rest      float64 `toml:"rest"`       // worth of an hour not worked
	Pressure  float64 `toml:"pressure"`   // worth of any selling hour under full pressure
	PitchTime float64 `toml:"pitch-time"` // hours per pitch
	Practice  float64 `toml:"practice"`   // skill gained per meeting, share of what is missing
	Trained   float64 `toml:"trained"`    // skill gained per hour of training, share of what is missing
	Rate      float64 `toml:"rate"`       // weekly weight of news in the own-rate belief
	Own       float64 `toml:"own"`        // spread of ability: sd of log speed
	Spread    float64 `toml:"spread"`     // spread of orientation to the customer: sd of its log
	Chance    float64 `toml:"chance"`     // believed chance that a lead signs
	Sale      float64 `toml:"sale"`       // worth of any sale by itself when choosing what to offer, hours of own pay
	Cold      float64 `toml:"cold"`       // believed chance that a pitch sells
	Gain      float64 `toml:"gain"`       // weight of a euro of pay plan money against a euro of salary
	Shift     float64 `toml:"shift"`      // log odds against shifting the week of a closing when nothing is gained by it
	ShiftTime float64 `toml:"shift-time"` // hours it takes to talk a customer into another week
	Later     float64 `toml:"later"`      // weight of pay of the next window against pay of this one
	Foresee   float64 `toml:"foresee"`    // share of the expected undoing of needless sales that is weighed before them
	Deferred  float64 `toml:"deferred"`   // weight of sure pay a year from now against pay of this window
}

// ReferMind shapes passing a lead on. Values are in hours of own pay.
type ReferMind struct {
	Notice   float64 `toml:"notice"`   // chance that a contact turns to a need outside the matter in hand
	Own      float64 `toml:"own"`      // same for a need the seller may sell
	Effort   float64 `toml:"effort"`   // hours it takes
	Trouble  float64 `toml:"trouble"`  // further hours when handoff is not easy
	Culture  float64 `toml:"culture"`  // worth of sharing under a full habit of sharing
	Tie      float64 `toml:"tie"`      // worth of a full tie to the receiver
	Fear     float64 `toml:"fear"`     // dislike of letting another unit near an own customer
	Shame    float64 `toml:"shame"`    // dislike of passing on a customer who has no need
	Noise    float64 `toml:"noise"`    // scale of the logit
	Signal   float64 `toml:"signal"`   // how well a fully skilled seller tells need from none, in logits
	Base     float64 `toml:"base"`     // believed log odds of a need before the signal
	Think    float64 `toml:"think"`    // chance per contact that a customer without visible need is thought of at all
	Return   float64 `toml:"return"`   // worth of returning a favour to a unit that has passed on a lead
	Memory   float64 `toml:"memory"`   // weekly loss of what is owed for leads received, share
	Distance float64 `toml:"distance"` // further dislike of passing a customer to another house, at a culture distance of 1
	Learn    float64 `toml:"learn"`    // weight of one ended lead in the belief about the share of own leads that sign; 0: nothing is learnt
	Doubt    float64 `toml:"doubt"`    // dislike of passing on a lead by who believes that none signs against who believes that all do

	Attention float64 `toml:"attention"` // by how much leadership's full attention raises the chances to notice and to think, 1 = doubled
}

// ConductMind shapes misconduct. Values are in weeks of own salary unless said otherwise.
type ConductMind struct {
	Conscience float64 `toml:"conscience"`  // cost of one account without consent, at integrity 1
	Scale      float64 `toml:"scale"`       // conscience grows with the number of accounts to this power: the first is the hardest
	Skew       float64 `toml:"skew"`        // integrity = u^skew; below 1 most are honest
	Noise      float64 `toml:"noise"`       // scale of the logit
	Peers      float64 `toml:"peers"`       // share of the conscience left that each offending colleague takes
	Pressure   float64 `toml:"pressure"`    // share of conscience lost under full pressure
	Ethics     float64 `toml:"ethics"`      // share of conscience gained by full ethics training
	Caught     float64 `toml:"caught"`      // believed chance of being caught per account without any control
	AuditSeen  float64 `toml:"audit-seen"`  // believed chance per unit of audit share
	DetectSeen float64 `toml:"detect-seen"` // believed chance per further account when a detector runs
	Job        float64 `toml:"job"`         // loss when dismissed
	Misses     float64 `toml:"misses"`      // discount per miss still allowed by the firing rule
	Fear       float64 `toml:"fear"`        // weight of a threatened job without pressure; full pressure doubles it
	Time       float64 `toml:"time"`        // hours per silent opening
	Most       float64 `toml:"most"`        // most silent openings in a week
	Found      float64 `toml:"found"`       // yearly rate at which customers find an account they did not ask for
	Conceal    float64 `toml:"conceal"`     // share of finds an announced audit loses
	Report     float64 `toml:"report"`      // share of customers' finds that are traced to the seller
	Dormant    float64 `toml:"dormant"`     // share of silent accounts never used
	Record     float64 `toml:"record"`      // factor on the believed chance of being caught of a seller with a record
}

// CareerMind shapes quitting and morale.
type CareerMind struct {
	Morale   float64 `toml:"morale"`   // log quit hazard per unit of morale below one half
	Pay      float64 `toml:"pay"`      // log quit hazard per log of outside over own pay
	Pressure float64 `toml:"pressure"` // log quit hazard under full pressure
	Novice   float64 `toml:"novice"`   // log quit hazard in the first year
	Miss     float64 `toml:"miss"`     // morale lost by a missed goal, share
	Hit      float64 `toml:"hit"`      // morale gained by a reached goal, share of the way to 1
	Calm     float64 `toml:"calm"`     // weekly pull of morale to one half
	GiveUp   float64 `toml:"give-up"`  // rise of the worth of rest at morale 0, in hours of own pay per hour
	Clash    float64 `toml:"clash"`    // log quit hazard of sellers of a house taken over, at a culture distance of 1
	Vesting  float64 `toml:"vesting"`  // weeks added to those left until unvested pay is paid: below, waiting pays ever more
	Promise  float64 `toml:"promise"`  // years of a raise that a promotion is worth
	Step     float64 `toml:"step"`     // discount per window that would still be missing to a promotion
}

// PublicMind shapes reputation, word of mouth and disclosure.
type PublicMind struct {
	Join      float64 `toml:"join"`       // log joining per unit of reputation above the long-run level
	Say       float64 `toml:"say"`        // fall of local reputation per complaint per customer
	Recover   float64 `toml:"recover"`    // weekly pull of reputation to its long-run level
	Local     float64 `toml:"local"`      // weight of the local part
	Hazard    float64 `toml:"hazard"`     // yearly hazard of disclosure per unauthorised account per 1000 customers still hidden
	Cases     float64 `toml:"cases"`      // further yearly hazard per caught seller per 100 sellers in the last year
	Shock     float64 `toml:"shock"`      // share of public reputation, national and local, lost on disclosure
	Trust     float64 `toml:"trust"`      // share of customers' trust lost on disclosure
	BillYears float64 `toml:"bill-years"` // years over which the bill is paid, centred on the delay
	Upheaval  float64 `toml:"upheaval"`   // share of trust, satisfaction and relationship that customers of a house taken over lose
	Clash     float64 `toml:"clash"`      // further share at a culture distance of 1
	Together  float64 `toml:"together"`   // times the culture's pace in which two thirds of a distance are gone
	Scandal   float64 `toml:"scandal"`    // hidden accounts per 1000 customers at which a disclosure has 63 % of its full shock
}
