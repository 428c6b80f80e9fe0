package cli

import (
	"errors"
	"fmt"
	"regexp"

	"github.com/spf13/cobra"
)

// flagNamed finds the flag in the library's sentence on a value it cannot read.
var flagNamed = regexp.MustCompile(`for "--([a-z-]+)" flag: `)

// wanted is what a flag of each type takes.
var wanted = map[string]string{
	"int":      "a whole number",
	"uint64":   "a whole number, 0 or more",
	"bool":     "true or false",
	"intSlice": "whole numbers with commas between, such as 5,10",
}

// plainFlag says in plain words which value a flag cannot take. Other errors stay
// as they are.
func plainFlag(cmd *cobra.Command, err error) error {
	var invalid interface{ GetValue() string }
	named := flagNamed.FindStringSubmatch(err.Error())
	if named == nil || !errors.As(err, &invalid) {
		return err
	}
	flag := cmd.Flags().Lookup(named[1])
	if flag == nil || wanted[flag.Value.Type()] == "" {
		return err
	}
	return fmt.Errorf("--%s %s: want %s", flag.Name, invalid.GetValue(), wanted[flag.Value.Type()])
}
