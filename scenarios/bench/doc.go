// Package bench measures how fast histories are lived and how much memory they take, always beside a yardstick measured
// in the same breath, so that figures can be compared between machines and hours. It knows the clock, which the model
// does not, and must never know how figures are shown.
package bench
