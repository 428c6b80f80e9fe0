package laws

import (
	"testing"

	"xsell/sim/metric"
)

// Law 2: where sellers hold the week of a closing in their hands, sales surge in the last weeks of the pay window and dip
// in the first of the next (Oyer 1998: last month above, first month below the mean). Without that control there is no
// such pattern. What is shown is the move; the surge itself stays within noise of the mean at this size. Windows have 13 weeks: the last and the first are compared.
func TestLaw2SalesMoveToTheEndWhereTimingIsControlled(t *testing.T) {
	last, first := bins(metric.SalesByWindowWeek, 12, 13), bins(metric.SalesByWindowWeek, 0, 1)
	control := firm{file: "testdata/accelerator.toml", n: many}
	without := control.with("targets.timing-control = 0")
	surge, none := less(control.read(t, last), 1, control.read(t, first)), less(without.read(t, last), 1, without.read(t, first))
	surely(t, less(surge, 1, none), "control over timing moves sales from the first week of a window to the last")
	surely(t, less(without.read(t, first), 1, without.read(t, last)), "without control the last week sells less than the first: sellers who are early ease off")
}
