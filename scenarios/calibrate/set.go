package calibrate

import (
	"math"
	"strings"

	"xsell/scenarios/calibrate/fit"
	"xsell/scenarios/evidence"
	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// Written returns a result as it is written to disk, without the command line. kind is results.Search or
// results.Sensitivity.
func (r *Result) Written(kind string) *results.Calibration {
	c := &results.Calibration{Parameters: r.parameters(), Targets: r.targets(), Trace: r.trace()}
	c.Manifest = results.CalibrationManifest{Title: r.Plan.Title, Kind: kind, Rounds: r.Rounds, Points: len(r.Trace),
		Complete: r.Slopes != nil && (r.Confirmed != nil || kind == results.Sensitivity), Condition: r.Known.Condition}
	c.Manifest.SetInput(r.Plan.Text)
	if r.Chosen != nil {
		c.Manifest.ObjectiveStart, c.Manifest.ObjectiveChosen = r.Trace[0].Objective, r.Chosen.Objective
	}
	if r.Slopes != nil {
		c.Slopes, c.Directions = r.slopeRows(), r.directions()
	}
	if r.Chosen == nil || kind == results.Sensitivity {
		return c
	}
	change := r.Plan.change(r.Chosen.Point)
	c.Manifest.Constants, c.Manifest.Assignments = change.Mind, change.Set
	return c
}

func (r *Result) parameters() (rows []results.Calibrated) {
	chosen := make([]float64, len(r.Plan.Parameters))
	if r.Chosen != nil {
		chosen = r.Plan.values(r.Chosen.Point)
	}
	for j, p := range r.Plan.Parameters {
		row := results.Calibrated{Parameter: p.Name, Kind: p.Kind, What: strings.Join(p.What, ", "), Unit: p.Unit(), Source: p.Source,
			Low: p.Low, High: p.High, Present: p.Present, Start: p.Start, Chosen: chosen[j],
			Prior: math.NaN(), SD: math.NaN(), Identified: math.NaN()}
		if r.Chosen == nil {
			row.Chosen = math.NaN()
		}
		if r.Slopes != nil {
			row.Prior, row.SD, row.Identified = r.Known.Prior, r.Known.SD[j], r.Known.Share[j]
		}
		rows = append(rows, row)
	}
	return rows
}

func (r *Result) targets() (rows []results.Confirmed) {
	for t, target := range r.Plan.Targets {
		row := results.Confirmed{Target: target.Fact.ID, Title: target.Fact.Title, Unit: target.Fact.Unit, Weight: target.Weight,
			Aim: target.Aim, Tolerance: target.Tolerance, TargetLow: closed(target.Fact.Band.Low), TargetHigh: closed(target.Fact.Band.High)}
		nan := math.NaN()
		row.Start, row.StartSE, row.Chosen, row.ChosenSE = nan, nan, nan, nan
		if r.Chosen != nil {
			row.Start, row.StartSE = target.value(r.Trace[0].Outcome, t)
			row.Chosen, row.ChosenSE = target.value(r.Chosen.Outcome, t)
		}
		row.FreshStart, row.FreshStartLow, row.FreshStartHigh, row.FreshStartVerdict = fresh(r.Before, t)
		row.Confirmed, row.ConfirmedLow, row.ConfirmedHigh, row.FreshVerdict = fresh(r.Confirmed, t)
		rows = append(rows, row)
	}
	return rows
}

// fresh is a target in fresh luck; nothing where it was not confirmed.
func fresh(judged []evidence.FactResult, t int) (value, low, high float64, verdict string) {
	if judged == nil {
		return math.NaN(), math.NaN(), math.NaN(), ""
	}
	x := judged[t]
	return x.Estimate.Value, x.Low, x.High, string(x.Verdict)
}

// value turns the distance of a target back into its value, with the standard error.
func (t Target) value(o fit.Outcome, at int) (value, se float64) {
	without := make([]float64, len(o.Without))
	for w := range without {
		without[w] = o.Without[w][at]
	}
	distance := o.Distances[at]
	return t.Aim + float64(t.Tolerance*distance), t.Tolerance * stats.Jackknife(distance, without).SE
}

// closed is an end of a band as it is written: NaN where it is open.
func closed(end float64) float64 {
	if math.IsInf(end, 0) {
		return math.NaN()
	}
	return end
}

func (r *Result) slopeRows() (rows []results.Slope) {
	for j, p := range r.Plan.Parameters {
		for t, target := range r.Plan.Targets {
			rows = append(rows, results.Slope{Parameter: p.Name, Target: target.Fact.ID, Slope: r.Slopes.Values[t][j], SE: r.Slopes.SEs[t][j],
				Sure: r.Slopes.Sure[t][j]})
		}
	}
	return rows
}

// leastShare is the share of the prior variance below which nothing is known along a direction.
const leastShare = 1e-9

func (r *Result) directions() (rows []results.Direction) {
	for i, d := range r.Known.Directions {
		if d.Share < leastShare {
			break
		}
		for j, p := range r.Plan.Parameters {
			rows = append(rows, results.Direction{Direction: i + 1, Share: d.Share, Parameter: p.Name, Loading: d.Loadings[j]})
		}
	}
	return rows
}

func (r *Result) trace() (rows []results.Trial) {
	for i, e := range r.Trace {
		row := results.Trial{Number: i + 1, Round: e.Round, Stage: e.Stage, Objective: e.Objective, Kept: e.Kept, Parameters: r.Plan.values(e.Point)}
		for t, target := range r.Plan.Targets {
			row.Targets = append(row.Targets, target.Aim+float64(target.Tolerance*e.Outcome.Distances[t]))
		}
		rows = append(rows, row)
	}
	return rows
}
