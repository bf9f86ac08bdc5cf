package dev.drydock.flux.runtime;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records Kubernetes Events about objects as client-go's recorder does: an event that was recorded before counts up
 * instead of standing twice.
 */
public final class EventRecorder {

    private static final GroupVersionKind EVENT = new GroupVersionKind("", "v1", "Event");

    /** Names follow from the time, so that two controllers may choose the same one. */
    private static final int MOST_ATTEMPTS = 10;

    private final Client client;
    private final Kernel kernel;
    private final String component;
    private final Map<String, Seen> seen = new TreeMap<>();
    private final EventCorrelator correlator;

    private record Seen(String name, int count) {}

    /** A recorder of a controller. */
    public EventRecorder(Client client, Kernel kernel, String component) {
        this(client, kernel, component, new EventCorrelator());
    }

    private EventRecorder(Client client, Kernel kernel, String component, EventCorrelator correlator) {
        this.client = client;
        this.kernel = kernel;
        this.component = component;
        this.correlator = correlator;
    }

    /** A recorder that remembers what this one recorded. */
    public EventRecorder fork(Client forkedClient, Kernel forkedKernel) {
        EventRecorder copy = new EventRecorder(forkedClient, forkedKernel, component, correlator.copy());
        copy.seen.putAll(seen);
        return copy;
    }

    /**
     * Records an event; a refusal by the server (such as a namespace that is being terminated) loses it, as with the real
     * recorder.
     *
     * @param type {@code Normal} or {@code Warning}
     * @param metadata of the event, to which annotations of the object for events are added
     */
    public void record(MapNode object, String type, String reason, String message, Map<String, String> metadata) {
        kernel.record(component, object.findString("kind") + "/" + NamespacedName.of(object), reason + ": " + message);
        NamespacedName name = NamespacedName.of(object);
        String namespace = name.namespace().isEmpty() ? "default" : name.namespace();
        String about = object.findString("apiVersion") + "/" + object.findString("kind") + "/" + name + "/"
                + object.findString("metadata", "uid");
        EventCorrelator.Correlated event = correlator.correlate(about, type, reason, message, kernel.now());
        if (!correlator.admits(about, kernel.now())) {
            return;
        }
        String now = kernel.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Seen before = seen.get(event.key());
        if (before != null) {
            MapNode patch = MapNode.builder()
                    .put("count", before.count() + 1)
                    .put("lastTimestamp", now)
                    .put("message", event.message())
                    .build();
            NamespacedName stored = new NamespacedName(namespace, before.name());
            ApiResponse response =
                    client.patch(EVENT, stored, "", PatchType.STRATEGIC, patch, WriteOptions.as(component));
            if (response.isSuccess()) {
                seen.put(event.key(), new Seen(before.name(), before.count() + 1));
                return;
            }
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            String eventName = name.name() + "." + Long.toHexString(nanos(kernel.now()) + seen.size() + attempt);
            Map<String, String> annotations = annotations(object, metadata);
            ApiResponse response = create(object, eventName, namespace, type, reason, event.message(), annotations);
            if (response.isSuccess()) {
                seen.put(event.key(), new Seen(eventName, 1));
            }
            if (response.code() != 409) {
                return;
            }
        }
    }

    private static Map<String, String> annotations(MapNode object, Map<String, String> metadata) {
        Map<String, String> annotations = new TreeMap<>(metadata);
        ObjectFields.annotations(object).forEach((key, value) -> {
            if (key.startsWith("event.toolkit.fluxcd.io/")) {
                annotations.put(key, value);
            }
        });
        return annotations;
    }

    private ApiResponse create(
            MapNode object,
            String eventName,
            String namespace,
            String type,
            String reason,
            String message,
            Map<String, String> annotations) {
        String now = kernel.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return client.create(
                MapNode.builder()
                        .put("apiVersion", "v1")
                        .put("kind", "Event")
                        .put(
                                "metadata",
                                MapNode.builder()
                                        .put("name", eventName)
                                        .put("namespace", namespace)
                                        .putIfPresent(
                                                "annotations",
                                                annotations.isEmpty() ? null : MapNode.ofStrings(annotations))
                                        .build())
                        .put(
                                "involvedObject",
                                MapNode.builder()
                                        .putIfPresent("kind", object.get("kind"))
                                        .putIfPresent("namespace", object.find("metadata", "namespace"))
                                        .putIfPresent("name", object.find("metadata", "name"))
                                        .putIfPresent("uid", object.find("metadata", "uid"))
                                        .putIfPresent("apiVersion", object.get("apiVersion"))
                                        .putIfPresent("resourceVersion", object.find("metadata", "resourceVersion"))
                                        .build())
                        .put("reason", reason)
                        .put("message", message)
                        .put("source", MapNode.of("component", component))
                        .put("firstTimestamp", now)
                        .put("lastTimestamp", now)
                        .put("count", 1)
                        .put("type", type)
                        .put("reportingComponent", component)
                        .put("reportingInstance", "")
                        .build(),
                WriteOptions.as(component));
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
