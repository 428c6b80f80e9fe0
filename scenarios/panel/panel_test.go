package panel

import (
	"cmp"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/experiment"
)

var all = Order{Kinds: Kinds, Worlds: 2}

func TestPanelsChangeNoResult(t *testing.T) {
	p := plan(t, "silo", "sales-quota")
	alone, err := experiment.Run(t.Context(), p)
	require.NoError(t, err)
	for _, weekly := range []bool{false, true} {
		set, _ := recorded(t, p, Order{Kinds: Kinds, Worlds: 1, Weekly: weekly})
		assert.Equal(t, alone.Hash(), set.Hash(), "results must be the same with and without panels (weekly: %v)", weekly)
	}
}

func TestPanelsAreTheSameOnAnyNumberOfWorkers(t *testing.T) {
	p := plan(t, "silo", "interlock")
	p.Workers = 1
	_, one := recorded(t, p, all)
	p.Workers = 5
	_, five := recorded(t, p, all)
	entries, err := os.ReadDir(one)
	require.NoError(t, err)
	assert.Len(t, entries, 9)
	for _, e := range entries {
		a, err := os.ReadFile(filepath.Join(one, e.Name()))
		require.NoError(t, err)
		b, err := os.ReadFile(filepath.Join(five, e.Name()))
		require.NoError(t, err)
		assert.True(t, slices.Equal(a, b), "%s differs between 1 and 5 workers", e.Name())
	}
}

func TestParquetAndCSVHoldTheSameRows(t *testing.T) {
	_, dir := recorded(t, plan(t, "silo"), all)
	same(t, sellerSheet, dir)
	same(t, customerSheet, dir)
	same(t, accountSheet, dir)
}

// same compares the two files of a sheet cell by cell.
func same[T any](t *testing.T, x sheet[T], dir string) {
	t.Helper()
	rows, lines := sheetRows(t, x, dir), table(t, filepath.Join(dir, x.file(".csv")))
	require.NotEmpty(t, rows, x.name)
	require.Len(t, lines, len(rows)+1, "%s: a line for each row and one for the header", x.name)
	record := make([]string, len(x.columns))
	for i := range rows {
		cells(reflect.ValueOf(&rows[i]).Elem(), record)
		require.Equal(t, record, lines[i+1], "%s, row %d", x.name, i)
	}
}

func TestEveryColumnIsInTheDictionary(t *testing.T) {
	_, dir := recorded(t, plan(t, "silo"), all)
	for name, row := range map[string]any{"sellers": Seller{}, "customers": Customer{}, "accounts": Account{}} {
		header := table(t, filepath.Join(dir, "panel-"+name+".csv"))[0]
		dictionary := table(t, filepath.Join(dir, "panel-"+name+".dictionary.csv"))
		assert.Equal(t, []string{"column", "unit", "kind", "meaning"}, dictionary[0])
		var tags, explained []string
		for i := range reflect.TypeOf(row).NumField() {
			tag, _, _ := strings.Cut(reflect.TypeOf(row).Field(i).Tag.Get("parquet"), ",")
			tags = append(tags, tag)
		}
		for _, line := range dictionary[1:] {
			explained = append(explained, line[0])
			assert.NotEmpty(t, line[2], "%s of %s needs a kind", line[0], name)
		}
		assert.Equal(t, tags, explained, "the dictionary of %s must explain the columns in their order", name)
		assert.Equal(t, tags, header)
	}
}

func TestRowsAreInTheOrderOfTheirKeys(t *testing.T) {
	_, dir := recorded(t, plan(t, "silo", "interlock"), Order{Kinds: []string{"sellers"}, Worlds: 2, Weekly: true})
	scenario := map[string]int{"silo": 0, "interlock": 1} // in the order of the comparison
	byKey := func(a, b Seller) int {
		return cmp.Or(cmp.Compare(scenario[a.Scenario], scenario[b.Scenario]), cmp.Compare(a.World, b.World), cmp.Compare(a.Week, b.Week),
			cmp.Compare(a.Market, b.Market), cmp.Compare(a.Seat, b.Seat), cmp.Compare(a.Generation, b.Generation))
	}
	sellers := sheetRows(t, sellerSheet, dir)
	assert.True(t, slices.IsSortedFunc(sellers, byKey), "scenario, world, week, market, seat, generation")
	seen := make(map[Seller]bool)
	for _, row := range sellers {
		at := Seller{Scenario: row.Scenario, World: row.World, Week: row.Week, Person: row.Person}
		require.False(t, seen[at], "%s has two rows in week %d", row.Person, row.Week)
		seen[at] = true
	}
	last := sellers[len(sellers)-1]
	assert.Equal(t, []int32{1, 64, 1}, []int32{last.World, last.Week, last.Market})
}

func TestOnlyTheFirstWorldsAreKept(t *testing.T) {
	_, dir := recorded(t, plan(t, "silo"), Order{Kinds: []string{"sellers", "sellers"}, Worlds: 1})
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 3, "asked twice is asked once")
	for _, row := range sheetRows(t, sellerSheet, dir) {
		require.Zero(t, row.World)
	}
}

func TestWhatCannotBeMeantIsSaid(t *testing.T) {
	err := Order{Kinds: []string{"seller"}, Worlds: 0}.Check()
	assert.ErrorContains(t, err, `--panel "seller": there is no such panel; choose among sellers, customers, accounts`)
	assert.ErrorContains(t, err, "--panel-worlds 0: it must be 1 or more")
	assert.NoError(t, Order{Worlds: 1}.Check())
}

func TestUnknownNumbersAreEmptyCells(t *testing.T) {
	record := make([]string, 3)
	cells(reflect.ValueOf(struct {
		A float64
		B float32
		C int32
	}{math.NaN(), 0.1, -3}), record)
	assert.Equal(t, []string{"", "0.1", "-3"}, record)
}
