package lock

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
)

// process is what tells a process from others, now and after the machine was started again.
type process struct {
	pid     int
	host    string
	boot    string // mark of the time since the machine was started, "" where nobody knows
	started string // when the process began, in the machine's own count, "" where nobody knows
	space   string // in which its number counts, as of a container: "" where nobody knows or there is but one
}

func self() process {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown"
	}
	return process{pid: os.Getpid(), host: host, boot: bootOf(), started: startOf(os.Getpid()), space: spaceOf()}
}

// text is the process in a lock; read is its inverse.
func (p process) text() string {
	return fmt.Sprintf("%s\n%s\n%s\n%s\n", p.host, p.boot, p.started, p.space)
}

func (p *process) read(text string) {
	lines := strings.Split(text, "\n")
	const fields = 4
	if len(lines) <= fields { // killed before it was written
		here := self()
		p.host, p.space = here.host, here.space
		return
	}
	p.host, p.boot, p.started, p.space = lines[0], lines[1], lines[2], lines[3]
}

// far says whether the process is where its number means nothing here: on another machine, or in another space of numbers,
// as every container has one.
func (p process) far(here process) bool { return p.host != here.host || p.space != here.space }

// alive says whether the owner of a lock still is, seen from here. Of one that is far nobody knows: it is taken to be, unless
// this machine has been started again since.
func (p process) alive(here process) bool {
	switch {
	case p.host == here.host && p.boot != "" && here.boot != "" && p.boot != here.boot:
		return false
	case p.far(here):
		return true
	case !there(p.pid):
		return false
	}
	started := startOf(p.pid)
	return p.started == "" || started == "" || started == p.started // else another process has got its number
}

// there says whether a process has that number. Where the system does not tell, it is taken to be there.
func there(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	return !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}

// bootOf is the mark of Linux for the time since the machine was started.
func bootOf() string {
	text, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(text))
}

// spaceOf is the space of process numbers of Linux in which this one is.
func spaceOf() string {
	space, err := os.Readlink("/proc/self/ns/pid")
	if err != nil {
		return ""
	}
	return space
}

// startOf is when Linux started a process: the 22nd field of its state, counted behind the name in brackets. A process that
// has ended and waits for its parent has none.
func startOf(pid int) string {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return ""
	}
	_, behind, _ := strings.Cut(string(text), ") ")
	const state, start = 0, 19
	fields := strings.Fields(behind)
	if len(fields) <= start {
		return ""
	}
	if fields[state] == "Z" {
		return "ended"
	}
	return fields[start]
}
