package dev.drydock.kustomize.generator;

import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.resource.OutputTree;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash that ends generated names; follows api/hasher/hasher.go.
 *
 * <p>The name never counts: it is looked for under a key with a slash in it, which no object has.
 */
public final class NameHash {

    private NameHash() {}

    /** The ten letters for an object. */
    public static String of(MapNode object) {
        return encode(sha256(JsonWriter.go(content(object))));
    }

    private static Node content(MapNode object) {
        String kind = Scalars.text(object.get("kind"));
        MapNode.Builder content = MapNode.builder();
        switch (kind) {
            case "ConfigMap" -> {
                putMap(content, object, "binaryData");
                content.put("data", value(object, "data")).put("kind", kind).put("name", "");
            }
            case "Secret" -> {
                content.put("data", value(object, "data")).put("kind", kind).put("name", "");
                putMap(content, object, "stringData");
                content.put("type", value(object, "type"));
            }
            default -> {
                return OutputTree.of(object);
            }
        }
        return content.build();
    }

    private static void putMap(MapNode.Builder content, MapNode object, String field) {
        if (object.get(field) instanceof MapNode) {
            content.put(field, value(object, field));
        }
    }

    private static Node value(MapNode object, String field) {
        Node value = object.get(field);
        if (value == null) {
            return ScalarNode.of("");
        }
        return value instanceof ScalarNode scalar ? ScalarNode.of(scalar.text()) : OutputTree.of(value);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String hex) {
        return hex.substring(0, 10)
                .replace('0', 'g')
                .replace('1', 'h')
                .replace('3', 'k')
                .replace('a', 'm')
                .replace('e', 't');
    }
}
