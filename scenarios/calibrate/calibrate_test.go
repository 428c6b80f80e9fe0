package calibrate

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/evidence"
	"xsell/scenarios/results"
)

func TestAMissedTargetIsMetWhereItsParameterMoves(t *testing.T) {
	plan := planned(t, head+body)
	r, err := Fit(t.Context(), plan, Options{})
	require.NoError(t, err)
	set := r.Written(results.Search)
	churn := set.Targets[0]
	require.Less(t, churn.Start, churn.TargetLow, "the firm must miss the target at the start, or the test says nothing")
	assert.InDelta(t, churn.Aim, churn.Chosen, churn.Tolerance/2, "churn of 16 % is not found")
	assert.Greater(t, set.Parameters[0].Chosen, set.Parameters[0].Start, "more must leave")
	assert.Greater(t, set.Parameters[0].Identified, 0.9, "churn tells the rate of leaving")
	assert.Less(t, set.Manifest.ObjectiveChosen, set.Manifest.ObjectiveStart/10)
	assert.True(t, set.Manifest.Complete)
	assert.Len(t, set.Trace, set.Manifest.Points)
	assert.NotEqual(t, churn.Chosen, churn.Confirmed, "it is confirmed in other luck")
}

func TestACalibrationIsTheSameOnAnyNumberOfWorkers(t *testing.T) {
	plan := planned(t, strings.Replace(head, "rounds = 3", "rounds = 1\nscreen = 3", 1)+body)
	one, err := Fit(t.Context(), plan, Options{Workers: 1})
	require.NoError(t, err)
	three, err := Fit(t.Context(), plan, Options{Workers: 3})
	require.NoError(t, err)
	assert.Equal(t, one.Written(results.Search), three.Written(results.Search))
}

func TestSensitivityCoversAllConstantsWhereTheFileSaysSo(t *testing.T) {
	plan := planned(t, "all-constants = true\n"+head+"[target.churn]\n")
	require.Empty(t, plan.Parameters)
	all := plan.withConstants()
	assert.Greater(t, len(all.Parameters), 100)
	assert.LessOrEqual(t, len(all.Parameters), len(scenarios.PsychologyTable()))
	all.Parameters, all.AllConstants = all.Parameters[:1], false
	r, err := Sensitivity(t.Context(), all, Options{})
	require.NoError(t, err)
	assert.Len(t, r.Trace, 3, "the start and one point to either side")
	assert.Len(t, r.Written(results.Sensitivity).Slopes, 1)
}

func TestAnInterruptedCalibrationKeepsThePointsThatWereJudged(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	r, err := Fit(ctx, planned(t, head+body), Options{Progress: func(stage string, done, _ int) {
		if strings.HasSuffix(stage, "steps") && done == 0 {
			stop()
		}
	}})
	var cut *evidence.Interrupted
	require.True(t, errors.As(err, &cut), "%v", err)
	set := r.Written(results.Search)
	assert.False(t, set.Manifest.Complete)
	assert.Len(t, set.Trace, 3, "the start and the two points of the slopes")
	assert.Empty(t, set.Slopes)
	assert.Equal(t, set.Targets[0].FreshVerdict, "", "nothing is confirmed")
}

func TestAppliedValuesStandInTheFilesOfTheModel(t *testing.T) {
	plan := planned(t, head+body+"[parameter.needs]\nscale = [\"products.*.need\"]\nlow = 0.5\nhigh = 2\n")
	r := &Result{Plan: plan}
	_, err := r.Apply()
	require.Error(t, err, "nothing is chosen yet")
	start, err := plan.evaluate(t.Context(), Options{})("start", [][]float64{plan.search().Start})
	require.NoError(t, err)
	require.Len(t, start, 1)
	found, err := plan.search().Search(plan.evaluate(t.Context(), Options{}))
	require.NoError(t, err)
	r.Chosen = found.Chosen
	r.Chosen.Point = []float64{1, 0, -0.5} // exit 0.4, trust 2, needs 0.875
	files, err := r.Apply()
	require.NoError(t, err)

	mind, err := scenarios.ReadPsychology(files[psychologyFile])
	require.NoError(t, err)
	want := *scenarios.Psychology()
	want.Stay.Trust = plan.values(r.Chosen.Point)[2]
	assert.Equal(t, &want, mind, "one constant and nothing else is another")

	before, err := scenarios.Text("base")
	require.NoError(t, err)
	assert.Contains(t, files[baseFile], `exit = "0.4 per year"`)
	assert.Equal(t, strings.Count(before, "#"), strings.Count(files[baseFile], "#"), "comments stay")
	assert.Equal(t, strings.Count(before, "\n"), strings.Count(files[baseFile], "\n"))
}
