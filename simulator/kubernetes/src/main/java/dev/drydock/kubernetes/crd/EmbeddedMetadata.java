package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.decode.Decoder;
import dev.drydock.kubernetes.decode.DecodingException;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads type and metadata of objects inside objects (apiextensions-apiserver, pkg/apiserver/schema/objectmeta/algorithm.go). */
final class EmbeddedMetadata {

    /** Something that cannot be read. */
    private static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient FieldError error;

        UnreadableException(FieldError error) {
            super(error.toString(), null, false, false);
            this.error = error;
        }
    }

    private final List<String> unknown;

    /** A reader that tells of unknown fields of metadata. */
    EmbeddedMetadata(List<String> unknown) {
        this.unknown = unknown;
    }

    /**
     * The value with its objects read.
     *
     * @throws DecodingException when a type is no text or metadata does not fit
     */
    Node read(Node value, MapNode schema) {
        try {
            return value(value, schema, "");
        } catch (UnreadableException e) {
            throw new DecodingException(e.error.toString());
        }
    }

    /** What cannot be read of a value; null when all can. */
    static @Nullable FieldError problem(Node value, MapNode schema, String path) {
        try {
            new EmbeddedMetadata(new ArrayList<>()).value(value, schema, path);
            return null;
        } catch (UnreadableException e) {
            return e.error;
        }
    }

    private Node value(Node value, MapNode schema, String path) {
        if (value instanceof ListNode list && schema.get("items") instanceof MapNode items) {
            List<Node> read = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                read.add(value(list.get(i), items, Paths.index(path, i)));
            }
            return read.equals(list.items()) ? list : ListNode.of(read);
        }
        if (!(value instanceof MapNode map)) {
            return value;
        }
        boolean embedded = schema.isTrue("x-kubernetes-embedded-resource");
        MapNode properties = schema.findMap("properties");
        Node additional = schema.get("additionalProperties");
        return map.map((key, item) -> {
            Node read = embedded ? field(key, item, path) : item;
            if (properties.get(key) instanceof MapNode property) {
                return value(read, property, Paths.child(path, key));
            }
            return additional instanceof MapNode element ? value(read, element, Paths.key(path, key)) : read;
        });
    }

    private Node field(String key, Node item, String path) {
        String at = Paths.child(path, key);
        switch (key) {
            case "apiVersion", "kind" -> {
                if (!(item instanceof ScalarNode scalar) || !scalar.isString()) {
                    throw refused(at, item, "must be a string");
                }
                return item;
            }
            case "metadata" -> {
                try {
                    Decoder.Typed read = Decoder.metadata(item, path);
                    unknown.addAll(read.problems());
                    Node created = read.object().get("creationTimestamp");
                    return created == null || created.isNull()
                            ? read.object().without("creationTimestamp")
                            : read.object();
                } catch (DecodingException e) {
                    throw refused(at, item, e.words());
                }
            }
            default -> {
                return item;
            }
        }
    }

    private static UnreadableException refused(String path, Node value, String words) {
        return new UnreadableException(FieldError.invalid(path, value, words));
    }
}
