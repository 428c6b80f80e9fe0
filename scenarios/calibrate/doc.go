// Package calibrate sets constants and keys of the base bank so that the model meets published figures. A file names
// parameters with ranges, facts with tolerances and a search; the package lives the firms of the facts at many points in
// the same luck, goes where the distances get smaller, and confirms the answer in fresh luck. It must never know what a
// parameter or a fact is about.
package calibrate
