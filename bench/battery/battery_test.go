package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryWalkIsTheSameEachTimeAndAnotherUnderAnotherSeed(t *testing.T) {
	first, again, other := walks(usualSeed), walks(usualSeed), walks(usualSeed+1)
	for s := range first {
		same := 0
		for i := range uint64(1000) {
			bits := first[s].at(i)
			require.Equal(t, bits, again[s].at(i), "%s repeats", first[s].name)
			if bits == other[s].at(i) {
				same++
			}
		}
		// The seeds of neighbours are the same draws one step later, never at the same step.
		assert.Zero(t, same, "%s must be other luck under another seed", first[s].name)
	}
}

// Among 2^19 numbers of 64 bits two are the same by luck with a chance of 2^38 / 2 / 2^64 = 7e-9 a walk; a lane's eight
// households differ in 8 bits each, and all eight together in 64.
func TestNoWalkComesToTheSameDrawTwice(t *testing.T) {
	for _, s := range walks(usualSeed) {
		seen := map[uint64]bool{}
		for i := range uint64(1 << 16) {
			seen[s.at(i)] = true
		}
		for i := uint64(1<<21 - 1<<15); i < 1<<21+1<<15; i++ { // over the end of a market's seats, for walks along a lane
			seen[s.at(i)] = true
		}
		for i := uint64(1<<24 - 1<<15); i < 1<<24+1<<15; i++ { // and for plain walks
			seen[s.at(i)] = true
		}
		assert.Len(t, seen, 3<<16, "%s repeats itself", s.name)
	}
}

// closed takes some bytes and then nothing more.
type closed struct {
	bytes.Buffer
	room int
}

var errClosed = errors.New("closed")

func (c *closed) Write(p []byte) (int, error) {
	if c.Len()+len(p) > c.room {
		return 0, errClosed
	}
	return c.Buffer.Write(p)
}

func TestAStreamIsItsWalkLowestByteFirst(t *testing.T) {
	out := &closed{room: 1 << 17}
	assert.ErrorIs(t, do([]string{"stream", "ids"}, out), errClosed)
	bits := walks(usualSeed)[1].at(0)
	for i := range 8 {
		assert.Equal(t, byte(bits>>(8*i)), out.Bytes()[i])
	}
	assert.ErrorContains(t, do([]string{"stream", "idds"}, io.Discard), `no stream "idds"; there are control, ids`)
	assert.ErrorContains(t, do(nil, io.Discard), "it takes list")
	var names strings.Builder
	require.NoError(t, do([]string{"list"}, &names))
	assert.Len(t, strings.Fields(names.String()), len(walks(usualSeed)))
}

// reports puts results of batteries into a directory.
func reports(t *testing.T, of map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "again"), 0o755))
	for name, text := range of {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	return dir
}

const crush = "sknuth_Gap test:\n-----\np-value of test                       :    %s\n"

func gap(p string) string { return strings.ReplaceAll(crush, "%s", p) }

func TestPValuesAreReadAsTheBatteriesWriteThem(t *testing.T) {
	dir := reports(t, map[string]string{
		"ids.smallcrush.txt":    gap("0.31") + gap("1 -  1.1e-5    *****") + gap("eps      *****"),
		"ids.dieharder-102.txt": "tree: abc1234\n# a head\n        test_name   |ntup| tsamples |psamples|  p-value |Assessment\n  sts_serial|   3|    100000|     100|0.98877022|  PASSED  \n",
	})
	all, err := readAll(dir)
	require.NoError(t, err)
	require.Len(t, all, 4)
	assert.InDelta(t, 0.01122978, all[0].tail, 1e-12)
	all[0].tail = 0
	assert.Equal(t, found{"ids", "dieharder-102", "sts_serial 3", "0.98877022", 0, "abc1234"}, all[0])
	assert.Equal(t, found{"ids", "smallcrush", "sknuth_Gap", "0.31", 0.31, "unknown"}, all[1])
	assert.Equal(t, 1.1e-5, all[2].tail)
	assert.Zero(t, all[3].tail)
	_, err = readAll(reports(t, map[string]string{"ids.smallcrush.txt": "nothing\n"}))
	assert.ErrorContains(t, err, "holds no p-value")
	_, err = readAll(reports(t, map[string]string{"idds.smallcrush.txt": gap("0.5")}))
	assert.ErrorContains(t, err, "is no result of a stream")
}

func TestTheJudgementCountsHowManyWereAsked(t *testing.T) {
	monobit := "dab_monobit2|  12|  65000000|       1|%s|  PASSED\n"
	// Five p-values of keyed draws: an alarm is below 0.001/10 = 1.0e-4, a suspicion below 0.05/10 = 5.0e-3. Seeds fail in the
	// first run and again, pairs only when asked again; what the control says fails no walk.
	dir := reports(t, map[string]string{
		"control.smallcrush.txt": gap("eps"), "ids.smallcrush.txt": gap("0.4"), "weeks.smallcrush.txt": gap("0.0045"), "pairs.smallcrush.txt": gap("0.004"), "again/pairs.smallcrush.seed-1.txt": gap("0.3"), "again/pairs.smallcrush.seed-3.txt": gap("0.0049"),
		"seeds.smallcrush.txt": gap("1 -  1.0e-5"), "again/weeks.smallcrush.seed-1.txt": gap("0.77"), "again/seeds.smallcrush.seed-2.txt": gap("eps"),
	})
	require.NoError(t, os.Mkdir(filepath.Join(dir, "control"), 0o755))
	for name, p := range map[string]string{"lane-0.dieharder-209.txt": "0.40000000", "control/control.dieharder-209.seed-1.txt": "0.99990000", "control/control.dieharder-209.seed-2.txt": "0.50000000"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(strings.ReplaceAll(monobit, "%s", p)), 0o644))
	}
	var out strings.Builder
	require.NoError(t, do([]string{"judge", dir}, &out))
	for _, told := range []string{
		"have 5 p-values", "than\n1.0e-04 with", "Nearer than 5.0e-03",
		"| 0.4, smallcrush sknuth_Gap | passes |", "| 0.0045, smallcrush sknuth_Gap | asked again |", "| 1 -  1.0e-5, smallcrush sknuth_Gap | fails |",
		"gave 0.004; under seed 1 0.3; under seed 3 0.0049; as near again: the draws fail.\n", "\nOf 24 walks 2 fail, in the first run or when asked again.\n", "| TestU01, all tests | 4 | 3 (75.0 %) | | |", "| dab_monobit2 | 1 | 0 (0.0 %) | 2 | 1 (50.0 %) |", "gave 0.0045; under seed 1 0.77; none as near: it was luck.", "gave 1 -  1.0e-5; under seed 2 eps; as near again: the draws fail.", "gave eps; it has not been asked again yet.", "ids smallcrush: 0.4\n",
	} {
		assert.Contains(t, out.String(), told)
	}
	out.Reset()
	require.NoError(t, do([]string{"suspects", dir}, &out))
	assert.Equal(t, "control smallcrush\npairs smallcrush\nweeks smallcrush\nseeds smallcrush\n", out.String())
}
