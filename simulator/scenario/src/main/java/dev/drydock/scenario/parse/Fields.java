package dev.drydock.scenario.parse;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A strict view of one map: says what is wrong with keys and values, and gives a harmless value in their place so that
 * reading goes on.
 */
final class Fields {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final MapNode map;
    private final String path;
    private final Problems problems;
    private final boolean unknown;

    private Fields(MapNode map, String path, Problems problems, boolean unknown) {
        this.map = map;
        this.path = path;
        this.problems = problems;
        this.unknown = unknown;
    }

    /** The view of a node that must be a map of a shape; of an empty map when it is something else. */
    static Fields of(Node node, String path, Shape shape, Problems problems) {
        if (!(node instanceof MapNode map)) {
            problems.add(
                    node.location(),
                    (path.isEmpty() ? "the document" : path) + ": a map is expected, found " + what(node)
                            + "; keys here: " + String.join(", ", shape.keys()));
            return new Fields(MapNode.EMPTY.at(node.location()), path, problems, true);
        }
        for (String key : map.keys()) {
            if (!shape.keys().contains(key)) {
                problems.add(
                        place(map, key),
                        under(path, key) + ": unknown key" + Nearest.hint(key, shape.keys())
                                + (Nearest.of(key, shape.keys()).isPresent() ? "" : ";") + " keys allowed here: "
                                + String.join(", ", shape.keys()));
            }
        }
        for (String key : shape.required()) {
            if (!map.has(key)) {
                problems.add(map.location(), under(path, key) + ": is missing");
            }
        }
        return new Fields(map, path, problems, !shape.keys().containsAll(map.keys()));
    }

    private static Location place(MapNode map, String key) {
        Location place = map.keyLocation(key);
        return place.isKnown() ? place : map.location();
    }

    static String under(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** What a node is, in a word. */
    static String what(Node node) {
        if (node instanceof MapNode) {
            return "a map";
        }
        if (node instanceof ListNode) {
            return "a list";
        }
        ScalarNode scalar = (ScalarNode) node;
        if (scalar.value() == null) {
            return "nothing";
        }
        if (scalar.isString()) {
            return "the text \"" + scalar.stringValue() + "\"";
        }
        return scalar.isNumber() ? "the number " + scalar.text() : "the boolean " + scalar.value();
    }

    Problems problems() {
        return problems;
    }

    Location location() {
        return map.location();
    }

    boolean has(String key) {
        return map.has(key);
    }

    @Nullable
    Node get(String key) {
        return map.get(key);
    }

    /** Whether something here was no key of the shape, and said so. */
    boolean hasUnknown() {
        return unknown;
    }

    String path() {
        return path;
    }

    String path(String key) {
        return under(path, key);
    }

    Location location(String key) {
        Node value = map.get(key);
        return value == null || !value.location().isKnown() ? place(map, key) : value.location();
    }

    /** Says that something is wrong with the value of a key. */
    void wrong(String key, String message) {
        problems.add(location(key), path(key) + ": " + message);
    }

    @Nullable
    String text(String key) {
        Node value = map.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof ScalarNode scalar && scalar.isString()) {
            return scalar.stringValue();
        }
        String hint = value instanceof ScalarNode scalar && scalar.value() != null ? "; put it in quotes" : "";
        wrong(key, "a text is expected, found " + what(value) + hint);
        return null;
    }

    String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    /** A text that may not be empty; empty only when a problem was reported. */
    String name(String key) {
        String text = text(key);
        if (text != null && text.isBlank()) {
            wrong(key, "may not be empty");
        } else if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            wrong(key, "may hold no line ends or other control characters");
        }
        return text == null ? "" : text;
    }

    @Nullable
    String oneOf(String key, List<String> choices) {
        String text = text(key);
        if (text == null || choices.contains(text)) {
            return text;
        }
        wrong(
                key,
                "Unsupported value: \"" + text + "\": supported values: "
                        + String.join(
                                ", ", choices.stream().map(c -> "\"" + c + "\"").toList())
                        + Nearest.hint(text, choices));
        return null;
    }

    @Nullable
    Boolean bool(String key) {
        Node value = map.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof ScalarNode scalar && scalar.value() instanceof Boolean b) {
            return b;
        }
        wrong(key, "true or false is expected, found " + what(value));
        return null;
    }

    @Nullable
    Integer integer(String key) {
        Node value = map.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof ScalarNode scalar
                && scalar.value() instanceof Long number
                && number.intValue() == number) {
            return number.intValue();
        }
        wrong(key, "a number is expected, found " + what(value));
        return null;
    }

    @Nullable
    Duration duration(String key) {
        Node value = map.get(key);
        if (value == null) {
            return null;
        }
        return duration(value, path(key), problems);
    }

    static Duration duration(Node value, String path, Problems problems) {
        if (value instanceof ScalarNode scalar && scalar.isString()) {
            var duration = Durations.parse(scalar.stringValue());
            if (duration.isPresent()) {
                if (duration.get().compareTo(LONGEST) > 0) {
                    problems.add(value.location(), path + ": at most a year is simulated, 8760h, found " + what(value));
                }
                return duration.get();
            }
        }
        problems.add(
                value.location(), path + ": a duration such as 90s, 10m or 1h30m is expected, found " + what(value));
        return Duration.ZERO;
    }

    @Nullable
    MapNode map(String key) {
        Node value = map.get(key);
        if (value == null || value instanceof MapNode) {
            return (MapNode) value;
        }
        wrong(key, "a map is expected, found " + what(value));
        return null;
    }

    /** The items of a list, read one by one with their paths; empty when the key is absent. */
    <T> List<T> list(String key, BiFunction<Node, String, T> read) {
        List<T> items = new ArrayList<>();
        Node value = map.get(key);
        if (value instanceof ListNode list) {
            for (int i = 0; i < list.size(); i++) {
                items.add(read.apply(list.get(i), path(key) + "[" + i + "]"));
            }
        } else if (value != null) {
            wrong(key, "a list is expected, found " + what(value));
        }
        return items;
    }

    List<String> texts(String key) {
        return list(key, (item, at) -> {
            if (item instanceof ScalarNode scalar && scalar.isString()) {
                return scalar.stringValue();
            }
            problems.add(item.location(), at + ": a text is expected, found " + what(item));
            return "";
        });
    }

    Map<String, String> strings(String key) {
        Map<String, String> strings = new LinkedHashMap<>();
        MapNode value = map(key);
        if (value != null) {
            value.forEach((k, v) -> {
                if (v instanceof ScalarNode scalar && scalar.isString()) {
                    strings.put(k, scalar.stringValue());
                } else {
                    problems.add(
                            v.location(),
                            under(path(key), k) + ": a text is expected, found " + what(v)
                                    + (v instanceof ScalarNode ? "; put it in quotes" : ""));
                }
            });
        }
        return strings;
    }
}
