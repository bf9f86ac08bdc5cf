package dev.drydock.kustomize.field;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/** The error of kyaml for a map where a list was expected, and the like. */
public final class KindErrors {

    private KindErrors() {}

    /** Kinds of nodes with kyaml's names. */
    public enum Kind {
        /** A map. */
        MAP("MappingNode"),
        /** A list. */
        LIST("SequenceNode"),
        /** A scalar. */
        SCALAR("ScalarNode");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The kind of a node. */
        public static Kind of(Node node) {
            if (node instanceof MapNode) {
                return MAP;
            }
            return node instanceof ListNode ? LIST : SCALAR;
        }
    }

    /** A wrong kind, found at a node. */
    public static final class WrongKindException extends KustomizeException {
        private static final long serialVersionUID = 1;

        private final Kind actual;

        private WrongKindException(String message, Kind actual, dev.drydock.yaml.Location location) {
            super(message, location);
            this.actual = actual;
        }

        /** The kind that was found. */
        public Kind actual() {
            return actual;
        }

        @Override
        public WrongKindException prefixed(String prefix) {
            return new WrongKindException(prefix + ": " + getMessage(), actual, location());
        }
    }

    /** The error for a node that is not of the expected kind. */
    public static WrongKindException wrongKind(Node node, Kind expected) {
        Kind actual = Kind.of(node);
        return new WrongKindException(
                "wrong node kind: expected " + expected.text + " but got " + actual.text + ": node contents:\n"
                        + SourceYaml.write(node),
                actual,
                node.location());
    }

    /** Throws unless a node is null or of the expected kind. */
    public static void require(Node node, Kind expected) {
        if (!node.isNull() && Kind.of(node) != expected) {
            throw wrongKind(node, expected);
        }
    }
}
