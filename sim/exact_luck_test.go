package sim

import (
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/sim/draw"
)

// sharedLuck lists the purposes from which more than one function draws, and why none of them can meet the key of
// another in the same week. A new pair needs a purpose of its own, or a reason here.
var sharedLuck = map[string]string{
	"Awareness":        "at joining ordinal 0, in a contact ordinal 1",
	"DormantAtOpening": "asked for ordinal 0, silent ordinal 1",
	"HoursRounding":    "service by unit, advice by seller above bit 40, calls by seller above bit 41",
	"LeadOrder":        "meetings ordinal 0, closings ordinal 1",
	"TimingChoice":     "shifting ordinal 0, staying agreed ordinal 1",
	"MeetingDecision":  "meetings ordinal 0, pitches ordinal 1",
}

// luckOf lists for each purpose the functions of the package that draw for it; the tracer only draws again.
func luckOf(t *testing.T) map[string][]string {
	t.Helper()
	uses := map[string][]string{}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "trace") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		for _, d := range file.Decls {
			f, is := d.(*ast.FuncDecl)
			if !is {
				continue
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if purpose := drawnFor(n); purpose != "" && !slices.Contains(uses[purpose], f.Name.Name) {
					uses[purpose] = append(uses[purpose], f.Name.Name)
				}
				return true
			})
		}
	}
	return uses
}

// drawnFor returns the purpose X of a call stream(draw.X), birth(draw.X) or Stream(draw.X, …), else nothing.
func drawnFor(n ast.Node) string {
	call, is := n.(*ast.CallExpr)
	if !is || len(call.Args) == 0 {
		return ""
	}
	f, is := call.Fun.(*ast.SelectorExpr)
	if !is || !slices.Contains([]string{"stream", "birth", "Stream"}, f.Sel.Name) {
		return ""
	}
	if purpose, is := call.Args[0].(*ast.SelectorExpr); is {
		return purpose.Sel.Name
	}
	return ""
}

func TestEveryPurposeDecidesOneThing(t *testing.T) {
	uses := luckOf(t)
	require.Greater(t, len(uses), 50, "the list of uses is found")
	for purpose, functions := range uses {
		if len(functions) > 1 {
			require.Contains(t, sharedLuck, purpose, "%v all draw from draw.%s: give each its own purpose, or say in sharedLuck why they never meet",
				functions, purpose)
		}
	}
	for purpose := range sharedLuck {
		require.Greater(t, len(uses[purpose]), 1, "draw.%s is no longer shared: take it off sharedLuck", purpose)
	}
}

// TestSharedPurposesNeverMeet checks the reasons of sharedLuck on random ids.
func TestSharedPurposesNeverMeet(t *testing.T) {
	r, seen := rand.New(rand.NewPCG(9, 1)), map[uint64]int{}
	claim := func(kind int, id uint64) {
		before, met := seen[id]
		require.False(t, met && before != kind, "id %x stands for two decisions", id)
		seen[id] = kind
	}
	for range 20_000 {
		person, key := draw.Person(uint32(r.IntN(300)), uint8(r.IntN(3))), uint32(r.IntN(1<<24))
		claim(0, draw.Nth(person, key, 0))
		claim(1, draw.Nth(person, key, 1))
	}
	clear(seen)
	for range 20_000 {
		seat, unit := draw.Person(r.Uint32()>>8, uint8(r.IntN(256))), uint64(r.IntN(1<<12))
		claim(2, unit)
		claim(3, uint64(seat)|secondDraw|1<<20)
		claim(4, uint64(seat)|secondDraw<<1|1<<20)
	}
}

// TestNobodyIsSomebodyElse checks that all who draw in a crowded market have ids of their own.
func TestNobodyIsSomebodyElse(t *testing.T) {
	model := smallModel()
	model.Size = Size{Markets: 1, Customers: 3000, Sellers: 300, Weeks: 4, Close: 4}
	m := Build(model, smallWorld, 0)
	people, staff := map[uint32]bool{}, map[uint32]bool{}
	for c := range m.Customers.seats() {
		people[m.person(c)] = true
		m.Customers.Gen[c]++
		people[m.person(c)] = true
	}
	for s := range m.Sellers.Unit {
		staff[m.staff(agents.SellerID(s))] = true
		m.Sellers.Gen[s]++
		staff[m.staff(agents.SellerID(s))] = true
	}
	require.Len(t, people, 2*len(m.Customers.Here), "every household and its successor has an id")
	require.Len(t, staff, 2*300, "every seller and successor has an id")
}

// TestKeysDoNotDependOnCompany checks that names keep their keys whoever stands beside them.
func TestKeysDoNotDependOnCompany(t *testing.T) {
	names := []string{"account", "motor", "savings"}
	for _, bits := range []uint{12, 24} {
		alone := agents.Keys(names, bits)
		among := agents.Keys([]string{"aaa", "account", "bbb", "motor", "nnn", "savings", "zzz"}, bits)
		require.Equal(t, alone, []uint32{among[1], among[3], among[5]}, "%d bits", bits)
	}
}
