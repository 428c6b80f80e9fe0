package evidence

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"xsell/scenarios/stats"
)

// FalseAlarm is the chance with which a law is said to hold though what it claims lies on the edge of its band: the
// one-sided limit of Student's t at this level must be within the band. It is nominal: the standard error is the
// jackknife's, and t this far out holds for values that are smooth functions of sums over about normal worlds. For ratios
// of rare counts, extremes and other claims that are not smooth the true chance is unknown and larger.
const FalseAlarm = 1e-6

// Estimate is the value of a claim with its 95 % interval over worlds. All are NaN where the value is not defined; the
// ends alone where one is not defined once a world is left out.
type Estimate struct {
	Value, Low, High float64
	jackknife        stats.Jackknifed
	without          []float64 // the value without each world
}

// Verdict says whether a value is where it should be.
type Verdict string

// Verdicts.
const (
	Met       Verdict = "met"
	Missed    Verdict = "missed"
	Undefined Verdict = "undefined" // there is no value, or none without one of the worlds
)

// Place says how an interval lies to a band.
type Place string

// Places.
const (
	Inside   Place = "inside"
	Overlaps Place = "overlaps"
	Outside  Place = "outside"
)

// FactResult is a fact beside what the model gives.
type FactResult struct {
	*Fact
	Estimate
	Verdict  Verdict
	Interval Place // of the 95 % interval; empty where there is none
	Lived    int   // worlds
}

// LawResult is a law beside what the model gives.
type LawResult struct {
	*Law
	On     Estimate
	Also   []Estimate // in the order of Law.Also
	Off    Estimate   // NaN without a switch
	Gap    Estimate   // on less off
	Holds  bool       // value and all that must hold besides, beyond doubt
	Gone   bool       // with the mechanism off it does not hold any more; false without a switch
	Likely bool       // all lie within their bands, but at the odds of FalseAlarm not surely: more worlds may show it
	Fails  []string   // sentences on what is not as it should be
	Lived  int        // worlds
}

// JudgeFacts lives the firms of the facts and judges each. The error is one of the claims' scenarios, an
// *Interrupted or an *experiment.Unbalanced.
func JudgeFacts(ctx context.Context, facts []*Fact, o Options) ([]FactResult, error) {
	c := newCast(o)
	for _, f := range facts {
		c.add(&f.Claim, f.arms)
	}
	if err := c.perform(ctx); err != nil {
		return nil, err
	}
	results := make([]FactResult, len(facts))
	for i, f := range facts {
		x, err := c.estimate(&f.Claim, f.arms, f.value)
		if err != nil {
			return nil, err
		}
		results[i] = FactResult{f, x, x.verdict(f.Band), x.place(f.Band), c.worlds(&f.Claim)}
	}
	return results, nil
}

// JudgeLaws lives the firms of the laws, also with their mechanisms off, and judges each. Errors are those of JudgeFacts.
func JudgeLaws(ctx context.Context, laws []*Law, o Options) ([]LawResult, error) {
	c := newCast(o)
	for _, l := range laws {
		c.add(&l.Claim, l.arms)
		if l.Off != nil {
			c.add(&l.Claim, l.Off.arms)
		}
	}
	if err := c.perform(ctx); err != nil {
		return nil, err
	}
	results := make([]LawResult, len(laws))
	for i, l := range laws {
		var err error
		if results[i], err = c.law(l); err != nil {
			return nil, err
		}
	}
	return results, nil
}

// perform lives all firms, if all could be loaded.
func (c *cast) perform(ctx context.Context) error {
	if len(c.wrong) > 0 {
		return errors.New(strings.Join(c.wrong, "\n"))
	}
	if o := c.options; o.Worlds == 1 || o.Worlds < 0 || o.Workers < 0 {
		return fmt.Errorf("%d worlds on %d workers: an interval needs at least 2 worlds", o.Worlds, o.Workers)
	}
	return c.live(ctx)
}

// law judges one law.
func (c *cast) law(l *Law) (r LawResult, err error) {
	nan := math.NaN()
	none := Estimate{Value: nan, Low: nan, High: nan}
	r = LawResult{Law: l, Off: none, Gap: none, Lived: c.worlds(&l.Claim)}
	if r.On, err = c.estimate(&l.Claim, l.arms, l.value); err != nil {
		return r, err
	}
	within := r.fail(r.On, l.Band, l.Title)
	for _, also := range l.Also {
		x, err := c.estimate(&l.Claim, l.arms, also.value)
		if err != nil {
			return r, err
		}
		r.Also = append(r.Also, x)
		within = r.fail(x, also.Band, also.Text) && within
	}
	r.Holds = len(r.Fails) == 0
	r.Likely = within && !r.Holds
	if l.Off == nil {
		return r, nil
	}
	if r.Off, err = c.estimate(&l.Claim, l.Off.arms, l.value); err != nil {
		return r, err
	}
	r.Gap = r.On.less(r.Off)
	r.Gone = l.gone(r.Off, r.Gap)
	if !r.Gone {
		r.Fails = append(r.Fails, fmt.Sprintf("it is not gone with the mechanism off (%s): %s is then %s, must be %s",
			l.Off.Text, l.Title, r.Off, l.WantedOff()))
	}
	return r, nil
}

// fail notes a value that is not surely within its band, and says whether it lies within all the same.
func (r *LawResult) fail(x Estimate, band Band, what string) (within bool) {
	within = x.verdict(band) == Met
	if x.surely(band) {
		return within
	}
	sentence := fmt.Sprintf("not shown: %s is %s, must be %v", what, x, band)
	if within {
		sentence += fmt.Sprintf("; at odds of one in a million %d worlds are too few to say so: raise --replications", r.Lived)
	}
	r.Fails = append(r.Fails, sentence)
	return within
}

// gone says whether the law does not hold with the mechanism off: its value lies outside the band and surely differs from
// that with the mechanism on; where the claim says where it must lie then, it surely lies there. A value that is not
// defined shows neither: a claim of which nothing may be left to measure needs a value that says what that counts.
func (l *Law) gone(off, gap Estimate) bool {
	switch {
	case !l.Off.Band.open():
		return off.surely(l.Off.Band)
	case math.IsNaN(off.Value), l.Band.holds(off.Value):
		return false
	}
	return gap.surely(Band{Low: 0, High: math.Inf(1)}) || gap.surely(Band{Low: math.Inf(-1), High: 0})
}

// WantedOff says where the value must lie with the mechanism off; the law must have a switch.
func (l *Law) WantedOff() string {
	if !l.Off.Band.open() {
		return l.Off.Band.String()
	}
	return "not " + l.Band.String()
}
