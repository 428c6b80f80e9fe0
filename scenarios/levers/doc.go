// Package levers holds tests that the levers of selling work as they say: who is approached, when, through which
// channel and with what. Each shows the sign of its lever with a stated false alarm, and that nothing is left of it
// where the mechanism is switched off. It must not know how the numbers come about.
package levers
