package dev.drydock.flux.helm;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    }

    static Operation of(Action action, String name, Duration timeout, List<Step> steps, Instant now) {
        Release none = new Release(dev.drydock.yaml.MapNode.EMPTY);
        return new Operation(
                action, name, timeout, none, null, List.of(), List.of(), List.of(), List.of(), steps, now, true,
                Map.of(), List.of(), null);
    }

    /** Whether the new revision, or the changed one, stands in the storage. */
    boolean hasStored() {
        return !observed.isEmpty();
    }

    boolean isDone() {
        return steps.isEmpty();
    }

    Operation with(Release changed) {
        return copy(changed, original, originals, targets, created, errors, steps, since, serverSide, observed, error);
    }

    Operation withLog(List<HelmLog.Line> lines) {
        return new Operation(
                action,
                name,
                timeout,
                release,
                original,
                originals,
                targets,
                created,
                errors,
                steps,
                since,
                serverSide,
                observed,
                lines,
                error);
    }

    Operation withOriginal(Release previous) {
        return copy(release, previous, originals, targets, created, errors, steps, since, serverSide, observed, error);
    }

    Operation withObjects(List<Resource> before, List<Resource> after) {
        return copy(release, original, before, after, created, errors, steps, since, serverSide, observed, error);
    }

    Operation withCreated(List<Resource> more) {
        return copy(release, original, originals, targets, more, errors, steps, since, serverSide, observed, error);
    }

    Operation withServerSide(boolean applies) {
        return copy(release, original, originals, targets, created, errors, steps, since, applies, observed, error);
    }

    Operation withError(String collected) {
        List<String> more = new ArrayList<>(errors);
        more.add(collected);
        return copy(release, original, originals, targets, created, more, steps, since, serverSide, observed, error);
    }

    Operation failed(String cause) {
        return copy(
                release, original, originals, targets, created, errors, List.of(), since, serverSide, observed, cause);
    }

    /** The operation after its first step, with others before the rest. */
    Operation next(List<? extends Step> more, Instant now) {
        List<Step> rest = new ArrayList<>(more);
        rest.addAll(steps.subList(1, steps.size()));
        return in(rest, now);
    }

    Operation in(List<? extends Step> left, Instant now) {
        return copy(
                release,
                original,
                originals,
                targets,
                created,
                errors,
                List.copyOf(left),
                now,
                serverSide,
                observed,
                error);
    }

    Operation observing(Release written) {
        ImmutableSortedMap.Builder<Integer, Release> more = ImmutableSortedMap.naturalOrder();
        observed.forEach((version, known) -> {
            if (version != written.version()) {
                more.put(version, known);
            }
        });
        more.put(written.version(), written);
        return copy(
                release,
                original,
                originals,
                targets,
                created,
                errors,
                steps,
                since,
                serverSide,
                more.buildOrThrow(),
                error);
    }

    private Operation copy(
            Release changed,
            @Nullable Release previous,
            List<Resource> before,
            List<Resource> after,
            List<Resource> added,
            List<String> collected,
            List<Step> left,
            Instant begun,
            boolean applies,
            Map<Integer, Release> written,
            @Nullable String cause) {
        return new Operation(
                action, name, timeout, changed, previous, before, after, added, collected, left, begun, applies,
                written, log, cause);
    }
}
