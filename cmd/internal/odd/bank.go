package odd

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"xsell/scenarios"
	"xsell/scenarios/words"
)

func sorted[T any](named map[string]T) []string { return slices.Sorted(maps.Keys(named)) }

// products as two tables: what they earn and cost, and how they come and go.
func products(all scenarios.Products) string {
	var money, fate [][]string
	for _, name := range sorted(all) {
		p := all[name]
		money = append(money, cells(Code(name), p.Line, p.Margin, p.WealthPower, p.Fee, p.Gift, p.Cost, p.Requests,
			p.Handling, p.Minutes, p.Meeting, p.Complexity, p.Points))
		fate = append(fate, cells(Code(name), p.Need, p.Held, p.Here, p.Decision, p.CoolingOff, p.Return, p.Lapse,
			p.Dormancy, p.Default, p.Loss, p.Silent, p.FeeRisk))
	}
	return "\n" + Table([]string{"product", "line", "margin", "wealth-power", "fee", "gift", "cost", "requests", "request-cost",
		"request-time", "meeting", "complexity", "points"}, money) + "\n" +
		Table([]string{"product", "need", "held", "here", "decision", "cooling-off", "return", "lapse", "dormancy", "default",
			"loss", "opened-silently", "silent-fee"}, fate) + "\n"
}

// cells writes values as they stand in a file.
func cells(values ...any) []string {
	row := make([]string, len(values))
	for i, v := range values {
		row[i] = fmt.Sprint(v)
		if time, is := v.(words.Hours); is {
			row[i] = fmt.Sprintf("%.0f minutes", 60*float64(time))
		}
	}
	return row
}

// complements lists which holdings change which need.
func complements(all scenarios.Products) string {
	var rows [][]string
	for _, name := range sorted(all) {
		rows = append(rows, []string{Code(name), factors(all[name].Follows)})
	}
	return Table([]string{"need for", "is multiplied by, for each of these held anywhere"}, rows)
}

func factors(named map[string]words.Factor) string {
	var parts []string
	for _, name := range sorted(named) {
		parts = append(parts, fmt.Sprintf("%s %v", name, named[name]))
	}
	return strings.Join(parts, ", ")
}

// segments with their factors on needs.
func segments(people *scenarios.People) string {
	var rows [][]string
	for _, name := range sorted(people.Segments) {
		s := people.Segments[name]
		rows = append(rows, append(cells(Code(name), s.Share, s.Wealth, s.Stays, s.Next), factors(s.Needs)))
	}
	return Table([]string{"segment", "share", "wealth", "stays", "next", "factors on needs"}, rows)
}

// surroundings lists the single numbers nobody chooses.
func surroundings(spec *scenarios.Spec) string {
	m, e, p := &spec.Market, &spec.Environment, &spec.Customers
	rows := [][]string{
		cells("market.vacant-households", m.Vacant), cells("market.joining", m.Joining), cells("market.competitor", m.Competitor),
		cells("market.fading", m.Fading), cells("market.cancelling-elsewhere", m.Cancelling), cells("market.exit", m.Exit),
		cells("customers.wealth-spread", p.Wealth), cells("customers.with-large-employer", p.Employed),
		cells("customers.employers-per-market", p.Employers), cells("customers.mean-tenure", p.Tenure),
		cells("customers.fonder-at-start", p.Fonder), cells("customers.accounts-ending", p.Ending),
		cells("customers.traits.service-demanders", p.Traits.Demanders), cells("customers.traits.revenue-reversers", p.Traits.Reversers),
		cells("customers.traits.promotion-maximisers", p.Traits.Promo), cells("customers.traits.spending-limiters", p.Traits.Limiters),
	}
	for _, name := range sorted(p.Channels) {
		k := p.Channels[name]
		rows = append(rows, cells("customers.channel."+name, fmt.Sprintf("share %v, abandon %v, speed %v", k.Share, k.Abandon, k.Speed)))
	}
	for _, name := range sorted(p.Primary) {
		rows = append(rows, cells("customers.first-product."+name, p.Primary[name]))
	}
	rows = append(rows, cells("environment.reputation", e.Reputation), cells("environment.regulator", e.Regulator),
		cells("environment.fine", e.Fine), cells("environment.remedy", e.Remedy), cells("environment.bill-delay", e.BillDelay),
		cells("environment.quits", e.Quits), cells("environment.outside-pay", e.OutsidePay), cells("environment.vacancy", e.Vacancy),
		cells("environment.hiring-cost", e.Hiring), cells("environment.acquisition-cost", e.Acquisition))
	for i := range rows {
		rows[i][0] = Code(rows[i][0])
	}
	return Table([]string{"key", "value"}, rows)
}
