// Package docs holds the description of the model, so that the program can print it for any scenario. It must hold
// nothing but texts.
package docs

import _ "embed"

// ODD is the description of the model with its tables as they stand for the baseline.
//
//go:embed ODD.md
var ODD string
