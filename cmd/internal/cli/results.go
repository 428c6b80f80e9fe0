package cli

import (
	"fmt"
	"os"

	"xsell/scenarios/journal"
	"xsell/scenarios/results"
)

// readResults reads a results directory; of one that was never finished it says how to go on.
func readResults(dir string) (*results.Set, error) {
	set, err := results.Read(dir)
	if err == nil {
		return set, nil
	}
	if _, missing := os.Stat(journal.Beside(dir)); missing == nil {
		return nil, fmt.Errorf("%w\nits run was stopped, and what it lived is kept: xsell resume %s goes on with it", err, dir)
	}
	return nil, err
}
