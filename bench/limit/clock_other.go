//go:build !linux

package main

import "time"

var began = time.Now()

// now is the time that has passed: the processor's own is asked for on Linux only.
func now() time.Duration { return time.Since(began) }
