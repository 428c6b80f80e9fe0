package calibrate

import (
	"xsell/scenarios/calibrate/fit"
	"xsell/scenarios/evidence"
)

// Plan is a calibration that has been read and checked.
type Plan struct {
	Title        string
	Text         string // the file as it is written
	Scenario     string
	Seed         uint64
	ConfirmSeed  uint64
	Worlds       int
	ConfirmWorld int
	Size         []string
	ConfirmSize  []string
	AllConstants bool
	Parameters   []Parameter // in the order of their names
	Targets      []Target    // in the order of roles and ids
	problem      fit.Problem // all but start, weights and sides
}

// Target is a fact that is to be met.
type Target struct {
	Fact      *evidence.Fact
	Weight    float64
	Aim       float64
	Tolerance float64 // more than 0
	Side      fit.Side
}

// distance of a value from the aim, in tolerances.
func (t Target) distance(value float64) float64 { return (value - t.Aim) / t.Tolerance }

// Moves says whether there is anything to move when slopes are taken.
func (p *Plan) Moves() bool { return p.AllConstants || len(p.Parameters) > 0 }

// search is the problem in the coordinates of the parameters.
func (p *Plan) search() *fit.Problem {
	problem := p.problem
	for _, parameter := range p.Parameters {
		problem.Start = append(problem.Start, parameter.coordinate(parameter.Start))
	}
	for _, target := range p.Targets {
		problem.Weights = append(problem.Weights, target.Weight)
		problem.Sides = append(problem.Sides, target.Side)
	}
	return &problem
}

// values are the parameters at a point.
func (p *Plan) values(point []float64) []float64 {
	values := make([]float64, len(point))
	for j, z := range point {
		values[j] = p.Parameters[j].at(z)
	}
	return values
}

// change is what the parameters change at a point.
func (p *Plan) change(point []float64) evidence.Change {
	change := evidence.Change{Mind: map[string]float64{}}
	for j, value := range p.values(point) {
		p.Parameters[j].put(value, &change)
	}
	return change
}

// facts of the targets in firms that are changed.
func (p *Plan) facts(change evidence.Change) []*evidence.Fact {
	facts := make([]*evidence.Fact, len(p.Targets))
	for t, target := range p.Targets {
		facts[t] = target.Fact.Under(change)
	}
	return facts
}
