package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"xsell/scenarios/panel"
)

// Words for how often a panel has rows.
const (
	everyClose = "close"
	everyWeek  = "week"
)

// panels is what the flags say about panels.
type panels struct {
	kinds  []string
	every  string
	worlds int
	given  []string // flags that say how panels are written
}

func (p *panels) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&p.kinds, "panel", nil, "also write who was there and what they did, as Parquet and CSV: `KIND` is "+
		strings.Join(panel.Kinds, ", ")+", or several of them")
	f.StringVar(&p.every, "panel-every", everyClose, "write rows of panels at the end of each `PERIOD`: close or week")
	f.IntVar(&p.worlds, "panel-worlds", 1, "write panels of so many `WORLDS`, the first; they are big: 200 bytes a row, and customers have 25,000 rows a week")
}

// notice remembers which flags were given.
func (p *panels) notice(cmd *cobra.Command) {
	for _, flag := range []string{"panel-every", "panel-worlds"} {
		if cmd.Flags().Changed(flag) {
			p.given = append(p.given, "--"+flag)
		}
	}
}

// order is what is asked for.
func (p *panels) order() panel.Order {
	return panel.Order{Kinds: p.kinds, Weekly: p.every == everyWeek, Worlds: p.worlds}
}

// check says what cannot be meant.
func (p *panels) check() error {
	if p.every == "" {
		return nil // a command without panels
	}
	for i := range p.kinds {
		p.kinds[i] = strings.TrimSpace(p.kinds[i])
	}
	wrong := p.order().Check()
	if len(p.kinds) == 0 && len(p.given) > 0 {
		wrong = errors.Join(wrong, fmt.Errorf("%s: there are no panels to write; ask for them with --panel", strings.Join(p.given, " and ")))
	}
	if p.every != everyClose && p.every != everyWeek {
		wrong = errors.Join(wrong, fmt.Errorf("--panel-every %q: it must be %s or %s", p.every, everyClose, everyWeek))
	}
	return wrong
}

// repeat are the flags that ask for the same panels again.
func (p *panels) repeat() (line []string) {
	if len(p.kinds) == 0 {
		return nil
	}
	return []string{"--panel", strings.Join(p.kinds, ","), "--panel-every", p.every, "--panel-worlds", strconv.Itoa(p.worlds)}
}
