package org

import "xsell/agents"

// Selling is how the firm picks whom to approach, when, through which channel and with what.
type Selling struct {
	Targeting   Targeting
	Nurture     Nurture
	Filter      Filter
	Information float64 // factor on what a seller knows of other units' products, 1 = as usual, ≥ 0
	Attention   float64 // of leadership to passing customers on, in [0, 1]
	Precision   float64 // share of these leads that are about the product needed; the others are false alarms
	Events      float64 // chance per week that the firm's data show an open need, in [0, 1]
}

// Targeting is the right person, the right words and the right offer of a call list's contacts.
type Targeting struct {
	Managed   bool    // a contact's channel is chosen; else it is whatever comes to hand
	Habit     bool    // by the customer's habit, where the record holds it
	Test      float64 // share of contacts that try a channel at random; 0: nothing is learned from answers
	Through   uint8   // channel of all other contacts, and of the first
	Bundles   float64 // weight of rules mined from the book in what is offered, in [0, 1]
	Best      float64 // share of each list that is called, each name once until the next list; 0: all, over and over
	Newcomers bool    // new customers are called first
}

// Nurture is what happens to new customers before anybody pitches to them.
type Nurture struct {
	Wait     int32        // weeks without a pitch, and of messages
	Messages float64      // per week
	Cost     agents.Money // of one
}

// Filter is whom nobody approaches unasked.
type Filter struct {
	Problem float64 // share of the customers with a problem trait who are recognised
	Unhappy float64 // satisfaction below which nobody pitches or refers, in [0, 1]
}
