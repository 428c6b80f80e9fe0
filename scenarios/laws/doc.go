// Package laws holds the laws of shape as tests: what must come out of the model without being programmed into it. Each
// law is shown on a small firm in testdata, and must be gone when its mechanism is switched off. A second set of tests
// holds the baseline silo against the published figures it was calibrated to. The package has no code of its own.
package laws
