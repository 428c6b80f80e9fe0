package experiment

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// This file owns the goroutines. All others are free of them.

// pool does jobs 0, 1, 2, … in that order on so many goroutines until all are
// done or ctx is cancelled. done is called on the caller's goroutine after each
// job. It returns when no goroutine is left; a panic in a job is raised again
// here.
func pool(ctx context.Context, jobs, workers int, job func(int), done func()) {
	p := &crew{jobs: int64(jobs), job: job, reports: make(chan string)}
	for range min(workers, jobs) {
		p.group.Go(func() { p.work(ctx) })
	}
	go func() {
		p.group.Wait()
		close(p.reports)
	}()
	broken := ""
	for report := range p.reports {
		if report != "" {
			broken = report
			continue
		}
		done()
	}
	if broken != "" {
		panic(broken)
	}
}

// crew is what the goroutines of a pool share.
type crew struct {
	jobs    int64
	next    atomic.Int64
	job     func(int)
	reports chan string // one for each job: what broke it, "" for nothing
	group   sync.WaitGroup
}

func (c *crew) work(ctx context.Context) {
	for ctx.Err() == nil {
		number := c.next.Add(1) - 1
		if number >= c.jobs {
			return
		}
		c.reports <- c.try(int(number))
	}
}

// try does a job. After a panic no further job is started.
func (c *crew) try(number int) (broken string) {
	defer func() {
		if cause := recover(); cause != nil {
			broken = fmt.Sprintf("%v\n%s", cause, debug.Stack())
			c.next.Store(c.jobs)
		}
	}()
	c.job(number)
	return ""
}
