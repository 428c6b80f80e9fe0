package sim

import (
	"math"

	"xsell/agents"
	"xsell/agents/seller"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// Market is all state of one local area: columns of equal length per table, sized at build. Rows are c customer
// (household seat), s seller (seat), p product, u unit everywhere.
type Market struct {
	Index         uint32
	World         draw.World
	Week          int32 // runs from -warm-up; 0 is the first measured week
	Model         *Model
	Customers     Customers
	Sellers       Sellers
	Leads         Leads
	Queues        []Queue // by unit
	Local         float64 // reputation among its households, local part, in [0, 1]
	Public        float64 // national part as of the last close, in [0, 1]
	Culture       float64 // habit of sharing, in [0, 1]
	Strange       float64 // share of the distance between houses that is left since they merged, in [0, 1]
	Contracts     []bool  // by contract × employer: in force
	Brings        int64   // sum of Customers.Brings, thousandths of a euro per week
	Standing      int64   // what keeping all accounts costs, likewise
	Books         metric.Books
	First, Seats  []int // by unit: first seat, number of seats
	Teams         int   // number of teams, 0 without teams
	Hists         metric.Hists
	Usual, Spread float64                    // of unused openings per seller at the last close, over the firm
	Departed      int64                      // summed profit of customers who left, thousandths of a euro
	Sold          []int64                    // [u*P+p] openings by unit of the seller and product, in the measured time
	Ways          Ways                       // of leads and of sales
	Silent        []int64                    // [p] of these, without consent
	FirmSum       []map[string]float64       // [u] by the tally's name: posted on tallies of the whole firm since the last close
	InForce       InForce                    // changes in force for the whole market
	start         *Model                     // as it is before any change
	trials        []trial                    // comparisons of whom a change was for with the others
	Gone          []Gone                     // whose seats were filled anew since the deeds were cleared, where somebody looks on
	Answers       []Answers                  // by segment × channel: of contacts whose channel was chosen
	Rules         *Rules                     // mined from the firm's book at the last close; nil: none
	measuring     bool                       // after the warm-up
	witness       Witness                    // hears of what happens to customers; nil: nobody
	observed      bool                       // somebody looks on
	Order         Column                     // seats in the call lists of this period, seller by seller
	Leaning       []float64                  // by product: mean inclination of those it is offered to [1/week], see weighLeanings
	Complaints    int64                      // since the last close
	due           *due                       // in scratch
	scratch       *scratch                   // of the worker who lives this market now
	streams       [draw.Purposes]weekly      // of this week, by purpose
	births        [draw.Purposes]draw.Stream // of birth, by purpose
	assigns       []draw.Stream              // by unit: of who looks after whom
}

// Customers has one row per household, customer or not.
type Customers struct {
	Gen          []uint8   // generation of the household on this seat
	Here         []bool    // is a customer
	Marks        []uint8   // traits, as customer's bits, and others, see marks.go
	Arm          Column    // of the gift experiment: 0 none, 1 untreated, 2 treated
	InForce      []InForce // changes in force for the household seat alone; nil: no change is for some customers
	Levers       []*Model  // that the customer meets; nil: the market's
	Segment      []uint8
	Channel      []uint8
	Employer     Column    // 0 none, else employer+1
	Partner      Column    // 0 none, else the contract of the partner firm whose customer this is, +1
	House        Column    // see house
	Contacts     []uint8   // pitches since the last close, at most 255
	Affinity     []float32 // to this firm, standard normal among households; lasts for life
	Trust        []float32 // in [0, 1]
	Satisfaction []float32 // in [0, 1]
	Relation     []float32 // with the own seller, in [0, 1]
	Fatigue      []float32 // of being pitched at, ≥ 0
	Need         Sets      // open needs
	Pending      Sets      // needs or pitches with a lead
	Held         Sets      // holdings here, in use or not
	Elsewhere    Sets
	Aware        Sets    // lines the customer knows the firm sells
	Joined       []int16 // week: a run of 60 years fits
	Holdings     Holdings
	Book         Column   // [u*N+c] 1 + place in unit u of the seller who looks after c, 0 for nobody
	Bounds       []uint64 // thresholds of the lanes of the week's draw, see bounds
	Brings       []int32  // margin less what keeping the accounts costs, thousandths of a euro per week
	Earned       Amounts  // since measuring began, less what Brings would have come to from week 0 to now, see profit
}

// Sellers has one row per seat.
type Sellers struct {
	Key         []uint32 // of the seat for luck: unit's key and ordinal in the unit, 24 bits
	Gen         []uint8
	Unit        []agents.UnitID
	Seated      []bool
	Back        []int32   // week in which an empty seat is filled
	Joined      []int32   // week
	Placed      []int32   // week since which the seller is on this seat: joined, or changed places
	InForce     []InForce // changes in force for the seat alone; nil: no change is for some sellers
	Levers      []*Model  // under which the seller lives; nil: the market's
	Skill       []float32 // [s*L+l] by line, share of what the grant lets one reach
	Integrity   []float32
	Orientation []float32 // to the customer, mean 1
	Speed       []float32 // mean 1
	Tie         []float32 // to other units, in [0, 1]
	Morale      []float32
	Owed        []float32           // [s*U+u] favours owed to unit u for leads it passed on, ≥ 0
	Passed      []int32             // leads passed on in this year
	Heard       []seller.Experience // of own leads
	PayFactor   []float32           // demotions
	Hours       []seller.Values     // of this week, by activity
	Sum         []float64           // [s*K+k] tally so far in its window
	Target      []float64           // [s*K+k]
	Rate        []float64           // [s*K+k] own recent units per week
	Var         []float64           // [s*K+k]
	Pipe        []float64           // [s*K+k] agreed and to be signed within the window
	News        []float64           // [s*K+k] units of this week
	Worth       []float64           // [s*K+k] what one more unit adds now: pay and relief [EUR]
	Strikes     []uint8             // [s*T+t]
	Hits        []uint8             // [s*H+h] windows in a row that count for a promotion
	Promised    [][]promise         // pay that is to come
	Hidden      []int32             // silent accounts not found
	Unused      []int32             // openings dormant from the start since the last close
	LastOffence []int32             // week, or never
	Offended    []bool              // in the measured time
	Caught      []bool              // in the measured time
	Warned      []bool              // has a record
	List        []List              // call list in Order
	Extra       []Extra             // hours of this week's side work, taken from the next
	Earned      []float64           // variable pay of about the last year: it fades by 1/52 a week [EUR]
	Deeds       []Deeds             // since they were last cleared; not read by the model
	Past        []Window            // the last finished window of the first goal; not read by the model
}

// Extra is side work that is charged to the next week [hours].
type Extra struct{ Refer, Timing, Silent float64 }

// List is a seller's stretch of the market's call lists and how far it is worked.
type List struct{ From, To, Next int32 }

// Never is a week before all others.
const Never = int32(-1 << 30)

// Sources of leads.
const (
	WalkIn uint8 = iota
	Noticed
	Pushed
	Referred
	CalledBack
	FromContract
	FromEvent
)

// Stages of a lead.
const (
	Open   uint8 = iota // waits for the seller's hours
	Agreed              // the customer has said yes; signature at Due
	Ended               // to be swept
)

// Leads is a dense table: rows move when one ends, so nothing may depend on their order.
type Leads struct {
	Customer []agents.CustomerID
	Product  []agents.ProductID
	Seller   []agents.SellerID
	Finder   []agents.SellerID
	Handoff  []int8 // -1 none
	Source   []uint8
	Stage    []uint8
	Flags    []uint8
	Born     []int32 // week
	Due      []int32 // week from which it can be worked, or of the signature
}

// Flags of a lead.
const (
	Needed  uint8 = 1 << iota // the customer has the need
	Shifted                   // signature held back already
	Gapped                    // skill fell well short of complexity
)

// Queue holds service requests of a unit in the order they came; same-week order is by keyed priority.
type Queue struct {
	Rows []Request
	Head int // rows before it are served
}

// Request is one service request, in eight bytes.
type Request struct {
	Customer agents.CustomerID
	Week     int16
	Product  agents.ProductID
	Gen      uint8 // of the household that asked
}

// scratch is a worker's room beside the tables, lent to the market it is busy with. Nothing in it is part of a history: a market
// lives the same in any worker's. So whatever lasts longer than its use names what it speaks of, and is forgotten
// when that changes, or is made anew or forgotten by borrow.
type scratch struct {
	// Kept from week to week, from market to market and under other levers. Each is asked through a method that compares what it
	// speaks of with the market at hand.
	Leanings  leanings      // of a market's table; some of a close, see there
	Risks     risks         // of a market's table and a psychology
	Usual     usualRequests // of a market's table and what is known of traits
	Keeping   keepings      // of a market's table
	Foresight []*foresight  // each of a model and the levers of some sellers
	Foreseen  *foresight    // the last of these that was asked for

	// Of the market at hand, until it or another borrows the room.
	Births    births
	Attention []attention // by unit: under the levers in force
	Needy     needy       // with a need, week by week

	// Of the market at hand and the week they name.
	Due   due   // whom this week's luck may meet: from luck to leave
	Sales sales // what sales add for a seller, since the outlook of this week

	// Of this week, from the phase that fills them on.
	Lines [][]int32 // by seller: leads to work, from plan on

	// Of a close or a phase, or of one call: whoever reads them has filled them just before.
	Sketches []sketch // all customers, at a close
	Gaze     gaze
	Covering []uint16                           // see covering
	Near     [math.MaxUint8 + 1]agents.Products // of a unit, by house
	Seen     []int32                            // sketches of whom a unit can see
	Scores   []float32                          // of them
	Sorter   sorter                             // of them, or of a week's requests
	Requests []Request
	Waiting  []float64 // by unit: see waiting
	Room     outlooks  // one seller's situation
	Rank     []ranked
	Appeal   []appeal  // by product, of the seller at hand
	Weight   []float64 // by product, of what to offer
	Pushed   float64   // bound of the odds of this week's pitches, see mostPushed
}

type ranked struct {
	Row   int32
	Score float32
	Tie   uint32
}
