package cli

import (
	"xsell/reports/document"
	"xsell/scenarios"
)

// libraryDocument is what is built in, for other programs.
func libraryDocument() document.Library {
	d := document.Library{Schema: document.LibrarySchema}
	for _, e := range scenarios.Library() {
		d.Scenarios = append(d.Scenarios, entryDocument(e, !e.Partial))
	}
	for _, e := range scenarios.Overlays() {
		d.Overlays = append(d.Overlays, entryDocument(e, false))
	}
	return d
}

func entryDocument(e scenarios.Entry, runnable bool) document.Entry {
	return document.Entry{Name: e.Name, Title: e.Title, Summary: e.Summary, Base: e.Base, Runnable: runnable}
}
