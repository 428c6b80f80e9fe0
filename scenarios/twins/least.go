package twins

import (
	"strconv"

	"xsell/sim"
)

// What counts in money, as a rate of time, so that a long run does not make an effect of what is nothing a week. Both are
// assumed: no source says from which amount on a person or a firm minds.
const (
	countedPay          = 0.01 // of the mean salary under the first design
	countedContribution = 10.0 // EUR a year of a customer: a tenth or less of what a usual one brings
)

// leastMoney is the smallest difference that counts under a first design, by outcome, where it hangs on the design [EUR].
var leastMoney = map[string]func(*sim.Model) float64{"pay": leastPay, "profit": leastContribution}

// leastPay is the smallest difference of pay that counts: 1 % of the salaries of a seat under the first design at the start,
// over the measured time [EUR]. Where there are no salaries any euro counts.
func leastPay(first *sim.Model) float64 {
	sum, seats := 0.0, 0
	for u, n := range first.Seats() {
		sum, seats = sum+float64(first.Plans[u].Salary*float64(n)), seats+n
	}
	return max(1, twoDigits(countedPay*sum/float64(max(seats, 1))*years(first)))
}

// leastContribution is the smallest difference of a customer's contribution that counts [EUR].
func leastContribution(first *sim.Model) float64 {
	return max(1, twoDigits(countedContribution*years(first)))
}

// years is the measured time.
func years(m *sim.Model) float64 { return float64(m.Size.Weeks) / 52 }

// twoDigits rounds to what can be said in a sentence.
func twoDigits(x float64) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'e', 1, 64), 64)
	if err != nil {
		return x // a number that is not finite stays what it is
	}
	return rounded
}
