package peers;

import sim.engine.SimState;

/** The small week with MASON: every agent on the schedule, customers before sellers in each week. */
public class Bank extends SimState {
    private static final long serialVersionUID = 1;

    final Customer[] customers;
    final Seller[] sellers;
    long offers;
    long accepted;
    long arisen;
    long faded;
    long helped;
    long failed;
    long left;

    Bank(long seed, int n) {
        super(seed);
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
                schedule.scheduleRepeating(customer, 0, 1);
            }
        }
        for (Seller seller : sellers) {
            schedule.scheduleRepeating(seller, 1, 1);
        }
    }

    /** Lives so many weeks. */
    void live(int weeks) {
        for (int week = 0; week < weeks; week++) {
            schedule.step(this);
        }
    }
}
