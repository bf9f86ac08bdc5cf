package dev.drydock.conformance.custom;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hides what the server makes up, as the corpus does. */
final class CustomMasks {

    private static final Pattern UID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z(?!\\d)");
    private static final Pattern GENERATE_NAME = Pattern.compile("\"generateName\": ?\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile(
            "(?<=resourceVersion\\\\\":\\\\\"|resourceVersion\":\"|in record \\(|in the precondition \\()\\d+");
    private static final Pattern SELF_TYPE = Pattern.compile("selfType\\d+");
    private static final List<String> MADE_UP = List.of("uid", "creationTimestamp", "resourceVersion");

    private final String sent;
    private final boolean keepManagers;
    private final Instant now;
    private final @Nullable Pattern generated;
    private final String base;

    /**
     * Masks for the answer to a request.
     *
     * @param sent everything that the case sends; what stands there is never masked
     * @param keepManagers whether the answer shows who manages which field
     * @param now the time of the clock, about
     */
    CustomMasks(String sent, boolean keepManagers, Instant now) {
        this.sent = sent;
        this.now = now;
        this.keepManagers = keepManagers;
        Matcher name = GENERATE_NAME.matcher(sent);
        boolean found = name.find();
        this.base = found ? name.group(1) : "";
        this.generated = found ? Pattern.compile(Pattern.quote(base) + "[a-z0-9]{5}(?![a-z0-9])") : null;
    }

    /** A returned object; the items of a list keep their uid and time, masked. */
    Node object(MapNode object) {
        MapNode shown = object;
        if (object.get("metadata") instanceof MapNode metadata) {
            MapNode rest = metadata.without(MADE_UP);
            shown = object.with("metadata", keepManagers ? rest : rest.without("managedFields"));
        }
        if (shown.get("items") instanceof ListNode items) {
            shown = shown.with("items", items.map(CustomMasks::item));
        }
        return masked(shown);
    }

    private static Node item(Node item) {
        return item instanceof MapNode map && map.get("metadata") instanceof MapNode metadata
                ? map.with("metadata", metadata.without(List.of("managedFields", "resourceVersion")))
                : item;
    }

    /** A tree with all its texts masked. */
    Node masked(Node node) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> masked(value));
        }
        if (node instanceof ListNode list) {
            return list.map(this::masked);
        }
        return node instanceof ScalarNode scalar && scalar.isString()
                ? ScalarNode.of(text(scalar.stringValue()))
                : node;
    }

    /** A text without what the server made up. */
    String text(String text) {
        String masked = hide(UID, text, "<uid>");
        masked = TIME.matcher(masked)
                .replaceAll(match -> Matcher.quoteReplacement(isCurrent(match.group()) ? "<time>" : match.group()));
        masked = hide(VERSION, masked, "<version>");
        masked = SELF_TYPE.matcher(masked).replaceAll("selfType<n>");
        return generated == null ? masked : hide(generated, masked, base + "<suffix>");
    }

    /** Times that an expression computes are far from those of the clock. */
    private boolean isCurrent(String time) {
        try {
            Duration distance = Duration.between(Instant.parse(time), now).abs();
            return distance.compareTo(Duration.ofDays(1)) < 0 && !sent.contains(time);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private String hide(Pattern pattern, String text, String mask) {
        return pattern.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(sent.contains(match.group()) ? match.group() : mask));
    }
}
