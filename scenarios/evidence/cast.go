package evidence

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"xsell/agents"
	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/sim"
	"xsell/sim/draw"
)

// Options say in which luck claims are looked at.
type Options struct {
	Seed     uint64
	Worlds   int                 // for every claim, at least 2; 0: as each claim says
	Workers  int                 // goroutines; 0: one per processor
	Progress func(done, all int) // called after each history, never twice at once; nil: not called
}

// Interrupted says how many histories of those needed were lived when the context was cancelled.
type Interrupted struct{ Done, Asked int }

func (e *Interrupted) Error() string {
	return fmt.Sprintf("interrupted after %d of %d histories: nothing is judged", e.Done, e.Asked)
}

// cast is all firms of some claims, each kept once however many claims look at it.
type cast struct {
	options Options
	asked   map[string]*player // by how a claim asks for it
	players []*player          // each once
	wrong   []string           // what keeps them from being lived
}

// player is one firm that is lived in many worlds.
type player struct {
	same    string // equal for firms that must live the same
	name    string // for messages
	model   *sim.Model
	spec    *scenarios.Spec
	records []*sim.Record // by world
	broken  [][]string    // identities of the books that do not hold, by world
}

func newCast(o Options) *cast { return &cast{options: o, asked: make(map[string]*player)} }

// worlds is in how many worlds a claim is looked at.
func (c *cast) worlds(claim *Claim) int {
	if c.options.Worlds > 0 {
		return c.options.Worlds
	}
	return claim.Worlds
}

// add loads the firms of a claim, if they are not there yet, and has them live at least in so many worlds.
func (c *cast) add(claim *Claim, arms []arm) {
	for i := range arms {
		p := c.player(claim, &arms[i].firm)
		if worlds := c.worlds(claim); p != nil && worlds > len(p.records) {
			p.records, p.broken = make([]*sim.Record, worlds), make([][]string, worlds)
		}
	}
}

// player returns the player of a firm, nil where it cannot be loaded.
func (c *cast) player(claim *Claim, f *firm) *player {
	asked := fmt.Sprintf("%q %q %q %q %v", f.scenario, f.with, f.dir, f.sets, f.mind)
	if p, known := c.asked[asked]; known {
		return p
	}
	s, err := f.load()
	if err != nil {
		for line := range strings.SplitSeq(err.Error(), "\n") {
			c.wrong = append(c.wrong, claim.ID+": "+line)
		}
		c.asked[asked] = nil
		return nil
	}
	p := &player{same: likeness(s, f.mind), name: fmt.Sprintf("%s of %s", s.Name, claim.ID), model: s.Model, spec: s.Spec}
	if at := slices.IndexFunc(c.players, func(q *player) bool { return q.same == p.same }); at >= 0 {
		p = c.players[at]
	} else {
		c.players = append(c.players, p)
	}
	c.asked[asked] = p
	return p
}

// likeness is a text that is equal for firms that live the same: all of the scenario but what it says about itself, and
// the constants that differ from the shared ones.
func likeness(s *scenarios.Scenario, mind map[string]float64) string {
	own := s.Tree.Without("base").Without("title").Without("summary").Without("sources")
	shared, differs := scenarios.PsychologyTable(), ""
	for _, name := range sortedKeys(mind) {
		at := slices.IndexFunc(shared, func(c scenarios.Constant) bool { return c.Path == name })
		if at < 0 || shared[at].Value != mind[name] {
			differs += fmt.Sprintf("%s = %v\n", name, mind[name])
		}
	}
	return own.Text() + differs
}

// load compiles the firm.
func (f *firm) load() (*scenarios.Scenario, error) {
	mind, err := f.people()
	if err != nil {
		return nil, err
	}
	if f.with != "" {
		return scenarios.LoadTextWith(filepath.Join(f.dir, "with"), f.with, f.sets, mind)
	}
	if text, own := firmText(f.scenario); own {
		return scenarios.LoadTextWith("firms/"+f.scenario, text, f.sets, mind)
	}
	name := f.scenario
	if f.dir != "" && strings.HasSuffix(name, ".toml") && !filepath.IsAbs(name) {
		name = filepath.Join(f.dir, name)
	}
	return scenarios.LoadWith(name, f.sets, mind)
}

// people returns the behavioural constants of the firm.
func (f *firm) people() (*agents.Psychology, error) {
	if len(f.mind) == 0 {
		return scenarios.Psychology(), nil
	}
	var text strings.Builder
	for _, constant := range sortedKeys(f.mind) {
		fmt.Fprintf(&text, "[%s]\nvalue = %v\n", constant, f.mind[constant])
	}
	return scenarios.ReadPsychology(text.String())
}

// live runs every firm in its worlds. Books that do not balance are an *experiment.Unbalanced, whether all was lived or
// not; else a cancelled context is an *Interrupted.
func (c *cast) live(ctx context.Context) error {
	type job struct {
		*player
		world int
	}
	var jobs []job
	for _, p := range c.players {
		for world := range p.records {
			jobs = append(jobs, job{p, world})
		}
	}
	var one sync.Mutex
	done := 0
	sim.Parallel(len(jobs), c.workers(), func(i int) {
		record, err := sim.Run(ctx, jobs[i].model, draw.World{Seed: c.options.Seed, Replication: uint64(jobs[i].world)}, 1)
		if err != nil {
			return // cancelled
		}
		broken := sim.Verify(record)
		one.Lock()
		defer one.Unlock()
		jobs[i].records[jobs[i].world], jobs[i].broken[jobs[i].world] = record, broken
		if done++; c.options.Progress != nil {
			c.options.Progress(done, len(jobs))
		}
	})
	if err := c.balanced(); err != nil {
		return err
	}
	if done < len(jobs) {
		return &Interrupted{done, len(jobs)}
	}
	return nil
}

func (c *cast) workers() int {
	if c.options.Workers > 0 {
		return c.options.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// balanced says which books do not.
func (c *cast) balanced() error {
	var sentences []string
	for _, p := range c.players {
		for world, broken := range p.broken {
			for _, sentence := range broken {
				sentences = append(sentences, fmt.Sprintf("%s, replication %d: %s", p.name, world, sentence))
			}
		}
	}
	if len(sentences) == 0 {
		return nil
	}
	return &experiment.Unbalanced{Sentences: sentences}
}
