// Package metric says what is counted and what is measured: counters are whole numbers that the week adds to,
// measures are ratios of counters. It must not know what the numbers mean for anybody.
package metric

// Counter is one item of the books. Flows are summed over a frame, stocks are read at its end.
type Counter uint8

// Item describes a counter: its id in files, unit, and whether it is a stock.
type Item struct {
	ID, Unit, Title string
	Stock           bool
}

// The counters. Their order is the order of books.csv.
const (
	// people: households
	Customers Counter = iota // stock
	Joined
	JoinedByPartner
	Left
	// people: sellers
	SellersSeated // stock
	Hired
	Quit
	Dismissed
	DismissedForMisses
	// needs
	NeedsOpen // stock
	NeedsArrived
	NeedsMet
	NeedsFaded
	NeedsToCompetitor
	NeedsGoneWithCustomer
	// leads by source and by end
	LeadsOpen // stock
	LeadsWalkIn
	LeadsNoticed
	LeadsPushed
	LeadsReferred
	LeadsCalledBack
	LeadsContract
	LeadsEvent
	LeadsSigned
	LeadsDeclined
	LeadsLost
	Abandoned
	Referrals
	ReferralsWithNeed
	ReferralsOpen // stock
	ReferralsSigned
	ReferralsEnded
	Meetings
	MeetingsYes
	Pushes
	PushesYes
	PushesNeeded
	EventsSigned
	EventsEnded
	Messages
	OptedOut
	PulledForward
	HeldBack
	// accounts by state and by end
	AccountsActive       // stock
	AccountsDormant      // stock
	AccountsReal         // stock: consented and used
	AccountsUnauthorised // stock: opened without consent, still on the books
	Given
	OpenedAtJoining
	OpenedFirst
	OpeningsSold
	OpeningsUnneeded
	OpeningsPulled
	OpeningsUnauthorised
	WentDormant
	Reactivated
	Returned
	ReturnedPulled
	Cancelled
	Defaulted
	ClosedWithCustomer
	ClosedByFirm
	Upgraded
	// the same openings and endings by the state the account was in
	OpenedInUse
	OpenedUnused
	ClosedInUse
	ClosedUnused
	ClosedUnauthorised
	// spread of products over customers
	With2Reported // stock
	With3Reported // stock
	WithoutReal   // stock
	LinesHeld     // stock: sum over customers of lines with a real product
	HeldElsewhere // stock: products held elsewhere by customers
	// service
	RequestsWaiting // stock
	Requests
	Served
	Dropped
	WaitWeeks
	// what customers think and do
	Complaints
	LetDown
	TrustSum        // stock: sum over customers of trust, in 1/65536
	SatisfactionSum // stock: likewise
	SayLeave        // stock: customers who say they mean to leave
	Reputation      // stock: mean over markets, in 1/65536 per market
	MarketsCounted  // stock
	// conduct
	SellersOnRecord // stock: with a record of misconduct
	SellersEver     // stock: seated in the measured time at any date
	OffendersEver   // stock: of these, who ever opened an account without consent
	CaughtEver      // stock: of these, who were caught
	Caught
	CaughtOffences
	AttemptsBlocked
	Audited
	DiscoveredByCustomer
	FeesOnUnauthorised
	Disclosures
	// hours of sellers by activity, in thousandths of an hour
	HoursServe
	HoursAdvise
	HoursPush
	HoursRefer
	HoursCoordinate
	HoursLearn
	HoursTiming
	HoursSilent
	HoursSlack
	HoursAvailable
	// money by cause, in thousandths of a euro; costs are positive numbers
	EarnMargin
	EarnFees
	EarnDefault // loss, a cost
	CostGifts
	CostOpening
	CostRequests
	CostKeeping
	CostAcquisition
	CostSalaries
	CostVariablePay
	CostHiring
	CostTraining
	CostControls
	CostCampaigns
	CostContracts
	CostDiscounts
	CostRefunds
	CostConduct
	ConductBill // bills of disclosures made, whenever paid
	BillsPaid   // the part of CostConduct that pays these bills
	BillsUnpaid // stock
	Profit
	// goals
	GoalWindows
	GoalReached
	// houses
	CustomersAcquired // stock: customers of a house that is taken over
	SellersAcquired   // stock: its sellers on their seats
	LeftAcquired
	GoneAcquired    // its sellers who quit or were dismissed
	ReferralsAcross // leads passed on to another house
	// careers; money in thousandths of a euro
	Promoted
	PayOutstanding // stock: promised and neither paid nor lost
	PayPromised
	PayVested
	PayForfeited
	// what changes of the timeline do to sellers
	SellersMoved
	Replaced
	counters // number of counters
)

// Counters is how many there are.
const Counters = int(counters)
