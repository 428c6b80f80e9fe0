package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/reports/document"
	"xsell/scenarios/results"
)

// amiss says where a value is not as a JSON Schema wants it: the part of the language that the schemas here use.
func amiss(schema, value any, definitions map[string]any, at string) (wrong []string) {
	s, is := schema.(map[string]any)
	if !is {
		return nil // true: anything
	}
	if name, refers := s["$ref"].(string); refers {
		return amiss(definitions[strings.TrimPrefix(name, "#/$defs/")], value, definitions, at)
	}
	for _, word := range []string{"anyOf", "oneOf"} {
		if choices, given := s[word].([]any); given && !slices.ContainsFunc(choices, func(c any) bool { return len(amiss(c, value, definitions, at)) == 0 }) {
			wrong = append(wrong, fmt.Sprintf("%s: %v fits none of %v", at, value, choices))
		}
	}
	if kind, typed := s["type"].(string); typed && !isOf(kind, value) {
		return append(wrong, fmt.Sprintf("%s: %v is no %s", at, value, kind))
	}
	if allowed, limited := s["enum"].([]any); limited && !slices.Contains(allowed, value) {
		wrong = append(wrong, fmt.Sprintf("%s: %v is none of %v", at, value, allowed))
	}
	if list, isList := value.([]any); isList {
		for i, x := range list {
			wrong = append(wrong, amiss(s["items"], x, definitions, fmt.Sprintf("%s[%d]", at, i))...)
		}
	}
	if object, isObject := value.(map[string]any); isObject {
		properties, _ := s["properties"].(map[string]any)
		required, _ := s["required"].([]any)
		for _, key := range required {
			if _, there := object[key.(string)]; !there {
				wrong = append(wrong, at+": "+key.(string)+" is missing")
			}
		}
		for key, x := range object {
			if properties != nil && properties[key] == nil {
				wrong = append(wrong, at+": nothing is said of "+key)
			}
			wrong = append(wrong, amiss(properties[key], x, definitions, at+"."+key)...)
		}
	}
	return wrong
}

func isOf(kind string, value any) bool {
	switch x := value.(type) {
	case nil:
		return kind == "null"
	case bool:
		return kind == "boolean"
	case string:
		return kind == "string"
	case float64:
		return kind == "number" || kind == "integer" && x == math.Trunc(x)
	case []any:
		return kind == "array"
	}
	return kind == "object"
}

// valid reads a document, which must be the only thing that was printed, and holds it against its schema.
func valid(t *testing.T, text string) map[string]any {
	t.Helper()
	var value map[string]any
	require.NoError(t, json.Unmarshal([]byte(text), &value), "one document and nothing else: %s", text)
	for _, k := range document.Kinds {
		if k.Version() != value["schema"] {
			continue
		}
		written, err := k.Schema()
		require.NoError(t, err)
		var schema map[string]any
		require.NoError(t, json.Unmarshal(written, &schema))
		definitions, _ := schema["$defs"].(map[string]any)
		for _, sentence := range amiss(schema, value, definitions, k.Name) {
			t.Error(sentence)
		}
		return value
	}
	t.Fatalf("there is no schema %v", value["schema"])
	return nil
}

// told runs a command with --json and returns its document.
func told(t *testing.T, want int, words ...string) map[string]any {
	t.Helper()
	code, out, err := call(t, append(words, "--json")...)
	require.Equal(t, want, code, err)
	return valid(t, out)
}

func TestEveryDocumentIsAsItsSchemaSays(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.WriteFile("mine.toml", []byte(claims), 0o600))
	require.NoError(t, os.WriteFile("two.csv", []byte("replication,a,b\n1,1,2\n2,2,4\n3,1,3\n4,2,3\n"), 0o600))
	require.NoError(t, os.WriteFile("sound.toml", []byte("title = \"b\"\nbase = \"silo\"\n"), 0o600))
	shown := map[any]bool{document.ErrorSchema: true, results.BenchSchema: true} // which have tests of their own
	for _, c := range documented() {
		schema := told(t, Done, c.words...)["schema"]
		assert.Equal(t, c.schema, schema, "%v", c.words)
		shown[schema] = true
	}
	for _, k := range document.Kinds {
		assert.True(t, shown[k.Version()], "no command here prints %s", k.Version())
	}
}

// answering is a command that answers with a kind of document.
type answering struct {
	schema string
	words  []string
}

// documented are commands of every kind, each upon what those before it left.
func documented() []answering {
	return []answering{
		{"xsell-comparison/1", with("run", "silo", "--out", "one", "--verify")},
		{"xsell-comparison/1", []string{"report", "one"}},
		{"xsell-rerun/1", []string{"rerun", "one/report.html"}},
		{"xsell-risk/1", riskily("silo", "sales-quota", "--out", "risk")},
		{"xsell-risk/1", []string{"report", "risk"}},
		{"xsell-facts/1", []string{"facts", "mine", "--file", "mine.toml", "--out", "facts"}},
		{"xsell-facts/1", []string{"report", "facts"}},
		{"xsell-twins/1", slices.Concat([]string{"twins", "silo", "silo+low-skill", "--replications", "2", "--out", "who"}, tiny[4:])},
		{"xsell-twins/1", []string{"report", "who"}},
		{"xsell-explain/1", with("explain", "silo", "interlock", "--measure", "churn", "--by", "table", "--out", "why")},
		{"xsell-explain/1", []string{"report", "why"}},
		{"xsell-comparison/1", []string{"extend", "one", "--more", "1"}},
		{"xsell-decide/1", []string{"decide", "two.csv", "--better", "more"}},
		{"xsell-claims/1", []string{"facts", "--list"}},
		{"xsell-claims/1", []string{"systems", "--list"}},
		{"xsell-laws/1", []string{"laws", "surge", "--replications", "2"}},
		{"xsell-list/1", []string{"list"}},
		{"xsell-scenario/1", []string{"show", "interlock", "--resolved"}},
		{"xsell-check/1", []string{"check", "sound.toml"}},
	}
}

