package evidence

import "xsell/scenarios/words"

// file is a file of claims as it is written.
type file struct {
	Facts   map[string]factSpec `toml:"fact" doc:"published figures, by id"`
	Laws    map[string]lawSpec  `toml:"law" doc:"shapes that must come out, by id"`
	Systems map[string]lawSpec  `toml:"system" doc:"what scenarios and overlays of the library must show beside their natural contrast, by id"`
}

// Common is what facts and laws have in common.
type Common struct {
	Title       string             `toml:"title" required:"true" doc:"what is measured, in a few words"`
	Text        string             `toml:"text" required:"true" doc:"the claim in a sentence"`
	Source      string             `toml:"source" doc:"who found it"`
	Unit        string             `toml:"unit" doc:"unit of the value"`
	Explanation string             `toml:"explanation" doc:"why the model does not show it, printed when it does not"`
	Scenario    string             `toml:"scenario" doc:"the scenario of all arms that name none: a built-in one, a firm of the claims, or a file"`
	Set         []string           `toml:"set" doc:"assignments laid over every arm, before its own"`
	Mind        map[string]float64 `toml:"mind" doc:"behavioural constants of every arm, such as \"conduct.fear\" = 0"`
	Worlds      words.Count        `toml:"worlds" range:"2..1000" doc:"courses of luck"`
	Arms        map[string]armSpec `toml:"arm" doc:"the firms that are read, by the name the value knows them under; without any there is one, firm"`
	Value       string             `toml:"value" required:"true" doc:"what is measured, as an expression over the arms"`
	Low         *words.Factor      `toml:"low" doc:"the value must not lie below"`
	High        *words.Factor      `toml:"high" doc:"the value must not lie above"`
}

// armSpec is one firm of a claim.
type armSpec struct {
	Scenario string             `toml:"scenario" doc:"a built-in scenario, a firm of the claims, or a file"`
	With     string             `toml:"with" doc:"a scenario written out here, with its base, in place of a name"`
	Set      []string           `toml:"set" doc:"assignments laid over it"`
	Mind     map[string]float64 `toml:"mind" doc:"behavioural constants laid over the shared ones"`
}

// factSpec is a published figure.
type factSpec struct {
	Common
	Role string `toml:"role" required:"true" enum:"CAL|CHK|BOUND" doc:"CAL: the model was set to it; CHK: it was not; BOUND: it says no more than what is plausible"`
}

// lawSpec is a shape.
type lawSpec struct {
	Common
	Number words.Count `toml:"number" range:"1..999" doc:"number in the list of laws"`
	Also   []alsoSpec  `toml:"also" doc:"what must hold besides"`
	Off    *offSpec    `toml:"off" doc:"how the mechanism is switched off"`
}

// alsoSpec is a further condition of a law.
type alsoSpec struct {
	Text  string        `toml:"text" required:"true" doc:"the condition in a sentence"`
	Value string        `toml:"value" required:"true" doc:"what is measured, as an expression over the arms"`
	Low   *words.Factor `toml:"low" doc:"the value must not lie below"`
	High  *words.Factor `toml:"high" doc:"the value must not lie above"`
}

// offSpec lays changes over every arm of a law.
type offSpec struct {
	Text string             `toml:"text" required:"true" doc:"what is switched off"`
	Set  []string           `toml:"set" doc:"assignments laid over every arm, after its own"`
	Mind map[string]float64 `toml:"mind" doc:"behavioural constants of every arm"`
	Low  *words.Factor      `toml:"low" doc:"the value must then lie above, beyond doubt; without low and high it must lie outside the band of the law"`
	High *words.Factor      `toml:"high" doc:"the value must then lie below, beyond doubt"`
}
