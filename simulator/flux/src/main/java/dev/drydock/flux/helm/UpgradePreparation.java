package dev.drydock.flux.helm;

import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** An upgrade before its revision is stored (helm pkg/action/upgrade.go). */
final class UpgradePreparation {

    private final ReleaseTools tools;
    private final ReleaseRendering rendering;

    UpgradePreparation(ReleaseTools tools, ReleaseRendering rendering) {
        this.tools = tools;
        this.rendering = rendering;
    }

    /** Renders over the revision that is there, and stores the next one. */
    Operation prepare(Operation operation) {
        String name = operation.name();
        if (!ReleaseRendering.isName(name)) {
            throw new HelmFailure("release name is invalid: " + name);
        }
        MapNode named = MapNode.of("name", name);
        tools.log().add("preparing upgrade", named);
        Release last = tools.storage().last(name).orElseThrow(() -> HelmFailure.noneDeployed(name));
        if (last.isPending()) {
            throw new HelmFailure("another operation (install/upgrade/rollback) is in progress");
        }
        Release current = current(last);
        boolean serverSide = ApplyMethod.serverSide(tools, operation);
        boolean reuses = tools.isTrue("upgrade", "preserveValues");
        tools.log()
                .add(reuses ? "reusing the old release's values" : "resetting values to the chart's original version");
        Release rendered = rendering.upgrade(name, current, last.version() + 1, reuses, serverSide);
        Release release = new Release(rendered.node()
                        .with(List.of("info", "first_deployed"), current.node().findText("info", "first_deployed")))
                .with("pending-upgrade", "Preparing upgrade");
        tools.log()
                .add(
                        "determined release apply method",
                        MapNode.of(
                                "previous_release_apply_method",
                                last.node().findText("apply_method"),
                                "server_side_apply",
                                serverSide));
        boolean validates = !tools.isTrue("upgrade", "disableOpenAPIValidation");
        List<Resource> targets = tools.manifests().build(release.manifest(), validates);
        tools.log().add("performing update", named);
        List<Resource> originals = new ArrayList<>(tools.manifests().ofCurrent(current));
        targets = targets.stream().map(target -> target.ownedBy(release)).toList();
        List<Resource> added = new ArrayList<>();
        for (Resource target : targets) {
            if (originals.stream().noneMatch(target::isSameVersion)) {
                added.add(target);
            }
        }
        try {
            originals.addAll(
                    tools.objects().existing(added, !tools.isTrue("upgrade", "disableTakeOwnership"), release));
        } catch (HelmFailure e) {
            throw e.after("unable to continue with update: ");
        }
        tools.log().add("creating upgraded release", named);
        tools.storage().create(release, tools.settings().maxHistory());
        boolean withoutHooks = tools.isTrue("upgrade", "disableHooks");
        if (withoutHooks) {
            tools.log().add("upgrade hooks disabled", named);
        }
        List<Step> steps = HookSteps.around(
                withoutHooks ? List.of() : release.hooks(),
                "upgrade",
                "%s hooks failed: ",
                new Step.Apply(),
                new Step.WaitReady(targets, 0, ""));
        return operation
                .with(release)
                .withOriginal(current)
                .withServerSide(serverSide)
                .withObjects(originals, targets)
                .observing(release)
                .next(steps, tools.now());
    }

    /** The revision that the cluster is thought to show: the last one, or the last deployed one. */
    private Release current(Release last) {
        if (last.status().equals(Release.DEPLOYED)) {
            return last;
        }
        List<Release> deployed = tools.storage().deployed(last.name());
        if (!deployed.isEmpty()) {
            return deployed.get(deployed.size() - 1);
        }
        if (last.status().equals(Release.FAILED) || last.status().equals(Release.SUPERSEDED)) {
            return last;
        }
        throw HelmFailure.noneDeployed(last.name());
    }
}
