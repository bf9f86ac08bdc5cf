package dev.drydock.flux.helm;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** An install before its first revision is stored (helm pkg/action/install.go). */
final class InstallPreparation {

    private static final MapNode ERROR = MapNode.of("error", MapNode.EMPTY);

    private final ReleaseTools tools;
    private final ReleaseRendering rendering;

    InstallPreparation(ReleaseTools tools, ReleaseRendering rendering) {
        this.tools = tools;
        this.rendering = rendering;
    }

    /** Checks the name, renders, looks for objects of others, and stores the first revision. */
    Operation prepare(Operation operation) {
        String name = operation.name();
        if (!ReleaseRendering.isName(name)) {
            tools.log().add("error: release name check failed", ERROR);
            throw new HelmFailure("release name check failed: release name \"" + name
                    + "\": invalid release name, must match regex"
                    + " ^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
                    + " and the length must not be longer than 53");
        }
        List<Release> history = history(name);
        boolean replaces = tools.isTrue("install", "replace");
        Release last = history.isEmpty() ? null : history.get(history.size() - 1);
        if (last != null
                && !(replaces
                        && (last.status().equals(Release.UNINSTALLED)
                                || last.status().equals(Release.FAILED)))) {
            tools.log().add("error: release name check failed", ERROR);
            throw new HelmFailure("release name check failed: cannot reuse a name that is still in use");
        }
        boolean serverSide = ApplyMethod.serverSide(tools, operation);
        Release release = rendering
                .install(name, tools.settings().releaseNamespace(), serverSide)
                .with("pending-install", "Initial install underway");
        List<Resource> targets;
        try {
            targets = tools.manifests().build(release.manifest(), !tools.isTrue("install", "disableOpenAPIValidation"));
        } catch (HelmFailure e) {
            throw e.after("unable to build kubernetes objects from release manifest: ");
        }
        targets = targets.stream().map(target -> target.ownedBy(release)).toList();
        List<Resource> adopted;
        try {
            adopted = tools.objects().existing(targets, !tools.isTrue("install", "disableTakeOwnership"), release);
        } catch (HelmFailure e) {
            throw e.after("unable to continue with install: ");
        }
        createNamespace(serverSide);
        Release stored = release;
        Operation prepared = operation;
        if (last != null) {
            stored = new Release(release.node().with("version", last.version() + 1));
            Release superseded = last.withStatus(Release.SUPERSEDED);
            try {
                tools.storage().update(superseded);
                prepared = prepared.observing(superseded);
            } catch (HelmFailure e) {
                prepared = operation;
            }
        }
        tools.storage().create(stored, 0);
        List<Hook> hooks = tools.isTrue("install", "disableHooks") ? List.of() : stored.hooks();
        List<Step> steps =
                HookSteps.around(hooks, "install", "failed %s: ", new Step.Apply(), new Step.WaitReady(targets, 0, ""));
        return prepared.with(stored)
                .withServerSide(serverSide)
                .withObjects(adopted, targets)
                .observing(stored)
                .next(steps, tools.now());
    }

    private List<Release> history(String name) {
        try {
            return tools.storage().history(name).orElse(List.of());
        } catch (HelmFailure e) {
            return List.of();
        }
    }

    /** Only a namespace that the spec names as target is created, and an existing one is patched. */
    private void createNamespace(boolean serverSide) {
        String target = tools.text("targetNamespace");
        if (target.isEmpty() || !tools.isTrue("install", "createNamespace")) {
            return;
        }
        MapNode namespace = MapNode.of("apiVersion", "v1", "kind", "Namespace")
                .with("metadata", MapNode.of("name", target, "labels", MapNode.of("name", target)));
        Resource resource = new Resource(namespace, new GroupVersionKind("", "v1", "Namespace"));
        if (!serverSide && tools.objects().get(resource).isPresent()) {
            return;
        }
        tools.objects().create(List.of(resource), serverSide, false);
    }
}
