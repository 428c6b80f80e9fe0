package main
import "io"
func judge(out io.Writer, dir string) error { return nil }
