package dev.drydock.flux.notification;

import com.google.re2j.PatternSyntaxException;
import dev.drydock.cel.library.Patterns;
import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.acl.AlertMatch;
import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NoMatchException;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
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
    private static final Set<String> GENERIC = Set.of("generic", "generic-hmac");
    private static final Set<String> CHANGE_REQUEST =
            Set.of("githubpullrequestcomment", "gitlabmergerequestcomment", "giteapullrequestcomment");

    private static final String CONFLICTS =
            "metadata key conflicts detected (please refer to the Alert API docs and Flux"
                    + " RFC 0008 for more information)";

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
        alerts.forEach(alert -> complain(event, alert));
        String subject =
                ObjectFields.kind(involved) + "/" + involved.findText("namespace") + "/" + involved.findText("name");
        for (MapNode alert : AlertMatch.matching(event, alerts, this::read)) {
            problem(event, alert)
                    .ifPresent(problem -> record(
                            alert,
                            "NotificationDispatchFailed",
                            "failed to dispatch notification for " + subject + ": " + problem));
        }
        return new Result.Done();
    }

    private ObjectLookup.Answer read(GroupVersionKind kind, String namespace, String name) {
        ApiResponse response;
        try {
            response = client.get(kind, new NamespacedName(namespace, name));
        } catch (NoMatchException e) {
            return new ObjectLookup.Failed(String.valueOf(e.getMessage()), false);
        }
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
        EventMetadata metadata = EventMetadata.of(event, involved(event));
        boolean isError = event.findText("severity").equals("error");
        if (provider.isTrue("spec", "suspend") || !suits(provider.findText("spec", "type"), metadata, isError)) {
            return Optional.empty();
        }
        if (!provider.findText("spec", "serviceAccountName").isEmpty()
                && !profile.gate("ObjectLevelWorkloadIdentity", false)) {
            return Optional.of("to use spec.serviceAccountName for provider authentication please enable the"
                    + " ObjectLevelWorkloadIdentity feature gate in the controller");
        }
        Map<String, String> conflicts = metadata.conflicts(alert);
        if (!conflicts.isEmpty()) {
            record(alert, "MetadataAppendFailed", CONFLICTS, conflicts);
        }
        return new NotifierSetup(client, provider)
                .problem()
                .map(problem -> "failed to initialize notifier for provider '" + name + "': " + problem);
    }

    /** The object that an event is about, unless it is gone. */
    private Optional<MapNode> involved(MapNode event) {
        MapNode involved = event.findMap("involvedObject");
        return read(ObjectFields.type(involved), involved.findText("namespace"), involved.findText("name"))
                        instanceof ObjectLookup.Found found
                ? Optional.of(found.object())
                : Optional.empty();
    }

    /** Whether an event is one for a type of provider: the status of a commit is no news for a chat, and the reverse. */
    private static boolean suits(String type, EventMetadata metadata, boolean isError) {
        if (COMMIT_STATUS.contains(type)) {
            return isError || metadata.isCommitStatusUpdate() || metadata.hasCommit();
        }
        if (metadata.isCommitStatusUpdate() && !GENERIC.contains(type)) {
            return false;
        }
        return !CHANGE_REQUEST.contains(type) || metadata.hasChangeRequest();
    }

    /** Tells of expressions of an alert that an event met and that do not compile. */
    private void complain(MapNode event, MapNode alert) {
        MapNode bare = alert.withoutPath("spec", "inclusionList").withoutPath("spec", "exclusionList");
        if (AlertMatch.matching(event, List.of(bare), this::read).isEmpty()) {
            return;
        }
        String message = event.findText("message");
        ListNode inclusions = alert.findList("spec", "inclusionList");
        if (inclusions.isEmpty() || isMatched(inclusions, message, "inclusion", alert)) {
            isMatched(alert.findList("spec", "exclusionList"), message, "exclusion", alert);
        }
    }

    private boolean isMatched(ListNode expressions, String message, String what, MapNode alert) {
        for (String expression : expressions.strings()) {
            try {
                if (Patterns.compile(expression).matcher(message).find()) {
                    return true;
                }
            } catch (PatternSyntaxException e) {
                record(alert, "InvalidConfig", "failed to compile " + what + " regex: " + expression);
            }
        }
        return false;
    }

    private void record(MapNode alert, String reason, String message) {
        record(alert, reason, message, Map.of());
    }

    private void record(MapNode alert, String reason, String message, Map<String, String> metadata) {
        MapNode about = alert.with("apiVersion", Kinds.ALERT.apiVersion()).with("kind", Kinds.ALERT.kind());
        events.record(about, "Warning", reason, message, metadata);
    }
}
