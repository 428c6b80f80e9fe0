package experiment

import (
	"crypto/sha256"
	"encoding/hex"

	"xsell/scenarios/results"
	"xsell/sim/metric"
)

// derive makes anew whatever follows from all worlds together: summary, worth of the shared luck, changes, effects and
// the fingerprint of all histories. It reads the tables per world and nothing else, so that results that have grown are
// those of a run with so many worlds from the start.
func derive(set *results.Set) {
	set.Summary, set.Luck, set.Effects, set.EffectsDictionary = nil, nil, nil, nil
	d := &deriver{set: set, values: make(map[string]map[string][]float64)}
	for _, o := range set.Outcomes {
		if d.values[o.Scenario] == nil {
			d.values[o.Scenario] = make(map[string][]float64)
		}
		d.values[o.Scenario][o.Measure] = append(d.values[o.Scenario][o.Measure], o.Value)
	}
	for s := range set.Manifest.Scenarios {
		d.summarise(s)
	}
	for s := range set.Manifest.Scenarios {
		d.count(&set.Manifest.Scenarios[s])
		d.effects(&set.Manifest.Scenarios[s])
	}
	if len(set.Effects) > 0 {
		set.EffectsDictionary = effectsDictionary()
	}
	set.Manifest.Histories = histories256(set)
}

// deriver makes tables of all worlds from those of each.
type deriver struct {
	set    *results.Set
	values map[string]map[string][]float64 // by scenario and measure, in the order of worlds
}

// series is a measure of a scenario over the worlds, the unit of inference.
func (d *deriver) series(scenario string, measure *metric.Measure) []float64 {
	return d.values[scenario][measure.ID]
}

// histories256 is one fingerprint of all histories, world by world: sha256 over their own.
func histories256(set *results.Set) string {
	digests := make(map[string][]string)
	for _, w := range set.Worlds {
		digests[w.Scenario] = append(digests[w.Scenario], w.Digest)
	}
	sum := sha256.New()
	for r := range set.Manifest.Finished {
		for _, s := range set.Manifest.Scenarios {
			sum.Write([]byte(digests[s.Name][r])) // a hash never fails
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}
