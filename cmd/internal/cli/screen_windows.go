package cli

import (
	"os"
	"syscall"
)

// processesEscapes is ENABLE_VIRTUAL_TERMINAL_PROCESSING of the Windows console.
const processesEscapes = 0x4

var setConsoleMode = syscall.NewLazyDLL("kernel32.dll").NewProc("SetConsoleMode")

// understandsColour lets a Windows console read escapes for colour, and tells whether it does; consoles before Windows 10
// do not.
func understandsColour(f *os.File) bool {
	var mode uint32
	if syscall.GetConsoleMode(syscall.Handle(f.Fd()), &mode) != nil {
		return true // another kind of terminal, which reads them
	}
	if mode&processesEscapes != 0 {
		return true
	}
	done, _, _ := setConsoleMode.Call(f.Fd(), uintptr(mode|processesEscapes))
	return done != 0
}
