package dev.drydock.flux.helm;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.acl.SourceAccess;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.ssa.ApplyErrors;
import dev.drydock.flux.ssa.Drift;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.timing.HelmReleaseSettings;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the HelmChart that a HelmRelease describes (helm-controller internal/reconcile/helmchart_template.go). */
final class ChartTemplate {

    private static final GroupVersionKind HELM_CHART =
            new GroupVersionKind("source.toolkit.fluxcd.io", "v1", "HelmChart");
    private static final List<String> STATUS = List.of("status", "helmChart");
    private static final String KIND = "HelmChart";

    private final Client client;
    private final FluxProfile profile;
    private final EventRecorder events;

    ChartTemplate(Client client, FluxProfile profile, EventRecorder events) {
        this.client = client;
        this.profile = profile;
        this.events = events;
    }

    /**
     * Creates, changes or deletes the HelmChart.
     *
     * @return the HelmRelease with the name of its HelmChart
     * @throws HelmFailure when it cannot be done; no condition tells of it
     */
    MapNode reconcile(MapNode object) {
        boolean isDeleted = object.find("metadata", "deletionTimestamp") != null;
        boolean hasTemplate = object.find("spec", "chart") instanceof MapNode;
        @Nullable MapNode chart = hasTemplate ? new HelmReleaseSettings(object).helmChart() : null;
        NamespacedName name = chart == null ? new NamespacedName("", "") : NamespacedName.of(chart);
        String current = object.findText("status", "helmChart");
        String wanted = chart == null ? "/" : name.toString();
        MapNode result = object;
        if ((!current.isEmpty() && !current.equals(wanted)) || isDeleted) {
            result = delete(object);
        }
        if (isDeleted || chart == null) {
            return result;
        }
        requireAccess(object, name);
        return apply(result, chart, name);
    }

    private void requireAccess(MapNode object, NamespacedName chart) {
        SourceAccess.helmDenial(
                        profile.noCrossNamespaceRefs(),
                        ObjectFields.namespace(object),
                        KIND,
                        chart.namespace(),
                        chart.name())
                .ifPresent(denial -> {
                    throw new HelmFailure(denial);
                });
    }

    private MapNode apply(MapNode object, MapNode chart, NamespacedName name) {
        MapNode labelled = chart.with(
                        List.of("metadata", "labels", "helm.toolkit.fluxcd.io/name"), ObjectFields.name(object))
                .with(
                        List.of("metadata", "labels", "helm.toolkit.fluxcd.io/namespace"),
                        ObjectFields.namespace(object));
        ApiResponse found = client.get(HELM_CHART, name);
        WriteOptions options = WriteOptions.as("helm-controller").withForce();
        ApiResponse dryRun = client.apply(labelled, options.withDryRun());
        String subject = KIND + "/" + name;
        if (!dryRun.isSuccess()) {
            throw failed(
                    object,
                    dryRun.status()
                            .map(status -> ApplyErrors.dryRunMessage(status, labelled))
                            .orElseGet(() -> ApplyErrors.dryRunMessage(dryRun.message(), labelled)));
        }
        boolean isNew = !found.isSuccess();
        if (isNew || Drift.between(found.object(), dryRun.object())) {
            ApiResponse applied = client.apply(labelled, options);
            if (!applied.isSuccess()) {
                throw failed(object, subject + " apply failed: " + applied.message());
            }
            MapNode source = chart.findMap("spec", "sourceRef");
            String text = (isNew ? "Created " : "Configured ") + subject + " with SourceRef '" + source.findText("kind")
                    + "/" + name.namespace() + "/" + source.findText("name") + "'";
            event(object, isNew ? "HelmChartCreated" : "HelmChartConfigured", text);
        }
        return object.with(STATUS, name.toString());
    }

    private HelmFailure failed(MapNode object, String cause) {
        String message = "failed to run server-side apply: " + cause;
        event(object, "HelmChartSyncErr", message);
        return new HelmFailure(message);
    }

    private void event(MapNode object, String reason, String message) {
        events.record(object, "Normal", reason, message, Map.of());
    }

    private MapNode delete(MapNode object) {
        String current = object.findText("status", "helmChart");
        if (object.isTrue("spec", "suspend") || current.isEmpty()) {
            return object;
        }
        NamespacedName name = NamespacedName.parse(current);
        requireAccess(object, name);
        ApiResponse found = client.get(HELM_CHART, name);
        String prefix = "failed to delete HelmChart '" + current + "': ";
        if (!found.isSuccess() && found.code() != 404) {
            throw new HelmFailure(prefix + found.message());
        }
        if (found.isSuccess()) {
            ApiResponse deleted = client.delete(HELM_CHART, name, MapNode.EMPTY);
            if (!deleted.isSuccess()) {
                throw new HelmFailure(prefix + deleted.message());
            }
            event(object, "HelmChartDeleted", "deleted HelmChart '" + current + "'");
        }
        return object.withoutPath("status", "helmChart");
    }
}
