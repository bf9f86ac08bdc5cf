package dev.drydock.flux.helm;

import dev.drydock.flux.ssa.ApplyErrors;
import dev.drydock.flux.ssa.IgnoreRuleException;
import dev.drydock.flux.ssa.IgnoreRules;
import dev.drydock.flux.ssa.Normalization;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.ssa.ReconcileOrder;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds and corrects what differs between a release and the cluster (helm-controller internal/action/diff.go). */
final class DriftDetection {

    private static final String DISABLED = "helm.toolkit.fluxcd.io/driftDetection";

    private DriftDetection() {}

    /**
     * What drifted, with what is excluded beside it; nothing when nothing drifted.
     *
     * @throws HelmFailure when that cannot be said
     */
    static List<Drifted> of(ReleaseTools tools, Release release) {
        List<Drifted> found = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        IgnoreRules rules;
        try {
            rules = IgnoreRules.compile(tools.object().findList("spec", "driftDetection", "ignore"));
        } catch (IgnoreRuleException e) {
            throw new HelmFailure("unable to determine cluster state: " + e.getMessage());
        }
        for (Resource resource : tools.manifests().build(release.manifest(), false)) {
            MapNode desired = Normalization.normalize(resource.ownedBy(release).object());
            try {
                difference(tools, new Resource(desired, resource.kind()), rules).ifPresent(found::add);
            } catch (HelmFailure e) {
                errors.add(e.words());
            } catch (IgnoreRuleException e) {
                errors.add(String.valueOf(e.getMessage()));
            }
        }
        boolean changed = found.stream().anyMatch(d -> d.change() != Drifted.Change.EXCLUDED);
        if (!changed && !errors.isEmpty()) {
            throw new HelmFailure("unable to determine cluster state: "
                    + (errors.size() == 1 ? errors.get(0) : "[" + String.join(", ", errors) + "]"));
        }
        return changed ? found : List.of();
    }

    private static boolean isExcluded(MapNode object) {
        return "disabled".equals(ObjectFields.annotations(object).get(DISABLED))
                || "disabled".equals(ObjectFields.labels(object).get(DISABLED));
    }

    private static Optional<Drifted> difference(ReleaseTools tools, Resource resource, IgnoreRules rules) {
        MapNode desired = resource.object();
        Drifted excluded = new Drifted(desired, Drifted.Change.EXCLUDED, List.of());
        if (isExcluded(desired) || rules.ignoresAll(desired)) {
            return Optional.of(excluded);
        }
        Optional<MapNode> live = tools.objects().get(resource);
        if (live.isPresent() && isExcluded(live.get())) {
            return Optional.of(excluded);
        }
        ApiResponse response = tools.client()
                .apply(
                        desired,
                        WriteOptions.as(ReleaseObjects.MANAGER).withForce().withDryRun());
        if (!response.isSuccess()) {
            throw new HelmFailure(ApplyErrors.dryRunMessage(response.status().orElseThrow(), desired));
        }
        if (live.isEmpty()) {
            return Optional.of(new Drifted(desired, Drifted.Change.REMOVED, List.of()));
        }
        MapNode wanted = rules.withoutIgnored(response.object(), desired);
        MapNode existing = rules.withoutIgnored(live.get(), desired);
        List<MapNode> patch = new ArrayList<>();
        for (MapNode operation : JsonDifference.between(metadata(existing), metadata(wanted))) {
            if (!operation.findText("op").equals("remove")) {
                patch.add(operation);
            }
        }
        patch.addAll(JsonDifference.between(body(existing), body(wanted)));
        return patch.isEmpty() ? Optional.empty() : Optional.of(new Drifted(desired, Drifted.Change.CHANGED, patch));
    }

    private static MapNode metadata(MapNode object) {
        MapNode metadata = object.findMap("metadata");
        return MapNode.of(
                "metadata",
                MapNode.builder()
                        .putIfPresent("name", metadata.get("name"))
                        .putIfPresent("annotations", metadata.get("annotations"))
                        .putIfPresent("labels", metadata.get("labels"))
                        .build());
    }

    private static MapNode body(MapNode object) {
        return object.without(List.of("metadata", "status"));
    }

    /**
     * What a correction did.
     *
     * @param changes lines of what was corrected
     * @param errors what could not be
     */
    record Correction(List<String> changes, List<String> errors) {}

    /** Creates what is missing and patches what changed, each in the order of kinds. */
    static Correction correct(ReleaseTools tools, List<Drifted> drift) {
        List<String> changes = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        WriteOptions options = WriteOptions.as(ReleaseObjects.MANAGER);
        for (Drifted drifted : sorted(drift, Drifted.Change.REMOVED)) {
            ApiResponse response = tools.client().create(drifted.desired(), options);
            if (response.isSuccess()) {
                changes.add(drifted.subject() + " created");
            } else {
                errors.add(drifted.subject() + " creation failure: " + response.message());
            }
        }
        for (Drifted drifted : sorted(drift, Drifted.Change.CHANGED)) {
            Resource resource = new Resource(drifted.desired(), ObjectFields.type(drifted.desired()));
            ApiResponse response = tools.client()
                    .patch(resource.kind(), resource.key(), "", PatchType.JSON, ListNode.of(drifted.patch()), options);
            if (response.isSuccess()) {
                changes.add(drifted.subject() + " configured");
            } else {
                errors.add(drifted.subject() + " patch failure: " + response.message());
            }
        }
        return new Correction(changes, errors);
    }

    private static List<Drifted> sorted(List<Drifted> drift, Drifted.Change change) {
        List<Drifted> some = drift.stream().filter(d -> d.change() == change).toList();
        List<MapNode> order =
                ReconcileOrder.apply(some.stream().map(Drifted::desired).toList());
        List<Drifted> sorted = new ArrayList<>();
        for (MapNode object : order) {
            some.stream().filter(d -> d.desired().equals(object)).forEach(sorted::add);
        }
        return sorted;
    }
}
