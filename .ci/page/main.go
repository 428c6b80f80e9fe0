package main

import (
	"context"
	_ "embed" // what is looked at
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

//go:embed look.js
var lookScript string

// patience is how long all pages may take together.
const patience = 2 * time.Minute

// view is a size of the window and a theme.
type view struct {
	name          string
	width, height int64
	theme, media  string
}

// paperWidth is that of A4 without the margins of the style sheet, at 96 dots per inch.
const paperWidth = 688 // (210 - 2*14) mm [px]

var views = []view{
	{"telephone by day", 400, 800, "light", "screen"},
	{"telephone by night", 400, 800, "dark", "screen"},
	{"tablet", 820, 1180, "light", "screen"},
	{"laptop by day", 1280, 800, "light", "screen"},
	{"laptop by night", 1280, 800, "dark", "screen"},
	{"paper, asked for at night", paperWidth, 1000, "dark", "print"},
}

func main() {
	browser := flag.String("browser", "", "path of Chromium or Chrome; looked for where it is not given")
	flag.Parse()
	problems, err := look(*browser, flag.Args())
	for _, p := range problems {
		fmt.Println(p)
	}
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	case len(problems) > 0:
		os.Exit(1)
	}
	fmt.Printf("%d pages in %d views, nothing wrong\n", flag.NArg(), len(views))
}

// look opens every page in every view and returns what is wrong.
func look(browser string, pages []string) (problems []string, err error) {
	if len(pages) == 0 {
		return nil, fmt.Errorf("name the pages to look at: page report.html")
	}
	if browser == "" {
		if browser, err = found(); err != nil {
			return nil, err
		}
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(browser), chromedp.NoSandbox)
	ctx, stop = chromedp.NewExecAllocator(ctx, options...)
	defer stop()
	ctx, stop = chromedp.NewContext(ctx)
	defer stop()
	for _, path := range pages {
		wrong, err := lookAt(ctx, path)
		for _, w := range wrong {
			problems = append(problems, path+": "+w)
		}
		if err != nil {
			return problems, fmt.Errorf("%s: %w", path, err)
		}
	}
	return problems, nil
}

// found looks for a browser under its usual names.
func found() (string, error) {
	names := []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("no browser on this machine under any of the names %s: install Chromium, or give its path with -browser", strings.Join(names, ", "))
}

// lookAt opens one page in a tab of its own.
func lookAt(ctx context.Context, path string) (problems []string, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	ctx, stop := chromedp.NewContext(ctx)
	defer stop()
	heard := listen(ctx, "file://"+path)
	if err := chromedp.Run(ctx, network.Enable(), chromedp.Navigate("file://"+path), chromedp.Evaluate(lookScript, nil)); err != nil {
		return nil, err
	}
	for _, v := range views {
		var wrong []string
		if err := chromedp.Run(ctx, v.set(), chromedp.Evaluate(fmt.Sprintf("look(%q, %q)", v.media, v.theme), &wrong)); err != nil {
			return problems, fmt.Errorf("%s: %w", v.name, err)
		}
		for _, w := range wrong {
			problems = append(problems, v.name+": "+w)
		}
	}
	wrong, err := walked(ctx)
	problems = append(problems, wrong...)
	if err != nil {
		return problems, err
	}
	wrong, err = printed(ctx)
	return append(append(problems, wrong...), heard()...), err
}

// set gives the page the size, the theme and the medium of a view.
func (v view) set() chromedp.Action {
	media := emulation.SetEmulatedMedia().WithMedia(v.media).WithFeatures([]*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: v.theme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	})
	return chromedp.Tasks{emulation.SetDeviceMetricsOverride(v.width, v.height, 1, v.width < 600), media}
}
