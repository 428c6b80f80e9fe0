package main

import (
	"bytes"
	"cmp"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"xsell/reports"
)

// paletteSize is what a PNG with one byte per pixel can hold.
const paletteSize = 256

// copyPicture copies a chart with the colours it uses most, which makes the file a third of its size. Images of a report
// are drawn where nobody did yet.
func copyPicture(from, to string) error {
	data, err := os.ReadFile(from)
	if dir := filepath.Dir(from); errors.Is(err, fs.ErrNotExist) && filepath.Base(dir) == "plots" {
		if err := reports.Pictures(filepath.Dir(dir)); err != nil {
			return err
		}
		data, err = os.ReadFile(from)
	}
	if err != nil {
		return err
	}
	whole, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return err
	}
	small := image.NewPaletted(whole.Bounds(), commonColours(whole))
	draw.Draw(small, small.Bounds(), whole, whole.Bounds().Min, draw.Src)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, small); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), dirMode); err != nil {
		return err
	}
	return os.WriteFile(to, out.Bytes(), fileMode)
}

// commonColours lists the colours of a picture, the most frequent first, ties by their value.
func commonColours(p image.Image) color.Palette {
	count := map[color.RGBA]int{}
	for y := p.Bounds().Min.Y; y < p.Bounds().Max.Y; y++ {
		for x := p.Bounds().Min.X; x < p.Bounds().Max.X; x++ {
			count[color.RGBAModel.Convert(p.At(x, y)).(color.RGBA)]++
		}
	}
	colours := make([]color.RGBA, 0, len(count))
	for c := range count {
		colours = append(colours, c)
	}
	slices.SortFunc(colours, func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B), cmp.Compare(a.A, b.A))
	})
	palette := make(color.Palette, min(len(colours), paletteSize))
	for i := range palette {
		palette[i] = colours[i]
	}
	return palette
}
