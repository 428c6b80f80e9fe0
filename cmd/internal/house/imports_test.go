package house

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "xsell/"

// folders from the left: a package imports its own folder and those before it.
var folders = []string{"agents", "sim", "scenarios", "reports", "cmd"}

// strangers are packages that must never know one another, as path beginnings.
var strangers = []struct{ who, never, because string }{
	{"xsell/agents/pay", "xsell/agents/org", "an organisation says who gets credit, a plan says what credit is worth"},
	{"xsell/agents/org", "xsell/agents/pay", "an organisation says who gets credit, a plan says what credit is worth"},
	{"xsell/agents/market", "xsell/agents/seller", "a market does not know who sells in it"},
	{"xsell/agents/customer", "xsell/agents/pay", "a customer does not know how sellers are paid"},
	{"xsell/agents/customer", "xsell/agents/org", "a customer does not know how the firm is organised"},
	{"xsell/sim/draw", "xsell/agents", "luck does not know whom it strikes"},
	{"xsell/sim/metric", "xsell/agents", "counters do not know what they count"},
	{"xsell/sim", "github.com/BurntSushi/toml", "the week sees only numbers"},
	{"xsell/sim", "gonum.org/v1/plot", "a model never knows that it is shown"},
	{"xsell/scenarios", "gonum.org/v1/plot", "only reports draw"},
	{"xsell/scenarios/stats", "xsell/sim/metric", "statistics do not know what is measured"},
	{"xsell/scenarios/results", "xsell/sim", "results on disk do not know how they were computed"},
	{"xsell/reports", "xsell/sim", "a picture is drawn from results on disk alone"},
	{"xsell/reports", "xsell/agents", "a picture is drawn from results on disk alone"},
}

// arithmetic is known to everyone: it knows nothing itself.
const arithmetic = module + "agents/num"

// listed is what go list says of a package.
type listed struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	list := exec.Command("go", "list", "-e", "-json=ImportPath,Imports,TestImports,XTestImports", module+"...")
	output, err := list.Output()
	require.NoError(t, err, "go list must list the packages of the module")
	var all []listed
	for decoder := json.NewDecoder(bytes.NewReader(output)); ; {
		var p listed
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		require.NoError(t, err)
		all = append(all, p)
	}
}

func folderOf(path string) int {
	folder, _, _ := strings.Cut(strings.TrimPrefix(path, module), "/")
	return slices.Index(folders, folder)
}

// within says whether a path is a package or one below it.
func within(path, parent string) bool {
	return path == parent || strings.HasPrefix(path, parent+"/")
}

func TestEveryPackageIsInOneOfTheFolders(t *testing.T) {
	for _, p := range packages(t) {
		if folderOf(p.ImportPath) < 0 && !isBench(p.ImportPath) && p.ImportPath != texts {
			t.Errorf("%s is in none of the folders %s", p.ImportPath, strings.Join(folders, ", "))
		}
	}
}

// texts is the package that makes the documents readable for the program; it must hold nothing else.
const texts = module + "docs"

func TestDocumentsHoldNoCode(t *testing.T) {
	for _, p := range packages(t) {
		if p.ImportPath == texts && !slices.Equal(p.Imports, []string{"embed"}) {
			t.Errorf("%s imports %v, but it holds nothing but texts", texts, p.Imports)
		}
	}
}

// isBench says whether a package only measures others; it may import everything.
func isBench(path string) bool { return within(path, module+"bench") }

func TestPackagesImportOnlyToTheLeft(t *testing.T) {
	for _, p := range packages(t) {
		if isBench(p.ImportPath) {
			continue
		}
		for _, imported := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			if strings.HasPrefix(imported, module) && folderOf(imported) > folderOf(p.ImportPath) {
				t.Errorf("%s imports %s, which is to its right in %s",
					p.ImportPath, imported, strings.Join(folders, " <- "))
			}
		}
	}
}

func TestStrangersStayStrangers(t *testing.T) {
	for _, p := range packages(t) {
		for _, rule := range strangers {
			for _, imported := range p.Imports {
				if imported != arithmetic && within(p.ImportPath, rule.who) && within(imported, rule.never) {
					t.Errorf("%s imports %s, but %s", p.ImportPath, imported, rule.because)
				}
			}
		}
	}
}
