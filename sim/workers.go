package sim

import (
	"fmt"
	"runtime/debug"
	"sync"
)

// Parallel calls do(0) … do(n-1), on at most so many goroutines (at least one). It returns when all are done. Each call
// must touch only what belongs to its own index. A panic in one of them is raised again here, once all have ended, so
// that the caller can catch it. This file owns the goroutines of a run.
func Parallel(n, workers int, do func(i int)) { by(n, workers, func(_, i int) { do(i) }) }

// by is Parallel that also tells which worker makes the call, from 0; a worker makes one call after the other, so that
// what is kept by worker needs no lock.
func by(n, workers int, do func(worker, i int)) {
	if workers <= 1 || n <= 1 {
		for i := range n {
			do(0, i)
		}
		return
	}
	next, broken := make(chan int), make(chan string, n)
	var group sync.WaitGroup
	for worker := range min(workers, n) {
		group.Go(func() {
			for i := range next {
				try(func(i int) { do(worker, i) }, i, broken)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
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
