package dev.drydock.yaml;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A JSON pointer (RFC 6901): the way from the root of a document to a value.
 *
 * @param segments keys and indexes from the root on, decoded
 */
@API(status = API.Status.STABLE, since = "0.1")
public record JsonPointer(List<String> segments) {

    /** Copies the segments. */
    public JsonPointer {
        segments = List.copyOf(segments);
    }

    /**
     * The pointer of a text such as {@code /metadata/annotations/a~1b}.
     *
     * @throws IllegalArgumentException when the text is neither empty nor begins with a slash, or a tilde stands before
     *     something else than 0 and 1
     */
    public static JsonPointer parse(String text) {
        if (text.isEmpty()) {
            return new JsonPointer(List.of());
        }
        if (text.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON pointer begins with a slash: " + text);
        }
        List<String> segments = new ArrayList<>();
        for (int start = 1; start <= text.length(); ) {
            int end = text.indexOf('/', start);
            end = end < 0 ? text.length() : end;
            segments.add(checked(text.substring(start, end), text));
            start = end + 1;
        }
        return new JsonPointer(segments);
    }

    private static String checked(String segment, String text) {
        for (int i = segment.indexOf('~'); i >= 0; i = segment.indexOf('~', i + 1)) {
            char next = i + 1 < segment.length() ? segment.charAt(i + 1) : 0;
            if (next != '0' && next != '1') {
                throw new IllegalArgumentException("after a tilde stands 0 or 1 in a JSON pointer: " + text);
            }
        }
        return decode(segment);
    }

    /** A segment with {@code ~1} and {@code ~0} replaced. */
    static String decode(String segment) {
        return segment.indexOf('~') < 0 ? segment : segment.replace("~1", "/").replace("~0", "~");
    }

    /** The value that this points to, null when there is none; an index has no sign and no leading zero. */
    public @Nullable Node find(Node document) {
        Node node = document;
        for (String segment : segments) {
            Node next = null;
            if (node instanceof MapNode map) {
                next = map.get(segment);
            } else if (node instanceof ListNode list && segment.matches("0|[1-9][0-9]{0,8}")) {
                int index = Integer.parseInt(segment);
                next = index < list.size() ? list.get(index) : null;
            }
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node;
    }

    /** The pointer in its text form. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (String segment : segments) {
            out.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
        }
        return out.toString();
    }
}
