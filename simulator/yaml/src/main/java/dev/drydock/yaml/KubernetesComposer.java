package dev.drydock.yaml;

import dev.drydock.yaml.ScalarResolver.Resolved;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Composes as sigs.k8s.io/yaml does: go-yaml v2, then keys of any scalar type become strings. Of equal keys the last
 * wins, and a merge key takes effect where it stands.
 */
final class KubernetesComposer extends Composer {

    KubernetesComposer(Chunk chunk) {
        super(chunk, YamlMode.KUBERNETES);
    }

    @Override
    MapNode mapping(SyntaxNode node) {
        MapNode.Builder map = MapNode.builder(node.location);
        Map<String, Location> firsts = new HashMap<>();
        for (int i = 0; i < node.children.size(); i += 2) {
            SyntaxNode key = node.children.get(i);
            SyntaxNode value = node.children.get(i + 1);
            if (isMerge(key)) {
                merge(value, map, firsts);
                continue;
            }
            Resolved resolved = key(key);
            String name = name(resolved, key, value);
            path.key(name);
            Node composed = compose(value);
            path.pop();
            // keys are compared by type and value: 1 and "1" are two keys to go-yaml and one afterwards
            Location first = firsts.putIfAbsent(resolved.type() + " " + name, key.location);
            if (first != null) {
                boolean bare = resolved.value() instanceof Long || resolved.value() instanceof Boolean;
                String shown = bare || resolved.value() instanceof Double ? name : GoQuote.quote(name);
                duplicate(name, key.location, first, alreadySet(composed, shown));
            }
            map.put(name, composed, key.location);
        }
        return map.build();
    }

    private String alreadySet(Node value, String key) {
        return "line " + (value.location().line() - chunk.firstLine()) + ": key " + key + " already set in map";
    }

    private static boolean isMerge(SyntaxNode key) {
        boolean implicit = (key.tag.isEmpty() && key.style == ScalarNode.Style.PLAIN) || key.tag.equals("!");
        return key.is(SyntaxNode.Kind.SCALAR)
                && key.text.equals("<<")
                && (implicit || ScalarResolver.type(key.tag) == ScalarResolver.Type.MERGE);
    }

    /** Backwards, because earlier sources win. */
    private void merge(SyntaxNode value, MapNode.Builder map, Map<String, Location> firsts) {
        List<SyntaxNode> sources = mergeSources(value, "map merge requires map or sequence of maps as the value");
        for (int i = sources.size() - 1; i >= 0; i--) {
            MapNode source = (MapNode) compose(sources.get(i));
            source.forEach((name, node) -> {
                Location place = source.keyLocation(name);
                Location first = firsts.putIfAbsent(ScalarResolver.Type.STR + " " + name, place);
                if (first != null) {
                    duplicate(name, place, first, alreadySet(node, GoQuote.quote(name)));
                }
                map.put(name, node, source.keyLocation(name));
            });
        }
    }

    private Resolved key(SyntaxNode key) {
        SyntaxNode scalar = key.target == null ? key : key.target;
        if (!scalar.is(SyntaxNode.Kind.SCALAR)) {
            throw fail(key.location, "invalid map key: " + GoSyntax.write(compose(key)));
        }
        return resolve(scalar);
    }

    private String name(Resolved key, SyntaxNode node, SyntaxNode value) {
        Object name = key.value();
        if (name instanceof Double number) {
            return number.isNaN()
                    ? ".nan"
                    : number.isInfinite() ? (number > 0 ? ".inf" : "-.inf") : GoNumbers.general(number.floatValue());
        }
        if (name instanceof String || name instanceof Long || name instanceof Boolean) {
            return Objects.toString(name);
        }
        String type = name == null
                ? "%!s(<nil>), key: <nil>"
                : "uint64, key: 0x" + ((java.math.BigInteger) name).toString(16);
        throw chunk.error(
                node.location,
                "a key must be a string, a number or a boolean: put it in quotes",
                "unsupported map key of type: " + type + ", value: " + GoSyntax.write(compose(value)));
    }
}
