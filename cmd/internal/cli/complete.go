package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"xsell/scenarios"
)

// completeScenario offers the names of built-in scenarios; the shell adds files.
func completeScenario(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return names(begun), cobra.ShellCompDirectiveDefault
}

// completeScenarios offers names for every argument.
func completeScenarios(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return names(begun), cobra.ShellCompDirectiveDefault
}

// completeStart offers a built-in scenario, then files.
func completeStart(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	switch len(args) {
	case 0:
		return names(begun), cobra.ShellCompDirectiveNoFileComp
	case 1:
		return nil, cobra.ShellCompDirectiveDefault
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

// completeFile offers TOML files.
func completeFile(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return []cobra.Completion{"toml"}, cobra.ShellCompDirectiveFilterFileExt
}

// completeDirectory offers directories.
func completeDirectory(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveFilterDirs
}

func names(begun string) []cobra.Completion {
	var fitting []cobra.Completion
	for _, s := range scenarios.Library() {
		if strings.HasPrefix(s.Name, begun) {
			fitting = append(fitting, cobra.CompletionWithDesc(s.Name, s.Title))
		}
	}
	return fitting
}
