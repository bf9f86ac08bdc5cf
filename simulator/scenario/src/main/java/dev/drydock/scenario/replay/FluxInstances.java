package dev.drydock.scenario.replay;

import dev.drydock.flux.repository.Content;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the Flux Operator makes of a FluxInstance, as far as the flags of the controllers and the first sync go
 * (controlplaneio-fluxcd/flux-operator, internal/builder/profiles.go and templates.go).
 */
final class FluxInstances {

    private static final List<String> COMPONENTS =
            List.of("source-controller", "kustomize-controller", "helm-controller", "notification-controller");
    private static final Set<String> APPLIERS = Set.of("kustomize-controller", "helm-controller");

    /** {@code spec.cluster.size} to {@code --requeue-dependency} of the controllers that apply. */
    private static final Map<String, String> REQUEUE = Map.of("small", "10s", "medium", "5s", "large", "5s");

    private FluxInstances() {}

    /** The source and the Kustomization that {@code spec.sync} asks for; empty without it. */
    static List<MapNode> sync(MapNode instance) {
        if (!(instance.find("spec", "sync") instanceof MapNode sync)) {
            return List.of();
        }
        String namespace = instance.findText("metadata", "namespace");
        String given = sync.findText("name");
        String name = given.isEmpty() ? namespace : given;
        String kind = sync.findText("kind");
        boolean isBucket = kind.equals("Bucket");
        MapNode.Builder source = MapNode.builder()
                .put("interval", sync.findText("interval").isEmpty() ? "1m" : sync.findText("interval"))
                .put(isBucket ? "endpoint" : "url", sync.findText("url"));
        if (isBucket) {
            source.put("bucketName", sync.findText("ref"));
        } else {
            source.put("ref", MapNode.of(kind.equals("GitRepository") ? "name" : "tag", sync.findText("ref")));
        }
        if (!sync.findText("pullSecret").isEmpty()) {
            source.put("secretRef", MapNode.of("name", sync.findText("pullSecret")));
        }
        source.putIfPresent("provider", sync.find("provider"));
        MapNode.Builder kustomization = MapNode.builder()
                .put("interval", "10m0s")
                .put("path", sync.findText("path"))
                .put("prune", true)
                .put("sourceRef", MapNode.of("kind", kind, "name", name));
        if (isMultitenant(instance)) {
            kustomization.put("serviceAccountName", "kustomize-controller");
        }
        return List.of(
                object("source.toolkit.fluxcd.io/v1", kind, namespace, name, source.build()),
                object("kustomize.toolkit.fluxcd.io/v1", "Kustomization", namespace, name, kustomization.build()));
    }

    /** The controllers' Deployments and the sync, with the profiles of the cluster and the patches of the instance. */
    static List<MapNode> installed(MapNode instance) {
        List<String> components = instance.findList("spec", "components").strings();
        Map<String, List<String>> flags = new LinkedHashMap<>();
        for (String component : components.isEmpty() ? COMPONENTS : components) {
            flags.put(component, flags(component, instance, components));
        }
        String namespace = instance.findText("metadata", "namespace");
        StringBuilder manifests = new StringBuilder();
        flags.forEach((name, args) -> manifests
                .append("---\n")
                .append(object("apps/v1", "Deployment", namespace, name, deployment(args)))
                .append('\n'));
        sync(instance)
                .forEach(object -> manifests.append("---\n").append(object).append('\n'));
        Content installed = new Content(Map.of("flux.yaml", Content.File.of(manifests.toString())));
        return Builds.objects(
                installed, ".", MapNode.EMPTY.with("patches", instance.findList("spec", "kustomize", "patches")));
    }

    private static List<String> flags(String component, MapNode instance, List<String> components) {
        List<String> args = new ArrayList<>();
        boolean applies = APPLIERS.contains(component);
        String requeue = REQUEUE.get(instance.findText("spec", "cluster", "size"));
        if (applies && requeue != null) {
            args.add("--requeue-dependency=" + requeue);
        }
        if (isMultitenant(instance)) {
            if (!component.equals("source-controller")) {
                args.add("--no-cross-namespace-refs=true");
            }
            if (component.equals("kustomize-controller")) {
                args.add("--no-remote-bases=true");
            }
            if (applies) {
                String account = instance.findText("spec", "cluster", "tenantDefaultServiceAccount");
                args.add("--default-service-account=" + (account.isEmpty() ? "default" : account));
            }
        }
        if (applies && components.contains("source-watcher")) {
            args.add("--feature-gates=ExternalArtifact=true");
        }
        return args;
    }

    private static boolean isMultitenant(MapNode instance) {
        return instance.isTrue("spec", "cluster", "multitenant");
    }

    private static MapNode deployment(List<String> args) {
        MapNode container = MapNode.of(
                "name",
                "manager",
                "args",
                ListNode.of(args.stream().map(Node::of).toList()));
        return MapNode.EMPTY.with(List.of("template", "spec", "containers"), ListNode.of(List.of(container)));
    }

    private static MapNode object(String apiVersion, String kind, String namespace, String name, MapNode spec) {
        return MapNode.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("metadata", MapNode.of("name", name, "namespace", namespace))
                .put("spec", spec)
                .build();
    }
}
