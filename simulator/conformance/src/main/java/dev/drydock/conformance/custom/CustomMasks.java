package dev.drydock.conformance.custom;

import dev.drydock.conformance.Mask;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** Hides what the server makes up, as the corpus does. */
final class CustomMasks {

    private static final Pattern SELF_TYPE = Pattern.compile("selfType\\d+");
    private static final List<String> MADE_UP = List.of("uid", "creationTimestamp", "resourceVersion");

    private final Mask mask;
    private final boolean keepManagers;
    private final Instant now;

    /**
     * Masks for the answer to a request.
     *
     * @param sent everything that the case sends; what stands there is never masked
     * @param keepManagers whether the answer shows who manages which field
     * @param now the time of the clock, about
     */
    CustomMasks(String sent, boolean keepManagers, Instant now) {
        this.mask = new Mask(sent);
        this.now = now;
        this.keepManagers = keepManagers;
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
        return Mask.texts(node, this::text);
    }

    /** A text without what the server made up. */
    String text(String text) {
        String masked = mask.hide(Mask.UID, text, "<uid>");
        masked = mask.hide(Mask.TIME, masked, time -> isCurrent(time) ? "<time>" : time);
        masked = mask.hide(Mask.VERSION, masked, "<version>");
        masked = SELF_TYPE.matcher(masked).replaceAll("selfType<n>");
        return mask.hideGenerated(masked, "<suffix>");
    }

    /** Times that an expression computes are far from those of the clock. */
    private boolean isCurrent(String time) {
        try {
            Duration distance = Duration.between(Instant.parse(time), now).abs();
            return distance.compareTo(Duration.ofDays(1)) < 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
