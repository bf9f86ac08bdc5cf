package dev.drydock.flux.sops;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the values of a tree where they stand (getsops/sops sops.go, Tree.Decrypt). */
final class SopsTree {

    private final SopsMetadata metadata;
    private final SopsCipher cipher;

    SopsTree(SopsMetadata metadata, SopsCipher cipher) {
        this.metadata = metadata;
        this.cipher = cipher;
    }

    /**
     * The map without encryption.
     *
     * @throws SopsException for a value that cannot be opened
     */
    MapNode open(MapNode map) {
        try {
            return (MapNode) open(map, List.of());
        } catch (SopsException e) {
            throw e.prefixed("error decrypting sops tree: Error walking tree");
        }
    }

    private Node open(Node node, List<String> path) {
        if (node instanceof MapNode map) {
            MapNode opened = map;
            for (String key : map.keys()) {
                List<String> below = new ArrayList<>(path);
                below.add(key);
                Node value = map.get(key);
                if (value != null) {
                    opened = opened.with(key, open(value, below));
                }
            }
            return opened;
        }
        if (node instanceof ListNode list) {
            return ListNode.of(list.stream().map(item -> open(item, path)).toList());
        }
        ScalarNode scalar = (ScalarNode) node;
        if (scalar.isNull() || !metadata.isEncrypted(path)) {
            return node;
        }
        Object value = scalar.value();
        if (!(value instanceof String text)) {
            throw new SopsException("Expected encrypted value as string, but got " + type(value));
        }
        try {
            return cipher.open(text, String.join(":", path) + ":");
        } catch (SopsException e) {
            throw e.prefixed("Could not decrypt value");
        }
    }

    private static String type(@Nullable Object value) {
        if (value instanceof Boolean) {
            return "bool";
        }
        return value instanceof Double ? "float64" : "int";
    }
}
