package peers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs the small week and prints its one line. */
public final class Main {
    private static final int WARM_UP = 2_000; // customers of a world lived before the clock starts, for the compiler

    public static void main(String[] arguments) throws IOException {
        int customers = option(arguments, "--customers", 100_000);
        int weeks = option(arguments, "--weeks", 100);
        int seed = option(arguments, "--seed", 1);
        boolean inSequence = List.of(arguments).contains("--sequence");
        Bank rehearsal = new Bank(seed + 1, WARM_UP, inSequence);
        rehearsal.start();
        rehearsal.live(500);

        long born = System.nanoTime();
        Bank bank = new Bank(seed, customers, inSequence);
        bank.start();
        long start = System.nanoTime();
        long spent = cpu();
        bank.live(weeks);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = (cpu() - spent) / 1e9;
        System.out.printf(Locale.ROOT, "{\"framework\": \"%s\", \"version\": \"18\", \"language\": \"Java %s\", "
                + "\"threads\": 1, \"customers\": %d, \"weeks\": %d, \"seconds\": %f, \"cpu_seconds\": %f, "
                + "\"total_seconds\": %f, \"peak_bytes\": %d, \"outcomes\": %s}%n",
                inSequence ? "MASON, Sequence" : "MASON", System.getProperty("java.version"), customers, weeks, seconds, used,
                (System.nanoTime() - born) / 1e9, peak(), outcomes(bank));
    }

    private static int option(String[] arguments, String name, int otherwise) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return Integer.parseInt(arguments[i + 1]);
            }
        }
        return otherwise;
    }

    private static String outcomes(Bank bank) {
        int open = 0;
        double need = 0;
        double trust = 0;
        double needSpread = 0;
        double trustSpread = 0;
        double skill = 0;
        for (Customer c : bank.customers) {
            open += c.open ? 1 : 0;
            need += c.need;
            trust += c.trust;
            needSpread += (c.need - 0.5) * (c.need - 0.5);
            trustSpread += (c.trust - 0.5) * (c.trust - 0.5);
        }
        for (Seller s : bank.sellers) {
            skill += s.skill;
        }
        int n = bank.customers.length;
        return String.format(Locale.ROOT, "{\"customers\": %d, \"offers\": %d, \"accepted\": %d, \"arisen\": %d, "
                + "\"faded\": %d, \"helped\": %d, \"failed\": %d, \"left\": %d, \"open\": %d, \"need\": %.9f, "
                + "\"trust\": %.9f, \"skill\": %.9f, \"need_spread\": %.9f, \"trust_spread\": %.9f}",
                n, bank.offers, bank.accepted, bank.arisen, bank.faded, bank.helped, bank.failed, bank.left, open,
                need / n, trust / n, skill / bank.sellers.length, needSpread / n, trustSpread / n);
    }

    /** CPU time of this process so far, all threads [ns]. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Largest resident memory of this process so far [bytes], 0 where the system does not tell. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            }
        }
        return 0;
    }
}
