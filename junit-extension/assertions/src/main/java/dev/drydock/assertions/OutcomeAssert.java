package dev.drydock.assertions;

import dev.drydock.scenario.OutcomeKind;
import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.InventoryEntry;
import dev.drydock.scenario.run.Outcome;
import dev.drydock.scenario.testing.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/** Assertions about the predicted outcome of one object. Failures show the reasons and what would change them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {

    private final Cluster cluster;
    private final String target;

    OutcomeAssert(Cluster cluster, String target) {
        super(cluster.outcome(target), OutcomeAssert.class);
        this.cluster = cluster;
        this.target = target;
    }

    /** Verifies that it is stored, and Ready=True when a controller reconciles it. */
    public OutcomeAssert isAccepted() {
        return is(OutcomeKind.ACCEPTED);
    }

    /** Verifies that it was refused by a rule and is not retried. */
    public OutcomeAssert isBlocked() {
        return is(OutcomeKind.BLOCKED);
    }

    /** Verifies that it is Ready=False and every retry ends the same way. */
    public OutcomeAssert isStuck() {
        return is(OutcomeKind.STUCK);
    }

    /** Verifies that work on it is still due. */
    public OutcomeAssert isProgressing() {
        return is(OutcomeKind.PROGRESSING);
    }

    /** Verifies that it is suspended. */
    public OutcomeAssert isSuspended() {
        return is(OutcomeKind.SUSPENDED);
    }

    /**
     * Verifies that no such object exists and nobody tried to make it.
     *
     * @throws IllegalArgumentException when nothing served its kind at any time; names the nearest
     */
    public OutcomeAssert isAbsent() {
        cluster.checkServed(target);
        if (actual.kind() != null) {
            fail("does not exist", List.of());
        }
        return this;
    }

    private OutcomeAssert is(OutcomeKind expected) {
        if (actual.kind() != expected) {
            fail(expected.toString(), List.of());
        }
        return this;
    }

    /** Verifies the reason of the Ready condition, or of the refusal. */
    public OutcomeAssert hasReason(String reason) {
        if (!actual.reason().equals(reason)) {
            fail("reason " + reason, List.of());
        }
        return this;
    }

    /** Verifies the whole message of the Ready condition, or of the refusal. */
    public OutcomeAssert hasMessage(String message) {
        if (!actual.message().equals(message)) {
            fail("message " + message, List.of());
        }
        return this;
    }

    /** Verifies that the message contains a text. */
    public OutcomeAssert messageContains(String text) {
        if (!actual.message().contains(text)) {
            fail("message contains \"" + text + "\"", List.of());
        }
        return this;
    }

    /** Verifies that a regular expression matches the whole message. */
    public OutcomeAssert messageMatches(String expression) {
        if (!Pattern.compile(expression, Pattern.DOTALL)
                .matcher(actual.message())
                .matches()) {
            fail("message matches /" + expression + "/", List.of());
        }
        return this;
    }

    /** Verifies that the applied or stored revision contains a text. */
    public OutcomeAssert hasRevision(String text) {
        if (!actual.revision().contains(text)) {
            fail("revision contains \"" + text + "\"", List.of(new Finding.Line("revision", actual.revision())));
        }
        return this;
    }

    /**
     * Verifies that the inventory has these entries, in any order: {@code namespace_name_group_Kind}, with or without
     * {@code @version}, or {@code Kind.group/namespace/name}.
     */
    public OutcomeAssert inventoryContains(String... ids) {
        return inventory("contains", List.of(ids), false);
    }

    /** Verifies that the inventory has exactly these entries, in any order, spelled as for {@link #inventoryContains}. */
    public OutcomeAssert inventoryIs(String... ids) {
        return inventory("is", List.of(ids), true);
    }

    private OutcomeAssert inventory(String verb, List<String> wanted, boolean exactly) {
        List<String> found = cluster.object(target).map(InventoryEntry::of).orElse(List.of());
        List<String> missing = wanted.stream()
                .filter(entry -> found.stream().noneMatch(id -> InventoryEntry.names(entry, id)))
                .toList();
        List<String> unwanted = exactly
                ? found.stream()
                        .filter(id -> wanted.stream().noneMatch(entry -> InventoryEntry.names(entry, id)))
                        .toList()
                : List.of();
        if (!missing.isEmpty() || !unwanted.isEmpty()) {
            List<Finding.Line> lines = new ArrayList<>();
            lines.add(new Finding.Line("inventory", found.isEmpty() ? "nothing" : String.join("\n", found)));
            add("missing", missing, lines);
            add("too many", unwanted, lines);
            fail("inventory " + verb + " " + String.join(", ", wanted), lines);
        }
        return this;
    }

    private static void add(String label, List<String> entries, List<Finding.Line> lines) {
        if (!entries.isEmpty()) {
            lines.add(new Finding.Line(label, String.join("\n", entries)));
        }
    }

    /** Verifies that the reasons which led to the outcome contain a text. */
    public OutcomeAssert becauseContains(String text) {
        String reasons = actual.because().stream().map(Finding.Line::text).reduce("", (a, b) -> a + b + "\n");
        if (!reasons.contains(text)) {
            fail("because contains \"" + text + "\"", List.of());
        }
        return this;
    }

    private void fail(String expected, List<Finding.Line> more) {
        FailureText text = FailureText.of("outcome of " + target)
                .line("expected", expected)
                .line("found", actual.describe());
        more.forEach(line -> text.line(line.label(), line.text()));
        actual.because().forEach(line -> text.line(line.label(), line.text()));
        boolean missing = actual.kind() == null;
        if (missing) {
            cluster.nearest(target).ifPresent(near -> text.line("nearest", near));
        }
        text.line(
                "next",
                missing
                        ? "cluster.causedLabels() names what is there"
                        : "cluster.object(\"" + target + "\") shows the whole object"
                                + (actual.kind() == OutcomeKind.PROGRESSING
                                        ? "; cluster.settle() lets it come to rest"
                                        : ""));
        failWithMessage("%s", text.text());
    }
}
