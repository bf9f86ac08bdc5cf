package dev.drydock.cli;

import dev.drydock.kernel.Kernel;
import dev.drydock.kernel.Trace;
import dev.drydock.scenario.order.OrderDifference;
import dev.drydock.scenario.order.OrderResult;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Prints what depends on the order: what differs, between which seeds, and where their traces part. */
final class OrderPrinter {

    private static final int SHOWN = 8;

    private final Console console;

    OrderPrinter(Console console) {
        this.console = console;
    }

    void print(OrderResult result) {
        List<OrderDifference> differences = result.differences();
        Set<List<OrderDifference.Side>> partings = new HashSet<>();
        for (OrderDifference difference : differences.subList(0, Math.min(SHOWN, differences.size()))) {
            print(difference);
            boolean isNew = partings.add(List.of(bare(difference.one()), bare(difference.other())));
            if (isNew) {
                parting(difference);
            } else {
                console.print("      " + console.dim("the traces part as above"));
            }
        }
        if (differences.size() > SHOWN) {
            console.print("    (+" + (differences.size() - SHOWN) + " more that depend on the order)");
        }
    }

    void summary(List<OrderResult> results) {
        int orders = results.isEmpty() ? 0 : results.get(0).orders();
        long verdicts = results.stream().filter(OrderResult::changesVerdict).count();
        long objects = results.stream()
                .filter(result ->
                        !result.changesVerdict() && !result.differences().isEmpty())
                .count();
        console.print(orders + " orders: the verdict of " + verdicts + (verdicts == 1 ? " scenario" : " scenarios")
                + " depends on the order, and objects of " + objects + " more");
    }

    private void print(OrderDifference difference) {
        console.print("    " + console.yellow("depends on the order: ") + difference.subject()
                + (difference.isVerdict() ? "" : console.dim("   (step " + difference.step() + ")")));
        found(difference.one());
        found(difference.other());
    }

    private static OrderDifference.Side bare(OrderDifference.Side side) {
        return new OrderDifference.Side(side.seed(), "", side.parting());
    }

    private void parting(OrderDifference difference) {
        int shared = difference.shared();
        if (difference.one().parting().isEmpty() && difference.other().parting().isEmpty()) {
            console.print("      " + console.dim("the traces do not part"));
            return;
        }
        console.print(
                "      " + console.dim("the traces part after " + shared + (shared == 1 ? " entry" : " entries")));
        parting(difference.one());
        parting(difference.other());
    }

    private void found(OrderDifference.Side side) {
        String label = label(side);
        for (String line : side.found().stripTrailing().split("\n", -1)) {
            console.print("      " + label + line);
            label = " ".repeat(label.length());
        }
    }

    private void parting(OrderDifference.Side side) {
        String label = label(side);
        if (side.parting().isEmpty()) {
            console.print("      " + console.dim(label + "(ends)"));
        }
        for (Trace.Entry entry : side.parting()) {
            double after = Duration.between(Kernel.EPOCH, entry.at()).toMillis() / 1000.0;
            String text = entry.text().lines().findFirst().orElse("");
            console.print("      "
                    + console.dim(label + after + " s  " + entry.actor() + "  " + entry.subject() + ": " + text));
            label = " ".repeat(label.length());
        }
    }

    private static String label(OrderDifference.Side side) {
        return String.format("%-10s", "seed " + side.seed());
    }
}
