package sim

// Phase is one step of the week.
type Phase struct {
	Name string
	Does string // what happens in it, for the tracer and the documents
	Run  func(*Market)
}

// Week is the list of what happens, in order. Every phase stands in the file named in its comment.
var Week = []Phase{
	{"luck", "this week's shared draws are made", luck},                                // due.go
	{"join", "households join", join},                                                  // join.go
	{"want", "needs arise, life goes on", want},                                        // want.go
	{"lose", "needs fade or go to a competitor", lose},                                 // want.go
	{"seek", "customers bring their needs to the firm", seek},                          // seek.go
	{"ask", "customers ask for service", ask},                                          // ask.go
	{"age", "accounts are returned, lapse, sleep, default, are found or audited", age}, // aging.go
	{"leave", "customers leave", leave},                                                // leave.go
	{"drift", "trust, satisfaction, relationship and fatigue move", drift},             // drift.go
	{"staff", "free seats are filled, skill grows", staff},                             // staff.go
	{"plan", "sellers divide their hours", plan},                                       // plan.go
	{"serve", "sellers serve, and notice needs", serve},                                // serve.go
	{"advise", "sellers work their leads", advise},                                     // advise.go
	{"push", "sellers pitch down their call list", push},                               // push.go
	{"sign", "agreed sales are signed, pulled forward or held back", sign},             // sign.go
	{"tempt", "sellers open accounts nobody asked for", tempt},                         // tempt.go
	{"slip", "windows end: pay, targets, threats", slip},                               // post.go
	{"accrue", "margins, salaries and standing costs are booked", accrue},              // ledger.go
}

// Lanes of a household's shared draw. Most decide at once that nothing happens; the others are refined by a stream of
// their own purpose. Who is no customer joins by laneLeave.
const (
	laneNeed = iota
	laneLose
	laneAccounts
	laneAsk
	laneLeave
	laneStage
	laneHear
	lanes
)

// used are the bits in which draw.Passing tells of these lanes.
const used = 1<<(8*lanes) - 1

// secondDraw tells the id of a second draw for the same purpose from the first's.
const secondDraw = 1 << 40

// live runs one week.
func (m *Market) live() {
	for i := range Week {
		Week[i].Run(m)
	}
	m.Week++
}
