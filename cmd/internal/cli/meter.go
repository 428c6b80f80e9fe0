package cli

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"xsell/scenarios/experiment"
	"xsell/sim"
)

const (
	bigHistory = 20_000_000             // customer-weeks from which on a history is worth watching by itself
	glances    = 200 * time.Millisecond // between two looks of a meter on a terminal
	steps      = 20                     // lines of a meter elsewhere
)

// meter counts what is lived of an experiment, and shows it where histories are few and long.
type meter struct {
	sync.Mutex
	total, lived, earlier int64 // customer-weeks: of all, of these lived, of these before a checkpoint
	first                 int64 // lived when the clock was started: firms are built or read before
	histories             int
	warmUp, weeks         int       // of one history
	started, shown        time.Time // after the first stretch; last
	step                  int64
	now                   func() time.Time
	show                  func(share float64, text string) // nil: nothing is shown
	every                 time.Duration                    // between two shows; 0: at every step
}

func newMeter(p experiment.Plan, now func() time.Time) *meter {
	size := p.Scenarios[0].Model.Size
	m := &meter{histories: p.Histories(), warmUp: size.WarmUp, weeks: size.Weeks, now: now}
	for _, s := range p.Scenarios {
		m.total += int64(s.Model.Size.Customers) * int64(size.Weeks+size.WarmUp) * int64(p.Replications)
	}
	return m
}

// big tells whether histories are too few and too long to be counted one by one.
func (m *meter) big() bool {
	return m.histories < mostLines && m.total/int64(m.histories) >= bigHistory
}

// on shows the meter: a bar on a terminal, lines elsewhere.
func (m *meter) on(w io.Writer) {
	if f, ok := w.(*os.File); !ok || !term.IsTerminal(int(f.Fd())) {
		m.show = func(share float64, text string) { fmt.Fprintf(w, "%.0f %% lived: %s\n", 100*share, text) }
		return
	}
	const thousandths = 1000
	b := progressbar.NewOptions(thousandths, progressbar.OptionSetWriter(w), progressbar.OptionFullWidth(),
		progressbar.OptionSetPredictTime(false), progressbar.OptionSetElapsedTime(false), progressbar.OptionClearOnFinish())
	m.every = glances
	m.show = func(share float64, text string) {
		b.Describe(text)
		if err := b.Set(int(thousandths * share)); err != nil {
			m.show = nil // a bar that cannot be shown must not stop the run
		}
	}
}

// add a stretch that was lived.
func (m *meter) add(x sim.Stretch) {
	m.Lock()
	defer m.Unlock()
	m.lived += x.CustomerWeeks
	if x.Earlier {
		m.earlier += x.CustomerWeeks
	}
	if x.Earlier || m.first == 0 {
		m.first, m.started = m.lived, m.now()
	}
	if m.show == nil || !m.timely() {
		return
	}
	m.show(m.share(), m.text())
}

// timely tells whether it is time to show the meter again.
func (m *meter) timely() bool {
	if m.every > 0 {
		if m.now().Sub(m.shown) < m.every {
			return false
		}
		m.shown = m.now()
		return true
	}
	step := int64(float64(steps) * m.share())
	if step == m.step || m.lived == m.earlier {
		return false
	}
	m.step = step
	return true
}

func (m *meter) share() float64 { return float64(m.lived) / float64(max(m.total, 1)) }

// text says where the experiment is, how long it will take, how fast it is and what memory it has.
func (m *meter) text() string {
	parts := []string{m.where()}
	took := m.now().Sub(m.started)
	if done := m.lived - m.first; done > 0 && took > 0 {
		if m.lived < m.total {
			left := time.Duration(float64(took) / float64(done) * float64(m.total-m.lived))
			parts = append(parts, "about "+duration(left)+" left")
		}
		parts = append(parts, fmt.Sprintf("%.1f million customer-weeks a second", float64(done)/took.Seconds()/1e6))
	}
	return strings.Join(append(parts, fmt.Sprintf("%.1f GiB", usedMemory()/gib)), ", ")
}

// where is the week of the one history, or how many there are.
func (m *meter) where() string {
	if m.histories > 1 {
		return fmt.Sprintf("%d histories", m.histories)
	}
	week := int(m.share()*float64(m.warmUp+m.weeks)) - m.warmUp
	if week < 0 {
		return fmt.Sprintf("week %d of %d of the warm-up", week+m.warmUp, m.warmUp)
	}
	return fmt.Sprintf("week %d of %d", week, m.weeks)
}

// usedMemory is the memory of this program [bytes]: what the system says, else what Go says.
func usedMemory() float64 {
	if text, err := os.ReadFile("/proc/self/statm"); err == nil {
		if words := strings.Fields(string(text)); len(words) > 1 {
			if pages, err := strconv.ParseFloat(words[1], 64); err == nil {
				return pages * float64(os.Getpagesize())
			}
		}
	}
	var used runtime.MemStats
	runtime.ReadMemStats(&used)
	return float64(used.Sys)
}
