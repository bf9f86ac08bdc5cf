package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiRequest;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.Verb;
import dev.drydock.kubernetes.apply.FieldManagement;
import dev.drydock.kubernetes.apply.ObjectConversion;
import dev.drydock.kubernetes.apply.ResetFields;
import dev.drydock.kubernetes.crd.ApprovalRules;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The controllers of CustomResourceDefinitions that run inside the server: names are accepted, kinds are established, and the
 * instances of a definition go before it does (apiextensions-apiserver/pkg/controller). They act right after a write.
 */
final class Definitions {

    static final GroupVersionResource RESOURCE =
            new GroupVersionResource("apiextensions.k8s.io", "v1", "customresourcedefinitions");

    private static final GroupVersionKind KIND =
            new GroupVersionKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition");
    private static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";
    private static final String MANAGER = "kube-apiserver";
    private static final UserInfo SERVER =
            new UserInfo("system:apiserver", "", List.of("system:masters", "system:authenticated"), java.util.Map.of());

    private final ServerState state;
    private final Deletes deletes;

    Definitions(ServerState state, Deletes deletes) {
        this.state = state;
        this.deletes = deletes;
    }

    /** Does what a write of a definition or of an instance calls for. */
    void after(Call call) {
        if (call.request().dryRun()) {
            return;
        }
        if (call.gvr().equals(RESOURCE)) {
            for (MapNode definition : state.list(RESOURCE, "")) {
                String name = NamespacedName.of(definition).name();
                // what goes may free names that others wait for
                boolean frees = call.request().verb() == Verb.DELETE;
                if (frees
                        || call.request().name().isEmpty()
                        || call.request().name().equals(name)) {
                    settle(definition);
                }
            }
        } else if (call.isCustom() && call.request().verb() != Verb.CREATE) {
            state.get(RESOURCE, "", call.gvr().groupResource())
                    .filter(Objects::isDeleting)
                    .ifPresent(this::settle);
        }
    }

    private void settle(MapNode definition) {
        if (Objects.isDeleting(definition)) {
            finish(definition);
            return;
        }
        MapNode status = withApproval(definition, DefinitionNames.status(definition, state.list(RESOURCE, ""), now()));
        if (!status.equals(definition.findMap("status"))) {
            write(definition, definition.with("status", status));
        }
    }

    private MapNode withApproval(MapNode definition, MapNode status) {
        return ApprovalRules.approval(definition)
                .map(approval -> status.with(
                        "conditions",
                        Conditions.with(
                                status.findList("conditions"),
                                "KubernetesAPIApprovalPolicyConformant",
                                approval.status(),
                                approval.reason(),
                                approval.message(),
                                now())))
                .orElse(status);
    }

    private String now() {
        return state.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private MapNode write(MapNode definition, MapNode changed) {
        MapNode managed = new FieldManagement(
                        KIND, "status", state.types(), ObjectConversion.none(), ResetFields.of(RESOURCE, "status"))
                .update(definition, changed, MANAGER, state.now());
        ApiResource resource = state.discovery().find(RESOURCE).orElseThrow();
        NamespacedName name = NamespacedName.of(definition);
        if (Objects.isDeleting(managed) && Objects.finalizers(managed).isEmpty()) {
            state.remove(resource, name, managed);
            return managed;
        }
        return state.put(resource, name, managed, definition);
    }

    /** A definition as its deletion marks it (registry/customresourcedefinition/etcd.go, Delete). */
    static MapNode marked(MapNode definition, String now) {
        List<String> finalizers = new ArrayList<>(Objects.finalizers(definition));
        if (!finalizers.contains(CLEANUP)) {
            finalizers.add(CLEANUP);
        }
        MapNode marked = Objects.withMeta(definition, "deletionTimestamp", now);
        marked = Objects.withMeta(marked, "finalizers", ListNode.ofStrings(finalizers));
        return terminating(
                marked,
                "True",
                "InstanceDeletionPending",
                "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon",
                now);
    }

    private static MapNode terminating(MapNode definition, String status, String reason, String message, String now) {
        ListNode conditions = Conditions.with(
                definition.findList("status", "conditions"), "Terminating", status, reason, message, now);
        return definition.with(List.of("status", "conditions"), conditions);
    }

    private void finish(MapNode definition) {
        if (!Objects.finalizers(definition).contains(CLEANUP)) {
            return;
        }
        MapNode current = terminating(
                definition, "True", "InstanceDeletionInProgress", "CustomResource deletion is in progress", now());
        if (!current.equals(definition)) {
            current = write(definition, current);
        }
        if (!Conditions.isTrue(definition.findMap("status"), "Established")) {
            release(current, "NeverEstablished", "resource was never established");
            return;
        }
        Optional<ApiResource> served = servedOf(definition);
        if (served.isPresent() && !deletes.deleteInstances(instancesOf(served.get()))) {
            return;
        }
        release(current, "InstanceDeletionCompleted", "removed all instances");
    }

    private void release(MapNode definition, String reason, String message) {
        List<String> rest = new ArrayList<>(Objects.finalizers(definition));
        rest.remove(CLEANUP);
        MapNode released = terminating(definition, "False", reason, message, now());
        write(
                definition,
                rest.isEmpty()
                        ? Objects.withoutMeta(released, "finalizers")
                        : Objects.withMeta(released, "finalizers", ListNode.ofStrings(rest)));
    }

    private Optional<ApiResource> servedOf(MapNode definition) {
        String name = NamespacedName.of(definition).name();
        return state.discovery().all().stream()
                .filter(resource -> resource.collection().equals(name))
                .findFirst();
    }

    private static Call instancesOf(ApiResource resource) {
        return Call.of(
                ApiRequest.builder(SERVER, Verb.DELETECOLLECTION, resource.resource())
                        .userAgent(MANAGER)
                        .build(),
                SERVER,
                resource);
    }
}
