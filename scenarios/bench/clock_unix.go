//go:build unix

package bench

import (
	"syscall"
	"time"
)

// clockName says what now counts.
const clockName = "cpu"

// now is the processor time that this program has used so far, on all its threads.
func now() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic("the system does not tell the time used: " + err.Error())
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
