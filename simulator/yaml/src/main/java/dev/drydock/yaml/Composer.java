package dev.drydock.yaml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Turns the syntax tree of a document into values; what differs between the modes is in its two subclasses. */
abstract class Composer {

    /** What an anchor stands for, made once: the tree is immutable and may be shared. */
    private record Made(Node node, long nodes, int height) {}

    final Chunk chunk;
    final KeyPath path = new KeyPath();
    final List<DuplicateKey> duplicates = new ArrayList<>();
    final ScalarResolver resolver;
    private final YamlMode mode;
    private final AliasBudget budget;
    private final IdentityHashMap<SyntaxNode, Made> made = new IdentityHashMap<>();
    private final Set<SyntaxNode> open = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private int depth;
    private int deepest;

    Composer(Chunk chunk, YamlMode mode) {
        this.chunk = chunk;
        this.mode = mode;
        this.resolver = new ScalarResolver(mode);
        this.budget = new AliasBudget(mode);
    }

    /** The composer of a mode. */
    static Composer of(Chunk chunk, YamlMode mode) {
        return mode == YamlMode.KUBERNETES ? new KubernetesComposer(chunk) : new KustomizeComposer(chunk);
    }

    Node compose(SyntaxNode node) {
        budget.node();
        return switch (node.kind) {
            case SCALAR -> scalar(node);
            case ALIAS -> alias(node);
            case SEQUENCE -> {
                enter();
                open.add(node);
                List<Node> items = new ArrayList<>(node.children.size());
                for (SyntaxNode child : node.children) {
                    path.index(items.size());
                    items.add(compose(child));
                    path.pop();
                }
                open.remove(node);
                depth--;
                yield ListNode.of(items, node.location);
            }
            case MAPPING -> {
                enter();
                open.add(node);
                MapNode map = mapping(node);
                open.remove(node);
                depth--;
                yield map;
            }
        };
    }

    abstract MapNode mapping(SyntaxNode node);

    private void enter() {
        deepest = Math.max(deepest, ++depth);
        if (depth > Limits.DEPTH) {
            throw fail(Location.NONE, Limits.tooDeep());
        }
    }

    private Node alias(SyntaxNode alias) {
        SyntaxNode target = java.util.Objects.requireNonNull(alias.target);
        if (open.contains(target)) {
            throw fail(alias.location, "anchor '" + alias.text + "' value contains itself");
        }
        Made known = made.get(target);
        if (known == null) {
            long before = budget.decoded();
            int outerDeepest = deepest;
            deepest = depth;
            Node node = compose(target);
            known = new Made(node, budget.decoded() - before, deepest - depth);
            deepest = Math.max(outerDeepest, deepest);
            made.put(target, known);
        }
        deepest = Math.max(deepest, depth + known.height());
        if (depth + known.height() > Limits.DEPTH) {
            throw fail(alias.location, Limits.tooDeep());
        }
        if (!budget.alias(known.nodes())) {
            throw fail(alias.location, "document contains excessive aliasing");
        }
        return known.node();
    }

    final ScalarResolver.Resolved resolve(SyntaxNode node) {
        try {
            return resolver.resolve(node.tag, node.text, node.style == ScalarNode.Style.PLAIN);
        } catch (ScalarResolver.MismatchException e) {
            throw fail(node.location, e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private ScalarNode scalar(SyntaxNode node) {
        Object value = resolve(node).value();
        if (value == null && node.flow && node.text.isEmpty() && mode == YamlMode.KUSTOMIZE) {
            // kyaml writes the node again before it makes JSON of it, and between brackets it writes nothing as ''
            value = "";
        }
        if (value instanceof Double || value instanceof java.math.BigInteger) {
            Double real = value instanceof Double d ? d : null;
            if (real != null && (real.isInfinite() || real.isNaN())) {
                String spelling = real.isNaN() ? "NaN" : real > 0 ? "+Inf" : "-Inf";
                throw chunk.error(
                        node.location,
                        "JSON has no number " + spelling + ": write a finite number or put it in quotes",
                        "json: unsupported value: " + spelling);
            }
            value = JsonNumbers.throughJson((Number) value, mode);
        }
        return ScalarNode.read(value, node.text, node.style, node.location);
    }

    /** Notes a key that stands twice. */
    final void duplicate(String key, Location place, Location first, String upstream) {
        path.key(key);
        duplicates.add(new DuplicateKey(path.toString(), key, place, first, upstream));
        path.pop();
    }

    /** An error that go-yaml finds while decoding: it names no line. */
    final YamlException fail(Location place, String message) {
        return chunk.error(
                place.isKnown() ? place : new Location(chunk.file(), chunk.firstLine() + 1, 1),
                message,
                "yaml: " + message);
    }

    /** Sources of a merge key in the order in which they are written. */
    final List<SyntaxNode> mergeSources(SyntaxNode value, String notAMap) {
        List<SyntaxNode> sources = value.is(SyntaxNode.Kind.SEQUENCE) ? value.children : List.of(value);
        for (SyntaxNode source : sources) {
            SyntaxNode target = source.target == null ? source : source.target;
            if (!target.is(SyntaxNode.Kind.MAPPING)) {
                throw fail(source.location, notAMap);
            }
        }
        return sources;
    }
}
