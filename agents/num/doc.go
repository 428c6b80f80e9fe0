// Package num holds the few transcendental functions the model needs, written
// so that every machine returns the same bytes: pure Go, no assembly, and every
// product rounded before it is added, so that no compiler may fuse the two.
// It must never know what its numbers mean.
package num
