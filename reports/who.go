package reports

import (
	"fmt"
	"image/color"
	"path/filepath"
	"slices"

	"gonum.org/v1/plot/vg"

	"xsell/scenarios/results"
)

// Crowds of twins and the outcome that weighs none against another, as the results name them.
const (
	crowdCustomers = "customers"
	crowdSellers   = "sellers"
	overallOutcome = "overall"
)

// whoView is a set of twins with the indexes that its tables and pictures ask for.
type whoView struct {
	set      *results.TwinSet
	shares   map[whoKey]results.TwinShare
	outcomes map[[2]string]results.TwinOutcome // by crowd and id
	parts    map[[2]string]map[float64]results.TwinQuantile
	parted   map[string]bool // crowds in which any two histories differ
}

type whoKey struct{ crowd, outcome, by, group string }

func newWhoView(set *results.TwinSet) *whoView {
	set = overAllYears(set)
	v := &whoView{set: set, shares: map[whoKey]results.TwinShare{}, outcomes: map[[2]string]results.TwinOutcome{},
		parts: map[[2]string]map[float64]results.TwinQuantile{}, parted: map[string]bool{}}
	for _, p := range set.Partings {
		v.parted[p.Crowd] = true
	}
	for _, a := range set.Alone {
		v.parted[a.Crowd] = v.parted[a.Crowd] || a.Scenario != ""
	}
	for _, s := range set.Shares {
		v.shares[whoKey{s.Crowd, s.Outcome, s.By, s.Group}] = s
	}
	for _, o := range set.Outcomes {
		v.outcomes[[2]string{o.Crowd, o.ID}] = o
	}
	for _, q := range set.Quantiles {
		at := [2]string{q.Crowd, q.Outcome}
		if v.parts[at] == nil {
			v.parts[at] = map[float64]results.TwinQuantile{}
		}
		v.parts[at][q.Part] = q
	}
	return v
}

// overAllYears says in its title that the contribution of customers is a sum over the run, not an amount a year.
func overAllYears(set *results.TwinSet) *results.TwinSet {
	named, length := *set, allOf(set.Manifest.Weeks, "week")
	if years := set.Manifest.Weeks / year; set.Manifest.Weeks%year == 0 && years > 0 {
		length = allOf(years, "year")
	}
	named.Outcomes = slices.Clone(set.Outcomes)
	for i := range named.Outcomes {
		if o := &named.Outcomes[i]; o.ID == "profit" {
			o.Title += ", " + length
		}
	}
	return &named
}

// allOf is "all 5 years" or "1 year".
func allOf(n int, thing string) string {
	if n == 1 {
		return plural(n, thing)
	}
	return "all " + plural(n, thing)
}

// RenderTwins reads the twins in dir and writes dir/twins.html and dir/plots/*.svg. Drawing again replaces what was drawn
// before.
func RenderTwins(dir string) error {
	v, err := whoViewOf(dir)
	if err != nil {
		return err
	}
	return renderAt(filepath.Join(dir, "twins.html"), nil, v.figures(), v.page)
}

// TwinsPictures reads the twins in dir and writes dir/plots/*.png.
func TwinsPictures(dir string) error {
	v, err := whoViewOf(dir)
	if err != nil {
		return err
	}
	return writeImages(filepath.Join(dir, "plots"), nil, v.figures())
}

func whoViewOf(dir string) (*whoView, error) {
	set, err := results.ReadTwins(dir)
	if err != nil {
		return nil, err
	}
	if len(set.Manifest.Scenarios) != 2 {
		return nil, fmt.Errorf("%s: the manifest names %s, and twins are of two", dir, plural(len(set.Manifest.Scenarios), "scenario"))
	}
	return newWhoView(set), nil
}

// figures of twins, in order, each drawn for pages and for telephones; each names the run it came from.
func (v *whoView) figures() (list []figure) {
	for _, paint := range []func(vg.Length) figure{
		func(width vg.Length) figure { return v.groupsFigure(crowdCustomers) },
		func(width vg.Length) figure { return v.groupsFigure(crowdSellers) },
		v.spreadFigure, v.partingFigure,
	} {
		f := paint(pictureWidth)
		if f.missing == "" {
			narrow := paint(narrowWidth)
			narrow.width, f.narrow = narrowWidth, &narrow
		}
		f.origin = v.origin()
		list = append(list, f)
	}
	return list
}

func (v *whoView) origin() string {
	m := v.set.Manifest
	return fmt.Sprintf("%s and %s · %s of %s · seed %d · results %.8s · xsell %s", v.base(), v.other(), plural(m.Finished, "world"),
		plural(m.Weeks, "week"), m.Seed, m.ResultsHash, m.Tool)
}

func (v *whoView) base() string  { return v.set.Manifest.Scenarios[0].Name }
func (v *whoView) other() string { return v.set.Manifest.Scenarios[1].Name }

// share of all people of a crowd.
func (v *whoView) share(crowd, outcome string) results.TwinShare {
	return v.shares[whoKey{crowd: crowd, outcome: outcome}]
}

// verdict of more people gaining or losing.
func (v *whoView) verdict(s results.TwinShare) verdict {
	if !v.parted[s.Crowd] {
		return equal
	}
	if !(s.NetHigh > s.NetLow) { // worlds that all say the same do not say what others would
		return unclear
	}
	good := results.More
	if o, known := v.outcomes[[2]string{s.Crowd, s.Outcome}]; known {
		if whose, _ := o.Whose(); whose == "nobody" {
			good = results.Neither
		}
	}
	return judge(results.Row{Difference: s.Net, DifferenceLow: s.NetLow, DifferenceHigh: s.NetHigh}, good)
}

// meanVerdict is that of the mean difference, which may go another way than the count of persons.
func (v *whoView) meanVerdict(s results.TwinShare) verdict {
	good := results.More
	if o, known := v.outcomes[[2]string{s.Crowd, s.Outcome}]; known {
		whose, way := o.Whose()
		if good = way; whose == "nobody" {
			good = results.Neither
		}
	}
	return judge(results.Row{Difference: s.Difference, DifferenceLow: s.DifferenceLow, DifferenceHigh: s.DifferenceHigh}, good)
}

// Colours of who gains and who loses: they differ to colour-blind readers too, and lie on two sides of a line.
var gain, harm = palette[3], palette[2]

// tint is a colour as an area.
func tint(c color.NRGBA) color.NRGBA { return pale(c, 0.55) }
