package main

import (
	"syscall"
	"time"
	"unsafe"
)

const clockThreadCPU = 3 // CLOCK_THREAD_CPUTIME_ID

// now is the processor time that this thread has used.
func now() time.Duration {
	var t syscall.Timespec
	if _, _, failed := syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, clockThreadCPU, uintptr(unsafe.Pointer(&t)), 0); failed != 0 {
		panic("the system does not tell the time used: " + failed.Error())
	}
	return time.Duration(t.Nano())
}
