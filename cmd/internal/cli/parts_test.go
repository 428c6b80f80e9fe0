package cli

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios/experiment"
)

func TestProgressOffATerminalIsAFewLines(t *testing.T) {
	var out bytes.Buffer
	clock := time.Time{}
	show := lines(&out, "", func() time.Time { return clock })
	for done := 1; done <= 90; done++ {
		clock = clock.Add(time.Second / 3)
		show(done, 90)
	}
	assert.Equal(t, 10, countLines(out.String()))
	assert.Contains(t, out.String(), "27 of 90 histories, about 21 s left\n")
	assert.True(t, strings.HasSuffix(out.String(), "90 of 90 histories\n"))
}

func TestProgressOfASmallRunIsALineEach(t *testing.T) {
	var out bytes.Buffer
	show := progress(&out, 3)
	for done := 1; done <= 3; done++ {
		show(done, 3)
	}
	assert.Equal(t, 3, countLines(out.String()))
}

func TestBarShowsHowManyHistoriesAreDone(t *testing.T) {
	var out bytes.Buffer
	show := bar(&out, 3, "")
	show(1, 3)
	assert.Contains(t, out.String(), "histories")
}

func TestDurationsAreSaidInTheirUnit(t *testing.T) {
	for want, d := range map[string]time.Duration{
		"0.2 s": 200 * time.Millisecond, "21 s": 21 * time.Second, "5 min": 5 * time.Minute, "3.5 h": 210 * time.Minute,
	} {
		assert.Equal(t, want, duration(d))
	}
}

func TestMemoryOfTheMachineIsRead(t *testing.T) {
	assert.Equal(t, 24531000.0*1024, totalMemory(strings.NewReader("MemFree: 1 kB\nMemTotal:       24531000 kB\n")))
	assert.Equal(t, float64(assumedMemory), totalMemory(strings.NewReader("nothing of use\n")))
	assert.Positive(t, machineMemory())
}

func TestDirectoriesAreNamedAfterScenariosAndSeed(t *testing.T) {
	elsewhere(t)
	a := &asked{seed: 5}
	assert.Equal(t, "out/silo-interlock-5", a.placeFor([]string{"silo", "interlock"}).dir)
	assert.Equal(t, "out/my--silo-5", a.placeFor([]string{"my: silo"}).dir)
	long := a.placeFor([]string{strings.Repeat("a", 300)}).dir
	assert.LessOrEqual(t, len(long), len("out/")+longestName+len("-5"))
}

func TestErrorsHaveTheirExitCodes(t *testing.T) {
	assert.Equal(t, Done, codeOf(nil))
	assert.Equal(t, Incomplete, codeOf(&experiment.Interrupted{Finished: 1, Asked: 2}))
	assert.Equal(t, Broken, codeOf(&experiment.Unbalanced{Sentences: []string{"customers are missing"}}))
	assert.Equal(t, Broken, codeOf(ours(assert.AnError)))
	assert.Equal(t, BadInput, codeOf(assert.AnError))
	assert.NoError(t, ours(nil))
}
