package dev.drydock.kubernetes.apply;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One step of a path to a field: a field name, the key of a list item, the value of a set member, or a position
 * (fieldpath/element.go).
 */
sealed interface PathElement extends Comparable<PathElement> {

    /** Fields come first, then keys, values, positions. */
    int rank();

    /** As in messages: {@code .name}, {@code [name="web"]}, {@code [="x"]}, {@code [3]}. */
    @Override
    String toString();

    /** As a key of fieldsV1: {@code f:name}, {@code k:{"name":"web"}}, {@code v:"x"}, {@code i:3}. */
    String encoded();

    /** A field of a struct or a key of a map. */
    record Field(String name) implements PathElement {
        @Override
        public int rank() {
            return 0;
        }

        @Override
        public String toString() {
            return "." + name;
        }

        @Override
        public String encoded() {
            return "f:" + name;
        }
    }

    /** The item of an associative list whose key fields, sorted by name, have these values. */
    record Key(List<String> names, List<Node> values) implements PathElement {
        @Override
        public int rank() {
            return 1;
        }

        @Override
        public String toString() {
            StringBuilder out = new StringBuilder("[");
            for (int i = 0; i < names.size(); i++) {
                out.append(i == 0 ? "" : ",").append(names.get(i)).append('=').append(GoText.show(values.get(i)));
            }
            return out.append(']').toString();
        }

        @Override
        public String encoded() {
            StringBuilder out = new StringBuilder("k:{");
            for (int i = 0; i < names.size(); i++) {
                out.append(i == 0 ? "" : ",");
                out.append(JsonWriter.go(ScalarNode.of(names.get(i)))).append(':');
                out.append(JsonWriter.go(values.get(i)));
            }
            return out.append('}').toString();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && compareTo(key) == 0;
        }

        @Override
        public int hashCode() {
            return names.hashCode();
        }
    }

    /** The member of a set that has this value. */
    record Value(Node value) implements PathElement {
        @Override
        public int rank() {
            return 2;
        }

        @Override
        public String toString() {
            return "[=" + GoText.show(value) + "]";
        }

        @Override
        public String encoded() {
            return "v:" + JsonWriter.go(value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Value same && Values.same(value, same.value);
        }

        @Override
        public int hashCode() {
            return 2;
        }
    }

    /** The item at a position of an atomic list. */
    record Index(int position) implements PathElement {
        @Override
        public int rank() {
            return 3;
        }

        @Override
        public String toString() {
            return "[" + position + "]";
        }

        @Override
        public String encoded() {
            return "i:" + position;
        }
    }

    @Override
    default int compareTo(PathElement other) {
        if (this == other) {
            return 0;
        }
        if (this instanceof Field a && other instanceof Field b) {
            return Values.compare(a.name, b.name);
        }
        if (this instanceof Key a && other instanceof Key b) {
            return compareKeys(a, b);
        }
        if (this instanceof Value a && other instanceof Value b) {
            return Values.compare(a.value, b.value);
        }
        if (this instanceof Index a && other instanceof Index b) {
            return Integer.compare(a.position, b.position);
        }
        return Integer.compare(rank(), other.rank());
    }

    private static int compareKeys(Key a, Key b) {
        int n = Math.min(a.names.size(), b.names.size());
        for (int i = 0; i < n; i++) {
            int order = Values.compare(a.names.get(i), b.names.get(i));
            if (order == 0) {
                order = Values.compare(a.values.get(i), b.values.get(i));
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.names.size(), b.names.size());
    }

    /**
     * The step that a key of fieldsV1 names, or nothing when its kind is unknown, which is ignored.
     *
     * @throws IllegalArgumentException when the text is malformed
     */
    static Optional<PathElement> decode(String text) {
        if (text.length() < 2) {
            throw new IllegalArgumentException("key must be 2 characters long:");
        }
        if (text.charAt(1) != ':') {
            throw new IllegalArgumentException("missing colon: " + text);
        }
        String rest = text.substring(2);
        return switch (text.charAt(0)) {
            case 'f' -> Optional.of(new Field(rest));
            case 'v' -> Optional.of(new Value(json(rest)));
            case 'k' -> Optional.of(key(json(rest)));
            case 'i' -> Optional.of(new Index(Integer.parseInt(rest)));
            default -> Optional.empty();
        };
    }

    private static Node json(String text) {
        try {
            return JsonReader.read(text, "fieldsV1");
        } catch (YamlException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Key key(Node node) {
        if (!(node instanceof MapNode map)) {
            throw new IllegalArgumentException("expected an object: " + node);
        }
        List<String> names = new ArrayList<>(map.keys());
        names.sort(Values::compare);
        List<Node> values = new ArrayList<>();
        for (String name : names) {
            Node value = map.get(name);
            values.add(value == null ? ScalarNode.NULL : value);
        }
        return new Key(List.copyOf(names), List.copyOf(values));
    }
}
