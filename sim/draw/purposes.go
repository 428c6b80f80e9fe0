package draw

// Purposes, one for each kind of decision. A number is never changed and never
// used again, for it is part of every result: a new purpose takes the next one.
// Some are set aside and decide nothing yet.
const (
	// Birth: who a customer or seller is.
	Segment          Purpose = 1  // which segment a customer belongs to
	Stage            Purpose = 2  // the stage of life a customer starts in
	Wealth           Purpose = 3  // a customer's wealth at the start
	Affinity         Purpose = 4  // how fond of the firm a customer is
	Orientation      Purpose = 5  // a customer's channel habit
	Employer         Purpose = 6  // the employer a customer works for
	Traits           Purpose = 7  // a customer's other lasting traits
	InitialHoldings  Purpose = 8  // what a customer holds with us at the opening
	InitialElsewhere Purpose = 9  // what a customer holds elsewhere at the opening
	InitialTenure    Purpose = 10 // how long a customer has been with us at the opening
	InitialNeeds     Purpose = 11 // which holdings lie unused at the opening

	// The customer's week.
	CustomerLuck  Purpose = 12 // the 64 bits a customer's week is cut from, see lanes.go
	NeedFine      Purpose = 13 // whether a need arises: fine part of its lane
	NeedWhich     Purpose = 14 // which need arises
	NeedGoneFine  Purpose = 15 // whether a need passes: fine part of its lane
	NeedGoneWhich Purpose = 16 // which need passes
	AccountFine   Purpose = 17 // whether an account changes: fine part of its lane
	AccountWhich  Purpose = 18 // which account changes
	ServiceFine   Purpose = 19 // whether a service event happens: fine part of its lane
	ExitFine      Purpose = 20 // whether a customer leaves: fine part of its lane
	JoinFine      Purpose = 21 // whether a prospect joins: fine part of its lane
	JoinProduct   Purpose = 22 // the product a newcomer joins with
	Seek          Purpose = 23 // whether a customer comes on their own
	Channel       Purpose = 24 // the channel a customer comes through
	Abandon       Purpose = 25 // whether a waiting customer gives up
	CallBack      Purpose = 26 // whether a customer who gave up is called back

	// Leads and contacts.
	Notice           Purpose = 27 // whether a seller notices a need
	NoticeWhich      Purpose = 28 // which need a seller notices
	ReferChoice      Purpose = 29 // whether a noticed need is passed on
	RouteReceiver    Purpose = 30 // who receives a lead
	ListScore        Purpose = 31 // the noise in a list's score
	ListOrder        Purpose = 32 // the order of equal names on a list
	PushChoice       Purpose = 33 // the product a seller pushes
	OptOut           Purpose = 34 // whether a contacted customer opts out
	MeetingDecision  Purpose = 35 // whether a meeting ends in a signature
	Cycle            Purpose = 36 // how long a sales cycle takes
	Unneeded         Purpose = 37 // whether a review stops a sale that is not needed
	DormantAtOpening Purpose = 38 // whether an account opened stays unused

	// Sellers under pressure.
	TimingControl Purpose = 39 // whether a seller can move the date of a signature
	TimingChoice  Purpose = 40 // the date chosen
	CheatChoice   Purpose = 41 // whether a seller cheats
	CheatVictim   Purpose = 42 // the customer cheated
	CheatProduct  Purpose = 43 // the product cheated with

	// Controls.
	ValidationCall    Purpose = 44 // whether a signature is checked by a call
	Audit             Purpose = 45 // whether an audit finds an account nobody asked for
	Detector          Purpose = 46 // whether a detector rings
	Whistle           Purpose = 47 // whether a colleague speaks up
	CustomerDiscovery Purpose = 48 // whether a customer's find is traced to the seller
	Discipline        Purpose = 49 // the sanction that follows

	// People.
	FiringChoice      Purpose = 50 // who is dismissed
	QuitChoice        Purpose = 51 // who resigns
	HireDelay         Purpose = 52 // how long a seat stays empty
	SellerIntegrity   Purpose = 53 // a seller's integrity
	SellerSkill       Purpose = 54 // a seller's skill
	SellerOrientation Purpose = 55 // a seller's customer orientation
	SellerTies        Purpose = 56 // a seller's ties to colleagues
	SellerSpeed       Purpose = 57 // how fast a seller works

	// Hours and order.
	HoursRounding Purpose = 58 // rounding hours to whole contacts
	ServeOrder    Purpose = 59 // the order customers are served in
	LeadOrder     Purpose = 60 // the order leads are worked in

	// Reputation and money.
	WordOfMouth Purpose = 61 // who tells whom
	Awareness   Purpose = 62 // whether a customer hears of a product
	Complaint   Purpose = 63 // whether a customer complains
	Default     Purpose = 64 // whether an account defaults
	Fee         Purpose = 65 // whether an account nobody asked for comes to bear a fee
	Disclosure  Purpose = 66 // whether hidden misconduct becomes public
	BillSize    Purpose = 67 // the size of an account
	Shock       Purpose = 68 // events that hit many at once

	// Organisation.
	Assign      Purpose = 69 // the seat a customer belongs to
	TeamAssign  Purpose = 70 // the team a seller belongs to
	Treatment   Purpose = 71 // which markets a dated change is for
	Gift        Purpose = 72 // which customers of a trial are given the product
	StageChange Purpose = 73 // whether a customer enters the next stage of life
	Survey      Purpose = 74 // whether a customer says they mean to leave
	ScoreNoise  Purpose = 75 // the noise in a call list's score

	// Analysis.
	Bootstrap Purpose = 76 // which blocks a resample takes

	// Later mechanisms of the week.
	Peer           Purpose = 77 // the noise in what a seller believes of a need
	Promo          Purpose = 78 // whether who came for a gift leaves the account unused
	Learn          Purpose = 79 // what a seller learns from a case
	QuotaNoise     Purpose = 80 // the noise in a quota
	Campaign       Purpose = 81 // who a campaign reaches
	PartnerLead    Purpose = 82 // which employers are under contract
	TracerReserved Purpose = 83 // kept for the tracer; decides nothing in a run
	RouteUnit      Purpose = 84 // which unit a customer comes to
	SeenAcross     Purpose = 85 // whether another unit knows a customer
	SilentTry      Purpose = 86 // whether a silent opening comes off
	Settle         Purpose = 87 // whether a no ends a need
	ContractLost   Purpose = 88 // whether an employer ends its contract
	PartnerOf      Purpose = 89 // which partner firm a household is a customer of
	PartnerSends   Purpose = 90 // whether a partner firm sends a household, and whether it was well chosen
	PartnerProduct Purpose = 91 // the product of a lead that a partner firm sends
	House          Purpose = 92 // with which house a household deals
	SellerRecord   Purpose = 93 // whether an applicant comes with a record of misconduct

	// Selling.
	Nurture      Purpose = 94 // whether a new customer gets a message, and about what
	Recognised   Purpose = 95 // whether a problem customer is recognised
	EventLead    Purpose = 96 // whether the firm's data show a need
	Disclosed    Purpose = 97 // whether a seller's interest is disclosed
	ChannelTest  Purpose = 98 // whether a contact tries a channel, and which
	ChannelKnown Purpose = 99 // whether the record holds a customer's channel
	// Interventions.
	TreatedSeller    Purpose = 100 // which seats a dated change is for
	TreatedHousehold Purpose = 101 // which households a dated change is for
	Mover            Purpose = 102 // which sellers change places
	MoveOrder        Purpose = 103 // with whom
	Planted          Purpose = 104 // whom a bad colleague replaces
	// Goals.
	MarketGoals Purpose = 105 // how hard a market is asked for its goals

	// Leads from data.
	DataRead Purpose = 106 // whether the firm's data point to the product that is needed, and to which else

	// Explanations.
	LeverOrder Purpose = 107 // in which order the levers between two designs are laid; decides nothing in a run
)
