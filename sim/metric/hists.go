package metric

// Hist is one distribution that a run fills.
type Hist uint8

// The distributions. Counts are whole numbers; profits are in thousandths of a euro.
const (
	ReportedPerCustomer Hist = iota
	RealPerCustomer
	Attainment
	SalesByWindowWeek
	UndoneByWindowWeek
	OffencesByDistance
	WeeksByDistance
	ExitsByProducts
	WeeksByProducts
	ExitsByTenure
	WeeksByTenure
	ExitsByArm
	WeeksByArm
	PlainByProducts
	PlainProfitByProducts
	TraitByProducts
	TraitProfitByProducts
	NewByTenure
	NewProfitByTenure
	OpenedByFit
	UndoneByFit
	CheatsByDistance
	PitchesByDepth
	YesByDepth
	PitchesByContact
	YesByContact
	LosersByProducts
	LossByProducts
	SalesByTenure
	CheatsAtEnd
	WeeksAtEnd
	ListedByPlace
	NeedsByPlace
	hists
)

// Shape describes a distribution: bins of equal width from Low; the last bin is open.
type Shape struct {
	ID, Title, XTitle, XUnit, YTitle, Definition string
	Low, Width                                   float64
	Bins                                         int
}

// Shapes by Hist. Their order is the order of distributions.csv.
var Shapes = [hists]Shape{
	ReportedPerCustomer:   {"products_reported_per_customer", "Products per customer as reported", "products", "", "customers", "customers at the end by accounts on the books, used or not, asked for or not", 0, 1, 16},
	RealPerCustomer:       {"products_real_per_customer", "Products per customer in real use", "products", "", "customers", "customers at the end by accounts they asked for and use", 0, 1, 16},
	Attainment:            {"attainment", "Goal attainment", "share of the goal", "", "seller windows", "windows of all sellers with a goal by final count over quota", 0, 0.05, 61},
	SalesByWindowWeek:     {"sales_by_window_week", "Sales within the pay window", "week of the window", "", "openings", "openings with or without consent by week of the unit's first goal or pay window", 0, 1, 52},
	UndoneByWindowWeek:    {"undone_by_window_week", "Sales undone, by week of the window they were made in", "week of the window", "", "openings", "openings undone within a year (returned, cancelled, defaulted, or closed by the firm as nobody had asked for them) while their seller was still here, by the week of the window in which they were opened", 0, 1, 52},
	OffencesByDistance:    {"offences_by_distance", "Silent openings by distance to the goal", "accounts short of the line", "", "openings", "accounts opened without consent by how many accounts were missing, before the first of them, to the nearest goal, pay or firing line; 0: all reached", 0, 1, 31},
	WeeksByDistance:       {"weeks_by_distance", "Seller weeks by distance to the goal", "accounts short of the line", "", "seller weeks", "weeks worked by how many accounts were missing to the nearest goal, pay or firing line; 0: all reached", 0, 1, 31},
	ExitsByProducts:       {"exits_by_products", "Leavers by products in use", "products", "", "customers", "customers who left, by products in real use when they left", 0, 1, 8},
	WeeksByProducts:       {"weeks_by_products", "Customer weeks by products in use", "products", "", "customer weeks", "weeks under risk of leaving by products in real use", 0, 1, 8},
	ExitsByTenure:         {"exits_by_tenure", "Leavers by tenure", "quarters of a year since joining", "", "customers", "customers who left by tenure", 0, 1, 21},
	WeeksByTenure:         {"weeks_by_tenure", "Customer weeks by tenure", "quarters of a year since joining", "", "customer weeks", "weeks under risk of leaving by tenure", 0, 1, 21},
	ExitsByArm:            {"exits_by_arm", "Leavers by arm of the experiment", "0 none, 1 untreated, 2 treated", "", "customers", "customers who left by arm of the gift experiment", 0, 1, 3},
	WeeksByArm:            {"weeks_by_arm", "Customer weeks by arm of the experiment", "0 none, 1 untreated, 2 treated", "", "customer weeks", "weeks under risk of leaving by arm", 0, 1, 3},
	PlainByProducts:       {"customers_plain_by_products", "Customers without a problem trait", "products in use", "", "customers", "customers at the end without any of the four traits", 0, 1, 8},
	PlainProfitByProducts: {"profit_plain_by_products", "Profit of customers without a problem trait", "products in use", "", "thousandths of EUR", "summed profit since measuring began of customers without any of the four traits", 0, 1, 8},
	TraitByProducts:       {"customers_trait_by_products", "Customers with a problem trait", "products in use", "", "customers", "customers at the end with at least one of the four traits", 0, 1, 8},
	TraitProfitByProducts: {"profit_trait_by_products", "Profit of customers with a problem trait", "products in use", "", "thousandths of EUR", "summed profit since measuring began of customers with at least one of the four traits", 0, 1, 8},
	NewByTenure:           {"new_customers_by_tenure", "Customers won in the measured years, by tenure at the end", "quarters of a year since joining", "", "customers", "customers at the end who joined in the measured years, by tenure", 0, 1, 21},
	NewProfitByTenure:     {"new_profit_by_tenure", "Profit of customers won in the measured years, by tenure at the end", "quarters of a year since joining", "", "thousandths of EUR", "summed profit of these customers since joining, acquisition included, before sellers' pay; where its mean crosses zero the customer has paid back", 0, 1, 21},
	OpenedByFit:           {"opened_by_fit", "Openings by fit", "0 needed, 1 not needed, 2 not asked for; 3 to 5 the same of loans and insurance", "", "openings", "accounts opened in the measured time, at least a year before its end, by whether the customer needed them; first those that can lie unused, then those that are paid for or end, such as loans and insurance", 0, 1, 6},
	UndoneByFit:           {"undone_first_year_by_fit", "Openings undone in their first year, by fit", "0 needed, 1 not needed, 2 not asked for; 3 to 5 the same of loans and insurance", "", "openings", "of these, returned, cancelled, in default, or closed by the firm as nobody had asked for them, within 52 weeks", 0, 1, 6},
	CheatsByDistance:      {"cheats_by_distance", "Seller weeks with silent openings, by distance to the goal", "accounts short of the line", "", "seller weeks", "weeks in which a seller opened accounts without consent, however many, by how many were missing before to the nearest goal, pay or firing line; 0: all reached", 0, 1, 31},
	PitchesByDepth:        {"pitches_by_depth", "Pitches by depth of the call list", "tens of names from the top of the list", "", "pitches", "unasked offers by how far down the seller's call list the customer stands; 0: the ten best names", 0, 1, 20},
	YesByDepth:            {"yes_by_depth", "Pitches that ended in a yes, by depth of the call list", "tens of names from the top of the list", "", "pitches", "of these, those that ended in a yes", 0, 1, 20},
	PitchesByContact:      {"pitches_by_contact", "Pitches by earlier contacts", "earlier pitches since the last close", "", "pitches", "unasked offers by how often the customer was pitched to before, by anybody, since call lists were last made", 0, 1, 6},
	YesByContact:          {"yes_by_contact", "Pitches that ended in a yes, by earlier contacts", "earlier pitches since the last close", "", "pitches", "of these, those that ended in a yes", 0, 1, 6},
	LosersByProducts:      {"loss_makers_by_products", "Customers with a loss, by products in use", "products in use", "", "customers", "customers at the end whose summed profit since measuring began is below zero", 0, 1, 8},
	LossByProducts:        {"loss_by_products", "Losses of these customers, by products in use", "products in use", "", "thousandths of EUR", "summed losses since measuring began of customers whose profit is below zero, as a positive number", 0, 1, 8},
	SalesByTenure:         {"sales_by_tenure", "Sales by tenure", "quarters of a year since joining", "", "openings", "accounts sold with consent after joining, by the customer's tenure", 0, 1, 21},
	CheatsAtEnd:           {"cheats_at_end", "Last weeks with silent openings, by distance to the goal", "accounts short of the line", "", "seller weeks", "of the seller weeks with silent openings, those that were the last of the window of the nearest line", 0, 1, 31},
	WeeksAtEnd:            {"weeks_at_end", "Last weeks of windows, by distance to the goal", "accounts short of the line", "", "seller weeks", "of the seller weeks by distance, those that were the last of the window of the nearest line; 0: all reached, whatever the week", 0, 1, 31},
	ListedByPlace:         {"listed_by_place", "Names by place on the call list", "twentieths of the list from its top", "", "names", "names on all call lists made at a close, by their place on the list", 0, 1, 20},
	NeedsByPlace:          {"needs_by_place", "Names with a need by place on the call list", "twentieths of the list from its top", "", "names", "of these, customers with an open need for something the seller may sell", 0, 1, 20},
}

// offsets of each distribution in Hists.
var offsets = func() (at [hists + 1]int) {
	for h := range Shapes {
		at[h+1] = at[h] + Shapes[h].Bins
	}
	return at
}()

const histRoom = 768

// Hists holds the bins of all distributions.
type Hists [histRoom]int64

// Add n to the bin of whole or scaled value x ≥ 0; beyond the last bin it goes into the last.
func (h *Hists) Add(which Hist, x float64, n int64) {
	s := &Shapes[which]
	h.Count(which, int((x-s.Low)/s.Width+1e-9), n)
}

// Count adds n to a bin by its number, from 0; beyond the last bin it goes into the last.
func (h *Hists) Count(which Hist, bin int, n int64) {
	h[offsets[which]+min(max(bin, 0), Shapes[which].Bins-1)] += n
}

// Bins returns the counts of one distribution.
func (h *Hists) Bins(which Hist) []int64 { return h[offsets[which]:offsets[which+1]] }

// Merge adds other's bins.
func (h *Hists) Merge(other *Hists) {
	for i := range h {
		h[i] += other[i]
	}
}
