package panel

import "xsell/sim"

// Kinds of panels, as asked for on the command line and as in the names of files.
var Kinds = []string{"sellers", "customers", "accounts"}

// sheet is one kind of panel: its name, its columns in words, and how a market becomes rows.
type sheet[T any] struct {
	name    string
	columns []Column
	rows    func(at place, m *sim.Market, from int32, rows []T) []T // appends; from is the first week since the last rows
}

// kind is a sheet whatever its rows are.
type kind interface {
	begin(path string) (part, error)
	join(dir string, parts []string) ([]string, error)
}

// part is what one history writes of one sheet.
type part interface {
	see(at place, f *sim.Firm, from int32) error
	close() error
	abandon() // closes the file if it is still open: it will be removed
}

var sheets = map[string]kind{
	"sellers": sheet[Seller]{"sellers", sellerColumns,
		func(at place, m *sim.Market, _ int32, rows []Seller) []Seller { return sellerRows(at, m, rows) }},
	"customers": sheet[Customer]{"customers", customerColumns, customerRows},
	"accounts": sheet[Account]{"accounts", accountColumns,
		func(at place, m *sim.Market, _ int32, rows []Account) []Account { return accountRows(at, m, rows) }},
}

// file is the path of the sheet in dir, with an ending.
func (x sheet[T]) file(ending string) string { return "panel-" + x.name + ending }
