package dev.drydock.flux.helm;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does the steps of an action until one has to wait (helm pkg/action). */
final class OperationRunner {

    private final ReleaseTools tools;
    private final Preparation preparation;

    /** A runner; the chart and its values are needed by installs and upgrades alone. */
    OperationRunner(ReleaseTools tools, Preparation preparation) {
        this.tools = tools;
        this.preparation = preparation;
    }

    /** Does what can be done now: the result is done, has failed, or waits at its first step. */
    Operation advance(Operation begun) {
        Operation operation = begun;
        while (!operation.isDone()) {
            Operation after;
            try {
                after = step(operation);
            } catch (HelmFailure e) {
                after = fail(operation, e.words());
            }
            if (after.equals(operation)) {
                return operation;
            }
            operation = after;
        }
        return operation;
    }

    /** How long a waiting operation waits until the next look. */
    static Duration poll(Operation operation) {
        return Duration.ofSeconds(operation.steps().get(0) instanceof Step.WaitGone ? 2 : 5);
    }

    private Instant now() {
        return tools.kernel().now();
    }

    private Operation step(Operation operation) {
        Step step = operation.steps().get(0);
        if (step instanceof Step.ApplyDefinitions) {
            return preparation.applyDefinitions(operation);
        } else if (step instanceof Step.Prepare) {
            return preparation.prepare(operation);
        } else if (step instanceof Step.DeleteHook delete) {
            return deleteHook(operation, delete);
        } else if (step instanceof Step.CreateHook create) {
            return createHook(operation, create);
        } else if (step instanceof Step.WatchHook watch) {
            return watchHook(operation, watch);
        } else if (step instanceof Step.Apply) {
            return apply(operation);
        } else if (step instanceof Step.WaitReady wait) {
            return waitReady(operation, wait);
        } else if (step instanceof Step.WaitGone wait) {
            return waitGone(operation, wait);
        } else if (step instanceof Step.Delete) {
            return delete(operation);
        } else if (step instanceof Step.Fail fail) {
            throw new HelmFailure(fail.error());
        }
        return finish(operation);
    }

    /** The name of the action in the spec. */
    private static String section(Operation operation) {
        return operation.action().name().toLowerCase(Locale.ROOT);
    }

    private Operation deleteHook(Operation operation, Step.DeleteHook step) {
        try {
            List<Resource> resources;
            try {
                resources = tools.manifests().build(step.hook().manifest(), false);
            } catch (HelmFailure e) {
                throw e.after("unable to build kubernetes object for deleting hook "
                        + step.hook().path() + ": ");
            }
            List<String> errors = tools.objects().delete(resources, "Background");
            if (!errors.isEmpty()) {
                throw new HelmFailure(String.join("; ", errors));
            }
            return operation.next(List.of(new Step.WaitGone(resources, step.prefix(), step.isLenient())), now());
        } catch (HelmFailure e) {
            if (step.isLenient()) {
                return operation.next(List.of(), now());
            }
            throw e.after(step.prefix());
        }
    }

    private Operation createHook(Operation operation, Step.CreateHook step) {
        Hook hook = step.hook();
        List<Resource> resources;
        try {
            resources = tools.manifests().build(hook.manifest(), true);
        } catch (HelmFailure e) {
            throw e.after(step.prefix() + "unable to build kubernetes object for " + step.event() + " hook "
                    + hook.path() + ": ");
        }
        Operation running = operation.with(operation.release().with(hook.ran(now(), null, "Running")));
        running = record(running, running.release());
        try {
            tools.objects().create(resources, operation.serverSide(), false);
        } catch (HelmFailure e) {
            Operation failed = running.with(running.release().with(hook.ran(now(), now(), "Failed")));
            String error =
                    step.prefix() + "warning: Hook " + step.event() + " " + hook.path() + " failed: " + e.words();
            return failed.in(List.of(new Step.Fail(error)), now());
        }
        return running.next(List.of(), now());
    }

    private Operation watchHook(Operation operation, Step.WatchHook step) {
        Hook hook = step.hook();
        List<Resource> resources = tools.manifests().build(hook.manifest(), false);
        Optional<String> verdict = tools.waits(operation).ended(resources, operation.since(), operation.timeout());
        if (verdict.isEmpty()) {
            return operation;
        }
        boolean succeeded = verdict.get().isEmpty();
        Hook ran = hook.ran(operation.since(), now(), succeeded ? "Succeeded" : "Failed");
        Operation ended = operation.with(operation.release().with(ran));
        return succeeded
                ? ended.next(List.of(), now())
                : ended.in(
                        HookSteps.afterFailure(hook, step.earlier(), step.prefix(), step.prefix() + verdict.get()),
                        now());
    }

