package peers;

import ec.util.MersenneTwisterFast;
import sim.engine.SimState;
import sim.engine.Steppable;

/** A customer, an agent of its own: rules 1 to 4 of the small week. */
public class Customer implements Steppable {
    private static final long serialVersionUID = 1;

    double need = 0.5;
    double trust = 0.5;
    boolean open;
    final Seller seller;

    Customer(Seller seller) {
        this.seller = seller;
    }

    @Override
    public void step(SimState state) {
        Bank bank = (Bank) state;
        MersenneTwisterFast luck = bank.random;
        need += 0.1 * (0.5 - need) + 0.05 * (2 * luck.nextDouble() - 1);
        trust += 0.05 * (0.5 - trust) + 0.02 * (2 * luck.nextDouble() - 1);
        want(bank, luck.nextDouble());
        if (luck.nextDouble() < 0.04) {
            serve(bank);
        }
        double chance = luck.nextDouble();
        if (chance < 0.01 && chance < 0.01 * Math.exp(-2 * trust)) {
            need = 0.5; // a newcomer takes the seat
            trust = 0.5;
            open = false;
            bank.left++;
        }
    }

    private void want(Bank bank, double chance) {
        if (open && chance < 0.05) {
            open = false;
            bank.faded++;
        } else if (!open && chance < 0.06 * need) {
            open = true;
            bank.arisen++;
        }
    }

    private void serve(Bank bank) {
        if (bank.random.nextDouble() < 0.5 + 0.5 * seller.skill) {
            trust += 0.1 * (1 - trust);
            bank.helped++;
        } else {
            trust *= 0.8;
            bank.failed++;
        }
    }

    /** The answer to an offer. */
    boolean saysYes(Bank bank, double skill) {
        double odds = -5 + 2 * trust + 2 * need + (open ? 1.5 : 0) + skill;
        if (bank.random.nextDouble() < 1 / (1 + Math.exp(-odds))) {
            trust += 0.1 * (1 - trust);
            open = false;
            return true;
        }
        trust *= 0.98;
        return false;
    }
}
