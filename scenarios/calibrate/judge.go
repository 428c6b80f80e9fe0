package calibrate

import (
	"context"

	"xsell/scenarios/calibrate/fit"
	"xsell/scenarios/evidence"
)

// Options say how a calibration is run; nothing in them changes a result.
type Options struct {
	Workers  int                               // goroutines; 0: one per processor
	Progress func(stage string, done, all int) // called as points of a stage are judged; nil: not called
}

// luck is where and how long the firms of the targets live.
type luck struct {
	seed   uint64
	worlds int
	size   []string
}

// together is how many points live at once: enough to keep every processor busy, few enough for memory.
const together = 8

// judge lives the targets' firms at points and judges them, in the order of the points. An error comes with the points
// judged until then.
func (p *Plan) judge(ctx context.Context, l luck, o Options, stage string, points [][]float64) ([][]evidence.FactResult, error) {
	var all [][]evidence.FactResult
	for len(all) < len(points) {
		o.tell(stage, len(all), len(points))
		batch := points[len(all):min(len(all)+together, len(points))]
		var facts []*evidence.Fact
		for _, point := range batch {
			change := p.change(point)
			change.Size = l.size
			facts = append(facts, p.facts(change)...)
		}
		judged, err := evidence.JudgeFacts(ctx, facts, evidence.Options{Seed: l.seed, Worlds: l.worlds, Workers: o.Workers})
		if err != nil {
			return all, err
		}
		for n := len(p.Targets); len(judged) > 0; judged = judged[n:] {
			all = append(all, judged[:n])
		}
	}
	o.tell(stage, len(points), len(points))
	return all, nil
}

func (o Options) tell(stage string, done, all int) {
	if o.Progress != nil {
		o.Progress(stage, done, all)
	}
}

// evaluate is judge in the terms of a search.
func (p *Plan) evaluate(ctx context.Context, o Options) fit.Evaluate {
	l := luck{p.Seed, p.Worlds, p.Size}
	return func(stage string, points [][]float64) ([]fit.Outcome, error) {
		judged, err := p.judge(ctx, l, o, stage, points)
		outcomes := make([]fit.Outcome, len(judged))
		for i, results := range judged {
			outcomes[i] = p.outcome(results)
		}
		return outcomes, err
	}
}

// outcome is the distances of judged facts from their aims, also without each world.
func (p *Plan) outcome(judged []evidence.FactResult) fit.Outcome {
	o := fit.Outcome{Without: make([][]float64, p.Worlds)}
	for w := range o.Without {
		o.Without[w] = make([]float64, len(judged))
	}
	for t, result := range judged {
		target := p.Targets[t]
		o.Distances = append(o.Distances, target.distance(result.Estimate.Value))
		for w, value := range result.Estimate.Without() {
			o.Without[w][t] = target.distance(value)
		}
	}
	return o
}