    /** Writes a revision where an error does not matter. */
    private Operation record(Operation operation, Release release) {
        try {
            tools.storage().update(release);
            return operation.observing(release);
        } catch (HelmFailure e) {
            return operation;
        }
    }

    private Operation apply(Operation operation) {
        List<Resource> originals = operation.originals();
        List<Resource> targets = operation.targets();
        boolean creates = operation.action() == Operation.Action.INSTALL && originals.isEmpty();
        if (creates) {
            if (!targets.isEmpty()) {
                tools.objects().create(targets, operation.serverSide(), false);
            }
            return operation.next(List.of(), now());
        }
        if (targets.isEmpty() && operation.action() == Operation.Action.INSTALL) {
            return operation.next(List.of(), now());
        }
        boolean replaces = !operation.serverSide() && tools.isTrue(section(operation), "force");
        ReleaseObjects.Updated updated = tools.objects().update(originals, targets, updateOptions(operation, replaces));
        Operation done = operation.withCreated(updated.created());
        return updated.error().isEmpty() ? done.next(List.of(), now()) : failApply(done, updated.error());
    }

    private ReleaseObjects.UpdateOptions updateOptions(Operation operation, boolean replaces) {
        boolean serverSide = operation.serverSide();
        @Nullable Release original = operation.original();
        return switch (operation.action()) {
            case INSTALL ->
                new ReleaseObjects.UpdateOptions(
                        serverSide, replaces, true, !serverSide && !tools.isTrue("install", "disableTakeOwnership"));
            case UPGRADE ->
                new ReleaseObjects.UpdateOptions(
                        serverSide, replaces, serverSide && original != null && !original.isServerSide(), false);
            default -> new ReleaseObjects.UpdateOptions(serverSide, replaces, true, false);
        };
    }

    private Operation waitReady(Operation operation, Step.WaitReady step) {
        Duration timeout = step.seconds() == 0 ? operation.timeout() : Duration.ofSeconds(step.seconds());
        Optional<String> verdict =
                tools.waits(operation).ready(step.resources(), operation.since(), timeout, section(operation));
        if (verdict.isEmpty()) {
            return operation;
        }
        if (verdict.get().isEmpty()) {
            return operation.next(List.of(), now());
        }
        return operation.hasStored()
                ? failWait(operation, verdict.get())
                : fail(operation, step.prefix() + verdict.get());
    }

    private Operation waitGone(Operation operation, Step.WaitGone step) {
        ReleaseWait.Strategy strategy = operation.action() == Operation.Action.TEST
                ? ReleaseWait.Strategy.POLLER
                : tools.waits(operation).strategy(section(operation));
        Optional<String> verdict =
                tools.waits(operation).gone(step.resources(), operation.since(), operation.timeout(), strategy);
        if (verdict.isEmpty()) {
            return operation;
        }
        if (verdict.get().isEmpty()) {
            return operation.next(List.of(), now());
        }
        if (step.collects()) {
            boolean counts = operation.action() == Operation.Action.UNINSTALL;
            return (counts ? operation.withError(verdict.get()) : operation).next(List.of(), now());
        }
        throw new HelmFailure(step.prefix() + verdict.get());
    }

    private Operation delete(Operation operation) {
        // From here on the release counts as being uninstalled, also when that cannot be written.
        Operation marked = record(operation, operation.release());
        List<Resource> resources;
        try {
            resources = new UninstallPreparation(tools).deletable(operation.release());
            List<String> errors =
                    resources.isEmpty() ? List.of() : tools.objects().delete(resources, propagation());
            if (!errors.isEmpty()) {
                throw new HelmFailure(String.join("; ", errors));
            }
        } catch (HelmFailure e) {
            MapNode none = MapNode.of("error", ListNode.of(List.of(MapNode.EMPTY)));
            tools.log().add("uninstall: Failed to delete release", none);
            return marked.failed("failed to delete release: " + operation.name());
        }
        return marked.next(List.of(new Step.WaitGone(resources, "", true)), now());
    }

    private String propagation() {
        String propagation = tools.settings().deletionPropagation();
        return propagation.substring(0, 1).toUpperCase(Locale.ROOT) + propagation.substring(1);
    }

    private Operation finish(Operation operation) {
        return switch (operation.action()) {
            case INSTALL ->
                record(operation, operation.release().with(Release.DEPLOYED, "Install complete"))
                        .in(List.of(), now());
            case UPGRADE -> finishUpgrade(operation);
            case ROLLBACK -> finishRollback(operation);
            case UNINSTALL -> finishUninstall(operation);
            case TEST -> update(operation, operation.release()).next(List.of(), now());
        };
    }

    private Operation update(Operation operation, Release release) {
        tools.storage().update(release);
        return operation.observing(release);
    }

