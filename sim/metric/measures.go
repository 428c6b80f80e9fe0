package metric

import "math"

// Kind says how a measure is read over time.
type Kind string

// Kinds. A stock over the horizon is its mean over the last year; everything else runs over the whole horizon.
const (
	Stock Kind = "stock" // read at the ends of frames
	Flow  Kind = "flow"  // summed over time
	Ratio Kind = "ratio" // of two flows, or of a flow and a stock per year
	Final Kind = "final" // a stock read at the end of the last frame
	Tail  Kind = "tail"  // 0 or 1 per history: its mean is a probability
)

// Good says which way is good.
type Good string

// Directions.
const (
	More    Good = "more"
	Less    Good = "less"
	Neither Good = "neither"
)

// Measure is a ratio of sums of counters: Scale × Σ Num / Σ Den.
type Measure struct {
	ID, Title, Unit string
	Kind            Kind
	Good            Good
	Group           string
	Definition      string
	Num, Den        []Counter // no Den: the sum itself
	Minus           []Counter // taken off Num
	Scale           float64
	PerYear         bool // flow over stock: divided by the years it ran
}

// Frame is the books between two closes. Week is its last week, counted from 0 at the end of the warm-up.
type Frame struct {
	Week, Weeks int
	Books       Books
}

// Over returns the measure over consecutive frames; NaN where the denominator is 0.
func (m *Measure) Over(frames []Frame) float64 {
	if m.Kind == Stock {
		frames = lastYear(frames)
	}
	if m.Kind == Final {
		frames = frames[max(len(frames)-1, 0):]
	}
	num := sum(m.Num, frames) - sum(m.Minus, frames)
	if m.Kind == Tail {
		return m.Scale * math.Min(num, 1)
	}
	den := 1.0
	if len(m.Den) > 0 {
		den = sum(m.Den, frames)
	}
	if m.PerYear {
		den *= years(frames)
	}
	if den == 0 {
		return math.NaN()
	}
	return m.Scale * num / den
}

func lastYear(frames []Frame) []Frame {
	weeks := 0
	for i := len(frames) - 1; i >= 0; i-- {
		if weeks += frames[i].Weeks; weeks >= 52 {
			return frames[i:]
		}
	}
	return frames
}

func years(frames []Frame) float64 {
	weeks := 0
	for i := range frames {
		weeks += frames[i].Weeks
	}
	return float64(weeks) / 52
}

// sum adds flows over frames and averages stocks over their weeks.
func sum(counters []Counter, frames []Frame) float64 {
	total := 0.0
	for _, c := range counters {
		weeks, x := 0, 0.0
		for i := range frames {
			n := float64(frames[i].Books[c])
			if Items[c].Stock {
				x += float64(n * float64(frames[i].Weeks))
				weeks += frames[i].Weeks
			} else {
				x += n
			}
		}
		if Items[c].Stock && weeks > 0 {
			x /= float64(weeks)
		}
		total += x
	}
	return total
}

// ByID returns the measure with an id.
func ByID(id string) (*Measure, bool) {
	for i := range Measures {
		if Measures[i].ID == id {
			return &Measures[i], true
		}
	}
	return nil, false
}
