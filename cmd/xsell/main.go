// Command xsell simulates organisations that sell to their own customers and
// compares designs of structure, pay and control in the same luck.
package main

import (
	"context"
	"os"

	"xsell/cmd/internal/cli"
)

func main() {
	os.Exit(cli.Main(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
}
