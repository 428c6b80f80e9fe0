package sim

import (
	"math"
	"slices"

	"xsell/agents/num"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// Firm is what markets share; it changes only between periods, in fixed order.
type Firm struct {
	World    draw.World
	Model    *Model
	Around   *Around // as the dated changes for all markets have left it
	Week     int32   // the first week not lived yet
	Public   float64 // national reputation, in [0, 1]
	Hidden   int64   // silent accounts opened since the last disclosure
	Bills    []bill
	Books    metric.Books // postings of the firm itself
	Markets  []*Market
	Opening  metric.Books  // stocks when measuring began, before any change dated that week
	Happened []int32       // by change: the week, or Never
	seen     *metric.Frame // of the last close
	Risk     []Hazard      // at every close of the measured time
	caught   []int64       // convictions in the closes of the last year, newest first
	since    int32         // first week of the period in which the oldest hidden account was opened

	auditing bool       // the rows are counted again at every close
	broken   []string   // what these audits found, as sentences
	watch    *Watch     // nil: nobody looks on
	rooms    []*scratch // by worker
	journey  *Journey   // what goes along
	begun    bool       // what fell due before the period that runs is carried out; markets may have lived it
}

// NewFirm builds all markets of a model in a world, on so many workers.
func NewFirm(model *Model, world draw.World, workers int) *Firm {
	f := bareFirm(model, world)
	f.Public, f.Week = model.Around.Reputation, -int32(model.Size.WarmUp)
	f.caught = make([]int64, (52+model.Size.Close-1)/model.Size.Close)
	f.Happened = slices.Repeat([]int32{Never}, len(model.Changes))
	rooms := f.roomsFor(workers)
	by(len(f.Markets), workers, func(worker, i int) { f.Markets[i] = build(model, world, i, rooms[worker]) })
	return f
}

// bareFirm is a firm whose markets are still to be made.
func bareFirm(model *Model, world draw.World) *Firm {
	return &Firm{World: world, Model: model, Around: &model.Around, Markets: make([]*Market, model.Size.Markets), journey: &Journey{}}
}

// eachMarket lets so many workers do something with every market, each in its own scratch.
func (f *Firm) eachMarket(workers int, do func(m *Market)) {
	rooms := f.roomsFor(workers)
	by(len(f.Markets), workers, func(worker, i int) {
		f.Markets[i].borrow(rooms[worker])
		do(f.Markets[i])
	})
}

// roomsFor returns scratch for each of so many workers.
func (f *Firm) roomsFor(workers int) []*scratch {
	for len(f.rooms) < max(workers, 1) {
		f.rooms = append(f.rooms, &scratch{})
	}
	return f.rooms
}

// close is the meeting of the firm after so many weeks: pay on the firm's count, controls that compare sellers,
// reputation, culture, disclosure and its bill, and new call lists.
func (f *Firm) close(weeks, workers int) {
	span := float64(weeks)
	f.poolFirm(span)
	mean, spread := f.unused()
	for _, m := range f.Markets {
		m.Usual, m.Spread = mean, spread
		m.watch(span)
		m.meetFirm(span)
	}
	f.remember(int32(weeks))
	f.mayDisclose(span)
	f.payBills()
	f.Public += float64(f.pull(span) * (f.Around.Reputation - f.Public))
	f.mine(workers)
	f.eachMarket(workers, func(m *Market) {
		m.Public = f.Public
		m.refreshLists()
		m.takeStock(weeks)
	})
}

// pull is the share of the way back to the long-run level gone in so many weeks.
func (f *Firm) pull(weeks float64) float64 {
	return 1 - num.Exp(-float64(f.Model.Mind.Public.Recover*weeks))
}

// meetFirm moves what is local: reputation by complaints, the habit of sharing, contracts.
func (m *Market) meetFirm(weeks float64) {
	public, o := &m.Model.Mind.Public, m.Model.Org
	rate := float64(m.Complaints) / float64(max(m.Books[metric.Customers], 1))
	m.Complaints = 0
	m.Local += float64((1 - num.Exp(-float64(public.Recover*weeks))) * (m.Model.Around.Reputation - m.Local))
	m.Local *= num.Exp(-float64(public.Say * rate))
	m.Culture += float64((1 - num.Pow(1-o.SharingPace, weeks)) * (o.Sharing - m.Culture))
	luck := m.stream(draw.ContractLost)
	for i, on := range m.Contracts {
		contract := &o.Contracts[i/m.slots()]
		lost, id := contract.Lost, draw.Nth(contract.Key, uint32(i%m.slots()), 0)
		if on && luck.Uniform(id) < 1-num.Exp(-float64(lost*weeks)) {
			m.Contracts[i] = false
		}
	}
}

// unused is mean and standard deviation over sellers of openings unused from the start since the last close.
func (f *Firm) unused() (mean, spread float64) {
	n, sum, squares := 0.0, 0.0, 0.0
	for _, m := range f.Markets {
		for s, seated := range m.Sellers.Seated {
			if x := float64(m.Sellers.Unused[s]); seated {
				n++
				sum += x
				squares += float64(x * x)
			}
		}
	}
	if n == 0 {
		return 0, 0
	}
	mean = sum / n
	return mean, math.Sqrt(max(squares/n-float64(mean*mean), 0))
}
