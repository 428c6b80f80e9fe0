package twins

// Kind is a kind of event at which two histories part.
type Kind uint8

// Kinds of events.
const (
	atStart Kind = iota
	movedIn
	joined
	needArose
	lifeWent
	heardOf
	needGone
	brought
	calledBack
	shown
	asked
	accountEnded
	found
	leftFirm
	served
	noticed
	referred
	met
	calledUp
	signed
	forged
	byFirm
	hours
	sold
	passedOn
	paid
	seatChanged
	silently
	kinds
)

// said is what a kind is called, and what a reader is told of it.
var said = [kinds]struct{ id, words string }{
	atStart:      {"start", "began with other products"},
	movedIn:      {"moved_in", "moved in at another date"},
	joined:       {"joined", "became a customer"},
	needArose:    {"need", "a need arose"},
	lifeWent:     {"life", "a stage of life began"},
	heardOf:      {"heard", "learned what else the firm sells"},
	needGone:     {"need_gone", "a need went away or to a competitor"},
	brought:      {"brought", "brought a need to a seller"},
	calledBack:   {"called_back", "gave up on the way and was called back"},
	shown:        {"shown", "a contract or the firm's data showed a need"},
	asked:        {"asked", "asked for service"},
	accountEnded: {"account_ended", "an account ended, or fell out of use or into it"},
	found:        {"found", "an account nobody asked for was found"},
	leftFirm:     {"left", "left the firm"},
	served:       {"served", "was served sooner"},
	noticed:      {"noticed", "a seller noticed a need"},
	referred:     {"referred", "a seller passed the customer on to another unit"},
	met:          {"met", "a meeting with a seller"},
	calledUp:     {"called", "a seller called unasked"},
	signed:       {"signed", "an account was signed"},
	forged:       {"forged", "an account was opened that nobody asked for"},
	byFirm:       {"firm", "the firm changed something"},
	hours:        {"hours", "divided the week otherwise"},
	sold:         {"sold", "sold an account"},
	passedOn:     {"passed_on", "passed a lead on"},
	paid:         {"paid", "variable pay"},
	seatChanged:  {"seat", "left, or was hired"},
	silently:     {"silently", "opened an account nobody asked for"},
}

// Sides on which an event happened.
const (
	first  = 0 // under the first design alone
	second = 1
	both   = 2 // under both, but not alike
)

// split is where the two histories of one person parted.
type split struct {
	week int32
	kind Kind
	side uint8
}

// never is the week of a split that did not happen.
const never = int32(-1 << 30)

// person is whom a split is of: seat and generation.
type person struct {
	seat int32
	gen  uint8
}
