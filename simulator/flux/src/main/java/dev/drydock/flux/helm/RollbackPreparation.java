package dev.drydock.flux.helm;

import dev.drydock.yaml.MapNode;
import java.util.List;

/** A rollback before its objects are written (helm pkg/action/rollback.go). */
final class RollbackPreparation {

    private final ReleaseTools tools;

    RollbackPreparation(ReleaseTools tools) {
        this.tools = tools;
    }

    /** Stores the revision gone back to as a new one; what fails from there on leaves it behind. */
    Operation prepare(Operation operation) {
        String name = operation.name();
        MapNode named = MapNode.of("name", name);
        tools.log().add("preparing rollback", named);
        Release current = tools.storage().last(name).orElseThrow(() -> new HelmFailure(ReleaseStorage.NOT_FOUND));
        int version = rollbackVersion();
        tools.log()
                .add(
                        "rolling back",
                        MapNode.of("currentVersion", current.version(), "name", name, "targetVersion", version));
        Release previous = tools.storage()
                .get(name, version)
                .orElseThrow(() -> new HelmFailure("release has no " + version + " version"));
        boolean serverSide = switch (tools.text("rollback", "serverSideApply")) {
            case "enabled" -> true;
            case "disabled" -> false;
            default -> previous.isServerSide();
        };
        Release target = new Release(previous.node()
                        .with("namespace", current.namespace())
                        .with("version", current.version() + 1)
                        .with("apply_method", serverSide ? "ssa" : "csa")
                        .with(
                                "info",
                                MapNode.of(
                                        "first_deployed",
                                        current.node().findText("info", "first_deployed"),
                                        "last_deployed",
                                        tools.now().toString(),
                                        "notes",
                                        previous.node().findText("info", "notes"))))
                .with("pending-rollback", "Rollback to " + version);
        tools.log().add("creating rolled back release", named);
        tools.storage().create(target, tools.settings().maxHistory());
        tools.log().add("performing rollback", named);
        Operation stored = operation.with(target).withOriginal(current).observing(target);
        List<Resource> targets;
        List<Resource> originals;
        try {
            originals = tools.manifests().ofCurrent(current);
            targets = tools.manifests().build(target.manifest(), false);
        } catch (HelmFailure e) {
            return stored.failed(e.words());
        }
        targets = targets.stream().map(resource -> resource.ownedBy(target)).toList();
        List<Hook> hooks = tools.isTrue("rollback", "disableHooks") ? List.of() : target.hooks();
        List<Step> steps =
                HookSteps.around(hooks, "rollback", "", new Step.Apply(), new Step.WaitReady(targets, 0, ""));
        return stored.withServerSide(serverSide).withObjects(originals, targets).next(steps, tools.now());
    }

    private int rollbackVersion() {
        boolean ignoresTests = tools.settings().upgradeRemediation().ignoresTestFailures();
        return History.previous(tools.object(), ignoresTests)
                .map(History::version)
                .orElse(0);
    }
}
