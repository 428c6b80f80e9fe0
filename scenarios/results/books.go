package results

import "strconv"

// Book is one counter of the books at one close: a whole number, so that the
// accounting identities can be checked to the last unit by anybody.
type Book struct {
	Scenario    string
	Replication int
	Week        int // last week of the frame; week 0 is the first after the warm-up
	Item        string
	Value       int64 // in the item's unit: over the frame for a flow, at its end for a stock
}

// Item is one row of the dictionary of the books.
type Item struct {
	ID    string // item
	Unit  string
	Stock bool // true: read at the end of a frame; false: counted over it
	Title string
}

var booksTable = table[Book]{"books.csv", []column[Book]{
	text("scenario", func(b *Book) *string { return &b.Scenario }),
	whole("replication", func(b *Book) *int { return &b.Replication }),
	whole("week", func(b *Book) *int { return &b.Week }),
	text("item", func(b *Book) *string { return &b.Item }),
	{"value",
		func(b *Book) string { return strconv.FormatInt(b.Value, 10) },
		func(b *Book, cell string) (err error) { b.Value, err = strconv.ParseInt(cell, 10, 64); return err },
	},
}}

var itemsTable = table[Item]{"books_dictionary.csv", []column[Item]{
	text("item", func(i *Item) *string { return &i.ID }),
	text("unit", func(i *Item) *string { return &i.Unit }),
	{"stock",
		func(i *Item) string { return strconv.FormatBool(i.Stock) },
		func(i *Item, cell string) (err error) { i.Stock, err = strconv.ParseBool(cell); return err },
	},
	text("title", func(i *Item) *string { return &i.Title }),
}}
