package scenarios

import "xsell/scenarios/words"

// Targeting is the right words and the right offer for the customers on call lists; who is on top of them is
// score-quality.
type Targeting struct {
	Channel   string      `toml:"channel" enum:"mass|habit|tested" doc:"through which channel contacts go: mass, all through one; habit, through the customer's own where the record holds it (chance shared-record), else as mass; tested, through the one that answered best so far in the customer's segment and market; absent: whatever comes to hand, halfway between right and wrong"`
	Through   string      `toml:"through" ref:"customers.channel" doc:"channel of mass contacts; absent: the one most customers have"`
	Test      words.Share `toml:"test" range:"0..1" doc:"share of contacts that try a channel at random, where channels are tested"`
	Bundles   words.Share `toml:"bundles" range:"0..1" doc:"weight of association rules mined from the book at each close in what is offered; 0: by popularity in the segment and the seller's pay alone"`
	Best      words.Share `toml:"best" range:"0..1" doc:"share of each call list, from the top, whose names are called, each once until the next list; absent or 0: the whole list, over and over as hours last"`
	Newcomers bool        `toml:"newcomers" doc:"true: who joined in the last half-year is called first"`
}

// Nurture is what happens to new customers before anybody pitches to them.
type Nurture struct {
	Wait     words.Weeks   `toml:"wait" range:"0..520" doc:"how long new customers are not pitched to, and get messages instead"`
	Messages words.PerYear `toml:"messages" range:"0..52" doc:"messages in that time that build relationship and make lines known"`
	Cost     words.Money   `toml:"cost" range:"0..100" doc:"cost of one message"`
}

// Filter is whom nobody approaches unasked.
type Filter struct {
	Problem words.Share `toml:"problem" range:"0..1" doc:"share of customers with a problem trait who are recognised, and neither called nor passed on"`
	Unhappy words.Share `toml:"unhappy" range:"0..1" doc:"satisfaction below which a customer is neither called nor passed on"`
}
