package dev.drydock.kustomize.replacement;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.Lookup;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.field.SourceYaml;
import dev.drydock.kustomize.text.GoRegexp;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes to every place that a path leads to: keys, indices, {@code [key=expression]}, {@code *}; follows PathMatcher of
 * kyaml/yaml/match.go.
 */
final class PathWriter {

    private final @Nullable Kind createKind;
    private final UnaryOperator<Node> change;
    private int count;
    private boolean detached;

    /**
     * A writer.
     *
     * @param createKind what a missing last field becomes, null to create nothing
     */
    PathWriter(@Nullable Kind createKind, UnaryOperator<Node> change) {
        this.createKind = createKind;
        this.change = change;
    }

    /** A mistake of the change itself, not of the path. */
    static final class SetException extends KustomizeException {
        private static final long serialVersionUID = 1;
        private final KustomizeException mistake;

        SetException(KustomizeException mistake) {
            super(mistake.getMessage());
            this.mistake = mistake;
        }

        KustomizeException mistake() {
            return mistake;
        }
    }

    /** How many places were found. */
    int count() {
        return count;
    }

    Node write(Node node, List<String> path) {
        if (path.isEmpty()) {
            count++;
            if (detached) {
                return node;
            }
            try {
                return change.apply(node);
            } catch (KustomizeException e) {
                throw new SetException(e);
            }
        }
        String step = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (Lookup.isIndex(step)) {
            return atIndex(node, Integer.parseInt(step), rest);
        }
        if (Lookup.isListIndex(step)) {
            return matching(node, step, rest, true);
        }
        if (step.equals("*")) {
            List<Node> items = Lookup.elements(node);
            return items.isEmpty() ? node : ((ListNode) node).map(item -> write(item, rest));
        }
        return field(node, step, rest);
    }

    private Kind nextKind(List<String> rest, Kind last) {
        if (rest.isEmpty()) {
            return last;
        }
        String next = rest.get(0);
        if (Lookup.isListIndex(next) || Lookup.isIndex(next)) {
            return Kind.LIST;
        }
        return next.isEmpty() ? last : Kind.MAP;
    }

    private static Node empty(Kind kind) {
        return switch (kind) {
            case MAP -> MapNode.EMPTY;
            case LIST -> ListNode.EMPTY;
            case SCALAR -> UNTAGGED;
        };
    }

    /** A scalar without tag and text: what is written into it means what it looks like. */
    private static final ScalarNode UNTAGGED = ScalarNode.of("");

    private Node field(Node node, String key, List<String> rest) {
        Node field = Lookup.field(node, key);
        Kind kind = createKind;
        boolean created = false;
        if (field == null) {
            if (kind == null) {
                return node;
            }
            field = empty(nextKind(rest, kind));
            created = true;
        }
        if (field instanceof ScalarNode scalar && !rest.isEmpty()) {
            inside(scalar, rest);
            return node;
        }
        Node written = write(field, rest);
        if (created && written instanceof ScalarNode scalar && scalar.isString()) {
            written = Scalars.untagged(scalar.stringValue());
        }
        MapNode map = node instanceof MapNode m ? m : MapNode.EMPTY;
        return written == field && !created ? node : map.with(key, written);
    }

    /** kyaml looks into the text of a scalar but writes to a copy of what it finds there. */
    private void inside(ScalarNode scalar, List<String> rest) {
        Node parsed;
        try {
            parsed =
                    YamlReader.parseFirst(scalar.text(), "", YamlMode.KUSTOMIZE).document();
        } catch (YamlException e) {
            throw new KustomizeException(e.upstream());
        }
        boolean before = detached;
        detached = true;
        write(parsed, rest);
        detached = before;
    }

    private Node atIndex(Node node, int index, List<String> rest) {
        List<Node> items = new ArrayList<>(Lookup.elements(node));
        Kind kind = createKind;
        if (items.size() == index && kind != null) {
            items.add(empty(nextKind(rest, kind)));
            Node written = write(items.get(index), rest);
            items.set(
                    index,
                    written instanceof ScalarNode s && s.isString() ? Scalars.untagged(s.stringValue()) : written);
            return ListNode.of(items, node.location());
        }
        if (items.size() < index + 1) {
            throw new KustomizeException("index " + index + " specified but only " + items.size() + " elements found");
        }
        return ((ListNode) node).with(index, write(items.get(index), rest));
    }

    private Node matching(Node node, String step, List<String> rest, boolean mayCreate) {
        String[] nameAndValue = Lookup.nameAndValue(step);
        String name = nameAndValue[0];
        List<Node> items = new ArrayList<>(Lookup.elements(node));
        GoRegexp expression = items.isEmpty() ? null : GoRegexp.compile(nameAndValue[1]);
        int before = count;
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            Node value = name.isEmpty() ? item : item instanceof MapNode map ? map.get(name) : null;
            if (value != null && expression != null && expression.find(encoded(value))) {
                items.set(i, write(item, name.isEmpty() ? List.of() : rest));
            }
        }
        if (createKind == null || count > before || !mayCreate) {
            return count > before ? ListNode.of(items, node.location()) : node;
        }
        Node value = Scalars.untagged(nameAndValue[1]);
        items.add(name.isEmpty() ? value : MapNode.of(name, value));
        return matching(ListNode.of(items, node.location()), step, rest, false);
    }

    /** The node as YAML, with its quotes, as the expression sees it. */
    private static String encoded(Node node) {
        return SourceYaml.write(node).strip();
    }
}
