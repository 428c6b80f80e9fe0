// Package reports turns a results directory into words, tables, pictures and one
// page. It reads that directory and nothing else, so that a picture can be drawn
// again without running anything; it knows no simulation and no agents.
package reports
