// Package evidence holds what is claimed about the model as data: published figures that it must meet (facts), shapes
// that must come out of it and be gone when their mechanism is switched off (laws), and what the library's scenarios and
// overlays must show beside their natural contrast (systems). A claim names firms, an expression
// over what they did, and a band; the package lives the firms in shared luck and judges, with an interval over worlds.
// It must never know what a single claim is about.
package evidence
