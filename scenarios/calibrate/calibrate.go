package calibrate

import (
	"context"
	"slices"

	"xsell/scenarios"
	"xsell/scenarios/calibrate/fit"
	"xsell/scenarios/evidence"
)

// Result is what a calibration found, as far as it came.
type Result struct {
	Plan      *Plan
	Chosen    *fit.Evaluation   // nil where not even the start was judged
	Trace     []*fit.Evaluation // all points, in the order in which they were judged
	Rounds    int               // that found a better point
	Slopes    *fit.Slopes       // at the chosen point; nil where it did not come so far
	Known     fit.Known         // with Slopes
	Before    []evidence.FactResult
	Confirmed []evidence.FactResult // start and chosen point in fresh luck; nil where it did not come so far
}

// Fit searches, takes the slopes at the answer and confirms it in fresh luck. Where it is interrupted or a firm cannot be
// lived, the error comes with what is known until then.
func Fit(ctx context.Context, plan *Plan, o Options) (*Result, error) {
	problem, evaluate := plan.search(), plan.evaluate(ctx, o)
	found, err := problem.Search(evaluate)
	r := &Result{Plan: plan, Chosen: found.Chosen, Trace: found.Trace, Rounds: found.Rounds}
	if err != nil {
		return r, err
	}
	if err := r.slopes(problem, evaluate); err != nil {
		return r, err
	}
	l := luck{plan.ConfirmSeed, plan.ConfirmWorld, plan.ConfirmSize}
	judged, err := plan.judge(ctx, l, o, "confirmation", [][]float64{problem.Start, r.Chosen.Point})
	if err != nil {
		return r, err
	}
	r.Before, r.Confirmed = judged[0], judged[1]
	return r, nil
}

// Sensitivity takes the slopes of all targets along all parameters at the start, and along all constants of behaviour if
// the plan says so. Errors are those of Fit.
func Sensitivity(ctx context.Context, plan *Plan, o Options) (*Result, error) {
	plan = plan.withConstants()
	problem, evaluate := plan.search(), plan.evaluate(ctx, o)
	problem.Rounds, problem.Screen.Points = 0, 0
	found, err := problem.Search(evaluate)
	r := &Result{Plan: plan, Chosen: found.Chosen, Trace: found.Trace}
	if err != nil {
		return r, err
	}
	return r, r.slopes(problem, evaluate)
}

// slopes at the chosen point.
func (r *Result) slopes(problem *fit.Problem, evaluate fit.Evaluate) error {
	slopes, around, err := problem.SlopesAt(r.Chosen.Point, evaluate)
	r.Trace = append(r.Trace, around...)
	if err != nil {
		return err
	}
	r.Slopes, r.Known = &slopes, problem.Known(r.Chosen, slopes)
	return nil
}

// withConstants is the plan with a parameter for each constant that none moves yet, if it asks for all of them.
func (p *Plan) withConstants() *Plan {
	all := *p
	all.Parameters = slices.Clone(p.Parameters)
	for _, c := range scenarios.PsychologyTable() {
		moved := slices.ContainsFunc(p.Parameters, func(q Parameter) bool { return q.Kind == Constant && q.What[0] == c.Path })
		if p.AllConstants && !moved && c.Low < c.High {
			all.Parameters = append(all.Parameters, constantParameter(c, c.Path, false))
		}
	}
	return &all
}
