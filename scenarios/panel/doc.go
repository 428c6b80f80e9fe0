// Package panel writes who was there and what they did: one row per seller, household or account at every close or
// week, as Parquet and as CSV, for statistics beyond those of the summary. Rows go to disk while a history is lived, so
// a panel never has to fit into memory. It must not know what the rows are used for.
package panel
