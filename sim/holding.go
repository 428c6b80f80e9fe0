package sim

import "xsell/agents"

// Holding is one account, or none, in one word: state, flags, week of opening and seller.
type Holding uint32

const asleep Holding = 1 << 1 // not used

const (
	silent   Holding = 1 << (iota + 2) // opened without consent
	unneeded                           // sold without a need
	pulled                             // closed early for the seller's sake
	bearsFee                           // a silent account that came to bear a fee
	gapped                             // skill fell well short of complexity

	weekShift, sellerShift = 8, 20
	weekMask, sellerMask   = 1<<12 - 1, 1<<12 - 1
	weekZero               = 1040 // weeks before the start that an opening can be told apart
	noSeller               = sellerMask
)

// MaxSellers is how many seats a market may have.
const MaxSellers = noSeller

// opened returns a new holding. Weeks outside [-1040, 3055] are kept at the edge.
func opened(week int32, s agents.SellerID, flags Holding) Holding {
	w := Holding(min(max(week+weekZero, 0), weekMask))
	by := Holding(noSeller)
	if s != agents.Nobody {
		by = Holding(s)
	}
	return flags | w<<weekShift | by<<sellerShift
}

// Week of opening.
func (h Holding) Week() int32 { return int32(h>>weekShift&weekMask) - weekZero }

// Seller who opened it, or Nobody.
func (h Holding) Seller() agents.SellerID {
	if by := h >> sellerShift & sellerMask; by != noSeller {
		return agents.SellerID(by)
	}
	return agents.Nobody
}

// Is tells whether a flag is set.
func (h Holding) Is(flag Holding) bool { return h&flag != 0 }

// any is 1 if one of these flags is set and 0 if none is, without a branch: flags are bits 1 to 6.
func (h Holding) any(flags Holding) Holding { return (h&flags + accountFlags) >> 7 }
