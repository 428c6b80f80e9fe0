package reports

// part is a question that a reader of the page asks and the pictures that answer it.
type part struct {
	id, title, asks string
	painters        []painter
	command, deeper string // of the program that goes deeper, and what it answers; empty: none
	within          string // what is asked where that stands within the results
}

// parts of the page that have pictures, in the order in which a reader asks.
var parts = []part{
	{"how-much", "How much", "What moves, how far, and how sure is that?", []painter{differences}, "", "", ""},
	{"over-time", "Over time", "When does it begin, and does it last?", []painter{overTime}, "", "", ""},
	{"trade-off", "Trade-off", "What does it cost in conduct, and how far can luck alone move it?", []painter{profitRisk}, "", "", ""},
	{"why", "Why", "Where does the money come from and go to?", []painter{money}, "explain",
		"Which of the changes of the design does how much of it, one lever at a time and together?",
		"Which change of the design brings how much, and where does the money come from and go to?"},
	{"who", "Who", "Which customers and which sellers is it about?", []painter{products, whale, attainment, window, offences, nearMiss}, "twins",
		"The same customers and sellers lived in both, one beside the other: who gains, who loses, and when they part?",
		"Who gains and who loses, and which customers and which sellers is it about?"},
}
