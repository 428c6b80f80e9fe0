package reports

import (
	"fmt"
	"io"

	"xsell/scenarios/results"
)

func RenderWhy(dir string) error { return nil }

func Why(w io.Writer, set *results.ExplainSet) error {
	for _, g := range set.Differences {
		fmt.Fprintf(w, "%+v\n", g)
	}
	for _, s := range set.Shares {
		fmt.Fprintf(w, "%-25s %-30s %+.4g [%.4g, %.4g] alone %.4g last %.4g %s\n", s.Measure, s.Lever, s.Share, s.Low, s.High, s.Alone, s.Last, s.Words)
	}
	return nil
}
