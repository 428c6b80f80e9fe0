package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/sim/draw"
)

// Answers are contacts of one segment through one channel, and how many of them ended in a yes.
type Answers struct{ Tried, Yes int32 }

// anyChannel is a contact whose channel nobody chose.
const anyChannel = ^uint8(0)

// answersAssumed is the weight of a segment's mean answer in what is believed of one channel, in contacts: so few say
// little about it; assumed.
const answersAssumed = 30

// through is the channel of a contact with c: some contacts try one at random, others go where the record says or, once
// answers have been counted, where most said yes; the rest through the channel of everybody.
func (m *Market) through(c agents.CustomerID) uint8 {
	t := &m.Model.Org.Targeting
	switch {
	case !t.Managed:
		return anyChannel
	case t.Habit && m.birth(draw.ChannelKnown).Uniform(uint64(m.person(c))) < m.facing(c).Org.Record:
		return m.Customers.Channel[c]
	case t.Test == 0:
		return t.Through
	}
	if u := m.stream(draw.ChannelTest).Uniform(uint64(m.person(c))); u < t.Test {
		return uint8(float64(len(m.Model.Market.Channels)) * u / t.Test)
	}
	return m.bestChannel(m.Customers.Segment[c])
}

// answers are those of a segment, by channel.
func (m *Market) answers(segment uint8) []Answers {
	n := len(m.Model.Market.Channels)
	return m.Answers[int(segment)*n : (int(segment)+1)*n]
}

// bestChannel is the channel with the best answers of a segment so far; ties go to the channel of everybody, then to
// the first by name.
func (m *Market) bestChannel(segment uint8) uint8 {
	rows, all := m.answers(segment), Answers{}
	for _, x := range rows {
		all.Tried += x.Tried
		all.Yes += x.Yes
	}
	usual := float64(all.Yes) / float64(max(all.Tried, 1))
	best := m.Model.Org.Targeting.Through
	for k := range rows {
		if rows[k].rate(usual) > rows[best].rate(usual) {
			best = uint8(k)
		}
	}
	return best
}

// rate is the believed share of contacts that end in a yes: the observed one, drawn towards the usual one.
func (x Answers) rate(usual float64) float64 {
	return (float64(x.Yes) + float64(usual*answersAssumed)) / float64(x.Tried+answersAssumed)
}

// fit tells whether a channel is the customer's own.
func (m *Market) fit(c agents.CustomerID, channel uint8) customer.Fit {
	switch channel {
	case anyChannel:
		return customer.AnyChannel
	case m.Customers.Channel[c]:
		return customer.OwnChannel
	}
	return customer.OtherChannel
}

// noteAnswer counts the answer to a contact whose channel was chosen.
func (m *Market) noteAnswer(c agents.CustomerID, channel uint8, yes bool) {
	if channel != anyChannel {
		x := &m.answers(m.Customers.Segment[c])[channel]
		x.Tried++
		x.Yes += int32(flag(yes))
	}
}
