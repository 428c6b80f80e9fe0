package main

import (
	"xsell/cmd/internal/odd"
	"xsell/scenarios"
)

// baseline is the scenario whose values stand in the documents.
const baseline = "silo"

// sections makes all of them; those that come from comments are read from the source below root.
func sections(root string) ([]odd.Section, error) {
	phases, err := phases(root)
	if err != nil {
		return nil, err
	}
	luck, err := purposes(root)
	if err != nil {
		return nil, err
	}
	s, err := scenarios.Load(baseline, nil)
	if err != nil {
		return nil, err
	}
	fitted, err := calibrated(root)
	if err != nil {
		return nil, err
	}
	return append(append(odd.Sections(s), fitted...),
		odd.Section{Name: "phases", Text: phases},
		odd.Section{Name: "purposes", Text: luck},
		odd.Section{Name: "week", Text: week()},
		odd.Section{Name: "library", Text: library()},
		odd.Section{Name: "overlays", Text: overlays()},
	), nil
}
