package dev.drydock.flux.helm;

import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An uninstall before anything is deleted (helm pkg/action/uninstall.go). */
final class UninstallPreparation {

    private final ReleaseTools tools;

    UninstallPreparation(ReleaseTools tools) {
        this.tools = tools;
    }

    /** Finds the revision to delete; what is deleted already is done. */
    Operation prepare(Operation operation) {
        String name = operation.name();
        Optional<List<Release>> history;
        try {
            history = tools.storage().history(name);
        } catch (HelmFailure e) {
            throw e.after("uninstall: Release not loaded: " + name + ": ");
        }
        if (history.isEmpty()) {
            throw new HelmFailure("uninstall: Release not loaded: " + name + ": " + ReleaseStorage.NOT_FOUND);
        }
        if (history.get().isEmpty()) {
            throw new HelmFailure("no release provided");
        }
        Release last = history.get().get(history.get().size() - 1);
        if (last.status().equals(Release.UNINSTALLED)) {
            if (tools.isTrue("uninstall", "keepHistory")) {
                throw new HelmFailure("the release named \"" + name + "\" is already deleted");
            }
            return operation.with(last).next(List.of(new Step.Finish()), tools.now());
        }
        tools.log().add("uninstall: deleting release", MapNode.of("name", name));
        boolean withoutHooks = tools.isTrue("uninstall", "disableHooks");
        if (withoutHooks) {
            tools.log().add("delete hooks disabled", MapNode.of("release", name));
        }
        List<Step> steps = HookSteps.around(withoutHooks ? List.of() : last.hooks(), "delete", "", new Step.Delete());
        return operation.with(last.deleted(tools.now())).next(steps, tools.now());
    }

    /** The objects of a release that an uninstall deletes, in the order of deletion. */
    List<Resource> deletable(Release release) {
        List<Resource> resources = new ArrayList<>(tools.manifests().build(release.manifest(), false));
        resources.removeIf(resource -> resource.object()
                .findText("metadata", "annotations", "helm.sh/resource-policy")
                .trim()
                .equalsIgnoreCase("keep"));
        resources.sort(UninstallOrder.COMPARATOR);
        return resources;
    }
}
