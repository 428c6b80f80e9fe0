package peers;

import sim.engine.Sequence;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * The small week with MASON, customers before sellers in each week: every agent on the schedule, or all of a kind in a
 * Sequence that is.
 */
public class Bank extends SimState {
    private static final long serialVersionUID = 1;

    final Customer[] customers;
    final Seller[] sellers;
    private final boolean inSequence;
    long offers;
    long accepted;
    long arisen;
    long faded;
    long helped;
    long failed;
    long left;

    Bank(long seed, int n, boolean inSequence) {
        super(seed);
        this.inSequence = inSequence;
        customers = new Customer[n];
        sellers = new Seller[n / Seller.BOOK];
    }

    @Override
    public void start() {
        super.start();
        for (int s = 0; s < sellers.length; s++) {
            sellers[s] = new Seller();
            for (int place = 0; place < Seller.BOOK; place++) {
                Customer customer = new Customer(sellers[s]);
                customers[s * Seller.BOOK + place] = customer;
                sellers[s].book[place] = customer;
            }
        }
        repeat(customers, 0);
        repeat(sellers, 1);
    }

    /** Puts agents on the schedule of every week, in this order among those of the week. */
    private void repeat(Steppable[] agents, int order) {
        if (inSequence) {
            schedule.scheduleRepeating(new Sequence(agents), order, 1);
            return;
        }
        for (Steppable agent : agents) {
            schedule.scheduleRepeating(agent, order, 1);
        }
    }

    /** Lives so many weeks. */
    void live(int weeks) {
        for (int week = 0; week < weeks; week++) {
            schedule.step(this);
        }
    }
}
