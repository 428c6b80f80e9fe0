package risk

import "xsell/sim"

// way is one way in which the first disclosure can come in one history.
type way struct {
	week   int     // in which it falls
	chance float64 // that it is the first and comes now; the chances of a history sum to at most 1
	bill   float64 // [EUR]
	years  float64 // from the oldest hidden account to the middle of the payment
}

// course is what one undisclosed history says of the first disclosure: a way for each close at which it can come.
type course []way

// courseOf weighs the hazards of an undisclosed history by the chance that nothing came before.
func courseOf(hazards []sim.Hazard) course {
	var c course
	left := 1.0
	for _, h := range hazards {
		if h.Chance > 0 {
			c = append(c, way{week: int(h.Week), chance: left * h.Chance, bill: h.Bill.Float(),
				years: float64(h.Due-h.Since) / yearWeeks})
		}
		left *= 1 - h.Chance
	}
	return c
}

// within is the part of the course in the first so many weeks.
func (c course) within(weeks int) course {
	for i, w := range c {
		if w.week >= weeks {
			return c[:i]
		}
	}
	return c
}

// chance is that of any disclosure, in [0, 1].
func (c course) chance() (sum float64) {
	for _, w := range c {
		sum += w.chance
	}
	return min(sum, 1)
}

// expected is the mean of the first bill, nothing where none comes [EUR].
func (c course) expected() (sum float64) {
	for _, w := range c {
		sum += float64(w.chance * w.bill)
	}
	return sum
}

// exceeds is the chance of a first bill above an amount.
func (c course) exceeds(bill float64) (sum float64) {
	for _, w := range c {
		if w.bill > bill {
			sum += w.chance
		}
	}
	return min(sum, 1)
}

// square is the mean of the squared first bill [EUR²], which tells how plain histories would vary.
func (c course) square() (sum float64) {
	for _, w := range c {
		sum += float64(w.chance * w.bill * w.bill)
	}
	return sum
}
