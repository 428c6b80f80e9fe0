package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress returns what shows how far an experiment is: a bar on a terminal,
// a few lines elsewhere.
func progress(w io.Writer, total int) func(done, total int) { return progressOf(w, total, "") }

// progressOf is progress that names what is lived.
func progressOf(w io.Writer, total int, what string) func(done, total int) {
	if what != "" {
		what += ": "
	}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return bar(w, total, what)
	}
	return lines(w, what, time.Now)
}

func bar(w io.Writer, total int, what string) func(done, total int) {
	b := progressbar.NewOptions(total,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription(what+"histories"),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionFullWidth(),
		progressbar.OptionSetRenderBlankState(true),
		progressbar.OptionClearOnFinish(),
	)
	return func(done, _ int) {
		if err := b.Set(done); err != nil {
			b = progressbar.DefaultSilent(int64(total)) // a bar that cannot be shown must not stop the run
		}
	}
}

const mostLines = 10

// lines prints a line whenever another tenth is done.
func lines(w io.Writer, what string, now func() time.Time) func(done, total int) {
	start, printed := now(), 0
	return func(done, total int) {
		tenth := done * mostLines / total
		if tenth == printed {
			return
		}
		printed = tenth
		line := fmt.Sprintf("%s%d of %d histories", what, done, total)
		if done < total {
			left := now().Sub(start) / time.Duration(done) * time.Duration(total-done)
			line += ", about " + duration(left) + " left"
		}
		fmt.Fprintln(w, line)
	}
}

// duration is a time in the unit one would say it in.
func duration(d time.Duration) string {
	switch {
	case d < time.Second:
		return fmt.Sprintf("%.1f s", d.Seconds())
	case d < time.Minute:
		return fmt.Sprintf("%.0f s", d.Seconds())
	case d < time.Hour:
		return fmt.Sprintf("%.0f min", d.Minutes())
	}
	return fmt.Sprintf("%.1f h", d.Hours())
}