func TestAComparisonInJSONHoldsTheVerdicts(t *testing.T) {
	elsewhere(t)
	d := told(t, Done, with("compare", "silo", "interlock", "silo", "--replications", "12", "--decide", "profit_per_customer", "--smallest", "EUR 5",
		"--guardrail", "churn up at most 0.5", "--out", "here")...)
	set, err := results.Read("here")
	require.NoError(t, err)
	decision := d["decision"].(map[string]any)
	assert.Equal(t, 5.0, decision["smallest"])
	verdict := decision["verdicts"].([]any)[0].(map[string]any)
	assert.Equal(t, set.Verdicts[0].Difference, verdict["difference"], "numbers are written to the last bit")
	assert.Equal(t, set.Verdicts[0].Words, verdict["verdict"])
	assert.Len(t, d["measures"], len(set.Dictionary))
	first := d["measures"].([]any)[0].(map[string]any)["values"].([]any)
	assert.Equal(t, "base", first[0].(map[string]any)["verdict"])
	assert.Nil(t, first[0].(map[string]any)["difference"], "what is undefined is null")
	assert.Equal(t, "no difference at all", first[2].(map[string]any)["verdict"])
	assert.Equal(t, set.Manifest.ResultsHash, d["manifest"].(map[string]any)["results_hash"])
	assert.FileExists(t, d["files"].(map[string]any)["report"].(string))
}

func TestWhatIsWrongIsADocumentToo(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.WriteFile("a.toml", []byte("title = \"a\"\nbase = \"silo\"\nbad = 1\n[run]\nweeks = \"x\"\n"), 0o600))
	d := told(t, BadInput, "run", "a.toml", "--replications", "0")
	problems := d["problems"].([]any)
	require.Len(t, problems, 3)
	last := problems[2].(map[string]any)
	assert.Contains(t, last["message"], `found "x"`)
	delete(last, "message")
	assert.Equal(t, map[string]any{"file": "a.toml", "line": 5.0, "column": 1.0, "key": "run.weeks"}, last)
	assert.Equal(t, "", problems[0].(map[string]any)["file"])
	assert.Equal(t, 2.0, d["exit_code"])
	for _, words := range [][]string{{"compare", "--nonsense"}, {"report", "nowhere"}, {"show", "nothing"}, {"no-such-command"}, {"trace", "silo"},
		{"facts", "R1", "--csv", "-"}, {"report", "nowhere", "--full"}} {
		assert.NotEmpty(t, told(t, BadInput, words...)["problems"], "%v", words)
	}
}

func TestProblemsAreReadBackFromTheirLines(t *testing.T) {
	assert.Equal(t, document.Problem{File: "a.toml", Line: 4, Column: 7, Key: "pay.plan-2.rule[1]", Message: "no unit: none"},
		problemOf("a.toml:4:7: pay.plan-2.rule[1]: no unit: none"))
	assert.Equal(t, document.Problem{File: "C:/my.toml", Line: 14, Column: 7, Key: "organisation.teams", Message: "found 3: want true"},
		problemOf("C:/my.toml:14:7: organisation.teams: found 3: want true"))
	assert.Equal(t, document.Problem{File: "my.toml", Line: 1, Column: 1, Message: "no base: write one"}, problemOf("my.toml:1:1: no base: write one"))
	assert.Equal(t, document.Problem{Message: "--weeks 0: it must be 1 or more"}, problemOf("--weeks 0: it must be 1 or more"))
}

func TestOnlyTheDocumentIsPrinted(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, with("run", "silo", "--json", "--quiet")...)
	require.Equal(t, Done, code, err)
	assert.Empty(t, err)
	valid(t, out)
	code, out, err = call(t, with("run", "silo", "--json", "--verify", "--seed", "3")...)
	require.Equal(t, Done, code, err)
	valid(t, out)
	assert.Contains(t, err, "books balance", "what is no answer stands beside it")
}

func TestAnInterruptedRunIsOneDocument(t *testing.T) {
	elsewhere(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out bytes.Buffer
	err := &halfway{cancel: cancel}
	code := Main(ctx, with("run", "silo", "--replications", "10", "--workers", "1", "--out", "half", "--json"), &out, err)
	assert.Equal(t, Incomplete, code, err.String())
	finished := valid(t, out.String())["manifest"].(map[string]any)["replications_finished"]
	assert.Contains(t, []any{5.0, 6.0}, finished)
	cancelled, stop := context.WithCancel(t.Context())
	stop()
	out.Reset()
	assert.Equal(t, Incomplete, Main(cancelled, with("run", "silo", "--json"), &out, err))
	assert.Equal(t, 3.0, valid(t, out.String())["exit_code"], "without a world there is an error and no answer")
}
