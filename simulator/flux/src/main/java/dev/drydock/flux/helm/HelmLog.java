package dev.drydock.flux.helm;

import dev.drydock.kernel.Kernel;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last lines that Helm logged during an action, which events about its failure quote (helm-controller
 * internal/action/log.go).
 */
final class HelmLog {

    private static final int SIZE = 10;

    private final @Nullable Kernel kernel;
    private static final String STATUS = "status of the server";
    private static final List<String> STATUS_FIELDS =
            List.of("kind", "apiVersion", "metadata", "status", "message", "reason", "details", "code");

    private final List<Line> lines;

    private HelmLog(@Nullable Kernel kernel, List<Line> lines) {
        this.kernel = kernel;
        this.lines = new ArrayList<>(lines);
    }

    /** A log that goes on after some lines. */
    static HelmLog after(List<Line> lines, Kernel kernel) {
        return new HelmLog(kernel, lines);
    }

    /** A log that nobody reads. */
    static HelmLog unread() {
        return new HelmLog(null, List.of());
    }

    /**
     * A line.
     *
     * @param first when it was logged first
     * @param last when it was logged last
     * @param text message and attributes
     * @param repetitions how often it was logged again
     */
    record Line(Instant first, Instant last, String text, int repetitions) {

        @Override
        public String toString() {
            String line = first + ": " + text;
            return repetitions == 0
                    ? line
                    : line + "\n" + last + ": " + text + " (" + repetitions + " duplicate line"
                            + (repetitions > 1 ? "s" : "") + " omitted)";
        }
    }

    void add(String message) {
        add(message, MapNode.EMPTY);
    }

    /** Logs a message with attributes; the same line twice is one line. */
    void add(String message, MapNode attributes) {
        Kernel clock = kernel;
        if (clock == null) {
            return;
        }
        String text = message + ": " + json(attributes);
        Line previous = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        if (previous != null && previous.text.equals(text)) {
            lines.set(lines.size() - 1, new Line(previous.first, clock.now(), text, previous.repetitions + 1));
            return;
        }
        lines.add(new Line(clock.now(), clock.now(), text, 0));
        if (lines.size() > SIZE) {
            lines.remove(0);
        }
    }

    /** Attributes by their names; a status of the API server has the fields in the order of its type. */
    private static String json(MapNode attributes) {
        MapNode status = attributes.findMap("error", "ErrStatus");
        if (status.isEmpty()) {
            return JsonWriter.go(attributes);
        }
        MapNode.Builder ordered = MapNode.builder();
        for (String field : STATUS_FIELDS) {
            ordered.putIfPresent(field, field.equals("details") ? details(status.findMap(field)) : status.find(field));
        }
        String text = JsonWriter.go(attributes.with(List.of("error", "ErrStatus"), STATUS));
        return text.replace('"' + STATUS + '"', JsonWriter.compact(ordered.build()));
    }

    private static MapNode details(MapNode details) {
        MapNode.Builder ordered = MapNode.builder();
        List.of("name", "group", "kind").forEach(field -> ordered.putIfPresent(field, details.find(field)));
        return ordered.build();
    }

    /** Logs a message about an object. */
    void about(String message, Resource resource, MapNode more) {
        String version = resource.kind().group().isEmpty()
                ? "/" + resource.kind().version()
                : resource.kind().apiVersion();
        add(
                message,
                MapNode.builder()
                        .putAll(more)
                        .put("gvk", version + ", Kind=" + resource.kind().kind())
                        .put("name", resource.name())
                        .put("namespace", resource.namespace())
                        .build());
    }

    /** Logs a message about an object by its kind. */
    void ofKind(String message, Resource resource, MapNode more) {
        add(
                message,
                MapNode.builder()
                        .putAll(more)
                        .put("kind", resource.kind().kind())
                        .put("name", resource.name())
                        .put("namespace", resource.namespace())
                        .build());
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** A message with the lines below it, if there are any. */
    static String quoted(String message, List<Line> lines) {
        return lines.isEmpty()
                ? message
                : message + "\n\nLast Helm logs:\n\n"
                        + String.join("\n", lines.stream().map(Line::toString).toList());
    }
}
