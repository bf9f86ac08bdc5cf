package dev.drydock.flux.notification;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.acl.AlertMatch;
import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What becomes of an event of a Flux object: which Alerts it reaches, and why one of them cannot pass it on
 * (notification-controller internal/server/event_handlers.go). What could be passed on is not sent anywhere.
 */
final class AlertDispatch implements Reconciler {

    static final GroupVersionKind EVENT = new GroupVersionKind("", "v1", "Event");

    private static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");

    /** Normal events that the controllers record and do not post. */
    private static final Set<String> TRACES = Set.of(
            "ArtifactUpToDate",
            "AuthenticationFailed",
            "GarbageCollectionSucceeded",
            "GitOperationSucceeded",
            "HelmChartConfigured",
            "HelmChartCreated",
            "HelmChartDeleted",
            "HelmChartSyncErr",
            "NoArtifact",
            "NoSourceArtifact",
            "NotFound",
            "ResolvedDependencies");

    private static final Set<String> COMMIT_STATUS =
            Set.of("github", "gitlab", "gitea", "bitbucketserver", "bitbucket", "azuredevops");
    private static final Set<String> CHANGE_REQUEST =
            Set.of("githubpullrequestcomment", "gitlabmergerequestcomment", "giteapullrequestcomment");

    private final Client client;
    private final FluxProfile profile;
    private final EventRecorder events;
    private final Map<NamespacedName, MapNode> waiting = new TreeMap<>();

    AlertDispatch(Client client, FluxProfile profile, EventRecorder events) {
        this.client = client;
        this.profile = profile;
        this.events = events;
    }

    /** Whether an Event is one that a Flux controller posted about one of its objects. */
    static boolean isPosted(MapNode event) {
        boolean isTrace = event.findText("type").equals("Normal") && TRACES.contains(event.findText("reason"));
        String apiVersion = event.findText("involvedObject", "apiVersion");
        return !isTrace && apiVersion.contains(".toolkit.fluxcd.io/") && !apiVersion.startsWith(Kinds.GROUP + "/");
    }

    /** Takes an event in, as the controllers post it. */
    void post(MapNode event) {
        waiting.put(NamespacedName.of(event), event);
    }

    /** Takes over the events of the one that this is a copy of. */
    void copyStateFrom(AlertDispatch origin) {
        waiting.putAll(origin.waiting);
    }

    @Override
    public Result reconcile(NamespacedName name) {
        MapNode posted = waiting.remove(name);
        if (posted == null) {
            return new Result.Done();
        }
        List<MapNode> alerts = client.list(Kinds.ALERT, "", "").object().findList("items").stream()
                .map(MapNode.class::cast)
                .toList();
        MapNode event = posted.with("severity", posted.findText("type").equals("Warning") ? "error" : "info");
        MapNode involved = event.findMap("involvedObject");
        for (MapNode alert : AlertMatch.matching(event, alerts, this::read)) {
            problem(event, alert).ifPresent(problem -> {
                MapNode about =
                        alert.with("apiVersion", Kinds.ALERT.apiVersion()).with("kind", Kinds.ALERT.kind());
                String subject = ObjectFields.kind(involved) + "/" + involved.findText("namespace") + "/"
                        + involved.findText("name");
                events.record(
                        about,
                        "Warning",
                        "NotificationDispatchFailed",
                        "failed to dispatch notification for " + subject + ": " + problem,
                        Map.of());
            });
        }
        return new Result.Done();
    }

    private ObjectLookup.Answer read(GroupVersionKind kind, String namespace, String name) {
        ApiResponse response = client.get(kind, new NamespacedName(namespace, name));
        return response.isSuccess()
                ? new ObjectLookup.Found(response.object())
                : new ObjectLookup.Failed(response.message(), response.code() == 404);
    }

    private Optional<String> problem(MapNode event, MapNode alert) {
        Optional<String> denial = AlertMatch.denial(event, alert, profile.noCrossNamespaceRefs());
        if (denial.isPresent()) {
            return denial;
        }
        String name = alert.findText("spec", "providerRef", "name");
        ApiResponse found = client.get(Kinds.PROVIDER, new NamespacedName(ObjectFields.namespace(alert), name));
        if (!found.isSuccess()) {
            return Optional.of(
                    "failed to read provider: " + Kinds.PROVIDER.groupKind() + " \"" + name + "\" not found");
        }
        MapNode provider = found.object();
        String type = provider.findText("spec", "type");
        boolean isDropped = provider.isTrue("spec", "suspend")
                || (COMMIT_STATUS.contains(type) && event.findText("severity").equals("info"))
                || CHANGE_REQUEST.contains(type);
        if (isDropped) {
            return Optional.empty();
        }
        if (!provider.findText("spec", "serviceAccountName").isEmpty()
                && !profile.gate("ObjectLevelWorkloadIdentity", false)) {
            return Optional.of("to use spec.serviceAccountName for provider authentication please enable the"
                    + " ObjectLevelWorkloadIdentity feature gate in the controller");
        }
        return missingSecret(provider)
                .map(problem -> "failed to initialize notifier for provider '" + name + "': " + problem);
    }

    private Optional<String> missingSecret(MapNode provider) {
        for (String field : List.of("secretRef", "proxySecretRef", "certSecretRef")) {
            Node reference = provider.find("spec", field, "name");
            if (reference == null) {
                continue;
            }
            NamespacedName name =
                    new NamespacedName(ObjectFields.namespace(provider), provider.findText("spec", field, "name"));
            ApiResponse response = client.get(SECRET, name);
            if (!response.isSuccess()) {
                return Optional.of("failed to get secret '" + name + "': " + response.message());
            }
        }
        boolean hasAddress =
                !provider.findText("spec", "address").isEmpty() || provider.find("spec", "secretRef") != null;
        return provider.findText("spec", "type").startsWith("generic") && !hasAddress
                ? Optional.of("failed to initialize notifier: invalid hook URL : parse \"\": empty url")
                : Optional.empty();
    }
}
