package sim

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAHistoryIsTheSameWhenItsPartsAreTold(t *testing.T) {
	for _, model := range []*Model{smallModel(), busy()} {
		told := make([]int, len(Parts()))
		record := RunInParts(model, smallWorld, func(part int) { told[part]++ })
		require.Equal(t, lived(t, model), record, "who looks at the clock changes nothing")
		weeks := (model.Size.Weeks + model.Size.WarmUp) * model.Size.Markets
		require.Equal(t, 1, told[0], "a firm is built once")
		for i := range Week {
			require.Equal(t, weeks, told[i+1], "phase %s is told of once a week and market", Week[i].Name)
		}
		require.Positive(t, told[len(told)-1], "the closes are told of")
	}
	require.Equal(t, []string{BuildPart, Week[0].Name}, Parts()[:2])
	require.Equal(t, ClosePart, Parts()[len(Week)+1])
}
