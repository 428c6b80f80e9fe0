// Package decide turns outcomes of designs in the same worlds into verdicts: which design is better, which are
// practically the same, which breaks a guardrail, and what is not decided yet and how much more it would take.
//
// What matters is said before: the measure, the smallest difference that matters, the guardrails, how sure to be and how
// often to look. The package must never know where outcomes come from nor what a measure is about.
package decide
