package snapshot

import (
	"bytes"
	"math"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// everything has a field of each kind that can be written, exported or not, with bytes between some that are nobody's.
type everything struct {
	Yes     bool
	small   int8
	Wide    int64
	Whole   int
	Natural uint32
	Real    float32
	exact   float64
	Name    string
	padded  []padded
	flags   []bool
	Empty   []int32
	none    []int32
	Grid    [][]int64
	Fixed   [3]uint16
	Pair    [2][]uint64
	Names   map[string]float64
	sets    map[[2]uint64]int64
	Nothing map[string]bool
	target  *target
	Nobody  *target
	inner   target
	given   func()
}

type padded struct {
	A uint8
	B int64
	C bool
}

type target struct {
	Words []string
	next  *target
}

// form is how everything is written.
var form = &Format{Apart: []string{"everything.given"}}

func sample() *everything {
	x := &everything{Yes: true, small: -3, Wide: math.MinInt64, Whole: -1, Natural: 1 << 31, Real: float32(math.Inf(1)), exact: math.Copysign(0, -1),
		Name: "ä name", padded: []padded{{1, -2, true}, {255, 3, false}}, flags: []bool{true, false, true}, Empty: []int32{},
		Grid: [][]int64{{1, 2}, nil, {}}, Fixed: [3]uint16{1, 2, 3}, Pair: [2][]uint64{{7}, nil},
		Names: map[string]float64{"b": 2, "a": 1}, sets: map[[2]uint64]int64{{1, 2}: 3, {0, 9}: 4},
		target: &target{Words: []string{"x", ""}, next: &target{}}, inner: target{Words: []string{"y"}}}
	x.padded = append(make([]padded, 0, 9), x.padded...)
	return x
}

// written is a stream with values.
func written(t *testing.T, values ...any) []byte {
	t.Helper()
	var out bytes.Buffer
	w := form.NewWriter(&out)
	for _, v := range values {
		require.NoError(t, w.Put(v))
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

func TestEveryKindComesBackAsItWas(t *testing.T) {
	want := sample()
	in := form.NewReader(bytes.NewReader(written(t, want, want)), 100)
	for range 2 {
		got := &everything{none: []int32{1}, Names: map[string]float64{"left": 1}}
		require.NoError(t, in.Get(got))
		require.Equal(t, want, got)
		assert.True(t, math.Signbit(got.exact), "minus zero is not zero")
		assert.Equal(t, 9, cap(got.padded), "a table keeps its room")
	}
	require.NoError(t, in.Close())
}

func TestWhatIsApartDoesNotComeBack(t *testing.T) {
	x := sample()
	x.given = func() {}
	in := form.NewReader(bytes.NewReader(written(t, x)), 100)
	got := &everything{}
	require.NoError(t, in.Get(got))
	require.NoError(t, in.Close())
	assert.Nil(t, got.given)
}

func TestTheSameValueIsTheSameBytes(t *testing.T) {
	want := written(t, sample())
	for range 20 {
		require.Equal(t, want, written(t, sample()), "the order of a map has decided something")
	}
}

func TestLongTablesTakeManyBlocks(t *testing.T) {
	type long struct {
		Rows  []int64
		Empty []struct{}
		More  []padded
	}
	x := long{Rows: make([]int64, 200_000), Empty: make([]struct{}, 3), More: make([]padded, 50_000)}
	for i := range x.Rows {
		x.Rows[i] = int64(i * i)
	}
	for i := range x.More {
		x.More[i] = padded{uint8(i), int64(-i), i%3 == 0}
	}
	text := written(t, &x)
	var got long
	in := form.NewReader(bytes.NewReader(text), 200_000)
	require.NoError(t, in.Get(&got))
	require.NoError(t, in.Close())
	require.Equal(t, x, got)
	assert.Less(t, len(text), 8*200_000+10*50_000+200, "bytes between fields are not written")
}

func TestAKindThatCannotBeWrittenIsNamed(t *testing.T) {
	type deep struct {
		Fine   []int
		Rows   []struct{ Act func() }
		Any    map[string]any
		Signal chan int
		Whole  complex128
	}
	err := form.Check(reflect.TypeFor[deep]())
	for _, want := range []string{"snapshot.deep.Rows[].Act is a func", "snapshot.deep.Any[] is a interface", "snapshot.deep.Signal is a chan",
		"snapshot.deep.Whole is a complex128", "there is no field everything.given, which the format names"} {
		assert.ErrorContains(t, err, want)
	}
	require.NoError(t, form.Check(reflect.TypeFor[everything]()))
	_, err = Fingerprint(&deep{Any: map[string]any{"x": 1}})
	assert.ErrorContains(t, err, "int has no method String")
}

func TestALayoutChangesWithEveryField(t *testing.T) {
	layouts := map[string]string{}
	for name, x := range map[string]reflect.Type{
		"base": reflect.TypeFor[struct{ A, B int32 }](), "renamed": reflect.TypeFor[struct{ A, C int32 }](),
		"narrower": reflect.TypeFor[struct{ A, B int16 }](), "unsigned": reflect.TypeFor[struct{ A, B uint32 }](),
		"other way round": reflect.TypeFor[struct{ B, A int32 }](), "longer": reflect.TypeFor[struct{ A, B, C int32 }](),
	} {
		layout := (&Format{}).Layout(x)
		assert.Empty(t, layouts[layout], "%s has another layout", name)
		layouts[layout] = name
	}
}

// FuzzContent gives the reader any content in sound blocks: it is read or refused without panic, and asks for no memory
// beyond what the rows of a table may take.
func FuzzContent(f *testing.F) {
	var out bytes.Buffer
	w := pen{format: form, to: &out}
	if err := w.put(sample()); err != nil {
		f.Fatal(err)
	}
	f.Add(out.Bytes())
	f.Fuzz(func(t *testing.T, content []byte) {
		var text bytes.Buffer
		b := newBlocks(&text)
		_, err := b.Write(content)
		require.NoError(t, err)
		require.NoError(t, b.close())
		in, got := form.NewReader(&text, 1000), &everything{}
		if err := in.Get(got); err == nil && in.Close() == nil {
			require.Len(t, written(t, got), len(content)+2*blockHead, "what is accepted is what is written")
		}
	})
}
