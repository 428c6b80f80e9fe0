package reports

import (
	"fmt"
	"path/filepath"

	"xsell/scenarios/results"
)

// riskView is an analysis of the risk of disclosure with what the tables and
// pictures of measures also use: scenarios, key and origin.
type riskView struct {
	*view
	risk *results.RiskSet
}

func newRiskView(set *results.RiskSet) *riskView {
	return &riskView{newView(&results.Set{Manifest: set.Manifest}), set}
}

// RenderRisk reads the risk analysis in dir and writes dir/plots/*.svg and dir/report.html. Drawing again replaces what was
// drawn before.
func RenderRisk(dir string) error {
	v, err := riskViewOf(dir)
	if err != nil {
		return err
	}
	return renderAt(filepath.Join(dir, "report.html"), v.view, v.figures(), v.page)
}

func riskPictures(dir string) error {
	v, err := riskViewOf(dir)
	if err != nil {
		return err
	}
	return writeImages(filepath.Join(dir, "plots"), v.view, v.figures())
}

func riskViewOf(dir string) (*riskView, error) {
	set, err := results.ReadRisk(dir)
	if err != nil {
		return nil, err
	}
	if len(set.Manifest.Scenarios) == 0 {
		return nil, fmt.Errorf("%s: the manifest names no scenario: nothing to report", dir)
	}
	return newRiskView(set), nil
}

// figures of an analysis, in order, each drawn for pages and for telephones.
func (v *riskView) figures() (all []figure) {
	narrow := &riskView{v.forTelephone(), v.risk}
	for _, paint := range []func(*riskView) figure{(*riskView).overYearsFigure, (*riskView).exceedanceFigure} {
		f := paint(v)
		if f.missing == "" {
			small := paint(narrow)
			small.width, f.narrow = narrowWidth, &small
		}
		all = append(all, f)
	}
	return all
}

// horizons of the analysis [years], in order.
func (v *riskView) horizons() (years []int) {
	for _, r := range v.risk.Estimates {
		if r.Scenario == v.base() && (len(years) == 0 || r.Years != years[len(years)-1]) {
			years = append(years, r.Years)
		}
	}
	return years
}

// estimate returns the row of a scenario, and whether there is one.
func (v *riskView) estimate(scenario string, years int, quantity string) (results.RiskRow, bool) {
	for _, r := range v.risk.Estimates {
		if r.Scenario == scenario && r.Years == years && r.Quantity == quantity {
			return r, true
		}
	}
	return results.RiskRow{}, false
}
