package twins

import (
	"math"
	"slices"

	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// collect turns worlds into results.
func (p Plan) collect(worlds []*lived) (*results.TwinSet, error) {
	set := &results.TwinSet{Manifest: experiment.Manifest(p.Plan, len(worlds)), Outcomes: Outcomes(p.Scenarios[0].Model)}
	for _, w := range worlds {
		set.Worlds, set.Spread = append(set.Worlds, w.counts...), append(set.Spread, w.spread...)
		set.Sums = append(set.Sums, w.sums...)
		set.Alone, set.Partings = append(set.Alone, w.alone...), append(set.Partings, w.partings...)
	}
	for _, k := range said {
		set.Kinds = append(set.Kinds, results.TwinKind{ID: k.id, Words: k.words})
	}
	set.Dimensions = p.groups(set.Worlds)
	set.Shares, set.Quantiles = Shares(set), Quantiles(set)
	set.Bars = histograms(worlds, set.Quantiles)
	if p.People {
		set.People = slices.Concat(worlds[0].crowds[0].rows(), worlds[0].crowds[1].rows())
	}
	if p.Untold {
		return set, nil
	}
	var err error
	set.Stories, set.Lines, err = p.tell(worlds[0], set.Shares)
	return set, err
}

// groups lists the groups of every dimension in order: as tables have them, then the others as they come.
func (p Plan) groups(counts []results.TwinCount) (rows []results.TwinDimension) {
	model := p.Scenarios[0].Model
	known := map[string][]string{}
	for i := range model.Market.Segments {
		known["segment"] = append(known["segment"], model.Market.Segments[i].Title)
	}
	for i := range model.Market.Channels {
		known["channel"] = append(known["channel"], model.Market.Channels[i].Name)
	}
	for i := range model.Org.Units {
		known["unit"] = append(known["unit"], model.Org.Units[i].Name)
	}
	for i := range byCustomer {
		rows = append(rows, listed(Customers, &byCustomer[i], known, counts)...)
	}
	for i := range bySeller {
		rows = append(rows, listed(Sellers, &bySeller[i], known, counts)...)
	}
	return rows
}

// listed are the groups of a dimension in which there is anybody.
func listed[T any](crowd string, x *dimension[T], known map[string][]string, counts []results.TwinCount) (rows []results.TwinDimension) {
	order := append(slices.Clone(x.groups), known[x.id]...)
	there := map[string]bool{}
	for i := range counts {
		if c := &counts[i]; c.Crowd == crowd && c.By == x.id {
			there[c.Group] = true
			if !slices.Contains(order, c.Group) {
				order = append(order, c.Group)
			}
		}
	}
	for _, group := range order {
		if there[group] {
			rows = append(rows, results.TwinDimension{Crowd: crowd, ID: x.id, Title: x.title, Group: group})
		}
	}
	return rows
}

// shareKey is whom a share is of.
type shareKey struct{ crowd, outcome, by, group string }

// Shares are the means over worlds of a set's counts, all people first, then group by group.
func Shares(set *results.TwinSet) (rows []results.TwinShare) {
	at, parted := map[shareKey][]results.TwinCount{}, moved(set)
	for _, c := range set.Worlds {
		key := shareKey{c.Crowd, c.Outcome, c.By, c.Group}
		at[key] = append(at[key], c)
	}
	for _, crowd := range []string{Customers, Sellers} {
		groups := []results.TwinDimension{{Crowd: crowd}}
		for _, d := range set.Dimensions {
			if d.Crowd == crowd {
				groups = append(groups, d)
			}
		}
		for _, g := range groups {
			for _, outcome := range outcomesOf(set, crowd) {
				if counts := at[shareKey{crowd, outcome, g.ID, g.Group}]; len(counts) > 0 {
					rows = append(rows, shareOf(counts, !parted[crowd]))
				}
			}
		}
	}
	return rows
}

// outcomesOf a crowd, the overall one first.
func outcomesOf(set *results.TwinSet, crowd string) []string {
	list := []string{Overall}
	for _, o := range set.Outcomes {
		if o.Crowd == crowd {
			list = append(list, o.ID)
		}
	}
	return list
}

// moved are the crowds in which any two histories part, in doing, feeling or holding, or somebody is there in one only.
func moved(set *results.TwinSet) map[string]bool {
	crowds := map[string]bool{}
	for _, p := range set.Partings {
		crowds[p.Crowd] = true
	}
	for _, a := range set.Alone {
		crowds[a.Crowd] = crowds[a.Crowd] || a.Scenario != ""
	}
	return crowds
}

// shareOf is the mean over worlds of one group's counts; nothing says that nobody of the crowd parts.
func shareOf(counts []results.TwinCount, nothing bool) results.TwinShare {
	var better, worse counted
	var mixed, difference, pairs, leastBetter, leastWorse []float64
	for _, c := range counts {
		better.add(c.Better, c.Pairs)
		worse.add(c.Worse, c.Pairs)
		pairs, mixed = append(pairs, float64(c.Pairs)), append(mixed, float64(c.Mixed)/float64(c.Pairs))
		difference = append(difference, c.Difference)
		leastBetter, leastWorse = append(leastBetter, c.LeastBetter), append(leastWorse, c.LeastWorse)
	}
	b, w, n, d := better.share(nothing), worse.share(nothing), better.less(&worse, nothing), ends(difference, nothing)
	return results.TwinShare{
		Crowd: counts[0].Crowd, Outcome: counts[0].Outcome, By: counts[0].By, Group: counts[0].Group,
		Pairs: stats.Summary(pairs).Mean, Mixed: stats.Summary(mixed).Mean,
		Better: b.Mean, BetterLow: b.Low, BetterHigh: b.High, Worse: w.Mean, WorseLow: w.Low, WorseHigh: w.High,
		Net: n.Mean, NetLow: n.Low, NetHigh: n.High, Method: n.Method,
		Difference: d.Mean, DifferenceLow: d.Low, DifferenceHigh: d.High,
		LeastBetter: stats.Summary(leastBetter).Mean, LeastWorse: stats.Summary(leastWorse).Mean,
	}
}

// Quantiles are the means over worlds of quantiles.
func Quantiles(set *results.TwinSet) (rows []results.TwinQuantile) {
	type key struct {
		crowd, outcome string
		part           float64
	}
	at, order := map[key][]float64{}, []key{}
	parted := moved(set)
	for _, s := range set.Spread {
		k := key{s.Crowd, s.Outcome, s.Part}
		if at[k] == nil {
			order = append(order, k)
		}
		at[k] = append(at[k], s.Value)
	}
	for _, k := range order {
		x := ends(at[k], !parted[k.crowd])
		rows = append(rows, results.TwinQuantile{Crowd: k.crowd, Outcome: k.outcome, Part: k.part, Value: x.Mean, Low: x.Low, High: x.High})
	}
	return rows
}

// rows of all people of a crowd.
func (x *crowd) rows() (rows []results.TwinPerson) {
	for i := range x.people {
		t := &x.people[i]
		row := results.TwinPerson{Crowd: x.name, Person: t.key, Parted: math.NaN()}
		if t.paired() && t.parted.week != never {
			row.Parted, row.Kind = float64(t.parted.week), said[t.parted.kind].id
		}
		for o := range x.outcomes {
			row.Outcome, row.First, row.Second = x.outcomes[o].ID, math.NaN(), math.NaN()
			if t.in[0] {
				row.First = t.values[0][o]
			}
			if t.in[1] {
				row.Second = t.values[1][o]
			}
			rows = append(rows, row)
		}
	}
	return rows
}
