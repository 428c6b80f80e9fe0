package risk

import (
	"errors"
	"fmt"
	"slices"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/scenarios/words"
)

const yearWeeks = 52

// MostYears is the longest horizon that can be meant [years].
const MostYears = 100

// Plan is what is asked: an experiment, and the horizons over which the risk is told.
type Plan struct {
	experiment.Plan
	Years []int // horizons since the end of the warm-up, rising; the last is the length of every history
}

// Weeks is how long histories must be measured for horizons [weeks]; 0 where there are none.
func Weeks(years []int) words.Weeks {
	if len(years) == 0 {
		return 0
	}
	return words.Weeks(yearWeeks * slices.Max(years))
}

// CheckYears says which horizons cannot be meant.
func CheckYears(years []int) error {
	if len(years) == 0 {
		return errors.New("no horizon: name at least one number of years")
	}
	for i, y := range years {
		if y < 1 || y > MostYears {
			return fmt.Errorf("a horizon of %d years: it must be from 1 to %d", y, MostYears)
		}
		if i > 0 && y <= years[i-1] {
			return fmt.Errorf("a horizon of %d years after one of %d: name each once, the shortest first", y, years[i-1])
		}
	}
	return nil
}

// Check says everything that keeps a plan from being run.
func Check(p Plan) error {
	if err := errors.Join(experiment.Check(p.Plan), CheckYears(p.Years)); err != nil {
		return err
	}
	var wrong []error
	size, last := p.Scenarios[0].Model.Size, Weeks(p.Years)
	if words.Weeks(size.Weeks) != last {
		wrong = append(wrong, fmt.Errorf("histories of %q for a horizon of %d years: run.weeks must be %q", words.Weeks(size.Weeks), slices.Max(p.Years), last))
	}
	for _, y := range p.Years {
		if y*yearWeeks%size.Close != 0 {
			wrong = append(wrong, fmt.Errorf("%d years are not a whole number of closes of %q: choose another run.close", y, words.Weeks(size.Close)))
		}
	}
	return errors.Join(wrong...)
}

// undisclosed is the plan with histories in which chance discloses nothing once measuring has begun.
func (p Plan) undisclosed() experiment.Plan {
	quiet := p.Plan
	quiet.Scenarios = make([]*scenarios.Scenario, len(p.Scenarios))
	for i, s := range p.Scenarios {
		scenario, model := *s, *s.Model
		model.Undisclosed = true
		scenario.Model = &model
		quiet.Scenarios[i] = &scenario
	}
	return quiet
}
