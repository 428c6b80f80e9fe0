package cli

import (
	"slices"
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

// completeShown offers the names of scenarios and of overlays alone.
func completeShown(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	fitting, more := completeScenario(cmd, args, begun)
	if len(args) == 0 {
		fitting = append(fitting, starting(begun, "", scenarios.Overlays())...)
	}
	return fitting, more
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

// names offers scenarios, and behind a + the overlays that are not named yet.
func names(begun string) []cobra.Completion {
	at := strings.LastIndex(begun, "+")
	if at < 0 {
		return starting(begun, "", scenarios.Library())
	}
	named := strings.Split(begun[:at], "+")
	free := slices.DeleteFunc(scenarios.Overlays(), func(s scenarios.Entry) bool { return slices.Contains(named, s.Name) })
	return starting(begun[at+1:], begun[:at+1], free)
}

// starting offers the names that start as begun, each behind what stands before it.
func starting(begun, before string, among []scenarios.Entry) []cobra.Completion {
	var fitting []cobra.Completion
	for _, s := range among {
		if strings.HasPrefix(s.Name, begun) {
			fitting = append(fitting, cobra.CompletionWithDesc(before+s.Name, s.Title))
		}
	}
	return fitting
}
