package experiment

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"xsell/scenarios"
	"xsell/scenarios/words"
	"xsell/sim"
	"xsell/sim/draw"
)

// Plan is what is asked: every scenario in every world.
type Plan struct {
	Scenarios        []*scenarios.Scenario // at least one; the first is the base of all differences
	Replications     int                   // worlds, at least 1
	FirstReplication int                   // number of the first world, at least 0
	Seed             uint64
	Workers          int                                                       // goroutines; 0: one per processor
	Verify           bool                                                      // check the identities of the books of every history
	Ledger           func(scenario string, lines []sim.Line)                   // called once per scenario when Verify is set: the books over all worlds; nil: not called
	AtOnce           int                                                       // histories at a time, where memory does not hold as many as there are goroutines; 0: as many
	Live             func(context.Context, Leg) (*sim.Record, []string, error) // lives one history; asked by many goroutines; nil: sim.Live
	Lived            func(sim.Stretch)                                         // called by many goroutines as histories go on; nil: not called
	Progress         func(done, total int)                                     // called after each history, never twice at once; nil: not called
	Watch            func(History) *sim.Watch                                  // who looks on at a history, nil for nobody; asked by many goroutines; nil: nobody ever
	Tool             string                                                    // version of the tool, for the manifest
	CommandLine      []string                                                  // what repeats the experiment, for the manifest
}

// History is one scenario in one world.
type History struct {
	Scenario      string // its name in the results
	Column, Block int    // places of the scenario and of the world in the plan, from 0
	Replication   int    // number of the world
}

// Leg is what it takes to live a history.
type Leg struct {
	History
	Model   *sim.Model
	World   draw.World
	Workers int // inside the history
	sim.Journey
}

// Legs lists the histories of the plan, world by world.
func (p Plan) Legs() (legs []Leg) {
	names := p.Names()
	for job := range p.Histories() {
		legs = append(legs, p.leg(job, names))
	}
	return legs
}

// leg is what it takes to live history number job.
func (p Plan) leg(job int, names []string) Leg {
	r, s := job/len(p.Scenarios), job%len(p.Scenarios)
	return Leg{
		History: History{Scenario: names[s], Column: s, Block: r, Replication: p.Number(r)},
		Model:   p.Scenarios[s].Model, World: p.world(r), Workers: p.spare(),
		Journey: sim.Journey{Verify: p.Verify, Lived: p.Lived},
	}
}

// Histories is how many histories the plan asks for.
func (p Plan) Histories() int { return p.Replications * len(p.Scenarios) }

// Threads is how many goroutines run histories.
func (p Plan) Threads() int {
	if p.Workers > 0 {
		return p.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// Abreast is how many histories are lived at a time.
func (p Plan) Abreast() int {
	n := min(p.Threads(), p.Histories())
	if p.AtOnce > 0 {
		n = min(n, p.AtOnce)
	}
	return n
}

// spare is how many goroutines each history may use inside: more than one only where there are more workers than
// histories at a time.
func (p Plan) spare() int {
	n := max(p.Abreast(), 1)
	return max(1, (p.Threads()+n-1)/n)
}

// Check says everything that keeps a plan from being run.
func Check(p Plan) error {
	var problems []error
	if p.Replications < 1 {
		problems = append(problems, fmt.Errorf("%d replications: at least 1 is needed", p.Replications))
	}
	if p.FirstReplication < 0 {
		problems = append(problems, fmt.Errorf("the first replication is %d: it must be 0 or more", p.FirstReplication))
	}
	if p.Workers < 0 {
		problems = append(problems, fmt.Errorf("%d workers: it must be 0 (all processors) or more", p.Workers))
	}
	if len(p.Scenarios) == 0 {
		return errors.Join(append(problems, errors.New("no scenario to run"))...)
	}
	return errors.Join(slices.Concat(problems, checkPeriods(p.Scenarios), checkHouseholds(p.Scenarios))...)
}

// checkPeriods refuses scenarios that are measured over other weeks than the
// base: their difference would be one of time, not of design.
func checkPeriods(all []*scenarios.Scenario) (problems []error) {
	base := all[0]
	for _, s := range all[1:] {
		for _, p := range periods {
			if got, want := p.of(s.Model.Size), p.of(base.Model.Size); got != want {
				problems = append(problems, fmt.Errorf("%s has %s = %q, %s has %q: scenarios that are compared need the same; set it for all with --set %[2]s=%[5]q",
					s.Name, p.key, got, base.Name, want))
			}
		}
	}
	return problems
}

// periods are the lengths that compared scenarios share [weeks].
var periods = []struct {
	key string
	of  func(sim.Size) words.Weeks
}{
	{"run.weeks", func(s sim.Size) words.Weeks { return words.Weeks(s.Weeks) }},
	{"run.warm-up", func(s sim.Size) words.Weeks { return words.Weeks(s.WarmUp) }},
	{"run.close", func(s sim.Size) words.Weeks { return words.Weeks(s.Close) }},
}

// checkHouseholds refuses scenarios that meet other households than the base:
// the same luck would fall on other people.
func checkHouseholds(all []*scenarios.Scenario) (problems []error) {
	base := all[0].Model
	for _, s := range all[1:] {
		var keys []string
		if s.Model.Size.Customers != base.Size.Customers {
			keys = append(keys, "run.customers")
		}
		if s.Model.Size.Markets != base.Size.Markets {
			keys = append(keys, "run.markets")
		}
		if s.Model.Market.Vacant != base.Market.Vacant {
			keys = append(keys, "market.vacant-households")
		}
		if len(keys) > 0 {
			problems = append(problems, fmt.Errorf("compare runs every design on the same households: %s has %s, %s has %s; set %s alike",
				all[0].Name, households(base), s.Name, households(s.Model), strings.Join(keys, " and ")))
		}
	}
	return problems
}

// households says who lives in a model's world.
func households(m *sim.Model) string {
	return fmt.Sprintf("%s customers in %s markets and %v vacant households per customer",
		grouped(m.Size.Customers), grouped(m.Size.Markets), m.Market.Vacant)
}

// grouped writes a count that is not negative with commas between thousands.
func grouped(n int) string {
	text := strconv.Itoa(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}

// world is the luck of the r-th block.
func (p Plan) world(r int) draw.World {
	return draw.World{Seed: p.Seed, Replication: uint64(p.Number(r))}
}

// Number is the replication number of the r-th block.
func (p Plan) Number(r int) int { return p.FirstReplication + r }

// Names returns the scenarios' names; those given before get a number: silo,
// silo-2. A numbered name is never one that a scenario bears itself.
func (p Plan) Names() []string {
	borne, given := make(map[string]bool), make(map[string]bool)
	for _, s := range p.Scenarios {
		borne[s.Name] = true
	}
	names := make([]string, len(p.Scenarios))
	for n, s := range p.Scenarios {
		names[n] = s.Name
		for number := 2; given[names[n]]; number++ {
			if numbered := fmt.Sprintf("%s-%d", s.Name, number); !borne[numbered] {
				names[n] = numbered
			}
		}
		given[names[n]] = true
	}
	return names
}
