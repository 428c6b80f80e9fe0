package reports

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	"xsell/scenarios/results"
)

// RunSchema is the version of the form in which a page carries what it takes to repeat it.
const RunSchema = "xsell-run/1"

// enclosure stands in a page, out of sight: results packed as gzip and base64. A template element is not shown, not run
// and not looked into, and holds letters only.
type enclosure struct {
	Schema string `json:"schema"`       // RunSchema
	Tool   string `json:"tool_version"` // of xsell
	Page   string `json:"page"`         // SHA-256 of the page without this
	Sum    string `json:"sha256"`       // of the data, unpacked
	Data   string `json:"data"`         // files of a results directory by their names, as JSON
}

// The block in a page.
const (
	blockBegins = `<template id="xsell-run">`
	blockEnds   = `</template>`
	pageEnds    = `</body>`
)

const (
	mostEnclosed = 300_000 // outcomes that a page carries: some 4 MB
	mostUnpacked = 1 << 30 // bytes that are unpacked at most: far more than any page carries
)

// Enclose puts into a page what it takes to repeat its results.
func Enclose(page []byte, set *results.Set) ([]byte, error) {
	at := bytes.LastIndex(page, []byte(pageEnds))
	if at < 0 {
		return nil, errors.New("the page has no end to put its data before")
	}
	texts, err := set.Carry(mostEnclosed)
	if err != nil {
		return nil, err
	}
	data, err := json.Marshal(texts)
	if err != nil {
		return nil, err
	}
	packed, err := pack(data)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(enclosure{RunSchema, set.Manifest.Tool, sum(page), sum(data), packed})
	if err != nil {
		return nil, err
	}
	return bytes.Join([][]byte{page[:at], []byte(blockBegins), text, []byte(blockEnds), []byte("\n"), page[at:]}, nil), nil
}

func sum(data []byte) string {
	digest := sha256.Sum256(data)
	return hex.EncodeToString(digest[:])
}

func pack(data []byte) (string, error) {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	_, err = w.Write(data)
	err = errors.Join(err, w.Close())
	return base64.RawURLEncoding.EncodeToString(packed.Bytes()), err
}

func unpack(packed string) ([]byte, error) {
	zipped, err := base64.RawURLEncoding.DecodeString(packed)
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(bytes.NewReader(zipped))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(r, mostUnpacked))
	return data, errors.Join(err, r.Close())
}

// Enclosed are the results that a page carries.
type Enclosed struct {
	Set   *results.Set // manifest, outcomes, summary and verdicts alone
	Drawn bool         // the page around them is as it was drawn
}

// ReadEnclosed takes the results out of a page. path is named in errors.
func ReadEnclosed(path string, page []byte) (*Enclosed, error) {
	begin := bytes.Index(page, []byte(blockBegins))
	if begin < 0 {
		if command := commandOn(page); command != "" {
			return nil, fmt.Errorf("%s is a page that carries nothing to repeat: pages of run and compare do. The command that made it gives the same numbers again: %s", path, command)
		}
		return nil, fmt.Errorf("%s carries nothing that can be repeated: pages of run and compare do, unless an earlier version drew them "+
			"or a program that passed them on took it out; xsell report DIR draws a page again", path)
	}
	text := page[begin+len(blockBegins):]
	end := bytes.Index(text, []byte(blockEnds))
	if end < 0 {
		return nil, fmt.Errorf("%s is cut off: the data it carries have no end; get the whole file", path)
	}
	rest := bytes.TrimPrefix(text[end+len(blockEnds):], []byte("\n"))
	var e enclosure
	if err := json.Unmarshal(text[:end], &e); err != nil {
		return nil, altered(path, err)
	}
	if e.Schema != RunSchema {
		return nil, fmt.Errorf("%s carries data of the form %q, and this version of xsell reads %q: take the version that drew it, %s",
			path, e.Schema, RunSchema, e.Tool)
	}
	data, err := unpack(e.Data)
	if err != nil {
		return nil, altered(path, err)
	}
	if sum(data) != e.Sum {
		return nil, altered(path, errors.New("their SHA-256 is another"))
	}
	var texts map[string]string
	if err := json.Unmarshal(data, &texts); err != nil {
		return nil, altered(path, err)
	}
	set, err := results.Carried(path, texts)
	if err != nil {
		return nil, err
	}
	return &Enclosed{set, sum(bytes.Join([][]byte{page[:begin], rest}, nil)) == e.Page}, nil
}

// commandOn is the command on a page of a kind that carries no results; "" on any other.
func commandOn(page []byte) string {
	const before, after = `aria-label="The command"><code>`, "</code>"
	_, rest, _ := bytes.Cut(page, []byte(before))
	line, _, found := bytes.Cut(rest, []byte(after))
	command := html.UnescapeString(string(line))
	if words := strings.Fields(command); !found || len(words) < 2 || !slices.Contains([]string{"twins", "explain", "facts", "risk"}, words[1]) {
		return ""
	}
	return command
}

// altered says that what a page carries is not what was put there.
func altered(path string, err error) error {
	return fmt.Errorf("the data that %s carries were changed or damaged after it was drawn (%w): get the page as it was, or its directory", path, err)
}
