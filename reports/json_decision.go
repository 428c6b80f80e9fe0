package reports

import (
	"math"

	"xsell/reports/document"
	"xsell/scenarios/results"
)

// unknownNumber is a number that is not there.
var unknownNumber = math.NaN()

// decisionDocument is the decision with its verdicts; nil where there was none.
func (v *view) decisionDocument() *document.Decision {
	asked := v.set.Manifest.Decision
	if asked == nil {
		return nil
	}
	said := v.decision()
	smallest, _ := v.smallest()
	d := &document.Decision{Measure: asked.Measure, Better: asked.Better, Smallest: document.Number(smallest), Declared: said.Asked,
		Confidence: document.Number(sure(asked)), Budget: asked.Budget, Looks: asked.Looks, Look: asked.Look, Settled: asked.Settled,
		Worlds: asked.Worlds, Dropped: asked.Dropped, Method: asked.Method, Notes: said.Notes}
	for i := range v.set.Verdicts {
		x := &v.set.Verdicts[i]
		word := x.Words
		if word == "" {
			word = "none"
		}
		d.Verdicts = append(d.Verdicts, document.Verdict{Scenario: x.Scenario, Against: x.Against, Difference: document.Number(x.Difference),
			Low: document.Number(x.Low), High: document.Number(x.High), Seen: document.Number(x.Seen), Seen80: document.Number(x.Seen80),
			Verdict: word, Note: x.Note, More: document.Number(x.More), Trust: x.Trust})
	}
	for _, s := range v.set.Standings {
		d.Standings = append(d.Standings, document.Standing{Scenario: s.Scenario, Mean: document.Number(s.Mean), Low: document.Number(s.Low),
			High: document.Number(s.High), PossiblyBest: s.Words == results.PossiblyBest, Contender: s.Contender})
	}
	for i := range v.set.Guards {
		g := &v.set.Guards[i]
		d.Guardrails = append(d.Guardrails, document.Guardrail{Guardrail: g.Guardrail, Scenario: g.Scenario, Measure: g.Measure,
			Statistic: g.Statistic, Kind: g.Kind, Limit: document.Number(g.Limit), Value: document.Number(g.Value), Low: document.Number(g.Low),
			High: document.Number(g.High), Verdict: g.Words, More: document.Number(g.More), Worlds: g.Worlds, Dropped: g.Dropped,
			Note: g.Note})
	}
	return d
}

// VerdictsDocument is a decision alone, on outcomes of any origin.
func VerdictsDocument(set *results.Set) document.Decided {
	return document.Decided{Schema: document.DecidedSchema, Decision: newView(set).decisionDocument()}
}
