package sim

import "sync"

// Parallel calls do(0) … do(n-1), on at most so many goroutines (at least one). It returns when all are done. Each call
// must touch only what belongs to its own index. This file owns the goroutines of a run.
func Parallel(n, workers int, do func(i int)) {
	if workers <= 1 || n <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	next := make(chan int)
	var group sync.WaitGroup
	for range min(workers, n) {
		group.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	group.Wait()
}
