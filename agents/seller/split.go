package seller

import (
	"math"

	"xsell/agents/num"
)

// Split divides hours over activities: shares follow a logit with scale noise, no activity gets more than its cap
// [hours], and what a cap leaves over goes to the others by the same logit. Rest has no cap. The sum is hours.
func Split(v *Values, caps *Values, hours, noise float64) Values {
	var out Values
	var choices [Activities]choice
	for a := range choices {
		choices[a] = choice{activity: Activity(a), worth: v[a], cap: caps[a]}
	}
	choices[Rest].cap = math.Inf(1)
	last, left, open, top := math.NaN(), hours, choices[:], 0
	for {
		open, top = serveLeaders(&out, open, left)
		if left = hours - out.sum(); left <= 0 {
			return scaled(out, hours)
		}
		if best := open[top].worth; best != last { // else weights are as they stand
			weigh(open, best, noise)
			last = best
		}
		total := 0.0
		for i := range open {
			total += open[i].weight
		}
		rest := meetCaps(&out, open, left/total)
		if len(rest) == len(open) {
			for i := range open {
				out[open[i].activity] = float64(left*open[i].weight) / total
			}
			return out
		}
		open, left = rest, hours-out.sum()
	}
}

// choice is an activity that has not met its cap.
type choice struct {
	worth, cap, weight float64
	activity           Activity
}

// surely is less than 1 by far more than rounding.
const surely = 1 - 1e-9

// serveLeaders gives the best their cap as long as an equal part of the hours left is more, for by the logit the best gets
// no less. It returns the others, and the place of the best of them.
func serveLeaders(out *Values, open []choice, left float64) (rest []choice, top int) {
	for {
		top = leader(open)
		x := open[top]
		if float64(x.cap*float64(len(open))) >= float64(left*surely) {
			return open, top
		}
		out[x.activity] = x.cap
		left -= x.cap
		for i := top + 1; i < len(open); i++ {
			open[i-1] = open[i]
		}
		open = open[:len(open)-1]
	}
}

// leader is the place of the best.
func leader(open []choice) (top int) {
	best := open[0].worth
	for i := 1; i < len(open); i++ {
		if open[i].worth > best {
			top, best = i, open[i].worth
		}
	}
	return top
}

// weigh fills the logit's weights, the best at 1: so none overflows, and which of two is better still counts however far
// both are above rest.
func weigh(open []choice, best, noise float64) {
	for i := range open {
		if x := &open[i]; x.worth == best {
			x.weight = 1
		} else {
			x.weight = num.Exp((x.worth - best) / noise)
		}
	}
}

// meetCaps gives their cap to all that the logit would give more, and returns the others. perWeight is hours per unit of
// weight.
func meetCaps(out *Values, open []choice, perWeight float64) (rest []choice) {
	n := 0
	for i := range open {
		if x := &open[i]; float64(perWeight*x.weight) > x.cap {
			out[x.activity] = x.cap
			continue
		}
		if n != i {
			open[n] = open[i]
		}
		n++
	}
	return open[:n]
}

func (v *Values) sum() (total float64) {
	for a := range v {
		total += v[a]
	}
	return total
}

// scaled shrinks hours that exceed the total in proportion.
func scaled(out Values, hours float64) Values {
	sum := out.sum()
	if sum <= hours {
		out[Rest] += hours - sum
		return out
	}
	for a := range out {
		out[a] = float64(out[a]*hours) / sum
	}
	return out
}
