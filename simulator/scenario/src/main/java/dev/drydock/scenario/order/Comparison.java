package dev.drydock.scenario.order;

import dev.drydock.kernel.Trace;
import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.OperationResult;
import dev.drydock.scenario.run.StepResult;
import dev.drydock.scenario.run.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two runs of a scenario, step by step. */
final class Comparison {

    private static final int SHOWN = 4;

    private final Recording one;
    private final Recording other;
    private final long seed;
    private final List<OrderDifference> differences = new ArrayList<>();

    /** A comparison of a run in the default order with one of another seed. */
    Comparison(Recording one, Recording other, long seed) {
        this.one = one;
        this.other = other;
        this.seed = seed;
    }

    /** What differs, in the order of steps; an object may come several times. */
    List<OrderDifference> differences() {
        for (int step = 0; step < one.steps().size(); step++) {
            Recording.At mine = one.steps().get(step);
            Recording.At its = other.steps().get(step);
            verdicts(step, mine.result(), its.result());
            Set<String> labels = new LinkedHashSet<>(mine.objects().keySet());
            labels.addAll(its.objects().keySet());
            for (String label : labels) {
                object(step, label, mine.objects().get(label), its.objects().get(label));
            }
        }
        return differences;
    }

    private void verdicts(int step, StepResult mine, StepResult its) {
        for (int i = 0; i < mine.operations().size(); i++) {
            OperationResult a = mine.operations().get(i);
            OperationResult b = its.operations().get(i);
            if (a.verdict() != b.verdict()) {
                String name = "operation " + (i + 1) + ", " + a.operation().name();
                add(true, step, name, describe(a.verdict(), a.findings()), describe(b.verdict(), b.findings()));
            }
        }
        for (int i = 0; i < mine.checks().size(); i++) {
            Finding a = mine.checks().get(i);
            Finding b = its.checks().get(i);
            if (a.verdict() != b.verdict()) {
                String name = "check " + (i + 1) + ", " + a.title();
                add(true, step, name, describe(a.verdict(), List.of(a)), describe(b.verdict(), List.of(b)));
            }
        }
    }

    private static String describe(Verdict verdict, List<Finding> findings) {
        StringBuilder text = new StringBuilder(verdict.toString());
        for (Finding finding : findings) {
            finding.lines().stream()
                    .filter(line -> line.label().equals("found"))
                    .forEach(line -> text.append('\n').append(line.text().strip()));
        }
        return text.toString();
    }

    /** Of an object only the first aspect counts that differs: the later ones follow from it, mostly. */
    private void object(int step, String label, @Nullable Map<String, String> mine, @Nullable Map<String, String> its) {
        if (mine == null || its == null) {
            add(false, step, label, presence(mine), presence(its));
            return;
        }
        Set<String> aspects = new LinkedHashSet<>(mine.keySet());
        aspects.addAll(its.keySet());
        for (String aspect : aspects) {
            String a = mine.getOrDefault(aspect, "nothing");
            String b = its.getOrDefault(aspect, "nothing");
            if (!a.equals(b)) {
                add(false, step, aspect + " of " + label, a, b);
                return;
            }
        }
    }

    private static String presence(@Nullable Map<String, String> aspects) {
        return aspects == null ? "no such object" : "exists";
    }

    private void add(boolean isVerdict, int step, String what, String mine, String its) {
        List<Trace.Entry> a = one.until(step);
        List<Trace.Entry> b = other.until(step);
        int shared = Parting.of(a, b);
        String subject = isVerdict ? "step " + (step + 1) + ", " + what : what;
        differences.add(new OrderDifference(
                isVerdict,
                step + 1,
                subject,
                new OrderDifference.Side(0, mine, from(a, shared)),
                new OrderDifference.Side(seed, its, from(b, shared)),
                shared));
    }

    private static List<Trace.Entry> from(List<Trace.Entry> entries, int index) {
        return entries.subList(index, Math.min(entries.size(), index + SHOWN));
    }
}
