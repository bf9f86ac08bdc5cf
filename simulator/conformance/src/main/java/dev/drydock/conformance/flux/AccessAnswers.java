package dev.drydock.conformance.flux;

import dev.drydock.flux.acl.AlertMatch;
import dev.drydock.flux.acl.SourceAccess;
import dev.drydock.flux.acl.SourceReadiness;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.flux.timing.HelmReleaseSettings;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Optional;

/** The part cross-namespace. */
final class AccessAnswers {

    private AccessAnswers() {}

    static Node kustomizationSource(MapNode in) {
        SourceAccess.Result result = access(in).forKustomization(in.findMap("self"));
        return result instanceof SourceAccess.Found found ? MapNode.of("found", name(found.object())) : failure(result);
    }

    static Node helmReleaseSource(MapNode in) {
        SourceAccess.Result result = access(in).forHelmRelease(in.findMap("self"));
        if (!(result instanceof SourceAccess.Found found)) {
            return failure(result);
        }
        Optional<String> problem = SourceReadiness.problem(found.object());
        MapNode answer = MapNode.of("found", name(found.object()), "ready", problem.isEmpty());
        return problem.isEmpty() ? answer : answer.with("message", problem.get());
    }

    static Node helmChartSource(MapNode in) {
        SourceAccess.Result result = access(in).forHelmChart(in.findMap("self"));
        return result instanceof SourceAccess.Found found
                ? MapNode.of("found", name(found.object()))
                : MapNode.of("error", failure(result).findText("error"));
    }

    private static SourceAccess access(MapNode in) {
        return new SourceAccess(in.isTrue("noCrossNamespaceRefs"), in.isTrue("externalArtifactGate"), World.of(in));
    }

    private static MapNode failure(SourceAccess.Result result) {
        if (result instanceof SourceAccess.Denied denied) {
            return MapNode.of("error", denied.message(), "accessDenied", true, "notFound", false);
        }
        SourceAccess.Failed failed = (SourceAccess.Failed) result;
        return MapNode.of("error", failed.message(), "accessDenied", false, "notFound", failed.notFound());
    }

    static Node helmReference(MapNode in) {
        return SourceAccess.helmDenial(
                        !in.isTrue("allowCrossNamespaceRef"),
                        in.findText("namespace"),
                        in.findText("kind"),
                        in.findText("ref", "namespace"),
                        in.findText("ref", "name"))
                .map(denial -> MapNode.of("error", denial))
                .orElseGet(() -> MapNode.of("allowed", true));
    }

    static Node helmChart(MapNode in) {
        return new HelmReleaseSettings(in).helmChart().without(List.of("apiVersion", "kind"));
    }

    static Node event(MapNode in) {
        MapNode event = in.findMap("event");
        World world = World.of(in);
        List<MapNode> alerts = AlertMatch.matching(event, world.ofKind("Alert"), world);
        MapNode.Builder errors = MapNode.builder();
        for (MapNode alert : alerts) {
            AlertMatch.denial(event, alert, in.isTrue("noCrossNamespaceRefs"))
                    .ifPresent(error -> errors.put(name(alert), error));
        }
        MapNode answer = MapNode.of(
                "matchingAlerts",
                ListNode.ofStrings(alerts.stream().map(AccessAnswers::name).toList()));
        MapNode denied = errors.build();
        return denied.isEmpty() ? answer : answer.with("errors", denied);
    }

    static Node receiver(MapNode in) {
        World world = World.of(in);
        try {
            List<MapNode> found = ReceiverTargets.find(
                    in.findText("namespace"), in.findMap("resource"), in.isTrue("noCrossNamespaceRefs"), world, world);
            return MapNode.of(
                    "annotated",
                    ListNode.ofStrings(found.stream()
                            .map(object -> ObjectMetadata.of(object).subject())
                            .toList()));
        } catch (ReceiverTargets.ReceiverException e) {
            return MapNode.of("annotated", ListNode.EMPTY, "error", String.valueOf(e.getMessage()));
        }
    }

    private static String name(MapNode object) {
        return ObjectFields.namespace(object) + "/" + ObjectFields.name(object);
    }
}
