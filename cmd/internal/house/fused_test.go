package house

import (
	"go/ast"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Results must be the same bytes on every processor. Two things would spoil that: a product and a sum that the compiler
// fuses into one instruction, which rounds once instead of twice, and functions of the library that have an assembly of
// their own for some processors.

// counted are the packages whose numbers stand in results.
var counted = []string{"./agents/...", "./sim/...", "./scenarios/..."}

// machines have instructions that multiply and add at once, and compilers that use them unasked.
var machines = []struct{ name, setting string }{{"arm64", "GOARCH=arm64"}, {"amd64 of level 3", "GOAMD64=v3"}}

// fused are the names of such instructions in the compiler's listing, function what tells whose they are.
var (
	fused    = regexp.MustCompile(`\s(VFN?M(?:ADD|SUB)\w+|FN?M(?:ADD|SUB)[SD]|VFML[AS])\s`)
	function = regexp.MustCompile(`^(\S+) STEXT`)
)

func TestNoProductIsFusedWithASum(t *testing.T) {
	for _, machine := range machines {
		name, value, _ := strings.Cut(machine.setting, "=")
		build := exec.Command("go", append([]string{"build", "-gcflags=xsell/...=-S"}, counted...)...)
		build.Dir = root
		build.Env = append(slices.DeleteFunc(os.Environ(), func(s string) bool {
			return strings.HasPrefix(s, "GOARCH=") || strings.HasPrefix(s, "GOAMD64=")
		}), "CGO_ENABLED=0", name+"="+value)
		listing, err := build.CombinedOutput()
		require.NoError(t, err, "the packages must compile for %s", machine.name)
		seen, within := 0, ""
		for _, line := range strings.Split(string(listing), "\n") {
			if header := function.FindStringSubmatch(line); header != nil {
				seen, within = seen+1, header[1]
			}
			if fused.MatchString(line) {
				t.Errorf("for %s the compiler fuses a product with a sum in %s: write float64(a*b) where it stands\n%s",
					machine.name, within, strings.TrimSpace(line))
			}
		}
		require.Greater(t, seen, 1000, "the compiler's listing for %s has functions", machine.name)
	}
}

// exact are the functions of math that give the same bits everywhere: IEEE 754 demands it, or they only move bits.
var exact = []string{
	"Abs", "Ceil", "Copysign", "Float32bits", "Float32frombits", "Float64bits", "Float64frombits", "Floor", "Frexp", "Inf",
	"IsInf", "IsNaN", "Ldexp", "Max", "Min", "Modf", "NaN", "Nextafter", "Round", "RoundToEven", "Signbit", "Sqrt", "Trunc",
}

// searching are files that look for parameters with a library's matrices, whose kernels differ between processors: what
// they find is confirmed with intervals, and no result of a run hangs on it.
const searching = "/scenarios/calibrate/"

func TestFormulasOfResultsAreTheSameOnEveryProcessor(t *testing.T) {
	folders := regexp.MustCompile(`^/(agents|sim|scenarios)/`)
	checked := 0
	for _, s := range sources(t) {
		if !folders.MatchString(s.path) || strings.HasSuffix(s.path, "_test.go") || strings.HasPrefix(s.path, searching) {
			continue
		}
		checked++
		for _, imported := range s.file.Imports {
			assert.NotContains(t, imported.Path.Value, "gonum.org/",
				"%s: its numbers may differ between processors; scenarios/stats has its own distributions", s.path)
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			call, isCall := n.(*ast.CallExpr)
			if !isCall {
				return true
			}
			if name := ofMath(call.Fun); name != "" && !slices.Contains(exact, name) {
				t.Errorf("%s:%d: math.%s may differ in its last bit between processors; agents/num has what results need",
					s.path, s.set.Position(n.Pos()).Line, name)
			}
			return true
		})
	}
	require.Greater(t, checked, 100, "the files of the folders are found")
}

// ofMath is the name of a function of the package math, or empty.
func ofMath(called ast.Expr) string {
	selector, isSelector := called.(*ast.SelectorExpr)
	if !isSelector {
		return ""
	}
	if where, isName := selector.X.(*ast.Ident); isName && where.Name == "math" {
		return selector.Sel.Name
	}
	return ""
}
