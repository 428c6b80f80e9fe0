package fit

import "fmt"

// Evaluate judges points in the same luck, in their order. stage says why they are tried.
type Evaluate func(stage string, points [][]float64) ([]Outcome, error)

// Result is where a search ended and all that it tried.
type Result struct {
	Chosen *Evaluation // nil where not even the start could be judged
	Trace  []*Evaluation
	Rounds int // that found a better point
}

// Search looks for the best point. An error of evaluate ends it; what was known until then is returned with it.
func (p *Problem) Search(evaluate Evaluate) (*Result, error) {
	s := &search{Problem: p, evaluate: evaluate, result: new(Result)}
	err := s.run()
	return s.result, err
}

// search in progress.
type search struct {
	*Problem
	evaluate Evaluate
	result   *Result
}

func (s *search) run() error {
	start, err := s.try(0, "start", [][]float64{s.Start})
	if err != nil {
		return err
	}
	s.keep(start[0])
	if s.Screen.Points > 0 {
		found, err := s.try(0, "screening", s.Screen.points(s.Start))
		s.keepBest(found)
		if err != nil {
			return err
		}
	}
	for round := 1; round <= s.Rounds; round++ {
		better, err := s.round(round)
		if err != nil || !better {
			return err
		}
		s.result.Rounds = round
	}
	return nil
}

// round takes slopes at the best point, tries damped steps from there and says whether one was better.
func (s *search) round(round int) (bool, error) {
	at := s.result.Chosen
	points := make([][]float64, len(at.Point))
	for j, z := range at.Point {
		to := z + s.Step
		if to > 1 {
			to = z - s.Step
		}
		points[j] = moved(at.Point, j, to)
	}
	around, err := s.try(round, "slopes", points)
	if err != nil {
		return false, err
	}
	pairs := make([]pair, len(around))
	for j, e := range around {
		pairs[j] = pair{at, e}
		if e.Point[j] < at.Point[j] {
			pairs[j] = pair{e, at}
		}
	}
	tried, err := s.try(round, "steps", s.steps(at, slopesOf(pairs, len(s.Weights))))
	better := s.keepBest(append(around, tried...))
	return better, err
}

// try judges points and writes them down.
func (s *search) try(round int, stage string, points [][]float64) ([]*Evaluation, error) {
	name := stage
	if round > 0 {
		name = fmt.Sprintf("round %d, %s", round, stage)
	}
	outcomes, err := s.evaluate(name, points)
	evaluations := make([]*Evaluation, len(outcomes))
	for i, o := range outcomes {
		evaluations[i] = &Evaluation{Round: round, Stage: stage, Point: points[i], Outcome: o, Objective: s.objective(points[i], o.Distances)}
	}
	s.result.Trace = append(s.result.Trace, evaluations...)
	return evaluations, err
}

// keepBest goes on from the lowest objective, if it is a real improvement.
func (s *search) keepBest(tried []*Evaluation) bool {
	var best *Evaluation
	for _, e := range tried {
		if s.better(s.result.Chosen, e) && (best == nil || e.Objective < best.Objective) {
			best = e
		}
	}
	if best == nil {
		return false
	}
	s.keep(best)
	return true
}

func (s *search) keep(e *Evaluation) { e.Kept, s.result.Chosen = true, e }

// SlopesAt takes slopes at a point, from both sides of it where the box allows.
func (p *Problem) SlopesAt(point []float64, evaluate Evaluate) (Slopes, []*Evaluation, error) {
	s := &search{Problem: p, evaluate: evaluate, result: new(Result)}
	var points [][]float64
	for j, z := range point {
		points = append(points, moved(point, j, clamped(z-p.Step)), moved(point, j, clamped(z+p.Step)))
	}
	around, err := s.try(0, "sensitivity", points)
	if err != nil {
		return Slopes{}, around, err
	}
	pairs := make([]pair, len(point))
	for j := range pairs {
		pairs[j] = pair{around[2*j], around[2*j+1]}
	}
	return slopesOf(pairs, len(p.Weights)), around, nil
}
