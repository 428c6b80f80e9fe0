package sim

import (
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Parallel calls do(0) … do(n-1), on at most so many goroutines (at least one). It returns when all are done. Each call
// must touch only what belongs to its own index. A panic in one of them is raised again here, once all have ended, so
// that the caller can catch it. This file owns the goroutines of a run.
func Parallel(n, workers int, do func(i int)) { by(n, workers, func(_, i int) { do(i) }) }

// by is Parallel that also tells which worker makes the call, from 0; a worker makes one call after the other, so that
// what is kept by worker needs no lock. Who is done with one index takes the next that nobody has taken; the caller is one
// of the workers.
func by(n, workers int, do func(worker, i int)) {
	if workers <= 1 || n <= 1 {
		for i := range n {
			do(0, i)
		}
		return
	}
	var next atomic.Int64
	broken := make(chan string, n)
	work := func(worker int) {
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			try(func(i int) { do(worker, i) }, i, broken)
		}
	}
	var group sync.WaitGroup
	for worker := 1; worker < min(workers, n); worker++ {
		group.Go(func() { work(worker) })
	}
	work(0)
	group.Wait()
	close(broken)
	for report := range broken {
		panic(report)
	}
}

// try calls do(i) and reports what broke it, if anything did.
func try(do func(i int), i int, broken chan<- string) {
	defer func() {
		if cause := recover(); cause != nil {
			broken <- fmt.Sprintf("%v\n%s", cause, debug.Stack())
		}
	}()
	do(i)
}
