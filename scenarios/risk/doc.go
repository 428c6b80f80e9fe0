// Package risk measures how likely hidden misconduct is to become public, and
// what the first bill then costs, by conditional Monte Carlo: every history is
// lived without chance disclosures and notes at each close how likely one would
// have been and what it would have cost. Until the first disclosure the path is
// the same, so one history holds the whole distribution of the first disclosure
// given the rest of its luck, where a plain history holds one draw of it. By the
// law of total variance (Rao and Blackwell) its means are those of plain
// replications and vary less.
//
// The package must never know files, plots or terminals, nor how the chances
// come about.
package risk
