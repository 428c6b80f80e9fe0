package calibrate

import "xsell/scenarios/words"

// file is a calibration as it is written.
type file struct {
	Title        string                   `toml:"title" required:"true" doc:"what is calibrated, in a few words"`
	Scenario     string                   `toml:"scenario" doc:"the scenario in which set and scale parameters find their present values; silo if it is left out"`
	Facts        []string                 `toml:"facts" doc:"files with facts of your own, beside this one"`
	AllConstants bool                     `toml:"all-constants" doc:"with --sensitivity: every constant of behaviour as well"`
	Search       searchSpec               `toml:"search" doc:"how to search"`
	Parameters   map[string]parameterSpec `toml:"parameter" doc:"what may move, by names of your choice"`
	Targets      map[string]targetSpec    `toml:"target" required:"true" doc:"what is to be met, by the id of the fact, or the part of it before a -"`
}

// searchSpec says how to search.
type searchSpec struct {
	Seed         words.Count  `toml:"seed" required:"true" range:"0.." doc:"where the luck of the search starts"`
	Worlds       words.Count  `toml:"worlds" required:"true" range:"2..1000" doc:"courses of luck in which every point is judged"`
	Rounds       *words.Count `toml:"rounds" range:"0..100" doc:"most rounds of slopes and steps; 8 if it is left out"`
	Screen       words.Count  `toml:"screen" range:"0..10000" doc:"points spread around the start before the search"`
	Spread       words.Factor `toml:"spread" range:"0..2" doc:"how far they are spread to either side, in halves of a parameter's range; 0.5 if it is left out"`
	Step         words.Factor `toml:"step" range:"0..1" doc:"over which slopes are taken, in halves of a parameter's range; 0.1 if it is left out"`
	Ridge        words.Factor `toml:"ridge" range:"0..1000" doc:"price of half a range away from the start, as of one tolerance away from a target; 1 if it is left out"`
	Size         []string     `toml:"size" doc:"assignments that make the firms of the search smaller, such as run.customers=4000"`
	ConfirmSeed  words.Count  `toml:"confirm-seed" required:"true" range:"0.." doc:"where fresh luck starts"`
	ConfirmWorld words.Count  `toml:"confirm-worlds" range:"2..1000" doc:"courses of fresh luck; twice worlds if it is left out"`
	ConfirmSize  []string     `toml:"confirm-size" doc:"assignments that make the firms of the confirmation smaller; without any they have their own size"`
}

// parameterSpec is one number that may move; exactly one of constant, set and scale says which.
type parameterSpec struct {
	Constant string   `toml:"constant" doc:"a constant of behaviour, such as stay.affinity"`
	Set      string   `toml:"set" doc:"a key of the scenario, such as market.exit; numbers below are in the unit in which the scenario writes it"`
	Scale    []string `toml:"scale" doc:"keys of the scenario that are all multiplied, such as products.*.need; numbers below are factors, 1 is no change"`
	Low      any      `toml:"low" doc:"least value; that of the table for a constant"`
	High     any      `toml:"high" doc:"largest value; that of the table for a constant"`
	Start    any      `toml:"start" doc:"where the search starts; the present value if it is left out"`
	Log      bool     `toml:"log" doc:"measure distances by factors and not by differences"`
}

// targetSpec is a fact that is to be met.
type targetSpec struct {
	Weight    *words.Factor `toml:"weight" range:"0..1000" doc:"of its squared distance; 1 if it is left out"`
	Aim       *words.Factor `toml:"aim" doc:"where it should be; the middle of the band, or the one end it has"`
	Tolerance *words.Factor `toml:"tolerance" doc:"distance that counts as 1; half of the band, or a tenth of the one end it has"`
}
