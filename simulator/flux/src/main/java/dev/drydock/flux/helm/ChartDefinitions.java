package dev.drydock.flux.helm;

import dev.drydock.flux.helm.ChartEngine.DefinitionFile;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The CustomResourceDefinitions that a chart brings, which come first (helm-controller internal/action/crds.go). */
final class ChartDefinitions {

    private static final int TIMEOUT = 60;

    private final ReleaseTools tools;
    private final List<DefinitionFile> files;

    ChartDefinitions(ReleaseTools tools, List<DefinitionFile> files) {
        this.tools = tools;
        this.files = List.copyOf(files);
    }

    /** Applies them by the policy of the action, and waits for them. */
    Operation apply(Operation operation) {
        String section = operation.action() == Operation.Action.INSTALL ? "install" : "upgrade";
        String policy = tools.text(section, "crds");
        if (files.isEmpty()) {
            return operation.next(List.of(), tools.now());
        }
        if (policy.equals("Skip")) {
            tools.log().add("skipping CustomResourceDefinition apply: policy is set to Skip");
            return operation.next(List.of(), tools.now());
        }
        boolean serverSide = ApplyMethod.serverSide(tools, operation);
        List<Resource> applied = new ArrayList<>();
        Set<String> unmapped;
        try {
            List<Resource> definitions = definitions();
            unmapped = unmapped(definitions);
            tools.log()
                    .add("applying CustomResourceDefinition(s) with policy " + (policy.isEmpty() ? "Create" : policy));
            for (Resource definition : definitions) {
                applied.addAll(
                        policy.equals("CreateReplace")
                                ? replaced(definition, serverSide)
                                : created(definition, serverSide));
            }
        } catch (HelmFailure e) {
            throw e.after("failed to apply CustomResourceDefinitions: ");
        }
        String prefix = "failed to apply CustomResourceDefinitions: failed to wait for CustomResourceDefinition(s): ";
        return operation
                .withUnmapped(unmapped)
                .next(List.of(new Step.WaitReady(applied, TIMEOUT, prefix)), tools.now());
    }

    /**
     * The kinds that waits do not know later on: the wait for the definitions asks what is served, and only a client that is
     * kept for the whole action is made to ask again afterwards.
     */
    private Set<String> unmapped(List<Resource> definitions) {
        Set<String> unmapped = new TreeSet<>();
        if (!tools.settings().persistentClient()) {
            for (Resource definition : definitions) {
                String group = definition.object().findText("spec", "group");
                String kind = definition.object().findText("spec", "names", "kind");
                if (tools.client().preferred(group, kind).isEmpty()) {
                    unmapped.add(kind + "." + group);
                }
            }
        }
        return unmapped;
    }

    /** Whatever else the folder holds is passed over. */
    private List<Resource> definitions() {
        Map<String, String> origin = Map.of(
                "helm.toolkit.fluxcd.io/name", ObjectFields.name(tools.object()),
                "helm.toolkit.fluxcd.io/namespace", ObjectFields.namespace(tools.object()));
        List<Resource> definitions = new ArrayList<>();
        for (DefinitionFile file : files) {
            for (Resource resource : built(file)) {
                if (resource.kind().groupKind().equals("CustomResourceDefinition.apiextensions.k8s.io")) {
                    definitions.add(resource.labelled(origin));
                }
            }
        }
        return definitions;
    }

    /** A file is read before any is applied, so a custom object cannot stand beside its own definition. */
    private List<Resource> built(DefinitionFile file) {
        try {
            return tools.manifests().build(file.text(), false);
        } catch (HelmFailure e) {
            throw logged(e.after("failed to parse CustomResourceDefinitions from " + file.name() + ": "));
        }
    }

    private List<Resource> created(Resource definition, boolean serverSide) {
        try {
            if (!serverSide && tools.objects().get(definition).isPresent()) {
                return List.of();
            }
            tools.objects().create(List.of(definition), serverSide, true);
            return List.of(definition);
        } catch (HelmFailure e) {
            throw logged(e.after("failed to create CustomResourceDefinition " + definition.name() + ": "));
        }
    }

    private HelmFailure logged(HelmFailure failure) {
        tools.log().add("error: " + failure.words());
        return failure;
    }

    private List<Resource> replaced(Resource definition, boolean serverSide) {
        Optional<MapNode> live;
        try {
            live = tools.objects().get(definition);
        } catch (HelmFailure e) {
            throw logged(e.after("failed to get CustomResourceDefinition " + definition.name() + ": "));
        }
        List<Resource> originals = live.map(object -> List.of(new Resource(object, definition.kind())))
                .orElse(List.of());
        String error = tools.objects()
                .update(
                        originals,
                        List.of(definition),
                        new ReleaseObjects.UpdateOptions(serverSide, !serverSide, false, false))
                .error();
        if (!error.isEmpty()) {
            throw new HelmFailure("failed to update CustomResourceDefinition(s): " + error);
        }
        return List.of(definition);
    }
}
