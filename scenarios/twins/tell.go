package twins

import (
	"strings"

	"xsell/scenarios/results"
	"xsell/sim"
	"xsell/sim/draw"
)

// linesMost is how many lines a story has at most.
const linesMost = 12

// tell tells the chosen pairs: it lives both histories of the first world again, with the tracer following them.
func (p Plan) tell(w *lived, shares []results.TwinShare) (stories []results.TwinStory, lines []results.TwinLine, err error) {
	list := choose(&w.crowds[0], &w.crowds[1], shares)
	if len(list) == 0 {
		return nil, nil, nil
	}
	var tales [2][]sim.Tale
	for side := range tales {
		var subjects []sim.Subject
		for _, c := range list {
			subjects = append(subjects, sim.Subject{Seller: c.crowd.name == Sellers, Number: c.twin.numbers[side]})
		}
		tales[side], err = sim.Tell(p.Scenarios[side].Model, draw.World{Seed: p.Seed, Replication: uint64(p.Number(0))}, subjects)
		if err != nil {
			return nil, nil, err
		}
	}
	for i, c := range list {
		rows, left := told([2][]sim.Told{tales[0][i].Lines, tales[1][i].Lines}, c.twin.parted, c.crowd.name == Sellers)
		stories = append(stories, results.TwinStory{ID: c.id, Title: c.title, Rule: c.rule, Crowd: c.crowd.name, Person: c.twin.key,
			Who: whoIn(tales[0][i].Who), Outcome: c.crowd.words(c.twin), LeftOut: left})
		for _, r := range rows {
			r.Story = c.id
			lines = append(lines, r)
		}
	}
	return stories, lines, nil
}

// whoIn is the first sentences of a tracer's header, up to what the person holds.
func whoIn(header string) string {
	for _, end := range []string{" Open needs:", " Plan:", " No goals,"} {
		if at := strings.Index(header, end); at >= 0 {
			return header[:at]
		}
	}
	return header
}

// weight of a phase in a story: how much it matters to the person.
func weight(phase, text string, seller bool) int {
	if seller {
		return map[string]int{"tempt": 5, "staff": 5, "slip": 4, "close": 3, "change": 4, "sign": 2}[phase]
	}
	switch phase {
	case "leave", "tempt", "join":
		return 6
	case "sign", "age", "change":
		return 5
	case "close":
		return 2
	case "advise", "push":
		return 3
	case "serve":
		if strings.Contains(text, "within the week") {
			return 0
		}
		return 4
	case "seek", "want", "lose":
		return 2
	}
	return 0
}
