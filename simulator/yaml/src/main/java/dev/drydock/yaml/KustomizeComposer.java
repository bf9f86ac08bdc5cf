package dev.drydock.yaml;

import dev.drydock.yaml.ScalarResolver.Resolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Composes as kustomize does: go-yaml v3 nodes whose aliases and merge keys kyaml replaces (rnode.go, deAnchor), made
 * JSON in the end. Keys must be strings and unique; what a map says itself wins over what it merges.
 */
final class KustomizeComposer extends Composer {

    private boolean root = true;

    KustomizeComposer(Chunk chunk) {
        super(chunk, YamlMode.KUSTOMIZE);
    }

    @Override
    MapNode mapping(SyntaxNode node) {
        boolean top = root;
        root = false;
        Map<String, Location> firsts = new HashMap<>();
        MapNode.Builder own = MapNode.builder(node.location);
        SyntaxNode merge = null;
        List<String> problems = new ArrayList<>();
        Location place = node.location;
        for (int i = 0; i < node.children.size(); i += 2) {
            SyntaxNode key = node.children.get(i);
            SyntaxNode value = node.children.get(i + 1);
            if (key.is(SyntaxNode.Kind.SCALAR) && key.text.equals("<<")) {
                if (isMerge(key)) {
                    if (merge != null) {
                        throw chunk.error(key.location, "duplicate merge key", "duplicate merge key");
                    }
                    merge = value;
                }
                // kyaml clears the field by its name, in quotes or not
                continue;
            }
            String name = name(key, top);
            Location first = firsts.putIfAbsent(name, key.location);
            if (first != null) {
                place = problems.isEmpty() ? key.location : place;
                problems.add(already(key.location, name, first));
                duplicate(name, key.location, first, problems.get(problems.size() - 1));
            }
            path.key(name);
            own.put(name, compose(value), key.location);
            path.pop();
        }
        if (!problems.isEmpty()) {
            throw chunk.error(
                    place,
                    "the key stands twice in one map",
                    "yaml: unmarshal errors:\n  " + String.join("\n  ", problems));
        }
        return merge == null ? own.build() : merged(own.build(), merge);
    }

    private String already(Location place, String name, Location first) {
        int line = place.line() - chunk.firstLine();
        int firstLine = first.line() - chunk.firstLine();
        return "line " + line + ": mapping key " + GoQuote.quote(name) + " already defined at line " + firstLine;
    }

    private static boolean isMerge(SyntaxNode key) {
        return (key.tag.isEmpty() || key.tag.equals("!"))
                ? key.style == ScalarNode.Style.PLAIN
                : ScalarResolver.type(key.tag) == ScalarResolver.Type.MERGE;
    }

    /** Own entries first, then what is merged, the last source of a list first because the first one wins. */
    private MapNode merged(MapNode own, SyntaxNode value) {
        boolean list = value.is(SyntaxNode.Kind.SEQUENCE);
        List<SyntaxNode> sources = mergeSources(
                value,
                list || value.target != null
                        ? "invalid map merge: received alias for a non-map value"
                        : "map merge requires map or sequence of maps as the value");
        Map<String, Node> more = new LinkedHashMap<>();
        Map<String, Location> places = new HashMap<>();
        for (int i = sources.size() - 1; i >= 0; i--) {
            MapNode source = (MapNode) compose(sources.get(i));
            source.forEach((name, node) -> {
                more.put(name, node);
                places.put(name, source.keyLocation(name));
            });
        }
        MapNode.Builder all = MapNode.builder(own.location()).putAll(own);
        more.forEach((name, node) -> {
            if (!own.has(name)) {
                all.put(name, node, places.getOrDefault(name, Location.NONE));
            }
        });
        return all.build();
    }

    private String name(SyntaxNode key, boolean top) {
        SyntaxNode scalar = key.target == null ? key : key.target;
        if (!scalar.is(SyntaxNode.Kind.SCALAR)) {
            throw fail(key.location, "invalid map key: " + GoSyntax.write(compose(key)));
        }
        if (scalar.text.isEmpty() && scalar.tag.isEmpty()) {
            return ""; // kyaml writes an empty key as ''
        }
        Resolved resolved = resolve(scalar);
        // the root is decoded into a map with string keys, which takes other scalars by their text
        if (resolved.type() != ScalarResolver.Type.STR
                && resolved.type() != ScalarResolver.Type.OTHER
                && !(top && resolved.value() != null)) {
            throw chunk.error(
                    key.location,
                    "the key " + key.text + " is no string: put it in quotes",
                    "json: unsupported type: map[interface {}]interface {}");
        }
        return resolved.value() instanceof String string && resolved.type() != ScalarResolver.Type.TIMESTAMP
                ? string
                : scalar.text;
    }
}
