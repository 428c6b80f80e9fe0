package main

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// listen notes what a page must not do: ask for anything, and complain. It returns what was noted.
func listen(ctx context.Context, own string) func() []string {
	var lock sync.Mutex
	var problems []string
	note := func(format string, args ...any) {
		lock.Lock()
		defer lock.Unlock()
		problems = append(problems, fmt.Sprintf(format, args...))
	}
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if url := e.Request.URL; url != own && !strings.HasPrefix(url, "data:") {
				note("the page asks for %s", url)
			}
		case *runtime.EventExceptionThrown:
			note("an exception: %s", e.ExceptionDetails.Error())
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
				for _, said := range e.Args {
					note("the console says: %s%s", said.Value, said.Description)
				}
			}
		}
	})
	return func() []string {
		lock.Lock()
		defer lock.Unlock()
		return problems
	}
}

// walked goes through the page with the tabulator key: everything that can be used is reached, in the order of the page,
// and shows that it is.
func walked(ctx context.Context) (problems []string, err error) {
	var names []string
	if err := chromedp.Run(ctx, views[len(views)-2].set(), chromedp.Evaluate("stops()", &names)); err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return []string{"nothing on the page can be reached with the keyboard"}, nil
	}
	for i, want := range names {
		var got string
		if err := chromedp.Run(ctx, chromedp.KeyEvent(kb.Tab), chromedp.Evaluate("focused()", &got)); err != nil {
			return problems, err
		}
		if got != want {
			return append(problems, fmt.Sprintf("stop %d of the keyboard is %s, not %s", i+1, got, want)), nil
		}
	}
	return nil, nil
}

// What a printed page may have.
const (
	fewestPages = 1
	mostPages   = 30
)

var (
	pageObject = regexp.MustCompile(`/Type\s*/Page\b[^s]`)
	a4         = regexp.MustCompile(`/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]`)
)

// printed makes a PDF of the page on A4.
func printed(ctx context.Context) (problems []string, err error) {
	var pdf []byte
	err = chromedp.Run(ctx, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).WithPrintBackground(true).Do(ctx)
		return err
	}))
	if err != nil {
		return nil, err
	}
	if n := len(pageObject.FindAll(pdf, -1)); n < fewestPages || n > mostPages {
		problems = append(problems, fmt.Sprintf("on paper it has %d pages, not %d to %d", n, fewestPages, mostPages))
	}
	if !a4.Match(pdf) {
		problems = append(problems, "it does not print on A4")
	}
	return problems, nil
}
