//go:build !unix

package bench

import "time"

// clockName says what now counts.
const clockName = "wall"

var began = time.Now()

// now is the time that has passed: this system does not tell how much of it the program has used.
func now() time.Duration { return time.Since(began) }
