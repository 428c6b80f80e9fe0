package reports

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios/results"
)

func TestTheAnswerIsOneSentenceWithItsNumber(t *testing.T) {
	for name, want := range map[string]string{
		"alone": "Under silo, profit per customer is ",
		"same":  "Against silo, silo-again leaves profit per customer exactly unchanged.",
		"two":   "Against silo, interlock raises profit per customer by ",
		"usual": "; and group-retail raises it by ",
		"six":   "Of 5 designs against silo, 5 raise profit per customer, most of all ",
		"once":  "one world cannot tell luck from effect.",
	} {
		set := synthetic(corners[name])
		assert.Contains(t, strings.ReplaceAll(Answer(set), ", and ", "; and "), want, name)
		assert.NotContains(t, Answer(set), "\n", name)
	}
	assert.Equal(t, "No scenario was run.", Answer(&results.Set{}))
	assert.Equal(t, "What changes when a firm is organised as interlock or group-retail instead of silo?", Question(synthetic(usual)))
	assert.Equal(t, "Which is best in profit per customer: silo, interlock or group-retail?", Question(decidedSet()))
}

func TestTheAnswerOfADecisionNamesWhoMayBeChosen(t *testing.T) {
	assert.Equal(t, "interlock is the best in profit per customer of those that break no guardrail: +14 [8, 20] EUR a year against silo; "+
		"group-retail breaks a guardrail; whether silo keeps all guardrails is undecided.", Answer(decidedSet()))
	set := decidedSet()
	set.Guards = nil
	set.Standings[0].Contender = true
	assert.Contains(t, Answer(set), "It is undecided which is best in profit per customer: silo or interlock (interlock against silo: +14 [8, 20] EUR a year); "+
		"group-retail is worse.", "what is left is what the standings leave")
	set.Verdicts[2].Difference, set.Verdicts[2].Low, set.Verdicts[2].High = -13.7, -16.8, -10.6
	assert.Contains(t, Answer(set), "group-retail is worse than silo by 13.7 [10.6, 16.8] EUR a year.", "who is out is out by a number")
	set.Manifest.Scenarios = set.Manifest.Scenarios[:2]
	for words, want := range map[string]string{
		"practically the same": "interlock and silo are practically the same in profit per customer: +14 [8, 20] EUR a year.",
		"undecided":            "It is undecided whether interlock or silo is better in profit per customer: +14 [8, 20] EUR a year.",
		"better":               "interlock is better than silo in profit per customer: +14 [8, 20] EUR a year.",
		"":                     "interlock and silo cannot be told apart in profit per customer: +14 [8, 20] EUR a year.",
	} {
		set.Verdicts[1].Words = words
		assert.Equal(t, want, Answer(set))
	}
	for i := range set.Standings {
		set.Standings[i].Contender = false
	}
	set.Guards = []results.Guard{{Scenario: "silo", Words: "broken"}, {Scenario: "interlock", Words: "broken"}}
	assert.Equal(t, "No design can be chosen: guardrails are broken by silo and interlock.", Answer(set))
}

func TestNothingIsCalledBestWhoseOwnGuardrailIsOpen(t *testing.T) {
	set := decidedSet()
	set.Guards[0].Words = "undecided"
	set.Guards = append(set.Guards, results.Guard{Scenario: "group-retail", Guardrail: "bill", Words: "undecided"})
	assert.Equal(t, "Undecided: interlock leads in profit per customer: +14 [8, 20] EUR a year against silo, but it is open whether it keeps the guardrail leavers; "+
		"group-retail breaks a guardrail; whether silo keeps all guardrails is undecided.", Answer(set), "who breaks a guardrail is out, whatever else is open")
	set.Standings[0].Contender = true
	assert.Contains(t, Answer(set), "Undecided: by profit per customer alone none of silo and interlock is ruled out (interlock against silo: +14 [8, 20] EUR a year), "+
		"but it is open whether silo keeps the guardrail bill and interlock keeps the guardrail leavers; group-retail breaks a guardrail.")
	set.Standings[1].Contender = false
	set.Guards = append(set.Guards, results.Guard{Scenario: "interlock", Words: "broken"})
	assert.Equal(t, "Undecided: silo is the only one not known to break a guardrail, but it is open whether it keeps the guardrail bill; "+
		"interlock and group-retail break a guardrail.", Answer(set))
}

func TestNothingIsCalledBestOfTwoWhoseOwnGuardrailIsOpen(t *testing.T) {
	set := decidedSet()
	set.Manifest.Scenarios = set.Manifest.Scenarios[:2]
	set.Guards = set.Guards[2:]
	set.Standings[0].Contender, set.Standings[1].Contender = true, false
	set.Verdicts[0].Words = "undecided"
	assert.Equal(t, "Undecided: silo leads in profit per customer: −14 [−20, −8] EUR a year against interlock, but it is open whether it keeps the guardrail bill.", Answer(set))
}
