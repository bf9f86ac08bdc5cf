package dev.drydock.flux.helm;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An action of Helm on its way. Immutable, so that a world with actions under way can be copied.
 *
 * @param action what it does
 * @param name name of the release
 * @param timeout how long it waits at most, each time it waits
 * @param release the revision that it works on
 * @param original the revision that was there before, for an upgrade or a rollback
 * @param originals the objects of the original revision, and those that are taken over
 * @param targets the objects of the release
 * @param created objects that were created
 * @param errors errors that did not end it
 * @param steps what is left to do
 * @param since when the first of these steps began
 * @param serverSide whether objects are applied by the server
 * @param observed the revisions that were written to the storage, as last written
 * @param log the last lines that Helm logged
 * @param unmapped kinds that the client of the waits does not know, as {@code Widget.example.com}
 * @param error why it failed, null while it did not
 */
record Operation(
        Action action,
        String name,
        Duration timeout,
        Release release,
        @Nullable Release original,
        List<Resource> originals,
        List<Resource> targets,
        List<Resource> created,
        List<String> errors,
        List<Step> steps,
        Instant since,
        boolean serverSide,
        Map<Integer, Release> observed,
        List<HelmLog.Line> log,
        Set<String> unmapped,
        @Nullable String error) {

    /** What Helm can do with a release. */
    enum Action {
        INSTALL,
        UPGRADE,
        ROLLBACK,
        UNINSTALL,
        TEST
    }

    Operation {
        originals = List.copyOf(originals);
        targets = List.copyOf(targets);
        created = List.copyOf(created);
        errors = List.copyOf(errors);
        steps = List.copyOf(steps);
        observed = ImmutableSortedMap.copyOf(observed);
        log = List.copyOf(log);
        unmapped = ImmutableSortedSet.copyOf(unmapped);
    }

    static Operation of(Action action, String name, Duration timeout, List<Step> steps, Instant now) {
        Release none = new Release(dev.drydock.yaml.MapNode.EMPTY);
        return new Operation(
                action, name, timeout, none, null, List.of(), List.of(), List.of(), List.of(), steps, now, true,
                Map.of(), List.of(), Set.of(), null);
    }

    /** Whether the new revision, or the changed one, stands in the storage. */
    boolean hasStored() {
        return !observed.isEmpty();
    }

    boolean isDone() {
        return steps.isEmpty();
    }

    Operation with(Release changed) {
        return changed(next -> next.release = changed);
    }

    Operation withLog(List<HelmLog.Line> lines) {
        return changed(next -> next.log = lines);
    }

    Operation withOriginal(Release previous) {
        return changed(next -> next.original = previous);
    }

    Operation withObjects(List<Resource> before, List<Resource> after) {
        return changed(next -> {
            next.originals = before;
            next.targets = after;
        });
    }

    Operation withCreated(List<Resource> more) {
        return changed(next -> next.created = more);
    }

    Operation withUnmapped(Set<String> groupKinds) {
        return changed(next -> next.unmapped = groupKinds);
    }

    Operation withServerSide(boolean applies) {
        return changed(next -> next.serverSide = applies);
    }

    Operation withError(String collected) {
        List<String> more = new ArrayList<>(errors);
        more.add(collected);
        return changed(next -> next.errors = more);
    }

    Operation failed(String cause) {
        return changed(next -> {
            next.steps = List.of();
            next.error = cause;
        });
    }

    /** The operation after its first step, with others before the rest. */
    Operation next(List<? extends Step> more, Instant now) {
        List<Step> rest = new ArrayList<>(more);
        rest.addAll(steps.subList(1, steps.size()));
        return in(rest, now);
    }

    Operation in(List<? extends Step> left, Instant now) {
        return changed(next -> {
            next.steps = List.copyOf(left);
            next.since = now;
        });
    }

    Operation observing(Release written) {
        Map<Integer, Release> more = new TreeMap<>(observed);
        more.put(written.version(), written);
        return changed(next -> next.observed = more);
    }

    private Operation changed(Consumer<Draft> change) {
        Draft next = new Draft(this);
        change.accept(next);
        return new Operation(
                action,
                name,
                timeout,
                next.release,
                next.original,
                next.originals,
                next.targets,
                next.created,
                next.errors,
                next.steps,
                next.since,
                next.serverSide,
                next.observed,
                next.log,
                next.unmapped,
                next.error);
    }

    /** What the next operation will have, while it is put together. */
    private static final class Draft {
        private Release release;
        private @Nullable Release original;
        private List<Resource> originals;
        private List<Resource> targets;
        private List<Resource> created;
        private List<String> errors;
        private List<Step> steps;
        private Instant since;
        private boolean serverSide;
        private Map<Integer, Release> observed;
        private List<HelmLog.Line> log;
        private Set<String> unmapped;
        private @Nullable String error;

        private Draft(Operation from) {
            release = from.release;
            original = from.original;
            originals = from.originals;
            targets = from.targets;
            created = from.created;
            errors = from.errors;
            steps = from.steps;
            since = from.since;
            serverSide = from.serverSide;
            observed = from.observed;
            log = from.log;
            unmapped = from.unmapped;
            error = from.error;
        }
    }
}
