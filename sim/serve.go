package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/seller"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// serve works the queues of service requests with the hours all sellers of a unit give to it, first come first
// served. A contact can turn to another need. Reads queues and hours; writes satisfaction, relationship and leads.
func serve(m *Market) {
	for u := range m.Queues {
		m.serveQueue(agents.UnitID(u))
	}
}

// serveQueue works one unit's queue. Who asked meets the seller of the unit who looks after them.
func (m *Market) serveQueue(u agents.UnitID) {
	q, hours, served, products := &m.Queues[u], m.serviceHours(u), int64(0), m.Model.Market.Products
	thisWeek := occasionOf(int16(m.Week))
	for q.Head < len(q.Rows) {
		r := &q.Rows[q.Head]
		if !m.there(r) {
			m.drop(q, metric.Dropped)
			continue
		}
		product := &products[r.Product]
		if time := product.RequestTime; hours < time && m.stream(draw.HoursRounding).Uniform(uint64(m.Model.Org.Units[u].Key)) >= hours/time {
			break
		}
		hours -= product.RequestTime
		c, nth := r.Customer, thisWeek
		if waited := m.Week - int32(r.Week); waited == 0 {
			m.say(Served, c, 0)
			m.Customers.Satisfaction[c] = customer.Toward(m.Customers.Satisfaction[c], 1, float32(m.Model.Mind.Trust.Served))
		} else {
			m.serveLate(r, waited)
			nth = occasionOf(r.Week)
		}
		if s := m.receiver(u, c); s != agents.Nobody {
			m.Customers.Relation[c] = customer.Toward(m.Customers.Relation[c], 1, float32(m.Model.Mind.Trust.Contact))
			m.notice(s, u, c, 0, draw.Nth(draw.Person(uint32(c), r.Gen), product.Key, nth))
		}
		q.Head++
		served++
	}
	m.Books.Add(metric.Served, served)
	m.Books.Add(metric.RequestsWaiting, -served)
	m.giveUpWaiting(q)
	q.compact()
}

// serviceHours are the hours the unit's sellers give to service, by their speed.
func (m *Market) serviceHours(u agents.UnitID) (hours float64) {
	ss := &m.Sellers
	for s := m.First[u]; s < m.First[u]+m.Seats[u]; s++ {
		if ss.Seated[s] {
			hours += float64(ss.Hours[s][seller.Serve] * float64(ss.Speed[s]))
			m.spendHours(agents.SellerID(s), metric.HoursServe, milli(ss.Hours[s][seller.Serve]))
		}
	}
	return hours
}

// there tells whether who asked is still a customer.
func (m *Market) there(r *Request) bool {
	return m.Customers.Here[r.Customer] && m.Customers.Gen[r.Customer] == r.Gen
}

func (m *Market) drop(q *Queue, cause metric.Counter) {
	q.Head++
	m.Books.Add(cause, 1)
	m.Books.Add(metric.RequestsWaiting, -1)
}

// giveUpWaiting drops requests that waited too long; they end in annoyance and perhaps a complaint.
func (m *Market) giveUpWaiting(q *Queue) {
	mind := &m.Model.Mind.Trust
	for q.Head < len(q.Rows) && float64(m.Week-int32(q.Rows[q.Head].Week)) >= mind.LongWait {
		r := &q.Rows[q.Head]
		if m.there(r) {
			c := r.Customer
			m.say(GaveUp, c, m.Week-int32(r.Week))
			m.Customers.Satisfaction[c] -= float32(float32(min(mind.Wait*mind.LongWait, 1)) * m.Customers.Satisfaction[c])
			m.mayComplain(c, r.Product, mind.Complaint, 2+uint8(r.Week&63))
		}
		m.drop(q, metric.Dropped)
	}
}

// serveLate serves a request that has waited.
func (m *Market) serveLate(r *Request, waited int32) {
	mind, c := &m.Model.Mind.Trust, r.Customer
	m.Books.Add(metric.WaitWeeks, int64(waited))
	m.say(Served, c, waited)
	m.Customers.Satisfaction[c] -= float32(float32(min(mind.Wait*float64(waited), 1)) * m.Customers.Satisfaction[c])
	m.mayComplain(c, r.Product, float64(mind.Complaint*float64(waited)), 128+uint8(r.Week&63))
}

// occasionOf tells contacts about requests of one week and another apart for luck.
func occasionOf(week int16) uint8 { return 1 + uint8(modulo(int32(week), 255)) }
