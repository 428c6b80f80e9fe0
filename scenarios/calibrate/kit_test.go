package calibrate

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// facts of a firm small enough for a test.
const facts = `
[fact.churn]
role = "CAL"
title = "churn"
text = "Some leave."
scenario = "silo"
value = 'firm.measure("churn")'
low = 15
high = 17

[fact.products]
role = "CAL"
title = "products"
text = "Customers hold some."
scenario = "silo"
value = 'firm.measure("products_real")'
low = 1

[fact.gone]
role = "CAL"
title = "nothing"
text = "A band without a width."
scenario = "silo"
value = 'firm.measure("churn")'
low = 0
`

// head of a calibration of that firm.
const head = `title = "test"
facts = ["facts.toml"]
[search]
seed = 1
worlds = 8
rounds = 3
step = 0.3
ridge = 0.01
confirm-seed = 2
size = ["run.customers=400", "run.markets=2", "run.sellers=8", "run.weeks=52 weeks", "run.warm-up=0 weeks", "run.close=13 weeks"]
confirm-size = ["run.customers=400", "run.markets=2", "run.sellers=8", "run.weeks=52 weeks", "run.warm-up=0 weeks", "run.close=13 weeks"]
`

// body asks for a churn that a higher rate of leaving gives.
const body = `
[parameter.exit]
set = "market.exit"
low = "0.05 per year"
high = 0.4
log = true
[parameter.trust]
constant = "stay.trust"
[target.churn]
`

// write puts a calibration and its facts into a directory and returns the path.
func write(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "facts.toml"), []byte(facts), 0o600))
	path := filepath.Join(dir, "c.toml")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// planned reads a calibration.
func planned(t *testing.T, text string) *Plan {
	t.Helper()
	plan, err := Read(write(t, text))
	require.NoError(t, err)
	return plan
}
