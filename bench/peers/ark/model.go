package main

import (
	"math"
	"math/rand/v2"

	"github.com/mlange-42/ark/ecs"
)

// Of the small week, see ../README.md.
const (
	bookSize = 100
	contacts = 20
)

// Components of a customer.
type (
	Need   struct{ X float32 }
	Trust  struct{ X float32 }
	Open   struct{ Yes bool }
	Served struct{ By ecs.Entity } // the seller
)

// Components of a seller.
type (
	Skill struct{ X float32 }
	Book  struct{ Customers []ecs.Entity }
	Next  struct{ Place int } // in the book
)

// Count is a resource: what happened.
type Count struct{ Offers, Accepted, Arisen, Faded, Helped, Failed, Left int64 }

// Week is the world with its filters and mappers, kept as Ark's guide advises.
type Week struct {
	world     *ecs.World
	rng       *rand.Rand
	count     *Count
	drifting  *ecs.Filter2[Need, Trust]
	wanting   *ecs.Filter2[Need, Open]
	asking    *ecs.Filter2[Trust, Served]
	leaving   *ecs.Filter3[Need, Trust, Open]
	selling   *ecs.Filter3[Skill, Book, Next]
	customers *ecs.Map3[Need, Trust, Open]
	skills    *ecs.Map1[Skill]
}

func newWeek(n int, seed uint64) *Week {
	world := ecs.NewWorld(n)
	w := &Week{world: world, rng: rand.New(rand.NewPCG(seed, 0)), count: &Count{},
		drifting: ecs.NewFilter2[Need, Trust](world), wanting: ecs.NewFilter2[Need, Open](world),
		asking: ecs.NewFilter2[Trust, Served](world), leaving: ecs.NewFilter3[Need, Trust, Open](world),
		selling:   ecs.NewFilter3[Skill, Book, Next](world),
		customers: ecs.NewMap3[Need, Trust, Open](world), skills: ecs.NewMap1[Skill](world)}
	ecs.AddResource(world, w.count)
	seller := ecs.NewMap3[Skill, Book, Next](world)
	customer := ecs.NewMap4[Need, Trust, Open, Served](world)
	for range n / bookSize {
		book := make([]ecs.Entity, 0, bookSize)
		s := seller.NewEntity(&Skill{0.5}, &Book{}, &Next{})
		for range bookSize {
			book = append(book, customer.NewEntity(&Need{0.5}, &Trust{0.5}, &Open{}, &Served{s}))
		}
		_, b, _ := seller.Get(s)
		b.Customers = book
	}
	return w
}

// live lives so many weeks: the systems, in order.
func (w *Week) live(weeks int) {
	for range weeks {
		w.drift()
		w.want()
		w.serve()
		w.leave()
		w.sell()
	}
}

func (w *Week) drift() {
	query := w.drifting.Query()
	for query.Next() {
		need, trust := query.Get()
		need.X += 0.1*(0.5-need.X) + 0.05*(2*w.rng.Float32()-1)
		trust.X += 0.05*(0.5-trust.X) + 0.02*(2*w.rng.Float32()-1)
	}
}

func (w *Week) want() {
	query := w.wanting.Query()
	for query.Next() {
		luck := w.rng.Float32()
		if luck >= 0.06 { // the largest chance
			continue
		}
		need, open := query.Get()
		switch {
		case open.Yes && luck < 0.05:
			open.Yes = false
			w.count.Faded++
		case !open.Yes && luck < 0.06*need.X:
			open.Yes = true
			w.count.Arisen++
		}
	}
}

func (w *Week) serve() {
	query := w.asking.Query()
	for query.Next() {
		if w.rng.Float32() >= 0.04 {
			continue
		}
		trust, served := query.Get()
		if w.rng.Float32() < 0.5+0.5*w.skills.Get(served.By).X {
			trust.X += 0.1 * (1 - trust.X)
			w.count.Helped++
		} else {
			trust.X *= 0.8
			w.count.Failed++
		}
	}
}

func (w *Week) leave() {
	query := w.leaving.Query()
	for query.Next() {
		luck := w.rng.Float32()
		if luck >= 0.01 { // the largest chance
			continue
		}
		need, trust, open := query.Get()
		if luck < 0.01*float32(math.Exp(float64(-2*trust.X))) {
			need.X, trust.X, open.Yes = 0.5, 0.5, false // a newcomer takes the seat
			w.count.Left++
		}
	}
}

func (w *Week) sell() {
	query := w.selling.Query()
	for query.Next() {
		skill, book, next := query.Get()
		sold := float32(0)
		for _, customer := range book.Customers[next.Place : next.Place+contacts] {
			if w.offer(customer, skill.X) {
				sold++
			}
		}
		next.Place = (next.Place + contacts) % bookSize
		skill.X += 0.01*sold*(1-skill.X) - 0.02*skill.X
	}
}

// offer makes an offer and reports whether the customer says yes.
func (w *Week) offer(customer ecs.Entity, skill float32) bool {
	need, trust, open := w.customers.Get(customer)
	odds := -5 + 2*trust.X + 2*need.X + skill
	if open.Yes {
		odds += 1.5
	}
	w.count.Offers++
	if w.rng.Float32()*(1+float32(math.Exp(float64(-odds)))) >= 1 {
		trust.X *= 0.98
		return false
	}
	trust.X += 0.1 * (1 - trust.X)
	open.Yes = false
	w.count.Accepted++
	return true
}
