package peers;

import sim.engine.SimState;
import sim.engine.Steppable;

/** A seller with a book of customers: rules 5 and 6 of the small week. */
public class Seller implements Steppable {
    private static final long serialVersionUID = 1;
    static final int BOOK = 100;
    static final int CONTACTS = 20;

    double skill = 0.5;
    final Customer[] book = new Customer[BOOK];
    private int next;

    @Override
    public void step(SimState state) {
        Bank bank = (Bank) state;
        int sold = 0;
        for (int place = next; place < next + CONTACTS; place++) {
            if (book[place].saysYes(bank, skill)) {
                sold++;
            }
        }
        next = (next + CONTACTS) % BOOK;
        skill += 0.01 * sold * (1 - skill) - 0.02 * skill;
        bank.offers += CONTACTS;
        bank.accepted += sold;
    }
}
