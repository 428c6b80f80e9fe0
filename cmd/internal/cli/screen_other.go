//go:build !windows

package cli

import "os"

// understandsColour tells whether a terminal reads escapes for colour: all do but old consoles of Windows.
func understandsColour(*os.File) bool { return true }
