package lock

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestADirectoryIsLockedForOneUntilItIsReleased(t *testing.T) {
	dir := t.TempDir()
	l, err := Take(dir)
	require.NoError(t, err)
	_, err = Take(dir)
	var held *Held
	require.ErrorAs(t, err, &held)
	assert.Equal(t, os.Getpid(), held.PID)
	assert.ErrorContains(t, err, "is at work in "+dir+": wait for its end, or choose another directory")
	assert.ErrorContains(t, err, "remove "+filepath.Join(dir, "lock."), "where nobody can tell that a process has ended, a user can")
	assert.NotNil(t, by(t, dir))
	require.NoError(t, l.Release())
	require.NoError(t, l.Release(), "once more does no harm")
	assert.Nil(t, by(t, dir))
	l, err = Take(dir)
	require.NoError(t, err)
	require.NoError(t, l.Release())
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, left)
	var none *Lock
	require.NoError(t, none.Release())
}

func by(t *testing.T, dir string) *Held {
	t.Helper()
	held, err := By(dir)
	require.NoError(t, err)
	return held
}

// TestADirectoryThatCannotBeLookedIntoIsNotTakenToBeFree: one may enter it and write, but not list it.
func TestADirectoryThatCannotBeLookedIntoIsNotTakenToBeFree(t *testing.T) {
	assert.Nil(t, by(t, filepath.Join(t.TempDir(), "not there")))
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	_, err := By(file)
	require.ErrorContains(t, err, "cannot see who is at work in")
	for _, name := range []string{"[", "a[b", "a*", "a?", `a\`} {
		dir := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.Mkdir(dir, 0o700))
		l, err := Take(dir)
		require.NoError(t, err)
		assert.NotNil(t, by(t, dir), name)
		require.NoError(t, l.Release())
	}
	dir := t.TempDir()
	l, err := Take(dir)
	require.NoError(t, err)
	require.NoError(t, os.Chmod(dir, 0o300))
	if _, failure := os.ReadDir(dir); failure == nil {
		t.Log("this user may look into every directory")
	} else if _, err = Take(dir); err == nil {
		t.Error("a directory that cannot be listed was locked twice")
	}
	require.NoError(t, os.Chmod(dir, 0o700))
	require.NoError(t, l.Release())
}

// ended is the number of a process that has ended.
func ended(t *testing.T) int {
	t.Helper()
	cmd := exec.Command("true")
	require.NoError(t, cmd.Run())
	return cmd.Process.Pid
}

func TestLocksOfProcessesThatHaveEndedCountForNothing(t *testing.T) {
	here := self()
	for name, owner := range map[string]process{
		"it has ended":                                 {pid: ended(t), host: here.host, boot: here.boot, started: "1", space: here.space},
		"the machine was started again":                {pid: os.Getpid(), host: here.host, boot: "another", started: here.started, space: here.space},
		"its number has gone to a process begun later": {pid: os.Getpid(), host: here.host, boot: here.boot, started: "1", space: here.space},
	} {
		if owner.boot == "another" && here.boot == "" || owner.started == "1" && here.started == "" && owner.pid == os.Getpid() {
			continue // a system that does not say
		}
		assert.False(t, owner.alive(here), name)
	}
	dir := t.TempDir()
	for _, text := range []string{"", process{host: here.host, boot: here.boot, started: "1", space: here.space}.text()} {
		path := filepath.Join(dir, "lock."+strconv.Itoa(ended(t))+".1.1")
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		l, err := Take(dir)
		require.NoError(t, err)
		assert.NoFileExists(t, path)
		require.NoError(t, l.Release())
	}
}

func TestALockOfAnotherMachineIsKeptAndNamed(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "lock.77.1.1")
	require.NoError(t, os.WriteFile(path, []byte(process{host: "far-away"}.text()), 0o600))
	_, err := Take(dir)
	assert.ErrorContains(t, err, "process 77 on the machine far-away is at work in "+dir+"; if it is no more, remove "+path)
	assert.FileExists(t, path)
}

// TestALockOfAnotherContainerIsKeptAndNamed: the number of its process means nothing here, so it may well be alive.
func TestALockOfAnotherContainerIsKeptAndNamed(t *testing.T) {
	dir, here := t.TempDir(), self()
	path := filepath.Join(dir, "lock."+strconv.Itoa(ended(t))+".1.1")
	inside := process{host: here.host, boot: here.boot, started: "1", space: "pid:[1]"}
	require.NoError(t, os.WriteFile(path, []byte(inside.text()), 0o600))
	_, err := Take(dir)
	require.ErrorContains(t, err, "of another container is at work in "+dir+"; if it is no more, remove "+path)
	assert.FileExists(t, path)
	inside.boot = "another"
	assert.Equal(t, here.boot == "", inside.alive(here), "nothing outlives the machine")
}

// TestOfManyWhoComeTogetherAtMostOneIsIn: each who gets in counts those inside.
func TestOfManyWhoComeTogetherAtMostOneIsIn(t *testing.T) {
	dir := t.TempDir()
	var inside, most, entered atomic.Int32
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 40 {
				l, err := Take(dir)
				if err != nil {
					continue
				}
				entered.Add(1)
				most.Store(max(most.Load(), inside.Add(1)))
				inside.Add(-1)
				assert.NoError(t, l.Release())
			}
		})
	}
	all.Wait()
	assert.EqualValues(t, 1, most.Load(), "never two at once")
	assert.Positive(t, entered.Load())
}