    private Operation finishUpgrade(Operation operation) {
        @Nullable Release original = operation.original();
        Operation done = original == null ? operation : record(operation, original.withStatus(Release.SUPERSEDED));
        return update(done, operation.release().with(Release.DEPLOYED, "Upgrade complete"))
                .in(List.of(), now());
    }

    private Operation finishRollback(Operation operation) {
        Operation done = operation;
        for (Release deployed : tools.storage().deployed(operation.name())) {
            done = record(done, deployed.withStatus(Release.SUPERSEDED));
        }
        return update(done, operation.release().withStatus(Release.DEPLOYED)).in(List.of(), now());
    }

    private Operation finishUninstall(Operation operation) {
        Operation done = operation;
        List<String> errors = new ArrayList<>(operation.errors());
        if (tools.isTrue("uninstall", "keepHistory")) {
            done = record(done, operation.release().with(Release.UNINSTALLED, "Uninstallation complete"));
            for (Release deployed : tools.storage().deployed(operation.name())) {
                done = record(done, deployed.withStatus(Release.SUPERSEDED));
            }
        } else {
            try {
                done = purge(done);
            } catch (HelmFailure e) {
                errors.add("uninstall: Failed to purge the release: " + e.words());
            }
        }
        return errors.isEmpty()
                ? done.in(List.of(), now())
                : done.failed(
                        "uninstallation completed with " + errors.size() + " error(s): " + String.join("; ", errors));
    }

    /** Removes all revisions. */
    Operation purge(Operation operation) {
        Operation done = operation;
        for (Release release : tools.storage().history(operation.name()).orElse(List.of())) {
            tools.storage().delete(release);
            done = done.observing(release);
        }
        return done;
    }

    private Operation failApply(Operation operation, String error) {
        @Nullable Release original = operation.original();
        if (operation.action() == Operation.Action.ROLLBACK && original != null) {
            Operation done = record(operation, original.withStatus(Release.SUPERSEDED));
            String message = "Rollback \"" + operation.name() + "\" failed: " + error;
            tools.log().add("warning: " + message);
            done = record(done, operation.release().with(Release.FAILED, message));
            return cleaned(done, error, "rollback");
        }
        if (operation.action() == Operation.Action.UPGRADE && original != null) {
            return fail(record(operation, original), error);
        }
        return fail(operation, error);
    }

    private Operation failWait(Operation operation, String error) {
        @Nullable Release original = operation.original();
        if (operation.action() == Operation.Action.ROLLBACK && original != null) {
            String message = "Release \"" + operation.name() + "\" failed: " + error;
            Operation done = record(operation, original);
            return record(done, operation.release().with(Release.FAILED, message))
                    .failed("release " + operation.name() + " failed: " + error);
        }
        return failApply(operation, error);
    }

    /** Ends an action with an error, which the new revision remembers when it was stored. */
    private Operation fail(Operation operation, String error) {
        boolean stored = operation.observed().containsKey(operation.release().version());
        if (!stored) {
            return operation.failed(error);
        }
        String name = operation.name();
        return switch (operation.action()) {
            case INSTALL ->
                record(operation, operation.release().with(Release.FAILED, "Release \"" + name + "\" failed: " + error))
                        .failed(error);
            case UPGRADE ->
                cleaned(
                        recordFailure(
                                operation,
                                operation.release().with(Release.FAILED, "Upgrade \"" + name + "\" failed: " + error)),
                        error,
                        "upgrade");
            case TEST -> record(operation, operation.release()).failed(error);
            default -> operation.failed(error);
        };
    }

    private Operation recordFailure(Operation operation, Release release) {
        tools.log().add("warning: upgrade failed", MapNode.of("error", MapNode.EMPTY, "name", operation.name()));
        return record(operation, release);
    }

    /** After a failed upgrade or rollback, what it created may be deleted again. */
    private Operation cleaned(Operation operation, String error, String action) {
        if (!tools.isTrue(action, "cleanupOnFail") || operation.created().isEmpty()) {
            return operation.failed(error);
        }
        boolean isUpgrade = action.equals("upgrade");
        int count = operation.created().size();
        tools.log()
                .add(
                        isUpgrade ? "cleanup on fail set" : "cleanup on fail set, cleaning up resources",
                        MapNode.of(isUpgrade ? "cleaning_resources" : "count", count));
        List<String> errors = tools.objects().delete(operation.created(), "Background");
        if (errors.isEmpty()) {
            tools.log().add("resource cleanup complete");
        }
        return operation.failed(
                errors.isEmpty()
                        ? error
                        : "an error occurred while cleaning up resources. original " + action + " error: " + error
                                + ": unable to cleanup resources: " + String.join(", ", errors));
    }
}
