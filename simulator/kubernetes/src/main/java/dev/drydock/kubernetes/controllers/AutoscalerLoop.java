package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiRequest;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.Verb;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * horizontal-pod-autoscaler (pkg/controller/podautoscaler) in a cluster without metrics: it keeps its target between the
 * limits, and says that it cannot do more.
 */
final class AutoscalerLoop implements ControlLoop {

    private static final long PERIOD = 15;
    private static final String UNABLE = "the HPA was unable to compute the replica count: ";

    @Override
    public String name() {
        return "horizontal-pod-autoscaler";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        return event.resource().groupResource().equals("horizontalpodautoscalers.autoscaling")
                ? List.of(NamespacedName.of(event.object()))
                : List.of();
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> found = context.get(Kinds.AUTOSCALER, name);
        if (found.isEmpty() || found.get().find("metadata", "deletionTimestamp") != null) {
            return new Result.Done();
        }
        Instant created = Instant.parse(found.get().findText("metadata", "creationTimestamp"));
        Duration age = Duration.between(created, context.kernel().now());
        long seconds = age.toSeconds();
        Duration untilNext = Duration.ofSeconds((seconds / PERIOD + 1) * PERIOD).minus(age);
        if (seconds > 0 && seconds % PERIOD == 0) {
            look(context, found.get());
        }
        return new Result.After(untilNext);
    }

    private static void look(LoopContext context, MapNode autoscaler) {
        MapNode target = autoscaler.findMap("spec", "scaleTargetRef");
        Optional<ApiResource> resource = context.server()
                .discovery()
                .find(GroupVersionKind.of(target.findText("apiVersion"), target.findText("kind")));
        MapNode status = autoscaler.findMap("status");
        if (resource.isEmpty()) {
            write(
                    context,
                    autoscaler,
                    with(context, status, "AbleToScale", "False", "FailedGetScale", noMatch(target)));
            return;
        }
        NamespacedName name = new NamespacedName(NamespacedName.of(autoscaler).namespace(), target.findText("name"));
        ApiResponse scale = context.server()
                .handle(ApiRequest.builder(
                                context.client().user(),
                                Verb.GET,
                                resource.get().resource())
                        .namespace(name.namespace())
                        .name(name.name())
                        .subresource("scale")
                        .build());
        if (!scale.isSuccess()) {
            String text = "the HPA controller was unable to get the target's current scale: " + scale.message();
            write(context, autoscaler, with(context, status, "AbleToScale", "False", "FailedGetScale", text));
            return;
        }
        status = with(
                context,
                status,
                "AbleToScale",
                "True",
                "SucceededGetScale",
                "the HPA controller was able to get the target's current scale");
        scale(context, autoscaler, status, resource.get(), name, scale.object());
    }

    private static String noMatch(MapNode target) {
        String version = target.findText("apiVersion");
        int slash = version.indexOf('/');
        return "the HPA controller was unable to get the target's current scale: no matches for kind \""
                + target.findText("kind") + "\" in group \"" + (slash < 0 ? "" : version.substring(0, slash)) + "\"";
    }

    private static void scale(
            LoopContext context,
            MapNode autoscaler,
            MapNode able,
            ApiResource resource,
            NamespacedName target,
            MapNode scale) {
        long current = PodTemplates.number(scale, 0, "spec", "replicas");
        long least = PodTemplates.number(autoscaler, 1, "spec", "minReplicas");
        long most = PodTemplates.number(autoscaler, 1, "spec", "maxReplicas");
        MapNode status = able;
        long desired = current;
        if (current == 0 && least != 0) {
            String text = "scaling is disabled since the replica count of the target is zero";
            status = with(context, status, "ScalingActive", "False", "ScalingDisabled", text);
            desired = 0;
        } else if (current > most || current < least) {
            desired = current > most ? most : least;
            ApiResponse written = context.server()
                    .handle(ApiRequest.builder(context.client().user(), Verb.UPDATE, resource.resource())
                            .namespace(target.namespace())
                            .name(target.name())
                            .subresource("scale")
                            .body(scale.with(List.of("spec", "replicas"), Node.of(desired)))
                            .fieldManager(context.fieldManager())
                            .build());
            status = written.isSuccess()
                    ? with(
                            context,
                            status,
                            "AbleToScale",
                            "True",
                            "SucceededRescale",
                            "the HPA controller was able to update the target scale to " + desired)
                    : with(
                            context,
                            status,
                            "AbleToScale",
                            "False",
                            "FailedUpdateScale",
                            "the HPA controller was unable to update the target scale: " + written.message());
        } else {
            // Without metrics the count that was wanted last stays.
            desired = PodTemplates.number(autoscaler, 0, "status", "desiredReplicas");
            status = withoutMetrics(context, autoscaler, status, scale);
        }
        write(context, autoscaler, status.with("currentReplicas", current).with("desiredReplicas", desired));
    }

    private static MapNode withoutMetrics(LoopContext context, MapNode autoscaler, MapNode status, MapNode scale) {
        if (scale.findText("status", "selector").isEmpty()) {
            String text = "the HPA target's scale is missing a selector";
            return with(context, status, "ScalingActive", "False", "InvalidSelector", text);
        }
        ListNode metrics = autoscaler.findList("spec", "metrics");
        if (metrics.isEmpty()) {
            return status;
        }
        String type = metrics.get(0).findText("type");
        String name = metrics.get(0)
                .findText(type.isEmpty() ? "" : Character.toLowerCase(type.charAt(0)) + type.substring(1), "name");
        return with(
                context,
                status,
                "ScalingActive",
                "False",
                "FailedGet" + type + "Metric",
                UNABLE + "failed to get " + name + " utilization: unable to get metrics for resource " + name
                        + ": unable to fetch metrics from resource metrics API: the server could not find the requested"
                        + " resource (get pods.metrics.k8s.io)");
    }

    private static MapNode with(
            LoopContext context, MapNode status, String type, String value, String reason, String message) {
        MapNode condition =
                context.condition(status, type, value, reason, message).without("lastUpdateTime");
        ListNode old = status.findList("conditions");
        for (int i = 0; i < old.size(); i++) {
            if (old.get(i).findText("type").equals(type)) {
                return status.with("conditions", old.with(i, condition));
            }
        }
        return status.with("conditions", old.plus(condition));
    }

    private static void write(LoopContext context, MapNode autoscaler, MapNode status) {
        MapNode complete = status;
        for (String count : List.of("currentReplicas", "desiredReplicas")) {
            complete = complete.has(count) ? complete : complete.with(count, Node.of(0));
        }
        context.updateStatus(autoscaler, autoscaler.with("status", complete));
    }
}
